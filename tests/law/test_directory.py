"""公开目录 as data: national defaults, what places change, and from when an item counts."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from generator.law.deadline import Deadline
from generator.law.directory import localised, national
from generator.law.obligations import UNUSED, Obligation, obligations
from generator.law.parameters import resolve
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address, Place
from generator.records.level import Publisher
from generator.records.local import LocalItem
from generator.records.places import Township, Village
from generator.records.read import Record, read_record
from tests.support.village import VILLAGE, judge

PLACE = Place("shidu", "liuwan")
AS_OF = date(2026, 11, 18)
NAMES = {
    "村": {item.name for item in national(Publisher.VILLAGE)},
    "社区": {item.name for item in national(Publisher.COMMUNITY)},
}


def village(**fields: object) -> Village:
    return Village.model_validate({"名称": "柳湾村", "区划代码": "990123100201", "开始公开日期": "2026-01-01"} | fields)


def record(folder: str, name: str, text: str) -> Record:
    made = read_record(Address(PLACE, folder, name), text.encode()).record
    assert made
    return made


def notice(topic: str, period: str, published: str) -> Record:
    text = f"标题: 公告\n栏目: 党务\n事项: {topic}\n期间: {period}\n公开:\n  公开日期: {published}\n"
    return record("notices", f"{topic}-{period}".encode().hex()[:20], text)


def roster(period: str, published: str) -> Record:
    text = (
        f"标题: 值班表\n期间: {period}\n班次:\n  - {{日期: {period}-01, 岗位: 主任}}\n公开:\n  公开日期: {published}\n"
    )
    return record("rosters", period, text)


def duties(item: str, *records: Record, as_of: date = AS_OF, lines: tuple[LocalItem, ...] = ()) -> list[Obligation]:
    directory = localised(national(Publisher.VILLAGE), lines)
    found = obligations(village(), records, frozenset(), resolve(), as_of, directory)
    return [duty for duty in found if duty.item == item]


def line(**fields: str) -> LocalItem:
    return LocalItem.model_validate(fields)


@pytest.mark.parametrize("level", Publisher)
def test_every_item_is_whole(level: Publisher) -> None:
    """Its kinds, fields and choices exist, and the template starts a record that would fulfil it."""
    for item in national(level):
        assert item.elements, item.name
        assert item.basis, item.name
        assert item.rhythm(resolve())
        assert item.template in {one.kind for one in item.fulfilled}
        for one in item.fulfilled:
            fields = {field.alias: field for field in BY_FOLDER[one.kind].model.model_fields.values()}
            assert not one.key or one.key in fields, (item.name, one.key)
            assert all(value in str(fields[one.key].annotation) for value in one.values), (item.name, one.values)


def test_communities_have_no_quarterly_clock_for_their_affairs() -> None:
    """居组法 2025, §34."""
    assert "村务事项" in NAMES["村"] - NAMES["社区"]
    residents = next(item for item in national(Publisher.COMMUNITY) if item.name == "居务事项")
    assert (residents.frequency, residents.due) == ("随时", None)


@pytest.mark.parametrize(
    ("due", "frequency", "said", "day"),
    [
        (Deadline("期末", "财务公开期限"), "每月", "月后15天内", date(2027, 1, 15)),
        (Deadline("期末", "10"), "每半年", "半年后10天内", date(2027, 1, 10)),
        (Deadline("当年", "03-31"), "每年", "3月31日前", date(2026, 3, 31)),
        (Deadline("次年", "01-31"), "每年", "次年1月31日前", date(2027, 1, 31)),
        (Deadline("期初", "0"), "每月", "开始那天以前", date(2026, 1, 1)),
        (Deadline("期初", "3"), "每月", "开始后3天内", date(2026, 1, 4)),
    ],
)
def test_by_when(due: Deadline, frequency: str, said: str, day: date) -> None:
    from generator.base.dates import year_of

    assert due.words(frequency, resolve()) == said  # type: ignore[arg-type]
    assert due.day(year_of(date(2026, 5, 5)), resolve()) == day


def test_what_was_never_used_stands_once_and_is_not_missing() -> None:
    (only,) = duties("值班表")
    assert (only.state, only.reason) == ("不适用", UNUSED)


def test_from_the_first_record_on_it_counts() -> None:
    """Months whose day had passed when the first one became public are nobody's fault."""
    found = duties("值班表", roster("2026-09", "2026-08-30"))
    assert [(duty.period.code, duty.state) for duty in found] == [
        ("2026-09", "按时"),
        ("2026-10", "缺"),
        ("2026-11", "缺"),
        ("2026-12", "未到"),
    ]


def test_a_record_that_is_not_public_yet_starts_nothing() -> None:
    assert [duty.state for duty in duties("值班表", roster("2026-12", "2026-11-28"))] == ["不适用"]
    withheld = obligations(
        village(),
        [roster("2026-09", "2026-08-30")],
        frozenset({Address(PLACE, "rosters", "2026-09")}),
        resolve(),
        AS_OF,
    )
    assert [duty.state for duty in withheld if duty.item == "值班表"] == ["不适用"]


def test_a_county_can_require_it_from_the_beginning() -> None:
    found = duties("值班表", lines=(line(事项="值班表", 必须="是"),))
    assert [duty.state for duty in found] == ["缺"] * 11 + ["未到"]


def test_any_part_of_a_year_is_enough_for_a_yearly_item() -> None:
    (only,) = duties("收益分配", notice("收益分配", "2026-Q2", "2026-07-08"))
    assert (only.period.code, only.state, only.rhythm) == ("2026", "按时", "每年，次年3月31日前")


def test_dues_are_told_when_the_last_day_of_the_year_is() -> None:
    """Half a year's dues are not the year's (M05)."""
    first = notice("党费", "2026-01-01至2026-06-30", "2026-07-08")
    second = notice("党费", "2026-07-01至2026-12-31", "2027-01-20")
    as_of = date(2027, 2, 1)
    assert [duty.state for duty in duties("党费", first, as_of=as_of)][:1] == ["缺"]
    assert [duty.state for duty in duties("党费", first, second, as_of=as_of)][:1] == ["按时"]


def test_what_is_public_counts_though_nothing_was_before_it() -> None:
    """The first record of its sort may be late itself; what is missing before it is nobody's fault."""
    found = duties("值班表", roster("2026-09", "2026-09-03"))
    assert [(duty.period.code, duty.state) for duty in found][:2] == [("2026-09", "晚"), ("2026-10", "缺")]


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ("资源台账", "没有的类别: [资源]"),
        ("收益分配", "没有的类别: [收益分配]"),
        ("债权债务", "负债: [{科目: 211 应付款, 金额: 40000.00}]"),
    ],
)
def test_a_years_statement_may_tell_of_it(item: str, field: str) -> None:
    """What has nothing to tell is public once that is said; a statement that says nothing of it does not do (F27)."""
    text = '标题: 报表\n年度: "2026"\n{}\n公开:\n  公开日期: 2027-01-20\n'
    as_of = date(2027, 4, 1)
    (this_year, _) = duties(item, record("statements", "2026", text.format(field)), as_of=as_of)
    assert (this_year.period.code, this_year.state) == ("2026", "按时")
    (unused,) = duties(item, record("statements", "2026", text.format("负债: []")), as_of=as_of)
    assert unused.reason == UNUSED


def test_what_a_township_owes_itself() -> None:
    """Its review of promises every half-year, a summary of the year, answers in its own time; a quarter is no half-year."""
    township = Township.model_validate({"名称": "石渡镇", "区划代码": "990123100000"})
    own = Place("shidu")

    def bulletin(name: str, period: str, published: str) -> Record:
        text = f"标题: 通报\n栏目: 党务\n事项: 承诺通报\n期间: {period}\n公开:\n  公开日期: {published}\n"
        made = read_record(Address(own, "notices", name), text.encode()).record
        assert made
        return made

    records = [
        bulletin("2025", "2025", "2025-12-30"),
        bulletin("2026-q1", "2026-Q1", "2026-04-02"),
        bulletin("2026-q2", "2026-Q2", "2026-07-02"),
    ]
    found = obligations(township, records, frozenset(), resolve(), AS_OF)
    assert [(duty.title, duty.state) for duty in found if duty.period.end < AS_OF] == [("2026年上半年承诺考评", "缺")]
    found = obligations(
        township, [*records, bulletin("2026-h1", "2026-01-01至2026-06-30", "2026-07-21")], frozenset(), resolve(), AS_OF
    )
    assert [(duty.title, duty.state) for duty in found if duty.period.end < AS_OF] == [("2026年上半年承诺考评", "晚")]


def test_of_a_quarter_all_months_are_needed() -> None:
    two = [notice("党务事项", month, f"2026-10-0{n}") for n, month in enumerate(("2026-07", "2026-08"), 1)]
    third = notice("党务事项", "2026-09", "2026-10-21")

    def third_quarter(*records: Record) -> Obligation:
        return next(duty for duty in duties("党务事项", *records) if duty.period.code == "2026-Q3")

    assert third_quarter(*two).state == "缺"
    assert third_quarter(*two, third).state == "晚"
    assert third_quarter(*two, third, notice("党务事项", "2026-Q3", "2026-10-20")).state == "按时"


def test_an_exemption_has_a_reason_and_does_not_hide_what_is_public() -> None:
    lifted = line(事项="党务事项", 不适用="是", 原因="党务由镇党委公布")
    quarters = duties("党务事项", notice("党务事项", "2026-Q1", "2026-04-10"), lines=(lifted,))
    assert [duty.state for duty in quarters] == ["按时", "不适用", "不适用", "不适用"]
    assert {duty.reason for duty in quarters[1:]} == {"党务由镇党委公布"}
    late = duties("党务事项", notice("党务事项", "2026-Q1", "2026-05-10"), lines=(lifted,))
    assert {duty.state for duty in late} == {"不适用"}  # nobody asked for it, so it is not late
    (unused,) = duties("值班表", lines=(line(事项="值班表", 不适用="是", 原因="没有村部"),))
    assert unused.reason == "没有村部"


def test_the_last_word_wins() -> None:
    county, township = line(事项="党务事项", 频率="每半年", 期限="10"), line(事项="党务事项", 期限="5")
    found = duties("党务事项", lines=(county, township))
    assert [(duty.period.label, duty.due) for duty in found] == [
        ("2026年上半年", date(2026, 7, 5)),
        ("2026年下半年", date(2027, 1, 5)),
    ]
    assert found[0].rhythm == "每半年，半年后5天内"


@pytest.mark.parametrize("fields", [{"事项": "党费", "不适用": "是"}, {"事项": "党费", "频率": "每月"}])
def test_half_a_line_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        line(**fields)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("{事项: 党务公开, 必须: 是}", "公开目录里没有“党务公开”这一项"),
        ("{事项: 财务收支, 不适用: 是, 原因: 不想公开}", "“财务收支”是必须公开的，不适用和频率不能由自己定"),
        ("{事项: 财务收支, 频率: 每年, 期限: 90}", "“财务收支”是必须公开的，不适用和频率不能由自己定"),
        ("{事项: 党费, 不适用: 是}", "写了不适用，没有写原因"),
    ],
)
def test_what_a_village_may_not_write(where: str, said: str) -> None:
    text = f"{VILLAGE}公开目录:\n  - {where}\n"
    found = judge({"shidu/liuwan/village.yml": text}).findings
    assert [finding.message for finding in found if finding.code == "S01"] == [said]
    line_number = len(text.splitlines())
    assert all(finding.span.line == line_number for finding in found if finding.code == "S01")


def test_a_village_may_lift_what_is_not_required() -> None:
    text = f"{VILLAGE}公开目录:\n  - {{事项: 收益分配, 不适用: 是, 原因: 今年没有收益}}\n"
    assert [f.message for f in judge({"shidu/liuwan/village.yml": text}).findings if f.code == "S01"] == []


def test_who_lays_it_down_comes_down_to_the_village() -> None:
    """The township's line reaches its villages; broken parameters of a township take nothing else away."""
    township = '名称: 石渡镇\n区划代码: "990123100000"\n公开目录:\n  - {事项: 值班表, 必须: 是}\n'
    for text in (township, f"{township}参数:\n  不存在: 1\n"):
        judged = judge({"shidu/township.yml": text})
        items = {item.name: item for item in judged.places[1].directory}
        assert items["值班表"].required


def test_a_parameter_that_moved_says_where_to() -> None:
    text = f"{VILLAGE}参数: {{计划报表期限: 60}}\n"
    (found,) = [f for f in judge({"shidu/liuwan/village.yml": text}).findings if f.code == "S01"]
    assert "“计划报表期限”" in found.message
    assert "公开目录" in found.remedy
    assert "年度报表" in found.remedy
    assert found.span.line == len(text.splitlines())
