"""The desk at which a page is made: the templates, the county, and the township or place that the page is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import jinja2

from generator.records.places import Contacts, County, Terms
from generator.site import urls
from generator.site.model import CountySite, Entry, Link, PlaceCard, PlaceSite, TownshipSite

NOBODY = Contacts.model_validate({})


@dataclass(frozen=True, slots=True)
class CountyDesk:
    """For the pages over all townships."""

    env: jinja2.Environment
    county: CountySite

    @property
    def name(self) -> str:
        """What the page is about, as its header says."""
        return self.county.name

    @property
    def words(self) -> Terms:
        """What things are called there."""
        return self.county.terms

    @property
    def contacts(self) -> Contacts | None:
        """Whom one can ask."""
        return self.county.contacts


@dataclass(frozen=True, slots=True)
class TownshipDesk(CountyDesk):
    """For the pages over all places of a township."""

    township: TownshipSite
    own: PlaceCard
    """The township's own records."""
    villages: tuple[PlaceCard, ...]
    """In the order of their codes."""

    @property
    def name(self) -> str:
        return self.township.name

    @property
    def contacts(self) -> Contacts | None:
        return self.own.contacts

    @property
    def cards(self) -> tuple[PlaceCard, ...]:
        """All of its places, the township itself first."""
        return (self.own, *self.villages)


@dataclass(frozen=True, slots=True)
class Desk(CountyDesk):
    """For the pages of one place: a village, or a township's own records."""

    township: TownshipSite
    place: PlaceSite

    @property
    def name(self) -> str:
        return self.place.name

    @property
    def words(self) -> Terms:
        return self.place.terms

    @property
    def contacts(self) -> Contacts | None:
        return self.place.contacts


@dataclass(frozen=True, slots=True)
class Common:
    """What every template is given beside its own context."""

    root: str
    """What leads to the site's root: `../../`; for the 404 page, which is served at any depth, an absolute path."""
    county: CountySite
    as_of: date
    name: str
    words: Terms
    contacts: Contacts | None


@dataclass(frozen=True, slots=True)
class PlaceCommon(Common):
    """What every template of a place is given."""

    reply_days: int | None
    """None where the 公开目录 sets no day for an answer."""


@dataclass(frozen=True, slots=True)
class RecordCommon(PlaceCommon):
    """What every template of one record is given."""

    entry: Entry
    record: Any
    """What the record says, by its kind's model."""
    corrected_by: tuple[Link, ...]
    related: tuple[Link, ...]


def common(desk: CountyDesk, url: str, entry: Entry | None = None) -> Common:
    """What the page at `url` has in common with others; `entry`: the record that it shows."""
    county = desk.county
    given = (root(county, url), county, county.as_of, desk.name, desk.words, desk.contacts)
    if not isinstance(desk, Desk):
        return Common(*given)
    place = desk.place
    if entry is None:
        return PlaceCommon(*given, place.reply_days)
    given = (*given[:-1], _asked(desk, entry))
    return RecordCommon(*given, place.reply_days, entry, entry.body, place.corrections_of(entry), place.related(entry))


def _asked(desk: Desk, entry: Entry) -> Contacts | None:
    """Whom one can ask about a record: of the county's records the office that published it, where county.yml says."""
    profile = desk.place.profile
    offices = profile.bodies if isinstance(profile, County) else ()
    own = next((office.contact for office in offices if office.contact and office.name == entry.body.issuer), None)
    return (desk.contacts or NOBODY).model_copy(update={"office": own}) if own else desk.contacts


def root(county: CountySite, url: str) -> str:
    """What leads from a page to the site's root."""
    return urlsplit(county.site_url).path or "/" if url == urls.ERROR else urls.root_from(url)
