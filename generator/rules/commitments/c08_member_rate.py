"""C08: the share of the party members' promises kept reaches its target."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.commitments.rate import below_target
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """党员到期的承诺，兑现的要达到县里定的目标（没有另定的是90%）。

    为什么：
        党员承诺的都是身边小事，做没做到，邻居看得最清楚。

    怎么查：
        “承诺主体”是党员的承诺，到期的里面已经销号的占多少；晚做完的也算兑现。
        已撤销的、没到期的、暂缓公开的不算。

    怎么改：
        1. 做完了没销号的，补上“销号”和佐证。
        2. 没做完的抓紧办，写明“没按期的原因”。

    合格：
        # 文件: commitments/2026-11.yml
        标题: 帮3户老人收晚稻
        承诺主体: 党员
        承诺人: 第三党小组

    合格：
        # 撤销的不算
        # 文件: commitments/2026-12.yml
        标题: 带2户养鱼
        承诺主体: 党员
        承诺人: 第一党小组
        期限: 2026-10-31
        销号:
        已撤销: 是

    不合格：
        # 到期两条，兑现一条
        # 文件: commitments/2026-11.yml
        标题: 帮3户老人收晚稻
        承诺主体: 党员
        承诺人: 第三党小组
        # 文件: commitments/2026-12.yml
        标题: 清扫村口停车场2次
        承诺主体: 党员
        承诺人: 第一党小组
        期限: 2026-10-31
        销号:
        # 应报: C08 village.yml

    不合格：
        # 参数: 党员承诺兑现率=1
        # 县里定的目标是100%
        # 文件: commitments/2026-11.yml
        标题: 帮3户老人收晚稻
        承诺主体: 党员
        承诺人: 第三党小组
        期限: 2026-11-17
        销号:
        # 应报: C08 village.yml
    """
    yield from below_target(case, context, context.parameters.member_rate, members=True)


RULE = Rule(
    code="C08",
    title="党员承诺兑现多少",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="兑现多少是党员群众评判的依据；所以照样公开，写明到期几条、兑现几条。",
    basis=("承诺制",),
    check=check,
)
