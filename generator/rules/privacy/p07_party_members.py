"""P07: party members and candidates are counted, not named. Only a notice of candidates names them, while it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.base.persons import names_in, persons
from generator.records.kinds.members import Membership
from generator.records.kinds.notices import Notice
from generator.records.kinds.recruits import Recruits
from generator.records.read import Record
from generator.rules.privacy.columns import columns_with_names
from generator.rules.privacy.mentions import masked_in, sentences
from generator.rules.privacy.scan import NOTE, texts
from generator.rules.rule import Context, Problem, Rule, Scope

_MONTH = re.compile(r"(?:19|20)[0-9]{2}(?:年[0-9]{1,2}月?|[-.][0-9]{1,2})")
_NAMED = frozenset({"选举", "表彰", "发展党员"})
"""Topics of notices that have to name persons."""
_APPLICANTS = "积极分子"


def check(record: Record, context: Context) -> Iterator[Problem]:
    """党员、入党积极分子只写人数；发展对象的名字只在公示的那几天写，公示完就撤。

    为什么：
        入党是政治面貌，放到网上跟着人一辈子；没有发展成的，更难做人。公示是请大家说话，说完就够了。

    怎么查：
        “发展党员”：积极分子不写“人员”；写了“人员”的，公开日期要在“公示期”里，“至”不晚于公示期的“止”；
        出生只写年月；名字不写到“人员”以外的地方。
        “党员队伍”：类别、岗位里没有人的名字。
        党务的公示公告：有姓名那一列的表，要么是选举、表彰、发展党员，要么写了职务、岗位；说积极分子的那句话里没有名字。

    怎么改：
        1. 积极分子、党员名单改成人数。
        2. 公示已经结束的，删掉“人员”；“至”改成公示的最后一天。

    合格：
        阶段: 发展对象
        人员:
          - {姓名: 徐小兰, 性别: 女, 出生年月: 1994年6月, 岗位: 村便民服务站代办员, 申请日期: 2023-03-12}
        公示期:
          - {公示: 推荐公示, 起: 2026-03-02, 止: 2026-03-06}
          - {公示: 发展对象公示, 起: 2026-10-10, 止: 2026-10-26}

    合格：
        # 公示完了，只留人数
        阶段: 入党积极分子
        人数: "3"
        公示期:
          - {公示: 推荐公示, 起: 2026-03-02, 止: 2026-03-13}
        # 文件: notices/sample.yml
        栏目: 党务
        正文: 现有入党积极分子3名。主题党日由王某某带队。
        表格:
          - 名称: 各党小组
            列: [{列: 姓名}, {列: 职务}]
            行: [[王建国, 党小组组长]]

    合格：
        # 公示没有结束的日子，先按“至”来
        阶段: 转正
        人员:
          - {姓名: 徐小兰, 出生年月: 1994-06}
        公示期:
          - {公示: 转正公示, 起: 2026-10-08, 止: 2026-10-26}
        # 文件: notices/sample.yml
        栏目: 村务
        表格:
          - 名称: 投工
            列: [{列: 姓名}, {列: 天数, 类型: 数量, 单位: 天}]
            行: [[王某某, "2"]]

    不合格：
        阶段: 入党积极分子
        人员:  # <- P07
          - {姓名: 徐小兰}
        公示期:
          - {公示: 推荐公示, 起: 2026-10-10, 止: 2026-10-26}

    不合格：
        # 公示期在公开以前已经结束
        人员:  # <- P07
          - {姓名: 徐小兰}
        公示期:
          - {公示: 预备党员公示, 起: 2026-09-28, 止: 2026-10-09}

    不合格：
        # 公示期还没开始就上网
        人员:  # <- P07
          - {姓名: 徐小兰}
        公示期:
          - {公示: 预备党员公示, 起: 2026-10-11, 止: 2026-10-26}

    不合格：
        标题: 接收徐小兰为预备党员  # <- P07
        人员:
          - 姓名: 徐小兰
            出生年月: 1994年6月15日  # <- P07
        公示期:
          - {公示: 预备党员公示, 起: 2026-10-10, 止: 2026-10-25}
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26  # <- P07
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        # 没有写“至”的，另有规则管
        人员:
          - 姓名: 徐小兰
            出生年月: 6月15日  # <- P07
        公示期:
          - {公示: 预备党员公示, 起: 2026-10-10, 止: 2026-10-25}
        公开:
          公开日期: 2026-10-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}
        # 文件: notices/sample.yml
        栏目: 党务
        正文: 新的入党积极分子：李小明。  # <- P07

    不合格：
        # 文件: notices/dangyuan.yml
        栏目: 党务
        正文:
        表格:
          - 名称: 在册党员
            列:
              - {列: 姓名}  # <- P07
            行: [[王某某]]

    不合格：
        # 文件: members/sample.yml
        积极分子:
          - {类别: "王小明", 人数: "1"}  # <- P07
        设岗定责:
          - {岗位: 卫生监督岗（李某某）, 人数: "1"}  # <- P07

    不合格：
        # 文件: notices/sample.yml
        栏目: 党务
        事项: 党费
        正文: 上半年党费交齐了。确定李某某为入党积极分子。  # <- P07
        表格:
          - 名称: 党费名单
            列:
              - {列: 姓名}  # <- P07
              - {列: 金额, 类型: 金额, 单位: 元}
            行: [[王某某, "60.00"]]
    """
    body = record.body
    if isinstance(body, Recruits):
        yield from _candidates(record, body)
    elif isinstance(body, Membership):
        for route, _, text in texts(record.document):
            if route[0] in ("积极分子", "设岗定责") and (masked_in(text) or names_in(text)):
                yield Problem(route, "写了人的名字", "名字删掉，只写类别（岗位）和人数", NOTE)
    elif isinstance(body, Notice):
        yield from _notice(body)


def _candidates(record: Record, body: Recruits) -> Iterator[Problem]:
    if not body.candidates:
        return
    if body.stage == "入党积极分子":
        yield Problem(("人员",), "积极分子写了名字", "“人员”整段删掉，只写“人数”", NOTE)
        return
    day, until = body.publication.day, body.publication.until
    ends = [one.end for one in body.windows if one.start and one.end and one.start <= day <= one.end]
    if not ends:
        yield Problem(
            ("人员",),
            f"公开那天（{day_long(day)}）没有在公示，却写了名字",
            "正在公示的，补上“公示期”；公示结束了的，“人员”整段删掉",
            NOTE,
        )
    elif until and until > max(ends):
        yield Problem(
            ("公开", "至"),
            f"公示到{day_long(max(ends))}，名字要公开到{day_long(until)}",
            f"“至”改成 {max(ends).isoformat()}",
            NOTE,
        )
    for number, one in enumerate(body.candidates):
        if one.born and not _MONTH.fullmatch(one.born):
            yield Problem(("人员", number, "出生年月"), "出生写得太细", "只写年和月，例如 1994年6月", NOTE)
    names = [one.name for one in body.candidates]
    for route, _, text in texts(record.document):
        if route[0] != "人员" and any(name in text for name in names):
            yield Problem(route, "名字写到了“人员”以外", "这里的名字删掉，公示完以后才撤得干净", NOTE)


def _notice(body: Notice) -> Iterator[Problem]:
    if body.board != "党务":
        return
    if any(
        _APPLICANTS in said and (masked_in(said) or names_in(said) or persons(said))
        for said in sentences(body.text or "")
    ):
        yield Problem(("正文",), "写了谁是积极分子", "名字删掉，只写人数", NOTE)
    if body.topic in _NAMED:
        return
    for number, table in enumerate(body.tables):
        if names := columns_with_names(table):
            at = ("表格", number, "列", names[0])
            yield Problem(at, "党员名单写了姓名", "这一列整列删掉，只写人数；{村级}干部的，加上“职务”一列", NOTE)


RULE = Rule(
    code="P07",
    title="党员和积极分子不点名",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="政治面貌放到网上收不回来；所以先不公开，删掉名字再公开。",
    basis=("个保法·敏感信息", "党务公开条例"),
    check=check,
    kinds=("recruits", "members", "notices"),
)
