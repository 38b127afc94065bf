"""D13: people from outside get land only if two thirds of all voters agree and the township approves."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.kinds.contracts import Contract
from generator.records.kinds.decisions import Decision, least, step_of
from generator.records.read import Record
from generator.rules.decisions.linked import named
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """集体的地包给、租给外面的单位和个人，要三分之二以上成员或者代表同意，报乡镇批准，还要看对方的资信。

    为什么：
        地包给外人，一包好多年，要大多数人同意，也要看对方有没有本事经营。

    怎么查：
        发包、租赁、出让的合同，写了“外部承包: 是”和“面积”的：“乡镇批准”“资信审查”“决策”都要有；
        那份决策的“决议”，同意 × 3 不少于 应到 × 2，日期不晚于签订日期。乡镇自己的合同不查。

    怎么改：
        1. 有批文、审查意见的，照着补上；没有的，先报批、先审查。
        2. 同意的人不够的，对照表决记录；没有抄错的，重新开会。

    合格：
        # 应到42人，三分之二正好28人；决议和签订同一天
        # 文件: decisions/2026-04-chatang.yml
        标题: 东塘对外发包
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 40, 同意: 28, 反对: 12, 弃权: 0}
          # 其余步骤照样本
        # 文件: contracts/2026-chatang.yml
        类型: 发包
        标的: 东塘水面
        面积: "38"
        外部承包: 是
        乡镇批准: 石政函〔2026〕8号
        资信审查: 营业执照和三年养殖记录看过
        决策: decisions/2026-04-chatang
        签订日期: 2026-04-25

    合格：
        # 冷库不是地；本村人承包；请外面的人施工
        # 文件: contracts/a.yml
        外部承包: 是
        # 文件: contracts/b.yml
        面积: "38"
        # 文件: contracts/c.yml
        类型: 工程
        面积: "38"
        外部承包: 是

    不合格：
        # 文件: contracts/2026-chatang.yml
        类型: 发包
        面积: "38"
        外部承包: 是  # <- D13

    不合格：
        # 差1人
        # 文件: decisions/2026-04-chatang.yml
        标题: 东塘对外发包
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 40, 同意: 27, 反对: 13, 弃权: 0}
          # 其余步骤照样本
        # 文件: contracts/2026-chatang.yml
        类型: 出让
        面积: "38"
        外部承包: 是  # <- D13
        资信审查: 营业执照和三年养殖记录看过
        决策: decisions/2026-04-chatang  # <- D13
        签订日期: 2026-04-25

    不合格：
        # 决议没有写全的、找不到的，由D05、D06、S02提出来
        # 文件: decisions/a.yml
        标题: 东塘对外发包
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 同意: 27}
        # 文件: decisions/b.yml
        标题: 西塘对外发包
        步骤:
          - {步骤: 决议, 会议: 村民代表会议, 应到: 42}
        # 文件: notices/2026-04-fabao.yml
        标题: 北塘对外发包公告
        # 文件: contracts/c.yml
        类型: 发包
        面积: "38"
        外部承包: 是  # <- D13
        决策: notices/2026-04-fabao
        # 文件: contracts/d.yml
        类型: 发包
        面积: "38"
        外部承包: 是  # <- D13
        决策: decisions/2026-04-meiyou
        # 文件: contracts/a.yml
        类型: 发包
        面积: "38"
        外部承包: 是  # <- D13
        决策: decisions/a
        签订日期: 2026-04-26
        # 文件: contracts/b.yml
        类型: 发包
        面积: "38"
        外部承包: 是  # <- D13
        决策: decisions/b
        签订日期: 2026-04-26

    不合格：
        # 先签订，后决议
        # 文件: decisions/2026-04-chatang.yml
        标题: 东塘对外发包
        # 文件: contracts/2026-chatang.yml
        类型: 租赁
        面积: "38"
        外部承包: 是
        乡镇批准: 石政函〔2026〕8号
        资信审查: 营业执照和三年养殖记录看过
        决策: decisions/2026-04-chatang  # <- D13
        签订日期: 2026-04-24
    """
    if case.place.village is None:
        return
    for record, body in case.of(Contract):
        if body.outsider and body.area is not None and body.type in ("发包", "租赁", "出让"):
            yield from _papers(record, body)
            if body.decision:
                yield from _vote(case, record, body, body.decision)


def _papers(record: Record, body: Contract) -> Iterator[Problem]:
    needed = {"乡镇批准": body.approval, "资信审查": body.credit_check, "决策": body.decision}
    if blank := listed(unwritten(needed)):
        yield Problem(
            ("外部承包",),
            f"地包给外面的人，没有写{blank}",
            f"照批文和会议记录补上{blank}",
            f"没有写明{blank}。",
            record.path,
        )


def _vote(case: PlaceCase, record: Record, body: Contract, reference: str) -> Iterator[Problem]:
    found = named(case, record, reference)
    step = step_of(found.body, "决议") if found and isinstance(found.body, Decision) else None
    if step is None:
        return  # S02, F14 and D01 find decisions that are not there or have no vote
    if step.expected is not None and step.agree is not None and step.agree < least("三分之二", step.expected):
        need = least("三分之二", step.expected)
        yield Problem(
            ("决策",),
            f"同意的人不够：应到{step.expected}人，至少要{need}人同意，同意{step.agree}人",
            "对照表决记录改正；没有抄错的，重新开会表决",
            f"地包给外面的人，应到{step.expected}人里要{need}人同意，同意{step.agree}人。",
            record.path,
        )
    if step.day and body.signed and step.day > body.signed:
        days = f"{day_long(body.signed)}签订，{day_long(step.day)}决议"
        yield Problem(
            ("决策",),
            f"先签订、后决议：{days}",
            "对照合同和会议记录改正；没有抄错的，照实公开",
            f"{days}。",
            record.path,
        )


RULE = Rule(
    code="D13",
    title="地包给外人要多数同意",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="合同已经签了，村民有权看到；所以照样公开，旁边写明缺什么。",
    basis=("土地承包法·外部承包",),
    by_law=True,
    check=check,
)
