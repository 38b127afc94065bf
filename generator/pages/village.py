"""Village home: what a villager came for on the first screen, the proof below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from markupsafe import Markup

from generator.base.dates import day_long
from generator.law.obligations import Obligation
from generator.pages import charts
from generator.pages.desk import Desk
from generator.pages.finance.amounts import difference
from generator.pages.forward import village_message
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.common import Board, Review
from generator.records.kinds.commitments import Commitment, state
from generator.records.kinds.corrections import Correction
from generator.records.kinds.decisions import Decision, step_of, wanted
from generator.records.kinds.finance import Entry as LedgerEntry
from generator.records.kinds.finance import Finance, Sums, closing, opening, sums
from generator.records.kinds.notices import Notice
from generator.records.places import Village
from generator.site import urls
from generator.site.model import Entry, Link, Note, PlaceSite

RECENT_DAYS = 30
SOON_DAYS = 30
"""A promise due within these is due soon."""
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
    sums: Sums
    closing: Decimal | None
    largest: LedgerEntry | None
    largest_decision: Link | None
    against: tuple[str, ...]
    """和9月比，多收2.7万元，少花0.6万元；和2025年10月比，…"""
    households: int | None
    per_household: Decimal | None
    review: Review | None
    lines: int
    year: Link


@dataclass(frozen=True, slots=True)
class Showing:
    """A record in its 公示期."""

    entry: Entry
    left: int
    post: str
    """Who takes objections, where the record says so."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """A promise past its day."""

    entry: Entry
    due: date
    days: int
    owner: str
    reason: str


@dataclass(frozen=True, slots=True)
class Soon:
    """A promise whose day is near."""

    entry: Entry
    due: date
    left: int
    owner: str


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

    profile: Village | None
    notes: tuple[Note, ...]
    money: Money | None
    showing: tuple[Showing, ...]
    recent: tuple[Entry, ...]
    recent_count: int
    gaps: tuple[Obligation, ...]
    gaps_shown: int
    overdue: tuple[Overdue, ...]
    soon: tuple[Soon, ...]
    soon_days: int
    pending: tuple[Pending, ...]
    corrections: tuple[Entry, ...]
    boards: tuple[BoardShelf, ...]
    withheld: int
    withheld_url: str
    status_url: str
    code: Markup | None


def village_page(desk: Desk) -> Page:
    """The village's home."""
    county, place = desk.county, desk.place
    as_of = county.as_of
    fresh = [e for e in place.entries if e.published > as_of - timedelta(days=RECENT_DAYS)]
    showing = sorted((e for e in place.entries if e.on_display(as_of)), key=lambda e: (e.until or as_of, e.url))
    context = VillagePage(
        profile=place.profile if isinstance(place.profile, Village) else None,
        notes=tuple(note for note in place.notes if not note.code.startswith(("T01", "T03"))),
        money=_money(place),
        showing=tuple(Showing(e, ((e.until or as_of) - as_of).days, _post(e)) for e in showing),
        recent=tuple(fresh[:SHOWN]),
        recent_count=len(fresh),
        gaps=place.missing(),
        gaps_shown=SHOWN,
        overdue=_overdue(place, as_of),
        soon=_soon(place, as_of),
        soon_days=SOON_DAYS,
        pending=_pending(place),
        corrections=tuple(e for e in place.entries if isinstance(e.body, Correction))[:ON_BOARD],
        boards=tuple(_shelf(place, board) for board in Board),
        withheld=len(place.withheld),
        withheld_url=urls.withheld(place.place),
        status_url=urls.status(place.place, as_of.year),
        code=charts.qr(f"{county.site_url}{place.url}", f"{place.name}三务公开二维码") if county.site_url else None,
    )
    title = f"{place.name}三务公开｜{desk.township.name}"
    description = f"{place.name}的党务、{place.terms.affairs}、财务公开，更新到{day_long(as_of)}。"
    forward = village_message(place, as_of, county.site_url)
    return render(desk, place.url, title, description, "village.html", context, tab="首页", forward=forward)


def _money(place: PlaceSite) -> Money | None:
    accounts = [e for e in place.entries if isinstance(e.body, Finance) and e.body.currency is None]
    if not accounts:
        return None
    entry = max(accounts, key=lambda e: (e.body.period.end, e.body.period.start))
    body: Finance = entry.body
    figures = sums(body)
    spent = [line for line in body.entries if line.flow == "支出"]
    largest = max(spent, key=lambda line: line.amount, default=None)
    link = None
    if largest and largest.decision:
        link = place.links.titles.get(entry.address.resolve(largest.decision).path)
    households = place.profile.households if isinstance(place.profile, Village) else None
    return Money(
        entry=entry,
        label=body.period.short_label,
        span=f"{body.period.start.month}月{body.period.start.day}日至{body.period.end.month}月{body.period.end.day}日",
        opening=opening(body),
        sums=figures,
        closing=closing(body),
        largest=largest,
        largest_decision=link,
        against=tuple(_against(accounts, body)),
        households=households,
        per_household=figures.expense / households if households else None,
        review=body.publication.reviews[-1] if body.publication.reviews else None,
        lines=len(body.entries),
        year=Link(f"{body.period.end.year}年的账", urls.finance_year(place.place, body.period.end.year)),
    )


def _against(accounts: Iterable[Entry], body: Finance) -> Iterator[str]:
    """和9月比，多收2.7万元，少花0.6万元"""
    eve = body.period.start - timedelta(days=1)
    found = {e.body.period: e.body for e in accounts}
    before = max((period for period in found if period.end == eve), key=lambda period: period.start, default=None)
    for period in (before, body.period.year_before):
        if period and period in found:
            yield f"和{period.label_in(body.period.end.year)}比，{difference(sums(body), sums(found[period]))}"


def _post(entry: Entry) -> str:
    said = entry.body.objection if isinstance(entry.body, Notice) else None
    return said.post or "" if said else ""


def _overdue(place: PlaceSite, as_of: date) -> tuple[Overdue, ...]:
    found = []
    for entry in place.entries:
        if isinstance(entry.body, Commitment) and state(entry.body, as_of) == "到期没完成" and entry.body.due:
            body = entry.body
            days = (as_of - entry.body.due).days
            found.append(Overdue(entry, entry.body.due, days, body.owner or body.promisor, body.delay_reason or ""))
    return tuple(sorted(found, key=lambda one: (one.due, one.entry.url)))


def _soon(place: PlaceSite, as_of: date) -> tuple[Soon, ...]:
    found = []
    for entry in place.of_kind("commitments"):
        body: Commitment = entry.body
        if state(body, as_of) == "进行中" and body.due and (left := (body.due - as_of).days) <= SOON_DAYS:
            found.append(Soon(entry, body.due, left, body.owner or body.promisor))
    return tuple(sorted(found, key=lambda one: (one.due, one.entry.url)))[:SHOWN]


def _pending(place: PlaceSite) -> tuple[Pending, ...]:
    found = []
    for entry in place.entries:
        if isinstance(entry.body, Decision) and wanted(entry.body):
            result = step_of(entry.body, "结果公开")
            if result is None or result.day is None:
                done = [step.name for step in entry.body.steps if step.day]
                found.append(Pending(entry, done[-1] if done else "提议"))
    return tuple(found[:SHOWN])


def _shelf(place: PlaceSite, board: Board) -> BoardShelf:
    entries = place.on_board(board)
    return BoardShelf(board, urls.board(place.place, board), len(entries), entries[:ON_BOARD])
