"""T10: each board has something new from time to time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.common import Board
from generator.records.kinds.commitments import Commitment
from generator.records.kinds.decisions import Decision
from generator.records.kinds.questions import Question
from generator.records.places import Village
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

_BASIS = {Board.VILLAGE: "公开·一般", Board.PARTY: "公开·党务", Board.FINANCE: "公开·财务"}


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """党务、村务、财务三个栏目，每个都要常有新内容；一个栏目100天没有新内容（天数由县里定），就算停更。

    为什么：
        一年到头不换内容的公开栏，没有人再去看，公开就成了摆设。

    怎么查：
        每个栏目里最近一次公开，到检查那天有几天；决议和结果公开、承诺的进展、答复也算新内容。
        一份都没有的，从开始公开日期算起。暂缓公开的、还没到公开日期的不算。

    怎么改：
        把该公开的补上：季度的村务事项、党务事项、承诺通报和财务收支，都用 disclose new 建一份。

    合格：
        # 村: 开始公开日期=2026-08-10
        # 从8月10日到11月18日，正好100天

    合格：
        # 村: 开始公开日期=

    合格：
        # 参数: 停更天数=8
        # 11月10日到18日，正好8天
        # 文件: notices/2026-q3-party.yml
        标题: 2026年第三季度党务事项公开
        栏目: 党务
        事项: 党务事项
        公开:
          公开日期: 2026-11-10
          审核:
            - {机构: 镇党委, 日期: 2026-11-09}
        # 文件: decisions/2026-04-road.yml
        步骤:
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
          - {步骤: 决议公开, 内容: 各组门口也贴了}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}
          # 其余步骤照样本

    不合格：
        # 村: 开始公开日期=2026-08-09
        # 文件: notices/2026-q3.yml
        标题: 2026年第三季度村务事项公开
        # 应报: T10 village.yml

    不合格：
        # 参数: 停更天数=8
        # 党务公告里有手机号，暂缓公开，不算新内容
        # 文件: notices/2026-q3-party.yml
        标题: 2026年第三季度党务事项公开
        栏目: 党务
        事项: 党务事项
        说明: 联系人手机{手机号}
        公开:
          公开日期: 2026-11-10
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        # 应报: T10 village.yml

    不合格：
        # 参数: 停更天数=8
        # 村务这些天只开了会，还没有公开
        # 文件: notices/2026-q3-party.yml
        标题: 2026年第三季度党务事项公开
        栏目: 党务
        公开:
          公开日期: 2026-11-10
        # 文件: notices/2026-q4.yml
        标题: 2026年第四季度村务事项公开
        公开:
          公开日期: 2026-11-19
        # 文件: decisions/2026-04-road.yml
        步骤:
          - {步骤: 审议, 日期: 2026-11-12, 会议: 党员大会}
          - {步骤: 决议公开, 日期: 2026-11-19}
        # 应报: T10 village.yml
    """
    if not isinstance(case.profile, Village):
        return
    since = case.profile.disclosed_since
    days: dict[Board, date] = {}
    for record in case.records:
        if record.address in case.withheld or record.body.publication.day > context.as_of:
            continue
        board = record.kind.board(record.body)
        new = max(day for day in _news(record) if day <= context.as_of)
        days[board] = max(new, days.get(board, new))
    for board in Board:
        last = days.get(board, since)
        if last is None or (context.as_of - last).days <= context.parameters.stale_days:
            continue
        count = (context.as_of - last).days
        said = f"最近一次公开是{day_long(last)}" if board in days else f"从{day_long(last)}开始公开以来一份也没有"
        yield Problem(
            (),
            f"{board}栏{count}天没有新内容，{said}",
            f"把{board}该公开的补上，可以用 disclose new 建一份",
            f"{board}栏{said}，到{day_long(context.as_of)}已有{count}天没有新内容。",
            basis=(_BASIS[board], "县里规定"),
        )


def _news(record: Record) -> Iterator[date]:
    """Days on which the record told something new."""
    body = record.body
    yield body.publication.day
    match body:
        case Decision():
            yield from (step.day for step in body.steps if step.day and step.name in ("决议公开", "结果公开"))
        case Commitment():
            yield from (progress.day for progress in body.progress if progress.day)
        case Question(reply=reply) if reply and reply.day:
            yield reply.day


RULE = Rule(
    code="T10",
    title="栏目要常有新内容",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="停更是看得见的事实，写明最近一次公开的日期，大家心里有数。",
    basis=(*_BASIS.values(), "县里规定"),
    check=check,
)
