"""A township read, judged and arranged: all that is public of it, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.build.files import read_files
from generator.build.judged import judged_places, open_township
from generator.build.setting import Setting
from generator.site.arrange import arrange_place
from generator.site.cards import card
from generator.site.links import links, outside
from generator.site.model import PlaceSite, TownshipSite


@dataclass(frozen=True, slots=True)
class Arranged:
    """A township with all that is public of it in memory."""

    township: TownshipSite
    places: tuple[PlaceSite, ...]
    """The township itself first, then its villages."""


def arrange_township(setting: Setting, township: str) -> Arranged:
    """Read, judge and arrange one township."""
    opened = open_township(setting, read_files(setting.content, township))
    sites = [arrange_place(judged, setting.as_of) for judged in judged_places(opened)]
    cards = [card(site, setting.as_of) for site in sites]
    return Arranged(
        TownshipSite(township, sites[0].name, sites[0].url),
        tuple(
            replace(site, links=links(site.entries, outside(own, cards)))
            for site, own in zip(sites, cards, strict=True)
        ),
    )
