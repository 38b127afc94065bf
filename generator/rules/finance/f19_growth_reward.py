"""F19: a reward for a growing income stays within its share and its cap, and two meetings and the township agreed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.base.dates import day_long
from generator.base.finding import Effect, Key
from generator.base.inexact import is_exact
from generator.base.money import ZERO, round_half_up, yuan
from generator.records.kinds.payrolls import Bonus, Payroll
from generator.records.read import Record
from generator.rules.decisions.linked import named
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

_ROUTE: tuple[Key, ...] = ("奖励",)


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """增收奖励不能超过增收的一定比例，最多30万元（县里另定的按县里的）；党员大会、代表会议要同意，还要有批准文号。

    为什么：
        集体多挣了钱，可以奖励出力的人，但是要有封顶，要大家同意。

    怎么查：
        奖励金额不超过 比例 ×（本年收入 − 上年收入），也不超过上限；没有增收的不能奖。
        “党员大会”“代表会议”“批准文号”都要写；两次会的日期不晚于公开日期。

    怎么改：
        1. 对照审批表，抄错的改过来；没有抄错的照实公开，写进“说明”。
        2. 会议先登记成记录，再写“文件夹/文件名”。

    合格：
        # 文件: decisions/2026-04-jiangli.yml
        标题: 2025年增收奖励
        # 文件: payrolls/2025-jiangli.yml
        类型: 增收奖励
        期间: 2025
        明细: []
        奖励:
          上年收入: 100000.00
          本年收入: 133333.00
          比例: "0.05"
          奖励金额: 1666.65
          党员大会: decisions/2026-04-jiangli
          代表会议: decisions/2026-04-jiangli
          批准文号: 石政函〔2026〕3号
        人数: "3"
        合计: 1666.65
        公开:
          公开日期: 2026-04-25
          编制: 村文书 何秀英
          审核:
            - {机构: 村务监督委员会, 日期: 2026-04-25}

    合格：
        # 参数: 增收奖励上限=500
        # 文件: decisions/2026-04-jiangli.yml
        标题: 2025年增收奖励
        # 文件: payrolls/2025-jiangli.yml
        类型: 增收奖励
        明细: []
        奖励: {上年收入: 100000.00, 本年收入: 133333.00, 比例: "0.05", 奖励金额: 500.00, 批准文号: 石政函〔2026〕3号,
          党员大会: decisions/2026-04-jiangli, 代表会议: decisions/2026-04-jiangli}
        合计: 500.00

    不合格：
        # 文件: payrolls/2025-jiangli.yml
        类型: 增收奖励
        明细: []
        奖励:  # <- F19
          上年收入: 100000.00
          本年收入: 133333.00
          比例: "0.05"
          奖励金额: 1666.66  # <- F19
        合计: 1666.66

    不合格：
        # 参数: 增收奖励上限=500
        # 收入没有增加
        # 文件: decisions/2026-04-jiangli.yml
        标题: 2025年增收奖励
        # 文件: meetings/2026-11-dangyuan.yml
        标题: 党员大会
        日期: 2026-10-11
        # 文件: payrolls/2025-jiangli.yml
        类型: 增收奖励
        明细: []
        奖励:
          上年收入: 133333.00
          本年收入: 100000.00
          比例: "0.05"
          奖励金额: 0.01  # <- F19
          党员大会: meetings/2026-11-dangyuan  # <- F19
          代表会议: decisions/2026-04-jiangli
          批准文号: 石政函〔2026〕3号
        合计: 0.01

    不合格：
        # 参数: 增收奖励上限=500
        # 文件: decisions/2026-04-jiangli.yml
        标题: 2025年增收奖励
        # 文件: payrolls/a.yml
        类型: 增收奖励
        明细: []
        奖励:  # <- F19
          上年收入: 100000.00
          本年收入: 133333.00
          比例: "0.05"
          奖励金额: 500.01  # <- F19
          党员大会: decisions/2026-04-jiangli
          批准文号: 石政函〔2026〕3号
        合计: 500.01

    不合格：
        # 应报: F19 payrolls/sample.yml
        # 文件: payrolls/sample.yml
        标题: 2025年增收奖励
        类型: 增收奖励
    """
    for record, body in case.of(Payroll):
        if body.bonus:
            yield from _amount(record, body.bonus, context.parameters.bonus_limit)
            yield from _agreed(case, record, body, body.bonus)
        elif body.type == "增收奖励":
            yield Problem(
                (),
                "增收奖励没有写是怎么算的",
                "照审批表补上“奖励”：上年收入、本年收入、比例、奖励金额",
                "没有写明奖励是怎么算的。",
                record.path,
            )


def _amount(record: Record, bonus: Bonus, cap: Decimal) -> Iterator[Problem]:
    if bonus.ratio is None or not is_exact(bonus.now - bonus.before):
        return
    most = min(round_half_up(bonus.ratio * max(bonus.now - bonus.before, ZERO)), cap)
    if bonus.amount > most:
        yield Problem(
            (*_ROUTE, "奖励金额"),
            f"奖励{yuan(bonus.amount)}元，按比例和上限最多{yuan(most)}元",
            "对照审批表改正；没有抄错的，写进“说明”",
            f"按比例和上限最多奖励{yuan(most)}元，这里是{yuan(bonus.amount)}元。",
            record.path,
        )


def _agreed(case: PlaceCase, record: Record, body: Payroll, bonus: Bonus) -> Iterator[Problem]:
    needed = {"党员大会": bonus.members, "代表会议": bonus.representatives, "批准文号": bonus.approval}
    if blank := listed(unwritten(needed)):
        yield Problem(
            _ROUTE,
            f"奖励没有写{blank}",
            f"照会议记录和批文补上{blank}",
            f"没有写明这笔奖励的{blank}。",
            record.path,
        )
    for name, reference in (("党员大会", bonus.members), ("代表会议", bonus.representatives)):
        found = named(case, record, reference) if reference else None
        if found is None:
            continue
        day = found.kind.day(found.body)
        if day > body.publication.day:
            yield Problem(
                (*_ROUTE, name),
                f"{day_long(body.publication.day)}已经公布，{name}{day_long(day)}才开",
                "对照会议记录，日期抄错的改过来；没有抄错的，照实公开",
                f"{day_long(body.publication.day)}公布，{name}的日期是{day_long(day)}。",
                record.path,
            )


RULE = Rule(
    code="F19",
    title="增收奖励有封顶、有同意",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="奖励发了多少，村民有权知道；所以照样公开，旁边写明封顶是多少。",
    basis=("县里规定", "财务公开规定"),
    check=check,
)
