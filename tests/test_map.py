"""The maintainer's map says what is there: floors, rooms, files and names."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import generator

ROOT = Path(__file__).parent.parent
MAP = ROOT / "docs/architecture.md"
GLOSSARY = ROOT / "docs/glossary.md"
Floors = list[frozenset[str]]

SHARED_NAMES = {
    "arrange": "site arranges one place; build arranges the places of a township",
    "benefits": "a kind of record and a family of rules: the field's own word",
    "commitments": "a kind, a family of rules, and its pages",
    "decisions": "a kind and a family of rules",
    "elections": "a kind and a family of rules",
    "finance": "a kind, a family of rules, and its pages",
    "indicators": "the figures, and their page",
    "news": "what happened lately, its page, and its feed",
    "overview": "the page over many places, and the tables over them",
    "record": "the page of a record; rooms hold records",
    "rules": "the room, its pages, and what the command prints of it",
    "search": "the room, and its page",
    "terms": "what words mean by law, and the page of them",
}
"""Names that two modules or rooms may share, each because it is the same domain word on another floor."""


def layers() -> Floors:
    """The floors that import-linter enforces, the lowest first."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = config["tool"]["importlinter"]["contracts"]
    found = [
        frozenset(name.strip().removeprefix("generator.") for name in one.split("|")) for one in contract["layers"]
    ]
    return found[::-1]


def drawn(text: str) -> Floors:
    """The floors of a numbered drawing, the lowest first."""
    rows = re.findall(r"^ +(\d+)  (\S.*)$", text, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(len(rows)))[::-1]
    return [frozenset(row.split(" · ")) for _, row in rows][::-1]


def test_floors() -> None:
    """README, the map and the package draw the floors that are enforced, and no more than ten."""
    assert drawn(MAP.read_text(encoding="utf-8")) == layers()
    assert drawn(generator.__doc__ or "") == layers()
    (line,) = re.findall(r"^\| `generator/` \|(.*)\|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    readme = [frozenset(n.removesuffix(".py") for n in re.findall(r"`([a-z.]+)`", one)) for one in line.split("→")]
    assert readme == layers()
    assert len(layers()) <= 10


def test_every_room_has_a_floor_and_a_line() -> None:
    home = ROOT / "generator"
    rooms = {one.stem for one in home.iterdir() if one.suffix == ".py" or (one / "__init__.py").is_file()}
    assert rooms - {"__init__", "__main__"} == {name for floor in layers() for name in floor}
    told = set(re.findall(r"^\| `(\w+)` \| [^|]+ \|$", MAP.read_text(encoding="utf-8"), re.MULTILINE))
    assert {one for one in rooms if (home / one).is_dir()} <= told


def test_files_on_the_map_are_there() -> None:
    text = MAP.read_text(encoding="utf-8") + GLOSSARY.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:generator|theme|docs|tests)/[^`<]*)", text))
    assert len(named) > 20
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_names_on_the_map_are_in_the_source() -> None:
    """Every type in the columns of names is a class or a type of the source."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", MAP.read_text(encoding="utf-8"), re.MULTILINE)
    rows += re.findall(r"^\|[^|]+\| ([^|]+) \|()", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    rows += [(cell, "") for cell in re.findall(r"\| ([^|]+) \|$", _part("## From a file"), re.MULTILINE)]
    named = {name for cell, _ in rows for name in re.findall(r"`([A-Z]\w+)", cell)}
    assert len(named) > 30
    assert sorted(named - _defined()) == []


def test_modules_share_names_only_for_a_reason() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in _modules():
        places[path.name if path.is_dir() else path.stem].append(path.relative_to(ROOT).as_posix())
    shared = {
        name: where for name, where in places.items() if len(where) > 1 and len({Path(w).parent for w in where}) > 1
    }
    assert {name: where for name, where in shared.items() if name not in SHARED_NAMES} == {}
    assert sorted(set(SHARED_NAMES) - set(shared)) == []


def _modules() -> Iterator[Path]:
    """Every module and package of the generator, without the rules, whose names are their codes."""
    for path in sorted((ROOT / "generator").rglob("*")):
        is_module = path.suffix == ".py" and not re.match(r"__|[a-z]\d\d_", path.stem)
        if is_module or (path / "__init__.py").is_file():
            yield path


def _part(heading: str) -> str:
    return MAP.read_text(encoding="utf-8").split(heading)[1].split("\n## ")[0]


@cache
def _defined() -> frozenset[str]:
    """Every class and every name that a module of the generator assigns."""
    found: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Assign):
                found |= {one.id for one in node.targets if isinstance(one, ast.Name)}
    return frozenset(found)


def test_tests_mirror_the_source() -> None:
    """A folder of tests is a room of the generator. Tests of the whole stand beside the folders."""
    rooms = {one.name for one in (ROOT / "generator").iterdir() if (one / "__init__.py").is_file()}
    folders = {one.parent.relative_to(ROOT / "tests").parts[0] for one in (ROOT / "tests").glob("*/**/test_*.py")}
    assert folders - {"messages"} <= rooms
    beside = {one.stem for one in (ROOT / "tests").glob("*.py")} - {"__init__", "conftest"}
    imported = {
        name
        for one in (ROOT / "tests").rglob("*.py")
        for name in re.findall(r"^from tests\.(\w+) import", one.read_text(encoding="utf-8"), re.MULTILINE)
    }
    commands = set(re.findall(r"-m tests\.(\w+)", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert {name for name in imported & beside if name not in commands} == set(), (
        "what several tests need is in tests/support/"
    )
