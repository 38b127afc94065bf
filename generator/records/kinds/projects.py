"""工程项目: from the decision to the final account, stage by stage, with photos."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNWRITTEN, all_exact
from generator.base.money import ZERO, spoken
from generator.records.common import Attachment, Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected, Person
from generator.records.sums import Addend, Sum, total
from generator.records.tables import Table
from generator.records.values import Count, Day, Model, Money, Reference, Text, Title


class Source(Model):
    """Where the money comes from."""

    name: Text = Field(alias="来源")
    amount: Annotated[Money, Expected()] = Field(UNWRITTEN, alias="金额")


class Stage(Model):
    """The stage that the project had reached on a day."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    stage: Literal["立项", "招标", "开工", "施工", "完工", "验收", "决算"] = Field(alias="阶段")
    words: Text = Field(alias="情况")
    photos: tuple[Attachment, ...] = Field((), alias="照片")


class Acceptance(Model):
    """The acceptance of the finished work."""

    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    by: Annotated[Text | None, Expected()] = Field(None, alias="验收单位")
    result: Annotated[Literal["合格", "整改后合格", "不合格"] | None, Expected()] = Field(None, alias="结论")


class Project(RecordBody):
    """One project, in 元."""

    title: Title = Field(alias="标题")
    place: Text | None = Field(None, alias="地点")
    budget: Money | None = Field(None, alias="预算")
    sources: tuple[Source, ...] = Field((), alias="资金来源")
    decision: Reference | None = Field(None, alias="决策")
    contract: Reference | None = Field(None, alias="合同")
    cap: Money | None = Field(None, alias="最高限价")
    estimate: Money | None = Field(None, alias="标底")
    bid: Money | None = Field(None, alias="中标价")
    method: Literal["招标", "拍卖", "公开协商", "产权交易平台", "直接签订"] | None = Field(None, alias="方式")
    bidders: Count | None = Field(None, alias="报名家数")
    direct_reason: Text | None = Field(None, alias="直接签订原因")
    builder: Annotated[Text | None, Person()] = Field(None, alias="承办单位", description="中标的、施工的单位")
    owner: Text | None = Field(None, alias="责任单位", description="谁的项目，谁招标")
    scale: Text | None = Field(None, alias="建设内容")
    number: Text | None = Field(None, alias="批准文号")
    started: Day | None = Field(None, alias="开工")
    planned_end: Annotated[Day | None, Ahead()] = Field(None, alias="计划完工")
    finished: Day | None = Field(None, alias="完工")
    final: Money | None = Field(None, alias="决算")
    stages: tuple[Stage, ...] = Field((), alias="进展")
    acceptance: Acceptance | None = Field(None, alias="验收")
    tables: tuple[Table, ...] = Field((), alias="表格", max_length=20)


def _sums(record: Project) -> tuple[Sum, ...]:
    if not record.sources or record.budget is None or unfunded(record) > 0:
        return ()
    terms = tuple(Addend(one.name, one.amount) for one in record.sources)
    return (Sum("钱从哪里来", terms, "预算", record.budget, ("预算",)),)


def unfunded(record: Project) -> Decimal:
    """How much of the budget no written source covers. Sources may be left out, so this makes no figure wrong."""
    if not record.sources or record.budget is None:
        return ZERO
    short = record.budget - total(one.amount for one in record.sources)
    return short if all_exact(short) and short > 0 else ZERO


def _brief(record: Project) -> str:
    money = record.final if record.final is not None else record.budget
    said = "" if money is None else f"，{'决算' if record.final is not None else '预算'}{spoken(Decimal(money))}"
    return f"{record.stages[-1].stage if record.stages else '还没有进展'}{said}"


SAMPLE = """\
标题: 三组水渠维修工程
地点: 三组
预算: 48000.00
资金来源:
  - {来源: 上级水利补助, 金额: 30000.00}
  - {来源: 村集体自筹, 金额: 18000.00}
方式: 公开协商
报名家数: "3"
承办单位: 石渡农机合作社
开工: 2026-08-10
计划完工: 2026-10-31
完工: 2026-10-12
决算: 47200.00
进展:
  - {日期: 2026-07-20, 阶段: 立项, 情况: 村民代表会议同意，预算4.8万元}
  - {日期: 2026-08-10, 阶段: 开工, 情况: 施工队进场}
  - {日期: 2026-09-10, 阶段: 施工, 情况: 砌好240米}
  - {日期: 2026-10-12, 阶段: 完工, 情况: 380米全部砌好，通水}
验收: {日期: 2026-10-16, 验收单位: 村务监督委员会, 结论: 合格}
公开:
  公开日期: 2026-10-18
  至: 2026-11-05
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-17
      意见: 同意公开
"""

KIND = Kind(
    folder="projects",
    name="工程项目",
    model=Project,
    board=lambda record: Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.started or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
    sums=_sums,
)
