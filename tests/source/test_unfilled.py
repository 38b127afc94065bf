"""Marks of a form: in every place and every disguise they are refused, at their own place; what only looks like one is not."""

from __future__ import annotations

import pytest

from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address, Place
from generator.records.places import County, Township, Village
from generator.records.read import read_record, typed
from generator.source.document import parse
from tests.support.village import judge

ADDRESS = Address(Place("shidu", "liuwan"), "notices", "2026-10")
NOTICE = BY_FOLDER["notices"].sample
TITLE = "标题: 2026年第三季度村务事项公开\n"
DISGUISES = [
    "〔填：标题〕", "〔选：甲、乙〕", "〔填:标题〕", "〔填: 标题〕", "〔 填 ： 标题 〕",
    "〔填写：标题〕", "〔请填：标题〕", "〔选择：甲〕",
    "【填：标题】", "[填：标题]", "[填: 标题, 短]", "[选：甲,乙]", "{填: 标题}", "［填：标题］", "〖填：标题〗", "（填：标题）",
    "(填：标题)",
    "《填：标题》", "<填：标题>", "'〔填：标题〕'", '"〔填：标题〕"', "|\n  〔填：标题〕",
    "〔填：标题", "[填：标题", "填：标题〕", "修路〔填：哪里〕公示", "〔填：哪里〕修路", "修路〔填：", "〔修路公示〕", "〔填：〕",
]  # fmt: skip
INNOCENT = [
    "农经发〔2011〕13号", "填土方案", "选举：公告", "村委会候选人名单", "公示（候选人：王某某）",
    "【公示】修路", "关于填报：三件事", "《选举办法》",
    "选：甲还是乙", "填写说明", "（2026）填方", "柳村〔2026〕12号〔补〕",
]  # fmt: skip


@pytest.mark.parametrize("mark", DISGUISES)
def test_a_mark_is_refused_at_its_place(mark: str) -> None:
    read = read_record(ADDRESS, NOTICE.replace(TITLE, f"标题: {mark}\n").encode())
    assert read.record is None
    (finding,) = read.findings
    assert (finding.code, finding.message) == ("Y20", "还没有填：标题")
    start = next(at for at, character in enumerate(mark) if character in "〔〖【[［{（(《<填")
    assert (finding.span.line, finding.span.column) == ((2, 3) if "\n" in mark else (1, 5 + start))
    assert read.rest is not None
    assert "title" not in read.rest.body.__dict__
    assert read.rest.body.issuer == "柳湾村村民委员会"


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_like_a_mark(text: str) -> None:
    read = read_record(ADDRESS, NOTICE.replace(TITLE, f"标题: {text}\n").encode())
    assert read.findings == ()
    assert read.record is not None
    assert read.record.title == text


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("事项: 村务事项", "〔填：名称〕: 村务事项", [4]),
        ("事项: 村务事项", "附件:\n  - 名称: 〔填：名称〕\n    文件: 〔填：文件〕", [5, 6]),
        ("事项: 村务事项", "# 〔填：事项〕", []),
        ("  第三季度办了", "  〔填：先写哪些〕\n  # 〔填：再写哪些〕\n", [9, 10]),
        ('[清理河道, "3", "4200.00"]', '[〔填：什么〕, "3", 〔填：花费，元〕]', [17, 17]),
        ("机构: 村务监督委员会", "机构: 〔填：机构〕\n      审核人: '〔填：审核人〕'", [30, 31]),
        ("渠道: [公开栏, 网站]", "渠道:\n    - 〔填：渠道〕", [28]),
        ("公开日期: 2026-10-10", "公开日期: 〔填：日期〕 # 等等", [25]),
        ("标题: 2026年", "标题：〔填：标题〕\n# 2026年", [1]),
    ],
)
def test_in_every_part_of_a_file(old: str, new: str, lines: list[int]) -> None:
    """Names, attachments, block text, cells, quotes, lists and broken lines; a comment is no content."""
    assert old in NOTICE
    findings = read_record(ADDRESS, NOTICE.replace(old, new, 1).encode()).findings
    assert [span.line for one in findings if one.code == "Y20" for span in one.spans] == lines


@pytest.mark.parametrize("model", [County, Township, Village])
def test_in_profiles(model: type[County | Township | Village]) -> None:
    text = "名称: 〔填：名称〕\n区划代码: 〔填：12位〕\n联系:\n  值班:\n    岗位: 〔填：岗位〕\n参数:\n  〔填：参数〕: 【填：多少】\n"
    parsed = parse("village.yml", text.encode())
    (finding,) = parsed.findings
    assert [(span.line, span.column) for span in finding.spans] == [(1, 5), (2, 7), (5, 9), (7, 3), (7, 11)]
    assert parsed.document is not None
    assert typed(parsed.document, model) == (None, ())


def test_a_mark_silences_only_what_needs_it() -> None:
    """The sums of other rows are checked, and another slip is told beside it."""
    finance, path = BY_FOLDER["finance"].sample, "shidu/liuwan/finance/2026-10.yml"

    def told(text: str) -> set[str]:
        return {one.code for one in judge({path: text}).findings if one.span.path == path}

    marked = finance.replace("摘要: 东塘鱼塘承包费（2026年下半年）", "摘要: 〔填：摘要〕")
    assert told(marked) == {"Y20"}
    assert told(marked.replace("期末: 64400.00", "期末: 64401.00")) == {"Y20", "F01"}
    assert told(marked.replace("日期: 2026-10-31", "日期: 2026.10.31")) == {"Y20", "S01"}
    assert told(finance.replace("金额: 18000.00", "金额: 〔填：金额，元〕")) == {"Y20"}


def test_a_list_whose_items_are_marked_is_not_called_empty() -> None:
    roster = BY_FOLDER["rosters"].sample.replace("2026-11-09", "近日").replace("2026-11-10", "近日")
    address = Address(Place("shidu", "liuwan"), "rosters", "2026-10")
    assert not [one for one in read_record(address, roster.encode()).findings if "一条也没有" in one.message]
    empty = read_record(address, b"\xe7\x8f\xad\xe6\xac\xa1: []\n").findings
    assert [one.message for one in empty if "一条也没有" in one.message] == ["“班次”里一条也没有"]
