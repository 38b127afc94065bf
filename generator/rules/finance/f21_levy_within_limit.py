"""F21: a levy is not above the yearly limit, collects no more than was agreed, and says who need not pay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.base.dates import Period
from generator.base.finding import Effect, Key
from generator.base.inexact import UNWRITTEN, is_exact
from generator.base.money import ZERO, yuan
from generator.law.parameters import Parameters
from generator.records.kinds.levies import Levy
from generator.records.read import Record
from generator.rules.decisions.linked import rests_on_decision
from generator.rules.phrases import not_written
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """一事一议筹资不能超过限额：每人每年15元、10个工（各省不同，由县里定）；收的钱不能比议定的多；要写谁免交；要有决议。

    为什么：
        筹资筹劳是大家自愿商量的，不能随便加码，困难的人要免。

    怎么查：
        同一年度几次筹资的“人均筹资”“人均筹劳”加起来，不超过限额。实收不超过 人均筹资 × 出资人数。
        “免交”至少写一行。要写“决策”，决议不晚于头一笔支出；没有支出的，不晚于公开日期。
        这里开始公开以前的不查决策。数对不上的由F28提出来。

    怎么改：
        1. 照议事记录和收据改正抄错的数；多收的退给大家，写进“说明”。
        2. 没有免交的，写一行“{类别: 无, 人数: 0}”。
        3. 开过会的，加一行“决策: decisions/文件名”。

    合格：
        # 文件: decisions/2026-04-qiao.yml
        标题: 三组桥面加宽筹资筹劳
        # 文件: levies/sample.yml
        决策: decisions/2026-04-qiao
        人均筹劳: "10"
        免交:
          - {类别: 无, 人数: 0}
        支出:
          - {日期: 2026-04-25, 摘要: 桥面加宽材料款, 金额: 13800.00}

    合格：
        # 两次在不同年度
        # 文件: levies/2025-jing.yml
        年度: 2025
        人均筹劳:
        # 文件: levies/sample.yml
        年度: 2026

    不合格：
        # 参数: 筹资上限=12; 筹劳上限=1.5
        # 文件: levies/sample.yml
        人均筹资: 15.00  # <- F21
        人均筹劳: "2"  # <- F21
        免交:
          - {类别: 五保户, 人数: 6}

    不合格：
        # 同一年两次，加起来15.01元、10.5个工；第二次多收1分
        # 文件: levies/2026-a.yml
        人均筹资: 5.01
        人均筹劳: "4"
        实收: 1553.10
        结余: -2946.90
        # 文件: levies/2026-b.yml
        人均筹资: 10.00  # <- F21
        人均筹劳: "6.5"  # <- F21
        实收: 3100.01  # <- F21
        结余: -1399.99

    不合格：
        # 文件: levies/sample.yml
        免交:  # <- F21

    不合格：
        # 村: 开始公开日期=2026-09-20
        # 应报: F21 levies/sample.yml
        # 文件: levies/sample.yml
        标题: 2026年三组桥面一事一议筹资
        支出: []
        结余: 13950.00

    不合格：
        # 先付了钱，4月25日才决议
        # 文件: decisions/2026-04-qiao.yml
        标题: 三组桥面加宽筹资筹劳
        # 文件: levies/sample.yml
        决策: decisions/2026-04-qiao  # <- F21
        支出:
          - {日期: 2026-09-12, 摘要: 桥面加宽材料款, 金额: 13000.00}
          - {日期: 2026-04-24, 摘要: 桥面加宽测量费, 金额: 800.00}
    """
    years: dict[Period, list[tuple[Record, Levy]]] = defaultdict(list)
    for record, body in case.of(Levy):
        years[body.year].append((record, body))
        yield from _one(record, body)
        by = min((one.day for one in body.spent if one.day), default=body.publication.day)
        if not body.shares:
            yield from rests_on_decision(case, context, record, body.decision, "筹资方案", by)
    for levies in years.values():
        yield from _within_limits(levies, context.parameters)


def _one(record: Record, body: Levy) -> Iterator[Problem]:
    if body.shares:
        return  # several villages, each with a levy of its own
    agreed = body.each * body.payers if body.payers is not None else UNWRITTEN
    if body.collected > agreed and is_exact(agreed):
        more = yuan(body.collected - agreed)
        yield Problem(
            ("实收",),
            f"实收{yuan(body.collected)}元，比人均筹资乘出资人数（{yuan(agreed)}元）多{more}元",
            "照收据改正；真是多收的退给大家，写进“说明”",
            f"按议定的标准应收{yuan(agreed)}元，实收{yuan(body.collected)}元，多{more}元。",
            record.path,
        )
    if not body.exempt:
        remedy = "照方案补上“免交”；没有免交的，写一行“{类别: 无, 人数: 0}”"
        yield not_written(("免交",), "哪些人免交", remedy, record.path)


def _within_limits(levies: list[tuple[Record, Levy]], parameters: Parameters) -> Iterator[Problem]:
    """Adds up the levies of a year. The problem stands at the levy that goes beyond the limit."""
    money, labour = ZERO, ZERO
    for record, body in levies:
        money, labour = money + body.each, labour + (body.labour or ZERO)
        if money > parameters.levy_limit:
            yield _beyond(record, "人均筹资", money, parameters.levy_limit, "元")
        if labour > parameters.levy_labour:
            yield _beyond(record, "人均筹劳", labour, parameters.levy_labour, "个工")


def _beyond(record: Record, key: Key, whole: Decimal, limit: Decimal, unit: str) -> Problem:
    said = f"全年{key}{whole:f}{unit}，规定最多{limit:f}{unit}"
    return Problem((key,), said, "照议事记录改正；没有抄错的，请{乡级}里看一看，写进“说明”", path=record.path)


RULE = Rule(
    code="F21",
    title="一事一议不超过限额",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="钱已经收了，大家有权知道收多少；所以照样公开，旁边写明限额是多少。",
    basis=("村组法·会议决定事项", "居组法·筹资", "一事一议办法", "财务公开规定"),
    check=check,
)
