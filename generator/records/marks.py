"""What a field's type cannot say, said in the kind's own file: `Annotated[Text, Unsearched()]`.

`records.walk` reads these marks. A mark on a part, or on a list of parts, holds for every field inside.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Base of all marks."""


@dataclass(frozen=True, slots=True)
class Unit(Mark):
    """What a figure counts. 元 goes without saying."""

    name: str


@dataclass(frozen=True, slots=True)
class Headline(Mark):
    """The record's own title. Pages set it above the record and search keeps it apart, so neither tells it again."""


@dataclass(frozen=True, slots=True)
class Internal(Mark):
    """The rules need it. No page, table or download shows it, and search does not know it."""


@dataclass(frozen=True, slots=True)
class Unsearched(Mark):
    """Pages show it, but nobody looks for a record by these words."""


@dataclass(frozen=True, slots=True)
class Ahead(Mark):
    """A day that may still lie ahead: a term, an end, a plan. A day without this mark has happened (rule S01)."""

    unless: tuple[str, ...] = ()
    """Attributes beside it. Where one of them has a value, the day has happened after all."""


@dataclass(frozen=True, slots=True)
class Expected(Mark):
    """No law makes it a condition of publishing, but who reads the record looks for it. Where it was left out, rule S06
    asks for it and the page says 没有写."""

    unless: tuple[str, ...] = ()
    """Attributes beside it. Where one of them has a value, nobody looks for it."""
    once: tuple[str, ...] = ()
    """Attributes beside it. Where they are given, nobody looks for it before one of them has a value: it is not due yet."""


@dataclass(frozen=True, slots=True)
class Person(Mark):
    """A private person may stand here and must be masked (rule P13)."""

    told_by: str = ""
    """The attribute beside it that says 单位 or 个人; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Expires(Mark):
    """A list of persons. It leaves the page after a day; search, downloads and the ledger never hold it (rule P11)."""

    until: str = ""
    """The attribute beside it that gives the day. Without that value it is no such list. Empty: after 至 of the record."""


@dataclass(frozen=True, slots=True)
class Unstated(Mark):
    """The ledger keeps it in a way of its own, not among what the record states."""


@dataclass(frozen=True, slots=True)
class Apart(Mark):
    """A reference that the page tells in a place of its own, not among the related records."""
