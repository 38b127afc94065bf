"""The ledger and the release: nothing published changes silently, no file is ever half-written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.publish import ledger as ledgers
from generator.records.kinds import KINDS
from tests.support.county import build, tree

pytestmark = pytest.mark.slow

FINANCE = "shidu/liuwan/finance/2026-10.yml"


def _edit(county: Path, path: str, old: str, new: str) -> None:
    file = county / "content" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_publishing_writes_the_ledger_and_a_plain_build_does_not(county: Path) -> None:
    build(county)
    assert not (county / "ledger").exists()
    build(county, publish=True)
    known = ledgers.load(county / "ledger", "shidu")
    assert known is not None
    entry = known[FINANCE]
    assert (entry.version, entry.first, entry.last) == (1, date(2026, 11, 18), date(2026, 11, 18))
    assert entry.guarded["支出合计"] == "5,600.00"
    before = tree(county / "ledger")
    build(county, publish=True, as_of="2026-11-19")
    assert tree(county / "ledger") == before


def test_a_silent_change_is_shown_with_both_figures(county: Path) -> None:
    """A figure changed without 更正 is published with a note that says what it was; a correction takes the note away."""
    (county / "content/shidu/liuwan/corrections/2026-10.yml").unlink()
    build(county, publish=True)
    _edit(county, FINANCE, "金额: 18000.00", "金额: 18100.00")
    _edit(county, FINANCE, "期末: 64400.00\n    对账单余额: 64400.00", "期末: 64500.00\n    对账单余额: 64500.00")
    built = build(county)
    assert "T11" in {finding.code for finding in built.checked.findings}
    page = (county / "site/shidu/liuwan/finance/2026-10.html").read_text(encoding="utf-8")
    assert "18,000.00" in page
    assert "18,100.00" in page
    assert "第2版" in page


def test_the_note_stands_until_there_is_a_correction(county: Path) -> None:
    """Publishing the changed figure does not make it the new truth."""
    correction = county / "content/shidu/liuwan/corrections/2026-10.yml"
    text = correction.read_text(encoding="utf-8")
    correction.unlink()
    build(county, publish=True)
    _edit(county, FINANCE, "公开日期: 2026-11-12", "公开日期: 2026-11-13")
    for _ in range(2):
        findings = build(county, publish=True).checked.findings
        assert "T11" in {finding.code for finding in findings}
    amendments = "改动:\n  - 字段: 公开/公开日期\n    原来: 2026-11-12\n    改为: 2026-11-13\n原因"
    start, end = text.index("改动:"), text.index("原因")
    correction.write_text(text[:start] + amendments + text[end + 2 :], encoding="utf-8")
    findings = build(county, publish=True).checked.findings
    assert "T11" not in {finding.code for finding in findings}


def test_a_removed_record_is_noticed(county: Path) -> None:
    build(county, publish=True)
    (county / "content/shidu/liuwan/questions/2026-10.yml").unlink()
    findings = build(county).checked.findings
    assert [finding.span.path for finding in findings if finding.code == "T11"] == ["shidu/liuwan/village.yml"]


def test_broken_ledger_is_said_and_nothing_is_touched(county: Path) -> None:
    build(county, publish=True)
    before = tree(county / "site")
    file = county / "ledger/shidu.jsonl"
    file.write_text(file.read_text(encoding="utf-8") + "{\n", encoding="utf-8")
    with pytest.raises(ledgers.LedgerError, match=rf"第{len(KINDS) + 1}行"):
        pipeline.check(county / "content", county / "ledger")
    with pytest.raises(ledgers.LedgerError):
        build(county)
    assert tree(county / "site") == before


def test_ledger_survives_a_round_trip(county: Path, tmp_path: Path) -> None:
    build(county, publish=True)
    _edit(county, FINANCE, "摘要: 东塘鱼塘承包费", "摘要: 西塘鱼塘承包费")
    build(county, publish=True)
    known = ledgers.load(county / "ledger", "shidu")
    assert known is not None
    assert known[FINANCE].version == 2
    assert len(known[FINANCE].history) == 1
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy/shidu.jsonl").write_bytes(ledgers.written(known.values()))
    assert ledgers.load(tmp_path / "copy", "shidu") == known
