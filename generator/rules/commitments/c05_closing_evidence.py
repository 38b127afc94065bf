"""C05: a promise is closed on evidence, by somebody else than its owner."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.posts import same_person
from generator.records.kinds.commitments import Commitment
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """承诺做完了要销号：拿得出佐证，并且由别人去核实，不能自己说了算。

    为什么：
        照片、凭证、验收单摆出来，别人看过，“做到了”才作数。

    怎么查：
        写了“销号”的，“佐证”至少一条；“核实岗位”和“责任岗位”（没有的看“承诺人”）不能是同一个人。

    怎么改：
        1. 补上佐证：照片、凭证号、验收记录，或者另一份记录的位置。
        2. 请村务监督委员会或者别的岗位去核实，改写“核实岗位”。

    合格：
        佐证:
          - {名称: 水渠材料费, 凭证号: 9-014}

    合格：
        承诺主体: 党员
        承诺人: 第三党小组
        责任岗位: 第三党小组
        佐证:
          - {名称: 帮收晚稻照片, 附件: {名称: 照片, 仅存纸质: 是}}
        销号:
          完成日期: 2026-09-26
          核实岗位: 村党支部组织委员 周桂兰

    不合格：
        佐证: []
        销号:  # <- C05
          完成日期: 2026-09-26
          核实岗位: 村务监督委员会主任 赵德顺

    不合格：
        责任岗位: 村委会委员 吴建国
        销号:
          完成日期: 2026-09-26
          核实岗位: 吴建国  # <- C05

    不合格：
        # 没写责任岗位的，看承诺人
        责任岗位:
        承诺人: 第三党小组
        销号:
          完成日期: 2026-09-26
          核实岗位: 第三党小组  # <- C05
        # 文件: commitments/2026-06.yml
        标题: 谁承诺、谁负责都没写，由C01查
        责任岗位:
        承诺人:
    """
    body: Commitment = record.body
    closing = body.closing
    if closing is None:
        return
    if not body.evidence:
        yield Problem(
            ("销号",),
            "销号了，没有佐证",
            "在“佐证”里补上照片、凭证号、验收记录或者另一份记录的位置",
            "这条承诺写了已完成，没有附佐证。",
        )
    owner = body.owner or body.promised_by
    if owner and closing.verified_by and same_person(owner, closing.verified_by):
        yield Problem(
            ("销号", "核实岗位"),
            "核实的和负责的是同一个人",
            "请{监督机构}或者别的岗位去核实，改写“核实岗位”",
            "这条承诺由负责的人自己核实，没有别的岗位核实。",
        )


RULE = Rule(
    code="C05",
    title="销号要有凭有据",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="承诺的进展村民要看得到；所以照样公开，旁边写明没有佐证或者没有别人核实。",
    basis=("承诺制",),
    check=check,
    kinds=("commitments",),
)
