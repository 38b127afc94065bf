"""What a rule is, and what it may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from generator.base.finding import Effect, Key
from generator.base.redact import Hide
from generator.law.directory import Item, due_after
from generator.law.obligations import Obligation, counted
from generator.law.parameters import Parameters
from generator.media.medium import Medium, Unfit
from generator.records.common import RecordBody
from generator.records.divisions import What
from generator.records.layout import Address, Place
from generator.records.level import Publisher
from generator.records.places import USUAL_TERMS, Profile, Terms, level_of
from generator.records.published import Ledger, Published
from generator.records.read import Record


class Scope(StrEnum):
    """What a rule may see, and so what a changed file makes it run again."""

    READING = "读文件"
    """Found while reading; the rule file only documents and tests it."""
    DOCUMENT = "每个文件"
    """The raw text of one file, record or profile."""
    RECORD = "每份记录"
    """One typed record and its place's parameters."""
    PLACE = "每个村（镇）"
    """All records of one village, or of a township or the county itself."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every rule is told beside the thing it judges."""

    as_of: date
    parameters: Parameters
    place: Place
    profile: Profile | None
    """None where the profile could not be read."""
    terms: Terms = USUAL_TERMS
    """What things are called in this place."""
    directory: tuple[Item, ...] = ()
    """The 公开目录, as the county, the township and the place laid it down."""

    @property
    def level(self) -> Publisher:
        """The level of the place."""
        return level_of(self.profile) if self.profile else self.place.level

    def due_after(self, item: str, day: date) -> date | None:
        """By when what happened on `day` has to be public; None where nobody asks for it.

        Args:
            item: as the 公开目录 calls it.
        """
        return due_after(self.directory, item, day, self.parameters) if counted(self.profile, day) else None


B = TypeVar("B", bound=RecordBody)


class Files(Protocol):
    """Which files there are."""

    def exists(self, path: str) -> bool:
        """There is a YAML file of this path, readable or not."""


class Around(Files, Protocol):
    """What a place's rules may ask of files, its own or others'. Who answers may note what was asked."""

    def digest(self, path: str) -> str:
        """SHA-256 of an attachment, empty where it cannot be read."""

    def medium(self, path: str) -> Medium | Unfit:
        """What may be published of an attachment that can be read, or why nothing may."""

    def record(self, address: Address) -> Record | None:
        """A record of any place; None where it is not there or cannot be read."""

    def said(self, profile: str, what: What) -> str:
        """名称 or 区划代码 in the profile of any place or of the county; empty where there is none."""

    def alike(self, what: What, value: str, folder: str) -> tuple[str, ...]:
        """The profiles under a folder that have the same 名称 or 区划代码, by path."""

    def published(self, path: str) -> Published | None:
        """What a record of any place said when it was last public."""

    def moved_to(self, path: str) -> str:
        """The path of the public record that declares it stood at this one before; empty where there is none."""


@dataclass(frozen=True, slots=True)
class PlaceCase:
    """One place with everything in it."""

    place: Place
    profile: Profile | None
    records: tuple[Record, ...]
    """Readable records in path order, withheld ones included."""
    withheld: frozenset[Address]
    """Withheld so far: unreadable, or stopped by a document or record rule."""
    drafts: frozenset[Address]
    """Records without 公开日期; they are not among `records`."""
    files: frozenset[str]
    """Every file of the place by path, attachments included."""
    county: Around
    """What lies outside of it."""
    ledger: Ledger
    """What this place's records said when they were last public; None where the county never published."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Earlier paths of the ledger → where those records stand now."""
    duties: tuple[Obligation, ...] = ()
    """What the place should have published, by its 公开目录. Every rule about a day of a period reads these."""

    def of(self, model: type[B]) -> Iterator[tuple[Record, B]]:
        """The place's records of one kind, with their bodies."""
        return ((record, record.body) for record in self.records if type(record.body) is model)

    def duties_of(self, item: str) -> tuple[Obligation, ...]:
        """The duties of one item of the 公开目录."""
        return tuple(duty for duty in self.duties if duty.item == item)

    def missing(self, *items: str) -> tuple[Obligation, ...]:
        """The duties of some items of the 公开目录 whose day has passed, and nothing is public."""
        return tuple(duty for duty in self.duties if duty.item in items and duty.state == "缺")

    def by_address(self) -> Mapping[Address, Record]:
        return {record.address: record for record in self.records}


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check yields: where, what, how to mend it, and the neutral words for villagers."""

    at: Sequence[Key]
    """Route to the value, e.g. ("账户", 0, "期末"); the engine turns it into line and column."""
    message: str
    remedy: str
    note: str = ""
    """Shown beside the record on the site; facts and dates only. Left out, it is the message, but not where the effect
    is 拦截: there it has to be given. A 提示 has none."""
    path: str | None = None
    """The file, for rules of scope PLACE; None is the place's profile."""
    also: Sequence[Sequence[Key]] = ()
    """Routes to further values of which the same is said."""
    day: date | None = None
    """The day whose law counts: of what was missed in a period, its last day. Left out, it is that of the record."""
    basis: tuple[str, ...] = ()
    """What this problem rests on, where that is not what the rule says first."""
    hide: Hide | None = None
    """What is personal in the value; None where that is not sure."""


Check = Callable[[Any, Context], Iterator[Problem]]


OTHER_SUMS = ("*",)
"""In `Rule.sums`: every folder that no other rule names, so that the sums of a new kind are checked without a list."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. The docstring of its check is its page, its terminal help and its test."""

    code: str
    title: str
    scope: Scope
    effect: Effect
    effect_reason: str
    """Why this effect: whom publishing would harm, or whom silence would."""
    basis: tuple[str, ...]
    """Keys of law/citations.yml, the main one first. 公开 stands for what the publication of the record rests on, 公开·财务
    for that of a subject (law/publication.yml). The first that fits the publisher, the subject and the day is quoted."""
    check: Check
    kinds: tuple[str, ...] = ()
    """Record folders it applies to; empty is all. Only for scope RECORD."""
    text: str = ""
    """The page of a rule of scope READING. Every other rule has the docstring of its check."""
    sums: tuple[str, ...] = ()
    """Record folders whose own arithmetic (`Kind.sums`) it checks. One rule says `OTHER_SUMS` and takes all that are left."""
    by_law: bool = False
    """It asks only what the law asks: where none of its basis was in force for the publisher, it says nothing."""
