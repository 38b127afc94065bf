"""A site that people read while it is published: builds killed at any moment, refused by the disk, or two at once."""

from __future__ import annotations

import json
import os
import posixpath
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock

from generator import pipeline
from generator.engine.release import JOURNAL, STAGED
from tests.support.county import ROOT, build, tree

pytestmark = pytest.mark.slow

KILLS = 50
IN_RELEASE = 5
"""So many kills at least must fall into a release."""
LOOKS = 20
"""How often the reader must have looked at the site after each kill."""

STARTER = """
import ctypes, json, os, resource, struct, sys
from pathlib import Path
from generator.cli import main
from generator.pipeline import build

folder = Path(sys.argv[1])
build(folder / "mkdocs.yml", folder / "old", folder / "clean-old", folder / "ledger")
for line in sys.stdin:
    order = json.loads(line)
    build = os.fork()
    if build == 0:
        os.chdir(order["folder"])
        output = os.open(order["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.dup2(output, 1)
        os.dup2(output, 2)
        if order["largest"]:
            resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest"], order["largest"]))
        if order["powerless"]:
            ctypes.CDLL(None).capset(struct.pack("Ii", 0x20080522, 0), bytes(24))
        sys.argv = ["disclose", *order["arguments"]]
        main()
        os._exit(0)
    print(build, flush=True)
    sys.stdin.readline()  # until somebody asks for its end, its number belongs to no other process
    print(os.waitstatus_to_exitcode(os.waitpid(build, 0)[1]), flush=True)
"""
"""Builds `old` itself, and then starts builds as processes of their own, which need not load the program each time."""


@dataclass(slots=True)
class Run:
    """A build that has been started."""

    process: int
    _descriptor: int
    _starter: subprocess.Popen[str]
    _output: Path

    def ended(self) -> tuple[int, str]:
        """Wait for it: exit code (or the signal, negative) and what it said."""
        assert self._starter.stdin
        assert self._starter.stdout
        self._starter.stdin.write("\n")
        self._starter.stdin.flush()
        code = int(self._starter.stdout.readline())
        os.close(self._descriptor)
        return code, self._output.read_text(encoding="utf-8")

    def runs(self) -> bool:
        """Whether it goes on."""
        return not select.select([self._descriptor], [], [], 0)[0]

    def killed(self) -> int:
        """Kill it, unless it has ended already; its exit code."""
        os.kill(self.process, signal.SIGKILL)
        return self.ended()[0]


@dataclass(slots=True)
class Starter:
    """A process that starts builds."""

    process: subprocess.Popen[str]
    folder: Path

    def build(self, *arguments: str, largest: int = 0, powerless: bool = False) -> Run:
        """Start `disclose build` in the folder.

        Args:
            largest: bytes of a file that the system lets it write.
            powerless: an administrator, too, may write only what the file's mode allows.
        """
        assert self.process.stdin
        assert self.process.stdout
        output = self.folder / "output"
        output.write_bytes(b"")
        order = {
            "folder": str(self.folder),
            "output": str(output),
            "arguments": ["build", *arguments],
            "largest": largest,
            "powerless": powerless,
        }
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        process = int(self.process.stdout.readline())
        return Run(process, os.pidfd_open(process), self.process, output)


@pytest.fixture(scope="module")
def starter() -> Iterator[Starter]:
    """A project with two versions of a county in it, `old` built into site/ and both into a folder of their own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        for part in ("docs", "theme"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copytree(ROOT / "content", folder / "old", ignore=shutil.ignore_patterns("shangyan"))
        for record in sorted((folder / "old/shidu").glob("*/*/*.yml"))[::2]:
            record.unlink()  # half of them will do
        _new_version(folder / "old", folder / "new")
        command = [sys.executable, "-c", STARTER, name]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            made = Starter(process, folder)
            for version, site in (("new", "clean-new"), ("old", "site")):
                code, said = made.build("--content", version, "--site", site).ended()
                assert code == 0, said
            yield made
            assert process.stdin
            process.stdin.close()


def _new_version(old: Path, new: Path) -> None:
    """One village gone and one new, another township name, records added, deleted and renamed."""
    shutil.copytree(old, new)
    (new / "shidu/shiqiao").rename(new / "shidu/xinqiao")
    _replace(new / "shidu/xinqiao/village.yml", "石桥村", "新桥村")
    _replace(new / "shidu/township.yml", "名称: 石渡镇", "名称: 石渡乡")
    for number, record in enumerate(sorted((new / "shidu/liuwan").glob("*/*.yml"))):
        match number % 6:
            case 0:
                record.unlink()
            case 1:
                record.rename(record.with_stem(f"{record.stem}-b"))
            case 2:
                shutil.copy(record, record.with_stem(f"{record.stem}-c"))


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


LINK = re.compile(rb'href="([^":#?]+)')


def _listed(sites: Iterable[dict[str, bytes]]) -> dict[tuple[str, bytes], tuple[str, ...]]:
    """What each version of each list links to under its own folder: the pages that it lists."""
    listed = {}
    for site in sites:
        for path, data in site.items():
            if not path.endswith(".html") or (path.count("/") == 3 and not path.endswith("/index.html")):
                continue
            folder = posixpath.dirname(path)
            targets = {posixpath.normpath(posixpath.join(folder, link.decode())) for link in LINK.findall(data)}
            below = (
                target for target in targets if target in site and target.startswith(f"{folder}/" if folder else "")
            )
            listed[path, data] = tuple(sorted(below))
    return listed


class Reader(threading.Thread):
    """Fetches pages of a site, one after the other, all the time."""

    def __init__(self, root: Path, *versions: dict[str, bytes]) -> None:
        super().__init__(daemon=True)
        self.wrong: list[str] = []
        self.fetched = self.met = 0
        """Files read; pages that were found where a list said."""
        self._root = root
        self._versions = versions
        self._listed = _listed(versions)
        self._done = threading.Event()

    def run(self) -> None:
        paths = sorted({path for version in self._versions for path in version})
        lists = sorted({path for path, _ in self._listed})
        chance = random.Random(5)
        while not self._done.wait(0.002):
            self._look(chance.choice(paths))
            self._look(chance.choice(lists))

    def stop(self) -> None:
        self._done.set()
        self.join()

    def _look(self, path: str) -> None:
        data = self._fetch(path)
        if data is None:
            if all(path in version for version in self._versions):
                self.wrong.append(f"{path} is away")
            return
        self.fetched += 1
        if all(version.get(path) != data for version in self._versions):
            self.wrong.append(f"{path} is neither old nor new: {len(data)} bytes")
        for target in self._listed.get((path, data), ()):
            self.met += 1
            # Away, and the list the same before and after: not a page that went after its list was replaced.
            if not (self._root / target).is_file() and self._fetch(path) == data:
                self.wrong.append(f"{path} links to {target}, which is away")

    def _fetch(self, path: str) -> bytes | None:
        try:
            return (self._root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None


def _written(journal: Path) -> int:
    """When; 0 where there is none."""
    try:
        return journal.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _staged(work: Path) -> int:
    """How many files lie beside the site: more and more until the release, and fewer and fewer from then on."""
    return sum(len(files) for _, _, files in os.walk(work / STAGED))


def _wait(run: Run, until: Callable[[], bool]) -> None:
    """Wait for something to happen, or for the end of the build."""
    while run.runs() and not until():
        time.sleep(0.001)


def test_killed_at_any_moment_under_a_reader(starter: Starter) -> None:
    """Half of the builds are killed anywhere, half while they release; what comes to its end is as from nothing."""
    site, work = starter.folder / "site", starter.folder / ".site"
    journal = work / JOURNAL
    clean = {version: tree(starter.folder / f"clean-{version}") for version in ("old", "new")}
    differ = sum(clean["old"].get(path) != data for path, data in clean["new"].items())
    home = "shidu/index.html"
    chance = random.Random(20261118)
    reader = Reader(site, *clean.values())
    reader.start()
    kills = in_release = 0
    while kills < KILLS or in_release < IN_RELEASE:
        # The other one than is there, or will be when the release that was cut short is carried on.
        before = _written(journal)
        is_new = (site / home).read_bytes() == clean["new"][home]
        version = "new" if is_new == bool(before) else "old"
        run = starter.build("--content", version, "--jobs", str(chance.choice([1, 1, 2])))
        if kills % 2:
            enough = chance.randrange(differ)
            _wait(run, lambda: _staged(work) >= enough)  # noqa: B023
        else:
            _wait(run, lambda: _written(journal) not in (0, before))  # noqa: B023
            enough = chance.randrange(_staged(work) + 1)
            _wait(run, lambda: _staged(work) <= enough)  # noqa: B023
        run.killed()
        kills += 1
        in_release += _written(journal) not in (0, before)
        while min(reader.fetched, reader.met) < LOOKS * kills:
            assert reader.is_alive()
            time.sleep(0.001)
        if kills % 7 == 0:
            code, said = starter.build("--content", version).ended()
            assert code == 0, said
            assert tree(site) == clean[version]
    code, said = starter.build("--content", "old").ended()
    reader.stop()
    assert code == 0, said
    assert tree(site) == clean["old"]
    assert sorted(path.name for path in work.iterdir()) == ["kept", "lock"]
    assert reader.wrong == []


@contextmanager
def _untouched(starter: Starter) -> Iterator[None]:
    """The live site is the old version before and after, byte for byte and in its times."""

    def state() -> dict[str, tuple[bytes, int]]:
        return {path: (data, (site / path).stat().st_mtime_ns) for path, data in tree(site).items()}

    site = starter.folder / "site"
    assert starter.build("--content", "old").ended()[0] == 0
    before = state()
    yield
    assert state() == before


def test_a_full_disk(starter: Starter) -> None:
    """No file larger than 24 KB can be written: pages are, but no more than these."""
    with _untouched(starter):
        code, said = starter.build("--content", "new", largest=24_000).ended()
    assert code == 2
    assert "没有做成，网站没有动：磁盘满了" in said
    assert "Traceback" not in said
    assert starter.build("--content", "new").ended()[0] == 0
    assert tree(starter.folder / "site") == tree(starter.folder / "clean-new")


def test_a_folder_that_may_not_be_written(starter: Starter) -> None:
    """The site is locked against writing. (An administrator may write everything, and so gives up that power.)"""
    site, work = starter.folder / "site", starter.folder / ".site"
    with _untouched(starter):
        folders = [site, *(path for path in site.rglob("*") if path.is_dir())]
        for path in folders:
            path.chmod(0o555)
        code, said = starter.build("--content", "new", "--jobs", "1", powerless=True).ended()
        for path in folders:
            path.chmod(0o755)
    assert code == 2
    assert "没有做成，网站没有动：没有权限" in said
    assert str(site) in said
    assert "Traceback" not in said
    assert not (work / JOURNAL).exists()
    assert starter.build("--content", "new").ended()[0] == 0
    assert tree(site) == tree(starter.folder / "clean-new")


def test_pages_come_before_the_lists_that_name_them() -> None:
    lists = ["shidu/liuwan/notices/index.html", "shidu/liuwan/index.html", "shidu/index.html", "index.html"]
    for one in (*lists, "sitemap.xml", "shidu/sitemap.xml"):
        assert pipeline.release_order("shidu/liuwan/notices/2026-10.html") < pipeline.release_order(one)
        assert pipeline.release_order("records/notices/2026-10.html") < pipeline.release_order(one)
    assert pipeline.release_order("records/notices/2026-10.html") < pipeline.release_order("records/notices/index.html")
    assert pipeline.release_order("records/notices/2026-10.html") < pipeline.release_order("records/party.html")
    assert sorted(lists, key=pipeline.release_order) == lists


def test_two_builds_at_once(starter: Starter) -> None:
    with _untouched(starter), FileLock(starter.folder / ".site/lock"):
        code, said = starter.build("--content", "new").ended()
    assert (code, said) == (2, "另一个生成正在进行，等它做完再来。网站没有动。\n")


def test_the_very_first_release_cut_short(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in the folder then does not look like a site yet, and is ours all the same."""
    (county / "content/shidu").rename(county / "content/anping")
    replace = os.replace
    moved: list[str] = []

    def killed(source: str, target: str) -> None:
        if moved and moved[-1].endswith("/anping"):
            raise KeyboardInterrupt
        moved.append(str(target))
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            build(county)
    assert [path.name for path in (county / "site").iterdir()] == ["anping"]
    build(county)
    (county / "site").rename(county / "recovered")
    build(county)
    assert tree(county / "site") == tree(county / "recovered")


def test_a_foreign_folder_is_refused(county: Path) -> None:
    """Also where parts of a site lie beside other things, and where a file has the folder's name."""
    pipeline_build = partial(pipeline.build, county / "mkdocs.yml", county / "content")
    with pytest.raises(pipeline.NotOurSite):
        pipeline_build(county / "docs", county / "ledger")
    with pytest.raises(pipeline.NotOurSite):
        pipeline_build(county / "mkdocs.yml", county / "ledger")
    with pytest.raises(pipeline.NotOurSite):
        pipeline_build(county / "site", county / "mkdocs.yml")
    pipeline_build(county / "site", county / "ledger", only=["shidu"])
    (county / "site/letters").mkdir()
    (county / "site/letters/one.txt").write_bytes(b"1")
    with pytest.raises(pipeline.NotOurSite):
        pipeline_build(county / "site", county / "ledger")
    assert (county / "site/letters/one.txt").read_bytes() == b"1"
    assert not list(county.glob(".docs")) + list(county.glob(".mkdocs.yml"))
