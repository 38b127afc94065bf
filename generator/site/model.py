"""The model of the site. It is frozen, and complete before the first page is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, cast, get_args

from generator.law.obligations import Obligation, State
from generator.law.parameters import Parameters
from generator.media import photos
from generator.media.medium import Paper, Photo
from generator.records.attached import Attached
from generator.records.common import Board, Kind, Posted, RecordBody
from generator.records.kinds.commitments import Fulfilment
from generator.records.layout import Address, Place
from generator.records.licences import LICENCES, USUAL, Licence
from generator.records.places import Contacts, Government, Profile, Terms
from generator.records.references import related_references
from generator.site import urls
from generator.site.news import News


@dataclass(frozen=True, slots=True)
class Note:
    """A neutral remark beside a record or a place, from a finding that everybody may see."""

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
class ShownFile:
    """A photo or a paper beside a record."""

    name: str
    stage: str
    """办之前, 正在办, 办好以后; empty where it is not said."""
    day: date | None
    """Of the stage or the meeting that it shows."""
    urls: Mapping[str, str]
    """By suffix, every file that is published of it."""
    source: Attached

    @property
    def url(self) -> str:
        """The whole picture, or the paper."""
        return next(iter(self.urls.values()))

    @property
    def photo(self) -> Photo | None:
        """None where it is a paper."""
        return self.source.what if isinstance(self.source.what, Photo) else None

    @property
    def small(self) -> str:
        """The small picture of a photo."""
        return self.urls[photos.SMALL]

    @property
    def pages(self) -> int:
        """Of a paper."""
        return len(self.source.what.pages) if isinstance(self.source.what, Paper) else 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One published record."""

    address: Address
    url: str
    kind: Kind[Any]
    body: Any
    """The record as its page shows it."""
    lasting: Any
    """What may be searched and downloaded: never a list of persons (`records.lasting`)."""
    title: str
    brief: str
    board: Board
    published: date
    until: date | None
    notes: tuple[Note, ...]
    version: int
    check_code: str
    """Empty until the ledger holds what it says."""
    history: tuple[Version, ...]
    """Earlier versions, oldest first."""
    first: date | None = None
    """The day on which it was first on this site, as the ledger knows it; None where the ledger does not hold it."""
    late_online: bool = False
    """It claims an earlier day, but was first published when the ledger had begun."""
    revised: date | None = None
    """The day of this version; None for the first, and for one that the ledger does not hold yet."""
    origin: str = ""
    """The path at which it stood before; empty where it was never moved."""
    files: tuple[ShownFile, ...] = ()
    """The photos and papers that are published with it."""
    taken_down: bool = False
    """Its list of persons was removed, because its 公示期 is over."""

    @property
    def publisher(self) -> str:
        """The office that published it, for lists of the county: many offices stand side by side there. Else empty."""
        return (self.body.issuer or "") if self.address.place.is_county else ""

    @property
    def posted(self) -> Posted | None:
        """What its record says of the paper board, where it hung there before it was on the site."""
        return cast("RecordBody", self.body).publication.posted

    @property
    def lists_persons(self) -> bool:
        """Whether it shows a list of persons now. Search engines must not index such a page."""
        return self.lasting is not self.body

    @property
    def public_since(self) -> date:
        """From when everybody could read it: the day it claims, or the ledger's, where that is the one that counts."""
        return max(self.published, self.first) if self.late_online and self.first else self.published

    def on_display(self, as_of: date) -> bool:
        """Whether it is in its 公示期."""
        return self.until is not None and self.published <= as_of <= self.until


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of 更正和变动."""

    day: date | None
    """None where it is not known."""
    text: str
    url: str
    """Empty where there is no page."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A record that is withheld for now. Its address still has a page."""

    address: Address
    url: str
    kind: Kind[Any]
    reasons: tuple[Note, ...]
    day: date | None = None
    """The day of its publication. None if it cannot be read."""
    board: Board | None = None
    """Its board. None if it cannot be read."""


@dataclass(frozen=True, slots=True)
class Gone:
    """An address at which something was public and is no longer."""

    url: str
    called: str
    """What stood there: 公告公示（2026-q3）."""
    to: str
    """The address at which it stands now; empty where nobody says so."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another record."""

    title: str
    url: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment that refers to a decision."""

    record: Link
    url: str
    """The address of the line of the payment."""
    day: date | None
    voucher: str
    summary: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Tally:
    """The number of obligations in each state."""

    on_time: int = 0
    late: int = 0
    missing: int = 0
    withheld: int = 0
    not_due: int = 0

    @property
    def due(self) -> int:
        """The number of obligations that were due. A withheld one is neither on time nor missing."""
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
    """The links of a place with the township's other places."""

    titles: Mapping[str, Link] = field(default_factory=dict)
    """The published records that this place's records name, by path."""
    mentions: tuple[Mention, ...] = ()
    """The records that name this place's records."""


@dataclass(frozen=True, slots=True)
class Links:
    """The links between a place's records and others of the township."""

    titles: Mapping[str, Link]
    """The links to published records, by path."""
    payments: Mapping[str, tuple[Payment, ...]]
    """The payments of a decision, by the decision's path."""
    incoming: Mapping[str, tuple[Link, ...]]
    """The records that name a record, by its path. Corrections are first."""
    corrections: Mapping[str, tuple[Link, ...]]
    """The corrections of a record, by its path."""


@dataclass(frozen=True, slots=True)
class PlaceSite:
    """A village, or a township's or the county's own records."""

    place: Place
    name: str
    profile: Profile | None
    parameters: Parameters
    terms: Terms
    """What things are called in this place."""
    contacts: Contacts | None
    entries: tuple[Entry, ...]
    """The published records, the newest publication first."""
    withheld: tuple[Withheld, ...]
    not_public: int
    """The number of records that are for another audience or not public yet."""
    obligations: tuple[Obligation, ...]
    notes: tuple[Note, ...]
    """The notes about the place as a whole."""
    links: Links
    happenings: tuple[Happening, ...]
    """What was changed since it was first published, newest first."""
    gone: tuple[Gone, ...]
    """What was public and is no longer at its address."""
    reply_days: int | None
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
        """The obligations that are due and not public, the longest overdue first."""
        return tuple(sorted((o for o in self.obligations if o.state == "缺"), key=lambda o: (o.due, o.title)))

    def related(self, entry: Entry) -> tuple[Link, ...]:
        """The published records that a record names, and those that name it."""
        named = (
            self.links.titles.get(entry.address.resolve(reference).path) for reference in related_references(entry.body)
        )
        found = [link for link in named if link]
        return tuple(dict.fromkeys([*found, *self.links.incoming.get(entry.address.path, ())]))

    def corrections_of(self, entry: Entry) -> tuple[Link, ...]:
        """The corrections of a record."""
        return self.links.corrections.get(entry.address.path, ())

    @property
    def code(self) -> str:
        """The 区划代码. Places are listed by it. Those without a readable profile come last, by the name of their folder."""
        return self.profile.code if self.profile else f"~{self.place.folder}"


@dataclass(frozen=True, slots=True)
class TownshipSite:
    """What the pages of places need to know about their township."""

    slug: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """A published record as a line in lists."""

    url: str
    title: str
    publisher: str
    """As `Entry.publisher`."""
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
    """The accounts of a place's latest year, in figures that make places of any size comparable."""

    year: int
    span: str
    """The months of the accounts: 1—10月"""
    url: str
    households: int | None
    income: Decimal
    expense: Decimal
    other: Decimal | None
    """The expense under 其他. None if not all expense has single entries."""
    closing: Decimal | None

    def each(self, amount: Decimal | None) -> Decimal | None:
        """An amount per household. None if the amount or the number of households is not known."""
        return amount / self.households if amount is not None and self.households else None


@dataclass(frozen=True, slots=True)
class Remark:
    """A note in the list of a township, with what it is about."""

    note: Note
    title: str
    """The title of the record. Empty if the note is about the place as a whole."""
    url: str
    board: Board | None
    published: date | None


@dataclass(frozen=True, slots=True)
class WithheldKind:
    """The number of records of one kind that a place withholds."""

    kind: str
    board: Board | None
    count: int


@dataclass(frozen=True, slots=True)
class Measured:
    """The count of one indicator."""

    name: str
    done: Decimal
    whole: Decimal
    aim: Decimal | None
    """A share; None where none is set."""
    stated: bool = False
    """As a 目标指标 record tells it, for all that it is about; else counted from the records themselves."""


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """What a township keeps of one of its places after that place's records are put away."""

    place: Place
    name: str
    url: str
    code: str
    entries: int
    withheld: int
    years: tuple[int, ...]
    """The years in which something was published."""
    tally: Tally
    """The obligations of this year."""
    missing: tuple[Obligation, ...]
    money: YearMoney | None
    promises: Fulfilment
    """The promises of the village or township itself."""
    members: Fulfilment
    """The promises of its party members."""
    target: Decimal
    """The share of its own promises that is aimed at."""
    questions: int
    answered: int
    latest: date | None
    remarks: tuple[Remark, ...]
    withheld_kinds: tuple[WithheldKind, ...]
    news: tuple[News, ...]
    shelves: tuple[Shelf, ...]
    contacts: Contacts | None
    titles: Mapping[str, Link]
    """The links to published records, by path."""
    named: tuple[str, ...]
    """The paths of other places' records that its own records name."""
    mentions: tuple[Mention, ...]
    """Its references to them."""
    measured: tuple[Measured, ...]
    happenings: tuple[Happening, ...]
    """Of the county's own records: a page over all townships has them. A village or township has its own."""


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
    """What a township's places come to, the township's own records included. The county's own come to one without villages."""

    slug: str
    code: str
    name: str
    url: str
    villages: tuple[VillageSummary, ...]
    tally: Tally
    entries: int
    own_entries: int
    """The number of the township's own records."""
    withheld: int
    years: tuple[int, ...]
    latest: date | None
    promises: Fulfilment
    members: Fulfilment
    questions: int
    answered: int
    remarks: int
    news: tuple[News, ...]
    """The news of all its places, in the form for the county."""
    measured: tuple[Measured, ...]
    kinds: tuple[str, ...]
    """The folders of the kinds that it has published."""


@dataclass(frozen=True, slots=True, eq=False)
class CountySite:
    """What every page needs to know about the county. There is one object for a whole build, and it equals only itself."""

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
    """Whether there are Excel files too."""
