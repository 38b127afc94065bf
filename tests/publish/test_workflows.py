"""The files that CI reads: valid by their schemas, without what a linter finds, and nothing of others without its digest."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.county import ROOT

BIN = Path(sys.executable).parent
ACTIONS = [*sorted((ROOT / ".github/workflows").glob("*.yml")), ROOT / ".gitea/workflows/publish.yml"]
GITLAB = ROOT / ".gitlab-ci.yml"
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+(?:\.\d+){2}(?:\D|$)")


def said(*command: str) -> str:
    """What a command printed, where it was not content."""
    done = subprocess.run([BIN / command[0], *command[1:]], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize("file", ACTIONS, ids=lambda file: str(file.relative_to(ROOT)))
def test_actions(file: Path) -> None:
    assert said("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)) == ""
    assert said("zizmor", "--offline", "--no-progress", "--quiet", str(file)) == ""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not PINNED.search(line)] == []


def test_gitlab() -> None:
    transformed = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    assert said("check-jsonschema", *transformed, str(GITLAB)) == ""


def test_a_fault_is_seen(tmp_path: Path) -> None:
    """Of the schema, and of the linter."""
    text = ACTIONS[0].read_text(encoding="utf-8")
    file = tmp_path / ".github/workflows/publish.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace("runs-on", "run-on"), encoding="utf-8")
    assert said("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))
    file.write_text(re.sub(r"@[0-9a-f]{40} # ", "@", text), encoding="utf-8")
    assert said("zizmor", "--offline", "--no-progress", "--quiet", str(file))
