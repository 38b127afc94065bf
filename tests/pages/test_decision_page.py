"""A decision as one story: how far it went, whether enough heads were there, the money and the promises that followed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.pages.charts import bar, scale
from generator.pages.commitment.record import commitment_view
from generator.pages.decision.record import DecisionPage, decision_page, decision_view
from generator.site.model import Entry, PlaceSite
from tests.exports.model import SAMPLES, village
from tests.support.desks import desk

SAMPLE = SAMPLES["decisions/2026-10"]


def entry(place: PlaceSite, folder: str) -> Entry:
    return next(one for one in place.entries if one.address.kind == folder)


def view(text: str, **records: str) -> DecisionPage:
    place = village({"decisions/2026-10": text, **records})
    return decision_view(desk(place), entry(place, "decisions"))


def html(text: str) -> str:
    place = village({"decisions/2026-10": text})
    return decision_page(desk(place), entry(place, "decisions")).main


def without(name: str) -> str:
    """The sample without one of its steps."""
    head, steps, tail = SAMPLE.partition("步骤:\n")
    parts, rest = tail[: tail.index("监督意见")], tail[tail.index("监督意见") :]
    kept = [f"  - 步骤: {part}" for part in parts.split("  - 步骤: ")[1:] if not part.startswith(f"{name}\n")]
    return head + steps + "".join(kept) + rest


def test_all_six_steps() -> None:
    assert view(SAMPLE).said == "六步都走完了。开了4次会，每次到会的人和同意的人都够。"


def test_a_step_that_is_not_written() -> None:
    """Said as what the record holds, not as what was or was not done."""
    assert view(without("审议")).said.startswith("六步走了5步，记录里还没有第3步。开了3次会，")
    assert "记录里还没有</span>" in html(without("审议"))


def test_a_step_that_is_not_due() -> None:
    """Whoever has not finished has no result to publish; afterwards the day is given."""
    open_ = without("结果公开").replace("  完工: 2026-10-28\n  验收: 2026-11-06\n", "")
    assert view(open_).said.startswith("六步走了5步，第6步还没到时间。")
    due = view(without("结果公开").replace("2026-10-28", "2026-11-06").replace("验收: 2026-11-06", "验收: 2026-11-10"))
    assert [(stage.state, stage.due) for stage in due.stages][-1] == ("wait", date(2026, 11, 21))


def test_a_step_without_a_day_is_there() -> None:
    """Its content and its counts are shown, and the page says that the day is not written; D01 counts it too."""
    text = SAMPLE.replace("    日期: 2026-04-18\n", "")
    page = view(text)
    assert page.said.startswith("六步都走完了。开了4次会，")
    assert page.stages[2].step
    assert page.stages[2].step.present == 46
    shown = html(text)
    assert "没有写日期" in shown
    assert "<span>实到 <b>46</b></span>" in shown


def test_under_way() -> None:
    """Meetings that are not due yet are neither missing nor late; the page says which step it has reached."""
    text = SAMPLE
    for name in ("审议", "决议", "决议公开", "结果公开"):
        head, _, tail = text.partition(f"  - 步骤: {name}\n")
        rest = tail.split("  - 步骤: ", 1)
        text = head + ("  - 步骤: " + rest[1] if len(rest) > 1 else tail[tail.index("监督意见") :])
    text = text.replace("监督意见:", "  - {步骤: 决议, 日期: 2026-12-01, 会议: 村民代表会议}\n监督意见:")
    text = text[: text.index("实施:")] + text[text.index("公开:\n") :]
    page = view(text)
    assert [stage.state for stage in page.stages] == ["done", "done", "wait", "wait", "wait", "wait"]
    assert page.said.startswith("六步走了2步，还在进行中。开了2次会，")
    assert page.under_way == "走到第2步（村“两委”商议，2026年4月12日）"
    assert page.main is None
    shown = html(text)
    assert "进行中" in shown
    assert "定在2026年12月1日" in shown
    assert "记录里还没有" not in shown


def test_the_page_itself_makes_the_resolution_public() -> None:
    text = without("决议公开").replace("公开日期: 2026-04-27", "公开日期: 2026-04-28")
    page = view(text)
    assert page.said.startswith("六步都走完了。")
    assert page.stages[4].day == date(2026, 4, 28)
    assert "就是这一页公开的" in html(text)


def test_costs_in_a_table_are_costs() -> None:
    text = (
        SAMPLE.replace("金额上限: 158000.00\n", "")
        .replace("  合同价: 156000.00\n", "")
        .replace("    实际花费: 156000.00\n", "")
    )
    assert "花多少钱没有写" in html(text)
    table = "表格:\n  - {列: [{列: 项目}, {列: 花费, 类型: 金额, 单位: 元}], 行: [[水泥, 3000]]}\n"
    assert "写在上面的表里" in html(text + table)
    assert ">表</h2>" not in html(text + table)


def test_all_steps_are_shown() -> None:
    """Also a second one of a name, and how the vote was taken."""
    more = "  - {步骤: 决议, 日期: 2026-05-02, 会议: 村民会议, 实到: 300, 表决方式: 举手}\n监督意见:"
    shown = html(SAMPLE.replace("监督意见:", more, 1))
    assert "表决方式：举手" in shown
    assert "<span>实到 <b>300</b></span>" in shown


def test_two_steps_in_one_meeting() -> None:
    said = view(without("商议").replace("监督意见:", "合并说明: 书记、主任一人担任，合并开会。\n监督意见:")).said
    assert said.startswith("六步（头两步合成一次会）都走完了。开了3次会，")


@pytest.mark.parametrize(
    ("old", "new", "short"),
    [
        ("实到: 36\n    同意: 34\n    反对: 1\n", "实到: 26\n    同意: 25\n    反对: 0\n", "到会的人不够"),
        ("同意: 34\n    反对: 1\n", "同意: 18\n    反对: 17\n", "同意的人不够"),
        (
            "实到: 36\n    同意: 34\n    反对: 1\n",
            "实到: 26\n    同意: 13\n    反对: 12\n",
            "到会的人不够、同意的人不够",
        ),
    ],
)
def test_too_few_heads(old: str, new: str, short: str) -> None:
    """Said at the top, in the sentence and beside the bar; nothing says that it was passed."""
    text = SAMPLE.replace(old, new)
    assert text != SAMPLE
    page = view(text)
    assert page.main
    assert page.main.lacking == short
    assert page.said.endswith(f"第4步{short}。")
    assert "已通过" not in html(text)
    assert f'<span class="st st-late">{short}</span>' in html(text)


def test_heads_not_written() -> None:
    text = SAMPLE.replace("    应到: 42\n    实到: 36\n    同意: 34\n    反对: 1\n    弃权: 1\n", "")
    page = view(text)
    assert page.main is None
    assert page.said.endswith("第4步的人数没有写全。")


def test_arithmetic_in_words() -> None:
    """Two thirds of 42 are 28; more than half of 36 are 19; of the party members half of all count, 57 → 29."""
    page = view(SAMPLE)
    assert page.main
    assert page.main.presence == "应到42人，要到三分之二，就是至少28人；实到36人。"
    assert page.main.consent == "到会36人，同意的要超过一半，就是至少19人；同意34人。"
    assert page.outcome == "2026年4月25日，村民代表42人里来了36人，34人同意，人数够，定下来了。"
    members = page.stages[2].quorum
    assert members
    assert members.consent == "应到57人，同意的要超过一半，就是至少29人；同意45人。"


def test_households_are_counted_as_households() -> None:
    text = SAMPLE.replace("会议: 村民代表会议", "会议: 村民会议\n    按什么算到会: 户代表")
    page = view(text)
    assert page.main
    assert "应到42户" in page.main.presence
    assert "一个格子代表一户" in html(text)


def test_money_and_promises_lead_both_ways() -> None:
    """Payment ↔ decision ↔ promise ↔ the payment's line that proves it."""
    accounts = SAMPLES["finance/2026-10"].replace("凭证号: 支-46", "凭证号: 支-46\n    决策: decisions/2026-10")
    promise = SAMPLES["commitments/2026-10"] + "相关: [decisions/2026-10]\n"
    promise = promise.replace("佐证:\n", "佐证:\n  - {名称: 付款凭证, 记录: finance/2026-10, 凭证号: 支-46}\n")
    records = {"decisions/2026-10": SAMPLE, "finance/2026-10": accounts, "commitments/2026-10": promise}
    place = village(records)
    shown = decision_view(desk(place), entry(place, "decisions"))
    assert [payment.url for payment in shown.payments] == ["shidu/liuwan/finance/2026-10.html#e2"]
    assert [(one.link.title, one.state) for one in shown.commitments] == [("9月底前修好二组断头水渠380米", "已兑现")]
    assert [link.kind for link in shown.related] == []
    kept = commitment_view(desk(place), entry(place, "commitments"))
    assert [link.title for link in place.related(entry(place, "commitments"))] == [
        "村口至三组道路硬化",
        "2026年10月财务收支",
    ]
    assert kept.evidence[0][2]
    assert kept.evidence[0][2].url == "shidu/liuwan/finance/2026-10.html#e2"
    assert [link.kind for link in place.related(entry(place, "finance"))] == ["承诺"]


def test_what_is_still_to_be_paid() -> None:
    accounts = SAMPLES["finance/2026-10"].replace("凭证号: 支-46", "凭证号: 支-46\n    决策: decisions/2026-10")
    page = view(SAMPLE, **{"finance/2026-10": accounts})
    assert (page.paid, page.unpaid) == (Decimal(5600), Decimal(150400))
    untold = SAMPLE.replace("    实际花费: 156000.00\n", "")
    assert "公开的账里还没有写明按这份决议付的钱" in html(untold)
    assert "已经付的" not in html(untold), "nothing written is no 0.00"
    assert "实际花费" not in html(untold)


def test_why_the_cost_told_is_not_what_was_paid() -> None:
    """实际花费 beside what the published accounts show: never two figures without a word."""
    accounts = SAMPLES["finance/2026-10"].replace("凭证号: 支-46", "凭证号: 支-46\n    决策: decisions/2026-10")
    part = view(SAMPLE, **{"finance/2026-10": accounts}).difference
    assert part.startswith("实际花费156,000.00元，比公开的账里写明按这份决议付的多150,400.00元。")
    assert "公开的账从2026年10月1日开始，以前付的没有算进来" in part
    assert "暂缓" not in part
    assert "公开的账里还没有写明按这份决议付的钱" in view(SAMPLE).difference
    less = SAMPLE.replace("实际花费: 156000.00", "实际花费: 5000.00")
    assert "多600.00元" in view(less, **{"finance/2026-10": accounts}).difference
    same = SAMPLE.replace("实际花费: 156000.00", "实际花费: 5600.00")
    assert view(same, **{"finance/2026-10": accounts}).difference == ""


def test_powers_are_linked_both_ways() -> None:
    """The decision that the villagers' assembly empowered, and the one by which it did."""
    records = {"decisions/2026-10": SAMPLE + "授权: decisions/2025-03\n", "decisions/2025-03": SAMPLE}
    place = village(records)
    for one in place.entries:
        assert len(place.related(one)) == 1


def test_words_under_a_bar_stay_inside() -> None:
    assert 'class="ct m" x="95.0%"' in scale(19, 20, "目标95%")
    assert 'class="ct" x="50.0%"' in scale(1, 2, "至少1人")
    assert 'class="ct s" x="10.0%"' in scale(1, 10, "至少1人")
    assert "aria-hidden" in bar(1, 2)


def test_members_need_two_thirds_of_all() -> None:
    """Of everybody, not of those who came; the rule that says so is the one linked."""
    text = SAMPLE.replace("会议: 村民代表会议", "会议: 成员代表大会").replace("同意: 34", "同意: 27")
    quorum = view(text).main
    assert quorum
    assert quorum.consent == "应到42人，同意的要达到三分之二，就是至少28人；同意27人。"
    assert quorum.lacking == "同意的人不够"
    assert "rules/d12.html" in html(text)


def test_what_is_done_beside_the_steps() -> None:
    extra = """\
程序: 4+2+4
镇审核: {日期: 2026-04-20, 结果: 同意, 文号: 石党审〔2026〕9号}
民意采集: {日期: 2026-04-22, 发放: 412, 收回: 400, 赞成: 380}
过程监督: [{日期: 2026-08-20, 内容: 量过路面厚度。}]
评议: {日期: 2026-11-16, 参加: 40, 满意: 38, 基本满意: 2}
"""
    page = view(SAMPLE + extra)
    assert [(one.title, one.words) for one in page.further] == [
        ("镇党委审核", "同意（石党审〔2026〕9号）。"),
        ("听大家意见", "发出意见卡412张，收回400张，赞成380张，占收回的95%。"),
        ("过程监督", "量过路面厚度。"),
        ("群众评议", "40人参加，满意38人，基本满意2人。"),
    ]
    assert page.said == "六步都走完了。开了4次会，每次到会的人和同意的人都够。"
    assert view(SAMPLE).further == ()


def test_five_steps_rest_on_a_promise() -> None:
    text = without("审议") + "程序: 五步法\n承诺: commitments/2026-10\n"
    page = view(text, **{"commitments/2026-10": SAMPLES["commitments/2026-10"]})
    assert [stage.title for stage in page.stages[:3]] == ["民主提案", "民主议案", "民主表决"]
    assert [one.title for one in page.further] == ["创业承诺"]
    assert view(text).further == (), "a promise that is not public is not named"
