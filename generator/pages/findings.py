"""需要说明的地方: every note of a township's places in one list, to be narrowed by board, rule family and state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.desk import TownshipDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.common import Board
from generator.rules.catalogue import FAMILIES, catalogue, family_of
from generator.site import urls
from generator.site.model import Held, PlaceCard, Remark

STATES = {"s-open": "记录已公开", "s-held": "暂缓公开", "s-whole": "总的情况"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the list. The stylesheet knows its mark."""

    mark: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices of one question, of which one is chosen."""

    name: str
    question: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A note in the list."""

    remark: Remark
    rule: str
    """The rule's title."""
    marks: str


@dataclass(frozen=True, slots=True)
class HeldLine:
    """Records that are withheld, in the list."""

    held: Held
    url: str
    marks: str


@dataclass(frozen=True, slots=True)
class PlaceRemarks:
    """What needs a word at one place."""

    name: str
    url: str
    anchor: str
    remarks: tuple[RemarkLine, ...]
    held: tuple[HeldLine, ...]

    @property
    def count(self) -> int:
        return len(self.remarks) + len(self.held)


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Context of theme/pages/findings.html."""

    notes: int
    withheld: int
    filters: tuple[Filter, ...]
    places: tuple[PlaceRemarks, ...]


def findings_page(desk: TownshipDesk) -> Page:
    """A township's list of notes."""
    cards = [card for card in (*desk.villages, desk.own) if card.remarks or card.held]
    places = tuple(_place(card) for card in cards)
    marks = [line.marks for place in places for line in place.remarks]
    marks += [line.marks for place in places for line in place.held]
    context = FindingsPage(
        notes=sum(len(card.remarks) for card in cards),
        withheld=sum(card.withheld for card in cards),
        filters=tuple(_filters(marks)),
        places=places,
    )
    title = f"{desk.name}需要说明的地方"
    description = f"{desk.name}各{desk.words.village}的公开记录里需要说明的地方，写明事实和日期。"
    return render(desk, urls.findings(desk.township.slug), title, description, "findings.html", context)


def _place(card: PlaceCard) -> PlaceRemarks:
    return PlaceRemarks(
        card.name,
        card.url,
        urls.place_anchor(card.place),
        tuple(
            RemarkLine(
                one, catalogue()[one.note.code].title, f"{_boards(one.board)} r-{one.note.code[0]} {_state(one)}"
            )
            for one in card.remarks
        ),
        tuple(HeldLine(one, urls.withheld(card.place), f"{_boards(one.board)} s-held") for one in card.held),
    )


def _state(remark: Remark) -> str:
    return "s-open" if remark.published else "s-whole"


def _boards(board: Board | None) -> str:
    """What is on no board in particular is on each."""
    return " ".join(f"b-{one.slug}" for one in Board if board in (None, one))


def _filters(marks: Iterable[str]) -> Iterable[Filter]:
    """Questions with the choices that would leave something in the list; those with one choice are not asked."""
    counts = Counter(mark for one in marks for mark in one.split())
    boards = [Choice(f"b-{board.slug}", board.value, counts[f"b-{board.slug}"]) for board in Board]
    families = {family_of(code): f"r-{code[0]}" for code in catalogue()}
    rules = [Choice(families[name], name, counts[families[name]]) for name in FAMILIES.values() if name in families]
    states = [Choice(mark, name, counts[mark]) for mark, name in STATES.items()]
    for name, question, choices in (
        ("board", "栏目", boards),
        ("rule", "说的是哪方面", rules),
        ("state", "情况", states),
    ):
        found = tuple(choice for choice in choices if choice.count)
        if len(found) > 1:
            yield Filter(name, question, found)
