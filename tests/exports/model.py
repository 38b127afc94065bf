"""A village as the exports get it: laid out by the site's own stages, without a disk and without rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.base.finding import Finding
from generator.exports.dataset import PlaceData, place_data
from generator.exports.place import place_files
from generator.law.directory import national
from generator.law.obligations import obligations
from generator.law.parameters import resolve
from generator.records.kinds import KINDS
from generator.records.layout import Address, Place
from generator.records.level import Publisher
from generator.records.places import USUAL_TERMS, Terms, Village
from generator.records.read import read_record, typed
from generator.rules.judge import JudgedPlace
from generator.site.arrange import arrange_place
from generator.site.model import CountySite, PlaceSite, TownshipSite
from generator.source.document import parse

AS_OF = date(2026, 11, 18)
SITE = "https://sanwu.example/sw/"
FOLDER = "shidu/liuwan/data/"
LIUWAN = Place("shidu", "liuwan")
TOWNSHIP = TownshipSite("shidu", "石渡镇", "shidu/index.html")
COUNTY = CountySite("澄安县", AS_OF, True, Terms.model_validate({}), None, None, "演示数据", SITE, False)
VILLAGE = """\
名称: 柳湾村
区划代码: "990123100201"
开始公开日期: 2026-07-01
"""
SAMPLES = {f"{kind.folder}/2026-10": kind.sample for kind in KINDS}
"""One record of each kind, as kind/name → YAML."""


def village(
    records: Mapping[str, str] = SAMPLES,
    *,
    withheld: Collection[str] = (),
    findings: Sequence[Finding] = (),
    where: Place = LIUWAN,
    as_of: date = AS_OF,
    profile: str = VILLAGE,
) -> PlaceSite:
    """A village with these records. Nothing is judged: what is withheld is said, findings become notes."""
    read = [read_record(_address(where, name), text.encode()) for name, text in records.items()]
    assert all(one.record for one in read), [one.findings for one in read if not one.record]
    document = parse(where.profile_path, profile.encode()).document
    assert document
    own, _ = typed(document, Village)
    held = frozenset(_address(where, name) for name in withheld)
    found = [one.record for one in read if one.record]
    duties = obligations(own, found, held, resolve(), as_of) if own else ()
    judged = JudgedPlace(
        where,
        own,
        "柳湾村",
        resolve(),
        national(Publisher.VILLAGE),
        duties,
        USUAL_TERMS,
        tuple(found),
        held,
        frozenset(),
        tuple(findings),
        None,
        {},
    )
    return arrange_place(judged, as_of)


def gathered(place: PlaceSite, county: CountySite = COUNTY) -> PlaceData:
    return place_data(county, TOWNSHIP, place)


def files(place: PlaceSite, county: CountySite = COUNTY) -> dict[str, bytes]:
    """A place's files by name."""
    return {path.removeprefix(FOLDER): content for path, content in place_files(gathered(place, county))}


def without_address() -> CountySite:
    """The county before it has said where its site is."""
    return replace(COUNTY, site_url="")


def _address(where: Place, name: str) -> Address:
    return Address(where, *name.split("/"))
