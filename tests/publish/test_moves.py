"""A move is declared, and the old address answers; what is gone without a word is a finding and is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import Published
from generator.publish import ledger as ledgers
from generator.records.published import Published as Line
from tests.support.townships import BYTES, PHOTO, Project, copied, project

pytestmark = pytest.mark.slow

OLD = "shidu/liuwan/notices/2026-09"
DAY = "2026-11-18"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = project(tmp_path_factory.mktemp("once"))
    made.delete("shidu/liuwan/corrections/2026-10.yml")
    made.build(publish=True)
    return made


@pytest.fixture
def county(once: Project, tmp_path: Path) -> Project:
    return copied(once, tmp_path / "county")


def told(built: Published) -> set[str]:
    return {one.message for one in built.checked.findings if one.code == "T11"}


def page(county: Project, path: str) -> str:
    return (county.root / "site" / path).read_text(encoding="utf-8")


def moved(county: Project, new: str, old: str = OLD) -> None:
    """Move a record with its photo, and say so."""
    source, target = (county.root / f"content/{path}.yml" for path in (old, new))
    text = source.read_text(encoding="utf-8")
    source.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"原地址: {old}\n{text}", encoding="utf-8")
    photo = target.parent.parent / PHOTO.removeprefix("shidu/liuwan/")
    photo.parent.mkdir(exist_ok=True)
    photo.write_bytes(BYTES)


@pytest.mark.parametrize(
    "new",
    [
        "shidu/liuwan/notices/2026-jidu",
        "shidu/shangyan/notices/2026-09",
        "shidu/records/notices/2026-09",
        "heling/dongping/notices/2026-09",
        "records/notices/2026-09",
    ],
)
def test_a_declared_move_is_no_removal(new: str, county: Project) -> None:
    """The new address has version, days and 校验码 of the old one; the old one leads there, also after the next publishing."""
    before = county.build()
    [known] = [line for line in lines(county, OLD) if line.path == f"{OLD}.yml"]
    moved(county, new)
    for publish in (True, True, False):
        built = county.build(publish=publish)
        assert told(built) == told(before)
        assert f'href="../../../{new}.html"' in page(county, f"{OLD}.html")
        fresh = page(county, f"{new}.html")
        assert f"{known.digest[:4]} {known.digest[4:8]}" in fresh
        assert "第1版" in fresh
    [now] = [line for line in lines(county, new) if line.path == f"{new}.yml"]
    assert (now.version, now.first, now.nonce, now.origin) == (1, known.first, known.nonce, f"{OLD}.yml")
    assert "换了网址" in page(county, "shidu/liuwan/status-2026.html")
    county.record(f"{new}.yml", f"原地址: {OLD}\n", "")  # what is published once needs no saying again
    if new.startswith("shidu/"):
        assert told(county.build(publish=True)) == told(before)


def lines(county: Project, path: str) -> list[Line]:
    return list((ledgers.load(county.root / "ledger", path.split("/")[0]).lines or {}).values())


def test_moved_again(county: Project) -> None:
    moved(county, "shidu/liuwan/notices/2026-jidu")
    county.build(publish=True)
    moved(county, "shidu/shangyan/notices/2026-sanji", "shidu/liuwan/notices/2026-jidu")
    assert not told(county.build(publish=True))
    for old in (OLD, "shidu/liuwan/notices/2026-jidu"):
        assert "shangyan/notices/2026-sanji.html" in page(county, f"{old}.html")


def test_a_move_hides_no_change(county: Project) -> None:
    moved(county, "shidu/shangyan/notices/2026-09")
    county.record("shidu/shangyan/notices/2026-09.yml", "环境整治、农田水利", "环境整治")
    for _ in range(2):
        assert told(county.build(publish=True))


def test_another_kind_says_what_it_said(county: Project) -> None:
    """A change of kind: what nobody says any more is told; it is no removal."""
    county.delete(f"{OLD}.yml")
    old = (county.root / "content/shidu/liuwan/questions/2026-10.yml").read_text(encoding="utf-8")
    county.write("shidu/liuwan/questions/2026-09.yml", f"原地址: notices/2026-09\n{old}")
    built = told(county.build(publish=True))
    assert built
    assert not any("不见了" in message for message in built)
    assert "questions/2026-09.html" in page(county, f"{OLD}.html")


@pytest.mark.parametrize("hidden", ["  范围: 本村", "  公开日期: 2027-01-01"])
def test_a_record_that_nobody_may_read_is_no_new_address(hidden: str, county: Project) -> None:
    moved(county, "shidu/liuwan/notices/2026-jidu")
    text = (county.root / "content/shidu/liuwan/notices/2026-jidu.yml").read_text(encoding="utf-8")
    text = "\n".join(line for line in text.split("\n") if hidden.split(":")[0] not in line)
    county.write("shidu/liuwan/notices/2026-jidu.yml", text.replace("\n公开:", f"\n公开:\n{hidden}"))
    assert any("不见了" in message for message in told(county.build()))


def test_not_declared(county: Project) -> None:
    county.rename(f"{OLD}.yml", "shidu/liuwan/notices/2026-jidu.yml")
    for _ in range(2):
        assert any("2026-09）不见了" in message for message in told(county.build(publish=True)))
        assert "现在没有了" in page(county, "shidu/liuwan/status-2026.html")
        assert "这里以前公开过，现在没有了" in page(county, f"{OLD}.html")


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("shidu/shangyan", "shidu/shangyan2", "shidu/records/status-2026.html"),
        ("shidu/shangyan", "heling/shangyan", "shidu/records/status-2026.html"),
        ("heling", "heling2", "changes.html"),
    ],
)
def test_a_whole_place(old: str, new: str, where: str, county: Project) -> None:
    """Its folder renamed: told above it, and the old addresses answer."""
    record = "questions/2026-10.html" if old == "shidu/shangyan" else "xinan/finance/2026-10.html"
    county.rename(old, new)
    for _ in range(2):
        assert any("整个不见了" in message for message in told(county.build(publish=True)))
        assert "现在没有了" in page(county, where)
        assert "这里以前公开过，现在没有了" in page(county, f"{old}/{record}")
    home = page(county, f"{old}/index.html")
    assert "这里以前公开过" in home


@pytest.mark.parametrize(
    ("old", "new", "profile"),
    [
        ("shidu/shangyan", "shidu/shangyan2", "shidu/shangyan2/village.yml"),
        ("shidu/shangyan", "heling/shangyan", "heling/shangyan/village.yml"),
        ("heling", "heling2", "heling2/township.yml"),
    ],
)
def test_a_whole_place_that_says_so(old: str, new: str, profile: str, county: Project) -> None:
    record = "questions/2026-10.html" if old == "shidu/shangyan" else "xinan/finance/2026-10.html"
    county.rename(old, new)
    text = (county.root / "content" / profile).read_text(encoding="utf-8")
    county.write(profile, f"{text}原地址: {old}\n")
    for _ in range(2):
        assert not told(county.build(publish=True))
        assert f"{new}/{record}" in page(county, f"{old}/{record}")
        assert f"{new}/index.html" in page(county, f"{old}/index.html")
        assert "第1版" in page(county, f"{new}/{record}")


@pytest.mark.parametrize("own", [True, False])
def test_settings_of_the_county(own: bool, once: Project, tmp_path: Path) -> None:
    """county.yml lays down limits for all; with records of its own or without, a change is found and told."""
    county = copied(once, tmp_path / "county")
    if not own:
        county.delete("records")
        (county.root / "ledger/records.jsonl").unlink()
        heads = county.root / "ledger/heads.json"
        heads.unlink()
        county.build(publish=True)
    county.record("county.yml", "名称: 澄安县", "名称: 澄安县\n参数: {大额支出: 99999999}")
    assert any("大额支出" in message for message in told(county.build()))
    for _ in range(2):
        county.build(publish=True)
        assert "99,999,999" in page(county, "changes.html")
        assert "changes.html" in page(county, "index.html")
    assert not any("大额支出" in message for message in told(county.build()))
