"""What belongs to no township: the county's home, search, sitemaps; rules, help and the theme's files, which the host makes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2

from generator.engine.draft import listing
from generator.engine.store import Store, digest, fingerprint
from generator.pages.page import Page
from generator.pages.rules import rule_pages
from generator.pages.site import portal_pages
from generator.pages.sitemap import portal_sitemaps
from generator.publish.frame import Frame
from generator.publish.host import build_with_mkdocs
from generator.publish.site import SiteDraft
from generator.rules.catalogue import catalogue
from generator.site import urls
from generator.site.model import CountySite, TownshipSummary

KEPT = "host.json"


def hosted(
    config_file: Path,
    context: str,
    county: CountySite,
    env: jinja2.Environment,
    draft: SiteDraft,
    store: Store,
    folder: Path,
) -> Frame:
    """Have the host make rules, help and the theme's files, unless they are as they were; and get its frame.

    Args:
        context: key of all that these pages depend on, save the help's Markdown.
        folder: an empty one for the host to write into.
    """
    key = digest(context, fingerprint(config_file.parent / "docs"))
    kept = store.load(KEPT, key)
    if kept:
        said = json.loads(kept)
        if draft.keep(said["files"]):
            store.keep(KEPT)
            return list(said["frame"])
    pages = {page.url: page for page in rule_pages(env, county)}
    frame = build_with_mkdocs(config_file, folder, county, pages)
    files = {path: draft.write(path, (folder / path).read_bytes()) for path in sorted(listing(folder))}
    store.save(KEPT, key, json.dumps({"frame": frame, "files": files}, ensure_ascii=False).encode())
    return frame


def portal(
    env: jinja2.Environment, county: CountySite, townships: Sequence[TownshipSummary], indexes: Mapping[str, str]
) -> tuple[list[Page], Mapping[str, bytes]]:
    """The pages over all townships, and the portal's other files.

    Args:
        indexes: names of each township's search index, by slug.
    """
    pages = list(portal_pages(env, county, sorted(townships, key=lambda one: one.code), indexes))
    if not county.site_url:
        return pages, {}
    indexable = [*(page.url for page in pages), urls.RULES, *map(urls.rule, catalogue())]
    return pages, portal_sitemaps(county.site_url, (one.slug for one in townships), indexable)
