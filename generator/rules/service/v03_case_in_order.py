"""V03: a case is taken in, passed on, done and answered in this order and in time, and a refusal has a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect, Key
from generator.records.kinds.cases import Case, CaseBook
from generator.records.read import Record
from generator.rules.phrases import KEEP_THE_DAY, SAY_WHY, Event, out_of_order
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """代办的事，按受理、移交、办结、答复的先后来；在承诺日期前办完，办完3天内答复；不能办的写原因。

    为什么：
        跑腿的事交给村里，村民等的就是一个准日子、一句准话。

    怎么查：
        受理、移交、办结、答复的日期不能颠倒；办结不晚于“承诺日期”，没办结的看今天；
        办结后几天内要有“答复日期”（天数由县里定），没答复的看今天；
        “结果”写移交的要有“移交日期”，写不能办的要有“原因”。

    怎么改：
        1. 抄错的，照承办单改正；真晚了的，日期照实写。
        2. 没办完的抓紧办，没答复的尽快答复；不能办的，把承办单上的原因抄上。

    合格：
        # 参数: 代办办结率=0
        办件:
          - {编号: 9-01, 事项编码: D01, 受理日期: 2026-09-03, 接收单号: J-118, 承诺日期: 2026-09-10, 移交日期: 2026-09-03,
             办结日期: 2026-09-10, 答复日期: 2026-09-13, 结果: 移交}
          - {编号: 9-02, 事项编码: D01, 受理日期: 2026-11-08, 接收单号: J-119, 承诺日期: 2026-11-18}
          - {编号: 9-03, 事项编码: D01, 受理日期: 2026-11-08, 接收单号: J-120, 承诺日期: 2026-11-16, 办结日期: 2026-11-15}

    合格：
        办件:
          - {编号: 9-01, 事项编码: D02, 受理日期: 2026-09-03, 接收单号: J-118, 承诺日期: 2026-09-10,
             办结日期: 2026-09-05, 答复日期: 2026-09-05, 结果: 不能办, 原因: 户口不在本县，要到户口所在地办}

    不合格：
        办件:
          - 编号: 9-01
            事项编码: D01
            受理日期: 2026-09-03
            接收单号: J-118
            承诺日期: 2026-09-20
            移交日期: 2026-09-02  # <- V03
            办结日期: 2026-09-21  # <- V03
            答复日期: 2026-09-25  # <- V03

    不合格：
        # 没办完、过了承诺日期；办完了、过了3天还没答复
        办件:
          - 编号: 9-01
            事项编码: D01
            受理日期: 2026-11-03
            接收单号: J-118
            承诺日期: 2026-11-17  # <- V03
          - 编号: 9-02
            事项编码: D01
            受理日期: 2026-11-03
            接收单号: J-119
            承诺日期: 2026-11-17
            办结日期: 2026-11-14  # <- V03

    不合格：
        办件:
          - 编号: 9-01
            事项编码: D01
            受理日期: 2026-09-03
            接收单号: J-118
            承诺日期: 2026-09-10
            办结日期: 2026-09-08
            答复日期: 2026-09-08
            结果: 移交  # <- V03
          - 编号: 9-02
            事项编码: D01
            受理日期: 2026-09-03
            接收单号: J-119
            承诺日期: 2026-09-10
            办结日期: 2026-09-08
            答复日期: 2026-09-08
            结果: 不能办  # <- V03
    """
    body: CaseBook = record.body
    for number, one in enumerate(body.cases):
        at = ("办件", number)
        yield from _order(one, at)
        yield from _done_in_time(one, at, context.as_of)
        yield from _answered(one, at, context)
        if one.outcome == "移交" and one.passed is None:
            yield Problem((*at, "结果"), f"{one.number}号结果是移交，没有写移交日期", "照移交单补上“移交日期”")
        if one.outcome == "不能办" and not one.reason:
            yield Problem((*at, "结果"), f"{one.number}号不能办，没有写原因", "把承办单上的原因抄到“原因”里")


def _order(one: Case, at: tuple[Key, ...]) -> Iterator[Problem]:
    days = (("受理", one.accepted), ("移交", one.passed), ("办结", one.done), ("答复", one.replied))
    for before, after in out_of_order(Event(name, (*at, f"{name}日期"), day) for name, day in days if day):
        said = f"{after.name}（{day_long(after.day)}）比{before.name}（{day_long(before.day)}）还早"
        yield Problem(after.at, f"{one.number}号{said}", "照承办单改正日期")


def _done_in_time(one: Case, at: tuple[Key, ...], as_of: date) -> Iterator[Problem]:
    if one.promised is None:
        return
    days = ((one.done or as_of) - one.promised).days
    if days <= 0:
        return
    due = f"{one.number}号承诺{day_long(one.promised)}办完"
    if one.done:
        yield Problem((*at, "办结日期"), f"{due}，晚了{days}天", SAY_WHY)
    else:
        remedy = "办完以后写“办结日期”；办不了的写“结果”和“原因”"
        yield Problem((*at, "承诺日期"), f"{due}，已过{days}天", remedy)


def _answered(one: Case, at: tuple[Key, ...], context: Context) -> Iterator[Problem]:
    if one.done is None:
        return
    due = add_days(one.done, context.parameters.case_reply_days)
    said = f"{one.number}号应在{day_long(due)}前答复"
    if one.replied and one.replied > due:
        yield Problem((*at, "答复日期"), f"{said}，晚了{(one.replied - due).days}天", KEEP_THE_DAY)
    elif one.replied is None and context.as_of > due:
        yield Problem((*at, "办结日期"), f"{said}，已过{(context.as_of - due).days}天", "答复以后写“答复日期”")


RULE = Rule(
    code="V03",
    title="代办按时办、按时答",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="办得快慢要让大家看到；所以照样公开，旁边写明哪一件、晚几天。",
    basis=("代办制度",),
    check=check,
    kinds=("cases",),
)
