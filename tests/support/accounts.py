"""Accounts for tests, as short as they can be."""

from __future__ import annotations

from collections.abc import Mapping

from generator.site.model import PlaceSite
from tests.exports.model import village

PUBLISHED = "公开: {公开日期: 2026-11-12}\n"
ROAD = {"类别": "修路修渠", "金额": "100.00"}


def account(period: str, *entries: Mapping[str, str], name: str = "基本户", **fields: str) -> str:
    """A record of one account; its entries are payments unless they say something else."""
    lines = [{"收支": "支出", "账户": name, "摘要": "一笔", **entry} for entry in entries]
    rows = "".join(f"  - {{{', '.join(f'{key}: {value}' for key, value in line.items())}}}\n" for line in lines)
    balances = {"期初": "0.00", "期末": "0.00", **fields}
    said = ", ".join(f"{key}: {value}" for key, value in balances.items())
    return f"期间: {period}\n账户:\n  - {{名称: {name}, {said}}}\n收支明细:{f'{chr(10)}{rows}' if rows else ' []'}\n{PUBLISHED}"


def place(*texts: str, **more: str) -> PlaceSite:
    """A village with these accounts and other records, by their path without ending."""
    return village({**{f"finance/a{number:02}": text for number, text in enumerate(texts)}, **more})
