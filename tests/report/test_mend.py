"""`disclose check --fix`: what is certain is put in place, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.finding import Effect, Finding, Fix, Span
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.layout import Address, Place
from generator.records.read import read_record
from generator.report.mend import applied, mend
from tests.support.village import PERSONAL, judge

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


MOBILE, CARD, IDENTITY = (PERSONAL[name] for name in ("{手机号}", "{银行卡号}", "{身份证号}"))
NAMED = f"""\
标题: 第三季度慰问
栏目: 村务
形式: 公告
成文日期: 2026-10-08
正文: |
  先说别的，也有号码 {MOBILE}。
  发给王大山救助金3000元，电话{MOBILE}。
说明: "证号 {IDENTITY}，卡号 {CARD}"
表格:
  - 名称: 慰问
    列: [{{列: 户主}}, {{列: 金额, 类型: 金额, 单位: 元}}]
    行:
      - [陈大水, "300.00"]
      - [ '赵小河' , "300.00"]
      - [周小满, "300.00"]
      - [吴小雪, "300.00"]
      - [郑小寒, "300.00"]
      - [孙小暑, "300.00"]
      - [李某某, "300.00"]
公开:
  公开日期: 2026-10-10
"""
PERSONAL_CODES = ("P01", "P02", "P03", "P13", "P15")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_masks_are_written_and_what_stood_there_is_not_told(tmp_path: Path, end: str) -> None:
    path = "shidu/liuwan/notices/2026-10.yml"
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_bytes(NAMED.replace("\n", end).encode())
    said = ""
    assert not list(mend(tmp_path, judge({path: file.read_bytes()}).findings))  # only where it is asked for
    for _ in range(3):
        found = judge({path: file.read_bytes()}).findings
        said += "\n".join(mend(tmp_path, found, mask=True))
    after = file.read_bytes().decode()
    assert not [one for one in judge({path: after}).findings if one.code in PERSONAL_CODES]
    assert "发给王某某救助金3000元，电话***。" in after
    assert '说明: "证号 ***，卡号 ***"' in after
    assert "[ '赵某某' , " in after
    assert after.count(end) == NAMED.count("\n")
    assert f"{path}:7:5 遮住了个人信息，写成：王某某\n" in said
    for secret in (MOBILE, CARD, IDENTITY, "王大山", "陈大水", "孙小暑"):
        assert secret not in after
        assert secret not in said


def test_masks_and_slips_together(tmp_path: Path) -> None:
    path = "shidu/liuwan/finance/2026-10.yml"
    bad = SAMPLE.replace("金额: 18000.00", "金额: 18,000.00元").replace("对方: 承包户 李某某", "对方: 李小明")
    (tmp_path / path).parent.mkdir(parents=True)
    for _ in range(2):
        (tmp_path / path).write_text(bad, encoding="utf-8")
        said = "\n".join(mend(tmp_path, judge({path: bad}).findings, mask=True))
        bad = (tmp_path / path).read_text(encoding="utf-8")
    assert "对方: 李某某" in bad
    assert "金额: 18000.00" in bad
    assert "李小明" not in said
