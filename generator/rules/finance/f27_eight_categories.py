"""F27: what a year's accounts must tell is told or said to be nothing; special matters have a disclosure of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.common import RecordBody
from generator.records.kinds.compensations import Compensation
from generator.records.kinds.contracts import Contract
from generator.records.kinds.decisions import Decision, resolution_day
from generator.records.kinds.notices import Notice
from generator.records.kinds.projects import Project
from generator.records.kinds.statements import Statement
from generator.records.places import Village
from generator.records.read import Record
from generator.records.references import references
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

_SPECIAL: Mapping[str, tuple[type[RecordBody], ...]] = {
    "征地补偿费": (Compensation,),
    "土地承包": (Contract,),
    "集体财产处分": (Contract,),
    "集体经济项目": (Contract, Project),
}
"""By the decision's matter, what kinds tell of it alone; a notice may do so too."""


_CATEGORIES = {"资源台账": "资源", "债权债务": "债权债务", "收益分配": "收益分配"}
"""Items of the 公开目录 and what the eight categories call them; T01 and T08 look at the others."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """财务公开的八大类，每年都要有，没有内容的写明“没有”；征地补偿、发包租赁出让这样的专项，每一件都要有专门的公开。

    为什么：
        只公开收入支出，不公开资源、欠账和分配，大家看到的只是一半；大事混在总账里，也看不清。

    怎么查：
        从第一次公开资源、债权债务、收益分配的那一年起，每年都要有，期限看公开目录（资源、债权债务下一年1月底，收益分配3月底，
        由县里定）；那一年真没有的，写在年度报表的“没有的类别”里。计划、资产由T08查，收入、支出由T01查，其他需要公开的不定。
        征地补偿费、土地承包、集体财产处分、集体经济项目的决议，写了“实施”的，决议后30天内（由县里定）
        要有一份征地补偿、合同、工程项目或者公示公告写明它；村里从来没有登记过这一种的不查。

    怎么改：
        1. 有的补一份台账或者收益分配；没有的，在年度报表里写“没有的类别”。
        2. 合同、征地补偿、项目里写上“决策: decisions/文件名”。

    合格：
        # 期限还没有过
        # as_of: 2027-01-31
        # 村: 开始公开日期=2025-01-01
        # 文件: registers/2025-ziyuan.yml
        标题: 2025年资源台账
        类型: 资源
        期间: "2025"

    合格：
        # 公开目录里写了不适用
        # as_of: 2027-04-01
        # 村: 开始公开日期=2025-01-01; 公开目录=[{事项: 资源台账, 不适用: 是, 原因: 村里没有集体资源}]
        # 文件: registers/2025-ziyuan.yml
        标题: 2025年资源台账
        类型: 资源
        期间: "2025"

    合格：
        # 资源写了没有，债权债务在报表里，分配在公告里
        # as_of: 2027-04-01
        # 村: 开始公开日期=2026-01-01
        # 文件: registers/2025-ziyuan.yml
        标题: 2025年资源台账
        类型: 资源
        期间: "2025"
        # 文件: registers/2025-zhaiquan.yml
        标题: 2025年债权台账
        类型: 债权
        期间: "2025"
        明细: []
        期初合计: "0"
        增加合计: "0"
        期末合计: "0"
        # 文件: distributions/2025.yml
        标题: 2025年度集体收益分配
        提取日期: 2025-12-20
        发放日期: 2025-12-22
        # 文件: notices/2026-fenpei.yml
        标题: 2026年度收益分配
        栏目: 财务
        事项: 收益分配
        期间: "2026"
        # 文件: notices/2025-cunwu.yml
        标题: 村务事项
        # 文件: statements/2026.yml
        标题: 2026年度会计报表
        年度: "2026"
        分配: []
        所有者权益:
          - {科目: 301 资本, 金额: 500000.00}
          - {科目: 311 公积公益金, 金额: 260000.00}
          - {科目: 322 收益分配, 金额: 100000.00}
        年末未分配收益: 100000.00
        没有的类别: [资源]
        公开:
          公开日期: 2027-01-20
          审核: [{机构: 村务监督委员会, 日期: 2027-01-18}]

    合格：
        # 合同写明是哪次会定的；正好30天的还没有过；没有实施的不查
        # 文件: contracts/2026-03.yml
        标题: 农产品冷库租赁合同
        # 文件: contracts/2026-05.yml
        标题: 旧机房转让合同
        决策: decisions/2026-04-jifang
        # 文件: decisions/2026-04-jifang.yml
        标题: 旧机房转让
        事项: 集体财产处分
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 成员大会, 应到: 1200, 实到: 1100, 同意: 1090, 反对: 5, 弃权: 5}
          # 其余步骤照样本
        # 文件: decisions/2026-09-zhanfang.yml
        标题: 旧站房转让
        事项: 集体财产处分
        实施:
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 成员大会, 应到: 1200, 实到: 1100, 同意: 1090, 反对: 5, 弃权: 5}
          # 其余步骤照样本
        # 文件: decisions/2026-10-cangfang.yml
        标题: 旧仓房转让
        事项: 集体财产处分
        步骤:
          - {步骤: 提议, 日期: 2026-10-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-10-09, 会议: 两委联席会议}
          - {步骤: 审议, 日期: 2026-10-12, 会议: 党员大会, 应到: 57, 实到: 44, 同意: 44, 反对: 0, 弃权: 0}
          - {步骤: 决议, 日期: 2026-10-19, 会议: 成员大会, 应到: 1200, 实到: 1100, 同意: 1090, 反对: 5, 弃权: 5}
          - {步骤: 决议公开, 日期: 2026-10-20, 至: 2026-11-10}
        监督意见: {机构: 村务监督委员会, 日期: 2026-10-20, 意见: 程序齐全。}
        实施: {开工: 2026-11-02}

    合格：
        # 村里还没有登记过征地补偿，从第一份合同以前定的也不追
        # 文件: plans/2026.yml
        标题: 2026年财务收支计划
        # 文件: decisions/2026-04-zhengdi.yml
        标题: 县道占地补偿分配
        事项: 征地补偿费
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 成员大会, 应到: 1200, 实到: 1100, 同意: 1090, 反对: 5, 弃权: 5}
          # 其余步骤照样本
        # 文件: decisions/2026-04-jifang.yml
        标题: 旧机房转让
        事项: 集体财产处分
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 成员大会, 应到: 1200, 实到: 1100, 同意: 1090, 反对: 5, 弃权: 5}
          # 其余步骤照样本
        # 文件: contracts/2026-05.yml
        标题: 农产品冷库租赁合同
        公开:
          公开日期: 2026-04-26
          至: 2026-05-20
          审核: [{机构: 村务监督委员会, 日期: 2026-04-25}]

    不合格：
        # as_of: 2027-04-01
        # 村: 开始公开日期=2025-01-01
        # 文件: registers/2025-ziyuan.yml
        类型: 资源
        期间: "2025"
        # 文件: registers/2025-zhaiwu.yml
        类型: 债务
        期间: "2025"
        # 文件: registers/2026-zichan.yml
        类型: 资产
        # 文件: statements/2026.yml
        年度: "2026"  # <- F27
        负债: []
        没有的类别: [债权债务]
        公开:
          公开日期: 2027-01-20

    不合格：
        # 没有年度报表的，写在村的资料上
        # as_of: 2027-04-01
        # 村: 开始公开日期=2025-01-01
        # 文件: distributions/2025.yml
        年度: "2025"
        # 文件: notices/2026-cunwu.yml
        标题: 村务事项
        # 文件: statements/2025.yml
        年度: "2025"
        没有的类别: [收益分配]
        # 应报: F27 village.yml

    不合格：
        # 文件: contracts/2026-03.yml
        公开:
          公开日期: 2026-04-25
        # 文件: decisions/2026-04-jifang.yml
        事项: 集体财产处分  # <- F27
        # 文件: decisions/2026-10-cangfang.yml
        事项: 集体财产处分  # <- F27
        步骤:
          - {步骤: 决议, 日期: 2026-10-18, 会议: 成员大会, 应到: 1200, 实到: 1100, 同意: 1090, 反对: 5, 弃权: 5}
        # 文件: decisions/2026-11-menmian.yml
        事项: 集体财产处分
        步骤:
          - {步骤: 提议, 日期: 2026-10-08, 会议: 党组织会议}
    """
    yield from _categories(case)
    if isinstance(case.profile, Village):
        yield from _special(case, context)


def _categories(case: PlaceCase) -> Iterator[Problem]:
    missing: dict[int, list[str]] = {}
    for duty in case.missing(*_CATEGORIES):
        missing.setdefault(duty.year, []).append(_CATEGORIES[duty.item])
    statements = {body.year.end.year: record for record, body in case.of(Statement)}
    for year, names in sorted(missing.items()):
        statement = statements.get(year)
        lacks = "、".join(dict.fromkeys(names))
        yield Problem(
            ("年度",) if statement else (),
            f"{year}年的财务公开里没有看到{lacks}",
            "有的补一份台账或者收益分配；真没有的，在年度报表里写“没有的类别”",
            f"{year}年还没有公开{lacks}，也没有写明没有。",
            statement.path if statement else None,
        )


def _special(case: PlaceCase, context: Context) -> Iterator[Problem]:
    for record, body in case.of(Decision):
        kinds, day = _SPECIAL.get(body.matter, ()), resolution_day(body)
        if day is None or body.execution is None or context.as_of <= add_days(day, context.parameters.special_days):
            continue
        begun = any(type(other.body) in kinds and other.body.publication.day <= day for other in case.records)
        if begun and not any(
            _tells_of(other, record) for other in case.records if type(other.body) in (*kinds, Notice)
        ):
            said = f"{body.matter}的决议是{day_long(day)}定的，没有看到专门的公开"
            remedy = "在合同、征地补偿或者项目里写“决策”，没有登记的用 disclose new 建一份"
            yield Problem(("事项",), said, remedy, f"{said}。", record.path)


def _tells_of(other: Record, decision: Record) -> bool:
    return any(other.address.resolve(reference) == decision.address for _, reference in references(other.body))


RULE = Rule(
    code="F27",
    title="八大类和专项公开齐全",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="已经公开的照样公开，旁边写明还没有看到哪一类，大家好问。",
    basis=("财务公开规定", "县里规定"),
    check=check,
)
