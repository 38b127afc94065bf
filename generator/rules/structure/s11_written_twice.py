"""S11: nobody and nothing stands twice in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.finding import Effect
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

LISTS: Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "bodies": (("members", "成员", ("name",)),),
    "honours": (("recipients", "对象", ("name",)),),
    "cases": (("cases", "办件", ("number",)),),
    "archives": (("papers", "目录", ("number",)),),
    "services": (("items", "事项", ("code",)),),
    "rosters": (("duties", "班次", ("day", "post", "hours")),),
    "pairings": (("pairs", "结对", ("helper", "helped", "start")),),
    "payrolls": (("lines", "明细", ("post", "standard", "months", "paid", "floating")),),
    "finance": (("entries", "收支明细", ("flow", "day", "voucher", "summary", "amount", "party")),),
    "registers": (("items", "明细", ("name", "party", "opening", "closing", "day")),),
    "funds": (("spendings", "支出", ("day", "voucher", "summary", "amount")),),
    "contracts": (("paid", "实际收付", ("day", "amount", "voucher")),),
}
"""Kind → lists: attribute, name, and the fields that make a row the same as another. Elections are told by E03, aid by B01."""
NAMED = {"payrolls": "post", "finance": "voucher", "funds": "voucher", "contracts": "voucher", "registers": "party"}
"""Kinds in which rows may well be alike where this field says nothing of its own: a post without a name, no voucher."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """一张表里，同一个人、同一件、同一笔不写两次。

    为什么：
        抄表时多抄一行，人就多了一个，钱就多付了一笔；大家看不出是真的两次，还是抄重了。

    怎么查：
        机构成员、表彰对象的姓名，办件、档案的编号，办事指南的编码，值班的同一天同一岗位同一时间，结对的双方，
        有姓名的报酬、有凭证号的收支和收付、有对方的台账，整行一样的。
        遮住的名字（王某某）可以一样，不查。

    怎么改：
        1. 抄重的删掉一行。
        2. 真是两个人、两笔的，写出不一样的地方：凭证号、摘要、职务。

    合格：
        # 文件: bodies/2026.yml
        类型: 村民代表会议
        成员:
          - {职务: 代表, 姓名: 王某某}
          - {职务: 代表, 姓名: 王某某}
          - {职务: 代表, 姓名: 林志远}
        # 文件: payrolls/2026-q3.yml
        类型: 基本报酬
        明细:
          - {岗位: 小组长, 标准: 300.00, 月数: "3", 实发: 900.00}
          - {岗位: 小组长, 标准: 300.00, 月数: "3", 实发: 900.00}
        人数: "2"
        合计: 1800.00

    合格：
        # 文件: archives/2026.yml
        目录: []

    不合格：
        # 文件: bodies/2026.yml
        成员:
          - {职务: 主任, 姓名: 林志远}
          - {职务: 委员, 姓名: 吴建国}
          - {职务: 委员, 姓名: 林志远}  # <- S11
        # 文件: payrolls/2026-q3.yml
        明细:
          - {岗位: 村委会主任 林志远, 标准: 300.00, 月数: "3", 实发: 900.00}
          - {岗位: 村委会主任 林志远, 标准: 300.00, 月数: "3", 实发: 900.00}  # <- S11

    不合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - {收支: 支出, 日期: 2026-10-09, 凭证号: 支-46, 摘要: 付电费, 金额: 100.00}
          - {收支: 支出, 日期: 2026-10-09, 凭证号: 支-46, 摘要: 付电费, 金额: 100.00}  # <- S11
          - {收支: 支出, 日期: 2026-10-09, 凭证号: 支-46, 摘要: 付电费, 金额: 100.01}
          - {收支: 支出, 日期: 2026-10-09, 摘要: 付水费, 金额: 100.00}
          - {收支: 支出, 日期: 2026-10-09, 摘要: 付水费, 金额: 100.00}
    """
    kind = record.address.kind
    for attribute, name, keys in LISTS.get(kind, ()):
        seen: dict[tuple[object, ...], int] = {}
        for index, row in enumerate(getattr(record.body, attribute)):
            key = tuple(row.__dict__.get(part) for part in keys)
            if _may_be_alike(row.__dict__.get(NAMED.get(kind, keys[0])), kind):
                continue
            first = seen.setdefault(key, index)
            if first != index:
                said = f"“{name}”第{index + 1}条和第{first + 1}条写的是同一个，写了两次"
                yield Problem(
                    (name, index), said, "抄重的删掉一行；真是两次的，写出不一样的地方", f"{said}，正在核对。"
                )


def _may_be_alike(value: object, kind: str) -> bool:
    """It is masked, empty, or a post without its holder's name."""
    return value is None or "某" in str(value) or (kind == "payrolls" and " " not in str(value))


RULE = Rule(
    code="S11",
    title="同一个不写两次",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="多抄一行，人和钱就都不对；别的内容还有用，所以照样公开，旁边写明是哪一条。",
    basis=("本网站",),
    check=check,
    kinds=tuple(LISTS),
)
