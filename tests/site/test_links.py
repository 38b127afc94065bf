"""What is counted as paid for a decision: money out, advances until they come back, never income."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.records.kinds.finance import Entry


@pytest.mark.parametrize(
    ("flow", "paid"), [("支出", "80.50"), ("暂付", "80.50"), ("收回", "-80.50"), ("收入", "0"), ("划转", "0")]
)
def test_what_an_entry_adds_to_the_money_spent(flow: str, paid: str) -> None:
    entry = Entry.model_validate({"收支": flow, "摘要": "修路砂石料款", "金额": "80.50"})
    assert entry.paid == Decimal(paid)
