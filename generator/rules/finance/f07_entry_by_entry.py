"""F07: every payment and receipt has a line of its own, and there are no lump sums."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.base.dates import Period
from generator.base.finding import Effect
from generator.base.money import spoken
from generator.records.kinds.finance import Entry, Finance, sums
from generator.records.read import Record
from generator.rules.finance.entry_words import called
from generator.rules.rule import Context, Problem, Rule, Scope

_NUMBER = r"(?:[2-9]|[0-9]{2,}|[二两三四五六七八九十百多数几]+)"
_LUMP = re.compile(
    # 合计 may explain a sum (2人，每人2800元，合计5600元). At the start, or after words alone, it is a lump sum.
    r"(?<![联综整结混配组融])合计(?![划算生量]|\s*[0-9])"
    r"|^(?:[0-9]{1,4}[年月日.\-])*[^0-9，,（(联综整结混配组融]*合计(?![划算生量])"
    r"|汇总(?!表|人员|员|整理|资料|材料|工作)"
    r"|(?<![第统逐])一批(?![次发复准示改])"
    r"|若干笔|多笔|数笔"
    rf"|(?:等|其余|其他|共|共计|合计)\s*{_NUMBER}\s*笔"
)
_SEVERAL = re.compile(r"[0-9]\s*号?\s*[、，,；;~～至到和及与&＆]\s*[^0-9、，,；;~～]{0,4}[0-9]")
_DASH = re.compile(r"([0-9]{1,6})\s*[—–－]+\s*[^0-9]{0,2}([0-9]{1,6})")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """收一笔、花一笔，就写一行。不能几笔合在一起写，也不能只写总数。

    为什么：
        打捆写的总数，大家看不出钱花在了哪里。

    怎么查：
        摘要里有“汇总”“合计”“一批”“等几笔”“共几笔”这样的话；一个凭证号里写了好几张凭证；
        有收入、支出的合计，却一笔明细也没有。
        写明算法的“2人，每人2800元，合计5600元”，“第一批项目款”，都不算。

    怎么改：
        照凭证一笔一行写开，一行只写一个凭证号。

    合格：
        收支明细:
          - 收支: 收入
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            摘要: 2026年第一批产业补助
            金额: 18000.00
            对方: 石渡镇人民政府
            对方类别: 单位
          - 收支: 支出
            日期: 2026-10-10
            凭证号: 支-46
            账户: 基本户
            摘要: 保洁员10月工资（2人，每人2800元，合计5600元）
            金额: 5600.00
            对方: 保洁员2人
            对方类别: 多人
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远

    合格：
        # 年份、月份、同一个字头后面带一横的，是一张凭证
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 57000.00}
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 2026—10046, 账户: 基本户, 对方: 李某某, 摘要: 鱼塘租金, 金额: 1000.00}
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 10—48, 账户: 基本户, 对方: 王某某, 摘要: 果园租金, 金额: 1000.00}
          - {收支: 收入, 日期: 2026-10-12, 凭证号: 46—2, 账户: 基本户, 对方: 陈某某, 摘要: 机耕费, 金额: 1000.00}
          - {收支: 收入, 日期: 2026-10-12, 凭证号: 3—46, 账户: 基本户, 对方: 赵某某, 摘要: 水费, 金额: 1000.00}
          - {收支: 收入, 日期: 2026-10-12, 凭证号: 3—47, 账户: 基本户, 对方: 周某某, 摘要: 水费, 金额: 1000.00}

    合格：
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 52000.00}
        合计: {收入: 0.00, 支出: 0.00}
        收支明细: []

    不合格：
        收支明细:
          - 收支: 支出
            摘要: 10月办公费等5笔  # <- F07
            金额: 5600.00

    不合格：
        收支明细:
          - 收支: 支出
            凭证号: 支-46、支-47  # <- F07
            摘要: 村部打印机硒鼓2个
            金额: 380.00
          - 收支: 支出
            凭证号: 48—52  # <- F07
            摘要: 各项支出汇总  # <- F07
            金额: 5220.00

    不合格：
        合计:  # <- F07
          收入: 18000.00
          支出: 5600.00
        收支明细: []
    """
    body: Finance = record.body
    if not body.entries:
        yield from _totals_only(body)
        return
    dashes = Counter(match[1] for entry in body.entries if (match := _DASH.search(entry.voucher or "")))
    for index, entry in enumerate(body.entries):
        if found := _LUMP.search(entry.summary):
            yield Problem(
                ("收支明细", index, "摘要"),
                f"{called(entry, index)}的摘要有“{_word(found[0])}”，像是几笔合在一起写的",
                "照凭证一笔一行写开，写明每一笔做了什么、多少钱",
                f"第{index + 1}行的摘要里有“{_word(found[0])}”。",
            )
        if entry.voucher and _is_several(entry.voucher, entry, body.period, dashes):
            yield Problem(
                ("收支明细", index, "凭证号"),
                f"“{called(entry, index)}”是好几张凭证，合在一行了",
                "一张凭证写一行，一行只写一个凭证号",
                f"第{index + 1}行是几张凭证合在一起写的。",
            )


def _word(found: str) -> str:
    """The word that shows a lump sum. The text before 合计 is the clerk's own and is not repeated."""
    return "合计" if found.endswith("合计") else found


def _totals_only(body: Finance) -> Iterator[Problem]:
    figures = sums(body)
    by_code = [amount for total in body.code_totals for amount in (total.income, total.expense)]
    if not any((figures.income, figures.expense, figures.advance, *by_code)):
        return
    income, expense = spoken(figures.income), spoken(figures.expense)
    route = "合计" if body.totals else "科目汇总" if body.code_totals else "账户"
    yield Problem(
        (route,),
        f"只有总数（收入{income}，支出{expense}），一笔明细也没有",
        "在“收支明细”里，照凭证一笔一行写开",
        "这一期只有总数，没有一笔一笔列出来。",
    )


def _is_several(voucher: str, entry: Entry, period: Period, dashes: Counter[str]) -> bool:
    """Whether several vouchers stand in one line.

    46、47 and 46至48 and 46—48 are several. But 10—48 in October and 2026—048 are one voucher with a prefix.
    """
    if _SEVERAL.search(voucher):
        return True
    match = _DASH.search(voucher)
    if not match or int(match[1]) >= int(match[2]) or dashes[match[1]] > 1:
        return False
    months = {period.start.month, period.end.month, *([entry.day.month] if entry.day else [])}
    first = int(match[1])
    return not (len(match[1]) == 4 or min(months) <= first <= max(months))


RULE = Rule(
    code="F07",
    title="一笔一笔公开",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="总数大家也有权看；所以照样公开，旁边写明没有一笔一笔列出来。",
    basis=("财务公开规定", "公开"),
    check=check,
    kinds=("finance",),
)
