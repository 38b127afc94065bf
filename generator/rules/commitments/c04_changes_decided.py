"""C04: a public promise changes only by a decision, and the record says which one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.redact import redact
from generator.records.differences import Change
from generator.records.kinds.commitments import CHANGEABLE, Commitment
from generator.records.read import Record
from generator.rules.amended import amended, changes, decided, explanation, figure, is_figure, now_is, shown
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

_DECIDING = re.compile(r"党委|党工委|代表会议|(?:村|居|嘎查|社区)民会议|居民会议")
"""镇党委会 and the representatives decide, and so may the assembly, which stands above them."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """公开了的承诺要改事项、改数量、改期限，先经镇党委会研究或者村民代表会议决定，再写进“变更”；不能悄悄改。

    为什么：
        办不到就改小、改晚，承诺就不作数了。谁同意改的、为什么改，要让大家看到。

    怎么查：
        “变更”的“决定机构”要是镇党委会或者村民代表会议（村民会议也可以）；党员个人的承诺不查这一条。
        拿上次公开的底本和现在的比：标题、期限、衡量改了的，“变更”里要有改成现在这个数的一条；
        当初抄错的，公开一份“更正”也可以。暂缓公开的不查。

    怎么改：
        1. 经会议决定改的，在“变更”里写日期、改了什么、原来、改为、决定机构。
        2. 抄错的，用 disclose new corrections 建一份更正。
        3. 没有经过会议的，改回原来的，先提请会议决定。

    合格：
        # 上次公开: commitments/2026-05 期限=2026-09-30
        # 文件: commitments/2026-05.yml
        期限: 2026-12-31
        变更:
          - {日期: 2026-09-28, 改了什么: 期限, 原来: 2026-09-30, 改为: 2026年12月31日, 决定机构: 石渡镇党委会}
        销号:
        评议:

    合格：
        # 上次公开: commitments/2026-05 衡量/数量=360
        # 文件: commitments/2026-05.yml
        标题: 9月底前修好二组断头水渠380米
        # 文件: corrections/2026-11-canal.yml
        更正的记录: commitments/2026-05
        改动:
          - {字段: 衡量, 原来: 360米, 改为: 380米}

    合格：
        # 党员个人的承诺，党支部同意就可以改
        # 上次公开: commitments/2026-18 期限=2026-09-30
        # 文件: commitments/2026-18.yml
        标题: 帮3户老人收晚稻
        承诺主体: 党员
        承诺人: 第三党小组
        期限: 2026-10-31
        变更:
          - {日期: 2026-09-20, 改了什么: 期限, 原来: 2026-09-30, 改为: 2026-10-31, 决定机构: 村党支部}

    合格：
        # 数量改过，写了变更；期限没有动过
        # 上次公开: commitments/2026-05 衡量/数量=360
        # 上次公开: commitments/2026-05 期限=2026-09-30
        # 文件: commitments/2026-05.yml
        变更:
          - {日期: 2026-05-20, 改了什么: 衡量, 原来: 360米, 改为: 380米, 决定机构: 柳湾村村民代表会议}

    不合格：
        # 文件: commitments/2026-05.yml
        变更:
          - 日期: 2026-05-20
            改了什么: 期限
            原来: 2026-06-30
            改为: 2026-09-30
            决定机构: 村“两委”会议  # <- C04

    不合格：
        # 期限悄悄改了
        # 上次公开: commitments/2026-05 期限=2026-08-31
        # 文件: commitments/2026-05.yml
        期限: 2026-09-30  # <- C04

    不合格：
        # 写的变更不是现在这个数；期限的变更也不能代替衡量的变更
        # 上次公开: commitments/2026-05 衡量/数量=400
        # 文件: commitments/2026-05.yml
        衡量: {数量: 380, 单位: 米}  # <- C04
        变更:
          - {日期: 2026-05-20, 改了什么: 衡量, 原来: 400米, 改为: 390米, 决定机构: 村民代表会议}
          - {日期: 2026-05-20, 改了什么: 期限, 原来: 380米, 改为: 380米, 决定机构: 村民代表会议}

    不合格：
        # 期限删掉了
        # 上次公开: commitments/2026-05 期限=2026-09-30
        # 文件: commitments/2026-05.yml
        标题: 9月底前修好二组断头水渠380米
        期限:  # <- C04
    """
    said = amended(case.records, case.withheld, context.as_of) if case.ledger else {}
    for record, body in case.of(Commitment):
        if record.address in case.withheld:
            continue
        if body.promisor != "党员":
            yield from _bodies(record, body)
        known = case.ledger.get(record.path) if case.ledger else None
        for change in changes(known, record, context.as_of) if known else ():
            if (
                known
                and change.steps[0][0] in CHANGEABLE
                and not decided(record, change)
                and not explanation(known, change, said)
            ):
                yield _silent(record, change)


def _bodies(record: Record, body: Commitment) -> Iterator[Problem]:
    for index, change in enumerate(body.changes):
        if change.decided_by and not _DECIDING.search(change.decided_by):
            yield Problem(
                ("变更", index, "决定机构"),
                f"{change.field}改过，写的是“{change.decided_by}”决定的；要由{{乡级}}党委会或者{{村民代表会议}}决定",
                "会议名称写错的改过来；没有经过会议的，提请会议决定后再改",
                f"{change.field}改过，记录里写的决定机构是{change.decided_by}，不是{{乡级}}党委会或者{{村民代表会议}}。",
                record.path,
            )


def _silent(record: Record, change: Change) -> Problem:
    field = change.field
    was = f"{field}原来是{figure(change.old)}，{now_is(figure(change.new))}"
    # A title may have named somebody: villagers are told only that it changed.
    told = was.replace("/", "") if is_figure(change.old) else f"{CHANGEABLE[change.steps[0][0]]}改过"
    return Problem(
        change.at,
        redact(f"公开过的“{field}”原来是{shown(change.old)}，{now_is(change.new)}，“变更”里没有"),
        "经会议决定改的，写进“变更”，“原来”照上次公开的写，“改为”照现在的写；没有经过会议的，改回去",
        f"上次公开以后，{told}，还没有写明是谁决定改的。",
        record.path,
    )


RULE = Rule(
    code="C04",
    title="改承诺要经过会议",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="改过的承诺村民更要看到；所以照样公开，旁边写明原来是什么、谁决定改的。",
    basis=("承诺制", "本网站"),
    check=check,
)
