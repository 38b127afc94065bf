"""D10: after completion the result is public, with what it cost."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.base.money import yuan
from generator.law.obligations import counted
from generator.records.kinds.decisions import Decision, result_published
from generator.records.read import Record
from generator.rules.phrases import SAY_WHY, late
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """完工后15天内（县里另定的按县里的）公开实施结果，写明实际花了多少钱。

    为什么：
        当初说花多少、最后花了多少，要让大家看得到、比得上。

    怎么查：
        写了“完工”的，完工后到了期限，要有“结果公开”这一步和日期；记录本身是完工以后公开的，看“公开日期”。
        写了“金额上限”的，结果公开里要有“实际花费”；超过上限的，会写出超过多少。

    怎么改：
        1. 没公开的：张贴公布，再在“步骤”里补上“结果公开”，写日期和实际花费。
        2. 晚了的：日期照实写，不要改。
        3. 花费超过上限的：对照结算单，没有抄错的，在“说明”里写清楚原因和谁同意的。

    合格：
        步骤:
          - {步骤: 结果公开, 日期: 2026-11-12, 至: 2026-11-28, 内容: 10月28日完工。, 实际花费: 158000.00}
          # 其余步骤照样本
        实施: {开工: 2026-04-25, 完工: 2026-10-28, 验收: 2026-11-05, 合同价: 158000.00}

    合格：
        # 还没有完工，不用公开结果
        步骤:
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        实施: {开工: 2026-05-20}

    合格：
        # 11月10日完工，到18日还在期限里；没有写完工的，中途公开可以不写花费
        步骤:
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        实施: {开工: 2026-05-20, 完工: 2026-11-10}
        # 文件: decisions/2026-05-well.yml
        标题: 村里11月才开始公开，10月完工的不查
        步骤:
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        # 文件: decisions/2026-06-canal.yml
        标题: 二组水渠清淤
        步骤:
          - {步骤: 结果公开, 日期: 2026-09-10, 内容: 清了一半}
          # 其余步骤照样本
        实施: {开工: 2026-05-20}

    不合格：
        # 村: 开始公开日期=2026-01-01
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
        实施:
          开工: 2026-05-20
          完工: 2026-11-02  # <- D10

    不合格：
        # 村: 开始公开日期=2026-01-01
        # 完工以后才公开的记录，就是结果公开：晚了2天，没写实际花费
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
        实施:
          完工: 2026-10-26  # <- D10
        公开:
          公开日期: 2026-11-12  # <- D10
          至: 2026-11-28
          审核: [{机构: 村务监督委员会, 日期: 2026-11-11}]

    不合格：
        步骤:
          - 步骤: 结果公开
            日期: 2026-11-10
            至: 2026-11-26
            实际花费: 163500.00  # <- D10
          # 其余步骤照样本

    不合格：
        # 村: 开始公开日期=2026-01-01
        步骤:
          - 步骤: 结果公开
            日期: 2026-11-14  # <- D10
            至: 2026-11-30
            内容: 10月28日完工，11月6日验收合格。
          - {步骤: 结果公开, 日期: 2026-06-10, 内容: 路基好了}  # <- D10
          # 其余步骤照样本

    不合格：
        # 结果公开没写日期；结果早于完工的，由D02提出来
        # 村: 开始公开日期=2026-01-01
        步骤:
          - {步骤: 结果公开, 实际花费: 156000.00}  # <- D10
          # 其余步骤照样本
        # 文件: decisions/2026-05-well.yml
        标题: 三组机井换泵
        步骤:
          - {步骤: 结果公开, 日期: 2026-10-20, 实际花费: 156000.00}
          # 其余步骤照样本
    """
    body: Decision = record.body
    results = [(index, step) for index, step in enumerate(body.steps) if step.name == "结果公开"]
    completed = body.execution.completed if body.execution else None
    if completed and counted(context.profile, completed):
        due = add_days(completed, context.parameters.result_due_days)
        # A report while work goes on is no report of the result.
        final = [(step.day, index) for index, step in results if step.day and step.day >= completed]
        early = any(step.day for _, step in results)
        if final:
            day, index = min(final)
            note = f"{day_long(completed)}完工，结果"
            yield from late(("步骤", index, "日期"), "实施结果公开", due, day, SAY_WHY, note=note)
        elif itself := result_published(body, record.public_since):
            note = f"{day_long(completed)}完工，结果"
            yield from late(("公开", "公开日期"), "实施结果公开", due, itself, SAY_WHY, note=note)
        elif context.as_of > due and not early:  # else D02 says that the result came before the end
            gone = (context.as_of - due).days
            what = "没有写日期" if results else "还没有公开"
            yield Problem(
                ("步骤", results[0][0]) if results else ("实施", "完工"),
                f"实施结果{what}：应在{day_long(due)}前公开，已过{gone}天",
                "张贴公布，在“步骤”里写“结果公开”的日期和实际花费",
                f"{day_long(completed)}完工，结果应在{day_long(due)}前公开，到现在没有公开的记录。",
            )
    if body.limit is None:
        return
    told = [(index, step.actual_cost) for index, step in results if step.actual_cost is not None]
    if completed and not told and (results or result_published(body, record.public_since)):
        yield Problem(
            ("步骤", results[-1][0]) if results else ("实施", "完工"),
            f"结果公开没有写实际花费（议定不超过{yuan(body.limit)}元）",
            "照结算单补上“实际花费”，单位是元",
            f"议定花费不超过{yuan(body.limit)}元，实际花了多少没有写。",
        )
    for index, cost in told:
        if cost > body.limit:
            over = yuan(cost - body.limit)
            yield Problem(
                ("步骤", index, "实际花费"),
                f"实际花费{yuan(cost)}元，超过金额上限{yuan(body.limit)}元，多{over}元",
                "对照结算单改正；没有抄错的，在“说明”里写清楚原因和谁同意的",
                f"议定花费不超过{yuan(body.limit)}元，实际花费{yuan(cost)}元，多{over}元。",
            )


RULE = Rule(
    code="D10",
    title="完工要公开结果",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="事情办到哪一步、花了多少钱，村民有权知道；所以照样公开，旁边写明还缺什么。",
    basis=("公开", "四议两公开"),
    check=check,
    kinds=("decisions",),
)
