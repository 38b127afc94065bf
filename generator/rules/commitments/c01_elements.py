"""C01: a promise says who, what, by when, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.commitments import Commitment
from generator.records.read import Record
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """一条承诺要写清楚：谁承诺的、谁负责、做什么、哪天以前做好。

    为什么：
        少了哪一样，到期都说不清是谁的事、算不算做到。

    怎么查：
        要有“期限”，要有“措施”或者“衡量”。
        村干部、党员的承诺要有“承诺人”；党员以外的承诺要有“责任岗位”。
        廉洁承诺一人一年一份，要有“任期或年度”；辞职承诺要有“辞职条件”。已撤销的不查。

    怎么改：
        照当初公开的承诺书，把缺的几项补上。

    合格：
        承诺主体: 村干部
        承诺人: 村委会委员 吴建国
        措施: 每季度到二组开一次院坝会，听大家说水渠的事。
        责任岗位: 村委会委员 吴建国
        期限: 2026-12-31
        销号:

    合格：
        标题: 帮3户老人收晚稻
        承诺主体: 党员
        承诺人: 第三党小组
        衡量: {数量: 3, 单位: 户}
        期限: 2026-10-31
        措施:
        责任岗位:

    合格：
        标题: 低保评议出差错就辞职
        类型: 辞职
        承诺主体: 村干部
        承诺人: 村委会主任 林志远
        辞职条件: 任期内低保评议有人情保，经查实的，一个月内提出辞职。
        措施:
        衡量:
        # 文件: commitments/2026-30.yml
        标题: 撤销的不查
        期限:
        销号:
        已撤销: 是

    合格：
        # 班子的承诺可以不写承诺人；写了措施的可以不写衡量；廉洁承诺写明是哪一年的
        标题: 9月底前修好二组断头水渠380米
        承诺人:
        任期或年度:
        衡量:
        # 文件: commitments/2026-33.yml
        标题: 2026年不收礼金、不吃请
        类型: 廉洁
        任期或年度: 2026年

    不合格：
        # 没写谁负责、哪天以前做好
        标题: 修好二组断头水渠380米  # <- C01
        责任岗位:
        期限:
        销号:

    不合格：
        # 没写是哪位干部承诺的
        标题: 帮助10户办理医保参保  # <- C01
        承诺主体: 村干部
        承诺人:

    不合格：
        标题: 年内不收礼金、不吃请  # <- C01
        类型: 廉洁
        任期或年度:
        # 文件: commitments/2026-31.yml
        标题: 办不好就辞职  # <- C01
        类型: 辞职
        # 文件: commitments/2026-32.yml
        标题: 没说做什么  # <- C01
        措施:
        衡量:
    """
    body: Commitment = record.body
    if body.withdrawn:
        return
    one = body.promisor in ("村干部", "党员")  # a body is named by 承诺主体 already
    given = {
        "承诺人": body.promised_by is not None or not one,
        "责任岗位": body.owner is not None or body.promisor == "党员",
        "期限": body.due is not None,
        "措施或衡量": body.measure is not None or body.target is not None or body.type == "辞职",
        "任期或年度": body.term is not None or body.type != "廉洁",
        "辞职条件": body.resigns_if is not None or body.type != "辞职",
    }
    if missing := listed(unwritten(given)):
        yield Problem(
            ("标题",),
            f"这条承诺没有写：{missing}",
            "照公开的承诺书补上缺的几项",
            f"这条承诺没有写明：{missing}。",
        )


RULE = Rule(
    code="C01",
    title="承诺要写清楚",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="承诺已经作出，村民要看得到；所以照样公开，旁边写明没有写清楚的几项。",
    basis=("承诺制",),
    check=check,
    kinds=("commitments",),
)
