"""Any bytes become values and findings: each breakage is named with its place, and nothing crashes or hangs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.finding import Finding, Key
from generator.records.kinds.finance import SAMPLE
from generator.records.layout import Address, Place, locate
from generator.records.read import read_record
from generator.source.characters import _ODD as UNSEEN
from generator.source.decode import MAX_BYTES
from generator.source.discover import discover
from generator.source.document import MAX_PROBLEMS, Document, Parsed, Value, parse

HOME = Address(Place("shidu", "liuwan"), "finance", "2026-10")


def said(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in findings]


def plain(value: Value) -> bool:
    """Text, lists and mappings only, all the way down."""
    if isinstance(value, str):
        return True
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(inner) for key, inner in value.items())
    return isinstance(value, list) and all(plain(inner) for inner in value)


# One breakage each: the file, then code, line, column and what the remedy must hold.
BREAKAGES = {
    "same name twice": ("标题: 甲\n栏目: 村务\n标题: 乙\n", ("Y09", 3, 1), "只留一个“标题”"),
    "same name twice inside": ("公开:\n  至: 甲\n  至: 乙\n", ("Y09", 3, 3), "只留一个“至”"),
    "anchor": ("渠道: &a [公开栏]\n", ("Y10", 1, 5), "删掉“&”"),
    "alias": ("发布: 甲\n受理: *a\n", ("Y10", 2, 5), "原样再写一遍"),
    "alias that is a footnote": ("正文: *号为第二次\n", ("Y10", 1, 5), "用英文引号"),
    "anchor on a name": ("&a 标题: 甲\n", ("Y10", 1, 1), "删掉记号"),
    "tag": ("标题: !!str 甲\n", ("Y11", 1, 5), "删掉“!”"),
    "several documents": ("标题: 甲\n---\n标题: 乙\n", ("Y12", 2, 1), "每份记录存成一个文件"),
    "tab": ("公开:\n\t至: 甲\n", ("Y06", 2, 1), "每一层缩进 2 个空格"),
    "tab after spaces": ("公开:\n  \t至: 甲\n", ("Y06", 2, 3), "每一层缩进 2 个空格"),
    "full-width colon": ("标题：三组停水\n栏目: 村务\n", ("Y07", 1, 3), "标题: 三组停水"),
    "full-width colon inside": ("公开:\n  日期：甲\n  至: 乙\n", ("Y07", 2, 5), "日期: 甲"),
    "full-width quotes": ("标题: “通知: 三组”\n栏目: 村务\n", ("Y07", 1, 5), "标题: '通知: 三组'"),
    "no space after the colon": ("标题:三组停水\n栏目: 村务\n", ("Y08", 1, 3), "标题: 三组停水"),
    "full-width space after the colon": ("标题:\u3000三组\n栏目: 村务\n", ("Y08", 1, 3), "标题: 三组"),
    "colon in the text": ("标题: 通知: 三组\n", ("Y05", 1, 7), "用英文引号"),
    "open quote": ('标题: "三组停水\n栏目: 村务\n', ("Y05", 1, 5), '标题: "三组停水"'),
    "open bracket": ("渠道: [公开栏, 网站\n编制: 甲\n审核: 乙\n", ("Y05", 1, 5), "渠道: [公开栏, 网站]"),
    "backslash": ('附件: "D:\\照片"\n', ("Y05", 1, 8), "英文单引号"),
    "indentation": ("公开:\n  至: 甲\n   渠道: 乙\n", ("Y05", 3, 6), "左边对齐"),
    "line without a colon": ("标题\n栏目: 村务\n", ("Y05", 2, 3), "上一行也要写成“名称: 内容”"),
    "list indentation": ("渠道:\n  - 甲\n - 乙\n", ("Y05", 3, 2), "左边对齐"),
    "percent": ("完成: %50\n", ("Y05", 1, 5), "用英文引号"),
    "a list": ("- 甲\n- 乙\n", ("Y05", 1, 1), "名称: 内容"),
    "one line of prose": ("三组停水公告\n", ("Y05", 1, 1), "名称: 内容"),
    "complex name": ("? [甲]\n: 乙\n丙: 丁\n", ("Y05", 1, 3), "检查这一行的冒号和括号"),
    "directive": ("%YAML 1.3\n---\n标题: 甲\n", ("Y05", 1, 1), "删掉这一行"),
    "NUL": ("标题: 甲\0乙\n栏目: 村务\n", ("Y03", 1, 6), "删掉这一行"),
    "line separator": ("标题: 甲\u2028乙\n", ("Y03", 1, 6), "从别的软件"),
    "BOM inside": ("标题: 甲\ufeff乙\n", ("Y03", 1, 6), "删掉这一行"),
    "escaped control character": ('标题: "甲\\x07"\n', ("Y05", 1, 7), "英文单引号"),
    "too deep": ("甲: " + "[" * 30 + "]" * 30 + "\n", ("Y04", 1, 1), "拆成几个文件"),
    "only a comment": ("#以后再填\n", ("Y01", 1, 1), "disclose new"),
    "empty": ("", ("Y01", 1, 1), "disclose new"),
    "blank": (" \n\n", ("Y01", 1, 1), "disclose new"),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_breakage(name: str) -> None:
    text, place, remedy = BREAKAGES[name]
    parsed = parse("x.yml", text.encode())
    assert said(parsed.findings) == [place]
    assert remedy in parsed.findings[0].remedy
    assert parsed.findings[0].note.endswith("。")


@pytest.mark.parametrize(
    ("encoding", "line", "guess"),
    [("gbk", 2, "GBK"), ("gb18030", 2, "GBK"), ("utf-16", 1, "UTF-16"), ("utf-16-le", 1, "UTF-16"), ("big5", 2, "")],
)
def test_other_encodings(encoding: str, line: int, guess: str) -> None:
    """The first line that cannot be read is named, and what the file seems to be."""
    text = "a: some words in plain letters\n" + "標題: 三組停水公告\n"
    parsed = parse("x.yml", text.encode(encoding))
    assert parsed.document is None
    assert said(parsed.findings) == [("Y02", line, 1)]
    assert guess in parsed.findings[0].message
    assert "UTF-8" in parsed.findings[0].remedy


def test_binary_file() -> None:
    parsed = parse("x.yml", b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)))
    assert said(parsed.findings) == [("Y02", 1, 1)]
    assert "不是文字文件" in parsed.findings[0].message


def test_too_large() -> None:
    assert said(parse("x.yml", b"a: " + b"x" * MAX_BYTES).findings) == [("Y04", 1, 1)]
    items = "甲:\n" + "- 乙\n" * 60_000
    assert said(parse("x.yml", items.encode()).findings) == [("Y04", 1, 1)]


@pytest.mark.parametrize(
    ("data", "root"),
    [
        ("标题: 甲\n".encode("utf-8-sig"), {"标题": "甲"}),
        ("标题: 甲\r\n栏目: 乙\r\n".encode(), {"标题": "甲", "栏目": "乙"}),
        ("标题: 甲\r栏目: 乙\r".encode(), {"标题": "甲", "栏目": "乙"}),
        ("---\n标题: 甲\n".encode(), {"标题": "甲"}),
        ("标题: 甲\n\t\n栏目: 乙\n".encode(), {"标题": "甲", "栏目": "乙"}),
        ("标题: 甲 \t\n栏目:\t乙\n".encode(), {"标题": "甲", "栏目": "乙"}),
        ("正文: |\n  \u3000\u3000其中：修路\n  \t三处\n".encode(), {"正文": "\u3000\u3000其中：修路\n\t三处\n"}),
        ("标题: 公告：三组（“停水”）\n".encode(), {"标题": "公告：三组（“停水”）"}),
        ("标题: “清洁家园”活动\n".encode(), {"标题": "“清洁家园”活动"}),
        (b"a: no\nb: 12:30\nc: 0123\nd: 1_000\ne: 2026-10\nf: ~\n", dict(
            zip("abcdef", ["no", "12:30", "0123", "1_000", "2026-10", "~"], strict=True))),
        ("标题:\n栏目: ''\n".encode(), {"标题": "", "栏目": ""}),
        ("<<: 甲\n".encode(), {"<<": "甲"}),
    ],
)  # fmt: skip
def test_what_is_fine(data: bytes, root: dict[str, Value]) -> None:
    """Tolerated without a word, and read as written."""
    parsed = parse("x.yml", data)
    assert parsed.findings == ()
    assert parsed.document
    assert parsed.document.root == root


def test_everything_in_one_pass() -> None:
    """Slips, tabs, a name twice and an anchor: told together, in order, and the rest of the file is read on."""
    text = "标题：三组停水\n栏目: 村务\n公开:\n\t至: 甲\n栏目: 党务\n渠道:网站\n编制: &a 乙\n异议: {截止: 丙}\n"
    parsed = parse("x.yml", text.encode())
    assert said(parsed.findings) == [("Y07", 1, 3), ("Y06", 4, 1), ("Y09", 5, 1), ("Y08", 6, 3), ("Y10", 7, 5)]
    assert parsed.document
    assert parsed.document.root["异议"] == {"截止": "丙"}


def test_indentation_and_colon_on_one_line() -> None:
    text = "公开:\n\u3000\u3000至：甲\n\u3000\u3000渠道：乙\n"
    assert said(parse("x.yml", text.encode()).findings) == [
        ("Y06", 2, 1), ("Y07", 2, 4), ("Y06", 3, 1), ("Y07", 3, 5),
    ]  # fmt: skip


def test_remedies_can_be_pasted() -> None:
    """A file whose lines are replaced by the remedies' text parses cleanly."""
    lines = ["标题：通知: 三组", "栏目:村务", "正文: “说明: 甲”", '说明: "乙', "编制: 丙"]
    parsed = parse("x.yml", "\n".join(lines).encode())
    assert len(parsed.findings) == 4
    for finding in parsed.findings:
        lines[finding.span.line - 1] = finding.remedy.split("：", 1)[1]
    mended = parse("x.yml", "\n".join(lines).encode())
    assert mended.findings == ()
    assert mended.document
    assert list(mended.document.root) == ["标题", "栏目", "正文", "说明", "编制"]


@pytest.mark.slow
def test_number_of_problems_is_bounded() -> None:
    for text in ("甲：乙\n" * 20_000, "甲:\n\t乙: 丙\n" * 10_000, "? 甲\n" * 20_000, "甲: 乙\0\n" * 20_000):
        started = time.process_time()
        assert len(parse("x.yml", text.encode()).findings) == MAX_PROBLEMS
        assert time.process_time() - started < 10


# Typed values: what a clerk writes, and what must stand in the remedy.


def typed(old: str, new: str) -> Finding:
    """The one finding of the finance sample with `old` replaced by `new`."""
    text = SAMPLE.replace(old, new, 1)
    assert text != SAMPLE
    line = next(number for number, line in enumerate(text.splitlines(), 1) if new in line)
    read = read_record(HOME, text.encode())
    assert read.record is None
    [finding] = read.findings
    assert finding.code == "S01"
    assert finding.span.line == line
    assert text.splitlines()[line - 1][finding.span.column - 1 :].startswith(new.split(": ")[1])
    return finding


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.2万", "12000"),
        ("1,234.5", "1234.5"),
        ("１８０００．００", "18000.00"),
        ("￥18000", "18000"),
        ("18000元", "18000"),
        ("18,000.00元", "18000.00"),
        ("1.234", ""),
        ("一万八", ""),
    ],
)
def test_money(written: str, meant: str) -> None:
    finding = typed("金额: 18000.00", f"金额: {written}")
    assert written in finding.message
    assert finding.remedy == f"改成：{meant}" if meant else "只写数字" in finding.remedy


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026.3.1", "2026-03-01"),
        ("2026/03/01", "2026-03-01"),
        ("2026年3月1日", "2026-03-01"),
        ("３月１日", "2026-03-01"),
        ("3月1日", "2026-03-01"),
        ("2026-02-30", ""),
        ("三月一日", ""),
    ],
)
def test_dates(written: str, meant: str) -> None:
    """The year comes from the file's name where the clerk left it out."""
    finding = typed("日期: 2026-10-09", f"日期: {written}")
    assert written in finding.message
    assert finding.remedy.startswith(f"改成：{meant}") or not meant
    assert meant or "2026-03-01" in finding.remedy or "2月只有28天，没有30日" in finding.message


def test_unknown_name_is_one_problem() -> None:
    read = read_record(HOME, SAMPLE.replace("公开日期", "公开日其").encode())
    assert [(f.code, f.message, f.remedy) for f in read.findings] == [
        ("S01", "不认识“公开日其”这一项", "是不是“公开日期”？改过来")
    ]


def test_full_width_indentation() -> None:
    """Such names are valid YAML at the outermost level; they are told as what they are."""
    head, publication = SAMPLE.split("公开:\n")
    text = head + "公开:\n" + publication.replace("  公开日期", "\u3000公开日期")
    findings = read_record(HOME, text.encode()).findings
    line = head.count("\n") + 2
    assert ("Y06", line, 1) in said(findings)


def test_name_that_swallowed_its_content() -> None:
    """`{收支:支出}` is a name with nothing after it; it must not be dropped in silence."""
    for colon, code in ((":", "Y08"), ("：", "Y07")):
        text = SAMPLE.replace("期间: 2026-10\n", f"期间: 2026-10\n合计: {{期初{colon}52000.00, 期末: 64400.00}}\n")
        [finding] = read_record(HOME, text.encode()).findings
        assert (finding.code, finding.span.line) == (code, 2)
        assert "期初: 52000.00" in finding.remedy


# Files and folders.


@pytest.mark.parametrize(
    ("path", "code", "remedy"),
    [
        ("shidu/liuwan/notices/停水.yml", "Y14", "road-lights"),
        ("shidu/liuwan/notices/2026_11 Water.yml", "Y14", "2026-11-water"),
        ("shidu/liuwan/notices/con.yml", "Y14", "短横线"),
        ("shidu/liuwan/notices/index.yml", "Y14", "短横线"),
        ("shidu/柳湾/notices/a.yml", "Y14", "短横线"),
        ("shidu/liuwan/notice/a.yml", "Y15", "notices"),
        ("shidu/liuwan/a.yml", "Y15", "镇/村/种类"),
        ("shidu/liuwan/notices/2026/a.yml", "Y15", "镇/村/种类"),
        ("shidu/notices/2026-10.yml", "Y15", "移到：shidu/records/notices/2026-10.yml"),
        ("notices/2026-10.yml", "Y15", "移到：records/notices/2026-10.yml"),
        ("records/2026-10.yml", "Y15", "县里自己的记录放在“records/种类/”"),
        ("records/notices/2026/a.yml", "Y15", "县里自己的记录放在“records/种类/”"),
        ("records/notice/2026-10.yml", "Y15", "是不是“notices”？"),
        ("records/records/notices/2026-10.yml", "Y14", "短横线"),
    ],
)
def test_paths(path: str, code: str, remedy: str) -> None:
    found = locate(path)
    assert isinstance(found, Finding)
    assert (found.code, str(found.span)) == (code, f"{path}:1:1")
    assert remedy in found.remedy


def test_walking_a_folder(tmp_path: Path) -> None:
    home = tmp_path / "shidu" / "liuwan" / "notices"
    (home / "attachments").mkdir(parents=True)
    for name in ("b.yml", "a.yml", ".a.yml.swp", "~$c.xlsx", "Thumbs.db", "attachments/d.yaml", "notes.docx"):
        (home / name).write_text("标题: 甲\n")
    for name in ("e.yaml", "f.yml.txt", "g.YML"):
        (home / name).write_text("标题: 甲\n")
    (home / "h.yml").mkdir()
    (home / "i.yml").symlink_to("a.yml")
    (home / "loop").symlink_to("..")
    tree = discover(tmp_path)
    assert tree.documents == ("shidu/liuwan/notices/a.yml", "shidu/liuwan/notices/b.yml")
    assert [(f.code, f.span.path.rpartition("/")[2]) for f in tree.findings] == [
        ("Y14", "e.yaml"), ("Y14", "f.yml.txt"), ("Y14", "g.YML"), ("Y13", "h.yml"), ("Y13", "i.yml"), ("Y13", "loop"),
        ("Y15", "notes.docx"),
    ]  # fmt: skip
    assert "改名为：f.yml" in tree.findings[1].remedy


# Nothing crashes, nothing hangs.

NASTY = [
    "[" * 1000, "{" * 1000, "{a: " * 1000, "- " * 5000, "a: " * 5000, "[" * 100_000, "a:\n" * 20_000,
    "\n".join(" " * n + "a:" for n in range(200)), "- - - - a", "? ? ? ? a", ": :", "- ?", "? -", "-\n-\n-\n",
    "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c, *c]\n", "a: &a [*a]\n", "&a &b c: d\n", "*a : b\n",
    "k" * 200_000 + ": v\n", "? " + "k" * 200_000 + "\n: v\n", "'" + "k" * 5000 + "': v\n",
    "? [a]: b\n", "? {a: b}\n: c\n", "? |\n  a\n  b\n: c\n", "[a]: b\n", "{a: b}: c\n", "? a\n? b\n",
    "a: |\n   x\n  y\nb: c\n", "a: |9\n x\n", "a: |1\n x\n y\n", "a: |+\n\n\nb: c\n", "a: >-\n  x\n\n   y\n  z\n", "a: |0\n x\n",
    "a: |-10\n x\n", "a: >\n\t x\n", "a: |\n", "%YAML 1.1\n---\na: b\n", "%YAML 1.2\n---\na: b\n", "%YAML 9.9\n---\na: b\n",
    "%TAG ! tag:x,2000:\n---\na: !b c\n", "%FOO bar\n---\na: b\n", "%\n", "--- a\n--- b\n", "---\n---\n", "...\n", "--- |\n a\n",
    "a: 'b", 'a: "b', 'a: "b\\', 'a: "\\x"', 'a: "\\ud800"', 'a: "\\U00110000"', 'a: "\\0"', "a: 'b''", "a: 'b'c\n", 'a: "b" c\n',
    "a: !\n", "a: !!\n", "a: !<\n", "a: !<tag:yaml.org,2002:python/object/apply:os.system> [x]\n", "!!set {a, b}\n", "!!python/name:os\n",
    "a: @b\n", "a: `b\n", "a: ]\n", "a: }\n", "a: ,\n", "[a, b\n", "[a, b]]\n", "{a, b}\n", "{a: b, a: c}\n", "{a: b c: d}\n",
    "a: b: c\n", "a : b\n", "a:b\n", ": b\n", "a\n: b\n", "- a\nb: c\n", "a: b\n- c\n", "a:\n- b\n c: d\n", "a: b\n c: d\n",
    "\u3000a: b\n", "\xa0a: b\n", "a\u200b: b\n", "\u202ea: b\n", "a: \U0001f600\n", "a: \U0010ffff\n", "\ud7ff\ue000: b\n",
    "é: e\u0301\n", "a: \x85b\n", "a: \u2029b: c\n", "a: \x1b[31mred\n", "\0", "\0" * 1000, "a: \0", "\ufeff\ufeffa: b\n",
    "a: <<\n<<: *b\n", "=: a\n", "~: a\n", "null: a\n", "true: a\nTrue: b\n", "1: a\n1.0: b\n", "a: .inf\nb: -.NaN\n",
    "#" * 10_000, "# \n" * 10_000, " #a\n", "a: b #c\n", "a: b#c\n", "a: '#'\n", "\n" * 10_000, " " * 10_000, "\t" * 10_000,
    "标：" * 10_000, "标：\n" * 10_000, "“" * 10_000, '标: "' * 5_000, "- " * 2000 + "标：甲\n", "标: “" + "”" * 5000 + " x\n",
    "标" * 20 + "：甲\n", "（" * 10_000 + "：\n", "a: |" + "|" * 10_000, "a: >" + " " * 10_000 + "x\n",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:24]))
def test_nasty(text: str) -> None:
    started = time.process_time()
    sane(parse("x.yml", text.encode("utf-8", "surrogatepass")))
    assert time.process_time() - started < 5


def sane(parsed: Parsed) -> None:
    """A document of plain values or at least one finding, every finding with a real place."""
    assert parsed.document is not None or parsed.findings
    for finding in parsed.findings:
        assert finding.code[0] == "Y"
        assert finding.span.line >= 1
        assert finding.span.column >= 1
        assert finding.message
        assert finding.remedy
    if parsed.document is not None:
        assert isinstance(parsed.document.root, dict)
        assert plain(parsed.document.root)
        for route in routes(parsed.document.root):
            span = parsed.document.span(route)
            assert span.line <= parsed.document.text.count("\n") + 2  # nothing at all stands after the last line


@given(st.binary(max_size=2_000))
@settings(max_examples=300)
def test_any_bytes(data: bytes) -> None:
    sane(parse("x.yml", data))


FRAGMENTS = st.sampled_from(
    [
        *(
            "标题",
            "公开",
            "金额",
            "a",
            "甲：乙",
            "12:30",
            "1.2万",
            "“",
            "”",
            "‘",
            "（",
            "，",
            "：",
            ": ",
            ":",
            " ",
            "  ",
        ),
        *("\n", "\n  ", "\n    ", "\n- ", "\n  - ", "- ", "? ", "[", "]", "{", "}", ", ", "|", ">", "|-\n", "'", '"'),
        *(
            "&a",
            "*a",
            "!!str ",
            "!",
            "%",
            "@",
            "`",
            "#",
            " #",
            "---\n",
            "...\n",
            "<<: ",
            "\t",
            "\u3000",
            "\xa0",
            "\r\n",
        ),
        *("\\", "\\x07", "\0", "\u2028", "\ufeff", "~", "null", "\U0001f600", "0", "2026-10-09", "x" * 100),
    ]
)


@given(st.lists(FRAGMENTS, max_size=60).map("".join))
@settings(max_examples=500)
def test_any_text(text: str) -> None:
    sane(parse("x.yml", text.encode()))
    read_record(HOME, text.encode())


@given(st.lists(FRAGMENTS, max_size=6), st.integers(0, len(SAMPLE)), st.integers(0, 30))
@settings(max_examples=300)
def test_any_damage(fragments: list[str], at: int, lost: int) -> None:
    """A record with something pasted in and something lost still gives a record or findings."""
    text = SAMPLE[:at] + "".join(fragments) + SAMPLE[at + lost :]
    read = read_record(HOME, text.encode())
    assert read.record or read.findings


# Places.

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")).filter(lambda c: not UNSEEN.match(c)), max_size=40
)
LINES = st.lists(WORDS, min_size=1, max_size=4).map("\n".join)
TREES = st.recursive(
    WORDS | LINES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=25,
)


@given(
    st.dictionaries(WORDS, TREES, min_size=1, max_size=5),
    st.sampled_from([True, False, None]),
    st.sampled_from([20, 80, 10_000]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(2, 6),
)
@pytest.mark.slow
@settings(max_examples=150)
def test_places(tree: dict[str, Any], flow: bool | None, width: int, style: str | None, indent: int) -> None:
    """However a document is laid out, each scalar's place is where PyYAML's own reader finds it."""
    text = yaml.safe_dump(
        tree, allow_unicode=True, default_flow_style=flow, width=width, default_style=style, indent=indent
    )
    parsed = parse("x.yml", text.encode())
    if parsed.document is None or parsed.findings:
        return  # deeper than a record may be
    document = parsed.document
    composed = yaml.compose(document.text, Loader=yaml.SafeLoader)
    places = dict(marks(composed, ()))
    for route, (line, column) in places.items():
        span = document.span(route)
        assert (span.line, span.column) == (line, column), route
    assert document.span(("没有这一项", 0)).line == document.span().line


def marks(node: Any, route: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], tuple[int, int]]]:
    """Routes and places of all scalars, by the pure Python reader."""
    if isinstance(node, yaml.ScalarNode):
        yield route, (node.start_mark.line + 1, node.start_mark.column + 1)
    elif isinstance(node, yaml.SequenceNode):
        for index, inner in enumerate(node.value):
            yield from marks(inner, (*route, index))
    else:
        for key, inner in node.value:
            yield from marks(inner, (*route, key.value))


def routes(value: Value, route: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    yield route
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from routes(inner, (*route, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from routes(inner, (*route, index))


def test_place_of_what_is_absent() -> None:
    """The nearest value around it."""
    document = parse("x.yml", "公开:\n  至: 甲\n审核:\n  - 机构: 乙\n".encode()).document
    assert isinstance(document, Document)
    assert str(document.span(("公开", "公开日期"))) == "x.yml:1:1"
    assert str(document.span(("审核", 0, "日期"))) == "x.yml:4:5"
    assert str(document.span(("审核", 7, "日期"))) == "x.yml:3:1"
    assert str(document.span(("没有",))) == "x.yml:1:1"
