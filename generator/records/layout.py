"""Turns a path in the content folder into a place, a kind and a permanent name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.base.finding import Finding
from generator.base.names import is_slug, suggest_slug
from generator.base.suggest import closest
from generator.records.kinds import BY_FOLDER
from generator.source.wording import finding

COUNTY_FILE = "county.yml"
TOWNSHIP_FILE = "township.yml"
VILLAGE_FILE = "village.yml"
TOWNSHIP_RECORDS = "records"
WHERE = "村的记录放在“镇/村/种类/”，镇（街道）自己的放在“镇/records/种类/”"
"""For clerks."""
_PROFILES = {
    COUNTY_FILE: "县的资料放在内容文件夹的最外面",
    TOWNSHIP_FILE: f"镇的资料放在“镇/{TOWNSHIP_FILE}”",
    VILLAGE_FILE: f"村的资料放在“镇/村/{VILLAGE_FILE}”",
}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A township, or a village in it."""

    township: str
    village: str | None = None

    @property
    def folder(self) -> str:
        """The folder of its records: `shidu/liuwan`, or `shidu/records` for the township's own."""
        return f"{self.township}/{self.village or TOWNSHIP_RECORDS}"

    @property
    def profile_path(self) -> str:
        return f"{self.township}/{self.village}/{VILLAGE_FILE}" if self.village else f"{self.township}/{TOWNSHIP_FILE}"


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
        parts = reference.strip("/").split("/")
        if len(parts) == 2:
            return Address(self.place, parts[0], parts[1])
        village = None if parts[1] == TOWNSHIP_RECORDS else parts[1]
        return Address(Place(parts[0], village), parts[2], parts[3])


def is_attachment(path: str) -> bool:
    """Whether a file lies in an `attachments` folder. Such a file is never read as a record."""
    return "attachments" in path.split("/")[:-1]


def locate(path: str) -> Address | Finding:
    """The record address that a YAML path stands for, or what is wrong with the path.

    Profile files (county.yml, township.yml, village.yml) are not records; ask for them by their own names.
    """
    parts = path.removesuffix(".yml").split("/")
    for depth, part in enumerate(parts):
        if not is_slug(part) and (depth, part) != (1, TOWNSHIP_RECORDS):
            better = _better(part, ".yml" if depth == len(parts) - 1 else "")
            remedy = f"改名为：{better}" if better else "只用小写英文字母、数字和短横线，例如 2026-10 或 road-lights"
            return finding(path, 1, 1, "Y14", "文件或文件夹的名称不合规", remedy)
    if f"{parts[-1]}.yml" in _PROFILES and not (len(parts) == 4 and parts[2] in BY_FOLDER):
        return finding(path, 1, 1, "Y15", "文件放的位置不对", _PROFILES[f"{parts[-1]}.yml"])
    if len(parts) == 3 and parts[1] in BY_FOLDER:
        remedy = f"镇（街道）自己的记录，移到：{parts[0]}/{TOWNSHIP_RECORDS}/{parts[1]}/{parts[2]}.yml"
        return finding(path, 1, 1, "Y15", "文件放的位置不对", remedy)
    if len(parts) != 4:
        return finding(path, 1, 1, "Y15", "文件放的位置不对", f"{WHERE}；文件名像 2026-10.yml 这样")
    township, village, kind, name = parts
    if kind not in BY_FOLDER:
        known = "、".join(f"{folder}（{k.name}）" for folder, k in BY_FOLDER.items())
        meant = closest(kind, BY_FOLDER)
        remedy = f"是不是“{meant}”？" if meant else f"可以用的文件夹：{known}"
        return finding(path, 1, 1, "Y15", f"没有“{kind}”这种记录", remedy)
    return Address(Place(township, None if village == TOWNSHIP_RECORDS else village), kind, name)


def _better(part: str, suffix: str) -> str:
    """A name near that of a folder, or of a file with its suffix; nothing where there is none."""
    name = suggest_slug(re.sub(r"^\.+|(?:\.ya?ml)+$", "", part) if suffix else part)
    return f"{name}{suffix}" if name else ""
