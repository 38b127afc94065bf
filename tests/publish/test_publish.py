"""The ledger and the release: nothing published changes silently, and the site never says what the ledger does not hold."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.base.digest import digest_of
from generator.base.finding import Effect
from generator.publish import ledger as ledgers
from generator.publish import repair
from generator.records.kinds import KINDS
from generator.records.published import Published
from tests.support.county import build, county_in, tree

pytestmark = pytest.mark.slow

FINANCE = "shidu/liuwan/finance/2026-10.yml"
PAGE = "site/shidu/liuwan/finance/2026-10.html"


def edit(county: Path, path: str, old: str, new: str) -> None:
    file = county / "content" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def dearer(county: Path) -> None:
    """A figure of the published accounts is another one."""
    edit(county, FINANCE, "金额: 18000.00", "金额: 18100.00")
    edit(county, FINANCE, "期末: 64400.00\n    对账单余额: 64400.00", "期末: 64500.00\n    对账单余额: 64500.00")


def entry(county: Path, path: str = FINANCE) -> Published:
    lines = ledgers.load(county / "ledger", "shidu").lines
    assert lines
    return lines[path]


def codes(built: pipeline.Published) -> set[str]:
    return {finding.code for finding in built.checked.findings}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published once, without the correction among the samples, which would explain a change."""
    folder = county_in(tmp_path_factory.mktemp("once"))
    (folder / "content/shidu/liuwan/corrections/2026-10.yml").unlink()
    build(folder, publish=True)
    build(folder)  # the county has a ledger now, which its pages say
    return folder


@pytest.fixture
def published(once: Path, tmp_path: Path) -> Path:
    """A copy that the test may change."""
    shutil.copytree(once, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path


def test_publishing_writes_the_ledger_and_a_plain_build_does_not(county: Path) -> None:
    build(county)
    assert not (county / "ledger").exists()
    assert "校验码</a>" not in (county / PAGE).read_text(encoding="utf-8")
    build(county, publish=True)
    known = entry(county)
    assert (known.version, known.first, known.last) == (1, date(2026, 11, 18), date(2026, 11, 18))
    assert len(known.nonce) == 32
    assert f"{known.digest[:4]} {known.digest[4:8]}" in (county / PAGE).read_text(encoding="utf-8")
    before = tree(county / "ledger")
    build(county, publish=True)  # the county has a ledger now, which its pages say
    built = build(county, publish=True)
    assert (built.rendered, built.written) == (0, 0)
    build(county, publish=True, as_of="2026-11-19")
    assert tree(county / "ledger") == before


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: "# 十月的账\n\n" + text,
        lambda text: text.replace("期间: 2026-10", '期间:   "2026-10"'),
        lambda text: text.replace("金额: 18000.00", "金额: 18000"),
        lambda text: text.rstrip() + "\n\n\n",
    ],
)
def test_how_it_is_written_makes_no_version(rewritten: Callable[[str], str], published: Path) -> None:
    before = entry(published)
    file = published / "content" / FINANCE
    file.write_text(rewritten(file.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    assert "T11" not in codes(build(published, publish=True))
    assert entry(published) == before


def test_the_note_stands_through_any_number_of_publishings(published: Path) -> None:
    """Publishing the changed figure does not make it the new truth. A correction does."""
    dearer(published)
    for _ in range(2):
        assert "T11" in codes(build(published, publish=True))
        page = (published / PAGE).read_text(encoding="utf-8")
        assert "18,000" in page
        assert "18,100.00" in page
        assert "第2版" in page
        assert "更正和变动" in (published / "site/shidu/liuwan/status-2026.html").read_text(encoding="utf-8")
    sample = next(kind.sample for kind in KINDS if kind.folder == "corrections")
    start, end = sample.index("改动:"), sample.index("原因")
    lines = (
        ("收支明细/收-21/金额", "18000.00", "18100.00"),
        ("账户/基本户/期末", "64400", "64500"),
        ("账户/基本户/对账单余额", "64400", "64500"),
    )
    said = "改动:\n" + "".join(f'  - {{字段: {field}, 原来: "{old}", 改为: "{new}"}}\n' for field, old, new in lines)
    (published / "content/shidu/liuwan/corrections/2026-10.yml").write_text(
        sample[:start] + said + sample[end:], encoding="utf-8"
    )
    for _ in range(2):
        assert "T11" not in codes(build(published, publish=True))
    assert (entry(published).version, entry(published).base) == (2, None)
    edit(published, FINANCE, "金额: 18100.00", "金额: 18000.00")  # and back, silently
    edit(published, FINANCE, "期末: 64500.00", "期末: 64400.00")
    edit(published, FINANCE, "对账单余额: 64500.00", "对账单余额: 64400.00")
    assert "T11" in codes(build(published))


def test_a_text_removed_for_being_personal_leaves_the_ledger(published: Path) -> None:
    """With it goes the nonce, so that nobody can try out what it may have been."""
    before = entry(published)
    edit(published, FINANCE, "摘要: 东塘鱼塘承包费", "摘要: 鱼塘承包费")
    sample = next(kind.sample for kind in KINDS if kind.folder == "corrections")
    start, end = sample.index("改动:"), sample.index("原因")
    said = "改动:\n  - {字段: 收支明细/收-21/摘要, 原来: 个人信息, 改为: 鱼塘承包费（2026年下半年）}\n"
    (published / "content/shidu/liuwan/corrections/2026-10.yml").write_text(
        sample[:start] + said + sample[end:], encoding="utf-8"
    )
    assert "T11" not in codes(build(published, publish=True))
    text = (published / "ledger/shidu.jsonl").read_text(encoding="utf-8")
    assert "东塘鱼塘" not in text
    assert before.nonce not in text
    assert before.digest in text
    assert not ledgers.load(published / "ledger", "shidu").damaged


@pytest.mark.parametrize("gone", [FINANCE, "shidu/liuwan"])
def test_who_is_gone_is_told_and_stays_told(gone: str, published: Path) -> None:
    target = published / "content" / gone
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    for _ in range(2):
        assert "T11" in codes(build(published, publish=True))
    page = "liuwan/status-2026.html" if gone == FINANCE else "status-2026.html"
    pages = [
        path for path in (published / "site/shidu").rglob("*.html") if "现在没有了" in path.read_text(encoding="utf-8")
    ]
    assert pages, page


def test_a_township_that_is_gone_is_told(published: Path) -> None:
    (published / "content/shidu").rename(published / "content/shidu2")
    assert any(finding.span.path == "shidu/township.yml" for finding in build(published).checked.findings)


def test_settings_that_lift_a_finding_are_told(published: Path) -> None:
    edit(published, "shidu/liuwan/village.yml", "人口: 1486", "参数: {大额支出: 99999999}\n人口: 1486")
    built = build(published, publish=True)
    page = (published / "site/shidu/liuwan/status-2026.html").read_text(encoding="utf-8")
    assert "99,999,999" in page
    assert built.checked
    build(published, publish=True)
    assert "99,999,999" in (published / "site/shidu/liuwan/status-2026.html").read_text(encoding="utf-8")


def test_a_claimed_day_before_the_first_publishing_is_late(published: Path) -> None:
    """The ledger began on 18 November; what comes later and claims an earlier day is judged by the day it came."""
    path = "shidu/liuwan/finance/2026-q3.yml"
    text = (
        (published / "content" / FINANCE)
        .read_text(encoding="utf-8")
        .replace("2026-10", "2026-09")
        .replace("2026-11-", "2026-10-")
        .replace("09-31", "09-30")
        .replace("期间: 2026-09", "期间: 2026-Q3")
    )
    photo = "{名称: 公开栏照片, 文件: attachments/board.jpg}"
    posted = f"公开:\n  先贴公开栏: {{日期: 2026-10-09, 照片: {photo}}}"
    (published / "content" / path).write_text(text.replace("公开:", posted, 1), encoding="utf-8")
    edit(published, "shidu/liuwan/village.yml", "开始公开日期: 2026-11-01", "开始公开日期: 2026-07-01")
    built = build(published, publish=True, as_of="2026-11-25")
    line = text.splitlines().index("公开:") + 2
    assert [one.span.line for one in built.checked.findings if one.code == "A04"] == [line]
    page = (published / PAGE.replace("2026-10", "2026-q3")).read_text(encoding="utf-8")
    claimed = "2026年10月12日"
    assert claimed in page
    assert "网站2026年11月25日第一次公开" in page
    assert "2026年10月9日已经贴在公开栏上，有照片" in page
    status = (published / "site/shidu/liuwan/status-2026.html").read_text(encoding="utf-8")
    assert f"写的公开日期是{claimed}，网站这一天才第一次公开" in status
    assert f"网站第一次公开；写的是{claimed}" in status
    assert "晚41天" in status
    assert "2026年10月9日已经贴在公开栏上，有照片" in status
    assert "晚41天" in (published / "site/shidu/news.html").read_text(encoding="utf-8")


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "line taken out": lambda data: b"".join(data.splitlines(keepends=True)[:3] + data.splitlines(keepends=True)[4:]),
    "last line taken out": lambda data: b"".join(data.splitlines(keepends=True)[:-1]),
    "cut": lambda data: data[: len(data) * 2 // 3],
    "not readable": lambda data: data + b"{\n",
    "figure edited": lambda data: data.replace(b'"18000"', b'"19000"'),
    "day edited": lambda data: data.replace(b'"day":"2026-11-18"', b'"day":"2026-10-01"', 1),
    "emptied": lambda data: b"",
    "other type": lambda data: b'["a"]\n' + data,
    "conflict": lambda data: b"<<<<<<< HEAD\n" + data + b"=======\n>>>>>>> main\n",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_ledger_holds_back_changes_and_nothing_else(damage: str, published: Path) -> None:
    file = published / "ledger/shidu.jsonl"
    data = file.read_bytes()
    file.write_bytes(DAMAGES[damage](data))
    assert file.read_bytes() != data
    dearer(published)
    built = build(published, publish=True)
    told = [f for f in built.checked.findings if f.span.path == "../ledger/shidu.jsonl"]
    assert told
    assert all(finding.effect is Effect.WITHHOLD for finding in told)
    page = (published / PAGE).read_text(encoding="utf-8")
    assert "18,100.00" not in page
    assert "底本正在核对" in page
    assert file.read_bytes() == DAMAGES[damage](data)  # nobody writes on


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_repair_keeps_what_can_be_read_and_says_what_was_lost(damage: str, published: Path) -> None:
    folder = published / "ledger"
    file = folder / "shidu.jsonl"
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    assert list(repair.check(folder))
    assert list(repair.repair(folder))
    assert not list(repair.check(folder))
    assert not list(repair.repair(folder))
    if damage != "emptied":
        said = [words for one in (ledgers.load(folder, "shidu").lines or {}).values() for _, words in one.said]
        assert any("底本坏过" in words for words in said)


@pytest.mark.parametrize(
    "harmless", [lambda d: b"\xef\xbb\xbf" + d, lambda d: d + b"\n\n", lambda d: d.replace(b"\n", b"\r\n")]
)
def test_what_an_editor_does_to_the_ledger_is_no_damage(harmless: Callable[[bytes], bytes], published: Path) -> None:
    file = published / "ledger/shidu.jsonl"
    file.write_bytes(harmless(file.read_bytes()))
    assert build(published).checked.findings == ()


def test_an_earlier_day_is_refused(published: Path) -> None:
    before = tree(published / "site")
    with pytest.raises(ledgers.LedgerError, match="日期对不对"):
        build(published, publish=True, as_of="2026-11-17")
    assert tree(published / "site") == before


def early(county: Path) -> None:
    """Put a ledger of an earlier program in place of this one's."""
    lines = []
    for path, one in (ledgers.load(county / "ledger", "shidu").lines or {}).items():
        if path.count("/") == 3:
            said = {
                "path": path,
                "version": 1,
                "digest": digest_of((county / "content" / path).read_bytes()),
                "first": "2026-11-18",
            }
            lines.append(
                said
                | {"last": "2026-11-18", "history": [], "guarded": {"公开/公开日期": one.stated["公开"]["公开日期"]}}
            )
    shutil.rmtree(county / "ledger")
    (county / "ledger").mkdir()
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (county / "ledger/shidu.jsonl").write_text(text, encoding="utf-8")


def test_lines_of_an_earlier_program_are_read(published: Path) -> None:
    """Where the bytes are those that were published, today's fields are taken: no version, no finding."""
    early(published)
    for _ in range(2):
        assert build(published, publish=True).checked.findings == ()
    known = entry(published)
    assert (known.version, known.is_early) == (1, False)
    assert known.stated["期间"] == "2026-10"
    dearer(published)
    assert "T11" in codes(build(published, publish=True))


class Killed(BaseException):
    """What no program catches."""


def test_killed_at_any_moment_nothing_is_lost(
    published: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the site says, the ledger holds; also if the working folder is deleted afterwards."""
    dearer(published)
    replace = os.replace
    at = 0
    while True:
        folder = tmp_path_factory.mktemp("killed") / "county"
        shutil.copytree(published, folder, symlinks=True)
        left = at

        def killing(source: Any, target: Any, **how: Any) -> None:
            nonlocal left
            if left == 0:
                raise Killed
            left -= 1
            replace(source, target, **how)

        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", killing)
            try:
                build(folder, publish=True)
                break
            except Killed:
                pass
        shown = "18,100.00" in (folder / PAGE).read_text(encoding="utf-8")
        assert not shown or entry(folder).version == 2, at
        if at % 2:
            shutil.rmtree(folder / ".site")
        assert "T11" in codes(build(folder, publish=True))
        assert (entry(folder).version, len(entry(folder).history)) == (2, 1)
        assert "18,100.00" in (folder / PAGE).read_text(encoding="utf-8")
        assert not ledgers.load(folder / "ledger", "shidu").damaged
        shutil.rmtree(folder)
        at += 1 if at < 6 else 5  # the ledger is among the first steps
    assert at >= 5


def test_what_publishing_made_is_what_is_made_of_its_ledger(published: Path) -> None:
    """The next build takes it as it is, and a build without any earlier result makes the same."""
    dearer(published)
    build(published, publish=True)
    made = tree(published / "site")
    again = build(published)
    assert again.rendered == 0
    assert tree(published / "site") == made
    shutil.rmtree(published / ".site")
    shutil.rmtree(published / "site")
    build(published)
    assert tree(published / "site") == made


def test_a_ledger_that_was_lost_is_written_again(published: Path) -> None:
    """What was made for it is not taken from the kept results: the site never says what the ledger does not hold."""
    before = published.parent / "before"
    shutil.copytree(published / "ledger", before)
    dearer(published)
    build(published, publish=True)
    shutil.rmtree(published / "ledger")
    shutil.copytree(before, published / "ledger")
    build(published)
    assert entry(published).version == 1
    build(published, publish=True)
    assert entry(published).version == 2
    assert "第2版" in (published / PAGE).read_text(encoding="utf-8")
