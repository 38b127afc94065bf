"""T03: general village affairs are public for every quarter, in time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.unkept import unkept


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村务的一般事项至少每季度公开一次，季度结束后20天内公开（天数由县里定）。

    为什么：
        修渠、低保、宅基地、协商定的事，办得怎样，大家要按时看得到。

    怎么查：
        从本村开始公开那天算起，每个季度都要有一份“事项: 村务事项”的公告，“期间”写这个季度，
        公开日期不晚于季末后第20天。社区的居务，法律没有定季度，不查。

    怎么改：
        1. 缺的：用 disclose new notices 建一份，“事项”写村务事项，“期间”写那个季度。
        2. 已经晚了的：晚就是晚，不能改日期；原因写在“晚公开说明”里。

    合格：
        # 村: 开始公开日期=2026-07-01; 公开目录=[{事项: 承诺通报, 期限: 180}]
        # 文件: notices/2026-q3.yml
        事项: 村务事项
        期间: 2026-Q3
        公开:
          公开日期: 2026-10-20
          至: 2026-11-05
          渠道: [公开栏, 网站]
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-19}
        # 文件: finance/2026-q3.yml
        期间: 2026-Q3
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52000.00}
        收支明细: []
        公开:
          公开日期: 2026-10-15
          至: 2026-11-01
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-12}

    合格：
        # 社区的居务随时公开，不按季度
        # 村: 类型=社区; 开始公开日期=2026-07-01; 公开目录=[{事项: 承诺通报, 期限: 180}]
        # 文件: finance/2026-q3.yml
        期间: 2026-Q3
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52000.00}
        收支明细: []
        公开:
          公开日期: 2026-10-15
          至: 2026-11-01
          审核:
            - {机构: 居务监督委员会, 日期: 2026-10-12}

    不合格：
        # 村: 开始公开日期=2026-07-01
        # 文件: notices/2026-q3.yml
        事项: 村务事项
        期间: 2026-Q3
        公开:
          公开日期: 2026-10-21  # <- T03
          至: 2026-11-06
          渠道: [公开栏, 网站]
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-19}

    不合格：
        # 第三季度的村务事项一直没有文件
        # as_of: 2026-10-21
        # 村: 开始公开日期=2026-07-01
        # 应报: T03 village.yml
    """
    yield from unkept(
        case.duties_of("村务事项"),
        context,
        "用 disclose new notices 建一份，“事项”写村务事项，“期间”写 {period}，填好后提交",
    )


RULE = Rule(
    code="T03",
    title="村务至少每季度公开一次",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="晚公开也比不公开好；所以照样公开，旁边写明晚几天。",
    basis=("公开·村务",),
    check=check,
)
