"""F22: the agency that keeps the books has checked the closed period."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.kinds.finance import Finance
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """账由乡镇代理机构记的村，公开以前代理机构要复核；复核要在月底（季末）结账以后。

    为什么：
        村里报账、镇里代记，两边对过一遍，账才靠得住。没有结账就复核，等于没有看完。

    怎么查：
        “审核”里机构名称带“代理”的就是代理机构；最晚一次的日期不早于期间的最后一天。
        参数“委托代理记账”写“是”的村，没有这一条就会提出来。乡镇自己的账不查。
        公开以后才审核的，由T05提出来。

    怎么改：
        1. 代理机构复核过的，在“审核”里补一条：机构、日期、意见。
        2. 日期抄错的照复核单改正；没有抄错的，请代理机构结账以后再看一遍。

    合格：
        # 参数: 委托代理记账=是
        公开:
          公开日期: 2026-11-12
          编制: 村报账员 周小梅
          审核:
            - {机构: 农村三资代理中心, 日期: 2026-10-20}
            - {机构: 农村三资代理中心, 日期: 2026-10-31}
            - {机构: 村务监督委员会, 日期: 2026-11-09}

    合格：
        # 参数: 委托代理记账=是
        # 乡镇自己的账
        # 文件: shidu/records/finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          编制: 石渡镇财政所
          审核:
            - {机构: 石渡镇纪委, 日期: 2026-11-09}

    合格：
        # 村里自己记账
        公开:
          公开日期: 2026-11-12
          编制: 村报账员 周小梅
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-09}

    不合格：
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-09}
            - {机构: 农村三资代理中心, 日期: 2026-10-29}
            - {机构: 农村三资代理中心, 日期: 2026-10-30}  # <- F22

    不合格：
        # 参数: 委托代理记账=是
        公开:
          公开日期: 2026-11-12
          审核:  # <- F22
            - {机构: 村务监督委员会, 日期: 2026-11-09}
    """
    body: Finance = record.body
    agents = [(one.day, index) for index, one in enumerate(body.publication.reviews) if "代理" in one.body]
    if agents:
        day, index = max(agents)
        if day < body.period.end:
            days = f"代理机构{day_long(day)}复核，这一期到{day_long(body.period.end)}结束"
            yield Problem(
                ("公开", "审核", index),
                f"还没有结账就复核：{days}",
                "照复核单改正；没有抄错的，请代理机构结账以后再看一遍",
                f"{days}。",
            )
    elif context.parameters.agent_books and context.place.village:
        yield Problem(
            ("公开", "审核"),
            "没有写代理机构的复核",
            "复核过的，在“审核”里补一条：机构、日期、意见",
            "没有写明代理机构是否复核过。",
        )


RULE = Rule(
    code="F22",
    title="代理机构复核过",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="没有复核也要让大家看到账；所以照样公开，旁边写明有没有复核。",
    basis=("委托代理记账", "财务公开规定"),
    check=check,
    kinds=("finance",),
)
