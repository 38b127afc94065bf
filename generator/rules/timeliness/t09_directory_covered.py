"""T09: most of what the 公开目录 asks for is public."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days
from generator.base.finding import Effect
from generator.base.share import share
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

YEAR = 365
TOLD = 3


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """公开目录里到期该公开的，一年里至少公开了八成（几成由县里定）。

    为什么：
        公开哪些事由目录定，不能只挑好说的公开。

    怎么查：
        数最近一年到期的：公开了的（晚公开的也算）除以该公开的。暂缓公开的、
        目录里写了“不适用”和原因的、村里从来没有登记过的，不算在内。

    怎么改：
        1. 运行 disclose due --village 镇/村，照单子把缺的补上。
        2. 本村确实没有这件事的，由县里或者镇里在“公开目录”里写“不适用: 是”和“原因”，原因会公开。

    合格：
        # 两件，财务按时公开了，党务事项还没有；承诺由镇党委通报
        # 参数: 目录最低覆盖率=0.5; 村务公开期限=20
        # 村: 类型=社区; 开始公开日期=2026-07-01
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990123100000"
        公开目录:
          - {事项: 承诺通报, 不适用: 是, 原因: 社区没有单独的党支部，承诺由镇党委通报}
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

    合格：
        # 两个季度的党务事项，第三季度的晚了一天也算公开了，第二季度的还没有
        # 参数: 目录最低覆盖率=0.5; 村务公开期限=20
        # 村: 类型=社区; 开始公开日期=2026-04-01
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990123100000"
        公开目录:
          - {事项: 承诺通报, 不适用: 是, 原因: 社区没有单独的党支部，承诺由镇党委通报}
          - {事项: 财务收支, 不适用: 是, 原因: 社区没有单独的账，由镇三资代理中心公布}
        # 文件: notices/2026-q3.yml
        标题: 2026年第三季度党务公开
        栏目: 党务
        事项: 党务事项
        期间: 2026-Q3
        公开:
          公开日期: 2026-10-21
          渠道: [公开栏, 网站]
          审核:
            - {机构: 镇党委, 日期: 2026-10-19}

    合格：
        # 一年以前到期的不再数：2025年的党建经费，应在2026年1月31日前公开
        # as_of: 2027-01-31
        # 参数: 目录最低覆盖率=1
        # 村: 类型=社区; 开始公开日期=2025-01-01
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990123100000"
        公开目录:
          - {事项: 财务收支, 不适用: 是, 原因: 社区没有单独的账，由镇三资代理中心公布}
          - {事项: 党建经费, 必须: 是}

    不合格：
        # 同一份目录，早一天看，还在一年以内
        # as_of: 2027-01-30
        # 参数: 目录最低覆盖率=1
        # 村: 类型=社区; 开始公开日期=2025-01-01
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990123100000"
        公开目录:
          - {事项: 财务收支, 不适用: 是, 原因: 社区没有单独的账，由镇三资代理中心公布}
          - {事项: 党建经费, 必须: 是}
        # 应报: T09 village.yml

    不合格：
        # 四件只公开了财务一件
        # 参数: 目录最低覆盖率=0.8; 村务公开期限=20
        # 村: 开始公开日期=2026-07-01
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
        # 应报: T09 village.yml
    """
    since = add_days(context.as_of, -YEAR)
    due = [duty for duty in case.duties if duty.due > since]
    done = sum(duty.state in ("按时", "晚") for duty in due)
    missing = [duty for duty in due if duty.state == "缺"]
    whole = done + len(missing)
    if done >= context.parameters.directory_least * whole:
        return
    first = "、".join(duty.title for duty in missing[:TOLD])
    more = "等" if missing[TOLD:] else ""
    yield Problem(
        (),
        f"最近一年该公开{whole}件，公开了{done}件（{share(done, whole)}），缺{first}{more}",
        f"运行 disclose due --village {case.place.folder}，照单子补上",
        f"最近一年到期该公开{whole}件，公开了{done}件。",
    )


RULE = Rule(
    code="T09",
    title="目录里的事都要公开",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="缺多少件是看得见的事实，写明件数，大家心里有数。",
    basis=("公开·一般", "县里规定"),
    check=check,
)
