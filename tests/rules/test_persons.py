"""Persons and what is sensitive about them: what docstrings cannot hold, false alarms above all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.persons import SURNAMES
from generator.records.kinds import KINDS
from generator.rules.privacy.mentions import masked_in
from tests.support.village import HOME, judge

NOTICE = """\
标题: 2026年第三季度村务事项公开
栏目: 村务
正文: {text}
公开:
  公开日期: 2026-10-10
  渠道: [公开栏, 网站]
  审核:
    - {{机构: 村务监督委员会, 日期: 2026-10-09}}
"""


def codes(text: str) -> set[str]:
    """What the privacy rules say about one sentence of a notice."""
    found = judge({f"{HOME}/notices/x.yml": NOTICE.format(text=text)}, 停更天数="36500").findings
    return {one.code for one in found if one.code.startswith("P")}


@pytest.mark.parametrize(
    "text",
    [
        "由李某某负责稻瘟病和病虫害统一防治。",
        "王某某承包的果园病株已经挖掉。",
        "残疾人两项补贴发了29人；联系人王某某。",
        "村卫生室请县疾病预防控制中心来讲传染病防治，王某某主持。",
        "对于某些病，医保可以报销。",
        "2026年9月入学新生12人，王某某代领通知书。",
        "2026年9月出生3人，其中男孩2人。",
        "3岁以上果树另算。王某某承包15年，每亩13元。",
        "申请人王某某（二组）翻建住房。",
        "镇纪委今年收到问题线索2件，都办结了。",
        "学习《中国共产党纪律处分条例》，王某某领学。",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("王某某患乳腺癌，临时救助3000元。", "P05"),
        ("李*因残致贫，纳入帮扶。", "P05"),
        ("欧阳某某信佛，没有参加。", "P05"),
        ("陈某某刑满释放，村里帮找活。", "P05"),
        ("王某某（2015年3月生）在村小读书。", "P08"),
        ("李某某今年9岁，由爷爷带。", "P08"),
        ("举报人是张某某。", "P10"),
        ("信访人王小河反映路面不平。", "P10"),
        ("文件密级：秘密，请传阅。", "P14"),
        ("赵德顺被立案。", "P14"),
    ],
)
def test_told_of_a_person(text: str, code: str) -> None:
    assert code in codes(text)


@given(st.sampled_from(sorted(SURNAMES)), st.sampled_from(["某", "某某", "*", "**", "×", "××"]))
def test_every_masked_form_is_a_person(surname: str, rest: str) -> None:
    assert masked_in(f"二组{surname}{rest}（代领）")


@pytest.mark.parametrize("word", ["某村", "某些人", "某单位", "某年某月", "数量*单价", "5×3"])
def test_no_person(word: str) -> None:
    assert not masked_in(word)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.folder))
def test_samples_tell_nothing_of_anybody(kind: object) -> None:
    """What a clerk starts from passes every rule about persons."""
    sample = next(one for one in KINDS if one is kind)
    found = judge({f"{HOME}/{sample.folder}/x.yml": sample.sample}, 停更天数="36500").findings
    assert [f.message for f in found if f.code.startswith("P")] == []
