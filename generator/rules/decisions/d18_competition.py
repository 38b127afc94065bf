"""D18: a large lease, sale, purchase or project is offered to several bidders, or the record says why not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.base.finding import Effect
from generator.base.money import yuan, yuan_whole
from generator.records.kinds.contracts import Contract
from generator.records.kinds.projects import Project
from generator.records.read import Record
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope

_TYPES = ("发包", "租赁", "出让", "采购", "工程")
_INCOME = ("发包", "租赁", "出让")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """5万元以上（县里另定的按县里的）的发包、出租、采购、工程，要公开竞价；不竞价的写原因和决议。

    为什么：
        几家一起比，集体少花钱、多收钱，也不会说是照顾熟人。

    怎么查：
        合同看“总价”，工程项目看“预算”，达到“竞价起点”的：要写“方式”。还没有定下由谁来做的工程、还没有包出去的，不查。
        方式是公开协商的，报名至少3家（县里另定的按县里的）；是直接签订的，要写原因和决策。
        工程写了中标价的，预算、最高限价、标底至少写一样。
        发包、租赁、出让竞价的，要写底价，总价不低于底价。写了合同的工程项目，看合同。借款、投资不查。

    怎么改：
        照招标、竞价的材料补上“方式”“报名家数”“底价”；没有竞价的照实写“直接签订”，写明原因和决策。

    合格：
        # 正好3家，总价等于底价
        总价: 50000.00
        约定收付: [{日期: 2026-11-10, 金额: 50000.00}]
        底价: 50000.00
        报名家数: "3"

    合格：
        # 不到5万元；写了合同的工程；借款
        总价: 49999.99
        约定收付: [{日期: 2026-11-10, 金额: 49999.99}]
        方式:
        # 文件: contracts/2026-shuiqu.yml
        标题: 水渠维修合同
        类型: 工程
        # 文件: projects/a.yml
        预算: 60000.00
        资金来源: []
        方式:
        合同: contracts/2026-shuiqu
        # 文件: contracts/2026-jiekuan.yml
        标题: 水渠维修借款
        类型: 借款
        方式:

    合格：
        # 文件: decisions/2026-04-jinji.yml
        标题: 水毁渠道抢修
        # 文件: contracts/2026-jinji.yml
        类型: 工程
        方式: 直接签订
        直接签订原因: 汛期抢修，来不及竞价
        决策: decisions/2026-04-jinji
        # 文件: contracts/2026-caigou.yml
        类型: 采购
        方式: 招标
        底价:
        # 文件: contracts/2026-lengku.yml
        方式: 直接签订
        直接签订原因: 两次挂牌没有人报名
        决策: decisions/2026-04-jinji
        底价:

    合格：
        # 刚立项，还没有定由谁来做
        # 文件: projects/a.yml
        预算: 60000.00
        资金来源: []
        方式:
        承办单位:
        开工:
        完工:
        进展:
          - {日期: 2026-07-20, 阶段: 立项, 情况: 村民代表会议同意}
          - {日期: 2026-08-01, 阶段: 招标, 情况: 挂出公告}
        验收:
        决算:

    不合格：
        # 文件: projects/a.yml
        预算: 60000.00
        资金来源: []
        方式:  # <- D18
        承办单位: 石渡农机合作社
        开工:
        完工:
        进展:
        验收:
        决算:

    不合格：
        # 参数: 竞价起点=108000
        方式:  # <- D18
        # 文件: contracts/a.yml
        总价:
        方式:

    不合格：
        报名家数: "2"  # <- D18
        底价: 108000.01  # <- D18

    不合格：
        # 参数: 协商最少家数=4
        报名家数: "3"  # <- D18
        底价:  # <- D18

    不合格：
        类型: 采购
        方式: 直接签订  # <- D18
        # 文件: contracts/a.yml
        类型: 采购
        方式: 直接签订  # <- D18
        直接签订原因: 只有一家卖
        # 文件: decisions/2026-04-jinji.yml
        标题: 水毁渠道抢修
        # 文件: contracts/b.yml
        类型: 采购
        方式: 直接签订  # <- D18
        决策: decisions/2026-04-jinji
        # 文件: contracts/c.yml
        类型: 发包
        方式: 招标
        报名家数: "1"
        底价:  # <- D18

    不合格：
        # 文件: projects/a.yml
        预算: 50000.00
        资金来源: []
        方式:  # <- D18
        # 文件: projects/b.yml
        预算: 50000.00
        资金来源: []
        报名家数:
        方式: 公开协商  # <- D18
        # 文件: projects/c.yml
        预算:
        资金来源: []
        中标价: 49000.00  # <- D18
    """
    body: Contract | Project = record.body
    if isinstance(body, Contract):
        amount, concerned = body.price, body.type in _TYPES and not body.offered
    else:
        amount, concerned = body.budget, body.contract is None and _is_let(body)
    if isinstance(body, Project) and body.bid is not None and (body.budget, body.cap, body.estimate) == (None,) * 3:
        said = "写了中标价，没有写预算、最高限价或者标底"
        yield Problem(("中标价",), said, "照招标文件补上一样", "没有写预算、最高限价或者标底，看不出中标价高不高。")
    if not concerned or amount is None or amount < context.parameters.competitive_from:
        return
    over = f"{yuan_whole(context.parameters.competitive_from)}元以上"
    least = context.parameters.least_bidders
    if body.method is None:
        yield Problem(
            ("方式",),
            f"{yuan(amount)}元，没有写用什么方式找的对方（{over}要公开竞价）",
            "照材料补上“方式”；没有竞价的照实写“直接签订”，写明原因和决策",
            f"{over}要公开竞价，这里没有写用的什么方式。",
        )
    elif body.method == "直接签订":
        if blank := listed(unwritten({"直接签订原因": body.direct_reason, "决策": body.decision})):
            yield Problem(
                ("方式",),
                f"{yuan(amount)}元直接签订，没有写{blank}",
                f"补上{blank}",
                f"{over}没有竞价、直接签订，没有写明{blank}。",
            )
    elif body.method == "公开协商" and (body.bidders is None or body.bidders < least):
        where, said = ("方式", "没有写报名几家") if body.bidders is None else ("报名家数", f"只有{body.bidders}家报名")
        yield Problem(
            (where,),
            f"公开协商{said}，至少要{least}家",
            "照报名表改正；真不够的，照实写，在“说明”里写原因",
            f"公开协商{said}，规定至少{least}家。",
        )
    if isinstance(body, Contract) and body.type in _INCOME and body.method not in (None, "直接签订"):
        yield from _reserve(body, amount)


def _is_let(project: Project) -> bool:
    """Whether somebody was chosen to build it. Nobody is at 立项 and while bids are invited."""
    begun = any(one.stage not in ("立项", "招标") for one in project.stages)
    return bool(begun or project.builder or project.started or project.finished or project.method)


def _reserve(body: Contract, price: Decimal) -> Iterator[Problem]:
    if body.reserve is None:
        yield Problem(("底价",), "没有写底价", "照竞价公告补上“底价”", "没有写明竞价的底价。")
    elif body.reserve_per is None and price < body.reserve:
        yield Problem(
            ("底价",),
            f"总价{yuan(price)}元，低于底价{yuan(body.reserve)}元",
            "照竞价材料改正；没有抄错的，在“说明”里写原因",
            f"底价{yuan(body.reserve)}元，总价{yuan(price)}元。",
        )


RULE = Rule(
    code="D18",
    title="大额的事要公开竞价",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="合同已经签了，村民有权看到；所以照样公开，旁边写明用的什么方式。",
    basis=("县里规定", "土地承包法·公开竞价"),
    check=check,
    kinds=("contracts", "projects"),
)
