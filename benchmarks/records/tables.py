"""Tables of notices: by 村民小组, of the quarter's spending, of meetings, of promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.records.commitments import Promise
from benchmarks.records.finance import Month
from benchmarks.records.village import Village
from benchmarks.records.words import GROUPS, yuan

SHOWN = 6
"""So many payments at most are listed in a quarter's report."""
_WORTH = 1000_00


@dataclass(frozen=True, slots=True)
class Figure:
    """A column of figures by group."""

    name: str
    unit: str
    least: int = 0
    most: int = 0
    money: bool = False
    fixed: bool = False
    """The same in each row: a price, which is not summed."""
    product: bool = False
    """The two columns before it multiplied."""


def figure(text: str) -> Figure:
    """`面积 亩 60 640`; 钱, 定 or 乘 at the end says what is special about it."""
    name, unit, *rest = text.split()
    least, most = (int(rest[0]), int(rest[1])) if len(rest) > 1 else (0, 0)
    return Figure(name, unit, least, most, money="钱" in rest, fixed="定" in rest, product="乘" in rest)


def _table(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]], total: Sequence[str] = ()) -> str:
    lines = [f"  - 名称: {name}", "    列:", *(f"      - {{{column}}}" for column in columns), "    行:"]
    lines += [f"      - [{', '.join(row)}]" for row in rows]
    if total:
        lines.append(f"    合计: [{', '.join(total)}]")
    return "\n".join(lines) + "\n"


def by_group(village: Village, figures: Sequence[Figure]) -> str:
    """One row for each group, with totals."""
    rng = village.rng
    columns, rows, totals = ["列: 村民小组, 类型: 文字"], [[group] for group in GROUPS[: village.groups]], ["合计"]
    before: list[list[int]] = []
    """Hundredths, by column."""
    for each in figures:
        if each.fixed:
            price = rng.randrange(each.least * 100, each.most * 100, 10)
            cells = [price] * len(rows)
        elif each.product:
            cells = [one * other // 100 for one, other in zip(before[-2], before[-1], strict=True)]
        else:
            cells = [rng.randrange(each.least, each.most + 1) * 100 for _ in rows]
        before.append(cells)
        is_money = each.money or each.fixed or each.product
        extra = ", 计入合计: 否" if each.fixed else ""
        if each.product:
            names = [other.name for other in figures]
            extra = f", 算式: {names[-3]}×{names[-2]}"
        columns.append(f"列: {each.name}, 类型: {'金额' if is_money else '数量'}, 单位: {each.unit}{extra}")
        show = yuan if is_money else _whole
        for row, cell in zip(rows, cells, strict=True):
            row.append(show(cell))
        totals.append('""' if each.fixed else show(sum(cells)))
    return _table("分组情况", columns, rows, totals)


def _whole(hundredths: int) -> str:
    return str(hundredths // 100)


def spending(months: Sequence[Month]) -> str:
    """The larger payments of the months."""
    lines = [line for month in months for line in month.lines if line.flow == "支出" and line.cents >= _WORTH]
    some = [line for line in lines if line.code != "513 管理费用"][:SHOWN]
    rows = [[line.summary.removeprefix("付"), f"{line.day.month}月{line.day.day}日", yuan(line.cents)] for line in some]
    columns = ("列: 做了什么, 类型: 文字", "列: 哪天付的, 类型: 文字", "列: 花费, 类型: 金额, 单位: 元")
    return _table("花钱办的事", columns, rows, ["合计", '""', yuan(sum(line.cents for line in some))])


_THINGS = (
    "养老认证代办", "各类证明", "宅基地申请", "医保参保登记", "低保复核", "用水纠纷调解", "地界核对", "残疾证代办", "老年卡申领",
    "务工登记", "种粮补贴申报", "危房报告", "临时救助申请", "农机购置补贴申报", "林木采伐申请", "独生子女奖励申报",
)  # fmt: skip


def done_things(village: Village) -> str:
    """What people came for."""
    rng = village.rng
    rows, asked, done = [], 0, 0
    for thing in rng.sample(_THINGS, rng.randrange(3, 6)):
        count = rng.randrange(1, 90)
        finished = count - (rng.random() < 0.2)
        rows.append([thing, str(count), str(finished)])
        asked, done = asked + count, done + finished
    columns = ("列: 事项, 类型: 文字", "列: 收到, 类型: 数量, 单位: 件", "列: 办结, 类型: 数量, 单位: 件")
    return _table("办事情况", columns, rows, ["合计", str(asked), str(done)])


_ACTIVITIES = ("支部党员大会", "主题党日", "党小组会", "党课", "组织生活会", "支部委员会")
_WHAT = (
    "审议{地}的{物}",
    "到{地}清理{物}",
    "学防汛防火",
    "听{组}的意见，{声}",
    "帮{2-9}户收割",
    "对照检查，定整改{2-5}条",
    "讨论{物}的管护",
)


def activities(village: Village, end: date) -> str:
    """The party branch's meetings in the quarter."""
    rng, rows = village.rng, []
    for number, name in enumerate(rng.sample(_ACTIVITIES, 3)):
        day = end - timedelta(80 - 26 * number + rng.randrange(0, 20))
        there = village.members - rng.randrange(0, village.members // 3)
        rows.append([
            name, f"{day.month}月{day.day}日", str(village.members), str(there), village.slots.one_of(_WHAT),
        ])  # fmt: skip
    columns = (
        "列: 活动, 类型: 文字", "列: 日期, 类型: 文字", "列: 应到, 类型: 数量, 单位: 人, 计入合计: 否",
        "列: 实到, 类型: 数量, 单位: 人, 计入合计: 否", "列: 内容, 类型: 文字",
    )  # fmt: skip
    return _table("组织活动", columns, rows)


def promises_table(promises: Sequence[Promise], end: date) -> str:
    """How far each promise was at the end of a quarter."""
    rows = []
    for promise in promises:
        if promise.done and promise.done <= end:
            state = "已兑现"
        else:
            state = "没到期，在做" if promise.due > end else "到期没完成"
        due = f"{promise.due.year}年{promise.due.month}月{promise.due.day}日"
        rows.append([promise.title, due, state, promise.owner])
    columns = [f"列: {name}, 类型: 文字" for name in ("承诺", "期限", "进展", "负责")]
    return _table("承诺进展", columns, rows)
