"""名词解释 and the links to it, 「怎么看懂这些账」, and the page for an address that is not there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from generator.law.citations import versions
from generator.law.terms import Term, glossary, spellings
from generator.pages.guide import guide_page
from generator.pages.missing import missing_page
from generator.pages.terms import terms_page
from generator.rules.catalogue import catalogue
from generator.site import urls
from generator.site.model import Tally, TownshipSummary, VillageSummary
from tests.exports.model import COUNTY
from tests.support.county import ROOT
from tests.support.desks import ENV, county_desk

THEME = ROOT / "theme"
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in sorted(THEME.glob("*/*.html"))}
VILLAGES = (
    VillageSummary("柳湾村", "shidu/liuwan/index.html", "liuwan", Tally(), 9),
    VillageSummary("石桥村", "shidu/shiqiao/index.html", "shiqiao", Tally(), 3),
)


def township(villages: tuple[VillageSummary, ...] = VILLAGES) -> TownshipSummary:
    """石渡镇 as the county knows it, with nothing but its villages."""
    empty: dict[str, Any] = {field.name: () if "tuple" in str(field.type) else 0 for field in fields(TownshipSummary)}
    given = {"slug": "shidu", "code": "1", "name": "石渡镇", "url": "shidu/index.html", "latest": None}
    return TownshipSummary(**{**empty, **given, "villages": villages, "tally": Tally()})


def test_every_spelling_is_explained_once() -> None:
    found = Counter(spelling for term in glossary() for spelling in (term.word, *term.spellings))
    assert {spelling for spelling, count in found.items() if count > 1} == set()
    assert set(found) == set(spellings())


@pytest.mark.parametrize("term", glossary(), ids=lambda term: term.word)
def test_term_is_short_and_well_founded(term: Term) -> None:
    """One or two sentences; bases and rules that there are."""
    assert term.meaning.endswith("。")
    assert term.meaning.count("。") <= 2
    assert term.seen
    assert all(versions(key) for key in term.basis)
    assert set(term.rules) <= set(catalogue())


def test_templates_link_only_words_that_are_explained() -> None:
    used = {word for text in TEMPLATES.values() for word in re.findall(r"'([^']+)'\|term\b(?!\()", text)}
    assert len(used) > 12
    assert used <= set(spellings())


def test_a_word_becomes_a_link_or_stays() -> None:

    def made(text: str, **values: str) -> str:
        return ENV.from_string(text).render(root="../", **values)

    assert made("{{ '暂付'|term }}") == '<a class="tm" href="../help/terms.html#暂付">暂付</a>'
    assert made("{{ '月初'|term('期初') }}") == '<a class="tm" href="../help/terms.html#期初">月初</a>'
    assert made("{{ '已更正'|term }}").startswith('<a class="tm" href="../help/terms.html#更正">已更正')
    assert made("{{ x|term }}", x="<村会>") == "&lt;村会&gt;"


@pytest.mark.slow
def test_pages_link_a_word_where_it_stands_first(demonstration: Path) -> None:
    """Once in a section; and there is no word in 名词解释 that no page uses."""
    twice, words = [], ""
    for file in sorted(demonstration.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        for section in re.split(r"<(?:section|footer)\b|</section>", text):
            links = Counter(re.findall(r'terms\.html#([^"]+)"', section))
            twice += [(file.name, word) for word, count in links.items() if count > 1]
        if file != demonstration / urls.TERMS:
            words += re.sub(r"<[^>]+>", "", text)
    assert twice == []
    unused = [one.word for one in glossary() if not any(form in words for form in (one.word, *one.spellings))]
    assert unused == []


def test_glossary_page() -> None:
    """Every word at its own address, with its basis as it is in force and its rules."""
    page = terms_page(county_desk())
    for term in glossary():
        assert f'<div id="{term.word}"><dt>{term.word}</dt>' in page.main
        assert term.meaning in page.main
    assert "（2025年修正）第三十七条" in page.main
    assert 'href="../rules/d05.html">看规则D05</a>' in page.main


def test_guide_adds_up() -> None:
    """The sums of the example are right, and it is followed by the pages of the village that has published most."""
    page = guide_page(county_desk(), [township()])
    assert "20,000 + 8,000 − 6,500 = <b" in page.main
    assert page.main.count("<h2>") == 9
    assert 'href="../shidu/liuwan/finance/index.html"' in page.main
    assert 'href="../shidu/liuwan/status-2026.html"' in page.main
    assert "shiqiao" not in page.main


@pytest.mark.parametrize("villages", [(), (replace(VILLAGES[0], entries=0),)])
def test_guide_of_a_county_that_has_published_nothing(villages: tuple[VillageSummary, ...]) -> None:
    page = guide_page(county_desk(), [township(villages)])
    assert "也可以先看" not in page.main


@pytest.mark.parametrize(("site_url", "root"), [("https://sanwu.example/sw/", "/sw/"), ("", "/")])
def test_missing_page(site_url: str, root: str) -> None:
    """It can be shown at any depth: every address begins at the host's root. It lets one search and choose a township."""
    page = missing_page(county_desk(replace(COUNTY, site_url=site_url)), [township()], None)
    assert page.noindex
    assert page.root == root
    addresses = re.findall(r'(?:href|action)="([^"]*)"', page.header + page.main + page.footer)
    assert [one for one in addresses if not one.startswith((root, "#main"))] == []
    assert f'<form class="sf" action="{root}search.html" method="get">' in page.main
    assert f'<a href="{root}shidu/index.html">石渡镇</a>' in page.main
    assert "shidu 是石渡镇" in page.main
    assert "finance 是财务收支" in page.main
