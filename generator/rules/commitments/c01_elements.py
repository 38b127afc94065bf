"""C01: a promise says who, what, by when, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.commitments import Commitment
from generator.records.read import Record
from generator.rules.base import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """一条承诺要写清楚：谁承诺的、谁负责、做什么、哪天以前做好。

    为什么：
        少了哪一样，到期都说不清是谁的事、算不算做到。

    怎么查：
        要有“期限”，要有“措施”或者“衡量”。
        村干部、党员的承诺要有“承诺人”；党员以外的承诺要有“责任岗位”。已撤销的不查。

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
    """
    body: Commitment = record.body
    if body.withdrawn:
        return
    one = body.promisor in ("村干部", "党员")  # a body is named by 承诺主体 already
    given = {
        "承诺人": body.promised_by is not None or not one,
        "责任岗位": body.owner is not None or body.promisor == "党员",
        "期限": body.due is not None,
        "措施或衡量": body.measure is not None or body.target is not None,
    }
    missing = "、".join(name for name, there in given.items() if not there)
    if missing:
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
