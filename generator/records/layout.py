"""Turns a path in the content folder into a place, a kind and a permanent name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.base.finding import Finding
from generator.base.names import is_slug, suggest_slug
from generator.base.suggest import closest
from generator.records.kinds import BY_FOLDER
from generator.records.level import Publisher
from generator.source.wording import finding

COUNTY_FILE = "county.yml"
TOWNSHIP_FILE = "township.yml"
VILLAGE_FILE = "village.yml"
OWN_RECORDS = "records"
"""The folder of a township's own records, beside its villages, and of the county's own, beside the townships."""
WHERE = "村的记录放在“镇/村/种类/”，镇（街道）自己的放在“镇/records/种类/”，县里自己的放在“records/种类/”"
"""For clerks."""
_PROFILES = {
    COUNTY_FILE: "县的资料放在内容文件夹的最外面",
    TOWNSHIP_FILE: f"镇的资料放在“镇/{TOWNSHIP_FILE}”",
    VILLAGE_FILE: f"村的资料放在“镇/村/{VILLAGE_FILE}”",
}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A township, a village in it, or the county (`COUNTY`)."""

    township: str
    """Its folder in the content folder; for the county the folder of its own records."""
    village: str | None = None

    @property
    def is_county(self) -> bool:
        return self.township == OWN_RECORDS

    @property
    def level(self) -> Publisher:
        """By its folders. A 社区 is told from a 村 by its profile alone (`level_of`)."""
        if self.is_county:
            return Publisher.COUNTY
        return Publisher.VILLAGE if self.village else Publisher.TOWNSHIP

    @property
    def folder(self) -> str:
        """The folder of its records: `shidu/liuwan`, `shidu/records` for a township's own, `records` for the county's."""
        return OWN_RECORDS if self.is_county else f"{self.township}/{self.village or OWN_RECORDS}"

    @property
    def profile_path(self) -> str:
        if self.is_county:
            return COUNTY_FILE
        return f"{self.township}/{self.village}/{VILLAGE_FILE}" if self.village else f"{self.township}/{TOWNSHIP_FILE}"


COUNTY = Place(OWN_RECORDS)
"""The county with its own records. It is a unit of work like a township, without villages."""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """The address of a record. Its page has the same address ending in .html."""

    place: Place
    kind: str
    name: str

    @property
    def path(self) -> str:
        return f"{self.place.folder}/{self.kind}/{self.name}.yml"

    @property
    def reference(self) -> str:
        """The reference that other records of the place use: `decisions/2026-04-road`."""
        return f"{self.kind}/{self.name}"

    def resolve(self, reference: str) -> Address:
        """The address a reference in this record means."""
        *where, kind, name = reference.strip("/").split("/")
        return Address(_place(where) if where else self.place, kind, name)


def is_attachment(path: str) -> bool:
    """Whether a file lies in an `attachments` folder. Such a file is never read as a record."""
    return "attachments" in path.split("/")[:-1]


def locate(path: str) -> Address | Finding:
    """The record address that a YAML path stands for, or what is wrong with the path.

    Profile files (county.yml, township.yml, village.yml) are not records; ask for them by their own names.
    """
    parts = path.removesuffix(".yml").split("/")
    of_county = parts[0] == OWN_RECORDS
    for depth, part in enumerate(parts):
        if not is_slug(part) and (depth, part) != (0 if of_county else 1, OWN_RECORDS):
            better = _better(part, ".yml" if depth == len(parts) - 1 else "")
            remedy = f"改名为：{better}" if better else "只用小写英文字母、数字和短横线，例如 2026-10 或 road-lights"
            return finding(path, 1, 1, "Y14", "文件或文件夹的名称不合规", remedy)
    *where, kind, name = parts if len(parts) > 1 else ("", *parts)
    is_record = len(where) == (1 if of_county else 2)
    if f"{name}.yml" in _PROFILES and not (is_record and kind in BY_FOLDER):
        return finding(path, 1, 1, "Y15", "文件放的位置不对", _PROFILES[f"{name}.yml"])
    if not is_record:
        return finding(path, 1, 1, "Y15", "文件放的位置不对", _right_place(where, kind, name))
    if kind not in BY_FOLDER:
        known = "、".join(f"{folder}（{k.name}）" for folder, k in BY_FOLDER.items())
        meant = closest(kind, BY_FOLDER)
        remedy = f"是不是“{meant}”？" if meant else f"可以用的文件夹：{known}"
        return finding(path, 1, 1, "Y15", f"没有“{kind}”这种记录", remedy)
    return Address(_place(where), kind, name)


def _right_place(where: Sequence[str], kind: str, name: str) -> str:
    """Where a file belongs that lies too high or too low."""
    if where[:1] == [OWN_RECORDS] or (kind == OWN_RECORDS and not where):
        return f"县里自己的记录放在“{OWN_RECORDS}/种类/”；文件名像 2026-10.yml 这样"
    file = f"{OWN_RECORDS}/{kind}/{name}.yml"
    if kind in BY_FOLDER and not where:
        return f"县里自己的记录，移到：{file}；{WHERE}"
    if kind in BY_FOLDER and len(where) == 1:
        return f"镇（街道）自己的记录，移到：{where[0]}/{file}"
    return f"{WHERE}；文件名像 2026-10.yml 这样"


def _place(where: Sequence[str]) -> Place:
    """The place whose records lie in `shidu/liuwan`, `shidu/records` or `records`."""
    township, village = (*where, OWN_RECORDS)[:2]
    return Place(township, None if village == OWN_RECORDS else village)


def _better(part: str, suffix: str) -> str:
    """A name near that of a folder, or of a file with its suffix; nothing where there is none."""
    name = suggest_slug(re.sub(r"^\.+|(?:\.ya?ml)+$", "", part) if suffix else part)
    return f"{name}{suffix}" if name else ""
