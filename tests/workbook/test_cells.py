"""What people and programs put into cells."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.kinds import BY_FOLDER
from generator.records.values import parse_number
from generator.records.walk import Field
from generator.source.document import parse
from generator.workbook.cells import text_of, written
from generator.workbook.sheets import sheets_of

COLUMNS = {
    (sheet.name, column.name): column.field
    for kind in ("finance", "benefits", "projects", "decisions")
    for sheet in sheets_of(BY_FOLDER[kind])
    for column in sheet.columns
}
AMOUNT = COLUMNS["收支明细", "金额"]
DAY = COLUMNS["收支明细", "日期"]
TEXT = COLUMNS["收支明细", "摘要"]
TERM = COLUMNS["基本信息", "期间"]
COUNT = COLUMNS["基本信息", "户数"]
CHANNELS = COLUMNS["基本信息", "公开/渠道"]


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (AMOUNT, 1234.5, "1234.50"),
        (AMOUNT, 0.1 + 0.2, "0.30"),
        (AMOUNT, 12, "12.00"),
        (AMOUNT, "1,234.5", "1234.50"),
        (AMOUNT, "１２００．００", "1200.00"),
        (AMOUNT, "￥1234.50", "1234.50"),
        (AMOUNT, "1.2万", "12000.00"),
        (AMOUNT, "-300", "-300.00"),
        (AMOUNT, "—", ""),
        (AMOUNT, "约820", "约820"),
        (AMOUNT, "不详", "不详"),
        (AMOUNT, "三百", "三百"),
        (AMOUNT, 1.005, "1.005"),
        (DAY, datetime(2026, 11, 2), "2026-11-02"),
        (DAY, date(2026, 11, 2), "2026-11-02"),
        (DAY, 46329.0, "2026-11-03"),
        (DAY, 20261103.0, "2026-11-03"),
        (DAY, "2026.11.12", "2026-11-12"),
        (DAY, "2026年11月12日", "2026-11-12"),
        (DAY, "11月12日", "2026-11-12"),
        (DAY, "2026-11-31", "2026-11-31"),
        (DAY, "二〇二六年三月一日", "2026-03-01"),
        (TERM, datetime(2026, 10, 1), "2026-10"),
        (TERM, "2026年10月", "2026-10"),
        (TERM, "2026年第三季度", "2026-Q3"),
        (TERM, 2026.0, "2026"),
        (COUNT, 12.0, "12"),
        (COUNT, "12户", "12"),
        (COUNT, 12.5, "12.5"),
        (TEXT, 107.0, "107"),
        (TEXT, " 场地使用费\u00a0 ", "场地使用费"),
        (TEXT, "两行\r\n字", "两行；字"),
        (TEXT, True, "是"),
        (TEXT, None, ""),
    ],
)
def test_cells(field: Field, value: Any, text: str) -> None:
    assert text_of(value, field, 2026) == text


@given(st.decimals(min_value=Decimal("-99999999.99"), max_value=Decimal("99999999.99"), places=2))
def test_amounts_come_through(amount: Decimal) -> None:
    """However they stand there: as a number, with thousands marks, as text."""
    for value in (float(amount), f"{amount:,}", f"{amount}", f"￥{amount:,}"):
        text = text_of(value, AMOUNT, 2026)
        assert parse_number(text) == amount or amount < 0
    assert text_of(float(amount), AMOUNT, 2026) == f"{amount:.2f}".replace("-0.00", "0.00") or amount == 0


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_days_come_through(day: date) -> None:
    serial = (day - date(1899, 12, 30)) / timedelta(days=1)
    for value in (
        serial,
        day,
        day.isoformat(),
        f"{day:%Y.%m.%d}",
        f"{day.year}/{day.month}/{day.day}",
        int(f"{day:%Y%m%d}"),
    ):
        assert text_of(value, DAY, None) == day.isoformat()


@given(st.text(max_size=60))
def test_any_text_is_read_back(text: str) -> None:
    """What stands in the file is what was in the cell: no quote, mark or blank breaks it."""
    plain = text_of(text, TEXT, None)
    if not plain or not plain.isprintable():
        return
    document = parse("x.yml", f"摘要: {written(plain, TEXT)}\n".encode()).document
    assert document is not None
    assert document.root["摘要"] == plain


def test_several_in_one_cell() -> None:
    assert written("公开栏、网站, 广播", CHANNELS) == "[公开栏, 网站, 广播]"
