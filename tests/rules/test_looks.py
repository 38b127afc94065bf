"""Quick looks hide nothing: what a rule finds, it finds as well where every look says that something may be there."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from itertools import islice

import pytest
import re2
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.base import looks
from generator.law.parameters import resolve
from generator.records.layout import Place
from generator.rules.catalogue import catalogue
from generator.rules.explain import explain
from generator.rules.privacy import scan
from generator.rules.rule import Context, Rule, Scope
from generator.source.document import Document, parse
from tests.rules.privacy.carriers import tried
from tests.rules.privacy.seeds import seeds
from tests.support.village import AS_OF, case_of

RULES = [
    rule
    for rule in catalogue().values()
    if rule.code in ["P01", "P02", "P03", "P04", "P05", "P08", "P10", "P14", "S09", "S10"]
]
COUNT = len(looks._LOOKS)
PIECES = [
    "王某某",
    "李小明",
    "肺癌",
    "残疾证号",
    "住",
    "三组",
    "12号",
    "5栋",
    "单元",
    "302室",
    "生于",
    "岁",
    "2015年",
    "举报人",
    "立案",
    "微信",
    "电话",
    "@",
    "139",
    "0000",
    "1234",
    "〇一二三",
    "１３８",
    "****",
    "１２３４５６",
    "١٢٣٤٥",
    "Ａ１２３４５",
    "①②号",
    "老街",
    "低保证",
    "家里",
    "\xa0",
    "\u2009",
    "东经",
    "109.1234",
    "〔2022",
    "〕8号",
    "13月",
    "2月30日",
    "元元",
    "，，",
    "***元",
    "占支出的30",
    "金额",
    "574.28本",
    "总额元",
    "&nbsp;",
    "\\n",
    "叁百",
    "2026度工",
    " ",
    "\u3000",
    "\u200b",
    "\n",
    "。",
    "A12345",
    "川",
    "-",
    "：",
    ": ",
]


def test_digits_and_blanks_are_those_of_python() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert re.findall(r"\d", every) == re.findall(f"[{looks.DIGITS}]", every)
    for name in ("d", "s"):
        for pattern in (rf"\{name}", rf"[\{name}]"):
            assert re.findall(rf"\{name}", every) == re.findall(looks._WIDER.sub(looks._widened, pattern), every)


def test_what_folds_is_known() -> None:
    """But for the marks that no look is about."""
    every = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    folds = {one for one in every if scan.fold.__wrapped__(one) != one and not one.isspace()}
    assert {one for one in folds if not re.search(scan._FOLDS.pattern, one)} == set(scan.UNCHANGED)


def test_they_are_used() -> None:
    assert COUNT >= 15


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_both_engines_find_the_same(text: str) -> None:
    assert sorted(set(looks._matcher(COUNT)(text)) - {COUNT}) == looks._one_by_one(COUNT, text)


def test_where_re2_gives_up_it_is_looked_for_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """RE2 says that nothing was found where its memory did not suffice."""
    text = "证号990123********5564，1380米，(三组)第12号、第13号，"
    matcher = looks._matcher(COUNT)
    monkeypatch.setattr(re2.Set, "Match", lambda *_: None)
    assert matcher(text) == looks._one_by_one(COUNT, text) != []


@pytest.fixture
def everything_may_be(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def allow() -> None:
        monkeypatch.setattr(looks, "_found", lambda text: frozenset(range(COUNT)))

    return allow


@given(
    st.sampled_from(["标题", "电话", "低保证", "尾号", "住址"]),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8),
)
@settings(max_examples=500, deadline=None)
def test_any_text(label: str, pieces: list[str]) -> None:
    """What stands in a file, first in it or further down."""
    said = json.dumps("".join(pieces).strip() or "无", ensure_ascii=False)
    text = f"{label}: {said}\n正文: {said}\n"
    parsed = parse("shidu/liuwan/notices/2026-10.yml", text.encode())
    assume(parsed.document is not None)
    found = [told(rule, parsed.document) for rule in RULES if rule.scope is Scope.DOCUMENT]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looks, "_found", lambda text: frozenset(range(COUNT)))
        scan.numbers_in.cache_clear()
        assert [told(rule, parsed.document) for rule in RULES if rule.scope is Scope.DOCUMENT] == found, text
    scan.numbers_in.cache_clear()


def told(rule: Rule, document: Document | None) -> list[object]:
    """Where a rule finds something."""
    context = Context(AS_OF, resolve(), Place("shidu", "liuwan"), None)
    return [problem.at for problem in rule.check(document, context)]


def test_examples(everything_may_be: Callable[[], None]) -> None:
    examples = [(one, example) for one in RULES for example in explain(one).examples]
    before = [case_of(one, example).run() for one, example in examples]
    everything_may_be()
    assert [case_of(one, example).run() for one, example in examples] == before


def test_personal_data(everything_may_be: Callable[[], None]) -> None:
    some = list(islice(seeds(), 0, None, 20))
    before = [one.caught for one in tried(some)]
    everything_may_be()
    assert [one.caught for one in tried(some)] == before
