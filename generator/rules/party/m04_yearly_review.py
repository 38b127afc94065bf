"""M04: once a year the members hold 组织生活会 and judge each other; the counts of a review fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.dates import Period
from generator.base.finding import Effect
from generator.base.inexact import all_exact, given
from generator.records.kinds.reviews import Review
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.took_place import lacking, meetings_of, said, since


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """组织生活会、民主评议党员每年至少各一次；参评人数、星级人数要对得上。

    为什么：
        一年一次面对面说说谁好、谁不足，是党员受监督的办法；人数对不上，结果就没人信。

    怎么查：
        组织生活会从第一份记录公开那天算起，每年都要有一次，第二年再给90天（“年度评议期限”）补上记录。
        民主评议党员按公开目录里的“党员评议”：看“期间”写的是哪一年，下一年1月31日以前要公开（哪天由县里定）。
        民主评议党员、星级评定：参评不能比应评多；写了星级的，五星、四星、三星、其他加起来等于参评。

    怎么改：
        1. 开过、评过的，用 disclose new meetings、disclose new reviews 补一份记录。
        2. 人数对照评议表改正。

    合格：
        # as_of: 2027-03-31
        # 文件: meetings/2025-12.yml
        类型: 组织生活会
        日期: 2025-12-20

    合格：
        # as_of: 2027-01-31
        # 村: 开始公开日期=2025-01-01
        # 文件: reviews/2025.yml
        类型: 民主评议党员
        期间: "2025"
        日期: 2026-01-08
        应评: 57
        参评: 57
        评议: []
        星级: {五星: 6, 四星: 20, 三星: 30, 其他: 1}

    合格：
        # as_of: 2027-04-01
        # 文件: meetings/2026-12.yml
        类型: 组织生活会
        日期: 2026-12-20
        公开: {公开日期: 2026-12-22, 审核: [{机构: 石渡镇党委, 日期: 2026-12-21, 意见: 保密审查过}]}
        # 文件: reviews/2026.yml
        类型: 民主评议党员
        期间: "2026"
        日期: 2026-12-20
        应评:
        参评:
        评议: []
        公开: {公开日期: 2026-12-22, 审核: [{机构: 石渡镇党委, 日期: 2026-12-21, 意见: 保密审查过}]}

    不合格：
        # as_of: 2027-04-01
        # 文件: meetings/2025-12.yml
        类型: 组织生活会
        日期: 2025-12-20
        # 应报: M04 village.yml

    不合格：
        # as_of: 2027-02-01
        # 村: 开始公开日期=2025-01-01
        # 文件: reviews/2025.yml
        类型: 民主评议党员
        期间: "2025"
        日期: 2026-01-08
        # 应报: M04 village.yml

    不合格：
        # 文件: reviews/2026-pingyi.yml
        类型: 民主评议党员
        应评: 57
        参评: 58  # <- M04
        评议: []
        # 文件: reviews/2026-xingji.yml
        类型: 星级评定
        应评:
        参评: 57
        评议: []
        星级: {五星: 6, 四星: 20, 三星: 30}  # <- M04
        # 文件: reviews/2026-wuxing.yml
        类型: 星级评定
        参评:
        评议: []
        星级: {五星: 6, 四星: 20, 三星: 30}
        # 文件: reviews/2026-manyi.yml
        类型: 满意度测评
        应评: 40
        参评: 42
        评议: []
    """
    reviews = list(case.of(Review))
    for record, body in reviews:
        if body.type in ("民主评议党员", "星级评定"):
            yield from _heads(record, body)
    meetings = meetings_of(case, "组织生活会")
    grace = context.parameters.yearly_review_days
    years = lacking("每年", meetings.held, meetings.public, context.as_of, since=since(case), grace=grace)
    yield from _missing("组织生活会", years)
    yield from _missing("民主评议党员", [duty.period for duty in case.missing("党员评议")])


def _missing(what: str, years: Sequence[Period]) -> Iterator[Problem]:
    if years:
        yield Problem(
            (),
            f"{what}每年至少要有一次，{said(years)}没有记录",
            "开过、评过的，补一份记录，日期照实写；没有的，尽快安排",
            f"{what}每年至少一次，{said(years)}没有记录。",
            day=years[-1].end,
        )


def _heads(record: Record, body: Review) -> Iterator[Problem]:
    if body.expected is not None and body.present is not None and body.present > body.expected:
        yield Problem(
            ("参评",),
            f"参评{body.present}人，比应评{body.expected}人还多",
            "对照评议表改正",
            f"应评{body.expected}人，参评{body.present}人，正在核对。",
            record.path,
        )
    if body.stars is None or body.present is None:
        return
    stars = body.stars
    starred = given(stars.five) + given(stars.four) + given(stars.three) + given(stars.other)
    if all_exact(starred, body.present) and starred != body.present:
        yield Problem(
            ("星级",),
            f"各星级加起来{starred}人，参评{body.present}人",
            "对照评定表改正；没有评上星级的，写在“其他”里",
            f"各星级加起来{starred}人，参评{body.present}人，正在核对。",
            record.path,
        )


RULE = Rule(
    code="M04",
    title="每年评议一次党员",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="评议的结果大家想看；所以照样公开，旁边写明哪一年没有、哪个数对不上。",
    basis=("支部条例·组织生活", "县里规定"),
    check=check,
)
