"""Forty ways in which a clerk's file goes wrong, each through the whole checker: code, line, column, and a remedy to act on."""

from __future__ import annotations

import pytest

from generator.base.finding import Effect
from generator.records.kinds import BY_FOLDER
from generator.records.layout import WHERE
from tests.support.village import HOME, VILLAGE, judge

PATH = f"{HOME}/finance/2026-10.yml"
SAMPLE = BY_FOLDER["finance"].sample
NOTICE = f"{HOME}/notices/n.yml"


def _swap(old: str, new: str) -> str:
    assert old in SAMPLE
    return SAMPLE.replace(old, new, 1)


def _line(text: str) -> int:
    """The line of SAMPLE on which a text first stands."""
    return SAMPLE[: SAMPLE.index(text)].count("\n") + 1


BREAKS: list[tuple[str, str | bytes, str, int, int, str]] = [
    # what is wrong, the file, code, line, column, what the remedy says
    ("duplicate key", _swap("账户:", "期间: 2026-09\n账户:"), "Y09", 2, 1, "只留一个“期间”"),
    ("anchor", _swap("期间: 2026-10", "期间: &p 2026-10"), "Y10", 1, 5, "删掉“&”"),
    ("alias", _swap("期间: 2026-10", "期间: &p 2026-10\n说明: *p"), "Y10", 2, 5, "原样再写一遍"),
    ("tag", _swap("期间: 2026-10", "期间: !!str 2026-10"), "Y11", 1, 5, "删掉“!”"),
    ("several documents", SAMPLE + "---\n期间: 2026-09\n", "Y12", SAMPLE.count("\n") + 1, 1, "每份记录存成一个文件"),
    ("tab", _swap("  - 名称: 基本户", "\t- 名称: 基本户"), "Y06", 3, 1, "空格"),
    ("full-width colon", _swap("期间: 2026-10", "期间：2026-10"), "Y07", 1, 3, "期间: 2026-10"),
    ("full-width colon inside", _swap("  公开日期: 2026", "  公开日期：2026"), "Y07", _line("公开日期"), 7, "公开日期: 2026-11-12"),
    ("full-width quotes", _swap("期间: 2026-10", "期间: 2026-10\n说明: “补记: 一笔”"), "Y07", 2, 5, "'补记: 一笔'"),
    ("no space after colon", _swap("期间: 2026-10", "期间:2026-10"), "Y08", 1, 3, "期间: 2026-10"),
    ("a colon too many", _swap("期间: 2026-10", "期间: 2026-10: 账"), "Y05", 1, 12, "引号"),
    ("bracket not closed", _swap("[公开栏, 网站]", "[公开栏, 网站"), "Y05", _line("编制") - 1, 7, "补上“]”"),
    ("quote not closed", _swap('"3107"', '"3107'), "Y05", 4, 9, "引号"),
    ("indent out of line", _swap("    尾号", "   尾号"), "Y05", 4, 4, "对齐"),
    ("GBK", SAMPLE.encode("gbk"), "Y02", 1, 1, "UTF-8"),
    ("UTF-16", SAMPLE.encode("utf-16"), "Y02", 1, 1, "UTF-8"),
    ("NUL", SAMPLE.encode().replace(b"2026-10\n", b"2026-10\x00\n", 1), "Y03", 1, 12, "重新打一遍"),
    ("empty", b"", "Y01", 1, 1, "disclose new"),
    ("only blanks", b" \n\n", "Y01", 1, 1, "disclose new"),
    ("too large", SAMPLE.encode() + b"#" * (1 << 20), "Y04", 1, 1, "拆成几个文件"),
    ("too deep", "说明: " + "[" * 40 + "]" * 40 + "\n", "Y04", 1, 1, "拆成几个文件"),
    ("a list, not a record", "- 一\n- 二\n", "Y05", 1, 1, "名称: 内容"),
    ("unknown key", _swap("    尾号", "    尾数"), "S01", 4, 9, "尾号"),
    ("missing key", _swap("  - 名称: 基本户\n    尾号", "  - 尾号"), "S01", 3, 5, "名称: …"),
    ("a word not in the list", _swap("收支: 收入", "收支: 进账"), "S01", _line("收支: 收入"), 9, "收入、支出"),
    ("money in 万", _swap("金额: 18000.00", "金额: 1.8万"), "S01", _line("金额: 18000.00"), 9, "改成：18000"),
    ("money with commas", _swap("金额: 18000.00", "金额: 18,000.00"), "S01", _line("金额: 18000.00"), 9, "改成：18000.00"),
    ("full-width digits", _swap("金额: 18000.00", "金额: １８０００"), "S01", _line("金额: 18000.00"), 9, "改成：18000"),
    ("money in words", _swap("金额: 18000.00", "金额: 一万八"), "S01", _line("金额: 18000.00"), 9, "1234.50"),
    ("three decimals", _swap("金额: 18000.00", "金额: 18000.005"), "S01", _line("金额: 18000.00"), 9, "两位小数"),
    ("date with dots", _swap("日期: 2026-10-09", "日期: 2026.10.9"), "S01", _line("2026-10-09"), 9, "改成：2026-10-09"),
    ("date without year", _swap("日期: 2026-10-09", "日期: 10月9日"), "S01", _line("2026-10-09"), 9, "改成：2026-10-09"),
    ("no such day", _swap("日期: 2026-10-09", "日期: 2026-02-30"), "S01", _line("2026-10-09"), 9, "真有的那一天"),
    ("a day in the future", _swap("日期: 2026-10-09", "日期: 2027-10-09"), "S01", _line("2026-10-09"), 9, ""),
    ("period in words", _swap("期间: 2026-10", "期间: 2026年10月"), "S01", 1, 5, "改成：2026-10"),
    ("text where parts belong", _swap("    - 机构: 村务监督委员会", "    - 村务监督委员会\n    - 机构: 村务监督委员会"), "S01",
     _line("    - 机构: 村务监督委员会"), 7, "另起一行"),
    ("does not add up", _swap("期末: 64400.00", "期末: 64300.00"), "F01", 6, 9, "抄错"),
    ("an ID number", _swap("摘要: 东塘鱼塘承包费", "摘要: 11010119900307" + "7758交承包费"), "P01", _line("摘要: 东塘"), 9, "删掉"),
    ("a mobile number", _swap("对方: 李某某", "对方: 李某某 139" + "0000" + "1234"), "P02", _line("对方: 李某某"), 9, ""),
    ("an unmasked name", _swap("对方: 李某某", "对方: 李建国"), "P13", _line("对方: 李某某"), 9, "李某某"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code", "line", "column", "remedy"),
    [pytest.param(*row[1:], id=row[0].replace(" ", "-")) for row in BREAKS],
)
def test_message(data: str | bytes, code: str, line: int, column: int, remedy: str) -> None:
    """The finding stands where the slip is, says how to mend it, and stops this record only."""
    judged = judge({PATH: data, NOTICE: BY_FOLDER["notices"].sample})
    found = [f for f in judged.findings if f.code == code and f.span.path == PATH]
    assert found, [f"{f.span} {f.code} {f.message} → {f.remedy}" for f in judged.findings]
    said = [(f.span.line, f.span.column) for f in found]
    assert (line, column) in said, [f"{f.span} {f.message} → {f.remedy}" for f in found]
    assert any(remedy in f.remedy for f in found), [f.remedy for f in found]
    assert all(f.effect is Effect.WITHHOLD and f.message and f.remedy and f.note.endswith("。") for f in found)
    (village,) = [place for place in judged.places if place.place.village]
    assert {address.path for address in village.withheld} == {PATH}


def test_bom_is_tolerated() -> None:
    assert judge({PATH: b"\xef\xbb\xbf" + SAMPLE.encode()}).findings == ()


@pytest.mark.parametrize("name", ["2026_10", "Finance", "十月", "con", "index", "a.b", "-x"])
def test_names_that_are_no_slugs(name: str) -> None:
    """No page, only a count; the message says how to rename."""
    judged = judge({f"{HOME}/finance/{name}.yml": SAMPLE})
    (found,) = [f for f in judged.findings if f.code == "Y14"]
    assert "改名" in found.remedy or "小写英文" in found.remedy
    assert judged.misplaced == 1


def test_wrong_folder_and_wrong_depth() -> None:
    judged = judge({f"{HOME}/finances/2026-10.yml": SAMPLE, f"{HOME}/2026-10.yml": SAMPLE})
    assert [(f.code, f.remedy) for f in judged.findings] == [
        (
            "Y15",
            f"{WHERE}；文件名像 2026-10.yml 这样",
        ),
        ("Y15", "是不是“finance”？"),
    ]


def test_all_problems_of_a_file_and_of_all_files_at_once() -> None:
    """One pass tells everything; one bad file hides no other."""
    bad = (
        SAMPLE.replace("期间: 2026-10", "期间：2026-10")
        .replace("金额: 18000.00", "金额: 1.8万")
        .replace("日期: 2026-10-10", "日期: 10/10")
    )
    judged = judge({PATH: bad, NOTICE: "标题: 一\n标题: 二\n", f"{HOME}/questions/q.yml": b"\xff\xfe"})
    assert {(f.code, f.span.path) for f in judged.findings} >= {
        ("Y07", PATH),
        ("S01", PATH),
        ("Y09", NOTICE),
        ("Y02", f"{HOME}/questions/q.yml"),
    }
    assert sum(f.code == "S01" and f.span.path == PATH for f in judged.findings) == 2


def test_place_profile() -> None:
    """A slip in village.yml is told with its place; parameters are checked too."""
    text = VILLAGE.replace("户数: 412", "户数: 412户") + "参数:\n  大额支出: 1万\n"
    found = {(f.code, f.span.line, f.remedy) for f in judge({f"{HOME}/village.yml": text}).findings}
    assert ("S01", 4, "改成：412") in found
