"""What the site knows: frozen, complete before the first page is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from generator.law.obligations import Obligation, State
from generator.law.parameters import Parameters
from generator.records.common import Board, Kind
from generator.records.kinds.commitments import Fulfilment
from generator.records.layout import Address, Place
from generator.records.licences import LICENCES, USUAL, Licence
from generator.records.places import Contacts, Government, Terms, Township, Village
from generator.records.references import related_references
from generator.site import urls
from generator.site.news import News


@dataclass(frozen=True, slots=True)
class Note:
    """A neutral remark shown beside a record or a place, from a finding that everyone may see."""

    code: str
    text: str
    basis: str


@dataclass(frozen=True, slots=True)
class Version:
    """One published version of a record."""

    number: int
    day: date
    check_code: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One published record."""

    address: Address
    url: str
    kind: Kind[Any]
    body: Any
    """What its page shows."""
    lasting: Any
    """What may be searched and downloaded: never a list of persons (Kind.after)."""
    title: str
    brief: str
    board: Board
    published: date
    until: date | None
    notes: tuple[Note, ...]
    version: int
    check_code: str
    history: tuple[Version, ...]
    """Earlier versions, oldest first."""
    taken_down: bool = False
    """Persons that it listed are no longer shown: its 公示期 is over."""

    @property
    def lists_persons(self) -> bool:
        """For the time being; such a page is not for search engines."""
        return self.lasting is not self.body

    def on_display(self, as_of: date) -> bool:
        """In its 公示期."""
        return self.until is not None and self.published <= as_of <= self.until


@dataclass(frozen=True, slots=True)
class Withheld:
    """A record that is not public for the time being; its address still answers."""

    address: Address
    url: str
    kind: Kind[Any]
    reasons: tuple[Note, ...]
    day: date | None = None
    """On which it says to become public; None where that cannot be read."""
    board: Board | None = None
    """None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Link:
    """Another record as it is named in a link."""

    title: str
    url: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment that refers to a decision."""

    record: Link
    url: str
    """Of the very line in the record."""
    day: date | None
    voucher: str
    summary: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Tally:
    """How many obligations stand how."""

    on_time: int = 0
    late: int = 0
    missing: int = 0
    withheld: int = 0
    not_due: int = 0

    @property
    def due(self) -> int:
        """What should have been public; withheld ones count as neither on time nor missing."""
        return self.on_time + self.late + self.missing

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.on_time + other.on_time,
            self.late + other.late,
            self.missing + other.missing,
            self.withheld + other.withheld,
            self.not_due + other.not_due,
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """A published record that names another one."""

    target: str
    """The other record's path."""
    source: Link
    corrects: bool = False
    related: bool = False
    payment: Payment | None = None


@dataclass(frozen=True, slots=True)
class Outside:
    """All that a place's pages show of the township's other places."""

    titles: Mapping[str, Link] = field(default_factory=dict)
    """Published records that this place's records name, by path."""
    mentions: tuple[Mention, ...] = ()
    """What names this place's records."""


@dataclass(frozen=True, slots=True)
class Links:
    """How a place's records and others of the township refer to each other."""

    titles: Mapping[str, Link]
    """Published records by path."""
    payments: Mapping[str, tuple[Payment, ...]]
    """By the decision's path."""
    incoming: Mapping[str, tuple[Link, ...]]
    """Records that name this one, by its path; corrections first."""
    corrections: Mapping[str, tuple[Link, ...]]
    """Corrections by the path of the record they correct."""


@dataclass(frozen=True, slots=True)
class PlaceSite:
    """A village, or a township's own records."""

    place: Place
    name: str
    profile: Village | Township | None
    parameters: Parameters
    terms: Terms
    """What things are called in this place."""
    contacts: Contacts | None
    entries: tuple[Entry, ...]
    """Newest publication first."""
    withheld: tuple[Withheld, ...]
    not_public: int
    """Records not for this audience, or not public yet."""
    obligations: tuple[Obligation, ...]
    notes: tuple[Note, ...]
    """About the place as a whole."""
    links: Links
    reply_days: int
    """Days within which the village, or the township itself, answers; as its 公开目录 says."""

    @property
    def url(self) -> str:
        return urls.place(self.place)

    def of_kind(self, folder: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.address.kind == folder)

    def on_board(self, board: Board) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.board is board)

    def tally(self, year: int) -> Tally:
        """The duties that belong to `year`. All pages and files count them here."""
        counts = dict.fromkeys(get_args(State), 0)
        for obligation in self.obligations:
            if obligation.year == year:
                counts[obligation.state] += 1
        return Tally(counts["按时"], counts["晚"], counts["缺"], counts["暂缓"], counts["未到"])

    def missing(self) -> tuple[Obligation, ...]:
        """Due and not public, the longest overdue first."""
        return tuple(sorted((o for o in self.obligations if o.state == "缺"), key=lambda o: (o.due, o.title)))

    def related(self, entry: Entry) -> tuple[Link, ...]:
        """Published records that a record names, and those that name it."""
        named = (
            self.links.titles.get(entry.address.resolve(reference).path) for reference in related_references(entry.body)
        )
        found = [link for link in named if link]
        return tuple(dict.fromkeys([*found, *self.links.incoming.get(entry.address.path, ())]))

    def corrections_of(self, entry: Entry) -> tuple[Link, ...]:
        """Corrections of a record."""
        return self.links.corrections.get(entry.address.path, ())

    @property
    def code(self) -> str:
        """The 区划代码, by which places are listed; those without a readable profile come last, by name of folder."""
        return self.profile.code if self.profile else f"~{self.place.folder}"


@dataclass(frozen=True, slots=True)
class TownshipSite:
    """A township as the pages of its places name it."""

    slug: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """A published record as a line of a list."""

    url: str
    title: str
    brief: str
    board: Board
    published: date


@dataclass(frozen=True, slots=True)
class Shelf:
    """The newest records of one kind."""

    folder: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class YearMoney:
    """The accounts of a place's latest year, in figures by which places of any size can be seen side by side."""

    year: int
    span: str
    """What they cover: 1—10月"""
    url: str
    households: int | None
    income: Decimal
    expense: Decimal
    other: Decimal | None
    """Expense under 其他; None where not all expense is told entry by entry."""
    closing: Decimal | None

    def each(self, amount: Decimal | None) -> Decimal | None:
        """An amount per household; None where either is not known."""
        return amount / self.households if amount is not None and self.households else None


@dataclass(frozen=True, slots=True)
class Remark:
    """A note as a township lists it, with what it is about."""

    note: Note
    title: str
    """The record's; empty where the note is about the place as a whole."""
    url: str
    board: Board | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Held:
    """How many records of a kind a place withholds."""

    kind: str
    board: Board | None
    count: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted towards one indicator."""

    name: str
    done: Decimal
    whole: Decimal
    aim: Decimal | None
    """A share; None where none is set."""
    stated: bool = False
    """As a 目标指标 record tells it, for all that it is about; else counted from the records themselves."""


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """What a township keeps of one of its places when that place's records are put away."""

    place: Place
    name: str
    url: str
    code: str
    entries: int
    withheld: int
    years: tuple[int, ...]
    """In which something was published."""
    tally: Tally
    """Of this year."""
    missing: tuple[Obligation, ...]
    money: YearMoney | None
    promises: Fulfilment
    """Of the village or township itself."""
    members: Fulfilment
    """Of its party members."""
    target: Decimal
    """Of its own promises."""
    questions: int
    answered: int
    latest: date | None
    remarks: tuple[Remark, ...]
    held: tuple[Held, ...]
    news: tuple[News, ...]
    shelves: tuple[Shelf, ...]
    contacts: Contacts | None
    titles: Mapping[str, Link]
    """Published records by path."""
    named: tuple[str, ...]
    """Paths of other places' records that its own name."""
    mentions: tuple[Mention, ...]
    """How it names them."""
    measured: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class VillageSummary:
    """A village in the county's lists."""

    name: str
    url: str
    slug: str
    tally: Tally
    entries: int


@dataclass(frozen=True, slots=True)
class TownshipSummary:
    """What a township's places come to, the township's own records included."""

    slug: str
    code: str
    name: str
    url: str
    villages: tuple[VillageSummary, ...]
    tally: Tally
    entries: int
    own_entries: int
    """The township's own records."""
    withheld: int
    years: tuple[int, ...]
    latest: date | None
    promises: Fulfilment
    members: Fulfilment
    questions: int
    answered: int
    remarks: int
    news: tuple[News, ...]
    """Of all its places, as the county tells them."""
    measured: tuple[Measured, ...]
    kinds: tuple[str, ...]
    """Folders of the kinds it has published."""


@dataclass(frozen=True, slots=True, eq=False)
class CountySite:
    """The county as every page needs it. One object for a whole build: only itself equals it."""

    name: str
    as_of: date
    demonstration: bool
    terms: Terms
    government: Government | None
    contacts: Contacts | None
    notice: str
    site_url: str
    has_ledger: bool
    licence: Licence = LICENCES[USUAL]
    workbooks: bool = False
    """There are Excel files too."""
