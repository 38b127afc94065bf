"""F24: a distribution covers losses first, then reserves, then members, spends no more than there is, and was decided."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.base.inexact import UNWRITTEN, is_exact
from generator.base.money import ZERO, yuan
from generator.records.kinds.distributions import Distribution, shared
from generator.records.read import Record
from generator.records.sums import total
from generator.rules.decisions.linked import rests_on_decision
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """集体收益先补亏损，再提公积公益金，再分给成员；分的不能比可分配的多；分配方案要有决议。

    为什么：
        先留够集体发展和公益用的，再分给大家，集体才能长久。

    怎么查：
        分给成员以前：“以前亏损”要用“弥补亏损”补完；“公积公益金”要提，写“提取日期”，不晚于“发放日期”。
        弥补亏损、公积公益金、成员分配加起来，不超过可分配收益。
        写了每股多少元的，要写股数。
        要写“决策”，决议不晚于发放日期；没有发放的，不晚于公开日期。这里开始公开以前的不查决策。
        各项加起来和总数不一样的由F28提出来。

    怎么改：
        1. 对照分配方案，抄错的改过来；没有抄错的照实公开，在“说明”里写原因。
        2. 开过会的，加一行“决策: decisions/文件名”。

    合格：
        # 文件: decisions/2026-04-fenpei.yml
        标题: 2025年度集体收益分配方案
        # 文件: distributions/sample.yml
        决策: decisions/2026-04-fenpei
        以前亏损: 10000.00
        弥补亏损: 10000.00
        未分配: 30000.00
        提取日期: 2026-04-25
        发放日期: 2026-04-25

    合格：
        # 不分给成员，先补一部分亏损
        # 文件: distributions/sample.yml
        可分配收益: 100000.00
        以前亏损: 150000.00
        弥补亏损: 100000.00
        公积公益金: 0.00
        成员分配: []
        未分配: 0.00

    合格：
        # 定了方案，还没有发放；正好分完
        # 文件: distributions/sample.yml
        可分配收益: 60000.00
        发放日期:
        未分配: 0.00

    不合格：
        # 文件: distributions/sample.yml
        以前亏损: 10000.00
        弥补亏损: 9999.99  # <- F24
        未分配: 30000.01

    不合格：
        # 文件: distributions/sample.yml
        公积公益金: 0.00  # <- F24
        提取日期:
        未分配: 60000.00

    不合格：
        # 文件: distributions/a.yml
        发放日期: 2026-01-22
        提取日期: 2026-01-23  # <- F24
        # 文件: distributions/b.yml
        提取日期:
        公积公益金: 20000.00  # <- F24

    不合格：
        # 文件: distributions/sample.yml
        可分配收益: 59999.99  # <- F24
        未分配: -0.01

    不合格：
        # 村: 开始公开日期=2026-01-14
        # 应报: F24 distributions/sample.yml
        # 文件: distributions/sample.yml
        标题: 2025年度集体收益分配
        发放日期:

    不合格：
        # 发放以后才决议
        # 文件: decisions/2026-04-fenpei.yml
        标题: 2025年度集体收益分配方案
        # 文件: distributions/sample.yml
        决策: decisions/2026-04-fenpei  # <- F24
        发放日期: 2026-04-24

    不合格：
        # 每股多少、没有多少股；按人分的不用写
        # 文件: decisions/2026-04-fenpei.yml
        标题: 2025年度集体收益分配方案
        # 文件: distributions/sample.yml
        决策: decisions/2026-04-fenpei
        提取日期: 2026-04-25
        发放日期: 2026-04-25
        成员分配:
          - {类别: 人口股, 人数: "1200", 每人: 30.00, 金额: 36000.00}
          - {类别: 集体扶助股, 人数: "40", 每股: 100.00, 金额: 4000.00}  # <- F24
    """
    for record, body in case.of(Distribution):
        if shared(body):
            yield from _before_members(record, body)
        yield from _shares(record, body)
        given = total(one for one in (body.covered, body.reserves, shared(body)) if one is not UNWRITTEN)
        if given > body.available and is_exact(body.available):
            more = yuan(given - body.available)
            yield Problem(
                ("可分配收益",),
                f"一共分了{yuan(given)}元，比可分配收益{yuan(body.available)}元多{more}元",
                "对照分配方案改正；没有抄错的，写进“说明”",
                f"可分配收益{yuan(body.available)}元，一共分了{yuan(given)}元，多{more}元。",
                record.path,
            )
        by = body.paid_on or body.publication.day
        yield from rests_on_decision(case, context, record, body.decision, "分配方案", by)


def _shares(record: Record, body: Distribution) -> Iterator[Problem]:
    for index, one in enumerate(body.dividends):
        if one.each is not None and is_exact(one.each) and one.shares is None:
            said = f"“{one.sort}”写了每股{yuan(one.each)}元，没有写一共多少股"
            yield Problem(("成员分配", index), said, "照股权册补上“股数”；按人分的，写“每人”", f"{said}。", record.path)


def _before_members(record: Record, body: Distribution) -> Iterator[Problem]:
    covered = ZERO if body.covered is UNWRITTEN else body.covered
    if covered < body.loss:
        yield Problem(
            ("弥补亏损",),
            f"以前亏损{yuan(body.loss)}元，只补了{yuan(covered)}元，就分给了成员",
            "对照分配方案改正；没有抄错的，写进“说明”",
            f"以前亏损{yuan(body.loss)}元，弥补{yuan(covered)}元，同时分给成员{yuan(shared(body))}元。",
            record.path,
        )
    if body.reserves is UNWRITTEN or body.reserves <= 0:
        yield Problem(
            ("公积公益金",),
            "分给了成员，没有写提了多少公积公益金" if body.reserves is UNWRITTEN else "分给了成员，没有提公积公益金",
            "提了的补上“公积公益金”和“提取日期”；没有提的，在“说明”里写原因",
            f"分给成员{yuan(shared(body))}元，没有写提取公积公益金。",
            record.path,
        )
    elif body.reserved_on is None:
        yield Problem(
            ("公积公益金",),
            "没有写公积公益金是哪天提的",
            "照凭证补上“提取日期”",
            "没有写明公积公益金是哪天提取的。",
            record.path,
        )
    elif body.paid_on and body.reserved_on > body.paid_on:
        days = f"{day_long(body.paid_on)}发放，{day_long(body.reserved_on)}提取公积公益金"
        yield Problem(
            ("提取日期",), f"先发放、后提取：{days}", "对照凭证改正；没有抄错的，照实公开", f"{days}。", record.path
        )


RULE = Rule(
    code="F24",
    title="先补亏、先提取、再分配",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="怎么分的村民有权知道；所以照样公开，旁边写明次序和数。",
    basis=("集体法·收益分配", "财务公开规定", "公开"),
    check=check,
)
