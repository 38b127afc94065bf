"""Village home: what a villager came for on the first screen, the proof below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import jinja2
from markupsafe import Markup

from generator.base.dates import day_long
from generator.base.money import spoken
from generator.law.obligations import Obligation
from generator.pages import charts
from generator.pages.page import Page
from generator.pages.shell import page, place_shell
from generator.records.commitments import Commitment, state
from generator.records.common import Board, Review
from generator.records.corrections import Correction
from generator.records.decisions import Decision, step_of
from generator.records.finance import Entry as LedgerEntry
from generator.records.finance import Finance, closing, opening, sums
from generator.records.places import Contacts, Village
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, Note, PlaceSite, TownshipSite

RECENT_DAYS = 30
SHOWN = 5
ON_BOARD = 3


@dataclass(frozen=True, slots=True)
class Money:
    """The latest period's money in a few figures, 元."""

    entry: Entry
    label: str
    """10月"""
    span: str
    opening: Decimal | None
    income: Decimal
    expense: Decimal
    closing: Decimal | None
    largest: LedgerEntry | None
    largest_decision: Link | None
    against: str
    """和9月比：多收2.7万元，少花0.6万元。"""
    households: int | None
    per_household: Decimal | None
    review: Review | None
    lines: int


@dataclass(frozen=True, slots=True)
class Showing:
    """A record in its 公示期."""

    entry: Entry
    left: int


@dataclass(frozen=True, slots=True)
class Overdue:
    """A promise past its day."""

    entry: Entry
    due: date
    days: int
    owner: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A decision whose result is not public yet."""

    entry: Entry
    step: str


@dataclass(frozen=True, slots=True)
class BoardShelf:
    """The newest records of one board."""

    board: Board
    url: str
    count: int
    newest: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class VillagePage:
    """Context of theme/pages/village.html."""

    root: str
    name: str
    as_of: date
    profile: Village | None
    notes: tuple[Note, ...]
    money: Money | None
    showing: tuple[Showing, ...]
    recent: tuple[Entry, ...]
    recent_count: int
    gaps: tuple[Obligation, ...]
    gaps_shown: int
    overdue: tuple[Overdue, ...]
    pending: tuple[Pending, ...]
    corrections: tuple[Entry, ...]
    boards: tuple[BoardShelf, ...]
    withheld: int
    withheld_url: str
    status_url: str
    contacts: Contacts | None
    code: Markup | None


def village_page(env: jinja2.Environment, county: CountySite, township: TownshipSite, place: PlaceSite) -> Page:
    """The village's home."""
    as_of = county.as_of
    fresh = [e for e in place.entries if e.published > as_of - timedelta(days=RECENT_DAYS)]
    showing = sorted((e for e in place.entries if e.on_display(as_of)), key=lambda e: (e.until or as_of, e.url))
    context = VillagePage(
        root=urls.root_from(place.url),
        name=place.name,
        as_of=as_of,
        profile=place.profile if isinstance(place.profile, Village) else None,
        notes=tuple(note for note in place.notes if not note.code.startswith("T01")),
        money=_money(place),
        showing=tuple(Showing(e, ((e.until or as_of) - as_of).days) for e in showing),
        recent=tuple(fresh[:SHOWN]),
        recent_count=len(fresh),
        gaps=place.missing(),
        gaps_shown=SHOWN,
        overdue=_overdue(place, as_of),
        pending=_pending(place),
        corrections=tuple(e for e in place.entries if isinstance(e.body, Correction))[:ON_BOARD],
        boards=tuple(_shelf(place, board) for board in Board),
        withheld=len(place.withheld),
        withheld_url=urls.withheld(place.place),
        status_url=urls.status(place.place, as_of.year),
        contacts=place.contacts,
        code=charts.qr(f"{county.site_url}{place.url}", f"{place.name}三务公开二维码") if county.site_url else None,
    )
    shell = place_shell(county, township, place, place.url, "首页")
    title = f"{place.name}三务公开｜{township.name}"
    description = f"{place.name}的党务、村务、财务公开，更新到{day_long(as_of)}。"
    return page(env, shell, place.url, title, description, "village.html", context)


def _money(place: PlaceSite) -> Money | None:
    accounts = sorted(
        (e for e in place.entries if isinstance(e.body, Finance)), key=lambda e: e.body.period.end, reverse=True
    )
    if not accounts:
        return None
    entry = accounts[0]
    body: Finance = entry.body
    figures = sums(body)
    spent = [line for line in body.entries if line.flow == "支出"]
    largest = max(spent, key=lambda line: line.amount, default=None)
    link = None
    if largest and largest.decision:
        link = place.links.titles.get(entry.address.resolve(largest.decision).path)
    before = next((e for e in accounts[1:] if e.body.period.end + timedelta(days=1) == body.period.start), None)
    households = place.profile.households if isinstance(place.profile, Village) else None
    return Money(
        entry=entry,
        label=body.period.short_label,
        span=f"{body.period.start.month}月{body.period.start.day}日至{body.period.end.month}月{body.period.end.day}日",
        opening=opening(body),
        income=figures.income,
        expense=figures.expense,
        closing=closing(body),
        largest=largest,
        largest_decision=link,
        against=_against(before, body) if before else "",
        households=households,
        per_household=figures.expense / households if households else None,
        review=body.publication.reviews[-1] if body.publication.reviews else None,
        lines=len(body.entries),
    )


def _against(before: Entry, body: Finance) -> str:
    """多收2.7万元，少花0.6万元"""
    then, now = sums(before.body), sums(body)
    said = []
    for more, fewer, difference in (
        ("多收", "少收", now.income - then.income),
        ("多花", "少花", now.expense - then.expense),
    ):
        if difference:
            said.append(f"{more if difference > 0 else fewer}{spoken(abs(difference))}")
    return f"和{before.body.period.short_label}比，{'，'.join(said) if said else '一样多'}"


def _overdue(place: PlaceSite, as_of: date) -> tuple[Overdue, ...]:
    found = []
    for entry in place.entries:
        if isinstance(entry.body, Commitment) and state(entry.body, as_of) == "到期没完成" and entry.body.due:
            body = entry.body
            days = (as_of - entry.body.due).days
            found.append(Overdue(entry, entry.body.due, days, body.owner or body.promisor, body.delay_reason or ""))
    return tuple(sorted(found, key=lambda one: (one.due, one.entry.url)))


def _pending(place: PlaceSite) -> tuple[Pending, ...]:
    found = []
    for entry in place.entries:
        if isinstance(entry.body, Decision) and entry.body.procedure == "四议两公开":
            result = step_of(entry.body, "结果公开")
            if result is None or result.day is None:
                done = [step.name for step in entry.body.steps if step.day]
                found.append(Pending(entry, done[-1] if done else "提议"))
    return tuple(found[:SHOWN])


def _shelf(place: PlaceSite, board: Board) -> BoardShelf:
    entries = place.on_board(board)
    return BoardShelf(board, urls.board(place.place, board), len(entries), entries[:ON_BOARD])
