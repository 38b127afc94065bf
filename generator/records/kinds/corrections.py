"""更正: a correction names the record, the field, the old and the new value, the reason, and who approved it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Apart
from generator.records.values import Day, Model, Reference, Text


class Amendment(Model):
    """One field. `字段` is the path that `disclose check` prints, e.g. 收支明细/支-38/保洁员8月工资."""

    field: Text = Field(alias="字段", description="改的是哪一项")
    old: Text = Field(alias="原来")
    new: Text = Field(alias="改为")


class Approval(Model):
    """A post and a day."""

    post: Text = Field(alias="岗位")
    day: Day = Field(alias="日期")


class Correction(RecordBody):
    """One correction of one record."""

    target: Annotated[Reference, Apart()] = Field(alias="更正的记录")
    amendments: tuple[Amendment, ...] = Field(alias="改动", min_length=1, max_length=200)
    reason: Text = Field(alias="原因")
    found: Text | None = Field(None, alias="怎么发现的")
    checked_by: Approval | None = Field(None, alias="核对")
    approved_by: Approval = Field(alias="批准")
    unchanged: Text | None = Field(None, alias="没有变的")
    paper: Text | None = Field(None, alias="公开栏")


def _title(record: Correction) -> str:
    return f"更正：{record.target}"


SAMPLE = """\
更正的记录: finance/2026-10
改动:
  - 字段: 收支明细/支-46/保洁员10月工资（2人，每人2800元）
    原来: 4,600.00
    改为: 5,600.00
  - 字段: 支出合计
    原来: 4,600.00
    改为: 5,600.00
原因: 录入时少写1000元。银行付款没有错，钱没有多付也没有少付。
怎么发现的: 11月13日，一位村民代表看账时提出
核对:
  岗位: 村务监督委员会主任 赵德顺
  日期: 2026-11-14
批准:
  岗位: 村委会主任 林志远
  日期: 2026-11-15
没有变的: 收入没有变。
公开栏: 已换成更正后的一张，旧的一张盖“已更正”章后存档。
公开:
  公开日期: 2026-11-16
  渠道: [公开栏, 网站]
  编制: 村报账员 周小梅
  审核:
    - 机构: 村务监督委员会
      日期: 2026-11-14
      意见: 同意公开
"""

KIND = Kind(
    folder="corrections",
    name="更正",
    model=Correction,
    board=lambda record: Board.FINANCE if record.target.split("/")[-2] == "finance" else Board.VILLAGE,
    title=_title,
    day=lambda record: record.publication.day,
    brief=lambda record: record.reason.split("。")[0],
    sample=SAMPLE,
)
