"""What the next record of a kind has in common with the one before it, so that nobody types it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from generator.base.dates import Period, parse_period
from generator.records.common import Kind
from generator.records.form import ASK
from generator.source.discover import SUFFIX
from generator.source.document import parse

ACCOUNT = ("名称", "种类", "户名", "尾号")
"""What an account keeps from month to month."""


def before(folder: Path, name: str) -> Path | None:
    """The last record of a folder of a kind before a new one, by their names; None where there is none.

    Args:
        name: of the new one, e.g. `2026-11`.
    """
    there = sorted(file.stem for file in folder.glob(f"*{SUFFIX}"))
    earlier = list(takewhile(lambda one: one < name, there))
    return folder / f"{earlier[-1]}{SUFFIX}" if earlier else None


def carried(kind: Kind[Any], file: Path, name: str) -> Mapping[str, Any]:
    """What is known of a new record, as `form` takes it; empty where the one before cannot be read whole.

    Args:
        file: the record before.
        name: of the new one. Where it is a month, quarter or year, so is what the record is about.
    """
    read = parse(file.name, file.read_bytes())
    if read.document is None or read.findings:
        return {}
    root = read.document.root
    known: dict[str, Any] = {"公开": _publication(_part(root.get("公开")))}
    period = parse_period(name.upper())
    if period is not None and _is_as_long(period, root.get("期间")):
        known["期间"] = period.code
    if kind.folder == "finance" and (accounts := [_account(one) for one in _items(root.get("账户"))]):
        known["账户"] = accounts
    return known


def _is_as_long(period: Period, before: object) -> bool:
    last = parse_period(str(before))
    return last is not None and (last.is_month, last.is_quarter) == (period.is_month, period.is_quarter)


def _account(before: Mapping[str, Any]) -> Mapping[str, Any]:
    """An account with its last closing balance as the first of the new period."""
    kept = {name: before[name] for name in ACCOUNT if name in before}
    first = {"期初": before["期末"]} if isinstance(before.get("期末"), str) else {}
    asked = {
        name: ASK for name, value in before.items() if name not in kept and name != "期初" and isinstance(value, str)
    }
    return {**kept, **first, **asked}


def _publication(before: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where it is made public, who makes it, and who looks through it; not when."""
    known: dict[str, Any] = {name: before[name] for name in ("渠道", "编制", "范围") if before.get(name)}
    if reviews := _items(before.get("审核")):
        known["审核"] = [{name: one[name] if name in ("机构", "审核人") else ASK for name in one} for one in reviews]
    return known


def _part(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _items(value: object) -> Sequence[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
