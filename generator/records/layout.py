"""Turns a path in the content folder into a place, a kind and a permanent name."""

from __future__ import annotations

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
            better = suggest_slug(part)
            remedy = f"改名为：{better}" if better else "只用小写英文字母、数字和短横线，例如 2026-10 或 road-lights"
            return finding(path, 1, 1, "Y14", "文件或文件夹的名称不合规", remedy)
    if len(parts) != 4:
        remedy = "记录放在“镇/村/种类/文件名.yml”，例如 shidu/liuwan/finance/2026-10.yml"
        return finding(path, 1, 1, "Y15", "文件放的位置不对", remedy)
    township, village, kind, name = parts
    if kind not in BY_FOLDER:
        known = "、".join(f"{folder}（{k.name}）" for folder, k in BY_FOLDER.items())
        meant = closest(kind, BY_FOLDER)
        remedy = f"是不是“{meant}”？" if meant else f"可以用的文件夹：{known}"
        return finding(path, 1, 1, "Y15", f"没有“{kind}”这种记录", remedy)
    return Address(Place(township, None if village == TOWNSHIP_RECORDS else village), kind, name)
