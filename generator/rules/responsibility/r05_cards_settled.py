"""R05: a supervision card has a due day and a result, and every finding of an inspection is followed up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect, Key
from generator.records.kinds.tasks import Task, TaskList
from generator.records.read import Record
from generator.rules.phrases import unwritten
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """督办卡要写限期，到期要有结果；督查发现的问题，要有人限期去办。

    为什么：
        督办就是盯着办，没有限期、没有结果，就白督办了。

    怎么查：
        督办卡每一项有“期限”，期限在发出日期以后；过了期限还没有“完成日期”的，会提出来；
        办完的要有“结果”，也要有“佐证”或者“记录”。
        督查发现的每一项，要有“期限”，或者当场办完，或者用“记录”指到督办卡、清单。

    怎么改：
        1. 照督办卡补上“期限”。
        2. 办完的，补“完成日期”“结果”“佐证”；没有办完的，照实公开，抓紧办。

    合格：
        类型: 督办卡
        发出日期: 2026-11-02
        清单:
          - {事项: 村口垃圾外溢, 期限: 2026-11-18}
          - {事项: 公开栏玻璃破损, 期限: 2026-11-03, 完成日期: 2026-11-10, 结果: 换了新玻璃, 佐证: [照片1张]}

    合格：
        # 文件: decisions/2026-09-well.yml
        标题: 三组机井换泵
        # 文件: tasks/2026-09.yml
        类型: 督办卡
        发出日期: 2026-09-02
        清单:
          - {事项: 三组机井不出水, 期限: 2026-09-30, 完成日期: 2026-09-20, 结果: 换了泵, 记录: decisions/2026-09-well}

    合格：
        # 文件: tasks/2026-07.yml
        标题: 七月的问题清单
        # 文件: tasks/2026-06.yml
        类型: 督查
        清单:
          - {事项: 公开栏上没有五月的账, 期限: 2026-06-20}
          - {事项: 会议记录没有编号, 完成日期: 2026-06-11}
          - {事项: 三组路灯不亮, 记录: tasks/2026-07}

    合格：
        清单:
          - {事项: 二组水渠漏水, 负责: 村委会委员 吴建国, 期限: 2026-07-10, 转下期原因: 要等放水以后才能补}

    不合格：
        类型: 督办卡
        发出日期: 2026-11-02
        清单:
          - 事项: 村口垃圾外溢
            期限: 2026-11-02  # <- R05
            完成日期: 2026-11-02
            结果: 当天清运
            佐证: [照片1张]
          - 事项: 公开栏玻璃破损  # <- R05

    不合格：
        类型: 督办卡
        发出日期: 2026-11-02
        清单:
          - 事项: 村口垃圾外溢
            期限: 2026-11-17  # <- R05
          - 事项: 公开栏玻璃破损
            期限: 2026-11-17
            完成日期: 2026-11-10  # <- R05
            结果: 换了新玻璃
          - 事项: 公开栏没有灯
            期限: 2026-11-17
            完成日期: 2026-11-10  # <- R05
            佐证: [照片1张]

    不合格：
        # 问题清单由R01查
        # 文件: tasks/2026-05.yml
        类型: 问题清单
        清单:
          - {事项: 公开栏上没有四月的账}
        # 文件: tasks/2026-06.yml
        类型: 督查
        清单:
          - {事项: 公开栏上没有五月的账}  # <- R05
    """
    body: TaskList = record.body
    for index, task in enumerate(body.items):
        route = ("清单", index)
        if body.type == "督办卡":
            yield from _card(route, task, body, context)
        elif body.type == "督查" and task.due is None and task.done is None and task.record is None:
            told = f"督查发现“{task.item}”，没有写怎么办的"
            yield Problem(route, told, "写上“期限”，或者用“记录”指到督办卡；办完的写“完成日期”")


def _card(route: tuple[Key, ...], task: Task, body: TaskList, context: Context) -> Iterator[Problem]:
    if task.due is None:
        told = f"“{task.item}”没有写哪天以前办好"
        yield Problem(route, told, "照督办卡补上“期限”")
    elif body.issued and task.due <= body.issued:
        told = f"“{task.item}”的期限是{day_long(task.due)}，督办卡{day_long(body.issued)}才发出"
        yield Problem((*route, "期限"), told, "对照督办卡改正")
    if task.done:
        if lacking := unwritten({"结果": task.result, "佐证": task.evidence or task.record}):
            told = f"“{task.item}”写了{day_long(task.done)}办完，没有写{'和'.join(lacking)}"
            remedy = f"补上{'和'.join(f'“{name}”' for name in lacking)}"
            yield Problem((*route, "完成日期"), told, remedy)
    elif task.due and task.due < context.as_of:
        days = (context.as_of - task.due).days
        told = f"“{task.item}”{day_long(task.due)}到期，已过{days}天，没有写办完了没有"
        yield Problem((*route, "期限"), told, "办完的补“完成日期”“结果”“佐证”；没有办完的抓紧办")


RULE = Rule(
    code="R05",
    title="督办卡限期办结",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="督办的事办没办，村民看得见；所以照样公开，旁边写明限期和天数。",
    basis=("督办整顿制度",),
    check=check,
    kinds=("tasks",),
)
