"""Numbers that differ from place to place: days, limits, rates. Each says where its default comes from."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from pydantic import Field

from generator.records.values import Count, Flag, Model, Money, Number


class Parameters(Model):
    """The numbers that county.yml, township.yml and village.yml may set under 参数. The nearest profile wins."""

    finance_due_days: Count = Field(15, alias="财务公开期限", description="期末后几天内公开财务。各地做法")
    affairs_due_days: Count = Field(20, alias="村务公开期限", description="季末后几天内公开村务、党务。各地做法")
    resolution_due_days: Count = Field(5, alias="决议公开期限", description="开会后几天内公开决议。产品默认")
    result_due_days: Count = Field(15, alias="结果公开期限", description="完工后几天内公开实施结果。产品默认")
    busy_entries: Count = Field(30, alias="每月公开笔数", description="一个月超过几笔就要按月公开财务。产品默认")
    display_days: Count = Field(15, alias="公布天数", description="村务公布最少几天。法律")
    low_income_days: Count = Field(7, alias="低保公示天数", description="低保初审公示最少几天。各地做法")
    land_notice_days: Count = Field(10, alias="征地预公告工作日", description="征地预公告最少几个工作日。法律")
    land_plan_days: Count = Field(30, alias="征地补偿方案公告天数", description="征地补偿安置方案最少公告几天。法律")
    recruit_days: Count = Field(5, alias="发展党员公示工作日", description="发展党员公示最少几个工作日。未核实")
    honour_days: Count = Field(5, alias="表彰公示工作日", description="表彰公示最少几个工作日。产品默认")
    reply_days: Count = Field(10, alias="答复期限", description="村里几天内答复。各地做法")
    township_reply_days: Count = Field(20, alias="乡镇答复期限", description="乡镇几天内答复。各地做法")
    large_payment: Money = Field(Decimal(10000), alias="大额支出", description="多少元以上要有决议。各地做法")
    other_share: Number = Field(Decimal("0.10"), le=1, alias="其他占比上限", description="“其他”最多占几成。产品默认")
    cash_limit: Money = Field(Decimal(5000), alias="现金限额", description="月底现金最多几元。各地做法")
    joint_signing: Money = Field(
        Decimal(1000), alias="两人签字起点", description="多少元以上经手、批准要是两个人。各地做法"
    )
    joint_approval: Money | None = Field(
        None, alias="联席批准起点", description="多少元以上要两委联席会议和监督机构一起批准，不写就不查。各地做法"
    )
    split_days: Count = Field(30, alias="拆分天数", description="几天里分次付给同一个对方的合起来看。产品默认")
    rent_grace_days: Count = Field(30, alias="收款宽限天数", description="合同约定的日子过了几天算没收。产品默认")
    lease_years: Count = Field(20, ge=1, le=99, alias="租赁最长年数", description="租赁合同最长几年。法律")
    compensation_days: Count = Field(15, alias="补偿费公开期限", description="收到征地补偿费后几天内公开。产品默认")
    levy_limit: Money = Field(Decimal(15), alias="筹资上限", description="一事一议每人每年最多几元。各地做法")
    levy_labour: Number = Field(Decimal(10), alias="筹劳上限", description="一事一议每人每年最多几个工。各地做法")
    bonus_limit: Money = Field(Decimal(300000), alias="增收奖励上限", description="增收奖励最多几元。各地做法")
    agent_books: Flag = Field(False, alias="委托代理记账", description="账由乡镇代理机构记的写“是”。各地做法")
    competitive_from: Money = Field(Decimal(50000), alias="竞价起点", description="多少元以上要公开竞价。各地做法")
    least_bidders: Count = Field(3, alias="协商最少家数", description="公开协商最少几家报名。各地做法")
    project_update_days: Count = Field(90, alias="进展公开天数", description="工程多少天内要公开一次进展。产品默认")
    zero_reception: Flag = Field(True, alias="零招待", description="村里不许开支招待费。各地做法")
    org_rate: Number = Field(Decimal("0.95"), le=1, alias="组织承诺兑现率", description="村班子承诺兑现目标。各地做法")
    member_rate: Number = Field(Decimal("0.90"), le=1, alias="党员承诺兑现率", description="党员承诺兑现目标。各地做法")
    overdue_days: Count = Field(30, alias="逾期说明期限", description="承诺过期几天内要说明或问责。产品默认")
    directory_least: Number = Field(
        Decimal("0.80"), le=1, alias="目录最低覆盖率", description="该公开的至少公开几成。产品默认"
    )
    stale_days: Count = Field(100, alias="停更天数", description="多少天没有新内容算停更。产品默认")
    voter_list_days: Count = Field(20, alias="选民名单提前天数", description="投票前多少天公布选民名单。法律")
    hand_over_days: Count = Field(10, alias="工作移交期限", description="选出新一届后几天内移交。法律")
    plan_due_days: Count = Field(30, alias="整顿方案期限", description="确定整顿后几天内定方案。产品默认")
    probation_days: Count = Field(365, alias="试用天数", description="村干部试用期最少几天。各地做法")
    education_each: Money = Field(Decimal(50), alias="党员教育经费人均", description="每年每名党员最少几元。各地做法")
    allocation_days: Count = Field(30, alias="拨付到账天数", description="乡镇拨钱后村里几天内到账。产品默认")
    debt_share: Number = Field(Decimal("0.5"), alias="负债村比例", description="负债占资产几成算负债村。产品默认")
    report_lead_days: Count = Field(10, alias="年度报告提前天数", description="成员大会前多少天能看到报表。法律")
    special_days: Count = Field(30, alias="专项公开期限", description="决议后几天内有专门的公开。产品默认")
    audit_days: Count = Field(180, alias="离任审计期限", description="离任后几天内公布审计。产品默认")
    meeting_notice_days: Count = Field(10, alias="会议通知天数", description="村民会议、成员大会提前几天通知。法律")
    promise_days: Count = Field(60, alias="承诺公开期限", description="上任后几天内公开承诺。产品默认")
    evaluation_days: Count = Field(90, alias="评议期限", description="事情办完后几天内请大家评议。产品默认")
    dissatisfied_max: Number = Field(
        Decimal("0.30"), le=1, alias="不满意上限", description="不满意的最多占几成。各地做法"
    )
    consultation_days: Count = Field(90, alias="协商更新期限", description="协商定的事几天内要有新进展。产品默认")
    major_due_days: Count = Field(5, alias="重大事项公开期限", description="重大事项几天内公开。产品默认")
    record_days: Count = Field(20, alias="记录补登期限", description="期末后几天内补上会议、活动的记录。产品默认")
    archive_check_days: Count = Field(190, alias="档案检查天数", description="档案最多隔几天检查一次。产品默认")
    party_day: Count | None = Field(None, le=31, alias="党员活动日", description="每月几号，没有定的不写。各地做法")
    july_lecture: Flag = Field(True, alias="七一党课", description="每年“七一”前夕上一次党课。各地做法")
    yearly_review_days: Count = Field(
        90, alias="年度评议期限", description="组织生活会、述职、责任书，年后几天内补上记录。产品默认"
    )
    chief_training_days: Number = Field(
        Decimal(15), alias="书记主任培训天数", description="村书记、主任每年培训几天。各地做法"
    )
    officer_training_days: Number = Field(
        Decimal(10), alias="其他村干部培训天数", description="其他村干部每年培训几天。各地做法"
    )
    township_training_days: Number = Field(
        Decimal(12), alias="乡镇干部培训天数", description="乡镇干部每年培训几天。各地做法"
    )
    first_training_days: Count = Field(
        180, alias="任职培训期限", description="新任村书记、主任几天内参加任职培训。产品默认"
    )
    minor_age: Count = Field(14, ge=14, le=18, alias="未成年人年龄", description="不满几岁的不写名字、年龄。法律")
    person_list_days: Count = Field(90, alias="名单公开天数", description="有名字的名单最多公开几天。产品默认")
    case_reply_days: Count = Field(3, alias="代办答复天数", description="代办事项办结后几天内答复。产品默认")
    case_rate: Number = Field(Decimal("0.95"), le=1, alias="代办办结率", description="到期的代办事项办结多少。产品默认")
    review_base: Literal["应到", "实到"] = Field("应到", alias="党员审议基数", description="审议过半按应到还是实到算")
    merged_steps: Flag = Field(True, alias="提议商议可合并", description="“一肩挑”的村提议和商议可以合并")

    def training_days(self, post_class: str) -> Decimal:
        """The days of training that a class of posts needs in a year. Members without office need none."""
        needed = {
            "书记主任": self.chief_training_days,
            "其他村干部": self.officer_training_days,
            "乡镇干部": self.township_training_days,
        }
        return needed.get(post_class, Decimal(0))


MOVED = {"年度公开期限": "党费、资产台账", "计划报表期限": "财务计划、年度报表"}
"""Parameters that are gone, and the items of the 公开目录 that say by when now."""


def resolve(*levels: Mapping[str, str]) -> Parameters:
    """The parameters of a place from its county's, township's and own settings, in that order.

    Raises:
        pydantic.ValidationError: a name or value that cannot be read.
    """
    merged: dict[str, str] = {}
    for level in levels:
        merged |= level
    return Parameters.model_validate(merged)


def working_days_as_days(working: int) -> int:
    """A number of calendar days that certainly hold `working` working days, without a calendar: N + ceil(N/5)×2."""
    return working + math.ceil(working / 5) * 2
