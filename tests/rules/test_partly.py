"""A record of which a field could not be read is judged by the rules of its place as well."""

from __future__ import annotations

from tests.support.village import HOME, judge

ACCOUNTS = f"{HOME}/finance/2026-10.yml"


def accounts(day: str) -> str:
    entry = "{收支: 支出, 日期: 2026-10-10, 摘要: 铺三组的路, 金额: 30000.00, 对方: 李某某}"
    return f"期间: 2026-10\n收支明细:\n  - {entry}\n公开:\n  公开日期: {day}\n"


def codes(text: str, path: str = ACCOUNTS) -> set[str]:
    return {one.code for one in judge({ACCOUNTS: text}).findings if one.span.path == path}


def test_the_first_run_tells_what_the_second_would() -> None:
    """F14 compares records of a place; the day of publication, which it does not need, is wrong."""
    bad, good = codes(accounts("近日")), codes(accounts("2026-11-12"))
    assert "S01" in bad
    assert "F14" in bad & good


def test_what_could_not_be_read_is_not_judged() -> None:
    text = accounts("2026-11-12").replace("30000.00", "三万块")
    assert "F14" not in codes(text)


def test_a_place_is_not_told_more_for_it() -> None:
    """What a half-read record would do for its place counts for nothing: it is not public."""
    nothing = {(one.span, one.code) for one in judge({}).findings}
    told = {(one.span, one.code) for one in judge({ACCOUNTS: accounts("近日")}).findings if one.span.path != ACCOUNTS}
    assert told == nothing
