"""C07: the share of the organisation's promises kept reaches its target."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.commitments.rate import below_target
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村班子、村干部到期的承诺，兑现的要达到县里定的目标（没有另定的是95%）。

    为什么：
        承诺一条一条看是小事，合起来看，才知道说话算不算数。

    怎么查：
        到期的承诺里，已经销号的占多少；晚做完的也算兑现，提前做完的也算到期。
        已撤销的、没到期的、暂缓公开的不算。党员的承诺另算。

    怎么改：
        1. 做完了没销号的，补上“销号”和佐证。
        2. 没做完的抓紧办，写明“没按期的原因”。

    合格：
        # 文件: commitments/2026-01.yml
        标题: 修好二组断头水渠380米
        期限: 2026-09-30

    合格：
        # 一条兑现，一条没到期
        # 文件: commitments/2026-01.yml
        标题: 修好二组断头水渠380米
        # 文件: commitments/2026-02.yml
        标题: 三组装路灯20盏
        期限: 2026-12-20
        销号:

    不合格：
        # 到期两条，兑现一条
        # 文件: commitments/2026-01.yml
        标题: 修好二组断头水渠380米
        # 文件: commitments/2026-02.yml
        标题: 三组装路灯20盏
        期限: 2026-11-10
        销号:
        # 应报: C07 village.yml

    不合格：
        # 到期一条，没有兑现
        # 文件: commitments/2026-02.yml
        标题: 三组装路灯20盏
        承诺主体: 村干部
        承诺人: 村委会主任 林志远
        期限: 2026-11-10
        销号:
        # 应报: C07 village.yml
    """
    yield from below_target(case, context, context.parameters.org_rate, members=False)


RULE = Rule(
    code="C07",
    title="组织承诺兑现多少",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="兑现多少是村民评判的依据；所以照样公开，写明到期几条、兑现几条。",
    basis=("承诺制",),
    check=check,
)
