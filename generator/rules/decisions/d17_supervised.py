"""D17: the supervisors give their opinion on a major decision between the vote and the result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.law.matters import is_major
from generator.records.kinds.decisions import Decision, resolution_day, wanted
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """大事表决以后，村务监督委员会要写监督意见，和决议一起公开；写意见的日期在表决以后、结果公开以前。

    为什么：
        监督的人看过程序、看过票数，写明日期，大家才放心；事情办完了才补意见，就没有用了。

    怎么查：
        “事项”是法律规定要大家定的，或者“金额上限”达到大额支出的，算大事（三重一大）。
        按四议两公开、4+2+4、五步法定的大事，过了决议公开期限，要有“监督意见”；
        意见的日期不早于决议，不晚于结果公开。日常事务不查，本村开始公开以前的不查。

    怎么改：
        1. 有意见没登记的，照登记表补上“监督意见”的机构、日期、意见。
        2. 日期抄错的，对照登记表改正；没有抄错的照实写。

    合格：
        # 2026-11-13表决，18日还在公开期限里
        监督意见:
        实施:
        步骤:
          - {步骤: 决议, 日期: 2026-11-13, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}

    合格：
        # 表决那天和结果公开那天写的意见都可以；没写哪天的不查日期；村里11月才开始公开，以前的没有意见也不查
        监督意见: {机构: 村务监督委员会, 日期: 2026-04-25, 意见: 程序齐全。}
        # 文件: decisions/2026-05-well.yml
        标题: 三组机井换泵
        监督意见: {机构: 村务监督委员会, 日期: 2026-11-10, 意见: 程序齐全。}
        # 文件: decisions/2026-06-canal.yml
        标题: 二组水渠清淤
        监督意见: {机构: 村务监督委员会, 意见: 程序齐全。}
        # 文件: decisions/2026-07-pond.yml
        标题: 三组鱼塘清淤
        监督意见:
        # 文件: decisions/2026-08-lamp.yml
        标题: 四组路灯，还没有装
        监督意见: {机构: 村务监督委员会, 日期: 2026-04-29, 意见: 程序齐全。}
        步骤:
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
        实施:

    合格：
        # 日常小事，花钱不多；村民协商定的事不查
        事项: 日常事务
        金额上限: 9999.99
        监督意见:
        步骤:
          - {步骤: 决议, 日期: 2026-11-01, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-11-03, 至: 2026-11-20}
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
        实施:
        # 文件: decisions/2026-11-bench.yml
        标题: 村口添4把长椅
        程序: 其他
        监督意见:
        步骤:
          - {步骤: 提议, 日期: 2026-10-08, 会议: 党组织会议}
          - {步骤: 决议, 日期: 2026-11-01, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-11-03, 至: 2026-11-20}
        实施:

    不合格：
        # 花1万元算大额，11月12日表决，到18日还没有监督意见
        事项: 日常事务
        金额上限: 10000.00
        步骤:  # <- D17
          - {步骤: 决议, 日期: 2026-11-12, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-11-13, 至: 2026-11-30}
        监督意见:

    不合格：
        # 没有表决就写了意见
        监督意见:
          机构: 村务监督委员会
          日期: 2026-04-24  # <- D17
          意见: 程序齐全。

    不合格：
        # 结果公开以后才写
        监督意见:
          机构: 村务监督委员会
          日期: 2026-11-11  # <- D17
          意见: 程序齐全。
        步骤:
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}
          - {步骤: 结果公开, 内容: 还有一次没写日期}
          # 其余步骤照样本
        # 文件: decisions/2026-05-well.yml
        标题: 三组机井换泵，还没有表决
        步骤:
          - {步骤: 提议, 日期: 2026-05-08, 会议: 党组织会议}
    """
    body: Decision = record.body
    day = resolution_day(body)
    if day is None or not wanted(body) or not is_major(body.matter, body.limit, day, context.parameters.large_payment):
        return
    opinion = body.supervision
    if opinion is None:
        due = context.due_after("决议公开", day)
        if due and context.as_of > due:
            yield Problem(
                ("步骤",),
                f"这是大事，{day_long(day)}表决，还没有写{{监督机构}}的意见",
                "照登记表补上“监督意见”：机构、日期、意见",
                f"{day_long(day)}表决，还没有{{监督机构}}的意见。",
            )
        return
    result = max((step.day for step in body.steps if step.name == "结果公开" and step.day), default=date.max)
    if opinion.day and not day <= opinion.day <= result:
        yield Problem(
            ("监督意见", "日期"),
            f"监督意见是{day_long(opinion.day)}，应在决议（{day_long(day)}）以后、结果公开以前",
            "对照登记表改正抄错的日期；没有抄错的照实写",
            f"监督意见是{day_long(opinion.day)}写的，不在决议（{day_long(day)}）和结果公开之间。",
        )


RULE = Rule(
    code="D17",
    title="大事要有监督意见",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="决定已经作出，村民有权看到有没有人监督；所以照样公开，旁边写明还没有意见，或者日期不对。",
    basis=("四议两公开", "村组法·监督机构", "居组法·监督机构"),
    check=check,
    kinds=("decisions",),
)
