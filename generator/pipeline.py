"""The whole build, in the order in which it happens.

discover → parse → read → check   `judge`
model → render → index            `prepare`
write → publish                   `build`
"""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from generator.base.dates import parse_date
from generator.base.digest import digest_of_file
from generator.base.finding import Effect, Finding
from generator.engine.writer import Changes, release
from generator.pages.page import Page
from generator.pages.render import environment
from generator.pages.site import portal_pages, township_pages
from generator.pages.sitemap import sitemaps
from generator.publish import ledger as ledgers
from generator.publish.host import build_with_mkdocs
from generator.records.layout import COUNTY_FILE, is_attachment
from generator.records.places import County as CountyProfile
from generator.records.published import Ledger
from generator.rules.judge import County, Judged, judge_county, judge_township, read_profile
from generator.search.index import township_index
from generator.search.records import search_documents
from generator.site import urls
from generator.site.build import PlaceInput, build_township, in_gate, summary
from generator.site.model import CountySite, Entry, TownshipSite, TownshipSummary
from generator.source.discover import Tree, discover, reader

CHINA = timezone(timedelta(hours=8))


class NothingFound(Exception):
    """There is no record to look at: an empty or wrong folder is never green."""


class CountyUnreadable(Exception):
    """county.yml cannot be read. Its parameters decide what may be published, so nothing is."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{COUNTY_FILE} 有{len(findings)}处要改")
        self.findings = findings


class NotOurSite(Exception):
    """The folder to release into holds something else, which a release would delete."""


class GateClosed(Exception):
    """Records went in and did not come out as pages. Our fault."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A county after all rules."""

    profile: CountyProfile
    as_of: date
    ledger: Ledger
    townships: tuple[Judged, ...]
    findings: tuple[Finding, ...]
    records: int
    """Record files found, readable or not."""
    withheld: int

    @property
    def stops(self) -> bool:
        """Something is withheld: a record, a profile, a file in the wrong place."""
        return any(finding.effect is Effect.WITHHOLD for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that goes into the site."""

    checked: Checked
    county: CountySite
    pages: Mapping[str, Page]
    """By URL, records before lists."""
    files: Mapping[str, bytes]
    """Search index and the like, by path."""
    published: tuple[tuple[Entry, str], ...]
    """Published records with the digest of their source bytes."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build."""

    prepared: Prepared
    changes: Changes


def effective_day(given: str | None, profile: CountyProfile) -> date:
    """The day the county is looked at: --as-of, DISCLOSE_AS_OF, SOURCE_DATE_EPOCH, the demonstration's day, today (UTC+8).

    Raises:
        ValueError: a given day cannot be read.
    """
    for text in (given, os.environ.get("DISCLOSE_AS_OF")):
        if text:
            day = parse_date(text)
            if day is None:
                raise ValueError(f"日期“{text}”写法不对，写成 2026-11-18 这样")
            return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(CHINA).date()
    return profile.demonstration_day or datetime.now(CHINA).date()


def check(content: Path, ledger_folder: Path, as_of: str | None = None) -> Checked:
    """Discover, parse, read and judge a county's content folder.

    Raises:
        NothingFound: no record file in the folder.
        CountyUnreadable: county.yml is missing or wrong.
        LedgerError: the ledger cannot be read.
        ValueError: `as_of` is no day.
    """
    if not content.is_dir():
        raise NothingFound(f"没有找到文件夹 {content}")
    tree = discover(content)
    by_township = _by_township(tree)
    if not by_township:
        raise NothingFound(f"{content} 里没有找到任何记录（.yml 文件）")
    read = reader(content)
    files = frozenset((*tree.documents, *tree.others))
    document, profile, problems = read_profile(COUNTY_FILE, CountyProfile, read, files)
    if profile is None or document is None or problems:
        raise CountyUnreadable(tuple(problems))
    day = effective_day(as_of, profile)
    if problems := judge_county(profile, document, day):
        raise CountyUnreadable(tuple(problems))
    ledger = ledgers.load(ledger_folder)
    county = County(profile.parameters, files, partial(digest_of_file, content), day, ledger)
    judged = tuple(judge_township(name, paths, read, county) for name, paths in by_township.items())
    findings = sorted([*tree.findings, *(f for one in judged for f in one.findings)], key=Finding.sort_key)
    return Checked(
        profile=profile,
        as_of=day,
        ledger=ledger,
        townships=judged,
        findings=tuple(findings),
        records=sum(path.count("/") == 3 for paths in by_township.values() for path in paths),
        withheld=sum(len(place.withheld) for one in judged for place in one.places),
    )


def prepare(checked: Checked, theme: Path) -> Prepared:
    """Arrange the model and render every page of the county.

    Args:
        theme: the folder with pages/ and ui/ templates.
    """
    env = environment(theme)
    county = _county_site(checked)
    pages: dict[str, Page] = {}
    summaries: list[TownshipSummary] = []
    published: list[tuple[Entry, str]] = []
    files: dict[str, bytes] = {}
    indexes: dict[str, str] = {}
    for judged in checked.townships:
        township = _township_site(judged, checked)
        for page in township_pages(env, county, township):
            pages[page.url] = page
        summaries.append(summary(township, checked.as_of.year))
        published += _published(township, judged)
        index = township_index(township.slug, township.own.name, search_documents(township))
        files |= index.files
        indexes[township.slug] = index.manifest.attribute
        _gate(judged, township, pages)
    summaries.sort(key=lambda township: township.code)
    for page in portal_pages(env, county, summaries, indexes):
        pages[page.url] = page
    files |= sitemaps(county.site_url, pages.values())
    return Prepared(checked, county, pages, files, tuple(published))


def build(
    config_file: Path,
    content: Path,
    site: Path,
    ledger_folder: Path,
    *,
    as_of: str | None = None,
    publish: bool = False,
) -> Built:
    """Check, render and release the county's site; the live folder is touched only when all of it is ready.

    Args:
        config_file: the project's mkdocs.yml.
        publish: also write what was published into the ledger.

    Raises:
        HostError, GateClosed, NotOurSite: nothing was released. For the rest see `check`.
    """
    if site.is_dir() and any(site.iterdir()) and not (site / urls.STYLESHEET).is_file():
        raise NotOurSite(f"{site} 里有别的东西，不像是以前生成的网站；换一个空文件夹")
    with tempfile.TemporaryDirectory(prefix="disclose-") as folder:
        staged = Path(folder)
        options = {"content": str(content), "ledger": str(ledger_folder), "as_of": as_of or ""}
        prepared: Prepared = build_with_mkdocs(config_file, staged, options).prepared
        missing = [url for url in prepared.pages if not (staged / url).is_file()]
        if missing:
            raise GateClosed(f"{len(missing)}个页面没有生成，例如 {missing[0]}")
        changes = release(staged, site, _release_order)
    if publish:
        checked = prepared.checked
        ledgers.save(ledger_folder, ledgers.updated(checked.ledger, prepared.published, checked.as_of))
    return Built(prepared, changes)


def _by_township(tree: Tree) -> dict[str, list[str]]:
    townships: dict[str, list[str]] = defaultdict(list)
    for path in tree.documents:
        if path != COUNTY_FILE and not is_attachment(path):
            townships[path.split("/")[0]].append(path)
    return dict(sorted(townships.items()))


def _county_site(checked: Checked) -> CountySite:
    profile = checked.profile
    site_url = profile.site_url or ""
    return CountySite(
        name=profile.name,
        as_of=checked.as_of,
        demonstration=profile.demonstration_day == checked.as_of,
        terms=profile.terms,
        government=profile.government,
        contacts=profile.contacts,
        notice=profile.notice or "",
        site_url=site_url if not site_url or site_url.endswith("/") else f"{site_url}/",
        has_ledger=checked.ledger is not None,
    )


def _township_site(judged: Judged, checked: Checked) -> TownshipSite:
    places = [
        PlaceInput(one.place, one.name, one.profile, one.parameters, one.records, one.withheld) for one in judged.places
    ]
    return build_township(places, judged.findings, checked.ledger, checked.as_of)


def _published(township: TownshipSite, judged: Judged) -> list[tuple[Entry, str]]:
    digests = {record.address: record.digest for place in judged.places for record in place.records}
    return [(entry, digests[entry.address]) for place in township.places for entry in place.entries]


def _gate(judged: Judged, township: TownshipSite, pages: Mapping[str, Page]) -> None:
    """Files = published + withheld + not public, and each of the first two has its page."""
    arranged = {after.place: after for after in township.places}
    for before in judged.places:
        after = arranged[before.place]
        files = {record.address for record in before.records} | before.withheld
        if len(files) != in_gate(after):
            raise GateClosed(f"{before.place.folder}：有{len(files)}份记录，网站上只有{in_gate(after)}份")
        for url in (*(entry.url for entry in after.entries), *(item.url for item in after.withheld)):
            if url not in pages:
                raise GateClosed(f"{url} 没有页面")


def _release_order(path: str) -> tuple[int, int, str]:
    """Assets and data, then records, then the lists that link to them, the county's home last."""
    if not path.endswith(".html"):
        return (0, 0, path)
    name = path.rsplit("/", 1)[-1]
    is_record = path.count("/") == 3 and name != "index.html"
    return (1 if is_record else 2, -path.count("/"), path)
