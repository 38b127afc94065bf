"""The demonstration county as the audit wants it: under a sub-path, and with one month of 60 entries."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from tests.audit.kinds import LONG_MONTH
from tests.support.county import ROOT

UNDER = "/zw/sanwu/"
ENTRIES = 60


def build(folder: Path) -> Path:
    """Build the county with the command `disclose` in `folder`; gives its site. CalledProcessError when that fails."""
    for name in ("content", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "theme").symlink_to(ROOT / "theme")
    county = folder / "content/county.yml"
    text = county.read_text(encoding="utf-8")
    county.write_text(re.sub(r"(?<=^网址: )\S+", f"https://sanwu.example{UNDER}", text, flags=re.MULTILINE), "utf-8")
    lengthen((folder / "content" / LONG_MONTH).with_suffix(".yml"))
    command = [sys.executable, "-m", "generator", "build", "--ledger", str(ROOT / "ledger")]
    subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, stdout=subprocess.DEVNULL
    )
    return folder / "site"


def lengthen(file: Path) -> None:
    """Bring a month to 60 entries, in pairs of a payment and a receipt of the same amount: all sums stay right.

    The words come from the village's other months, since repeated lines would pack too well.
    """
    record = _load(file)
    entries = record["收支明细"]
    spare = [
        entry for other in sorted(file.parent.glob("*.yml")) if other != file for entry in _load(other)["收支明细"]
    ]
    spare = [{k: v for k, v in entry.items() if k != "决策"} for entry in spare if "专款" not in entry]
    paid = [entry for entry in spare if entry["收支"] == "支出"]
    received = [entry for entry in spare if entry["收支"] == "收入"]
    common = {"日期": f"{record['期间']}-28", "账户": record["账户"][0]["名称"]}
    for number, (out, into) in enumerate(zip(paid, cycle(received))):
        if len(entries) >= ENTRIES - 1:
            break
        entries.append({**out, **common, "凭证号": f"支-{500 + number}"})
        entries.append({**into, **common, "凭证号": f"收-{500 + number}", "金额": out["金额"]})
    file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _load(file: Path) -> dict[str, Any]:
    record: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    return record
