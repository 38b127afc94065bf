"""B02: a list of aid is on display before it is approved, and again after it is approved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.common import Publication
from generator.records.kinds.benefits import Batch
from generator.records.read import Record
from generator.rules.phrases import listed, not_written, unwritten
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

_SCREENED = frozenset({"低保", "特困供养"})
"""Aid that a household applies for, the village looks at, and the township or county approves."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """低保、特困先在村里公示初审结果（县里没有另定的是7天），没有意见再报批；批准以后再公布。

    为什么：
        街坊邻居最清楚谁家困难。先听意见再批，少出错；批完再公示，等于走过场。

    怎么查：
        “阶段”是初审公示的，从公开日期到“至”头尾都算，要够天数；
        低保、特困“阶段”是批准公布的，要写“初审公示”（哪一份记录）和“批准日期”；
        批准日期要在初审公示够了天数以后，公布在批准以后。别的类型，写了才查。

    怎么改：
        1. 天数不够的，继续公示，把“至”改到提示里的日期。
        2. 补上“初审公示”“批准日期”；日期照批件写，不要改。

    合格：
        # 文件: benefits/2026-09-chushen.yml
        类型: 低保
        阶段: 初审公示
        公开:
          公开日期: 2026-09-01
          至: 2026-09-07
          审核:
            - {机构: 村务监督委员会, 日期: 2026-08-31}
        # 文件: benefits/2026-10-pizhun.yml
        类型: 低保
        阶段: 批准公布
        初审公示: benefits/2026-09-chushen
        批准日期: 2026-09-08

    合格：
        # 当天批准、当天公布；津贴不用先公示
        # 文件: benefits/2026-10-pizhun.yml
        类型: 高龄津贴
        阶段: 批准公布
        批准日期: 2026-10-10
        # 文件: benefits/2026-10-fafang.yml
        类型: 低保
        阶段: 发放

    不合格：
        # 文件: benefits/2026-09-chushen.yml
        类型: 低保
        阶段: 初审公示
        公开:
          公开日期: 2026-09-01
          至: 2026-09-06  # <- B02
          审核:
            - {机构: 村务监督委员会, 日期: 2026-08-31}
        # 文件: benefits/2026-10-pizhun.yml
        类型: 低保
        阶段: 批准公布
        初审公示: benefits/2026-09-chushen
        批准日期: 2026-09-07  # <- B02

    不合格：
        # 文件: benefits/2026-09-chushen.yml
        类型: 低保
        阶段: 初审公示
        名单:
        户数: "2"
        合计: 1130.00
        公开:  # <- B02
          公开日期: 2026-09-01
          审核:
            - {机构: 村务监督委员会, 日期: 2026-08-31}
        # 文件: benefits/2026-10-pizhun.yml
        类型: 特困供养
        阶段: 批准公布  # <- B02

    不合格：
        # 公布在批准以前；发放的也查，写了的才查
        # 文件: benefits/2026-10-pizhun.yml
        类型: 临时救助
        阶段: 批准公布
        批准日期: 2026-10-11  # <- B02
        # 文件: benefits/2026-10-fafang.yml
        类型: 低保
        阶段: 批准公布  # <- B02
        初审公示: benefits/meiyou
    """
    for record, body in case.of(Batch):
        if body.stage == "初审公示":
            yield from _long_enough(record.path, body.publication, context)
        elif body.stage == "批准公布":
            yield from _approved(case, record, body, context)


def _long_enough(path: str, publication: Publication, context: Context) -> Iterator[Problem]:
    days = context.parameters.low_income_days
    enough = _shown_until(publication.day, days)
    if publication.until is None:
        yield Problem(
            ("公开",),
            "初审公示没有写到哪天",
            f"补上“至: {enough.isoformat()}”或者更晚",
            "没有写明公示到哪一天。",
            path=path,
        )
    elif publication.until < enough:
        shown = (publication.until - publication.day).days + 1
        yield Problem(
            ("公开", "至"),
            f"初审只公示{shown}天，至少要{days}天",
            f"继续公示，“至”改成 {enough.isoformat()} 或者更晚",
            f"初审从{day_long(publication.day)}公示到{day_long(publication.until)}，共{shown}天；规定至少{days}天。",
            path=path,
        )


def _approved(case: PlaceCase, record: Record, body: Batch, context: Context) -> Iterator[Problem]:
    blank = listed(unwritten({"初审公示": body.first, "批准日期": body.approved}))
    if blank and body.type in _SCREENED:
        yield not_written(("阶段",), blank, f"照批件和公示补上{blank}", record.path)
    if body.approved is None:
        return
    first = case.county.record(record.address.resolve(body.first)) if body.first else None
    if first:
        shown: Publication = first.body.publication
        enough = _shown_until(shown.day, context.parameters.low_income_days)
        if body.approved <= enough:
            said = f"初审从{day_long(shown.day)}起公示，批准日期是{day_long(body.approved)}"
            remedy = f"公示满{context.parameters.low_income_days}天以后再报批；日期照批件写，不要改"
            yield Problem(("批准日期",), f"公示没满就批准了：{said}", remedy, f"{said}。", path=record.path)
    if body.publication.day < body.approved:
        said = f"公开日期是{day_long(body.publication.day)}，批准日期是{day_long(body.approved)}"
        yield Problem(("批准日期",), f"批准以前就公布了：{said}", "对照批件改正", f"{said}。", path=record.path)


def _shown_until(day: date, days: int) -> date:
    """The last of so many days; `day` is the first."""
    return add_days(day, days - 1)


RULE = Rule(
    code="B02",
    title="先公示初审，再批准",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="名单和金额没有错，只是先后和天数；所以照样公开，旁边写明日期。",
    basis=("社会救助·初审公示", "公开"),
    check=check,
)
