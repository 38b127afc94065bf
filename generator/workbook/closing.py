"""Beside the accounts of a month: what the entries say each closing balance is, and the difference, red where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.workbook.intake import FIRST, HEAD, letter
from generator.workbook.sheets import Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ACCOUNTS = 20
_INTO, _OUT = ("收入", "收回"), ("支出", "暂付", "划转")


def closing_columns(
    page: Worksheet, accounts: Sheet, entries: Sheet, rows: int, head: Format, look: Format, red: Format
) -> None:
    """Add both columns.

    Args:
        rows: how many the sheet of entries has.
    """
    names = [column.name for column in accounts.columns]
    own = [column.name for column in entries.columns]
    first = len(names)

    def all_of(name: str) -> str:
        at = letter(own.index(name))
        return f"{entries.name}!${at}${FIRST + 1}:${at}${FIRST + rows}"

    def summed(account: str, column: str, flow: str) -> str:
        return f'SUMIFS({all_of("金额")},{all_of(column)},{account},{all_of("收支")},"{flow}")'

    for at, heading in enumerate(("按明细算的期末", "差额（应当是0）"), first):
        page.set_column(at, at, 15)
        page.write_string(HEAD, at, heading, head)
    for row in range(FIRST, FIRST + ACCOUNTS):
        name, opening, closing = (f"{letter(names.index(one))}{row + 1}" for one in ("名称", "期初", "期末"))
        into = "+".join([*(summed(name, "账户", flow) for flow in _INTO), summed(name, "转入账户", "划转")])
        out = "+".join(summed(name, "账户", flow) for flow in _OUT)
        page.write_formula(row, first, f'=IF({name}="","",ROUND({opening}+{into}-({out}),2))', look, "")
        result = f"{letter(first)}{row + 1}"
        page.write_formula(row, first + 1, f'=IF({name}="","",ROUND({closing}-{result},2))', look, "")
    cell = f"{letter(first + 1)}{FIRST + 1}"
    rule = {"type": "formula", "criteria": f'=AND({cell}<>"",{cell}<>0)', "format": red}
    page.conditional_format(FIRST, first + 1, FIRST + ACCOUNTS - 1, first + 1, rule)
