"""P12: party matters are checked for secrets before everybody may read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.finding import Effect
from generator.records.common import Board
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

SINCE = date(2017, 12, 20)
"""From this day 党务公开条例 asks for four steps before party matters are public. The second is a review for secrets."""
_WORD = "保密"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """党务放到网上以前，要有一道保密审查，审核里写明“保密”。

    为什么：
        党务公开要走提出、审核、审批、实施四步，审核里就有保密审查；能不能让全社会看，先看一看再发。

    怎么查：
        党务的公示公告、发展党员、会议、述职评议、人事变动、整顿，“范围”是社会的，
        “审核”里至少有一条的“机构”或者“意见”写了“保密”两个字。2017年12月20日以前公开的不查，只给本村、党内看的不查。

    怎么改：
        审查过的，照审批单在“意见”里写上“保密审查过，可以公开”；没审查过的，请镇党委补审，日期照实写。

    合格：
        栏目: 党务
        公开:
          公开日期: 2026-10-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-10-08, 意见: 保密审查过，可以公开}
            - {机构: 村务监督委员会, 日期: 2026-10-09, 意见: 同意公开}

    合格：
        栏目: 党务
        公开:
          公开日期: 2026-10-10
          审核:
            - {机构: 石渡镇党委保密审查小组, 日期: 2026-10-08}

    合格：
        # 那时还没有这个规定
        栏目: 党务
        成文日期: 2017-12-18
        期间: 2017-Q3
        公开:
          公开日期: 2017-12-19
          审核:
            - {机构: 石渡镇党委, 日期: 2017-12-18, 意见: 同意公开}
        # 文件: notices/dangnei.yml
        栏目: 党务
        公开:
          公开日期: 2026-10-10
          范围: 党内
          审核:
            - {机构: 石渡镇党委, 日期: 2026-10-08, 意见: 同意}
        # 文件: notices/cunwu.yml
        栏目: 村务

    不合格：
        栏目: 党务
        公开:  # <- P12
          公开日期: 2026-10-10
          审核:
            - {机构: 石渡镇党委, 日期: 2026-10-08, 意见: 同意公开}
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        栏目: 党务
        成文日期: 2017-12-18
        期间: 2017-Q3
        公开:  # <- P12
          公开日期: 2017-12-20
          审核:
            - {机构: 石渡镇党委, 日期: 2017-12-18, 意见: 同意公开}
    """
    publication = record.body.publication
    if record.kind.board(record.body) is not Board.PARTY or publication.audience != "社会" or publication.day < SINCE:
        return
    reviewer = "单位的党组织" if record.address.place.is_county else "{乡级}党委"
    if not any(_WORD in f"{one.body}{one.opinion}" for one in publication.reviews):
        yield Problem(
            ("公开",),
            "党务没有写保密审查",
            f"审查过的，在“审核”的“意见”里写“保密审查过，可以公开”；没有的，请{reviewer}补审",
        )


RULE = Rule(
    code="P12",
    title="党务先做保密审查",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="少写一道手续不伤害谁，内容也没有错；所以照样公开，只提醒村里补写。",
    basis=("党务公开条例·程序",),
    check=check,
    kinds=("notices", "recruits", "meetings", "reviews", "appointments", "rectifications"),
)
