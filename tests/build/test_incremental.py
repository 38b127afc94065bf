"""Whatever changes: building on what is there gives what building from nothing gives, and makes nothing needlessly anew."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.build import host, portal
from generator.build.kept import TEMPLATES
from generator.cli import disclose
from tests.support.county import ROOT, tree
from tests.support.townships import PHOTO, Project, copied, project

pytestmark = pytest.mark.slow

LIUWAN, SHANGYAN, OWN = "shidu/liuwan", "shidu/shangyan", "shidu/records"
DONGPING, XINAN, OWN2 = "heling/dongping", "heling/xinan", "heling/records"
SHIDU, HELING = (LIUWAN, SHANGYAN, OWN), (DONGPING, XINAN, OWN2)
COUNTY = "records"
"""The county's own records: one place, of which all pages lie in its folder."""
EVERYTHING = (*SHIDU, *HELING, COUNTY)
COUNTY_NOTICE = f"{COUNTY}/notices/2026-10.yml"
DECISION = f"{LIUWAN}/decisions/2026-10.yml"
NOTICE = f"{LIUWAN}/notices/2026-10.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Published once and built again, so that the ledger is as the site says."""
    made = project(tmp_path_factory.mktemp("built"))
    made.build(publish=True)
    assert made.build().checked.findings == ()
    return made


@pytest.fixture
def county(built: Project, tmp_path: Path) -> Project:
    return copied(built, tmp_path)


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows whenever the host is run."""
    runs: list[int] = []
    run = host.build_with_mkdocs

    def counted(*given: Any) -> Any:
        runs.append(1)
        return run(*given)

    monkeypatch.setattr(portal, "build_with_mkdocs", counted)
    return runs


def as_from_nothing(county: Project, made: pipeline.Published, **how: Any) -> None:
    """Equal to a build into an empty folder: site, findings, figures, and what is kept for the next time."""
    shutil.rmtree(county.root / "clean", ignore_errors=True)
    shutil.rmtree(county.root / ".clean", ignore_errors=True)
    clean = county.build("clean", afresh=True, **how)
    assert made.checked == clean.checked
    assert made.pages == clean.pages
    assert county.site() == county.site("clean")
    assert county.kept() == county.kept("clean")


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happens to a county, and what must be made anew for it."""

    name: str
    do: Callable[[Project], object]
    places: tuple[str, ...] = ()
    """Their pages are rendered."""
    townships: tuple[str, ...] = ("shidu",)
    """Their own pages, over all of their places, are rendered."""
    host: bool = False

    def __str__(self) -> str:
        return self.name


def _attachment(county: Project) -> None:
    county.write(PHOTO, b"\xff\xd8 another photograph")


def _attachment_without_digest(county: Project) -> None:
    county.write(f"{LIUWAN}/attachments/more.jpg", b"1")


def _correction(county: Project) -> None:
    county.add(f"{SHANGYAN}/corrections/2026-11.yml")
    county.record(f"{SHANGYAN}/corrections/2026-11.yml", "finance/2026-10", "/shidu/liuwan/finance/2026-10")


def _named_by_the_county(county: Project) -> None:
    county.record(COUNTY_NOTICE, "标题: ", "相关: [/shidu/liuwan/notices/2026-10]\n标题: ")
    county.record(NOTICE, "标题: ", "相关: [/records/notices/2026-10]\n标题: ")


def _shortcut(county: Project) -> None:
    (county.root / "content" / LIUWAN / "notices/2026-08.yml").symlink_to("2026-10.yml")


def _village(county: Project) -> None:
    for path in ("village.yml", "notices/2026-10.yml"):
        county.write(f"shidu/shiqiao/{path}", (county.root / "content" / SHANGYAN / path).read_bytes())
    county.record("shidu/shiqiao/village.yml", "上堰村", "石桥村")
    county.record("shidu/shiqiao/village.yml", "990123100202", "990123100203")


def _township(county: Project) -> None:
    shutil.copytree(county.root / "content/heling", county.root / "content/xiping")
    county.record("xiping/township.yml", "禾岭镇", "西坪镇")
    for profile in ("township", "dongping/village", "xinan/village"):
        county.record(f"xiping/{profile}.yml", "990123101", "990123102")


ALL = ("shidu", "heling")
CHANGES = (
    Change("nothing", lambda c: None, townships=()),
    Change("record changed", lambda c: c.record(NOTICE, "环境整治", "环境卫生"), (LIUWAN,)),
    Change("record changed, of equal size", lambda c: c.record(NOTICE, "清理河道", "清理水塘"), (LIUWAN,)),
    Change("record added", lambda c: c.add(f"{SHANGYAN}/decisions/2026-11.yml"), (SHANGYAN,)),
    Change("record deleted", lambda c: c.delete(NOTICE), (LIUWAN,)),
    Change("record renamed", lambda c: c.rename(NOTICE, f"{LIUWAN}/notices/2026-q3.yml"), (LIUWAN,)),
    Change("record withheld", lambda c: c.write(NOTICE, "标题: 半份"), (LIUWAN,)),
    Change("record of the township changed", lambda c: c.record(f"{OWN}/notices/2026-10.yml", "环境", "河道"), (OWN,)),
    Change("record of the county changed", lambda c: c.record(COUNTY_NOTICE, "环境", "河道"), (COUNTY,), ()),
    Change("record of the county added", lambda c: c.add(f"{COUNTY}/projects/2026-11.yml"), (COUNTY,), ()),
    Change("record of the county withheld", lambda c: c.write(COUNTY_NOTICE, "标题: 半份"), (COUNTY,), ()),
    Change("record of the county in a wrong place", lambda c: c.write(f"{COUNTY}/oops.yml", "x: 1"), (COUNTY,), ()),
    Change("records of the county removed", lambda c: c.delete(COUNTY), townships=()),
    Change("record that a village names in the county", _named_by_the_county, (LIUWAN, COUNTY)),
    Change("record in a wrong place", lambda c: c.write("shidu/liuwan/oops.yml", "x: 1"), (LIUWAN,)),
    Change("record with a wrong suffix", lambda c: c.write(f"{LIUWAN}/notices/2026-08.yaml", "x: 1"), (LIUWAN,)),
    Change("shortcut added", _shortcut),
    Change("village profile changed", lambda c: c.record(f"{LIUWAN}/village.yml", "1486", "1487"), (LIUWAN,)),
    Change("village parameter", lambda c: c.write(f"{SHANGYAN}/village.yml", _with(c, SHANGYAN, "village")), (SHANGYAN,)),
    Change("village added", _village, ("shidu/shiqiao",)),
    Change("village deleted, which named a record", lambda c: c.delete(SHANGYAN), (LIUWAN, OWN, SHANGYAN)),
    Change("village deleted", lambda c: c.delete(XINAN), (XINAN, OWN2), ("heling",)),
    Change("village renamed", lambda c: c.rename(XINAN, "heling/xincun"), ("heling/xincun", XINAN, OWN2), ("heling",)),
    Change("township profile changed", lambda c: c.record("shidu/township.yml", "石渡镇", "石渡乡"), SHIDU),
    Change("township parameter", lambda c: c.write("shidu/township.yml", _with(c, "shidu", "township")), SHIDU),
    Change("township removed", lambda c: c.delete("heling"), townships=()),
    Change("township added", _township, ("xiping/dongping", "xiping/xinan", "xiping/records"), ("xiping",)),
    Change("township renamed", lambda c: c.rename("heling", "xiping"), ("xiping/dongping", "xiping/xinan", "xiping/records"), ("xiping",)),
    Change("title that others show", lambda c: c.record(DECISION, "标题: 村口至三组", "标题: 三组至村口"), (LIUWAN, SHANGYAN)),
    Change("same record, nothing that others show", lambda c: c.record(DECISION, "下雨天", "下雪天"), (LIUWAN,)),
    Change("record that others name deleted", lambda c: c.delete(DECISION), (LIUWAN, SHANGYAN, DONGPING), ALL),
    Change("correction in another village", _correction, (LIUWAN, SHANGYAN)),
    Change("attachment changed", _attachment, (LIUWAN,)),
    Change("attachment added", _attachment_without_digest, (LIUWAN,)),
    Change("attachment deleted", lambda c: c.delete(PHOTO), (LIUWAN,)),
    Change("ledger line changed", lambda c: c.edit("ledger/shidu.jsonl", "5,600.00", "5,500.00"), SHIDU),
    Change("ledger removed", lambda c: shutil.rmtree(c.root / "ledger"), EVERYTHING, ALL, host=True),
    Change("county parameter", lambda c: c.write("county.yml", _with(c, "", "county")), EVERYTHING, ALL, host=True),
    Change("template changed", lambda c: c.edit("theme/leads/notice.html", "<", "\n<"), EVERYTHING, ALL, host=True),
    Change("style changed", lambda c: c.edit("theme/assets/sanwu.css", "}", "}\n"), EVERYTHING, ALL, host=True),
    Change("help changed", lambda c: c.edit("docs/help/about.md", "。", "。 "), townships=(), host=True),
    Change("help added", lambda c: (c.root / "docs/help/more.md").write_text("# 更多"), townships=(), host=True),
)  # fmt: skip


def _with(county: Project, folder: str, profile: str) -> bytes:
    """A profile with a parameter of its own."""
    return (county.root / "content" / folder / f"{profile}.yml").read_bytes() + "参数: {大额支出: '3000'}\n".encode()


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_change(change: Change, county: Project, hosts: list[int]) -> None:
    before = county.site()
    change.do(county)
    made = county.build()
    assert len(hosts) == change.host
    assert made.damaged == 0
    assert made.rendered == sum(map(county.pages, change.places)) + sum(map(county.own_pages, change.townships))
    after = county.site()
    assert made.written == sum(before.get(path) != data for path, data in after.items())
    assert made.removed == len(before.keys() - after.keys())
    as_from_nothing(county, made)
    again = county.build()
    assert (again.rendered, again.written, again.removed, again.checked) == (0, 0, 0, made.checked)


def test_another_day(county: Project) -> None:
    made = county.build(as_of="2026-11-30")
    assert made.rendered == sum(map(county.pages, (*ALL, COUNTY)))
    as_from_nothing(county, made, as_of="2026-11-30")


def test_only_changed_files_are_touched(county: Project) -> None:
    """Everything else keeps its times, and its place on the disk."""

    def places() -> dict[str, tuple[int, int]]:
        root = county.root / "site"
        return {path: ((root / path).stat().st_mtime_ns, (root / path).stat().st_ino) for path in tree(root)}

    bytes_before, before = county.site(), places()
    county.record(NOTICE, "环境整治", "环境卫生")
    county.build()
    bytes_after, after = county.site(), places()
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {path for path in after if bytes_before.get(path) != bytes_after[path]}
    assert 0 < len(changed) < len(after) / 4


def test_without_the_cache_the_same_comes_out(county: Project) -> None:
    made = county.build(afresh=True)
    assert made.rendered == sum(map(county.pages, (*ALL, COUNTY)))
    assert (made.written, made.removed) == (0, 0)


def test_a_title_of_another_township_is_not_shown_and_so_no_reason_to_render(county: Project) -> None:
    county.record(DECISION, "标题: 村口至三组", "标题: 三组至村口")
    before = {path: data for path, data in county.site().items() if path.startswith("heling/")}
    county.build()
    assert before == {path: data for path, data in county.site().items() if path.startswith("heling/")}


def test_a_changed_program_makes_everything_anew(county: Project) -> None:
    """A copy of the program builds the county; then the words of one rule are changed."""
    shutil.copytree(ROOT / "generator", county.root / "generator", ignore=shutil.ignore_patterns("__pycache__"))

    def run(*arguments: str) -> dict[str, int]:
        command = [sys.executable, "-m", "generator", "build", "--json", "--jobs", "1", *arguments]
        done = subprocess.run(command, cwd=county.root, capture_output=True, text=True, check=True)
        return dict(json.loads(done.stdout))

    assert run()["rendered"] == 0  # the same program, wherever it lies
    (rule,) = (county.root / "generator/rules").glob("*/d05_*.py")
    county.edit(rule.relative_to(county.root).as_posix(), "怎么才算数", "到会多少才算数")
    assert run()["rendered"] == sum(map(county.pages, (*ALL, COUNTY)))
    assert "到会多少才算数" in county.site()["rules/d05.html"].decode()
    assert run()["rendered"] == 0
    run("--site", "clean")
    assert county.site() == county.site("clean")


def test_a_walk_of_many_changes(county: Project) -> None:
    """Changes of every kind, one after another and several at once, some of them taken back."""
    chance = random.Random(18)
    written = ""
    for _ in range(12):
        for _ in range(chance.randint(1, 4)):
            _any_change(county, chance)
        day = chance.choice(["2026-11-18", "2026-11-18", "2026-11-18", "2026-12-01"])
        publish = day >= written and chance.random() < 0.3  # nobody publishes on an earlier day than before
        written = day if publish else written
        made = county.build(as_of=day, publish=publish, only=_some_townships(county, chance))
        if chance.random() < 0.5:
            continue
        made = county.build(as_of=day)
        as_from_nothing(county, made, as_of=day)
        assert made.damaged == 0


def _some_townships(county: Project, chance: random.Random) -> list[str]:
    """None of them, which means all, or one."""
    content = county.root / "content"
    folders = sorted(path.parent.name for path in content.glob("*/township.yml"))
    folders += [path.name for path in content.glob("records") if any(path.glob("*/*.yml"))]
    return chance.sample(folders, chance.choice([0, 0, 1]))


def _any_change(county: Project, chance: random.Random) -> None:
    content = county.root / "content"
    files = (*content.glob("*/*/*/*.yml"), *content.glob("records/*/*.yml"))
    records = sorted(path.relative_to(content).as_posix() for path in files)
    path = chance.choice(records)
    place, kind, _ = path.rsplit("/", 2)
    beside = f"{place}/{kind}/r{chance.randrange(4)}.yml"
    text = (content / path).read_bytes()
    match chance.randrange(10):
        case 0:
            county.write(path, text + b"# \n")
        case 1:
            county.delete(path)
        case 2:
            county.rename(path, beside)
        case 3:
            county.add(beside)
        case 4:
            county.write(path, text.replace(b"2026-11", b"2026-10"))
        case 5:
            county.write(path, text[: len(text) // 2])
        case 6:
            named = f"相关: [/{chance.choice(records).removesuffix('.yml')}]\n"
            county.write(beside, text + (b"" if "相关".encode() in text else named.encode()))
        case 7:
            county.write(path, text.replace("标题: ".encode(), "标题: 又".encode(), 1))
        case 8:
            profile = chance.choice(sorted(content.glob("*/*.yml")) + sorted(content.glob("*/*/village.yml")))
            known = profile.read_bytes()
            profile.write_bytes(
                known.split("参数".encode())[0] + chance.choice([b"", "参数: {大额支出: '3000'}\n".encode()])
            )
        case 9:
            for made in (county.root / "site", county.root / ".site/kept"):
                file = chance.choice(sorted(path for path in made.rglob("*") if path.is_file()))
                file.unlink()


def _truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _garbage(file: Path) -> None:
    file.write_bytes(b"\xff[{" * (file.stat().st_size // 3))


def _folder(file: Path) -> None:
    file.unlink()
    (file / "inside").mkdir(parents=True)


RESULTS = (
    "host.json",
    TEMPLATES,
    "shidu/township.json",
    "shidu/liuwan/place.json",
    "shidu/liuwan/search.json",
    "**/*.*",
)


@pytest.mark.parametrize(
    ("which", "damage"), [*((which, _truncated) for which in RESULTS), ("**/*.*", _garbage), ("**/*.*", _folder)]
)
def test_a_damaged_result_is_made_anew(county: Project, which: str, damage: Callable[[Path], None]) -> None:
    before, kept = county.site(), county.kept()
    for file in sorted((county.root / ".site/kept").glob(which)):
        damage(file)
    county.write(
        f"{SHANGYAN}/attachments/more.jpg", b"1"
    )  # so that a township's own result is not all that is asked for
    assert county.build().damaged > 0
    county.delete(f"{SHANGYAN}/attachments")
    made = county.build()
    assert made.damaged == 0
    assert county.site() == before
    assert county.kept() == kept


def test_the_folder_of_results_replaced_by_a_file(county: Project) -> None:
    before, kept = county.site(), county.kept()
    shutil.rmtree(county.root / ".site/kept")
    (county.root / ".site/kept").write_bytes(b"")
    made = county.build()
    assert (made.written, made.removed) == (0, 0)
    assert made.damaged > 0
    assert county.site() == before
    assert county.kept() == kept


def test_damage_is_said_in_one_line(county: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(county.root)
    _garbage(county.root / ".site/kept/shidu/township.json")
    said = CliRunner().invoke(disclose, ["build", "--jobs", "1"]).stdout
    assert said.count("读不出来") == said.count("以前的结果有1份读不出来，这些重新生成了。\n") == 1
    assert "读不出来" not in CliRunner().invoke(disclose, ["build", "--jobs", "1"]).stdout


def test_results_without_the_site(county: Project) -> None:
    """As when a cache of CI brings back one and not the other."""
    before = county.site()
    shutil.rmtree(county.root / "site")
    made = county.build()
    assert (made.written, made.damaged) == (len(before), 0)
    assert county.site() == before


def test_the_site_without_results(county: Project) -> None:
    before, kept = county.site(), county.kept()
    shutil.rmtree(county.root / ".site")
    made = county.build()
    assert (made.written, made.removed, made.damaged) == (0, 0, 0)
    assert county.site() == before
    assert county.kept() == kept


SAMPLES = (
    ("index.html", "sitemap.xml"),
    ("404.html", "rules/d05.html", "assets/search.js"),
    ("shidu/index.html",),
    ("shidu/liuwan/index.html",),
    ("shidu/liuwan/finance/2026-10.html",),
)


@pytest.mark.parametrize("damage", [Path.unlink, _truncated, _folder])
def test_what_somebody_did_to_the_site_is_repaired(county: Project, damage: Callable[[Path], None]) -> None:
    before = county.site()
    shard = next(path for path in before if path.startswith("shidu/search/"))
    for paths in (*SAMPLES, (shard,)):
        for path in paths:
            damage(county.root / "site" / path)
        made = county.build()
        assert made.written == len(paths), paths
        assert county.site() == before, paths
    (county.root / "site/shidu/liuwan/more.html").write_bytes(b"")
    assert county.build().removed == 1
    assert county.site() == before


def test_a_folder_with_a_name_of_our_own_takes_nothing_away(county: Project) -> None:
    """content/assets is no township: the site's own assets are not its pages of yesterday. Nor is there a village `data`."""
    before = county.site()
    village = (county.root / "content" / SHANGYAN / "village.yml").read_bytes()
    county.write("shidu/data/village.yml", village)
    county.write("shidu/records/village.yml", village)
    county.write("assets/logo.png", b"1")
    county.write("rules/d05.yml", b"x: 1")
    county.write("records/liuwan/notices/2026-10.yml", b"x: 1")
    for _ in range(2):
        made = county.build()
        assert county.site() == before
    strays = [
        "assets/logo.png",
        "records/liuwan/notices/2026-10.yml",
        "rules/d05.yml",
        "shidu/data/village.yml",
        "shidu/records/village.yml",
    ]
    assert [finding.span.path for finding in made.checked.findings] == strays
