"""Arranging a township: what its rules left, with the links between its places, ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.publish import ledger as ledgers
from generator.records.local import Level
from generator.rules.judge import JudgedPlace, PlaceFiles
from generator.site.build import PlaceInput, build_place
from generator.site.cards import card
from generator.site.links import links, outside
from generator.site.model import PlaceSite, TownshipSite
from generator.township.check import Setting, judge, levels
from generator.township.source import Source, Surroundings, read_source


@dataclass(frozen=True, slots=True)
class Arranged:
    """A township with all that is public of it in memory."""

    township: TownshipSite
    places: tuple[PlaceSite, ...]
    """The township itself first, then its villages."""


def arrange_township(setting: Setting, township: str) -> Arranged:
    """Read, judge and arrange one township.

    Raises:
        LedgerError: the ledger cannot be read. OSError: a file cannot be read.
    """
    source = read_source(setting.content, township)
    layout = source.layout()
    ledger = ledgers.load(setting.ledger, township)
    above = levels(setting, source)
    sites = []
    for place in layout.places:
        files = source.files_of(layout, place, ledger)
        around = Surroundings(setting.content, source, place)
        sites.append(arrange_place(setting, source, files, above, around)[1])
    cards = [card(site, setting.as_of) for site in sites]
    return Arranged(
        TownshipSite(township, sites[0].name, sites[0].url),
        tuple(
            replace(site, links=links(site.entries, outside(own, cards)))
            for site, own in zip(sites, cards, strict=True)
        ),
    )


def arrange_place(
    setting: Setting, source: Source, files: PlaceFiles, above: Sequence[Level], around: Surroundings
) -> tuple[JudgedPlace, PlaceSite]:
    """Judge and arrange one place, without links to the township's other places."""
    judged = judge(setting, source, files, above, around)
    given = PlaceInput(
        judged.place,
        judged.name,
        judged.profile,
        judged.parameters,
        judged.records,
        judged.withheld,
        judged.duties,
        judged.terms,
        judged.directory,
    )
    return judged, build_place(given, judged.findings, files.ledger, setting.as_of)
