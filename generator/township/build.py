"""Building a township's part of the site. What is as it was is neither judged nor rendered again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Protocol, TypeVar, cast

import jinja2
from pydantic import TypeAdapter, ValidationError

from generator.base.finding import Finding
from generator.engine.store import Store, digest
from generator.exports.gather import place_data
from generator.exports.news import news_files
from generator.exports.overview import township_files
from generator.exports.place import place_export, place_files
from generator.exports.summary import PlaceExport, township_export
from generator.pages.desk import Desk, TownshipDesk
from generator.pages.page import Page
from generator.pages.site import place_pages, township_pages
from generator.pages.sitemap import township_sitemap
from generator.publish import ledger as ledgers
from generator.publish.portal import Contribution
from generator.records.layout import Place
from generator.records.local import Level
from generator.records.published import Ledger, Published
from generator.rules.judge import JudgedPlace, Layout, PlaceFiles
from generator.search.index import IndexedDocument, indexed, packed, township_index, unpacked
from generator.search.records import search_documents
from generator.site.build import in_gate
from generator.site.cards import card, summary, township_news
from generator.site.links import links, outside
from generator.site.model import CountySite, Outside, PlaceCard, PlaceSite, TownshipSite
from generator.township.arrange import arrange_place
from generator.township.check import Setting, levels, records_in
from generator.township.source import Answer, Source, Surroundings, read_source

T = TypeVar("T")


class GateClosed(Exception):
    """Records went in and did not come out as pages. Our fault."""


class Output(Protocol):
    """Where finished pages and files go."""

    def add(self, page: Page) -> int:
        """A finished page; its bytes are counted."""

    def write(self, path: str, data: bytes) -> int:
        """A file that is no page."""

    def keep(self, files: Mapping[str, int]) -> bool:
        """Leave files as they were; False where one is not there in that size."""


@dataclass(frozen=True, slots=True)
class PlacePart:
    """What is kept of a place from one build to the next, beside its search documents."""

    card: PlaceCard
    findings: tuple[Finding, ...]
    withheld: int
    files: Mapping[str, int]
    """Its part of the site, path → bytes."""
    indexable: tuple[str, ...]
    """Pages for search engines."""
    asked: tuple[Answer, ...]
    outside: str
    """Key of what other places had to do with it."""
    export: PlaceExport
    pending: tuple[ledgers.Candidate, ...]
    """What the ledger has not yet."""


@dataclass(frozen=True, slots=True)
class TownshipPart:
    """What is kept of a township, and what the county needs of it."""

    contribution: Contribution
    findings: tuple[Finding, ...]
    records: int
    withheld: int
    pages: int
    files: Mapping[str, int]
    asked: tuple[Answer, ...]
    pending: bool
    """The ledger has not all of it yet."""


@dataclass(frozen=True, slots=True)
class Built:
    """A township's part as this build made it."""

    part: TownshipPart
    rendered: int
    """Pages that were rendered; the others were kept."""
    ledger: Mapping[str, Published] | None
    """What is to be written down as public; None where nothing changed."""


def build_township(
    setting: Setting,
    county: CountySite,
    env: jinja2.Environment,
    township: str,
    output: Output,
    store: Store | None = None,
    *,
    publish: bool = False,
) -> Built | None:
    """Build everything under `/<township>/`; None where there is no document in its folder.

    Args:
        env: of the theme.
        store: results of earlier builds; None where nothing is kept.
        publish: also say what the ledger is to hold.

    Raises:
        GateClosed: a record has no page. LedgerError: the ledger cannot be read. OSError: disk full, no permission.
    """
    source = read_source(setting.content, township)
    if not source.data:
        return None
    key = digest(setting.context, source.key(ledgers.raw(setting.ledger, township)))
    kept = _load(store, township_name(township), key, TownshipPart)
    if kept and not (publish and kept.pending) and _same(setting, source, kept.asked) and output.keep(kept.files):
        assert store
        store.keep(township)
        return Built(kept, 0, None)
    ledger = ledgers.load(setting.ledger, township)
    return _Township(setting, county, env, source, source.layout(), ledger, output, store, publish).build(key)


@dataclass(slots=True)
class _PlaceInWork:
    """A place on its way through the stages."""

    files: PlaceFiles
    key: str
    card: PlaceCard
    kept: PlacePart | None = None
    site: PlaceSite | None = None
    judged: JudgedPlace | None = None
    documents: tuple[IndexedDocument, ...] = ()
    asked: tuple[Answer, ...] = ()


@dataclass(slots=True)
class _Township:
    """One township's build."""

    setting: Setting
    county: CountySite
    env: jinja2.Environment
    source: Source
    layout: Layout
    ledger: Ledger
    output: Output
    store: Store | None
    publish: bool
    rendered: int = 0

    def build(self, key: str) -> Built:
        above = levels(self.setting, self.source)
        opened = [self._open(place, above) for place in self.layout.places]
        own = opened[0].card
        township = TownshipSite(self.source.township, own.name, own.url)
        cards = [one.card for one in opened]
        parts = [self._finish(one, township, outside(one.card, cards), above) for one in opened]
        villages = sorted(cards[1:], key=lambda village: village.code)
        exports = {one.files.place: part.export for one, part in zip(opened, parts, strict=True)}
        files = {path: size for part in parts for path, size in part.files.items()}
        news = township_news([own, *villages])
        desk = TownshipDesk(self.env, self.county, township, own, tuple(villages))
        shown = list(township_pages(desk, news))
        files |= self._added(shown)
        index = township_index(township.slug, township.name, (d for one in opened for d in one.documents))
        shared = township_export(township, [parts[0].export, *(exports[village.place] for village in villages)])
        lists = [
            *index.files,
            *township_files(self.county, shared, with_workbook=self.setting.workbooks),
            *news_files(self.county, township.slug, township.name, news),
        ]
        if self.county.site_url:
            pages = [url for part in parts for url in part.indexable]
            lists.append(township_sitemap(self.county.site_url, township.slug, [*pages, *(page.url for page in shown)]))
        files |= {path: self.output.write(path, data) for path, data in lists}
        findings = [*self.source.tree.findings, *self.layout.findings, *(f for part in parts for f in part.findings)]
        made = TownshipPart(
            contribution=Contribution(summary(township, own, villages), index.manifest.attribute, shared),
            findings=tuple(sorted(findings, key=Finding.sort_key)),
            records=records_in(self.source),
            withheld=sum(part.withheld for part in parts),
            pages=sum(path.endswith(".html") for path in files),
            files=files,
            asked=tuple(sorted({answer for part in parts for answer in part.asked})),
            pending=any(part.pending for part in parts),
        )
        if self.store:
            self.store.save(township_name(township.slug), key, _adapter(TownshipPart).dump_json(made, by_alias=True))
        candidates = [one for part in parts for one in part.pending] if self.publish else []
        after = ledgers.updated(self.ledger, candidates, self.setting.as_of) if candidates else None
        return Built(made, self.rendered, after)

    def _open(self, place: Place, above: Sequence[Level]) -> _PlaceInWork:
        """A place from the store, or judged and arranged anew."""
        files = self.source.files_of(self.layout, place, self.ledger)
        profile = self.source.data.get(Place(place.township).profile_path, b"")
        key = digest(self.setting.context, profile, self.source.key_of(files))
        kept = _load(self.store, _name(place, "place"), key, PlacePart)
        search = self.store.load(_name(place, "search"), key) if self.store and kept else None
        if kept is None or search is None or not _same(self.setting, self.source, kept.asked):
            return self._judged(files, key, above)
        return _PlaceInWork(files, key, kept.card, kept, documents=tuple(unpacked(search)), asked=kept.asked)

    def _judged(self, files: PlaceFiles, key: str, above: Sequence[Level]) -> _PlaceInWork:
        around = Surroundings(self.setting.content, self.source, files.place)
        judged, site = arrange_place(self.setting, self.source, files, above, around)
        made = card(site, self.setting.as_of)
        return _PlaceInWork(files, key, made, site=site, judged=judged, asked=around.answers())

    def _finish(self, one: _PlaceInWork, township: TownshipSite, around: Outside, above: Sequence[Level]) -> PlacePart:
        """Keep a place's part of the site, or render it."""
        view = digest(_adapter(Outside).dump_json(around, by_alias=True))
        if one.kept and one.kept.outside == view and self.output.keep(one.kept.files):
            assert self.store
            self.store.keep(_name(one.files.place, "place"), _name(one.files.place, "search"))
            return one.kept
        fresh = one if one.site else self._judged(one.files, one.key, above)
        assert fresh.site
        assert fresh.judged
        site = replace(fresh.site, links=links(fresh.site.entries, around))
        pages = list(place_pages(Desk(self.env, self.county, township, site)))
        files = self._added(pages)
        _gate(fresh.judged, site, files)
        data = place_data(self.county, township, site)
        for path, content in place_files(data, with_workbook=self.setting.workbooks):
            files[path] = self.output.write(path, content)
        one.documents = tuple(indexed(document) for document in search_documents(township, site))
        digests = {record.address: record.digest for record in fresh.judged.records}
        part = PlacePart(
            card=fresh.card,
            findings=fresh.judged.findings,
            withheld=len(fresh.judged.withheld),
            files=files,
            indexable=tuple(page.url for page in pages if not page.noindex),
            asked=fresh.asked,
            outside=view,
            export=place_export(data),
            pending=ledgers.pending(self.ledger, ((entry, digests[entry.address]) for entry in site.entries)),
        )
        if self.store:
            place = one.files.place
            self.store.save(_name(place, "place"), one.key, _adapter(PlacePart).dump_json(part, by_alias=True))
            self.store.save(_name(place, "search"), one.key, packed(one.documents))
        return part

    def _added(self, pages: Sequence[Page]) -> dict[str, int]:
        self.rendered += len(pages)
        return {page.url: self.output.add(page) for page in pages}


def _gate(before: JudgedPlace, after: PlaceSite, files: Mapping[str, int]) -> None:
    """Files = published + withheld + not public, and each of the first two has its page."""
    addresses = {record.address for record in before.records} | before.withheld
    if len(addresses) != in_gate(after):
        raise GateClosed(f"{before.place.folder}：有{len(addresses)}份记录，网站上只有{in_gate(after)}份")
    for url in (*(entry.url for entry in after.entries), *(item.url for item in after.withheld)):
        if url not in files:
            raise GateClosed(f"{url} 没有页面")


def _same(setting: Setting, source: Source, asked: Sequence[Answer]) -> bool:
    return Surroundings(setting.content, source, Place(source.township)).still_says(asked)


def _name(place: Place, what: str) -> str:
    """Under which a place's result is kept."""
    return f"{place.folder}/{what}.json"


def township_name(township: str) -> str:
    """Under which a township's result is kept."""
    return f"{township}/township.json"


def _load(store: Store | None, name: str, key: str, kind: type[T]) -> T | None:
    data = store.load(name, key) if store else None
    if store is None or data is None:
        return None
    try:
        found: T = _adapter(cast("Any", kind)).validate_json(data)
    except ValidationError:
        store.damaged += 1
        return None
    return found


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
