"""`disclose build --publish` killed at any moment: whatever the site says, the ledger holds, and the next run ends well."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.publish import ledger as ledgers
from tests.publish.races import FINANCE, KEPT_KINDS, Shown, shown_in
from tests.support.county import county_in

COMMAND = [sys.executable, "-m", "generator", "build", "--publish", "--jobs", "1"]


def county_to_kill(folder: Path) -> Path:
    """A small county that was published once."""
    county_in(folder)
    for kind in (folder / "content/shidu/liuwan").iterdir():
        if kind.is_dir() and kind.name not in KEPT_KINDS:
            shutil.rmtree(kind)
    subprocess.run(COMMAND, cwd=folder, check=True, capture_output=True)
    return folder


def held_in(ledger: Path) -> Shown:
    """Every version of every record that a ledger holds."""
    book = ledgers.load(ledger, "shidu")
    assert not book.damaged
    return {
        (path, digest[:8])
        for path, line in (book.lines or {}).items()
        for digest in (line.digest, *(version.digest for version in line.history))
    }


def kill(county: Path, number: int, lasts: float) -> float:
    """Change a figure, kill a run, look, run again, look again.

    Args:
        lasts: how long a run takes, in seconds.

    Returns:
        When it was killed, as a part of that; 1 where it had ended before.

    Raises:
        AssertionError: the site said what the ledger does not hold.
    """
    file = county / "content" / FINANCE
    text = file.read_text(encoding="utf-8")
    was, now = f"{18_000 + number - 1}.00" if number else "18000.00", f"{18_000 + number}.00"
    balance, then = f"{64_400 + number - 1}.00" if number else "64400.00", f"{64_400 + number}.00"
    file.write_text(text.replace(was, now).replace(balance, then), encoding="utf-8")
    at = random.Random(number).uniform(0, 1.05)
    run = subprocess.Popen(
        COMMAND, cwd=county, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(at * lasts)
    ended = run.poll() is not None
    if not ended:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert shown_in(county / "site/shidu", "shidu") <= held_in(county / "ledger"), number
    if number % 2:
        shutil.rmtree(county / ".site", ignore_errors=True)
    done = subprocess.run(COMMAND, cwd=county, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert shown_in(county / "site/shidu", "shidu") <= held_in(county / "ledger"), number
    assert f"{18_000 + number:,}.00" in (county / "site/shidu/liuwan/finance/2026-10.html").read_text(encoding="utf-8")
    return 1 if ended else at


def main(times: int) -> None:
    """Kill so many runs on one county. How long a run takes is measured again and again, because the machine may be busy."""
    with tempfile.TemporaryDirectory() as folder:
        county = county_to_kill(Path(folder))
        lasts, killed, number = 2.0, 0, 0
        while killed < times:
            began = time.monotonic()
            at = kill(county, number, lasts)
            spent = time.monotonic() - began
            lasts = max(0.5, spent - at * lasts) if at < 1 else lasts * 0.8
            killed += at < 1
            number += 1
        print(f"{number}次里杀掉了{killed}次，公开过的底本里都有，接着做都做完了。")


if __name__ == "__main__":
    main(int(sys.argv[1]))
