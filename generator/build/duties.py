"""Finds what is due in a village, a township or the county. Records are read and judged, and nothing is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.base.suggest import closest
from generator.build.files import read_files
from generator.build.judged import judged_places, open_township
from generator.build.setting import Setting
from generator.build.survey import NothingFound, Survey, survey
from generator.engine.executor import Executor, serial
from generator.law.obligations import UNUSED, Obligation
from generator.records.layout import COUNTY
from generator.records.places import County, Village
from generator.report.due import PlaceDuties, overview_due, village_due
from generator.rules.judge import JudgedPlace


class NoSuchPlace(Exception):
    """A village or township that is asked for is not in the content folder."""


def due(
    content: Path, ledger: Path, as_of: str | None = None, asked: str = "", *, executor: Executor = serial
) -> Iterator[str]:
    """The lines to print.

    Args:
        asked: `shidu/liuwan` for a village, `shidu` for a township, `records` for what the county itself has to make
            public, empty for all places of the county.

    Raises:
        NoSuchPlace: `asked` is none of these. For the rest see `survey`.
    """
    found = survey(content, ledger, as_of)
    township, _, village = asked.strip("/").partition("/")
    if asked == COUNTY.folder and asked not in found.parts:
        raise NoSuchPlace(f"县里还没有自己的记录：放在 {content}/{COUNTY.folder}/种类/文件名.yml")
    if asked and township not in found.parts:
        raise NoSuchPlace(_unknown(township, found.parts))
    wanted = (township,) if asked else found.parts
    places = [one for some in executor(partial(duties_in, found.setting), wanted) for one in some]
    return _lines(
        found, sorted(places, key=lambda one: (one.place.township, one.place.village or "")), township, village
    )


def _lines(found: Survey, places: list[PlaceDuties], township: str, village: str) -> Iterator[str]:
    as_of = found.setting.as_of
    if township == COUNTY.folder:
        return village_due(places[0], as_of, found.setting.content.as_posix().rstrip("/"))
    if village:
        known = {one.place.folder: one for one in places}
        if (wanted := f"{township}/{village}") not in known:
            raise NoSuchPlace(_unknown(wanted, list(known)))
        return village_due(known[wanted], as_of, found.setting.content.as_posix().rstrip("/"))
    places = [one for one in places if one.place.village or _any(one.duties)]
    if not any(one.place.village for one in places):
        raise NothingFound(f"{found.setting.content} 里没有村的资料（village.yml）")
    heading = places[0].township if township else found.county.name
    return overview_due(heading, places, as_of, found.county.terms.village)


def duties_in(setting: Setting, township: str) -> tuple[PlaceDuties, ...]:
    """What each village of a township, and the township (or county) itself, has to make public."""
    found = []
    name = township
    for judged in judged_places(open_township(setting, read_files(setting.content, township))):
        if judged.place.village is None:
            name = judged.name
        duties = _explained(judged)
        if isinstance(judged.profile, Village | County) or _any(duties):
            drafts = tuple(sorted(address.path for address in judged.drafts))
            found.append(PlaceDuties(judged.place, judged.name, name, duties, judged.directory, drafts))
    return tuple(found)


def _any(duties: tuple[Obligation, ...]) -> bool:
    return any(duty.reason != UNUSED for duty in duties)


def _explained(judged: JudgedPlace) -> tuple[Obligation, ...]:
    """The place's obligations; where a record says itself why it is late, with these words."""
    said = {record.address: record.body.publication.delay_reason for record in judged.records}
    return tuple(
        replace(duty, reason=said[duty.address])
        if not duty.reason and duty.address and said.get(duty.address)
        else duty
        for duty in judged.duties
    )


def _unknown(asked: str, known: list[str] | tuple[str, ...]) -> str:
    meant = closest(asked, known)
    return f"没有 {asked}" + (f"，是不是 {meant}？" if meant else f"。可以写：{'、'.join(known)}")
