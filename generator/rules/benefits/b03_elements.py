"""B03: a batch of aid says by what standard, on what basis, until when, and where to object."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.benefits import Batch
from generator.records.read import Record
from generator.rules.phrases import listed, quoted, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """救助补贴公开时，要写清什么标准、依据什么、公示到哪天、有意见找谁。

    为什么：
        光看到谁家领了多少，看不出该不该；标准和依据写出来，大家自己就能对。

    怎么查：
        要有“标准”“依据”，“户数”“人数”至少有一样，“公开”里要有“至”，“异议”里要有“受理岗位”或者“办公电话”。

    怎么改：
        照上级文件补上标准、依据；异议写村务监督委员会和办公电话，不写个人手机号。

    合格：
        异议: {办公电话: 0000-612 3318}

    合格：
        # 按人发的，写人数
        名单:
        户数:
        人数: "4"
        异议: {受理岗位: 村务监督委员会}

    不合格：
        类型: 慰问  # <- B03
        标准:
        名单: []

    不合格：
        # 有截止，没有写找谁
        类型: 高龄津贴  # <- B03
        依据: 县民政局高龄津贴发放办法
        异议: {截止: 2026-10-26}

    不合格：
        类型: 高龄津贴  # <- B03
        依据:
        异议:

    不合格：
        # 没有写多少户、多少人
        类型: 高龄津贴  # <- B03
        户数:

    不合格：
        类型: 高龄津贴  # <- B03
        名单: []
        公开:
          公开日期: 2026-10-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}
    """
    body: Batch = record.body
    said = body.objection
    elements = {
        "标准": body.standard,
        "依据": body.basis,
        "户数或人数": body.households is not None or body.persons is not None,
        "至": body.publication.until,
        "异议": said and (said.post or said.phone),
    }
    if blank := unwritten(elements):
        names = quoted(blank)
        yield Problem(("类型",), f"没有写{names}", f"照公示表补上{names}", f"没有写明{listed(blank)}。")


RULE = Rule(
    code="B03",
    title="公示的几样要写全",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="发给谁、发多少已经写了，有用；所以照样公开，旁边写明还缺什么。",
    basis=("社会救助·初审公示", "公开"),
    check=check,
    kinds=("benefits",),
)
