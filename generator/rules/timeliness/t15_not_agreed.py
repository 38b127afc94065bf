"""T15: a supervisor who did not agree is told beside the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.decisions import Decision
from generator.records.read import Record
from generator.rules.phrases import shortened
from generator.rules.rule import Context, Problem, Rule, Scope

_AGAINST = re.compile(
    r"不(?:予)?(?:同意|赞成|认可|通过|公开|公示|批准)|(?:没有|未(?:能|予|获)?)(?:同意|通过|批准)|暂缓公开|拒绝签字|不予签字"
    r"|(?:有|存在|提出)(?:不同意见|异议|疑问)|(?:账实|账账|账证|帐实|账款|与[^，。；]{0,12})不(?:相)?符|对不上|退回"
)
_NOT_SO = re.compile(
    r"(?:没有|无|未(?:发现|见|提出|收到|出现|存在)?|不存在|没)[^，。；：]{0,6}"
    r"(?:不同意|不赞成|异议|疑问|不符|不相符|对不上|退回|不予?通过|不予?公开)"
    r"|如(?:果|有)|若|凡|否则|(?:提出|有)异议的|不(?:得|应|该|能)不|(?:已|都|均)(?:经)?(?:改正|更正|整改|说明|退回)"
)
"""The same words where they say that nothing was wrong, what holds in general, or that it was mended."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """审核的人写了不同意、有异议、账实不符的，照样写在页面上，让大家看到。

    为什么：
        监督的人提了意见还公开，不能当作没有这回事；怎么改的，也要告诉大家。

    怎么查：
        “审核”的“意见”、决策的“监督意见”里，写了不同意、不予通过、有异议、账实不符、暂缓公开等字样的。
        写“没有异议”“无不同意见”“已改正”的不算。

    怎么改：
        1. 先照意见核对、改正，再请监督机构重新审核，照实写日期和意见。
        2. 意见抄错的，照审核单改正。

    合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09, 意见: 没有不同意见，同意公开}
            - {机构: 石渡镇财政所, 日期: 2026-10-09, 意见: 账款不符的两处已改正，同意}
            - {机构: 农村三资代理中心, 日期: 2026-10-09}

    合格：
        # 文件: decisions/sample.yml
        监督意见: {机构: 村务监督委员会, 日期: 2026-05-20, 意见: 村民对预算无异议}
        # 文件: decisions/more.yml
        标题: 修三组路
        监督意见: {机构: 村务监督委员会, 日期: 2026-05-20, 意见: 同意}

    不合格：
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          审核:
            - 机构: 村务监督委员会
              日期: 2026-10-09
              意见: 账实不符，不同意公开  # <- T15
            - {机构: 石渡镇财政所, 日期: 2026-10-09, 意见: 同意}
            - 机构: 民主理财小组
              日期: 2026-10-09
              意见: 两张发票不予通过  # <- T15

    不合格：
        # 文件: decisions/none.yml
        标题: 没有监督意见的，D17会说
        监督意见:
        # 文件: decisions/sample.yml
        监督意见:
          机构: 村务监督委员会
          日期: 2026-04-24
          意见: 对承办单位有异议  # <- T15
    """
    for index, review in enumerate(record.body.publication.reviews):
        if review.opinion and _is_against(review.opinion):
            yield _told(("公开", "审核", index, "意见"), review.body, review.opinion)
    body = record.body
    said = body.supervision if isinstance(body, Decision) else None
    if said and said.opinion and _is_against(said.opinion):
        yield _told(("监督意见", "意见"), said.body, said.opinion)


def _is_against(words: str) -> bool:
    """Some part of the opinion says that it is not agreed."""
    return any(_AGAINST.search(part) for part in re.split(r"[，。；,;\n]", words) if not _NOT_SO.search(part))


def _told(at: tuple[str | int, ...], body: str, words: str) -> Problem:
    short = shortened(words)
    return Problem(
        at,
        f"{body}的意见是“{short}”，没有同意",
        "先照意见核对、改正，再请监督机构重新审核；意见抄错的改过来",
        f"{body}审核的意见是“{short}”。",
    )


RULE = Rule(
    code="T15",
    title="审核不同意的要写明",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="监督的人不同意，村民最该知道；所以照样公开，旁边写明意见。",
    basis=("监督委员会意见", "财务公开规定", "本网站"),
    check=check,
)
