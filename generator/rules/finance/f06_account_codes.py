"""F06: account codes are those of the chart in force, with their own names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from generator.base.dates import add_days
from generator.base.finding import Effect, Key
from generator.law.chart_of_accounts import Chart, chart_on, split_code
from generator.records.kinds.finance import Finance
from generator.records.places import Village
from generator.records.read import Record
from generator.rules.phrases import listed
from generator.rules.rule import Context, Problem, Rule, Scope

Route = tuple[Key, ...]

_LEVEL = 3
"""Digits of a first-level code; sub-codes are longer."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """科目的编号和名称，要照当时的会计科目表写。2024年起用新的科目表，同一个编号意思变了。

    为什么：
        编号502从前是经营支出，现在是投资收益。用错了，花的钱会被当成赚的钱。

    怎么查：
        按这一期的期末选科目表，看编号有没有、编号和名称对不对得上。51402这样的明细科目看前三位。
        没写科目的不查；只写名称的，看科目表里有没有。社区和镇里的账、写了币种的账不用这张表，不查。
        同一个写法用了多次，只在第一处提出来。

    怎么改：
        照提示换成对的编号和名称，例如“514 公益支出”。

    合格：
        科目汇总:
          - {科目: 501 经营收入—承包费, 收入: 18000.00}
          - {科目: 50201 国债利息, 收入: 0.00}
          - {科目: 503 补助, 收入: 0.00}
          - {科目: 51402 公益支出—环境卫生, 支出: 5600.00}
        收支明细:
          - 收支: 收入
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            科目: 501 经营收入
            摘要: 东塘鱼塘承包费（2026年下半年）
            金额: 18000.00
            对方: 李某某
            对方类别: 个人
          - 收支: 支出
            日期: 2026-10-10
            凭证号: 支-46
            账户: 基本户
            科目: 51402 环境卫生
            摘要: 保洁员10月工资（2人，每人2800元）
            金额: 5600.00
            对方: 保洁员2人
            对方类别: 多人
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远

    合格：
        # 文件: finance/2019-10.yml
        期间: 2019-10
        账户:
          - {名称: 基本户, 期初: 20000.00, 期末: 14400.00}
        收支明细:
          - 收支: 支出
            日期: 2019-10-10
            凭证号: 支-46
            账户: 基本户
            科目: 541 管理费用
            摘要: 村部10月电费和办公用品
            金额: 5600.00
            对方: 石渡供电所
            对方类别: 单位
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远

    合格：
        # 村: 类型=社区
        科目汇总:
          - {科目: 6602 管理费用, 支出: 0.00}
        # 文件: shidu/records/finance/2026-10.yml
        科目汇总:
          - {科目: 6602 管理费用, 支出: 0.00}

    不合格：
        收支明细:
          - 收支: 支出
            账户: 基本户
            科目: 502 经营支出  # <- F06
            摘要: 鱼塘抽水电费（10月）
            金额: 5600.00
        科目汇总:
          - {科目: 50201 经营支出, 支出: 5600.00}  # <- F06
          - {科目: 514 管理费用, 支出: 0.00}  # <- F06
          - {科目: 零星开支, 支出: 0.00}  # <- F06

    不合格：
        收支明细:
          - 收支: 支出
            账户: 基本户
            科目: 541 管理费用  # <- F06
            摘要: 村部打印机硒鼓2个
            金额: 380.00
          - 收支: 支出
            账户: 基本户
            科目: 541 管理费用
            摘要: 村部10月电费（436度）
            金额: 5220.00
    """
    if not isinstance(context.profile, Village) or context.profile.type == "社区":
        return
    body: Finance = record.body
    if body.currency is not None:
        return  # the chart is that of a collective, whose accounts are in 元
    written: list[tuple[Route, str | None]] = [
        (("收支明细", index, "科目"), entry.code) for index, entry in enumerate(body.entries)
    ]
    written += [(("科目汇总", index, "科目"), total.code) for index, total in enumerate(body.code_totals)]
    first: dict[str, Route] = {}
    for route, text in written:
        if text:
            first.setdefault(text, route)
    uses = Counter(text for _, text in written)
    chart = chart_on(body.period.end)
    for text, route in first.items():
        if problem := _unknown(text, route, uses[text], chart):
            yield problem


def _unknown(text: str, route: Route, uses: int, chart: Chart) -> Problem | None:
    code, name = split_code(text)
    official = chart.name_of(code) if len(code) >= _LEVEL else None
    former = chart_on(add_days(chart.since, -1)).accounts.get(code[:_LEVEL], "")
    if _agrees(code, name, official, former) if official else not code and _code_of(chart, name):
        return None
    year, shown = chart.since.year, text[:20]
    times = f"（共{uses}处）" if uses > 1 else ""
    right = _code_of(chart, name, former)
    remedy = f"改成：{right} {chart.accounts[right]}" if right else f"换成科目表里的：{_choices(chart)}"
    if official:
        is_called = f"{code[:_LEVEL]}是“{official}”"
        note = f"有的科目编号和名称不一致：{year}年起的会计科目表里，{is_called}。"
        return Problem(route, f"“{shown}”编号和名称不一致，{is_called}{times}", remedy, note)
    note = f"有的科目不在{year}年起的会计科目表里。"
    return Problem(route, f"{year}年起的科目表里没有“{shown}”{times}", remedy, note)


def _agrees(code: str, name: str, official: str, former: str) -> bool:
    """Whether a name means the same account as its code. It may be shorter or more precise than the official name.

    A sub-code may have any name, except the one that its number had in the chart before.
    """
    plain, known, old = _plain(name), _plain(official), _plain(former)
    if plain.startswith(known) or known.startswith(plain):
        return True
    return len(code) > _LEVEL and not (old and plain.startswith(old))


def _code_of(chart: Chart, *names: str) -> str | None:
    """The code of the account that one of `names` is or begins with. The first name that is known decides."""
    known = [(code, _plain(name)) for code, name in chart.accounts.items()]
    return next((code for name in names for code, plain in known if _plain(name).startswith(plain)), None)


def _choices(chart: Chart) -> str:
    names = (f"{code} {name}" for code, name in chart.accounts.items() if code.startswith("5"))
    return listed(names)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).replace(" ", "")


RULE = Rule(
    code="F06",
    title="科目要用对",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="钱数没有错，只是归类不对；所以照样公开，旁边写明。",
    basis=("会计制度·科目",),
    check=check,
    kinds=("finance",),
)
