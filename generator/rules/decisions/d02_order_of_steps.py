"""D02: the steps follow each other in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.kinds.decisions import STEPS, Decision
from generator.records.read import Record
from generator.rules.phrases import Event, out_of_order, quoted
from generator.rules.rule import Context, Problem, Rule, Scope

LINES = (
    ("提议", "商议", "审议", "决议", "决议公开"),
    ("决议", "开工", "完工", "验收"),
    ("完工", "结果公开"),
    ("决议公开", "结果公开"),
)
"""In each line no day lies before the one to its left. Steps without a day are left out."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """各步的日期要一步接一步，后面的不能早于前面的。同一天可以。

    为什么：
        先开工、后表决，表决就成了走过场。日期顺了，大家才信得过。

    怎么查：
        提议、商议、审议、决议、决议公开，日期依次不能倒。
        开工不能早于决议，完工不能早于开工，结果公开不能早于完工。
        四次会议没写日期的，也会提出来。

    怎么改：
        1. 对照会议记录，看日期是不是抄错了。
        2. 没抄错的，日期照实写，不要改；可以在“说明”里写明原因。

    合格：
        步骤:
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-08, 会议: 两委联席会议}
          # 其余步骤照样本

    合格：
        # 结果公开了两次，看最后一次
        步骤:
          - {步骤: 结果公开, 日期: 2026-07-10, 至: 2026-07-26, 内容: 路面铺了一半。}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}
          # 其余步骤照样本
        实施: {开工: 2026-04-25, 完工: 2026-10-28, 验收: 2026-10-28, 合同价: 156000.00}

    不合格：
        步骤:
          - 步骤: 审议
            日期: 2026-04-26
            会议: 党员大会
            应到: 57
            实到: 46
            同意: 46
          - 步骤: 决议
            日期: 2026-04-25  # <- D02
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 36
          # 其余步骤照样本

    不合格：
        步骤:
          - {步骤: 商议, 会议: 两委联席会议}  # <- D02
          - {步骤: 提议, 会议: 党组织会议}  # <- D02
          - {步骤: 决议公开, 至: 2026-05-13}
          # 其余步骤照样本
        实施:
          开工: 2026-04-24  # <- D02
          完工: 2026-10-28
    """
    body: Decision = record.body
    undated = [(index, step) for index, step in enumerate(body.steps) if step.day is None and step.name in STEPS[:4]]
    if undated:
        names = quoted(step.name for _, step in undated)
        first, *others = (("步骤", index) for index, _ in undated)
        yield Problem(first, f"{names}没有写日期", "照会议记录补上“日期”", f"{names}没有写日期。", also=others)
    events = _events(body)
    for line in LINES:
        for before, after in out_of_order(events[name] for name in line if name in events):
            yield Problem(
                after.at,
                f"“{after.name}”是{day_long(after.day)}，早于“{before.name}”的{day_long(before.day)}",
                "对照会议记录和合同，改正抄错的日期；没有抄错的，照实写",
                f"{after.name}是{day_long(after.day)}，比{before.name}（{day_long(before.day)}）早。",
            )


def _events(body: Decision) -> Mapping[str, Event]:
    """The first day of each step. For 结果公开 it is the last day, because there may be reports while work goes on."""
    found: dict[str, list[Event]] = defaultdict(list)
    for index, step in enumerate(body.steps):
        if step.day:
            found[step.name].append(Event(step.name, ("步骤", index, "日期"), step.day))
    events = {
        name: (max if name == "结果公开" else min)(days, key=lambda event: event.day) for name, days in found.items()
    }
    if body.execution:
        days = {"开工": body.execution.started, "完工": body.execution.completed, "验收": body.execution.accepted}
        events |= {name: Event(name, ("实施", name), day) for name, day in days.items() if day}
    return events


RULE = Rule(
    code="D02",
    title="各步日期不能倒",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="日期倒了，可能抄错，也可能没照程序办，村民都该看到；所以照样公开，旁边写明日期。",
    basis=("四议两公开",),
    check=check,
    kinds=("decisions",),
)
