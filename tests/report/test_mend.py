"""`disclose check --fix`: what is certain is put in place, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.finding import Effect, Finding, Fix, Span
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.layout import Address, Place
from generator.records.read import read_record
from generator.report.mend import applied, mend

SAMPLE = BY_FOLDER["finance"].sample


def findings(text: str, kind: str = "finance") -> tuple[Finding, ...]:
    return read_record(Address(Place("shidu", "liuwan"), kind, "2026-10"), text.encode()).findings


def mended(root: Path, text: str) -> tuple[str, str]:
    """The file afterwards, and the diff."""
    found = findings(text)
    file = root / found[0].span.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    said = "\n".join(mend(root, found))
    return file.read_bytes().decode(), said


def test_several_in_one_file(tmp_path: Path) -> None:
    bad = (
        SAMPLE.replace("期间: 2026-10", "期间：2026年10月")
        .replace("金额: 18000.00", "金额: 18,000.00元")
        .replace("日期: 2026-10-09", "日期: 2026.10.9")
        .replace("渠道: [公开栏, 网站]", "渠道: 公开栏")
    )
    after, said = mended(tmp_path, bad)
    assert "日期: 2026-10-09" in after
    assert "金额: 18000.00\n" in after
    assert "-    金额: 18,000.00元\n+    金额: 18000.00" in said
    after, _ = mended(tmp_path, after)
    assert findings(after) == findings(SAMPLE.replace("渠道: [公开栏, 网站]", "渠道: 公开栏"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("金额: 18000.00", "金额: 近18000元"),
        ("日期: 2026-10-09", "日期: 10月9日"),
        ("日期: 2026-10-09", "日期: 2026-10-09 09:22"),
        ("摘要: 东塘", "摘要: 通知: 东塘"),
        ("  公开日期", "  公开日其"),
        ("编制: 村报账员 周小梅", "编制: 周小梅 # 代"),
    ],
)
def test_what_may_mean_something_else_is_left_alone(tmp_path: Path, old: str, new: str) -> None:
    bad = SAMPLE.replace(old, new, 1)
    assert mended(tmp_path, bad) == (bad, "")


def test_line_ends_stay(tmp_path: Path) -> None:
    bad = SAMPLE.replace("日期: 2026-10-09", "日期: 2026.10.9").replace("\n", "\r\n")
    after, _ = mended(tmp_path, bad)
    assert after == SAMPLE.replace("\n", "\r\n")


def test_personal_numbers_are_cut_in_the_diff(tmp_path: Path) -> None:
    number = "139" + "0000" + "1234"
    bad = SAMPLE.replace("日期: 2026-10-09", "日期: 2026.10.9").replace("凭证号: 收-21", f"凭证号: 收-21 {number}")
    after, said = mended(tmp_path, bad)
    assert number in after
    assert number not in said
    assert "139******34" in said


def test_corrections_that_overlap() -> None:
    fixes = [Fix(1, 1, 4, "甲"), Fix(1, 3, 1, "乙"), Fix(1, 5, 0, "丙"), Fix(9, 1, 1, "丁")]
    assert applied("abcdef", fixes) == "甲丙ef"


def test_nothing_certain_changes_what_a_good_record_says(tmp_path: Path) -> None:
    for kind in KINDS:
        assert findings(kind.sample, kind.folder) == ()
    assert list(mend(tmp_path, [Finding(Span("no/such.yml"), "Y01", Effect.WITHHOLD, "甲", "乙")])) == []
