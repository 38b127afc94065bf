"""Typed errors, events of the future, references of every kind, documents out of force; no record crashes a rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.finding import Effect, Finding
from generator.law.statutes import superseded_in
from generator.records.common import Kind
from generator.records.kinds import KINDS
from generator.records.layout import Address, Place
from generator.records.read import read_record
from generator.records.references import references
from tests.support.village import AS_OF, HOME, judge

SAMPLES = {kind.folder: kind.sample for kind in KINDS}
PATHS = {folder: f"{HOME}/{folder}/2026-10.yml" for folder in SAMPLES}


def found(code: str, files: Mapping[str, str]) -> list[Finding]:
    return [finding for finding in judge(files).findings if finding.code == code]


# S01


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_days_of_the_future(kind: Kind[Any]) -> None:
    """Each day of each sample put into the future, one at a time: events are stopped, plans and windows are not."""
    later = (AS_OF + timedelta(days=1)).isoformat()
    said: dict[str, bool] = {}
    for match in re.finditer(r"([^\s{,]+): (\d{4}-\d\d-\d\d)(?=[,}\n])", kind.sample):
        text = kind.sample[: match.start(2)] + later + kind.sample[match.end(2) :]
        line = text.count("\n", 0, match.start()) + 1
        lines = [finding.span.line for finding in found("S01", {PATHS[kind.folder]: text})]
        assert lines in ([], [line])
        said[match[1]] = said.get(match[1], True) and bool(lines)
    plans = {"公开日期", "至", "期限", "截止", "成文日期", "计划完工", "整改期限", "承诺日期", "起", "止", "任期止"}
    plans |= {"开工", "完工", "验收"} if kind.folder == "decisions" else set()
    for key, stopped in said.items():
        if key in plans:
            assert not stopped, key
    events = {
        "finance": {"日期", "对账日期"},
        "questions": {"收到日期", "日期"},
        "commitments": {"完成日期", "核实日期"},
        "corrections": {"日期"},
        "projects": {"日期", "开工", "完工"},
        "meetings": {"日期"},
        "elections": {"投票日期", "名单公布日期", "结果公布日期"},
        "cases": {"受理日期", "办结日期", "答复日期"},
    }
    for key in events.get(kind.folder, set()):
        assert said[key], key


def test_steps_of_the_future() -> None:
    """A meeting with heads counted has been held; a step without may be planned."""
    held = SAMPLES["decisions"].replace(
        "日期: 2026-04-25\n    会议: 村民代表会议", "日期: 2027-04-25\n    会议: 村民代表会议"
    )
    [finding] = found("S01", {PATHS["decisions"]: held})
    assert "是不是“2026-04-25”" in finding.remedy
    planned = SAMPLES["decisions"].replace("日期: 2026-11-10", "日期: 2026-12-10")
    assert not found("S01", {PATHS["decisions"]: planned})


def test_future_record_is_withheld() -> None:
    judged = judge({PATHS["questions"]: SAMPLES["questions"].replace("收到日期: 2026-10-31", "收到日期: 2027-10-31")})
    assert {address.path for place in judged.places for address in place.withheld} == {PATHS["questions"]}


# S02


REFERRING = {
    "finance": ("对方: 李某某\n", "对方: 李某某\n    决策: {}\n", ("收支明细", 0, "决策")),
    "decisions": ("标题: ", "授权: {}\n标题: ", ("授权",)),
    "commitments": ("附件: {名称: 渠尾通水照片, 仅存纸质: 是}", "记录: {}", ("佐证", 0, "记录")),
    "notices": ("标题: ", "相关: [finance/2026-10, {}]\n标题: ", ("相关", 1)),
    "questions": ("标题: ", "相关: [{}]\n标题: ", ("相关", 0)),
    "corrections": ("更正的记录: finance/2026-10", "更正的记录: {}", ("更正的记录",)),
}


@pytest.mark.parametrize("folder", REFERRING)
def test_references_of_every_kind(folder: str) -> None:
    """Found by type in every kind; the place is the value's own."""
    old, new, route = REFERRING[folder]
    for target, remedy in (("decisions/2026-10", None), ("decisions/2026-01", "是不是“decisions/2026-10”？")):
        text = SAMPLES[folder].replace(old, new.replace("{}", target), 1)
        record = read_record(Address(Place("shidu", "liuwan"), folder, "x"), text.encode()).record
        assert record
        assert (route, target) in list(references(record.body))
        files = {PATHS["decisions"]: SAMPLES["decisions"], PATHS["finance"]: SAMPLES["finance"], PATHS[folder]: text}
        own = folder == "decisions" and remedy is None
        said = [(f.span.path, f.span.line, f.remedy) for f in found("S02", files)]
        line = text[: text.index(target)].count("\n") + 1
        if own:
            assert [(path, at) for path, at, _ in said] == [(PATHS[folder], line)]
        elif remedy:
            assert said == [(PATHS[folder], line, remedy)]
        else:
            assert said == []


def test_changes_refer_to_decisions() -> None:
    change = "变更:\n  - {日期: 2026-08-01, 改了什么: 期限, 原来: 甲, 改为: 乙, 决定机构: 村民代表会议, 决策: decisions/none}\n"
    assert len(found("S02", {PATHS["commitments"]: SAMPLES["commitments"] + change})) == 1


@pytest.mark.parametrize(
    ("reference", "dangling"),
    [
        ("finance/2026-10", False),
        ("finance/2026-10.yml", False),
        ("/shidu/liuwan/finance/2026-10", False),
        ("/shidu/records/notices/water", False),
        ("/shidu/liuwan/finance/2026-11", True),
        ("/shidu/nowhere/finance/2026-10", True),
        ("finanse/2026-10", True),
    ],
)
def test_how_references_are_written(reference: str, dangling: bool) -> None:
    files = {
        PATHS["finance"]: SAMPLES["finance"],
        "shidu/records/notices/water.yml": SAMPLES["notices"],
        PATHS["notices"]: SAMPLES["notices"] + f"相关: [{reference}]\n",
    }
    assert bool(found("S02", files)) == dangling


def test_unreadable_target_is_there() -> None:
    """What cannot be read is being mended; its address stands."""
    files = {PATHS["finance"]: "标题：坏的\n", PATHS["notices"]: SAMPLES["notices"] + "相关: [finance/2026-10]\n"}
    assert not found("S02", files)


# S03


@pytest.mark.parametrize(
    ("text", "day", "names"),
    [
        ("《中国共产党基层组织选举工作暂行条例》", date(2021, 5, 15), 1),
        ("《中国共产党基层组织选举工作暂行条例》", date(2020, 7, 12), 0),
        ("《中国共产党基层组织选举工作条例》", date(2021, 5, 15), 0),
        ("《村集体经济组织会计制度》（财会〔2004〕12号）", date(2024, 1, 1), 2),
        ("《农村集体经济组织会计制度》（财会〔2023〕14号）", date(2026, 1, 1), 0),
        ("《党章》", date(2026, 1, 1), 0),
    ],
)
def test_documents_out_of_force(text: str, day: date, names: int) -> None:
    """A title may hold another's (农村集体… and 村集体…)."""
    assert len(superseded_in(text, day)) == names


def test_hint_is_not_public() -> None:
    text = SAMPLES["notices"] + "依据: [财会〔2004〕12号]\n"
    [finding] = found("S03", {PATHS["notices"]: text})
    assert finding.effect is Effect.HINT
    assert finding.note == ""


# Every rule, every kind.

FRAGMENTS = st.sampled_from(
    [
        *(
            "标题",
            "：",
            ": ",
            "\n",
            "\n  ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "|",
            "'",
            '"',
            "&a",
            "*a",
            "\t",
            "\u3000",
            "1.2万",
        ),
        *("2027-10-09", "王小明", "是", "否", "0", "-5", "''", "/a/b/c/d", "notices/x", "99999999999", "9999-12-31"),
    ]
)


@given(
    st.sampled_from(KINDS),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 10_000), FRAGMENTS), min_size=1, max_size=4),
)
@settings(max_examples=300)
def test_no_record_crashes_a_rule(kind: Kind[Any], damage: list[tuple[int, int, str]]) -> None:
    """Something pasted in, cut out, overwritten or doubled: a judgement comes back, with a place and words for each finding."""
    text = kind.sample
    for how, where, fragment in damage:
        at = where % len(text)
        lines = text.split("\n")
        number = where % len(lines)
        if how == 0:
            text = text[:at] + fragment + text[at:]
        elif how == 1:
            text = text[:at] + text[at + 20 :]
        elif how == 2:
            text = "\n".join([*lines[:number], lines[number].split(": ")[0] + ": " + fragment, *lines[number + 1 :]])
        else:
            text = "\n".join([*lines[: number + 1], *lines[number:]])
    path = PATHS[kind.folder]
    judged = judge(
        {path: text, **{p: SAMPLES[f] for f, p in PATHS.items() if f in ("finance", "decisions") and p != path}}
    )
    for finding in judged.findings:
        assert finding.message
        assert finding.remedy
        assert finding.span.line >= 1
        assert finding.effect is Effect.HINT or finding.note.endswith("。")
