"""S01: every value has the type of its field, and nothing has happened in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.rules.structure.happened import ahead
from generator.rules.where import said


def check(record: Record, context: Context) -> Iterator[Problem]:
    """每一项都要填对：名称要认得，该有的要有，金额、日期、人数照规定的写法；已经发生的事，日期不能在今天以后。

    为什么：
        写法不一样，电脑就算不出合计、排不出先后；“1.2万”“2026.3.1”各人看法不同，公开出去就会有出入。

    怎么查：
        金额只写数字，单位是元，最多两位小数；日期写成 2026-03-01；人数、票数写整数；“是”“否”照写。
        名称不认识的，告诉你最像的是哪一个。
        收支、开会表决、审核、收到和答复、完成和核实的日期，不能晚于检查的那一天；
        公开日期、“至”、期限可以在以后。

    怎么改：
        1. 把提示里“改成”后面的内容粘贴过来。
        2. 日期多半是年份写错了，对照原件改正。
        3. 看不出来的，用 disclose new 新建一份空表对照。

    合格：
        # 文件: finance/2026-10.yml
        期间: 2026-10
        说明: 10月28日前付清，12月再对账。

    合格：
        # 文件: questions/lamps.yml
        收到日期: 2026-10-31

    不合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - 收支: 支出
            日期: 2026.10.9  # <- S01
            摘要: 二组水渠清淤工钱
            金额: 1.2万  # <- S01

    不合格：
        标题: 三组停水公告
        公开:
          公开日其: 2026-10-10  # <- S01
          至: 2026-10-26
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    合格：
        # 文件: contracts/lengku.yml
        标题: 农产品冷库租赁合同
        约定收付:
          - {日期: 2026-04-10, 金额: 36000.00}
          - {日期: 2027-04-10, 金额: 36000.00}
          - {日期: 2028-04-10, 金额: 36000.00}

    不合格：
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 村务监督委员会, 日期: 2027-11-09}  # <- S01

    不合格：
        # 文件: decisions/2026-04-road.yml
        步骤:
          - 步骤: 决议
            日期: 2027-04-25  # <- S01
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 34

    不合格：
        # 文件: meetings/2026-09.yml
        标题: 九月村民代表会议
        日期: 2027-09-28  # <- S01
        # 文件: audits/2026.yml
        标题: 村委会主任任期经济责任审计
        发现的问题:
          - {问题: 租金晚收, 整改期限: 2027-03-31}
          - 问题: 票据没有签字
            整改日期: 2027-01-08  # <- S01
        # 文件: commitments/2026-05.yml
        制定日期: 2027-02-01  # <- S01
        期限: 2027-02-28
    """
    for route, _, day, _ in ahead(record.body, context.as_of):
        what = said(route)
        meant = _last_year(day)
        guess = f"是不是“{meant.isoformat()}”？" if meant <= context.as_of else ""
        yield Problem(
            route,
            f"{what}写的是{day_long(day)}，这一天还没有到",
            f"{guess}对照原件，写已经发生的那一天",
            f"{what}写的是{day_long(day)}，这一天还没有到，正在更正。",
        )


def _last_year(day: date) -> date:
    """The same day a year before. The clerk may have written the wrong year."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=max(1, day.year - 1), day=28)


RULE = Rule(
    code="S01",
    title="每一项都要填对",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="填错的数和日期公开出去就是错的；改对了马上就能公开。",
    basis=("本网站",),
    check=check,
)
