"""S01: every value is what its name says, and nothing has happened in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect, Key
from generator.records.commitments import Commitment
from generator.records.common import RecordBody
from generator.records.corrections import Correction
from generator.records.decisions import Decision
from generator.records.finance import Finance
from generator.records.questions import Question
from generator.records.read import Record
from generator.rules.base import Context, Problem, Rule, Scope

Route = tuple[Key, ...]


def check(record: Record, context: Context) -> Iterator[Problem]:
    """每一项都要填对：名称要认得，该有的要有，金额、日期、人数照规定的写法；已经发生的事，日期不能在今天以后。

    为什么：
        写法不一样，电脑就算不出合计、排不出先后；“1.2万”“2026.3.1”各人看法不同，公开出去就会有出入。

    怎么查：
        金额只写数字，单位是元，最多两位小数；日期写成 2026-03-01；人数、票数写整数；“是”“否”照写。
        名称不认识的，告诉你最像的是哪一个。
        收支、开会表决、审核、收到和答复、完成和核实的日期，不能晚于检查的那一天；
        公开日期、“至”、期限可以在以后。

    怎么改：
        1. 把提示里“改成”后面的内容粘贴过来。
        2. 日期多半是年份写错了，对照原件改正。
        3. 看不出来的，用 disclose new 生成一份样本对照。

    合格：
        # 文件: finance/2026-10.yml
        期间: 2026-10
        说明: 10月28日前付清，12月再对账。

    合格：
        # 文件: questions/lamps.yml
        收到日期: 2026-10-31

    不合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - 收支: 支出
            日期: 2026.10.9  # <- S01
            摘要: 二组水渠清淤工钱
            金额: 1.2万  # <- S01

    不合格：
        标题: 三组停水公告
        公开:
          公开日其: 2026-10-10  # <- S01
          至: 2026-10-26
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 村务监督委员会, 日期: 2027-11-09}  # <- S01

    不合格：
        # 文件: decisions/2026-04-road.yml
        步骤:
          - 步骤: 决议
            日期: 2027-04-25  # <- S01
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 34
    """
    for route, what, day in _events(record.body):
        if day > context.as_of:
            meant = _last_year(day)
            guess = f"是不是“{meant.isoformat()}”？" if meant <= context.as_of else ""
            yield Problem(
                route,
                f"{what}写的是{day_long(day)}，这一天还没有到",
                f"{guess}对照原件，写已经发生的那一天",
                f"{what}写的是{day_long(day)}，这一天还没有到，正在更正。",
            )


def _events(body: RecordBody) -> Iterator[tuple[Route, str, date]]:
    """Days on which something has happened, with route and wording. Plans, windows and due days are none."""
    for route, what, day in (*_reviews(body), *_own(body)):
        if day is not None:
            yield route, what, day


def _reviews(body: RecordBody) -> Iterator[tuple[Route, str, date | None]]:
    for index, review in enumerate(body.publication.reviews):
        yield ("公开", "审核", index, "日期"), "审核日期", review.day


def _own(body: RecordBody) -> Iterator[tuple[Route, str, date | None]]:
    match body:
        case Finance():
            for index, entry in enumerate(body.entries):
                yield ("收支明细", index, "日期"), f"第{index + 1}笔的日期", entry.day
            for index, account in enumerate(body.accounts):
                yield ("账户", index, "对账日期"), "对账日期", account.statement_day
            for index, goods in enumerate(body.in_kind):
                yield ("实物", index, "日期"), "实物的日期", goods.day
        case Decision():
            for index, step in enumerate(body.steps):
                if step.present is not None or step.agree is not None:
                    yield ("步骤", index, "日期"), f"“{step.name}”的日期", step.day
            if body.supervision:
                yield ("监督意见", "日期"), "监督意见的日期", body.supervision.day
        case Commitment():
            yield from _promise(body)
        case Question():
            yield ("收到日期",), "收到日期", body.received
            yield ("答复", "日期"), "答复日期", body.reply.day if body.reply else None
            if body.escalation:
                yield ("转乡镇", "日期"), "转乡镇的日期", body.escalation.day
                reply = body.escalation.reply
                yield ("转乡镇", "答复", "日期"), "乡镇答复的日期", reply.day if reply else None
        case Correction():
            yield ("批准", "日期"), "批准日期", body.approved_by.day
            yield ("核对", "日期"), "核对日期", body.checked_by.day if body.checked_by else None


def _promise(body: Commitment) -> Iterator[tuple[Route, str, date | None]]:
    for index, progress in enumerate(body.progress):
        yield ("进展", index, "日期"), "进展的日期", progress.day
    for index, evidence in enumerate(body.evidence):
        yield ("佐证", index, "日期"), "佐证的日期", evidence.day
    for index, change in enumerate(body.changes):
        yield ("变更", index, "日期"), "变更的日期", change.day
    for index, measure in enumerate(body.accountability):
        yield ("问责", index, "日期"), "问责的日期", measure.day
    if body.closing:
        yield ("销号", "完成日期"), "完成日期", body.closing.day
        yield ("销号", "核实日期"), "核实日期", body.closing.verified_on
    if body.evaluation:
        yield ("评议", "日期"), "评议的日期", body.evaluation.day


def _last_year(day: date) -> date:
    """The same day a year before; what is meant when somebody wrote the wrong year."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=max(1, day.year - 1), day=28)


RULE = Rule(
    code="S01",
    title="每一项都要填对",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="填错的数和日期公开出去就是错的；改对了马上就能公开。",
    basis=("本网站",),
    check=check,
)
