"""公示公告: the quarterly reports of the three boards, and half a dozen notices of every sort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.records.commitments import Promise
from benchmarks.records.finance import Month
from benchmarks.records.tables import Figure, activities, by_group, done_things, figure, promises_table, spending
from benchmarks.records.village import Township, Village, publication
from benchmarks.records.words import WORDS, split

QUARTERS = (
    ("2025-q4", "2025-Q4", "2025年四季度", date(2025, 12, 31)),
    ("2026-q1", "2026-Q1", "2026年一季度", date(2026, 3, 31)),
    ("2026-q2", "2026-Q2", "2026年二季度", date(2026, 6, 30)),
    ("2026-q3", "2026-Q3", "2026年三季度", date(2026, 9, 30)),
)
OTHERS = 6


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of notice; its table, if any, goes by 村民小组."""

    slug: str
    title: str
    board: str
    form: str
    topic: str
    text: str
    table: tuple[Figure, ...]


def _sort(slug: str, title: str, board: str, form: str, topic: str, text: str, table: str) -> _Sort:
    return _Sort(slug, title, board, form, topic, text, tuple(figure(each) for each in table.split("；") if each))


_SORTS = tuple(_sort(*words) for words in split("公告"))


def notices(village: Village, promises: list[Promise], months: list[Month]) -> Iterator[tuple[str, str]]:
    """Name and text of each."""
    for name, period, label, end in QUARTERS:
        yield from _quarter(village, name, period, label, end, promises, months)
    for number, sort in enumerate(village.rng.sample(_SORTS, OTHERS)):
        day = village.day(date(2025, 12, 1) + timedelta(56 * number), 0, 24)
        yield f"{day:%Y-%m}-{sort.slug}", _other(village, sort, day)


def township_notices(township: Township, village: Village) -> Iterator[tuple[str, str]]:
    """The township's own, written with a village's stream of chance."""
    for slug, title, form in (("anpai", "报账和对账安排", "通知"), ("tongbao", "村账交叉检查情况", "通报")):
        day = village.day(date(2026, 3, 2), 0, 200)
        body = f"{township.name}纪委"
        text = _several(village, 4)
        block = publication(day, f"{township.name}财政所", body, day - timedelta(2), "同意公开")
        head = f"标题: {township.name}{title}\n栏目: 财务\n形式: {form}\n发布单位: {township.name}人民政府\n"
        yield f"{day:%Y-%m}-{slug}", f"{head}成文日期: {day - timedelta(2)}\n正文: {text}\n{block}"


def _several(village: Village, count: int) -> str:
    return "".join(village.slots.fill(sentence) for sentence in village.rng.sample(WORDS["公告句"], count))


def _quarter(
    village: Village,
    name: str,
    period: str,
    label: str,
    end: date,
    promises: list[Promise],
    months: list[Month],
) -> Iterator[tuple[str, str]]:
    rng, one_of = village.rng, village.slots.one_of
    day = village.day(end, 8, 15)
    covered = [month for month in months if month.first <= end < month.first + timedelta(100)]
    said = _several(village, rng.randrange(2, 4))
    yield f"{name}-cunwu", _text(
        village, f"{village.name}{label}村务公开", ("村务", "公告", "村务事项"), day, said,
        spending(covered) + done_things(village), period,
    )  # fmt: skip
    yield f"{name}-dangwu", _text(
        village, f"{village.name}党支部{label}党务", ("党务", "公告", "党务事项"), day, one_of(WORDS["公告句"]),
        activities(village, end), period,
    )  # fmt: skip
    known = [promise for promise in promises if promise.due > end - timedelta(120)]
    due = [promise for promise in known if promise.due <= end]
    kept = sum(1 for promise in due if promise.done)
    told = f"截至{end.month}月{end.day}日，到期的{len(due)}条，做到{kept}条。{one_of(WORDS['公告句'])}"
    yield f"{name}-chengnuo", _text(
        village, f"{village.name}承诺兑现情况（{label}）", ("党务", "通报", "承诺通报"), day, told,
        promises_table(known[: rng.randrange(3, 6)], end), period,
    )  # fmt: skip


def _other(village: Village, sort: _Sort, day: date) -> str:
    fill = village.slots.fill
    title = fill(sort.title.replace("{村}", village.name).replace("{年}", f"{day.year}年"))
    text = fill(sort.text) + village.slots.one_of(WORDS["公告句"])
    table = by_group(village, sort.table) if sort.table else ""
    return _text(village, title, (sort.board, sort.form, sort.topic), day, text, table)


def _text(
    village: Village, title: str, sort: tuple[str, str, str], day: date, said: str, tables: str, period: str = ""
) -> str:
    board, form, topic = sort
    party = board == "党务"
    issuer = f"{village.name}党支部" if party else f"{village.name}村民委员会"
    reviewed, body = day - timedelta(2), f"{village.township.name}党委" if party else "村务监督委员会"
    by = f"村党支部组织委员 {village.officers[1]}" if party else f"村文书 {village.clerk}"
    objection = "" if form not in ("公示", "公告") else f"""\
异议:
  受理岗位: {f"{village.township.name}党委组织委员" if party else f"村务监督委员会主任 {village.supervisor}"}
  办公电话: {village.phone[:-1]}6
  截止: {day + timedelta(17)}
"""  # fmt: skip
    return f"""\
标题: {title}
栏目: {board}
形式: {form}
事项: {topic}
{f"期间: {period}{chr(10)}" if period else ""}发布单位: {issuer}
成文日期: {reviewed}
正文: {said}
{f"表格:{chr(10)}{tables}" if tables else ""}{objection}\
{publication(day, by, body, reviewed, "保密审查过，可以公开" if party else "同意公开")}"""
