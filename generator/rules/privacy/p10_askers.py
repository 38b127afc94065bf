"""P10: nobody who asked, reported, applied or quarrelled is named, masked or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.looks import Look
from generator.base.persons import HAN, is_name, persons, private_names
from generator.rules.privacy.mentions import masked_in
from generator.rules.privacy.scan import NOTE, may_hold, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

ABOUT_PEOPLE = frozenset({"questions", "tallies", "cases"})
"""Kinds about what villagers said or asked for. They need no private person at all."""
_REPORTER = re.compile(
    r"(?:举报|反映|检举|控告|投诉|信访|上访|来信|来访|报料|当事|提问|咨询|求助|申请|申办)(?:人|者|群众|村民)"
    rf"\s{{0,3}}(?:是|为|：|:|姓名)?[\s“”\"]{{0,3}}([{HAN}某*＊×·•・‧]{{2,12}})"
)
_SECRET = re.compile(r"举报|反映|检举|控告|投诉|信访|上访|来信|来访|报料")
"""Persons after these words are named in no kind of record."""
_LOOK = Look(r"举报|检举|控告|投诉|信访|上访|来信|来访|报料|反映[人者群村]")
"""One of these stands in every text that is found."""
_OFFICE = ("岗位", "代办岗位", "编制", "审核人", "机构", "受理岗位")


def check(document: Document, context: Context) -> Iterator[Problem]:
    """谁提的问题、谁反映的、谁申请的、谁和谁闹的矛盾，都不写名字，遮住的也不写。

    为什么：
        说话的人要放心才敢说话。一个村里，遮住名字也猜得出是谁。

    怎么查：
        问答、代办台账、民情统计里，除了答复、代办、审核的岗位，别处不能有人名；
        别的记录里，“举报人”“反映人”“投诉人”“信访人”后面不能有人名。

    怎么改：
        名字删掉，只写事情；写成“有村民问”“二组有人反映”。

    合格：
        # 文件: questions/sample.yml
        问题: 三组村民问，反映过的路灯什么时候装？
        答复:
          日期: 2026-11-06
          岗位: 村委会主任 林志远
          内容: 举报人的情况村里保密。10月25日已经同意装，12月20日前装好。

    合格：
        # 文件: notices/sample.yml
        正文: 王某某（二组）申请翻建住房，申请人王某某。有反映请找村务监督委员会，反映人不用写名字。

    不合格：
        # 文件: questions/sample.yml
        标题: 三组路灯什么时候装（王某某问）  # <- P10
        问题: 我是三组的，申请人李小明，路灯什么时候装？  # <- P10

    不合格：
        # 文件: cases/sample.yml
        办件:
          - 编号: 9-01
            事项编码: D01
            受理日期: 2026-09-03
            接收单号: J-118 陈某某  # <- P10
            承诺日期: 2026-09-13
            代办岗位: 村文书 何秀英
            办结日期: 2026-09-10
            答复日期: 2026-09-11
            结果: 限办

    不合格：
        # 文件: notices/sample.yml
        正文: 收到一封信，举报人：张某某，已经转镇纪委。  # <- P10
        说明: 反映人王小河说路面不平。  # <- P10
    """
    of_people = document.path.split("/")[-2:-1] in [[kind] for kind in ABOUT_PEOPLE]
    if not (of_people or may_hold(document, _LOOK)):
        return
    for route, label, text in texts(document):
        if label in _OFFICE:
            continue
        introduced = any(
            (of_people or _SECRET.match(found[0])) and _is_person(found[1]) for found in _REPORTER.finditer(text)
        )
        if introduced or (of_people and (masked_in(text) or private_names(f"{label}：{text}"))):
            yield Problem(route, "写了是谁问的、谁反映的", "名字删掉，只写事情，例如“有{村民}问”", NOTE)


def _is_person(word: str) -> bool:
    """Whether words begin with a name: 李小明说"""
    return masked_in(word) or any(is_name(word[:length]) for length in (2, 3)) or bool(persons(word))


RULE = Rule(
    code="P10",
    title="不写谁问的、谁反映的",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="说话的人会受影响，以后没人敢说；所以先不公开，删掉名字再公开。",
    basis=("个保法·公开", "个保法·敏感信息"),
    check=check,
)
