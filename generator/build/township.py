"""Building a township's part of the site. What is as it was is neither judged nor rendered again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import jinja2

from generator.base.finding import Finding
from generator.build import attachments
from generator.build.files import Answer, Surroundings, TownshipFiles, read_files
from generator.build.judged import OpenTownship, moves_of, open_township
from generator.build.kept import PlacePart, TownshipPart, dumped, load, place_name, township_name
from generator.build.portal import Contribution
from generator.build.setting import Setting
from generator.engine.store import Store, digest
from generator.exports.dataset import place_data
from generator.exports.news import news_files
from generator.exports.overview import township_export, township_files
from generator.exports.place import place_export, place_files
from generator.pages.all import county_own_pages, place_pages, township_pages
from generator.pages.desk import Desk, TownshipDesk
from generator.pages.page import Page
from generator.pages.sitemap import township_sitemap
from generator.publish import chain
from generator.publish import ledger as ledgers
from generator.publish.chain import Chain
from generator.records.layout import Place
from generator.records.published import Published
from generator.rules.judge import JudgedPlace, PlaceFiles
from generator.search.collect import search_documents
from generator.search.index import IndexedDocument, indexed, packed, township_index, unpacked
from generator.site.arrange import arrange_place, in_gate
from generator.site.cards import card, summary, township_news
from generator.site.links import links, outside
from generator.site.model import CountySite, Outside, PlaceCard, PlaceSite, TownshipSite


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
class Built:
    """A township's part as this build made it."""

    part: TownshipPart
    rendered: int
    """Pages that were rendered; the others were kept."""
    ledger: Chain | None
    """What the ledger is to hold; None where nothing changed."""


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
        GateClosed: a record has no page. OSError: disk full, no permission.
    """
    files = read_files(setting.content, township)
    if not files.data:
        return None
    key = township_key(setting, files, ledgers.key(setting.ledger, township))
    kept = load(store, township_name(township), key, TownshipPart)
    if kept and not (publish and kept.pending) and _same(setting, files, kept.asked) and output.keep(kept.files):
        assert store
        store.keep(township)
        return Built(kept, 0, None)
    return _Township(open_township(setting, files), county, env, output, store, publish).build(key)


def township_key(setting: Setting, files: TownshipFiles, ledger: bytes) -> str:
    """Changes when anything does that a township's part was made from.

    Args:
        ledger: its key, see `publish/ledger.py`.
    """
    return digest(setting.context, files.key(ledger))


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
    fresh: tuple[Published, ...] = ()
    """What is to be added to the ledger."""


@dataclass(slots=True)
class _Township:
    """One township's build."""

    opened: OpenTownship
    county: CountySite
    env: jinja2.Environment
    output: Output
    store: Store | None
    publish: bool
    rendered: int = 0

    @property
    def setting(self) -> Setting:
        return self.opened.setting

    def build(self, key: str) -> Built:
        places = [self._open(self.opened.files_of(place)) for place in self.opened.layout.places]
        own, of_county = places[0].card, places[0].files.place.is_county
        township = TownshipSite(self.opened.files.township, own.name, own.url)
        cards = [one.card for one in places]
        parts = [self._finish(one, township, outside(one.card, cards)) for one in places]
        villages = sorted(cards[1:], key=lambda village: village.code)
        exports = {one.files.place: part.export for one, part in zip(places, parts, strict=True)}
        files = {path: size for part in parts for path, size in part.files.items()}
        news = township_news([own, *villages])
        desk = TownshipDesk(self.env, self.county, township, own, tuple(villages))
        shown = list(township_pages(desk, news) if not of_county else county_own_pages(desk))
        files |= self._added(shown)
        index = township_index(township.slug, township.name, (d for one in places for d in one.documents))
        shared = township_export(township, [parts[0].export, *(exports[village.place] for village in villages)])
        lists = [*index.files]
        if not of_county:  # the portal makes these over all parts
            lists += township_files(self.county, shared, with_workbook=self.setting.workbooks)
            lists += news_files(self.county, township.slug, township.name, news)
        if self.county.site_url:
            pages = [url for part in parts for url in part.indexable]
            lists.append(township_sitemap(self.county.site_url, township.slug, [*pages, *(page.url for page in shown)]))
        files |= {path: self.output.write(path, data) for path, data in lists}
        findings = [*self.opened.findings, *(finding for part in parts for finding in part.findings)]
        made = TownshipPart(
            contribution=Contribution(
                summary(township, own, villages), index.manifest.attribute, shared, own if of_county else None
            ),
            findings=tuple(sorted(findings, key=Finding.sort_key)),
            records=self.opened.files.records,
            withheld=sum(part.withheld for part in parts),
            drafts=tuple(path for part in parts for path in part.drafts),
            pages=sum(path.endswith(".html") for path in files),
            files=files,
            asked=tuple(sorted({answer for part in parts for answer in part.asked})),
            pending=any(part.pending for part in parts),
        )
        fresh = [line for one in places for line in one.fresh]
        ledger = chain.extended(self.opened.book.chain, fresh) if fresh else None
        if ledger:  # it fits the ledger that is written now, not the one before, to which somebody may go back
            key = township_key(self.setting, self.opened.files, ledgers.key_of(chain.written(ledger)))
        if self.store:
            self.store.save(township_name(township.slug), key, dumped(made))
        return Built(made, self.rendered, ledger)

    def _open(self, files: PlaceFiles) -> _PlaceInWork:
        """A place from the store, or judged and arranged anew."""
        place = files.place
        key = self._key(files)
        kept = load(self.store, place_name(place, "place"), key, PlacePart)
        search = self.store.load(place_name(place, "search"), key) if self.store and kept else None
        if (
            kept is None
            or search is None
            or (self.publish and kept.pending)
            or not _same(self.setting, self.opened.files, kept.asked)
        ):
            return self._judged(files, key)
        return _PlaceInWork(files, key, kept.card, kept, documents=tuple(unpacked(search)), asked=kept.asked)

    def _key(self, files: PlaceFiles) -> str:
        profile = self.opened.files.data.get(Place(files.place.township).profile_path, b"")
        return digest(self.setting.context, profile, self.opened.files.key_of(files))

    def _judged(self, files: PlaceFiles, key: str) -> _PlaceInWork:
        around = self.opened.around(files.place)
        judged = self.opened.judge(files, around)
        fresh: tuple[Published, ...] = ()
        if self.publish and not files.ledger_damaged:
            fresh = ledgers.entries(judged, self.setting.as_of)
        if fresh:  # pages say what the ledger will say, and are of no use should it be lost
            files = replace(files, ledger={**(files.ledger or {}), **{one.path: one for one in fresh}})
            key = self._key(files)
            judged = self.opened.judge(files, around)
        site = arrange_place(judged, self.setting.as_of)
        made = card(site, self.setting.as_of)
        return _PlaceInWork(files, key, made, site=site, judged=judged, asked=around.answers(), fresh=fresh)

    def _finish(self, one: _PlaceInWork, township: TownshipSite, around: Outside) -> PlacePart:
        """Keep a place's part of the site, or render it."""
        view = digest(dumped(around))
        if one.kept and one.kept.outside == view and self.output.keep(one.kept.files):
            assert self.store
            self.store.keep(*(place_name(one.files.place, what) for what in ("place", "search", attachments.KEPT)))
            return one.kept
        fresh = one if one.site else self._judged(one.files, one.key)
        assert fresh.site
        assert fresh.judged
        site = replace(fresh.site, links=links(fresh.site.entries, around))
        pages = list(place_pages(Desk(self.env, self.county, township, site)))
        files = self._added(pages)
        _gate(fresh.judged, site, files)
        files |= attachments.write_attached(self.setting.content, site, self.output.keep, self.output.write, self.store)
        data = place_data(self.county, township, site)
        for path, content in place_files(data, with_workbook=self.setting.workbooks):
            files[path] = self.output.write(path, content)
        one.documents = tuple(indexed(document) for document in search_documents(township, site))
        part = PlacePart(
            card=fresh.card,
            findings=fresh.judged.findings,
            withheld=len(fresh.judged.withheld),
            drafts=tuple(sorted(address.path for address in fresh.judged.drafts)),
            files=files,
            indexable=tuple(page.url for page in pages if not page.noindex),
            asked=fresh.asked,
            outside=view,
            export=place_export(data),
            pending=not self.publish
            and not one.files.ledger_damaged
            and ledgers.is_pending(fresh.judged, self.setting.as_of),
        )
        if self.store:
            place = one.files.place
            self.store.save(place_name(place, "place"), fresh.key, dumped(part))
            self.store.save(place_name(place, "search"), fresh.key, packed(one.documents))
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


def _same(setting: Setting, files: TownshipFiles, asked: Sequence[Answer]) -> bool:
    if not asked:
        return True
    lines = ledgers.load(setting.ledger, files.township).lines if any(one[0] == "moved" for one in asked) else None
    moves = moves_of(setting, files, lines)
    own = Place(files.township)
    return Surroundings(setting.content, files, own, setting.divisions, setting.ledger, moves).still_says(asked)
