"""C rules at their edges: rates by exact fractions, days on which a promise becomes overdue, who is the same person."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.posts import same_person
from generator.base.share import share
from generator.records.kinds.commitments import Commitment, Fulfilment, fulfilment, state
from tests.support.village import AS_OF, HOME, judge

DAYS = st.dates(AS_OF - timedelta(days=60), AS_OF + timedelta(days=60))
PUBLISHED = "公开: {公开日期: 2026-02-10, 渠道: [公开栏], 审核: [{机构: 镇党委, 日期: 2026-02-08}]}"


def promise(**fields: str) -> str:
    lines = {
        "标题": "修好水渠380米",
        "承诺主体": "村班子",
        "措施": "补砌断口2处。",
        "责任岗位": "村委会委员 吴建国",
        "期限": "2026-11-10",
        **fields,
    }
    return "".join(f"{key}: {value}\n" for key, value in lines.items() if value) + PUBLISHED + "\n"


KEPT = {"销号": "{完成日期: 2026-11-01, 核实岗位: 村务监督委员会主任 赵德顺}", "佐证": "[{名称: 照片, 凭证号: 9-1}]"}


def codes(*promises: str, as_of: date = AS_OF, **parameters: str) -> list[str]:
    """The C rules that speak about a village with these promises."""
    own = {f"{HOME}/commitments/p{number}.yml": text for number, text in enumerate(promises)}
    found = judge(own, as_of=as_of, ledger=None, **parameters).findings
    return [finding.code for finding in found if finding.code.startswith("C")]


@st.composite
def commitments(draw: st.DrawFn) -> Commitment:
    fields: dict[str, object] = {
        "标题": "修路",
        "承诺主体": "村班子",
        "公开": {"公开日期": "2026-02-10"},
        "已撤销": draw(st.sampled_from(["是", "否"])),
    }
    if draw(st.booleans()):
        fields["期限"] = draw(DAYS).isoformat()
    if draw(st.booleans()):
        fields["销号"] = {"完成日期": draw(DAYS).isoformat(), "核实岗位": "村务监督委员会主任"}
    return Commitment.model_validate(fields)


@given(st.lists(commitments()))
def test_never_more_kept_than_due(promises: list[Commitment]) -> None:
    found = fulfilment(promises, AS_OF)
    assert 0 <= found.late <= found.kept <= found.due <= len(promises)
    assert found.late == sum(state(one, AS_OF) == "晚兑现" for one in promises)
    assert found.due == sum(state(one, AS_OF) not in ("进行中", "已撤销") for one in promises)


@given(st.integers(1, 5000), st.integers(0, 100), st.data())
def test_target_by_exact_fractions(due: int, hundredths: int, data: st.DataObject) -> None:
    kept = data.draw(st.integers(0, due))
    target = Decimal(hundredths) / 100
    lacking = Fulfilment(due, kept).short_by(target)
    assert (lacking == 0) == (Fraction(kept, due) >= Fraction(hundredths, 100))
    assert Fraction(kept + lacking, due) >= Fraction(hundredths, 100)
    if lacking:
        assert Fraction(kept + lacking - 1, due) < Fraction(hundredths, 100)
        assert Fraction(share(kept, due)[:-1]) < hundredths, "what is short never looks as if it were not"


def test_rate_counts_what_the_public_sees() -> None:
    late = promise()
    assert "C07" in codes(late)
    assert "C07" not in codes(late, promise(**KEPT), 组织承诺兑现率="0.5")
    assert "C07" not in codes(late.replace("公开日期", "范围: 本村, 公开日期")), "for the village only"
    assert "C07" not in codes(late.replace("2026-02-10", "2026-12-10")), "not public yet"
    assert "C07" not in codes(late + "说明: 身份证11010119900307" + "7758\n"), "withheld"
    assert "C07" not in codes(promise(承诺主体="党员", 承诺人="第三党小组")), "C08 counts the members"


def test_rate_of_the_township_itself() -> None:
    path = "shidu/records/commitments/p.yml"
    found = judge({path: promise(承诺主体="乡镇党委")}).findings
    assert [(f.span.path, f.message) for f in found if f.code == "C07"] == [
        ("shidu/township.yml", "镇里承诺到期1条，兑现0条，是0%，目标95%，还差1条")
    ]


@pytest.mark.parametrize(("days", "told"), [(30, False), (31, True)])
def test_overdue_is_told_from_the_day_after_the_grace(days: int, told: bool) -> None:
    assert ("C10" in codes(promise(), as_of=date(2026, 11, 10) + timedelta(days=days))) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"问责": "[{日期: 2026-11-15, 措施: 约谈责任人}]"}, False),
        ({"没按期的原因": "下大雨，渠底进水。"}, False),
        ({"已撤销": "是"}, False),
        ({"变更": "[{日期: 2026-11-01, 改了什么: 期限, 原来: x, 改为: 2026年12月31日, 决定机构: 代表会}]"}, False),
        ({"变更": "[{日期: 2026-06-01, 改了什么: 期限, 原来: x, 改为: 11月10日, 决定机构: 代表会}]"}, True),
        ({"变更": "[{日期: 2026-11-20, 改了什么: 期限, 原来: x, 改为: 年底, 决定机构: 代表会}]"}, False),
        ({"变更": "[{日期: 2026-11-20, 改了什么: 衡量, 原来: 380米, 改为: 300米, 决定机构: 代表会}]"}, True),
    ],
)
def test_what_explains_an_overdue_promise(fields: dict[str, str], told: bool) -> None:
    assert ("C10" in codes(promise(**fields), as_of=date(2026, 12, 31))) == told


def test_finished_late_is_finished() -> None:
    done = promise(**{**KEPT, "销号": KEPT["销号"].replace("11-01", "12-20")})
    assert {"C07", "C10"} & set(codes(done, as_of=date(2026, 12, 31))) == set()
    assert "C10" in codes(done, as_of=date(2026, 12, 19)), "closed on a later day: not yet"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("村委会委员 吴建国", "村委会委员 吴建国", True),
        ("村委会委员吴建国", "村委会委员 吴建国", True),
        ("村党支部书记 林志远", "村委会主任 林志远", True),
        ("吴建国", "村委会委员 吴建国", True),
        ("村委会委员", "村委会委员 吴建国", True),
        ("村委会委员 吴建国", "村委会委员 周桂兰", False),
        ("村委会主任", "村务监督委员会主任", False),
        ("党员 王某某", "党小组长 王某某", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) == same_person(other, one) == same


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("装路灯20盏", False),
        ("装路灯二十盏", False),
        ("流转土地2000亩", False),
        ("2026年12月底前修好水渠", True),
        ("第3季度办好水渠", True),
        ("培养入党积极分子2名", False),
        ("积极培养3名后备干部", True),
    ],
)
def test_measurable(title: str, hint: bool) -> None:
    assert ("C02" in codes(promise(标题=title, 措施="大家一起办。"))) == hint
    assert "C02" not in codes(promise(标题=title, 衡量="{数量: 1, 单位: 处}"))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"措施": ""}, True),
        ({"措施": "", "衡量": "{数量: 1, 单位: 处}"}, False),
        ({"责任岗位": ""}, True),
        ({"承诺主体": "党员", "责任岗位": "", "承诺人": "第三党小组"}, False),
        ({"承诺主体": "党员"}, True),
        ({"期限": "", "已撤销": "是"}, False),
    ],
)
def test_elements(fields: dict[str, str], told: bool) -> None:
    assert ("C01" in codes(promise(**fields))) == told
