"""F09: every entry says its day, its voucher, the other side, and who handled and approved it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.ranges import ranges
from generator.records.kinds.finance import Entry, Finance
from generator.records.read import Record
from generator.rules.finance.entry_words import called
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope

SHORTEST = 6
"""A summary needs so many characters to say what was bought and for what."""
_VAGUE = re.compile(
    r"(?:其他|其它|杂项|杂费|费用|支出|开支|各项|零星|日常|等|[0-9一二三四上下半年月日份季度第]|[\s、，。（）()])+"
)


def check(record: Record, context: Context) -> Iterator[Problem]:
    """每笔支出要写清楚哪天、凭证号、付给谁、谁经手、谁批准、做什么用；每笔收入要写清楚哪天、凭证号、从谁那里来。

    为什么：
        这几样写全了，大家才看得懂每一笔，有疑问也知道问谁、查哪张凭证。

    怎么查：
        支出：日期、凭证号、账户、对方、对方类别、经手、批准都有；摘要不少于6个字，不能只写“其他费用”“日常开支”。
        收入：日期、凭证号、账户、对方都有。没有分账户的账不查账户。
        同一个账户里，同一个凭证号不能出现在两个日子，也不能有两行摘要、金额都一样。
        一张凭证分几行写清楚的，可以。

    怎么改：
        照凭证补上。对方是个人的，名字写成“李某某”，对方类别写“个人”。

    合格：
        收支明细:
          - 收支: 收入
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            摘要: 东塘鱼塘承包费（2026年下半年）
            金额: 18000.00
            对方: 李某某
          - 收支: 支出
            日期: 2026-10-10
            凭证号: 支-46
            账户: 基本户
            摘要: 保洁员10月工资（2人，每人2800元）
            金额: 5600.00
            对方: 保洁员2人
            对方类别: 多人
            经手: 村报账员 周小梅
            批准: 村委会主任 林志远

    合格：
        # 一张凭证，分三行写清楚
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 54800.00}
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 对方: 李某某, 摘要: 鱼塘租金, 金额: 1000.00}
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 对方: 李某某, 摘要: 果园租金, 金额: 1000.00}
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 对方: 李某某, 摘要: 果园租金, 金额: 800.00}

    不合格：
        收支明细:
          - 收支: 支出  # <- F09
            日期: 2026-10-10
            凭证号: 支-46
            账户: 基本户
            摘要: 10月其他费用
            金额: 5600.00
            对方: 石渡文具店

    不合格：
        收支明细:
          - {收支: 收入, 账户: 基本户, 摘要: 东塘鱼塘承包费, 金额: 18000.00}  # <- F09

    不合格：
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 对方: 李某某, 摘要: 鱼塘租金, 金额: 9000.00}
          - 收支: 收入  # <- F09
            日期: 2026-10-09
            凭证号: 收-21
            账户: 基本户
            对方: 李某某
            摘要: 鱼塘租金
            金额: 9000.00
          - 收支: 收入  # <- F09
            日期: 2026-10-19
            凭证号: 收-21
            账户: 基本户
            对方: 王某
            摘要: 果园租金
            金额: 9000.00
    """
    body: Finance = record.body
    seen: dict[tuple[str | None, ...], list[tuple[Entry, int]]] = {}
    told: dict[tuple[str, str, str], list[int]] = {}
    for index, entry in enumerate(body.entries):
        missing = listed(_missing(entry, bool(body.accounts)))
        faults = [f"缺少{missing}"] if missing else []
        remedies = [f"补上{missing}"] if missing else []
        notes = [f"没有写{missing}"] if missing else []
        if entry.flow == "支出" and (unclear := _unclear(entry.summary)):
            faults.append(unclear)
            remedies.append("摘要写明买了什么、做了什么、多少数量")
            notes.append("用途写得不清楚")
        if entry.voucher:
            same = seen.setdefault((entry.account, entry.flow, entry.voucher), [])
            if before := next((number for other, number in same if _is_repeated(other, entry)), None):
                faults.append(f"凭证号和第{before}笔一样")
                remedies.append("凭证号抄错的改过来，记了两遍的删掉一行")
                notes.append(f"凭证号和第{before}行一样")
            same.append((entry, index + 1))
        if faults:
            told.setdefault(("；".join(faults), "；".join(remedies), "，".join(notes)), []).append(index)
    for (fault, remedy, note), rows in told.items():
        first, *others = rows
        numbers = ranges(row + 1 for row in rows)
        named = f"第{numbers}笔都" if others else called(body.entries[first], first)
        also = [("收支明细", row) for row in others]
        yield Problem(("收支明细", first), f"{named}{fault}", remedy, f"第{numbers}行{note}。", also=also)


def _missing(entry: Entry, has_accounts: bool) -> tuple[str, ...]:
    if entry.flow not in ("收入", "支出"):
        return ()
    needed: dict[str, object] = {"日期": entry.day, "凭证号": entry.voucher}
    if has_accounts:
        needed["账户"] = entry.account
    needed["对方"] = entry.party
    if entry.flow == "支出":
        needed |= {"对方类别": entry.party_kind, "经手": entry.handler, "批准": entry.approver}
    return unwritten(needed)


def _unclear(summary: str) -> str:
    if _VAGUE.fullmatch(summary):
        return f"摘要“{summary[:12]}”太笼统"
    length = len("".join(summary.split()))
    return f"摘要只有{length}个字，至少{SHORTEST}个字" if length < SHORTEST else ""


def _is_repeated(one: Entry, other: Entry) -> bool:
    """The same number on another day, or the same line twice. One voucher may have several different lines."""
    if len({one.day, other.day} - {None}) > 1:
        return True
    return one.summary == other.summary and one.amount == other.amount


RULE = Rule(
    code="F09",
    title="每笔账要写清楚",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="缺几样也比不公开好；所以照样公开，旁边写明缺什么。",
    basis=("财务制度·公开透明", "财务公开规定", "公开"),
    check=check,
    kinds=("finance",),
)
