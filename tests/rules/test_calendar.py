"""One calendar: what the 公开目录 lifts or moves, no rule asks for; and what a rule asks for, the list of duties says too."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.law.directory import national
from generator.records.level import Publisher
from generator.rules.catalogue import catalogue
from generator.rules.explain import Example, explain
from generator.rules.rule import Rule
from tests.support.village import AS_OF, HOME, VILLAGE, Case, case_of, judge

OF_THE_CALENDAR = ("A08", "C09", "D01", "D09", "F27", "M04", "M05", "T01", "T03", "T08", "V01", "V04")
ASKED = re.compile(
    "应在|还没有公开|没有公布|没有看到|没有记录|民主评议的记录|还没有：决议公开|没有写日期|没有写村务监督机构的意见"
)
"""What such a rule says of something that is not public in time, or not at all."""
EXAMPLES = [
    pytest.param(rule, example, id=f"{code}-{number}")
    for code in OF_THE_CALENDAR
    for rule in [catalogue()[code]]
    for number, example in enumerate(explain(rule).examples)
    if not example.good
]
LIFTED = "".join(
    f"  - {{事项: {name}, 不适用: 是, 原因: 县里另有规定}}\n"
    for name in dict.fromkeys(item.name for level in Publisher for item in national(level))
)
TOWNSHIP = f'名称: 石渡镇\n区划代码: "990123100000"\n公开目录:\n{LIFTED}'


def asked(rule: Rule, case: Case) -> list[str]:
    return [f.message for f in case.run() if f.code == rule.code and ASKED.search(f.message)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_the_directory_lifts_no_rule_asks_for(rule: Rule, example: Example) -> None:
    case = case_of(rule, example)
    profile = re.sub(rb"(?m)^" + "公开目录".encode() + rb": .*\n", b"", case.files[f"{HOME}/village.yml"])
    files = {**case.files, f"{HOME}/village.yml": profile, "shidu/township.yml": TOWNSHIP.encode()}
    lifted = replace(case, files=files)
    told = [said for said in asked(rule, lifted) if not said.startswith(OTHERWISE)]
    assert told == []


VOTE = "  - {步骤: 决议, 日期: 2026-11-13, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}\n"
OTHERWISE = (
    "组织生活会",
    "征地补偿费",
    "集体财产处分",
    "镇里还没有答复",
    "四议两公开的步骤里还没有：提议",
    "四议两公开的步骤里还没有：商议",
)
"""What is held and not published, what a decision calls for, what went to the township: no item of the directory."""


def test_the_examples_do_ask() -> None:
    """So the test above has something to lift, for each of these rules."""
    silent = {
        code
        for code in OF_THE_CALENDAR
        if not any(asked(catalogue()[code], case_of(catalogue()[code], e)) for e in explain(catalogue()[code]).examples)
    }
    assert silent == set()


def test_another_day_in_the_directory_is_everybodys_day() -> None:
    """A resolution and an answer have the days that the 公开目录 gives them: in the list of duties and in the rules."""
    own = "公开目录: [{事项: 决议公开, 期限: 3}, {事项: 答复村民, 期限: 3}]\n"
    files: dict[str, str | bytes] = {
        f"{HOME}/village.yml": VILLAGE + own,
        f"{HOME}/questions/lamp.yml": "标题: 路灯\n收到日期: 2026-11-13\n问题: 路灯？\n公开: {公开日期: 2026-11-13}\n",
        f"{HOME}/decisions/lamp.yml": (
            f"标题: 路灯\n程序: 其他\n事项: 日常事务\n议题: 装不装路灯\n步骤:\n{VOTE}公开: {{公开日期: 2026-11-12}}\n"
        ),
    }
    judged = judge(files, as_of=AS_OF)
    village = judged.places[1]
    missing = {duty.item: duty.due.isoformat() for duty in village.duties if duty.state == "缺"}
    assert missing == {"决议公开": "2026-11-16", "答复村民": "2026-11-16"}
    told = {f.code: f.message for f in judged.findings if f.code in ("D09", "V01")}
    assert told == {
        "D09": "决议还没有公开：应在2026年11月16日前公开，已过2天",
        "V01": "村里还没有答复：应在2026年11月16日前答复，已过2天",
    }
