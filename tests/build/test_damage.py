"""One bad thing never takes the county down: any file, damaged in any way, is told by name, and the other township is published."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.base.finding import Effect
from generator.engine.release import JOURNAL
from tests.support.townships import PHOTO, Project, copied, project

pytestmark = pytest.mark.slow

FRESH = "heling/dongping/questions/2026-10"
"""A record of the other township, which changes each time."""
FILES = {
    "township's profile": "content/shidu/township.yml",
    "village's profile": "content/shidu/liuwan/village.yml",
    "record": "content/shidu/liuwan/finance/2026-10.yml",
    "correction": "content/shidu/liuwan/corrections/2026-10.yml",
    "township's record": "content/shidu/records/notices/2026-10.yml",
    "attachment": f"content/{PHOTO}",
    "ledger": "ledger/shidu.jsonl",
    "heads": "ledger/heads.json",
    "journal": f".site/{JOURNAL}",
    "kept township": ".site/kept/shidu/township.json",
    "kept place": ".site/kept/shidu/liuwan/place.json",
    "page": "site/shidu/liuwan/index.html",
}
TOGETHER = (
    ("township's profile", "attachment", "page", "journal"),
    ("village's profile", "township's record", "heads"),
    ("record", "correction", "ledger", "kept township", "kept place"),
)
"""Files that are read for themselves, so that the damage of one does not hide that of another; one build for each row."""


def _written(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        file.write_bytes(change(file.read_bytes() if file.exists() else b"{}"))

    return damage


def _folder(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.mkdir()
    (file / "inside").write_bytes(b"x")


def _link(to: str) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        file.unlink(missing_ok=True)
        file.symlink_to(to)

    return damage


def _pipe(file: Path) -> None:
    file.unlink(missing_ok=True)
    os.mkfifo(file)


def _beside(name: bytes) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        (file.parent / os.fsdecode(name)).write_bytes(b"x")

    return damage


DAMAGES: dict[str, Callable[[Path], None]] = {
    "empty": _written(lambda data: b""),
    "half": _written(lambda data: data[: len(data) // 2]),
    "zeros": _written(lambda data: bytes(len(data) or 10)),
    "other type": _written(lambda data: b"[1, null]"),
    "number": _written(lambda data: b"7"),
    "binary": _written(lambda data: bytes(range(256))),
    "GBK": _written(lambda data: "名称: 发票".encode("gbk")),
    "UTF-16": _written(lambda data: "名称: 发票".encode("utf-16")),
    "lone surrogate": _written(lambda data: data + b"\xed\xa0\x80"),
    "BOM": _written(lambda data: b"\xef\xbb\xbf" + data),
    "conflict": _written(lambda data: b"<<<<<<< HEAD\n" + data + b"=======\n" + data + b">>>>>>> main\n"),
    "deep": _written(lambda data: b"[" * 100_000),
    "large": _written(lambda data: data + b"#" * 3_000_000),
    "folder": _folder,
    "link to nowhere": _link("nowhere"),
    "link to itself": _link("."),
    "gone": lambda file: file.unlink(missing_ok=True),
    "name in GBK beside it": _beside("发票.yml".encode("gbk")),
    "name with a line break beside it": _beside(b"a\nb.yml"),
}
DEVICES = {"pipe": _pipe}
"""Only where the program looks at the sort of a file before it opens it."""


def test_every_file_has_its_turn() -> None:
    assert sorted(file for files in TOGETHER for file in files) == sorted(FILES)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = project(tmp_path_factory.mktemp("once"))
    made.build(publish=True)
    made.build()
    return made


def builds_on(county: Project) -> list[str]:
    """Build with one more change in the other township: it has to be on the site. Paths of what is told."""
    county.record(f"{FRESH}.yml", "路灯", "新路灯")
    built = county.build()
    page = (county.root / f"site/{FRESH}.html").read_text(encoding="utf-8")
    assert "新路灯" in page
    page = (county.root / "site/index.html").read_text(encoding="utf-8")
    assert "石渡镇" in page or "shidu" in page
    return [finding.span.path for finding in built.checked.findings if finding.effect is Effect.WITHHOLD]


@pytest.mark.parametrize("damage", [*DAMAGES, *DEVICES])
@pytest.mark.parametrize("files", TOGETHER, ids=" + ".join)
def test_any_file_with_any_damage(files: tuple[str, ...], damage: str, once: Project, tmp_path: Path) -> None:
    paths = [FILES[file] for file in files]
    if damage in DEVICES:
        paths = [path for path in paths if path.startswith("content/")]
    county = copied(once, tmp_path / "county")
    for path in paths:
        (DAMAGES | DEVICES)[damage](county.root / path)
    told = builds_on(county)
    if damage in ("half", "zeros", "binary", "GBK", "UTF-16", "other type"):
        own = {path.removeprefix("content/") for path in paths if path.endswith(("finance/2026-10.yml", "village.yml"))}
        assert own <= set(told)
    if "GBK beside" in damage and any(path.startswith("content/") and path != FILES["attachment"] for path in paths):
        assert any(path.endswith("发票.yml") for path in told)
    shutil.rmtree(county.root)


@pytest.mark.parametrize("file", [name for name in FILES if FILES[name].startswith(("content", "ledger"))])
def test_any_file_that_may_not_be_read(
    file: str, once: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    county = copied(once, tmp_path / "county")
    barred = str(county.root / FILES[file])
    opened, plain = os.open, Path.read_bytes

    def refused(path: Any, *how: Any, **more: Any) -> int:
        if str(path) == barred:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), barred)
        return opened(path, *how, **more)

    def unread(path: Path) -> bytes:
        if str(path) == barred:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), barred)
        return plain(path)

    monkeypatch.setattr(os, "open", refused)
    monkeypatch.setattr(Path, "read_bytes", unread)
    told = builds_on(county)
    if "/attachments/" not in barred and file != "heads":
        assert any(barred.endswith(path.removeprefix("../")) for path in told)
