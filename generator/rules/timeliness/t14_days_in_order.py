"""T14: what comes after something else has no earlier day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.read import Record
from generator.rules.days_in_order import When, disordered, named
from generator.rules.phrases import KEEP_THE_DAY
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.rules.where import said


def check(record: Record, context: Context) -> Iterator[Problem]:
    """有先有后的事，日期不能倒：先收到、后答复，先签合同、后付钱，一期过完了才有这一期的账。

    为什么：
        日期倒了，不是抄错，就是程序走反了；大家照着日期，就看得出先后。

    怎么查：
        后面的日期不能早于前面的，同一天可以；没有写的不比。例如：
        账目、报表、台账、专项资金、报酬、统计：这一期过完，再对账、审核、公开；
        合同：签订、实际收付；工程：立项、招标、开工、完工、验收；问答：收到、转乡镇、答复；
        选举：名单公布、提出异议、处理、公布，推荐、投票、移交；审计：起、止、报告、整改；
        公告：成文、公开、异议截止；更正：核对、批准、公开。
        决策的步骤看D02，承诺看C11，代办看V03，审核和公开看T05。

    怎么改：
        1. 对照原件，日期抄错的改过来。
        2. 没有抄错的，日期照实写，不要改；原因写在“说明”里。

    合格：
        # 都在同一天；期末那天公开不算早
        # 文件: questions/lamps.yml
        收到日期: 2026-10-31
        答复: {日期: 2026-10-31, 岗位: 村委会主任, 内容: 11月5日前修好。}
        公开: {公开日期: 2026-10-31, 审核: [{机构: 村务监督委员会, 日期: 2026-10-31}]}
        # 文件: finance/2026-10.yml
        公开: {公开日期: 2026-10-31, 至: 2026-11-30, 审核: [{机构: 村务监督委员会, 日期: 2026-10-31}]}

    合格：
        # 计划、方案一类的公告，期间可以在以后
        # 文件: notices/plan.yml
        标题: 第四季度清理河道的安排
        事项: 一般
        期间: 2026-Q4
        公开: {公开日期: 2026-10-10, 至: 2026-10-26, 审核: [{机构: 村务监督委员会, 日期: 2026-10-09}]}

    不合格：
        # 文件: finance/2026-10.yml
        账户:
          - 名称: 基本户
            期初: 52000.00
            期末: 64700.00
            对账日期: 2026-10-30  # <- T14
        公开:
          公开日期: 2026-10-30  # <- T14
          至: 2026-11-30
          审核:
            - 机构: 村务监督委员会
              日期: 2026-10-30  # <- T14
        # 文件: notices/q3.yml
        事项: 村务事项
        期间: 2026-Q3
        成文日期: 2026-09-30
        公开:
          公开日期: 2026-09-29  # <- T14
          至: 2026-10-20
          审核: [{机构: 村务监督委员会, 日期: 2026-09-29}]

    不合格：
        # 文件: questions/lamps.yml
        收到日期: 2026-10-20
        答复:
          日期: 2026-10-19  # <- T14
          岗位: 村委会主任
          内容: 11月5日前修好。
        转乡镇:
          日期: 2026-10-21
          答复:
            日期: 2026-10-20  # <- T14
            岗位: 镇水利站
            内容: 已经列入计划。
        # 文件: contracts/cement.yml
        标题: 水泥采购合同
        类型: 采购
        签订日期: 2026-09-10
        实际收付:
          - 日期: 2026-09-09  # <- T14
            金额: 500.00
          - {日期: 2026-09-10, 金额: 500.00}

    不合格：
        # 文件: elections/2026.yml
        名单公布日期: 2026-08-20
        名单异议:
          - 提出日期: 2026-08-19  # <- T14
            处理日期: 2026-08-21
            公布日期: 2026-08-20  # <- T14
        推荐:
          - {环节: 村民提名, 日期: 2026-09-21}
          - {环节: 党员推荐, 日期: 2026-09-19}
        投票日期: 2026-09-20  # <- T14
        # 文件: projects/canal.yml
        标题: 二组水渠
        开工:
        完工:
        进展:
          - {日期: 2026-05-01, 阶段: 施工, 情况: 不比}
          - 日期: 2026-04-10  # <- T14
            阶段: 开工
            情况: 开工了
          - {日期: 2026-04-11, 阶段: 招标, 情况: 开标}
          - {日期: 2026-06-01, 阶段: 完工, 情况: 完工}
        验收:
        # 文件: cases/2026-10.yml
        期间: 2026-10
        办件:
          - {编号: "1", 事项编码: DB-01, 受理日期: 2026-09-28}
          - 编号: "2"
            事项编码: DB-01
            受理日期: 2026-11-01  # <- T14
    """
    for before, after in disordered(record.address.kind, record.body):
        if after.period:  # a day that lies behind the period is told where the day stands
            yield _problem(before, f"在{named(after)}以后")
        else:
            yield _problem(after, f"早于{named(before)}")


def _problem(at: When, why: str) -> Problem:
    words = f"{said(at.at)}是{day_long(at.day)}，{why}"
    return Problem(
        at.at,
        words,
        f"对照原件改正抄错的日期；没有抄错的，{KEEP_THE_DAY}，原因写在“说明”里",
        f"{words}。",
    )


RULE = Rule(
    code="T14",
    title="先后的日期不能倒",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="日期倒了，可能抄错，也可能没照程序办，村民都该看到；所以照样公开，旁边写明日期。",
    basis=("本网站",),
    check=check,
)
