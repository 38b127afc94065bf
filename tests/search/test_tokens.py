"""Tokens: what of a document can be looked up."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.documents import SearchDocument
from generator.search.tokens import document_tokens, number_token, number_values, plain, token_hash

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
LINE = st.text(st.one_of(HAN, st.sampled_from("0123456789abcXYZ，。（）：- ,.年月日元万𬇙㎡①Ａ＊×·")), max_size=40)


def document(text: str, **changed: object) -> SearchDocument:
    values = {
        "url": "a/b/notices/c.html", "title": "标题", "day": date(2026, 5, 20), "township": "a", "township_name": "石渡镇",
        "village": "b", "village_name": "柳湾村", "kind": "notices", "kind_name": "公示公告", "board": "村务", "text": text,
    }  # fmt: skip
    return SearchDocument(**(values | changed))  # type: ignore[arg-type]  # a test's shorthand


def has(text: str, *tokens: str) -> bool:
    found = set(document_tokens(document(text)))
    return all(token_hash(token) in found for token in tokens)


@given(st.lists(LINE, max_size=6))
def test_two_letters_in_a_line_are_a_token_whatever_stands_between(lines: list[str]) -> None:
    found = set(document_tokens(document("\n".join(lines))))
    for line in lines:
        kept = [char for char in plain(line) if char.isalnum() or char == "*"]
        units = "".join(kept).encode("utf-16-le")
        for at in range(0, len(units) - 2, 2):
            assert token_hash(units[at : at + 4].decode("utf-16-le", "surrogatepass")) in found


@given(st.text(HAN, min_size=2, max_size=6), st.text(HAN, min_size=2, max_size=6))
def test_lines_are_never_joined(first: str, second: str) -> None:
    apart = set(document_tokens(document(f"{first}\n{second}")))
    alone = set(document_tokens(document(first))) | set(document_tokens(document(second)))
    assert apart == alone


@given(LINE)
def test_the_same_document_gives_the_same_tokens(text: str) -> None:
    assert set(document_tokens(document(text))) == set(document_tokens(document(text)))


DAYS = "2026年3月5日|2026-03-05|2026/3/5|2026.3.5|２０２６年３月５日|20260305|2026 年 3 月 5 日|二〇二六年三月五日|二○二六年三月五号"


@pytest.mark.parametrize("written", DAYS.split("|"))
def test_all_forms_of_a_day(written: str) -> None:
    assert has(f"于{written}召开", "d2026", "d202603", "d20260305", "m0305")


@pytest.mark.parametrize("written", ["2026年3月", "2026-03", "2026/3", "2026年3月份", "二〇二六年三月"])
def test_all_forms_of_a_month(written: str) -> None:
    assert has(f"在{written}前", "d2026", "d202603")
    assert not has(f"在{written}前", "d20260305")


@pytest.mark.parametrize(
    "written", ["2026-13-05", "2026年3月32日", "电话0990-1234567", "2026-2027", "12026-03-05", "HT-2026-031"]
)
def test_no_date(written: str) -> None:
    found = set(document_tokens(document(written, day=date(1999, 1, 1))))
    assert not {token_hash(f"d2026{month:02d}") for month in range(1, 13)} & found


@given(st.integers(1, 10**11).map(lambda cents: cents / 100))
def test_all_forms_of_an_amount(value: float) -> None:
    token = number_token(number_values(f"{value:.2f}")[0])
    for written in (f"{value:,.2f}元", f"{value:.2f}", f"￥{value:,.2f}", f"合计{value:.2f}元整"):
        assert has(written, token)


@pytest.mark.parametrize(
    ("written", "value"),
    [("15.8万元", "158000"), ("1.2亿", "120000000"), ("5，772.26", "5772.26"), ("0.56 万", "5600")],
)
def test_amounts_in_larger_units(written: str, value: str) -> None:
    assert has(written, number_token(value))


def test_filters_are_tokens() -> None:
    assert has("", "@b", "@notices", "@村务")
    own = document("", village=None, village_name=None)
    assert token_hash("@records") in set(document_tokens(own))


def test_title_place_kind_and_day_are_found_too() -> None:
    assert has("", "标题", "石渡", "镇柳", "公示", "d20260520")


@given(st.from_regex(re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?", re.ASCII), fullmatch=True))
def test_a_number_is_its_value(written: str) -> None:
    assert float(number_values(written)[0]) == float(written)
