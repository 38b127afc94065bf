"""需要说明的地方: every note of a township's places in one list, to be narrowed by board, rule family and state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.desk import TownshipDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.common import Board
from generator.records.places import Terms, called
from generator.rules.catalogue import FAMILIES, catalogue, family_of
from generator.site import urls
from generator.site.model import PlaceCard, Remark, WithheldKind

NO_BOARD = "b-none"
"""What is on no board in particular: a note about the place as a whole, a file that cannot be read."""
WITHHELD = "r-held"
"""What is withheld: no rule's note, but a line of the list."""
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
class WithheldLine:
    """Records that are withheld, in the list."""

    kind: WithheldKind
    url: str
    marks: str


@dataclass(frozen=True, slots=True)
class PlaceRemarks:
    """What needs a word at one place."""

    name: str
    url: str
    anchor: str
    remarks: tuple[RemarkLine, ...]
    withheld: tuple[WithheldLine, ...]

    @property
    def said(self) -> str:
        """4处，暂缓1份"""
        withheld = sum(line.kind.count for line in self.withheld)
        return "，".join(
            [*([f"{len(self.remarks)}处"] if self.remarks else []), *([f"暂缓{withheld}份"] if withheld else [])]
        )


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Context of theme/pages/findings.html."""

    notes: int
    withheld: int
    filters: tuple[Filter, ...]
    places: tuple[PlaceRemarks, ...]


def findings_page(desk: TownshipDesk) -> Page:
    """A township's list of notes."""
    cards = [card for card in (*desk.villages, desk.own) if card.remarks or card.withheld_kinds]
    places = tuple(_place(card) for card in cards)
    marks = [line.marks for place in places for line in place.remarks]
    marks += [line.marks for place in places for line in place.withheld]
    context = FindingsPage(
        notes=sum(len(card.remarks) for card in cards),
        withheld=sum(card.withheld for card in cards),
        filters=tuple(_filters(marks, desk.words)),
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
            RemarkLine(one, catalogue()[one.note.code].title, f"{_board(one.board)} r-{one.note.code[0]} {_state(one)}")
            for one in card.remarks
        ),
        tuple(
            WithheldLine(one, urls.withheld(card.place), f"{_board(one.board)} {WITHHELD} s-held")
            for one in card.withheld_kinds
        ),
    )


def _state(remark: Remark) -> str:
    return "s-open" if remark.published else "s-whole"


def _board(board: Board | None) -> str:
    return f"b-{board.slug}" if board else NO_BOARD


def _filters(marks: Iterable[str], words: Terms) -> Iterable[Filter]:
    """Questions with the choices that would leave something in the list; those with one choice are not asked.

    A line is in one choice of each question, so that the choices add up to the list.
    """
    counts = Counter(mark for one in marks for mark in one.split())
    boards = [Choice(f"b-{board.slug}", called(board, words), counts[f"b-{board.slug}"]) for board in Board]
    boards.append(Choice(NO_BOARD, "不分栏目", counts[NO_BOARD]))
    families = {family_of(code): f"r-{code[0]}" for code in catalogue()}
    rules = [Choice(families[name], name, counts[families[name]]) for name in FAMILIES.values() if name in families]
    rules.append(Choice(WITHHELD, "正在更正", counts[WITHHELD]))
    states = [Choice(mark, name, counts[mark]) for mark, name in STATES.items()]
    for name, question, choices in (
        ("board", "栏目", boards),
        ("rule", "说的是哪方面", rules),
        ("state", "情况", states),
    ):
        found = tuple(choice for choice in choices if choice.count)
        if len(found) > 1:
            yield Filter(name, question, found)
