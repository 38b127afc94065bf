"""P14: records tell nothing that party rules keep inside: secret papers, open cases, vetting, talks about a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.looks import Look
from generator.rules.privacy.mentions import sentences, tells_of_a_person
from generator.rules.privacy.scan import NOTE, may_hold, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_SECRET = re.compile(r"(?:绝密|机密|秘密)\s*[★☆]|密级\s*[:：]\s*(?:绝密|机密|秘密)")
_INSIDE = re.compile(
    r"政审|政治审查|考察谈话|谈话记录|谈话笔录|问题线索|初核|初步核实|立案|留置|诫勉|警告处分|撤销党内职务|留党察看|开除党籍"
    r"|严重警告|党内警告|记大?过|降级处分|撤职|政务处分|受到?[^，。；]{0,8}处分|双开|违纪|涉案|被查处|被审查|函询|取保候审|被逮捕|被起诉"
)

_LOOK = Look(_INSIDE.pattern, "绝密|机密|秘密|密级")
"""One of these stands in every text that is found."""


def check(document: Document, context: Context) -> Iterator[Problem]:
    """涉密文件、没有结的案子、政审和考察谈话、个人受的处分，不放到网上。

    为什么：
        案子没结就点名，冤枉了人收不回来；政审、谈话里有本人和家里人的情况；涉密的，公开就是违法。

    怎么查：
        所有文字里有“秘密★”“密级：机密”这样的标记；
        同一句话里有人名（遮住的、本村干部的都算），又有政审、考察谈话、立案、问题线索、党纪政务处分这些词。
        只说件数、只说制度的不算。

    怎么改：
        1. 涉密的整份撤下，按保密规定处理。
        2. 人名删掉，只写件数；处分的事由纪委按规定发布。

    合格：
        正文: |
          村党支部学习了保守国家秘密的规定；镇纪委今年收到问题线索2件，已经办结。
          拟接收徐某某为预备党员。政审工作由镇党委组织办负责。

    合格：
        正文: 立案审查、政务处分的程序见镇纪委公告。村监委主任赵德顺每周三值班。
        说明: 秘密投票，当场开箱。

    不合格：
        正文: 镇党委文件（机密★一年）要求全村做好准备。  # <- P14

    不合格：
        正文: 主题党日照常。王某某因饮酒开车受党内严重警告。  # <- P14
        说明: 赵德顺被镇纪委初核，结果还没出来。  # <- P14

    不合格：
        表格:
          - 名称: 联审情况
            列: [{列: 情况}]
            行:
              - [政审情况，徐小兰，父母都是党员]  # <- P14
    """
    if not may_hold(document, _LOOK):
        return
    officers = _officers(context)
    for route, _, text in texts(document):
        if _SECRET.search(text):
            yield Problem(route, "有密级标记", "整份撤下，按保密规定处理", NOTE)
        elif any(_INSIDE.search(said) and _names(said, officers) for said in sentences(text)):
            yield Problem(route, "写了某个人的案子、政审、谈话或者处分", "人名删掉，只写件数；整句不需要的删掉", NOTE)


def _officers(context: Context) -> tuple[str, ...]:
    bodies = context.profile.bodies if context.profile else ()
    return tuple(one.name for body in bodies for one in body.officers if one.name)


def _names(said: str, officers: tuple[str, ...]) -> bool:
    return tells_of_a_person(said) or any(name in said for name in officers)


RULE = Rule(
    code="P14",
    title="不该公开的不上网",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="涉密的、没有定论的，公开了伤人也违法；所以先不公开，删掉以后再公开。",
    basis=("党务公开条例", "个保法·公开"),
    check=check,
)
