"""D11: the villagers' assembly, or representatives whom it authorised, decide the matters that the law gives to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.law.matters import assembly_matters
from generator.records.kinds.decisions import Decision, resolution_day
from generator.records.places import Village
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """法律规定要由村民会议定的事，交村民会议定；村民会议授权了的，村民代表会议也可以定。

    为什么：
        误工补贴、公益事业、集体收益怎么用，关系到每一户，不能由几个人说了算。

    怎么查：
        “事项”在法律的单子里（按表决那天的法律），“决议”的“会议”要是村民会议；
        是村民代表会议的，要写“授权”，指到村民会议授权的那份记录。
        社区不查；集体财产的事2025年5月1日起按成员大会的规定办，这里不查。

    怎么改：
        1. 村民会议授权过的，写上“授权”，例如 decisions/2025-12-authorise。
        2. 没有授权的，召开村民会议，再登记结果。
        3. “事项”选错的，改过来。

    合格：
        事项: 公益事业
        授权: decisions/2026-01-authorise
        # 文件: decisions/2026-01-authorise.yml
        标题: 村民会议授权村民代表会议决定公益事业
        事项: 公益事业
        步骤:
          - {步骤: 决议, 日期: 2026-04-20, 会议: 村民会议, 应到: 1180, 实到: 620, 同意: 620}
          # 其余步骤照样本

    合格：
        # 2024年借贷、租赁集体财产的事，也在单子里
        事项: 集体财产处分
        程序: 其他
        步骤:
          - {步骤: 决议, 日期: 2024-06-20, 会议: 村民会议, 应到: 1180, 实到: 620, 同意: 620}
          - {步骤: 决议公开, 日期: 2024-06-22, 至: 2024-07-10}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}

    合格：
        # 社区不查
        # 村: 类型=社区
        事项: 误工补贴
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 居民代表会议, 应到: 42, 实到: 36, 同意: 36}
          # 其余步骤照样本

    不合格：
        事项: 误工补贴
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议  # <- D11
            应到: 42
            实到: 36
            同意: 36
          # 其余步骤照样本

    不合格：
        事项: 公益事业
        程序: 其他
        步骤:
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - 步骤: 决议
            日期: 2026-04-25
            会议: 两委联席会议  # <- D11
            应到: 7
            实到: 7
            同意: 7
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}

    不合格：
        事项: 公益事业
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 听证会, 应到: 30, 实到: 28, 同意: 28}  # <- D11
          # 其余步骤照样本
        # 文件: decisions/2026-05-well.yml
        标题: 还没有写表决的日期
        事项: 公益事业
        步骤:
          - {步骤: 决议, 会议: 村民代表会议}
        # 文件: shidu/records/decisions/2026-05-road.yml
        标题: 镇里的事不查
        事项: 公益事业
    """
    body: Decision = record.body
    day = resolution_day(body)
    if day is None or not isinstance(context.profile, Village) or context.profile.type != "村":
        return
    if body.matter not in assembly_matters(day):
        return
    votes = [(index, step.meeting) for index, step in enumerate(body.steps) if step.name == "决议"]
    enough = {"村民会议", "成员大会", "成员代表大会"} | ({"村民代表会议"} if body.authorised_by else set())
    if any(meeting in enough for _, meeting in votes):
        return  # the members' assemblies follow 集体法
    index, meeting = votes[0]
    if meeting == "村民代表会议":
        what, fact = "没有写{村民会议}的授权", "记录里没有写授权"
    else:
        what = fact = f"表决的是{meeting}" if meeting else "没有写是什么会议表决的"
    yield Problem(
        ("步骤", index, "会议"),
        f"“{body.matter}”要由{{村民会议}}定，或者由它授权的{{村民代表会议}}定；{what}",
        "授权过的，写上“授权: decisions/…”；没有授权的，召开{村民会议}",
        f"“{body.matter}”依法由{{村民会议}}决定，或者由它授权的{{村民代表会议}}决定；{fact}。",
    )


RULE = Rule(
    code="D11",
    title="大事由村民会议定",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="决定已经作出，村民有权知道是谁定的；所以照样公开，旁边写明没有授权的记录。",
    basis=("村组法·会议决定事项",),
    by_law=True,
    check=check,
    kinds=("decisions",),
)
