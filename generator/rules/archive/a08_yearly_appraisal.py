"""A08: village officers are appraised every year, by the supervisors, and the votes add up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect, Key
from generator.base.inexact import differ
from generator.records.kinds.reviews import Review, votes_of
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.took_place import said

_SUPERIORS = re.compile(r"[镇乡]|街道|苏木|上级|党委")
_PEOPLE = re.compile(r"党员|[村居]民|代表|群众|农牧民")


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村干部每年至少民主评议一次，由村务监督机构主持，票数加得拢；连续两次不称职的，职务终止。

    为什么：
        村干部干得怎么样，大家一年说一次，说了要算数。

    怎么查：
        从本村第一份民主评议的记录公开那年算起，每年要有一次（看“期间”），下一年1月31日以前公开（公开目录里的“干部评议”）。
        “主持”是监督机构；每个人都有“等次”；优秀、称职、基本称职、不称职加起来等于“参加”。
        同一个人连续两次“不称职”的，要写“职务终止”。
        村里的述职评议，要同时向乡镇党委和党员、村民述职（“听取”）。票数各种评议都查。

    怎么改：
        1. 对照评议表和计票单，改正抄错的数，补上漏写的。
        2. 没有评议的，尽快评议；不要补假记录。

    合格：
        # as_of: 2027-01-31
        # 村: 开始公开日期=2025-01-01
        # 文件: reviews/2025.yml
        日期: 2026-01-20
        期间: "2025"
        主持: 村务监督委员会
        评议:
          - {对象: 村委会委员 吴建国, 参加: 40, 优秀: 20, 称职: 10, 基本称职: 5, 不称职: 5, 等次: 不称职}
          - {对象: 村委会委员 何秀英, 参加: 40, 优秀: 40, 等次: 不称职, 职务终止: 2025-12-30}
        公开:
          公开日期: 2025-12-28
          审核:
            - {机构: 村务监督委员会, 日期: 2025-12-27}

    合格：
        # 两次不称职，职务已经终止；中间隔了一次称职的，不算连续
        # 文件: reviews/2024.yml
        日期: 2024-12-20
        评议:
          - {对象: 村委会委员 何秀英, 参加: 40, 不称职: 40, 等次: 不称职}
          - {对象: 村委会委员 吴建国, 参加: 40, 不称职: 40, 等次: 不称职}
        # 文件: reviews/2025.yml
        日期: 2025-12-20
        评议:
          - {对象: 村委会委员 何秀英, 参加: 40, 优秀: 40, 等次: 称职}
          - {对象: 村委会委员 吴建国, 参加: 40, 不称职: 40, 等次: 不称职, 职务终止: 2025-12-25}
        # 文件: reviews/2026.yml
        日期: 2026-11-01
        评议:
          - {对象: 村委会委员 何秀英, 参加: 40, 不称职: 40, 等次: 不称职}

    合格：
        # 文件: reviews/2026-shuzhi.yml
        类型: 述职评议
        主持: 镇党委
        听取: [石渡镇党委, 全体党员]
        评议:
          - {对象: 村党支部书记 林志远, 参加: 40, 优秀: 40}

    合格：
        # 镇里的述职评议，向县委述职
        # 文件: shidu/records/reviews/2026-shuzhi.yml
        类型: 述职评议
        层级: 乡镇
        主持: 县委组织部
        听取: [县委]
        评议:
          - {对象: 镇党委书记 卢建民, 参加: 40, 优秀: 40}

    合格：
        # 没有写向谁述职的，不查；只打分的考核没有票数
        # 文件: reviews/2026-shuzhi.yml
        类型: 述职评议
        听取:
        # 文件: reviews/2026-kaohe.yml
        类型: 量化考核
        主持: 镇党委
        听取: [石渡镇党委]
        评议:

    不合格：
        # as_of: 2027-02-01
        # 村: 开始公开日期=2025-01-01
        # 文件: reviews/2025.yml
        日期: 2026-01-20
        期间: 2025
        公开:
          公开日期: 2025-12-28
          审核:
            - {机构: 村务监督委员会, 日期: 2025-12-27}
        # 应报: A08 village.yml

    不合格：
        # 文件: reviews/2026.yml
        主持: 村民委员会  # <- A08
        评议:
          - 对象: 村委会委员 吴建国
            参加: 40  # <- A08
            优秀: 39
            等次: 优秀
          - 对象: 村委会委员 何秀英  # <- A08
            参加: 40
            优秀: 40

    不合格：
        # 文件: reviews/2026.yml
        主持:
        类型: 村干部民主评议  # <- A08

    不合格：
        # 文件: reviews/2025.yml
        日期: 2025-12-20
        评议:
          - {对象: 村委会委员 吴建国, 参加: 40, 不称职: 40, 等次: 不称职}
        # 文件: reviews/2026.yml
        日期: 2026-11-01
        评议:
          - 对象: 村委会委员 吴建国
            参加: 40
            不称职: 40
            等次: 不称职  # <- A08

    不合格：
        # 文件: reviews/2026-shuzhi.yml
        类型: 述职评议
        听取:  # <- A08
          - 村民代表
        # 文件: reviews/2026-liangweishuzhi.yml
        类型: 述职评议
        听取:  # <- A08
          - 石渡镇党委
    """
    appraisals = sorted(
        ((record, body) for record, body in case.of(Review) if body.type == "村干部民主评议"),
        key=lambda one: one[1].day or one[1].publication.day,
    )
    for record, body in case.of(Review):
        yield from _votes(record, body)
        if body.type == "述职评议" and body.level == "村" and body.listeners:
            yield from _heard(record, body)
    for record, body in appraisals:
        yield from _held(record, body)
    yield from _twice_unfit(appraisals)
    years = [duty.period for duty in case.missing("干部评议")]
    if years:
        told = f"{said(years)}没有{{村级}}干部民主评议的记录"
        yield Problem(
            (),
            told,
            "评议过的，用 disclose new reviews 补一份记录；没有评议的，尽快评议",
            f"{told}。",
            day=years[-1].end,
        )


def _votes(record: Record, body: Review) -> Iterator[Problem]:
    for index, verdict in enumerate(body.verdicts):
        one = votes_of(verdict, index)
        if differ(
            one.result, one.stated
        ):  # a grade that is not written may hold the votes that lack, so that is worth a word
            told = f"{verdict.post}：各等次加起来{one.result}票，参加{one.stated}人，相差{abs(one.result - one.stated)}"
            yield _problem(record, one.at, told, "对照计票单改正")


def _heard(record: Record, body: Review) -> Iterator[Problem]:
    listeners = "、".join(body.listeners)
    for pattern, whom in ((_SUPERIORS, "{乡级}党委"), (_PEOPLE, "党员、{村民}")):
        if not pattern.search(listeners):
            told = f"向{listeners}述职，没有写向{whom}述职"
            yield _problem(record, ("听取",), told, "也向他们述职了的，补到“听取”里")


def _held(record: Record, body: Review) -> Iterator[Problem]:
    if body.host is None:
        yield _problem(record, ("类型",), "没有写民主评议由谁主持", "补上“主持”")
    elif "监督" not in body.host:
        told = f"民主评议由{body.host}主持，应当由{{监督机构}}主持"
        yield _problem(record, ("主持",), told, "对照评议会的记录改正；没有写错的，照实公开")
    for index, verdict in enumerate(body.verdicts):
        if verdict.grade is None:
            yield _problem(record, ("评议", index, "对象"), f"{verdict.post}没有写评议等次", "照评议结果补上“等次”")


def _twice_unfit(appraisals: list[tuple[Record, Review]]) -> Iterator[Problem]:
    """Who was found unfit at the last review and the one before, and is still said to hold the post."""
    unfit: set[str] = set()
    for record, body in appraisals:
        for index, verdict in enumerate(body.verdicts):
            if verdict.grade != "不称职":
                unfit.discard(verdict.post)
            elif verdict.post not in unfit:
                unfit.add(verdict.post)
            elif verdict.ended is None:
                told = f"{verdict.post}连续两次评议为不称职，没有写职务哪天终止"
                yield _problem(record, ("评议", index, "等次"), told, "照规定办理以后，补上“职务终止”的日期")


def _problem(record: Record, route: tuple[Key, ...], told: str, remedy: str) -> Problem:
    return Problem(route, told, remedy, f"{told}。", record.path)


RULE = Rule(
    code="A08",
    title="村干部每年民主评议",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="评议结果村民有权看到；所以照样公开，旁边写明缺了什么。",
    basis=("村组法·民主评议", "居组法·民主评议", "目标考核制度"),
    check=check,
)
