"""deploy/publish: what is public is in the repository's ledger, whatever comes between."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.kills import county_to_kill, kill
from tests.publish.races import FINANCE, SCRIPT, Shared, git, race, shared_in
from tests.support.county import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    return shared_in(tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="module")
def clone(shared: Shared) -> Path:
    """One that is published from again and again, as on a server of one's own."""
    return shared.clone("server")


def published(shared: Shared, clone: Path, *command: str, **environment: str) -> tuple[int, str]:
    """Exit code and output of a run."""
    run = shared.publish(clone, *command, **environment)
    output, _ = run.communicate()
    return run.returncode, output


@pytest.mark.parametrize("number", [0, 1, 2])
def test_races(number: int, shared: Shared) -> None:
    race(shared, number)


def test_killed(tmp_path: Path) -> None:
    """A few of the hundred of `make race`."""
    county = county_to_kill(tmp_path)
    assert any(kill(county, number, 2.5) < 1 for number in range(3))


def test_what_cannot_be_pushed_is_not_public(shared: Shared, clone: Path) -> None:
    """Nothing is deployed from a protected branch; once it may be pushed, all is well."""
    before = shared.held(), shared.shown()
    hook = shared.bare / "hooks/pre-receive"
    shared.merge(21_000)
    hook.write_text("#!/bin/sh\necho protected >&2; exit 1\n")
    hook.chmod(0o755)
    try:
        code, said = published(shared, clone)
    finally:
        hook.unlink()
    assert code == 1
    assert said.count("生成好了") == 1, "要马上停，不用做五次"
    assert "分支受保护" in said
    assert (shared.held(), shared.shown()) == before
    code, said = published(shared, clone)
    assert code == 0, said
    assert shared.held() == shared.shown() > before[1]


def test_handed_over_once_more(shared: Shared, clone: Path) -> None:
    """Where the site could not be copied, the next run does it; the ledger had it already."""
    shared.merge(22_000)
    code, said = published(shared, clone, "false")
    assert code == 1
    assert "网站没有交出去" in said
    held = shared.held()
    assert published(shared, clone)[0] == 0
    assert shared.held() == held == shared.shown()


def test_what_a_run_left_behind(shared: Shared, clone: Path) -> None:
    """A ledger that was written or committed, and never pushed, was never public either."""
    file = clone / "ledger/shidu.jsonl"
    git(clone, "pull", "-q")
    file.write_text(file.read_text(encoding="utf-8") + "half a li", encoding="utf-8")
    (clone / "ledger/new.jsonl").write_text("{}\n")
    git(clone, "add", "ledger/shidu.jsonl")
    assert published(shared, clone)[0] == 0
    file.write_text("lost\n", encoding="utf-8")
    git(clone, "commit", "-qam", "ledger")
    held = shared.held()
    code, said = published(shared, clone)
    assert code == 0, said
    assert shared.held() == held == shared.shown()


@pytest.mark.parametrize("forgotten", ["changed", "added", "committed", "elsewhere"])
def test_work_of_the_clerk_is_not_thrown_away(forgotten: str, shared: Shared, clone: Path) -> None:
    git(clone, "pull", "-q")
    file = clone / "content" / FINANCE if forgotten != "elsewhere" else clone / ".gitignore"
    if forgotten == "added":
        file = file.with_name("2026-09.yml")
    file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + "# mine\n", encoding="utf-8")
    if forgotten == "committed":
        git(clone, "commit", "-qam", "mine")
    code, said = published(shared, clone)
    assert code == 2
    assert "没有公开，网站没有动" in said
    assert "# mine" in file.read_text(encoding="utf-8")
    git(clone, "reset", "-q", "--hard", "origin/main")
    git(clone, "clean", "-fdq", "content")


def test_without_a_token_gitlab_has_no_memory(shared: Shared, clone: Path) -> None:
    code, said = published(shared, clone, GITLAB_CI="true", CI_COMMIT_BRANCH="main")
    assert code == 1
    assert "没有记忆" in said


@pytest.mark.parametrize("file", [".github/workflows/publish.yml", ".gitlab-ci.yml", ".gitea/workflows/publish.yml"])
def test_every_platform_runs_it(file: str) -> None:
    """And nothing else builds with --publish."""
    text = (ROOT / file).read_text(encoding="utf-8")
    assert text.count("sh .venv/share/village-disclosure/publish") == 1
    assert "--publish" not in text
    assert f'"{SCRIPT.relative_to(ROOT)}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
