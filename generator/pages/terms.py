"""名词解释: the words of the pages, each with what it means, where it stands, its basis and the rules that check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.law.citations import Citation, cite
from generator.law.terms import Term, glossary
from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.site import urls


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A word with its basis as it is in force."""

    term: Term
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TermShelf:
    """The words of one group."""

    name: str
    terms: tuple[ExplainedTerm, ...]


@dataclass(frozen=True, slots=True)
class TermsPage:
    """Context of theme/pages/terms.html."""

    shelves: tuple[TermShelf, ...]


def terms_page(desk: CountyDesk) -> Page:
    """The page; each word's address is `urls.term`."""
    shelves = tuple(
        TermShelf(name, tuple(ExplainedTerm(term, tuple(_in_force(term, desk.county.as_of))) for term in some))
        for name, some in groupby(glossary(), key=lambda term: term.group)
    )
    context = TermsPage(shelves)
    description = "网页上的词是什么意思：四议两公开、期初期末、暂付、公示期、暂缓公开、校验码等。"
    return render(desk, urls.TERMS, "名词解释", description, "terms.html", context, layout="article")


def _in_force(term: Term, day: date) -> Iterator[Citation]:
    return (found for key in term.basis if (found := cite(key, day)))
