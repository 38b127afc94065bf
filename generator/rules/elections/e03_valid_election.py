"""E03: an election is valid, and everybody elected has enough votes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.base.inexact import all_exact
from generator.records.kinds.elections import Election
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

MOST_PROXIES = 3
PROXIES_SINCE = date(2026, 1, 1)
"""From this day one voter may vote for so many others at most (村组法 2025, §18)."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """选村委会，登记的选民有一半以上投票，选举才有效；得票超过投票人数的一半，才能当选。

    为什么：
        人来得少、票不过半，选出来的人就代表不了大家。

    怎么查：
        参加投票 × 2 大于 登记选民；当选人的票数 × 2 大于 参加投票。
        另行选举的，票数 × 3 不少于 参加投票。候选人数要多于应选人数；
        一个人最多代3个人投票；结果当天公布。
        各种选举都查：参加投票不多于登记人数，票数不多于参加投票的人数；
        写了收回选票的，要写当选；当选的不多于应选人数，一个人只能当选一次（遮住的名字可以一样，不查）；
        当选人的票数加起来，不多于参加投票 × 应选人数。

    怎么改：
        1. 对照选举结果报告单和公告，改正抄错的数和日期。
        2. 没有抄错的，照实公开，并报告镇。

    合格：
        参加投票: 601
        登记选民: 1200
        当选:
          - {岗位: 村委会主任, 姓名: 林志远, 票数: 301}
        候选人数: 2
        应选人数: 1

    合格：
        # 另行选举，三分之一就能当选
        另行选举: 是
        参加投票: 603
        候选人数: 2
        应选人数: 1
        当选:
          - {岗位: 村委会委员, 姓名: 樊国庆, 票数: 201}

    合格：
        # 代表推选，不用另外公布候选人
        类型: 村务监督委员会
        登记选民: 42
        参加投票: 20
        候选人数: 3
        应选人数: 3
        结果公布日期: 2026-09-21
        最多受委托: 4
        当选:
          - {岗位: 村务监督委员会主任, 姓名: 赵德顺, 票数: 10}
          - {岗位: 村务监督委员会委员, 姓名: 冯桂香, 票数: 20}

    合格：
        # 全都来投票，全都投给一个人；海选没有事先定候选人，结果还没有填
        登记选民: 1004
        候选人数:
        最多受委托:
        结果公布日期:
        当选:
          - {岗位: 村委会主任, 姓名: 林志远, 票数: 1004}

    合格：
        应选人数:

    合格：
        # 当选的正好和应选的一样多，票数加起来正好是投票的人数乘以2
        类型: 理事会
        登记选民: 40
        参加投票: 40
        应选人数: 2
        当选:
          - {岗位: 理事长, 姓名: 林志远, 票数: 40}
          - {岗位: 理事, 姓名: 吴建国, 票数: 40}

    不合格：
        # 选出来的比应选的多，票也比能投的多
        类型: 理事会
        登记选民: 40
        参加投票: 40
        应选人数: 2  # <- E03
        当选:  # <- E03
          - {岗位: 理事长, 姓名: 林志远, 票数: 40}
          - {岗位: 理事, 姓名: 吴建国, 票数: 40}
          - {岗位: 理事, 姓名: 何秀英, 票数: 1}

    不合格：
        # 一个人写了两次
        类型: 理事会
        登记选民: 40
        参加投票: 40
        应选人数: 3
        当选:
          - {岗位: 理事长, 姓名: 林志远, 票数: 30}
          - {岗位: 理事, 姓名: 吴建国, 票数: 30}
          - 岗位: 理事
            姓名: 林志远  # <- E03
            票数: 30

    不合格：
        登记选民: 1200
        参加投票: 600  # <- E03
        当选:
          - 岗位: 村委会主任
            姓名: 林志远
            票数: 300  # <- E03

    不合格：
        另行选举: 是
        参加投票: 603
        当选:
          - 岗位: 村委会委员
            姓名: 樊国庆
            票数: 200  # <- E03

    不合格：
        候选人数: 5  # <- E03
        应选人数: 5
        最多受委托: 4  # <- E03
        结果公布日期: 2026-09-21  # <- E03

    不合格：
        类型: 理事会
        登记选民: 40
        参加投票: 41  # <- E03
        当选:
          - 岗位: 理事长
            姓名: 林志远
            票数: 42  # <- E03

    不合格：
        登记选民: 921
        参加投票: 561
        收回选票: 561  # <- E03
        当选: []
        候选人数:
        应选人数: 3
    """
    body: Election = record.body
    if all_exact(body.voted, body.registered) and body.voted > body.registered:
        said = f"登记{body.registered}人，参加投票{body.voted}人，投票的比登记的多"
        yield Problem(("参加投票",), said, "对照选举结果报告单改正")
    for index, one in enumerate(body.elected):
        if all_exact(one.votes, body.voted) and one.votes > body.voted:
            said = f"{one.post}得票{one.votes}，参加投票{body.voted}人，票数比人数多"
            yield Problem(("当选", index, "票数"), said, "对照选举结果报告单改正")
    yield from _seats(body)
    if body.type == "村民委员会":
        yield from _committee(body)


def _seats(body: Election) -> Iterator[Problem]:
    names = [one.name for one in body.elected]
    for index, name in enumerate(names):
        if name and "某" not in name and (first := names.index(name)) < index:
            said = f"第{index + 1}个当选的和第{first + 1}个是同一个人，写了两次"
            yield Problem(("当选", index, "姓名"), said, "对照当选公告，删掉重复的，或者改正姓名")
    if body.returned is not None and not body.elected:
        yield Problem(
            ("收回选票",),
            "票收回来了，没有写谁当选、各得多少票",
            "照选举结果报告单补上“当选”；没有选出来的，写进“说明”",
        )
    if body.seats is None:
        return
    if len(names) > body.seats:
        said = f"应选{body.seats}人，当选写了{len(names)}人，当选的比应选的多"
        yield Problem(("应选人数",), said, "对照选举办法和当选公告改正；主任、委员都算在应选人数里")
    votes, most = sum(one.votes for one in body.elected), body.voted * body.seats
    if votes > most:
        said = f"参加投票{body.voted}人，每人最多选{body.seats}个，最多{most}票，当选的加起来有{votes}票"
        yield Problem(("当选",), said, "对照计票单改正")


def _committee(body: Election) -> Iterator[Problem]:
    if all_exact(body.voted, body.registered) and body.voted * 2 <= body.registered:
        said = f"登记{body.registered}人，参加投票{body.voted}人，没有超过一半（{body.registered // 2 + 1}人）"
        yield Problem(("参加投票",), said, "对照选举结果报告单改正；没有抄错的，报告{乡级}")
    yield from _elected(body)
    if body.candidates is not None and body.seats is not None and body.candidates <= body.seats:
        said = f"候选人{body.candidates}人，应选{body.seats}人，候选人没有多于应选人数"
        yield Problem(("候选人数",), said, "对照候选人公告改正")
    if (
        body.day is not None
        and body.day >= PROXIES_SINCE
        and body.most_proxies is not None
        and body.most_proxies > MOST_PROXIES
    ):
        said = f"一个人代{body.most_proxies}个人投票，最多只能代{MOST_PROXIES}个人"
        yield Problem(("最多受委托",), said, "对照委托投票登记表改正")
    if body.announced is not None and body.day is not None and body.announced != body.day:
        said = f"{day_long(body.day)}投票，{day_long(body.announced)}公布结果，应当在投票当天公布"
        yield Problem(("结果公布日期",), said, "对照当选公告改正；没有抄错的，照实公开")


def _elected(body: Election) -> Iterator[Problem]:
    """Every winner has the votes that this round asks for."""
    least = -(-body.voted // 3) if body.second else body.voted // 2 + 1
    share = "三分之一" if body.second else "超过一半"
    for index, one in enumerate(body.elected):
        if one.votes < least:
            said = f"{one.post}得票{one.votes}，参加投票{body.voted}人，{share}是{least}票"
            yield Problem(("当选", index, "票数"), said, "对照计票单改正；没有抄错的，报告{乡级}")


RULE = Rule(
    code="E03",
    title="选举怎么才有效",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="选举结果村民有权看到；所以照样公开，旁边写明人数、票数和日期。",
    basis=("村组法·选举有效", "居组法·选举有效", "选举工作条例"),
    check=check,
    kinds=("elections",),
)
