"""C11: the days of a promise are in order: set, reviewed, published, under way, done, verified."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.kinds.commitments import Commitment
from generator.records.read import Record
from generator.rules.phrases import Event, out_of_order
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """承诺一步一步走：先定下来，再审核、公开，然后办事，办完销号、核实；日期不能倒着来。

    为什么：
        事情办完了再来承诺，或者没到期就问责，都说不通。日期顺了，大家才信得过。

    怎么查：
        制定日期、审核日期、公开日期、各次“进展”、完成日期、核实日期，后面的不能早于前面的，同一天可以。
        完成以后不再写进展；“问责”要在“期限”以后；已撤销的不能又销号。

    怎么改：
        1. 对照承诺书和记录，看日期是不是抄错了。
        2. 先做的事不算承诺，改成一般的村务公开。
        3. 完成以后的情况，写在“核实情况”或者“说明”里。

    合格：
        # 全在一天也可以
        制定日期: 2026-02-08
        进展:
          - {日期: 2026-02-10, 情况: 开工}
          - {日期: 2026-02-10, 完成数量: 380, 情况: 完工}
        销号: {完成日期: 2026-02-10, 核实岗位: 村务监督委员会主任 赵德顺, 核实日期: 2026-02-10}
        评议: {日期: 2026-02-20, 参加: 38, 满意: 38}

    合格：
        # 参数: 组织承诺兑现率=0
        期限: 2026-09-30
        销号:
        评议:
        问责:
          - {日期: 2026-10-01, 措施: 镇党委约谈负责人}

    合格：
        # 没有完成，撤销了
        已撤销: 是
        销号:
        评议:

    不合格：
        制定日期: 2026-02-09
        公开:
          公开日期: 2026-02-10
          审核:
            - 机构: 镇党委
              日期: 2026-02-08  # <- C11

    不合格：
        # 公开以前已经开工
        进展:
          - 日期: 2026-02-09  # <- C11
            情况: 开工
          - {日期: 2026-09-26, 情况: 完工}

    不合格：
        # 核实早于完成
        进展:
          - {日期: 2026-09-08, 情况: 开工}
          - {日期: 2026-09-27, 情况: 完工}
        销号:
          完成日期: 2026-09-26  # <- C11
          核实岗位: 村务监督委员会主任 赵德顺
          核实日期: 2026-09-25  # <- C11

    不合格：
        # 还没到期就问责；撤销了又销号
        期限: 2026-10-01
        问责:
          - 日期: 2026-10-01  # <- C11
            措施: 镇党委约谈负责人
        已撤销: 是  # <- C11
        # 文件: commitments/2026-05.yml
        标题: 没有写期限，不知道过没过期
        期限:
        问责:
          - {日期: 2026-10-01, 措施: 镇党委约谈负责人}
    """
    body: Commitment = record.body
    for before, after in out_of_order(_events(body)):
        yield Problem(
            after.at,
            f"{after.name}是{day_long(after.day)}，早于{before.name}的{day_long(before.day)}",
            "对照承诺书和记录改正抄错的日期；没有抄错的，照实写",
            f"{after.name}是{day_long(after.day)}，比{before.name}（{day_long(before.day)}）早。",
        )
    for index, one in enumerate(body.accountability):
        if body.due and one.day and one.day <= body.due:
            yield Problem(
                ("问责", index, "日期"),
                f"{day_long(one.day)}问责，期限是{day_long(body.due)}，还没有过期",
                "对照记录改正“期限”或者问责的日期",
                f"期限是{day_long(body.due)}，问责写的是{day_long(one.day)}，日期正在核对。",
            )
    if body.withdrawn and body.closing:
        yield Problem(
            ("已撤销",),
            "写了已撤销，又写了销号",
            "办完了的删掉“已撤销”；撤销了的删掉“销号”",
            "这条承诺既写了撤销，又写了完成，正在核对。",
        )


def _events(body: Commitment) -> Iterator[Event]:
    """Everything with a date, in the order in which it should have happened."""
    if body.set_on:
        yield Event("制定日期", ("制定日期",), body.set_on)
    reviews = [(one.day, index) for index, one in enumerate(body.publication.reviews)]
    if reviews:
        day, index = min(reviews)
        yield Event("审核日期", ("公开", "审核", index, "日期"), day)
    yield Event("公开日期", ("公开", "公开日期"), max([body.publication.day, *(day for day, _ in reviews)]))
    for index, one in enumerate(body.progress):
        if one.day:
            yield Event("进展", ("进展", index, "日期"), one.day)
    if body.closing:
        if body.closing.day:
            yield Event("完成日期", ("销号", "完成日期"), body.closing.day)
        if body.closing.verified_on:
            yield Event("核实日期", ("销号", "核实日期"), body.closing.verified_on)


RULE = Rule(
    code="C11",
    title="承诺的日期不能倒",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="日期倒了，可能抄错，也可能没照程序办，村民都该看到；所以照样公开，旁边写明日期。",
    basis=("承诺制",),
    check=check,
    kinds=("commitments",),
)
