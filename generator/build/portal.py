"""What belongs to no township: the county's home, search, sitemaps; rules, help and the theme's files, which the host makes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import jinja2

from generator.base.shipped import DOCS
from generator.build.frame import Frame, FramedDraft
from generator.build.host import build_with_mkdocs
from generator.build.survey import Lost
from generator.engine.draft import listing
from generator.engine.store import Store, digest, fingerprint
from generator.exports.news import news_files
from generator.exports.overview import TownshipExport, county_files, dictionary
from generator.pages.all import portal_pages
from generator.pages.desk import CountyDesk
from generator.pages.dictionary import dictionary_pages
from generator.pages.gone import gone_page
from generator.pages.page import Page
from generator.pages.rules import rule_pages
from generator.pages.sitemap import portal_sitemaps
from generator.pages.terms import terms_page
from generator.rules.catalogue import catalogue
from generator.site import urls
from generator.site.model import CountySite, PlaceCard, TownshipSummary
from generator.site.news import in_order

HOSTED = "host.json"
"""Kept: what the host made."""


def hosted(
    config_file: Path,
    context: str,
    county: CountySite,
    env: jinja2.Environment,
    draft: FramedDraft,
    store: Store,
    folder: Path,
) -> Frame:
    """Have the host make rules, help and the theme's files, unless they are as they were; and get its frame.

    Args:
        context: key of all that these pages depend on, save the help's Markdown.
        folder: an empty one for the host to write into.
    """
    key = digest(context, fingerprint(config_file.parent / "docs"), fingerprint(DOCS))
    kept = store.load(HOSTED, key)
    if kept:
        said = json.loads(kept)
        if draft.keep(said["files"]):
            store.keep(HOSTED)
            return list(said["frame"])
    pages = {page.url: page for page in articles(env, county)}
    frame = build_with_mkdocs(config_file, folder, county, pages)
    files = {path: draft.write(path, (folder / path).read_bytes()) for path in sorted(listing(folder))}
    store.save(HOSTED, key, json.dumps({"frame": frame, "files": files}, ensure_ascii=False).encode())
    return frame


def articles(env: jinja2.Environment, county: CountySite) -> Iterator[Page]:
    """The pages in the host's own look: rules, what words mean, what the open data mean."""
    desk = CountyDesk(env, county)
    yield from rule_pages(desk)
    yield terms_page(desk)
    yield from dictionary_pages(desk, dictionary())


@dataclass(frozen=True, slots=True)
class Contribution:
    """What the portal needs of a township, or of the county's own records."""

    summary: TownshipSummary
    index: str
    """Names of its search index."""
    export: TownshipExport
    own: PlaceCard | None = None
    """Of the county, where this is the part of its own records."""


def portal(
    env: jinja2.Environment, county: CountySite, parts: Iterable[Contribution], lost: Lost, *, workbooks: bool
) -> tuple[list[Page], dict[str, bytes]]:
    """The pages over all parts, and the portal's other files.

    Args:
        lost: what is told of the county and belongs to no part.
        workbooks: Excel files too.
    """
    ordered = sorted(parts, key=lambda one: (one.summary.code, one.summary.slug))
    indexes = {one.summary.slug: one.index for one in ordered}
    own = next((one.own for one in ordered if one.own), None)
    townships = [one.summary for one in ordered if not one.own]
    news = in_order(one for part in ordered for one in part.summary.news)
    happenings = (*lost.happenings, *(own.happenings if own else ()))
    desk = CountyDesk(env, county)
    pages = list(portal_pages(desk, townships, own, indexes, news, happenings))
    pages += (gone_page(desk, one, urls.CHANGES) for one in lost.gone)
    files = dict(county_files(county, [one.export for one in ordered], with_workbook=workbooks))
    files |= news_files(county, "", county.name, news)
    if county.site_url:
        indexable = [page.url for page in pages if not page.noindex]
        indexable += [urls.ABOUT, urls.TERMS, urls.DICTIONARY, urls.RULES, *map(urls.rule, catalogue())]
        files |= portal_sitemaps(county.site_url, indexes, indexable)
    return pages, files
