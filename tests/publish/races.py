"""Several runs of deploy/publish on one repository, and what they made public against what the ledger holds."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generator.publish import ledger as ledgers
from tests.support.county import ROOT, county_in

SCRIPT = ROOT / "deploy/publish"
FINANCE = "shidu/liuwan/finance/2026-10.yml"
KEPT_KINDS = ("finance", "notices", "questions")
_CODE = re.compile(r"校验码(?:</[a-z]+>)?\s*([0-9a-f]{4}) ([0-9a-f]{4})")
Shown = set[tuple[str, str]]
"""Path of a record, the first eight digits of its 校验码."""


def git(folder: Path, *arguments: str) -> str:
    """Run git; its output."""
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@x", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def shown_in(township: Path, slug: str) -> Shown:
    """The versions of records that the pages of a township say they show."""
    found: Shown = set()
    for page in township.rglob("*.html"):
        said = _CODE.search(page.read_text(encoding="utf-8"))
        if said and page.name != "index.html":
            found.add((f"{slug}/{page.relative_to(township).with_suffix('.yml').as_posix()}", said[1] + said[2]))
    return found


@dataclass(frozen=True, slots=True)
class Shared:
    """A county's repository, and where its runs put what they make public."""

    folder: Path

    @property
    def bare(self) -> Path:
        return self.folder / "origin.git"

    @property
    def public(self) -> Path:
        return self.folder / "public"

    def clone(self, name: str) -> Path:
        """A clone of its own."""
        git(self.folder, "clone", "-q", str(self.bare), name)
        return self.folder / name

    def merge(self, amount: int) -> None:
        """Somebody's change is merged: a figure of the accounts."""
        desk = self.folder / "desk"
        file = desk / "content" / FINANCE
        while True:
            git(desk, "pull", "-q", "--rebase")
            text = file.read_text(encoding="utf-8")
            was = int(re.findall(r"金额: (\d{5})\.00", text)[0])
            balance = int(re.findall(r"期末: (\d+)\.00\n    对账单", text)[0])
            text = text.replace(f"金额: {was}.00", f"金额: {amount}.00")
            text = text.replace(f": {balance}.00", f": {balance - was + amount}.00")
            file.write_text(text, encoding="utf-8")
            git(desk, "commit", "-qam", f"accounts: {amount}")
            try:
                git(desk, "push", "-q")
            except subprocess.CalledProcessError:
                git(desk, "reset", "-q", "--hard", "HEAD~1")  # a ledger came first
                continue
            return

    def publish(self, clone: Path, *command: str, **environment: str) -> subprocess.Popen[str]:
        """Begin a run of the script; what it makes public is copied at once."""
        deploy = command or ("sh", "-c", f'cp -r site/shidu "{self.public}/$(date +%s%N)"')
        run = {**os.environ, "DISCLOSE": str(self.folder / "disclose"), **environment}
        return subprocess.Popen(
            ["sh", str(SCRIPT), "site", *deploy],
            cwd=clone, env=run, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip

    def shown(self) -> Shown:
        """All that was ever public."""
        return {one for deployed in self.public.iterdir() for one in shown_in(deployed, "shidu")}

    def held(self) -> Shown:
        """All that the ledger in the repository says was public."""
        with tempfile.TemporaryDirectory() as folder:
            git(self.folder, "clone", "-q", str(self.bare), f"{folder}/c")
            book = ledgers.load(Path(folder, "c/ledger"), "shidu")
        assert not book.damaged
        return {
            (path, digest[:8])
            for path, line in (book.lines or {}).items()
            for digest in (line.digest, *(version.digest for version in line.history))
            if path.count("/") == 3  # no profile
        }


def shared_in(folder: Path) -> Shared:
    """A small county in a bare repository that nobody has published yet."""
    county = folder / "desk"
    county.mkdir()
    county_in(county)
    for kind in (county / "content/shidu/liuwan").iterdir():
        if kind.is_dir() and kind.name not in KEPT_KINDS:
            shutil.rmtree(kind)
    (county / ".gitignore").write_text("site\n.site\n")
    git(folder, "init", "-q", "--bare", "-b", "main", "origin.git")
    git(county, "init", "-q", "-b", "main")
    git(county, "add", "-A")
    git(county, "commit", "-qm", "county")
    git(county, "remote", "add", "origin", str(folder / "origin.git"))
    git(county, "push", "-qu", "origin", "main")
    program = folder / "disclose"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n')
    program.chmod(0o755)
    (folder / "public").mkdir()
    return Shared(folder)


def race(shared: Shared, number: int) -> None:
    """Two runs at once while a change is merged; in every third round one of them is killed, in another the cache is gone.

    Raises:
        AssertionError: something was public that the ledger does not hold, or the other way round.
    """
    chance = random.Random(number)
    clones = [shared.folder / name for name in ("first", "second")]
    for clone in clones:
        if not clone.exists():
            shared.clone(clone.name)
    if number % 3 == 1:
        for name in ("site", ".site"):
            shutil.rmtree(clones[0] / name, ignore_errors=True)
    before = shared.held()
    shared.merge(18_000 + 200 * number + 100)
    runs = [shared.publish(clones[0])]
    time.sleep(chance.uniform(0, 1))
    runs.append(shared.publish(clones[1]))
    time.sleep(chance.uniform(0, 3))
    shared.merge(18_000 + 200 * number + 200)
    killed = number % 3 == 2
    if killed:
        time.sleep(chance.uniform(0, 2))
        os.killpg(runs[0].pid, signal.SIGKILL)
    said = [run.communicate()[0] for run in runs]
    assert all(run.returncode == 0 for run in runs[killed:]), said
    last = shared.publish(clones[number % 2])
    output, _ = last.communicate()
    assert last.returncode == 0, output
    held, shown = shared.held(), shared.shown()
    assert shown <= held, (number, shown - held, said)
    assert killed or held - before <= shown, (number, held - shown, said)
    newest = max(shared.public.iterdir(), key=lambda one: int(one.name))
    assert f"{18_000 + 200 * number + 200:,}" in (newest / "liuwan/finance/2026-10.html").read_text(encoding="utf-8")


def main(rounds: int) -> None:
    """So many races, one after another on the same repository."""
    with tempfile.TemporaryDirectory() as folder:
        shared = shared_in(Path(folder))
        for number in range(rounds):
            race(shared, number)
            print(f"第{number + 1}轮：公开过的{len(shared.shown())}个版本，底本里都有。", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
