"""D19: a project says where all of its money comes from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.money import yuan
from generator.records.kinds.projects import Project, unfunded
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """工程项目写了资金来源的，各项来源加起来要够预算；还差多少、从哪里来，要写明。

    为什么：
        钱没有着落就开工，最后往往变成村里的欠债。

    怎么查：
        “资金来源”的金额加起来，和“预算”比；少了的，会写出差多少。多了的，由查合计的规则提出来。
        没有写资金来源、没有写预算的，不查；金额有“约”“不详”的，不查。

    怎么改：
        1. 漏了的来源补上一行；没有定下来的，写“待定”和差的数。
        2. 抄错的，对照批复改正。

    合格：
        资金来源:
          - {来源: 上级水利补助, 金额: 30000.00}
          - {来源: 村集体自筹, 金额: 18000.00}

    合格：
        资金来源:
          - {来源: 上级水利补助, 金额: 约30000}
        # 文件: projects/b.yml
        资金来源: []

    不合格：
        预算: 48000.00  # <- D19
        资金来源:
          - {来源: 上级水利补助, 金额: 30000.00}
          - {来源: 村集体自筹, 金额: 17999.99}

    不合格：
        # 只写了一项来源
        预算: 48000.00  # <- D19
        资金来源:
          - {来源: 上级水利补助, 金额: 30000.00}
    """
    body: Project = record.body
    if (short := unfunded(body)) > 0:
        yield Problem(
            ("预算",),
            f"预算里有{yuan(short)}元没有写从哪里来",
            "漏了的来源补上一行；没有定下来的，写“待定”和差的数",
            f"预算里有{yuan(short)}元没有写明从哪里来。",
        )


RULE = Rule(
    code="D19",
    title="工程的钱从哪里来",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="少写一项来源不等于数是假的；所以照样公开，旁边写明差多少。",
    basis=("村组法·公布", "居组法·公布"),
    check=check,
    kinds=("projects",),
)
