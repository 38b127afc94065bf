"""R06: a target is reached by its year, and a room meets the standard only if all eight points do."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.inexact import all_exact
from generator.base.share import share
from generator.records.kinds.targets import Targets
from generator.records.kinds.venues import Venue
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """目标指标的总数要大于0；到了目标年，看看达到了没有。活动场所八条都做到，才写“达标”。

    为什么：
        几分之几要算得出来；到期的目标心里要有数。

    怎么查：
        “总数”大于0；“其他指标”写明名称；“期间”到了“目标年”年底，“完成”除以“总数”不低于“目标”。
        活动场所的“达标”和“两室标准”的八条对得上；计划改建的日子过了，还没有达标的，也会提醒。

    怎么改：
        1. 对照台账改正数字。
        2. 没有达到的，照实填，在“说明”里写一句打算。

    合格：
        期间: 2026-Q4
        指标:
          - {指标: 一肩挑, 完成: 13, 总数: 20, 目标: 0.65, 目标年: 2026}
          - {指标: 示范社区, 完成: 1, 总数: 3, 目标: 0.50, 目标年: 2027}
          - {指标: 后备干部, 完成: 1, 总数: 3}
          - {指标: 书记有带富能力, 完成: 1, 总数: 3, 目标: 0.60}
          - {指标: 其他指标, 名称: 镇党委示范点, 完成: 3, 总数: 3}

    合格：
        # 文件: venues/2026.yml
        标题: 村级活动场所情况
        两室标准: {不透风: 是, 不漏雨: 否, 有桌椅: 是, 有制度: 是, 有档案: 是, 有宣传设备: 是, 能开会: 是, 能学习: 是}
        达标: 否
        新建改建: {内容: 翻修屋顶, 完成: "2026-11"}

    合格：
        # 文件: venues/2026.yml
        标题: 村级活动场所情况
        两室标准: {不透风: 是, 不漏雨: 是, 有桌椅: 是, 有制度: 是, 有档案: 是, 有宣传设备: 是, 能开会: 是, 能学习: 是}
        达标: 是
        新建改建: {内容: 翻修屋顶, 完成: "2025"}

    合格：
        # 文件: venues/2026.yml
        标题: 村级活动场所情况
        两室标准: {不透风: 是, 不漏雨: 否, 有桌椅: 是, 有制度: 是, 有档案: 是, 有宣传设备: 是, 能开会: 是, 能学习: 是}
        达标: 否
        新建改建: {内容: 翻修屋顶}

    合格：
        # 文件: venues/2026.yml
        标题: 村级活动场所情况
        两室标准: {不透风: 否, 不漏雨: 否, 有桌椅: 是, 有制度: 是, 有档案: 是, 有宣传设备: 是, 能开会: 是, 能学习: 是}
        达标: 否

    不合格：
        期间: 2026-Q4
        指标:
          - 指标: 示范社区
            完成: 0
            总数: 0  # <- R06
          - 指标: 一肩挑
            完成: 12  # <- R06
            总数: 20
            目标: 0.65
            目标年: 2026
          - 指标: 其他指标  # <- R06
            完成: 1
            总数: 2

    不合格：
        # 文件: venues/2026.yml
        标题: 村级活动场所情况
        两室标准: {不透风: 是, 不漏雨: 否, 有桌椅: 是, 有制度: 是, 有档案: 是, 有宣传设备: 是, 能开会: 是, 能学习: 是}
        达标: 是  # <- R06

    不合格：
        # 文件: venues/2026.yml
        标题: 村级活动场所情况
        两室标准: {不透风: 是, 不漏雨: 否, 有桌椅: 是, 有制度: 是, 有档案: 是, 有宣传设备: 是, 能开会: 是, 能学习: 是}
        达标: 否
        新建改建:
          完成: "2026-10"  # <- R06
          内容: 翻修屋顶
    """
    match record.body:
        case Targets() as targets:
            yield from _goals(targets)
        case Venue() as venue:
            yield from _venue(venue, context)


def _goals(body: Targets) -> Iterator[Problem]:
    for index, goal in enumerate(body.goals):
        if goal.metric == "其他指标" and goal.name is None:
            yield Problem(("指标", index, "指标"), "“其他指标”没有写是什么指标", "补上“名称”")
        if not all_exact(goal.done, goal.whole):
            continue
        if goal.whole <= 0:
            yield Problem(
                ("指标", index, "总数"), f"“{goal.called}”的总数是{goal.whole}，算不出几分之几", "对照台账改正"
            )
        elif goal.short and goal.by and body.period and goal.by.end <= body.period.end:
            reached = f"{goal.by.label}的目标是{goal.aim_said}，到{body.period.label}是{share(goal.done, goal.whole)}"
            yield Problem(
                ("指标", index, "完成"),
                f"“{goal.called}”{reached}",
                "对照台账看数字；没有抄错的，在“说明”里写下一步打算",
            )


def _venue(body: Venue, context: Context) -> Iterator[Problem]:
    if body.checklist is None or body.standard_met is None or body.checklist.unclear:
        return
    if body.standard_met != body.checklist.complete:
        eight = "八条都做到了" if body.checklist.complete else "八条没有都做到"
        written = "是" if body.standard_met else "否"
        yield Problem(("达标",), f"“达标”写的是“{written}”，两室标准{eight}", "对照检查表，改一致")
    elif not body.standard_met and body.works and body.works.end and body.works.end.end < context.as_of:
        planned = f"计划{body.works.end.label}完成“{body.works.words}”，现在还没有达标"
        yield Problem(("新建改建", "完成"), planned, "改好了的重新检查、改“达标”；没有改好的，改计划日期")


RULE = Rule(
    code="R06",
    title="目标达到了没有",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="完成多少已经写在页面上，村民自己会看；这里只提醒填写的人核对。",
    basis=("目标考核制度",),
    check=check,
    kinds=("targets", "venues"),
)
