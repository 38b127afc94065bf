"""V01: villagers' questions are answered in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days
from generator.base.finding import Effect, Key
from generator.law.obligations import counted
from generator.records.kinds.questions import Question, Reply
from generator.records.read import Record
from generator.rules.phrases import SAY_WHY, late, overdue
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """村民问的事，村里10天内答复；转到乡镇的，乡镇20天内答复（天数由县里定）。

    为什么：
        有问有答，大家才愿意问；拖着不答，小事也会变成疙瘩。

    怎么查：
        从收到那天（转乡镇那天）算起，看答复日期，天数按公开目录里的“答复村民”；没有答复的，看到今天过了几天。
        有答复却没有写内容的，也会提出来。只算本村开始公开以后收到的。

    怎么改：
        1. 答复过的，补上“答复”的日期和内容。
        2. 还没答复的，尽快答复；一时办不了的，先答复为什么、什么时候办。
        3. 晚了的，日期照实写，不要改。

    合格：
        收到日期: 2026-11-03
        答复: {日期: 2026-11-13, 岗位: 村委会主任 林志远, 内容: 12月20日前装好。}

    合格：
        # 还在期限里
        收到日期: 2026-11-08
        答复:

    不合格：
        收到日期: 2026-11-03
        答复:
          日期: 2026-11-14  # <- V01
          岗位: 村委会主任 林志远
          内容: 12月20日前装好。

    不合格：
        收到日期: 2026-11-07  # <- V01
        答复:
        # 文件: questions/lamps.yml
        # 答复的日期还没有到，不算答复了
        收到日期: 2026-11-07  # <- V01
        答复: {日期: 2026-11-19, 岗位: 村委会主任 林志远, 内容: 12月20日前装好。}

    不合格：
        # 有日期，没有内容
        收到日期: 2026-11-03
        答复: {日期: 2026-11-06, 岗位: 村委会主任 林志远}  # <- V01

    不合格：
        # 参数: 乡镇答复期限=5
        收到日期: 2026-11-03
        答复: {日期: 2026-11-06, 岗位: 村委会主任 林志远, 内容: 要镇里定，已经转镇政府。}
        转乡镇:
          日期: 2026-11-06  # <- V01
    """
    body: Question = record.body
    if body.received is None or not counted(context.profile, body.received):
        return
    who, item = ("{村级}里", "答复村民" if context.place.village else "乡镇答复")
    if due := context.due_after(item, body.received):
        yield from _answer(body.reply, ("答复",), ("收到日期",), who, due, context.as_of)
    if body.escalation and body.escalation.day:
        due = add_days(body.escalation.day, context.parameters.township_reply_days)
        route = ("转乡镇", "答复")
        yield from _answer(body.escalation.reply, route, ("转乡镇", "日期"), "{乡级}里", due, context.as_of)


def _answer(
    reply: Reply | None, route: tuple[Key, ...], since: tuple[Key, ...], who: str, due: date, as_of: date
) -> Iterator[Problem]:
    if reply is None or (reply.day and reply.day > as_of):
        yield from overdue(since, who, due, as_of, "答复以后，在“答复”里写日期、岗位和内容", "答复")
        return
    if reply.day:
        yield from late((*route, "日期"), f"{who}答复", due, reply.day, SAY_WHY, note=who, verb="答复")
    if not reply.text:
        yield Problem(route, f"{who}的答复没有写内容", "在“答复”里补上“内容”", f"{who}答复了，内容没有写出来。")


RULE = Rule(
    code="V01",
    title="村民问的要按时答",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="问题和答复都要让大家看到；所以照样公开，旁边写明晚几天。",
    basis=("质询答复",),
    check=check,
    kinds=("questions",),
)
