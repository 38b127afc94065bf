"""D14: an officer whom a matter concerns in person does not take part in it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.posts import same_person
from generator.records.kinds.contracts import Contract
from generator.records.kinds.decisions import Decision
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

NONE = frozenset({"无", "没有", "无关系", "没有关系"})


def check(record: Record, context: Context) -> Iterator[Problem]:
    """事情和哪位干部自己或者他的近亲属有关，讨论、表决、负责实施的时候，他要回避，并且写明。

    为什么：
        自己人办自己人的事，办得再公道也说不清。走开一步，大家才信。

    怎么查：
        决策里写了“利害关系”的，每一位都要“回避: 是”；回避了的，不能又是这件事的“负责人”。
        合同里“与村干部关系”不是“无”的，要写“回避情况”。

    怎么改：
        1. 回避了没登记的，照会议记录写“回避: 是”，合同里写“回避情况”。
        2. 没有回避的，照实写“回避: 否”；重新开会表决，请他回避。
        3. 换一位负责人。

    合格：
        利害关系:
          - {岗位: 村委会委员 吴建国, 关系: 施工队负责人是他的近亲属, 回避: 是}

    合格：
        # 文件: contracts/2026-03-coldstore.yml
        标题: 农产品冷库租赁合同
        与村干部关系: 承租人是村委会委员的近亲属
        回避情况: 该委员没有参加谈价和表决
        # 文件: contracts/2026-04-pond.yml
        标题: 三组鱼塘承包合同
        与村干部关系:
        # 文件: contracts/2026-05-shop.yml
        标题: 村口门面租赁合同
        与村干部关系: 无
        # 文件: decisions/2026-05-well.yml
        标题: 三组机井换泵
        利害关系:
          - {岗位: 村委会委员 吴建国, 关系: 卖泵的店是他家开的, 回避: 是}
        实施: {开工: 2026-05-20}

    不合格：
        利害关系:
          - 岗位: 村委会委员 吴建国
            关系: 施工队负责人是他的近亲属
            回避: 否  # <- D14
          - 岗位: 村委会副主任 陈春兰  # <- D14
            关系: 占用她家的地

    不合格：
        # 回避了，又由他负责
        利害关系:
          - {岗位: 村党支部书记 林志远, 关系: 施工队负责人是他的近亲属, 回避: 是}
        实施:
          开工: 2026-05-20
          负责人: 村委会主任 林志远  # <- D14

    不合格：
        # 文件: contracts/2026-03-coldstore.yml
        标题: 农产品冷库租赁合同
        与村干部关系: 承租人是村委会委员的近亲属  # <- D14
    """
    body: Decision | Contract = record.body
    if isinstance(body, Contract):
        if body.relation and body.relation not in NONE and not body.recusal:
            yield Problem(
                ("与村干部关系",),
                "对方和{村级}干部有关系，没有写“回避情况”",
                "写上“回避情况”：谁在哪一步回避了；没有回避的照实写",
                "对方和{村级}干部有关系，有没有回避没有写明。",
            )
        return
    responsible = body.execution.responsible if body.execution else None
    for index, one in enumerate(body.interests):
        if not one.recused:
            yield Problem(
                ("利害关系", index, "回避"),
                f"{one.post}和这件事有利害关系，没有写回避",
                "照会议记录写“回避: 是”；没有回避的，请他回避以后重新表决",
                f"{one.post}和这件事有利害关系，记录里没有写他回避。",
            )
        elif responsible and same_person(one.post, responsible):
            yield Problem(
                ("实施", "负责人"),
                f"{one.post}写了回避，又是这件事的负责人",
                "换一位负责人；写错的改过来",
                f"{one.post}在表决时回避了，这件事的负责人写的也是他。",
            )


RULE = Rule(
    code="D14",
    title="有利害关系要回避",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="决定已经作出，村民有权知道谁有关系、回避了没有；所以照样公开，旁边写明。",
    basis=("利害关系回避", "村组法·近亲属回避"),
    check=check,
    kinds=("decisions", "contracts"),
)
