"""审计: an audit of a term, of a leaving officer or of one matter, with its findings and how each was mended."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.tables import Table
from generator.records.values import Day, Flag, Model, Money, Text, Title


class Found(Model):
    """One finding of an audit."""

    words: Text = Field(alias="问题")
    amount: Money | None = Field(None, alias="金额")
    due: Annotated[Day | None, Ahead()] = Field(None, alias="整改期限")
    mended: Day | None = Field(None, alias="整改日期")
    result: Text | None = Field(None, alias="整改结果")


class Audit(RecordBody):
    """One audit."""

    title: Title = Field(alias="标题")
    type: Literal["任期", "离任", "专项", "年度", "其他"] = Field(alias="类型")
    post: Text | None = Field(None, alias="对象岗位")
    start: Annotated[Day | None, Ahead(), Expected()] = Field(None, alias="起")
    end: Annotated[Day | None, Ahead(), Expected()] = Field(None, alias="止")
    auditor: Annotated[Text | None, Expected()] = Field(None, alias="审计单位")
    reported: Annotated[Day | None, Expected()] = Field(None, alias="报告日期")
    findings: Annotated[tuple[Found, ...], Expected(unless=("clean", "conclusion"))] = Field((), alias="发现的问题")
    clean: Flag | None = Field(None, alias="没有发现问题", description="报告写明没有问题的写“是”")
    tables: tuple[Table, ...] = Field((), alias="表格", max_length=20, description="审计核实的数")
    conclusion: Text | None = Field(None, alias="结论")


def _brief(record: Audit) -> str:
    found = f"，发现问题{len(record.findings)}个" if record.findings else "，没有发现问题" if record.clean else ""
    return f"{record.type}审计{found}"


SAMPLE = """\
标题: 第十一届村委会主任任期经济责任审计
类型: 任期
对象岗位: 村委会主任
起: 2021-10-01
止: 2026-08-31
审计单位: 石渡镇农经站
报告日期: 2026-09-08
发现的问题:
  - {问题: 两笔租金晚收, 金额: 3600.00, 整改期限: 2026-09-30, 整改日期: 2026-09-18, 整改结果: 已收回入账}
结论: 审计期内收支有账可查，发现的问题已经整改。
公开:
  公开日期: 2026-09-12
  至: 2026-10-10
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-09-11
      意见: 同意公开
"""

KIND = Kind(
    folder="audits",
    name="审计",
    model=Audit,
    board=lambda record: Board.FINANCE,
    title=lambda record: record.title,
    day=lambda record: record.reported or record.end or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
)
