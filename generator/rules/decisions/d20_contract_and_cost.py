"""D20: what a matter cost is told beside what its contract says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.money import compared, yuan
from generator.records.kinds.decisions import Decision
from generator.records.kinds.projects import Project
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """实际花费和合同价不一样的，写出差多少；工程的决算超过预算的，也写出来。

    为什么：
        合同签了多少、最后花了多少，中间差的钱是加了活还是省下来的，大家想知道。

    怎么查：
        决策的“结果公开”里的“实际花费”，和“实施”的“合同价”比，差一分也写出来；有几次结果公开的，看最后一次。
        工程的“决算”和“预算”比，超过的写出来。没有写的不比；“说明”里写了原因的，不再提。

    怎么改：
        1. 对照合同和结算单，抄错的改正。
        2. 没有抄错的不用改，在“说明”里写明为什么：增加的项目、没有做的项目。

    合格：
        实施: {开工: 2026-04-25, 完工: 2026-10-28, 验收: 2026-11-05, 合同价: 156000.00}
        # 文件: projects/canal.yml
        标题: 二组水渠
        预算: 180000.00
        资金来源: []
        决算: 180000.00

    合格：
        # 写了原因的
        说明: 留了质保金2000元。
        实施: {开工: 2026-04-25, 完工: 2026-10-28, 验收: 2026-11-05, 合同价: 156000.01}

    合格：
        # 没有写合同价、没有写决算的
        实施: {开工: 2026-04-25, 完工: 2026-10-28, 验收: 2026-11-05}
        # 文件: decisions/none.yml
        标题: 修二组路
        实施:
        # 文件: projects/canal.yml
        标题: 二组水渠
        决算:

    不合格：
        步骤:
          - {步骤: 结果公开, 日期: 2026-11-09, 实际花费: 155000.00}
          - 步骤: 结果公开
            日期: 2026-11-10
            至: 2026-11-26
            实际花费: 155999.99  # <- D20
          # 其余步骤照样本
        实施: {开工: 2026-04-25, 完工: 2026-10-28, 验收: 2026-11-05, 合同价: 156000.00}
        # 文件: decisions/open.yml
        标题: 还没有办完
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}

    不合格：
        实施:
        # 文件: projects/canal.yml
        标题: 二组水渠
        预算: 180000.00
        资金来源: []
        决算: 180000.01  # <- D20
        # 文件: projects/pond.yml
        标题: 山塘
        预算:
        资金来源: []
        决算: 180000.01
    """
    body: Decision | Project = record.body
    if body.remarks:
        return
    if isinstance(body, Project):
        if body.final is not None and body.budget is not None and body.final > body.budget:
            over = f"决算{yuan(body.final)}元，预算{yuan(body.budget)}元，多{yuan(body.final - body.budget)}元"
            yield Problem(("决算",), over, "对照结算单改正；没有抄错的，在“说明”里写明多在哪里")
        return
    price = body.execution.contract_price if body.execution else None
    costs = [(index, step.actual_cost) for index, step in enumerate(body.steps) if step.actual_cost is not None]
    if price is None or not costs:
        return
    index, cost = costs[-1]
    if cost != price:
        said = f"实际花费{yuan(cost)}元，合同价{yuan(price)}元，{compared(cost, price)}"
        remedy = "对照合同和结算单改正；没有抄错的，在“说明”里写明为什么"
        yield Problem(("步骤", index, "实际花费"), said, remedy)


RULE = Rule(
    code="D20",
    title="花的和合同的差多少",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="差额不等于有错；所以照样公开，旁边写明差多少。",
    basis=("财务公开规定", "四议两公开"),
    check=check,
    kinds=("decisions", "projects"),
)
