"""T12: what the law wants public is on the notice board too, not only on the web."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.base.finding import Effect
from generator.law.directory import Fulfils, Item, national
from generator.law.fulfilment import by_kind, is_of
from generator.records.common import Board
from generator.records.level import Publisher
from generator.records.places import Village
from generator.records.read import Record
from generator.rules.phrases import listed
from generator.rules.rule import Context, Problem, Rule, Scope

BOARD = "公开栏"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """村务和财务的公开，公开栏上要贴，不能只放在网上。

    为什么：
        不用手机的老人看的是墙上的公开栏。法律也要求设公开栏，网上公开是另外加的。

    怎么查：
        公开目录里的村务、财务事项，2026年1月1日以后公开的，写了“渠道”而里面没有公开栏的，会提出来。
        没有写渠道的、党务的、目录里没有的，不查。

    怎么改：
        1. 公开栏上也贴了的，在“渠道”里补上“公开栏”。
        2. 没有贴的，用 disclose poster 打印出来贴上，再补。

    合格：
        # 文件: notices/sample.yml
        事项: 村务事项
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          渠道: [村口公开栏, 网站]
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    合格：
        # 2026年以前
        # 文件: notices/sample.yml
        事项: 村务事项
        期间: 2025-Q4
        成文日期: 2025-12-30
        异议:
        公开:
          公开日期: 2025-12-31
          渠道: [网站]
          审核:
            - {机构: 村务监督委员会, 日期: 2025-12-30}

    合格：
        # 党务
        # 文件: notices/sample.yml
        标题: 2026年第三季度党务公开
        栏目: 党务
        事项: 党务事项
        公开:
          公开日期: 2026-10-10
          渠道: [网站]
          审核:
            - {机构: 柳湾村党支部, 日期: 2026-10-09}

    合格：
        # 答复放在网上就可以
        # 文件: questions/sample.yml
        公开:
          公开日期: 2026-11-09
          渠道: [网站]
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-08}

    合格：
        # 镇里自己的
        # 文件: shidu/records/finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          渠道: [网站]
          审核:
            - {机构: 县审计局, 日期: 2026-11-10}

    合格：
        # 没有写渠道
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-10}

    不合格：
        # 文件: notices/sample.yml
        事项: 村务事项
        期间: 2025-Q4
        成文日期: 2025-12-31
        异议:
        公开:
          公开日期: 2026-01-01
          渠道: [网站, 微信群]  # <- T12
          审核:
            - {机构: 村务监督委员会, 日期: 2025-12-31}

    不合格：
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          渠道: [网站]  # <- T12
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-10}
    """
    publication = record.body.publication
    if not isinstance(context.profile, Village):
        return
    sorts = _on_board(context.level).get(record.address.kind, ())
    wanted = [item.name for item, sort in sorts if is_of(record, sort)]
    if wanted and publication.channels and not any(BOARD in channel for channel in publication.channels):
        yield Problem(
            ("公开", "渠道"),
            f"“{wanted[0]}”的渠道里没有公开栏，只有{listed(publication.channels)}",
            "公开栏上也贴了的，补上“公开栏”；没有贴的，用 disclose poster 打印出来贴上，再补",
            day=publication.day,
        )


@cache
def _on_board(level: Publisher) -> Mapping[str, Sequence[tuple[Item, Fulfils]]]:
    return by_kind(tuple(i for i in national(level) if i.board is not Board.PARTY and BOARD in i.channels))


RULE = Rule(
    code="T12",
    title="公开栏上也要贴",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="贴没贴要到墙边看，渠道可能只是漏写了，所以只提醒填的人。",
    basis=("村组法·公布天数", "居组法·公布"),
    by_law=True,
    check=check,
)
