"""S02: every record that a record refers to is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.suggest import closest
from generator.records.kinds.corrections import Correction
from generator.records.layout import Address
from generator.records.read import Record
from generator.records.references import references
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """记录里写到的另一份记录要真的有：决策、授权、相关、佐证的记录、更正的记录都要找得到。

    为什么：
        大家看到“见某某决议”，点过去却没有，就没法核对。

    怎么查：
        “文件夹/文件名”要能对上本村的一份记录；“/镇/村/文件夹/文件名”要能对上别的村的一份记录；不能写自己。
        公开过、后来撤下的，更正可以写它。

    怎么改：
        1. 名称写错的，照提示改过来。
        2. 那份记录还没有填的，先填那一份；没有这回事的，删掉这一行。

    合格：
        # 文件: decisions/2026-09-well.yml
        标题: 三组机井换泵
        # 文件: notices/sample.yml
        标题: 三组机井换泵结果公示
        相关: [decisions/2026-09-well]

    合格：
        # 文件: shidu/records/notices/2026-09-water.yml
        标题: 全镇供水改造安排
        # 文件: notices/sample.yml
        标题: 三组停水公告
        相关: [/shidu/records/notices/2026-09-water]

    合格：
        # 上次公开: notices/2026-q3 公开/公开日期=2026-10-10
        # 文件: corrections/2026-11-notice.yml
        更正的记录: notices/2026-q3
        改动:
          - {字段: 整份, 原来: 已公开, 改为: 撤下}

    不合格：
        # 文件: decisions/2026-09-well.yml
        标题: 三组机井换泵
        # 文件: notices/sample.yml
        标题: 三组机井换泵结果公示
        相关:
          - decisions/2026-09-wel  # <- S02

    不合格：
        # 文件: commitments/2026-05.yml
        佐证:
          - 名称: 清淤工钱的账
            日期: 2026-09-26
            记录: finance/2026-09  # <- S02

    不合格：
        # 上次公开: notices/2026-q3 公开/公开日期=2026-10-10
        # 文件: notices/sample.yml
        相关:
          - notices/sample  # <- S02
          - notices/2026-q3  # <- S02
        # 文件: corrections/2026-11-notice.yml
        更正的记录: notices/2026-q2  # <- S02
    """
    for record in case.records:
        for route, reference in references(record.body):
            target = record.address.resolve(reference)
            if target == record.address:
                yield Problem(
                    route,
                    f"“{reference}”就是这份记录自己",
                    "写成另一份记录，或者删掉这一行",
                    "这里提到的另一份记录写成了这一份，正在更正。",
                    record.path,
                )
            elif target.path in case.moved:
                continue
            elif not case.county.exists(target.path) and not _explains_a_removal(record, target, case):
                meant = _closest(target, case.files)
                yield Problem(
                    route,
                    f"没有“{reference}”这份记录",
                    f"是不是“{reference.rpartition('/')[0]}/{meant}”？" if meant else "先填那一份记录，或者删掉这一行",
                    "这里提到的另一份记录还没有公开。",
                    record.path,
                )


def _explains_a_removal(record: Record, target: Address, case: PlaceCase) -> bool:
    """Whether a correction is about a record that was public and is no longer there. T11 asks for such a correction."""
    return isinstance(record.body, Correction) and target.path in (case.ledger or ())


def _closest(target: Address, files: frozenset[str]) -> str | None:
    """The most similar name of the same kind in the place."""
    folder = f"{target.place.folder}/{target.kind}/"
    names = (path.removeprefix(folder) for path in sorted(files) if path.startswith(folder))
    return closest(target.name, [name.removesuffix(".yml") for name in names if "/" not in name])


RULE = Rule(
    code="S02",
    title="提到的记录要找得到",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="链接断了不影响这份记录本身，所以照样公开，旁边写明那一份还没有公开。",
    basis=("本网站",),
    check=check,
)
