"""Names, 区划代码 and earlier folders of all townships and villages, taken from their profiles without reading these wholly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

What = Literal["名称", "区划代码", "原地址"]
_LINE = re.compile(r"^(名称|区划代码|原地址)[ \t]*[:：][ \t]*[\"'“]?([^\"'”#\r\n]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Divisions:
    """What the county's profiles say of themselves, by their paths."""

    said: Mapping[str, Mapping[str, str]]
    """Path → 名称, 区划代码 and 原地址, as far as they are written."""
    paths: Mapping[tuple[str, str], tuple[str, ...]]
    """A field and its value → the profiles that have it, in order."""

    def value(self, path: str, what: What) -> str:
        """What a profile says; empty where it says nothing, or is not there."""
        return self.said.get(path, {}).get(what, "")

    def same(self, what: What, value: str, folder: str = "") -> tuple[str, ...]:
        """The profiles under a folder that say the same."""
        return tuple(path for path in self.paths.get((what, value), ()) if path.startswith(folder))


def divisions(profiles: Iterable[tuple[str, bytes]]) -> Divisions:
    """Take these fields from profiles.

    Args:
        profiles: path and content of county.yml, township.yml and village.yml.
    """
    said: dict[str, dict[str, str]] = {}
    paths: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, data in sorted(profiles):
        fields = said[path] = {name: value.strip() for name, value in _LINE.findall(data.decode("utf-8", "replace"))}
        for field in fields.items():
            paths[field].append(path)
    return Divisions(said, {field: tuple(some) for field, some in paths.items()})
