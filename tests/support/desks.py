"""Desks over the repository's own theme, for tests of single pages."""

from __future__ import annotations

from collections.abc import Sequence

from generator.pages.desk import CountyDesk, Desk, TownshipDesk
from generator.pages.render import environment
from generator.site.model import CountySite, PlaceCard, PlaceSite
from tests.exports.model import COUNTY, TOWNSHIP
from tests.support.county import ROOT

ENV = environment(ROOT / "theme")


def county_desk(county: CountySite = COUNTY) -> CountyDesk:
    return CountyDesk(ENV, county)


def township_desk(own: PlaceCard, villages: Sequence[PlaceCard] = ()) -> TownshipDesk:
    return TownshipDesk(ENV, COUNTY, TOWNSHIP, own, tuple(villages))


def desk(place: PlaceSite, county: CountySite = COUNTY) -> Desk:
    return Desk(ENV, county, TOWNSHIP, place)
