"""T05: somebody else than the author reviewed a record before it became public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.common import Publication, Review
from generator.records.kinds.decisions import Decision
from generator.records.kinds.finance import Finance
from generator.records.kinds.notices import Notice
from generator.records.read import Record
from generator.rules.phrases import listed
from generator.rules.rule import Context, Problem, Rule, Scope

_SUPERVISORS = re.compile(
    r"监督|监事|监委|理财|纪委|纪检|审计|上级|[镇乡县旗]|街道|苏木|[区市](?:委|政府|民政|财政|农)|(?:代表|成员|社员|股东)(?:会议|大会)"
    r"|[村居]民会议"
)
"""Bodies of supervision, higher authorities, and assemblies."""
_OWN = re.compile(r"(?:村民委员会|村委会|居民委员会|居委会|村支部|党支部|党总支|两委|经济合作社|合作社|经济联合社)$")
"""The village's own bodies. Their full names contain the name of the township."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """公开以前要有人审核：财务、决策和村务公告要由村务监督委员会、民主理财小组或者上级审核，不能自己编自己审。

    为什么：
        自己写、自己看、自己贴，错了也发现不了。多一双眼睛，大家更放心。

    怎么查：
        “审核”里至少有一条；每一条的日期不晚于公开日期；审核的人不是编制的人；
        村里的财务、决策、村务和财务公告，至少有一个监督机构或者上级机构。

    怎么改：
        1. 审核过的，照审核单补上“机构”和“日期”。
        2. 没有审核过的，请村务监督委员会补审，日期照实写，不能往前写。

    合格：
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          编制: 村报账员 周小梅
          审核:
            - {机构: 民主理财小组, 日期: 2026-11-12}
        # 文件: decisions/sample.yml
        公开:
          公开日期: 2026-04-27
          审核:
            - {机构: 村务监督委员会和村委会, 日期: 2026-04-26}

    合格：
        # 文件: notices/sample.yml
        栏目: 党务
        事项: 一般
        公开:
          公开日期: 2026-10-10
          审核:
            - {机构: 柳湾村党支部, 日期: 2026-10-09}
        # 文件: commitments/sample.yml
        公开:
          公开日期: 2026-03-10
          审核:
            - {机构: 柳湾村党支部, 日期: 2026-03-09}
        # 文件: shidu/records/finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 党政办公室, 日期: 2026-11-10}

    不合格：
        # 文件: finance/2026-10.yml
        公开:  # <- T05
          公开日期: 2026-11-12
          编制: 村报账员 周小梅

    不合格：
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-13}  # <- T05

    不合格：
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 石渡镇柳湾村村民委员会, 日期: 2026-11-09}  # <- T05
        # 文件: notices/sample.yml
        栏目: 村务
        公开:
          公开日期: 2026-10-10
          审核:
            - {机构: 村妇联, 日期: 2026-10-09}  # <- T05

    不合格：
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          编制: 村报账员 周小梅
          审核:
            - {机构: 村务监督委员会, 审核人: 周小梅, 日期: 2026-11-09}  # <- T05
            - {机构: 村报账员 周小梅, 日期: 2026-11-09}
    """
    publication = record.body.publication
    reviews = publication.reviews
    if not reviews:
        yield Problem(
            ("公开",), "没有写公开以前谁审核过", "照审核单写上“审核”：机构、日期、意见", "没有写明公开以前由谁审核。"
        )
        return
    late = next((i for i, review in enumerate(reviews) if review.day > publication.day), None)
    if late is not None:
        days = f"审核日期是{day_long(reviews[late].day)}，公开日期是{day_long(publication.day)}"
        yield Problem(
            ("公开", "审核", late, "日期"),
            f"先公开、后审核：{days}",
            "对照审核单改正；真是后审核的，日期照实写",
            f"{days}，审核在公开以后。",
        )
        return
    others = [review for review in reviews if not _is_preparer(review, publication)]
    if not others:
        yield Problem(
            ("公开", "审核", 0),
            "审核的人就是编制的人",
            "请没有参加编制的人审核，再补上这一条",
            "编制和审核是同一个人。",
        )
    elif _needs_supervisor(record) and not any(_is_supervisor(review.body) for review in others):
        bodies = listed(review.body for review in others)
        yield Problem(
            ("公开", "审核", 0, "机构"),
            f"只由{bodies}审核，没有监督机构",
            "请{监督机构}审核，再补上这一条",
            f"公开以前由{bodies}审核，没有写明{{监督机构}}的审核。",
        )


def _is_preparer(review: Review, publication: Publication) -> bool:
    prepared = _words(publication.prepared_by)
    reviewed = _words(review.person) or _words(review.body)
    return prepared[-1:] == reviewed[-1:]


def _words(text: str | None) -> list[str]:
    """The words of a post. The last word is the person's name if there is one: 村报账员 周小梅."""
    return (text or "").split()


def _needs_supervisor(record: Record) -> bool:
    """Whether a supervisor has to review it: accounts, decisions and notices of a village, not of the township itself."""
    body = record.body
    of_village = isinstance(body, Finance | Decision) or (isinstance(body, Notice) and body.board != "党务")
    return of_village and record.address.place.village is not None


def _is_supervisor(body: str) -> bool:
    return "监督" in body or (bool(_SUPERVISORS.search(body)) and not _OWN.search(body))


RULE = Rule(
    code="T05",
    title="先审核，后公开",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="没有审核也要让大家看到，藏起来更不好；所以照样公开，旁边写明没有审核。",
    basis=("村组法·监督机构", "居组法·监督机构", "财务公开规定", "党务公开条例·程序"),
    check=check,
)
