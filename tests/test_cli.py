"""The command as a clerk or CI meets it: exit codes, messages, caps, formats."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from generator import __version__
from generator.base.finding import Effect, Finding, Span
from generator.records.kinds import KINDS
from generator.report.machine import PER_LEVEL, as_github, as_gitlab, as_json
from generator.report.text import CAP, listing, summary
from tests.support.command import disclose
from tests.support.county import ROOT, build, tree

pytestmark = pytest.mark.slow


def test_clean_county_passes(county: Path) -> None:
    done = disclose(county, "check")
    assert done.returncode == 0, done.stdout
    assert "没有发现问题" in done.stdout
    assert "没有上次公开的底本" in done.stdout


def test_withheld_is_1_and_the_message_can_be_acted_on(county: Path) -> None:
    path = county / "content/shidu/liuwan/finance/2026-10.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("期末: 64400.00", "期末: 6.44万"), encoding="utf-8")
    done = disclose(county, "check")
    assert done.returncode == 1
    assert "content/shidu/liuwan/finance/2026-10.yml:6:9 S01【拦截】金额“6.44万”写法不对" in done.stdout
    assert "怎么改：改成：64400" in done.stdout


def test_flag_is_0_and_1_when_strict(county: Path) -> None:
    path = county / "content/shidu/liuwan/finance/2026-10.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("    经手: 村报账员 周小梅\n", ""), encoding="utf-8")
    assert disclose(county, "check").returncode == 0
    assert disclose(county, "check", "--strict").returncode == 1


def test_nothing_found_is_3(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert disclose(tmp_path, "check").returncode == 3
    assert disclose(tmp_path, "check", "--content", "nowhere").returncode == 3


def test_bad_usage_is_2_without_traceback(county: Path) -> None:
    for arguments in (["check", "--as-of", "2026.11.18"], ["rules", "F99"], ["new", "money"], ["nonsense"]):
        done = disclose(county, *arguments)
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr
    assert disclose(county / "content", "build").returncode == 2


def test_build_is_0_although_something_is_withheld(county: Path) -> None:
    (county / "content/shidu/liuwan/finance/2026-10.yml").write_text("x", encoding="utf-8")
    done = disclose(county, "build")
    assert done.returncode == 0, done.stderr
    assert "1份暂缓公开" in done.stdout
    assert (county / "site/index.html").is_file()


def test_build_deletes_nothing_that_is_not_its_own(county: Path) -> None:
    """A slip in --site must not cost the county its records."""
    for folder in (".", "content"):
        done = disclose(county, "build", "--site", folder)
        assert done.returncode == 2
        assert "别的东西" in done.stderr
    assert (county / "content/county.yml").is_file()


def test_rules_are_explained(county: Path) -> None:
    done = disclose(county, "rules", "f01")
    assert done.returncode == 0
    for word in ("账要对得上", "为什么：", "怎么改：", "不合格：", "依据：", "农经发〔2011〕13号", "摘录"):
        assert word in done.stdout
    assert "D05" in disclose(county, "rules").stdout


def test_json_and_github(county: Path) -> None:
    (county / "content/shidu/liuwan/finance/2026-10.yml").write_text("期间: 2026年10月\n", encoding="utf-8")
    rows = json.loads(disclose(county, "check", "--format", "json").stdout)
    assert {"path", "line", "column", "code", "effect", "message", "remedy", "basis", "lines", "fixes"} == set(rows[0])
    (quality, *_) = json.loads(disclose(county, "check", "--format", "gitlab").stdout)
    assert set(quality) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert quality["location"]["path"] == "content/shidu/liuwan/finance/2026-10.yml"
    done = disclose(county, "check", "--format", "github")
    assert "::error file=content/shidu/liuwan/finance/2026-10.yml,line=1" in done.stdout


def _many(count: int) -> list[Finding]:
    return [Finding(Span("a.yml", n), "F09", Effect.FLAG, f"第{n}处", "改", "说明。") for n in range(1, count + 1)]


def test_listing_is_capped_per_rule_and_says_so() -> None:
    """55,000 findings of one rule must not bury the others; the cap was once lost elsewhere in a refactoring."""
    other = Finding(Span("b.yml"), "D05", Effect.FLAG, "别的", "改", "说明。")
    findings = [*_many(500), other]
    text = "\n".join(listing(findings))
    assert text.count("F09【公示】") == CAP
    assert "D05【公示】别的" in text
    said = "\n".join(summary(findings))
    assert "500处" in said
    assert f"只列了前{CAP}处" in said
    assert "--format json" in said


def test_annotations_are_capped_by_level() -> None:
    lines = list(as_github(_many(30)))
    assert len(lines) == PER_LEVEL + 1
    assert f"另有{30 - PER_LEVEL}处" in lines[-1]


def test_no_personal_number_is_printed_in_full() -> None:
    number = "11010119900307" + "7758"
    finding = Finding(Span(f"a/{number}.yml"), "P01", Effect.WITHHOLD, f"有{number}", f"删掉{number}", "说明。")
    for text in (
        "\n".join(listing([finding])),
        as_json([finding]),
        "\n".join(as_github([finding])),
        as_gitlab([finding]),
    ):
        assert number not in text


def test_start_is_quick_enough_to_import_lazily() -> None:
    """`disclose --help` needs neither pydantic nor MkDocs."""
    probe = (
        "import sys, generator.cli; print([m for m in ('pydantic', 'mkdocs', 'yaml', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_build_says_its_figures_as_json_and_its_progress_elsewhere(county: Path) -> None:
    """Nothing but the summary is on stdout; a log gets a line for each stage."""
    done = disclose(county, "build", "--json")
    figures = json.loads(done.stdout)
    assert set(figures) == {
        *("pages", "rendered", "written", "removed", "damaged", "records", "withheld", "drafts", "as_of", "seconds"),
        "findings",
    }
    assert (figures["records"], figures["withheld"], figures["damaged"]) == (len(KINDS), 0, 0)
    assert (figures["as_of"], figures["findings"]) == ("2026-11-18", {"拦截": 0, "公示": 0, "提示": 0})
    assert figures["written"] == sum(path.is_file() for path in (county / "site").rglob("*"))
    stages = list(figures["seconds"])
    assert stages == ["准备", "生成", "发布"]
    lines = done.stderr.splitlines()
    assert [line.split(" ")[0] for line in lines] == stages
    assert all(line.endswith("秒") for line in lines)
    again = disclose(county, "build")
    assert "生成 1/1" in again.stderr
    assert not any(stage + " " in again.stdout for stage in stages)
    assert "改动0个文件，删除0个" in again.stdout


def test_as_many_processes_as_one_likes(county: Path) -> None:
    """The same bytes come out."""
    shutil.copytree(county / "content/shidu", county / "content/heling")
    for jobs in ("1", "2"):
        assert disclose(county, "build", "--jobs", jobs, "--site", f"site-{jobs}").returncode == 0
    assert tree(county / "site-1") == tree(county / "site-2")


def test_two_builds_at_once(county: Path) -> None:
    (county / ".site").mkdir()
    with FileLock(county / ".site/lock"):
        done = disclose(county, "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "另一个生成正在进行，等它做完再来。网站没有动。\n"
    assert not (county / "site").exists()


def test_version_is_told_by_the_command_and_on_the_page(county: Path) -> None:
    """Both read `generator.__version__`, and the changelog is open for it."""
    assert __version__ in disclose(county, "--version").stdout
    build(county)
    page = (county / "site/help/about.html").read_text(encoding="utf-8")
    assert f"版本是 {__version__}。" in page
    assert f"\n## {__version__} (" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
