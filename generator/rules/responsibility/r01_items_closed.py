"""R01: every item of a list has an owner and a day, and is finished or carried over."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect, Key
from generator.records.kinds.tasks import Task, TaskList
from generator.records.read import Record
from generator.rules.phrases import unwritten
from generator.rules.rule import Context, Problem, Rule, Scope

LISTS = ("责任清单", "任务清单", "问题清单")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """责任、任务、问题清单，每一项要写谁负责、哪天以前办好；到期要么办完、有佐证，要么写明为什么转到下一期。

    为什么：
        没有人名、没有日子的清单，等于没有列；列了没有下文，也等于没有列。

    怎么查：
        每一项有“负责”和“期限”；过了期限，要有“完成日期”，或者写“转下期原因”。
        写了“完成日期”的，要有“佐证”，或者用“记录”指到办成的那一份。
        督办卡和督查另外查。

    怎么改：
        1. 照清单补上“负责”“期限”。
        2. 办完的，补“完成日期”和“佐证”（照片、凭证号都可以）。
        3. 没有办完的，写“转下期原因”，下一期清单接着列。

    合格：
        # 第一项今天到期；第二项过期转下期；第三项办完了
        清单:
          - {事项: 三组路灯不亮, 负责: 村委会委员 吴建国, 期限: 2026-11-18}
          - {事项: 二组水渠漏水, 负责: 村委会委员 吴建国, 期限: 2026-09-30, 转下期原因: 要等放水以后才能补}
          - {事项: 补挂责任牌, 负责: 村文书 何秀英, 期限: 2026-09-30, 完成日期: 2026-10-08, 佐证: [照片1张]}

    合格：
        # 文件: decisions/2026-09-well.yml
        标题: 三组机井换泵
        # 文件: tasks/2026-q3.yml
        类型: 任务清单
        清单:
          - {事项: 三组机井换泵, 负责: 村委会委员 吴建国, 期限: 2026-09-30, 完成日期: 2026-09-20, 记录: decisions/2026-09-well}

    合格：
        类型: 督办卡
        清单:
          - {事项: 村口垃圾外溢, 期限: 2026-11-30}

    不合格：
        类型: 责任清单
        清单:
          - {事项: 三组路灯不亮, 期限: 2026-12-31}  # <- R01
          - {事项: 二组水渠漏水, 负责: 村委会委员 吴建国}  # <- R01

    不合格：
        类型: 任务清单
        清单:
          - 事项: 三组路灯不亮
            负责: 村委会委员 吴建国
            期限: 2026-11-17  # <- R01
          - 事项: 二组水渠漏水
            负责: 村委会委员 吴建国
            期限: 2026-12-31
            完成日期: 2026-10-18  # <- R01
    """
    body: TaskList = record.body
    if body.type in LISTS:
        for index, task in enumerate(body.items):
            yield from _item(("清单", index), task, context)


def _item(route: tuple[Key, ...], task: Task, context: Context) -> Iterator[Problem]:
    if blank := unwritten({"负责": task.owner, "期限": task.due}):
        told = f"“{task.item}”没有写{'和'.join(f'“{name}”' for name in blank)}"
        yield Problem(route, told, "照清单补上谁负责、哪天以前办好")
    if task.done:
        if not task.evidence and task.record is None:
            told = f"“{task.item}”写了{day_long(task.done)}完成，没有写佐证"
            yield Problem((*route, "完成日期"), told, "补上“佐证”：照片、凭证号，或者办成的那份“记录”")
    elif task.due and task.due < context.as_of and task.carried is None:
        told = f"“{task.item}”{day_long(task.due)}到期，没有写办完了没有"
        remedy = "办完的补“完成日期”和“佐证”；没有办完的写“转下期原因”"
        yield Problem((*route, "期限"), told, remedy)


RULE = Rule(
    code="R01",
    title="清单一项一项有着落",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="办到哪一步，村民有权知道；所以照样公开，旁边写明哪一项到期了。",
    basis=("督办整顿制度",),
    check=check,
    kinds=("tasks",),
)
