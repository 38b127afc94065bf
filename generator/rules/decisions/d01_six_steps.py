"""D01: all steps of 四议两公开 are recorded."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.decisions import Decision, resolution_day, wanted
from generator.records.read import Record
from generator.rules.phrases import listed
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """四议两公开的步骤要齐：提议、商议、审议、决议、决议公开，一步都不能少。

    为什么：
        一步一步走过，大家才知道这件事是谁提的、谁商量的、谁同意的。

    怎么查：
        “程序”是四议两公开、4+2+4的，“步骤”里要有提议、商议、审议、决议；五步法没有审议这一步。
        开会表决以后过了公开期限（县里没有另定的是5天），还要有决议公开。
        书记、主任“一肩挑”的村，提议和商议可以合并，要写“合并说明”。
        实施结果公开到期才要，由另一条规则查。

    怎么改：
        1. 步骤走过、漏登记的，照会议记录补上日期、会议和人数。
        2. 提议和商议合并开的，写上“合并说明”。
        3. 还没有走到的步骤，走完再补。没有走过的不能补写。

    合格：
        步骤:
          - {步骤: 提议, 日期: 2026-11-02, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-11-02, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-11-06, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-11-10, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-11-12, 至: 2026-11-28}
        实施:
        监督意见: {机构: 村务监督委员会, 日期: 2026-11-11, 意见: 程序齐全。}

    合格：
        # 村里11月才开始公开，以前表决的，不补决议公开
        合并说明: 书记、主任“一肩挑”，提议和商议合并开会。
        步骤:
          - {步骤: 提议, 日期: 2026-04-08, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}

    合格：
        # 今天是11月18日，表决以后第5天
        步骤:
          - {步骤: 提议, 日期: 2026-11-02, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-11-05, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-11-09, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-11-13, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        实施:
        监督意见:

    不合格：
        步骤:  # <- D01
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}

    不合格：
        # 没写合并说明
        步骤:  # <- D01
          - {步骤: 提议, 日期: 2026-04-08, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        # 文件: decisions/2026-05-lamp.yml
        # 写了合并说明，合并的那次会没有写
        合并说明: 书记、主任“一肩挑”，提议和商议合并开会。
        步骤:  # <- D01
          - {步骤: 审议, 日期: 2026-05-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-05-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}

    不合格：
        # 参数: 提议商议可合并=否
        # 县里规定提议和商议不能合并
        合并说明: 书记、主任“一肩挑”，提议和商议合并开会。
        步骤:  # <- D01
          - {步骤: 提议, 日期: 2026-04-08, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}

    不合格：
        # 今天是11月18日，表决以后第6天
        步骤:  # <- D01
          - {步骤: 提议, 日期: 2026-11-02, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-11-05, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-11-09, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 日期: 2026-11-12, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        # 文件: decisions/2026-03-lamp.yml
        # 四次会议齐了，哪天表决的没写，由查日期的规则提出来
        步骤:
          - {步骤: 提议, 日期: 2026-03-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-03-12, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-03-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - {步骤: 决议, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
        # 文件: decisions/2026-11-hall.yml
        # 不是四议两公开，不查步骤
        程序: 其他
        步骤:
          - {步骤: 决议, 日期: 2026-11-02, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
    """
    body: Decision = record.body
    given = {step.name for step in body.steps}
    missing = [name for name in wanted(body) if name not in given and not name.endswith("公开")]
    first_two = {"提议", "商议"}
    if body.merged and context.parameters.merged_steps and given & first_two:
        missing = [name for name in missing if name not in first_two]
    day = resolution_day(body)
    if wanted(body) and "决议公开" not in given and day:
        due = context.due_after("决议公开", day)
        if due and context.as_of > due:
            missing.append("决议公开")
    if missing:
        names = listed(missing)
        yield Problem(
            ("步骤",),
            f"{body.procedure}的步骤里还没有：{names}",
            _remedy(context, bool(first_two & set(missing))),
            f"{body.procedure}的步骤里还没有：{names}。",
        )


def _remedy(context: Context, of_the_first_two: bool) -> str:
    mend = "走过的步骤照会议记录补上日期、会议和人数；没走到的，走完再补"
    if not of_the_first_two:
        return mend
    merged = "提议和商议合并开的，写上“合并说明”"
    return f"{mend}。{merged if context.parameters.merged_steps else '提议和商议在这里不能合并'}"


RULE = Rule(
    code="D01",
    title="四议两公开一步不少",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="缺了步骤的决定村民更要看到；所以照样公开，旁边写明还没有哪几步。",
    basis=("四议两公开", "公开"),
    check=check,
    kinds=("decisions",),
)
