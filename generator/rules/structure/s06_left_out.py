"""S06: what people look for in a record is written there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.ranges import ranges
from generator.records.read import Record
from generator.records.walk import Route, left_out
from generator.rules.phrases import listed
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """金额、日期、总数这些大家要看的，原件上有就写上；没有写的，网页上写明“没有写”。

    为什么：
        没有写不等于零，也不等于没有。写明没有写，大家才不会误会。

    怎么查：
        每种记录里大家要看的那几样（`disclose new` 的表上都有），空着的逐行数出来，同样的合在一起说。

    怎么改：
        照原件补上。原件上写着“约”的，照写“约820”；原件上有这一笔、看不出数的，写“不详”。
        原件上本来就没有的，空着，不要编。

    合格：
        # 文件: plans/sample.yml
        收入计划:
          - {项目: 集体资产租金, 金额: 120000.00}
          - {项目: 上级补助, 金额: 约180000}

    合格：
        # 文件: plans/sample.yml
        收入计划:
          - {项目: 集体资产租金, 金额: 120000.00}
          - {项目: 上级补助, 金额: 不详}

    不合格：
        # 文件: plans/sample.yml
        收入计划:
          - {项目: 集体资产租金}  # <- S06
          - {项目: 上级补助, 金额: 180000.00}
          - {项目: 捐款}  # <- S06

    不合格：
        # 文件: plans/sample.yml
        标题: 2026年财务收支计划  # <- S06
        收入计划: []
        收入合计: ""
    """
    told: dict[tuple[Route, tuple[str, ...]], list[Route]] = {}
    for route, names in left_out(record.body):
        told.setdefault((tuple(key for key in route if isinstance(key, str)), names), []).append(route)
    for (parts, names), routes in told.items():
        first, *others = routes
        fields = listed(names)
        whose = ""
        if parts:
            at = [key for key in first if isinstance(key, int)]
            rows = ranges(int(route[-1]) + 1 for route in routes) if len(at) == 1 and first[-1] == at[0] else ""
            whose = f"{parts[-1]}第{rows}行{'都' if others else ''}" if rows else f"{parts[-1]}里"
        said = f"{whose}没有写{fields}"
        remedy = "照原件补上；看不出数的写“不详”，原件上没有的空着，网页上会写明“没有写”"
        yield Problem(first, said, remedy, f"{said}。", also=others)


RULE = Rule(
    code="S06",
    title="该写的没有写",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="少写一样也比不公开好；所以照样公开，旁边写明没有写什么。",
    basis=("本网站",),
    check=check,
)
