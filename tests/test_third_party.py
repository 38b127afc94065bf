"""THIRD_PARTY names all that is not ours and reaches a site, and nothing that does not."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import unquote

import material
import pytest

from tests.support.county import ROOT

LIST = (ROOT / "THIRD_PARTY").read_text(encoding="utf-8")
MADE = {".html", ".xml", ".csv", ".json", ".jsonld", ".ics", ".xlsx"}
"""Kinds of files that we write ourselves."""
SOURCE = re.compile("取自|Copyright|Licen[sc]e")
"""What stands in a file of theme/ that comes from somebody else."""
ICONS = Path(material.__file__).parent / "templates" / ".icons"
DRAWN = re.compile(r"""<path[^>]* d=["']([^"']+)""")


def is_ours(path: str) -> bool:
    """Whether a file of the site was made by us, or stands in theme/ without naming anybody else."""
    own = ROOT / "theme" / path
    made = Path(path).suffix in MADE or re.search(
        r"/search/.*\.js$|/attachments/[0-9a-f]{16}(?:-s)?\.(?:jpg|pdf)$", path
    )
    return bool(made) or (own.is_file() and not SOURCE.search(own.read_text(encoding="utf-8")))


def test_files_of_others_are_named(demonstration: Path) -> None:
    paths = [path.relative_to(demonstration).as_posix() for path in demonstration.rglob("*") if path.is_file()]
    named = re.findall(r"Files: (\S+)", LIST)
    foreign = [path for path in paths if not is_ours(path)]
    assert [path for path in foreign if not any(fnmatch(path, one) for one in named)] == []
    assert [one for one in named if not any(fnmatch(path, one) for path in foreign)] == []


@pytest.mark.slow
def test_icon_sets_are_named(demonstration: Path) -> None:
    sets = {_shape(drawn): file for file in ICONS.rglob("*.svg") for drawn in DRAWN.findall(file.read_text("utf-8"))}
    pages = [*demonstration.glob("assets/stylesheets/*.css"), *demonstration.glob("*/*.html")]
    drawn = {_shape(one) for page in pages for one in DRAWN.findall(unquote(page.read_text("utf-8")))}
    found = {sets[one].relative_to(ICONS).parts[0] for one in drawn if one in sets}
    assert found == set(re.findall(r"Icon set: (\S+)", LIST))


def _shape(drawn: str) -> str:
    return re.sub(r"[\s,]", "", drawn)
