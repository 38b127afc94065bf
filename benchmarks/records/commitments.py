"""承诺: of the works, of what cadres do all year, and of the party groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.records.entries import Line
from benchmarks.records.finance import Month
from benchmarks.records.village import AS_OF, Village, publication
from benchmarks.records.words import split, yuan
from benchmarks.records.works import Work

OF_WORKS, OF_CADRES, OF_MEMBERS = 6, 5, 3
UNKEPT = 0.05
"""The share of villages with one promise overdue and unexplained."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A written promise and what the quarterly report says of it."""

    name: str
    title: str
    due: date
    done: date | None
    owner: str
    text: str


@dataclass(frozen=True, slots=True)
class _Sort:
    title: str
    slug: str
    how: str
    unit: str
    least: int
    most: int


_CADRES, _MEMBERS = (
    tuple(_Sort(title, slug, how, unit, int(least), int(most)) for title, slug, how, unit, least, most in split(name))
    for name in ("干部承诺", "党员承诺")
)
_WORDS = (
    "{地}这边做完了，还剩{1-6}处。",
    "{气}，停了{2-9}天。",
    "比计划快，{查}。",
    "材料到了，{组}先动手。",
    "做了一半，{声}。",
)
_DONE = ("{查}。", "{查}，{声}。", "{地}、{地}都看过，{查}。")


def commitments(village: Village, works: tuple[Work, ...], months: list[Month]) -> Iterator[Promise]:
    """The year's promises."""
    paid: dict[str, list[tuple[str, Line]]] = {}
    for month in months:
        for line in month.lines:
            if line.work and line.flow == "支出":
                paid.setdefault(line.work.name, []).append((month.name, line))
    unkept = village.rng.random() < UNKEPT
    for number, work in enumerate(works[:OF_WORKS], 1):
        yield _of_work(village, work, number, paid.get(work.name, []))
    rng = village.rng
    sorts = [(sort, "村干部") for sort in rng.sample(_CADRES, OF_CADRES)]
    sorts += [(sort, "党员") for sort in rng.sample(_MEMBERS, OF_MEMBERS)]
    for number, (sort, promisor) in enumerate(sorts, OF_WORKS + 1):
        kept = not (unkept and number == OF_WORKS + 1)
        yield _of_people(village, sort, promisor, number, kept)


def _of_work(village: Village, work: Work, number: int, paid: list[tuple[str, Line]]) -> Promise:
    fill, one_of = village.slots.fill, village.slots.one_of
    title = f"{work.due.month}月{work.due.day}日前做好{work.title}{work.quantity}{work.unit}"
    evidence = "".join(
        f"  - 名称: {line.summary}凭证\n    日期: {line.day}\n    记录: finance/{month}\n    凭证号: {line.voucher}\n"
        for month, line in paid
    )
    progress = f"  - 日期: {work.started}\n    情况: 开工，{fill('{法}')}\n" if work.started <= AS_OF else ""
    if work.completed:
        halfway = work.started + (work.completed - work.started) / 2
        progress += f"  - 日期: {halfway}\n    情况: {one_of(_WORDS)}\n"
        evidence += f"  - 名称: 完工照片\n    日期: {work.completed}\n    附件: {{名称: 完工照片, 仅存纸质: 是}}\n"
    public = village.day(work.decided, 3, 9)
    text = f"""\
标题: {title}
编号: {public.year}-{number:02d}
承诺主体: 村班子
承诺人: 村“两委”班子
任期或年度: {public.year}年
措施: {fill("{法}；{气}动工。")}
衡量: {{数量: {work.quantity}, 单位: {work.unit}}}
责任岗位: {work.owner}
期限: {work.due}
花费: {yuan(work.price)}
{_block("进展", progress)}{_block("佐证", evidence)}{_closing(village, work.completed)}{_public(village, public)}\
相关:
  - {work.reference}
"""
    return Promise(f"{public:%Y}-{number:02d}-{work.name[8:]}", title, work.due, work.completed, work.owner, text)


def _of_people(village: Village, sort: _Sort, promisor: str, number: int, kept: bool) -> Promise:
    rng, fill, one_of = village.rng, village.slots.fill, village.slots.one_of
    amount = rng.randrange(sort.least, sort.most + 1)
    title = fill(sort.title.replace("{数}", str(amount)))
    due = date(2026, 9, 30) if not kept else rng.choice((date(2026, 6, 30), date(2026, 10, 31), date(2026, 12, 31)))
    done = village.day(due, -20, -1) if due < AS_OF and kept else None
    owner = village.duty() if promisor == "村干部" else f"第{rng.choice('一二三四')}党小组"
    who = f"承诺人: {owner}\n" + (f"责任岗位: {owner}\n" if promisor == "村干部" else "")
    half, last = date(2026, 5, 10), done or AS_OF
    progress = (
        f"  - 日期: {min(village.day(half, 0, 25), last)}\n    完成数量: {amount // 3}\n    情况: {one_of(_WORDS)}\n"
        f"  - 日期: {min(village.day(half, 60, 110), last)}\n    完成数量: {amount // 2}\n    情况: {one_of(_WORDS)}\n"
    )
    evidence = f"  - 名称: {number:02d}号登记表\n    附件: {{名称: 登记表, 仅存纸质: 是}}\n"
    public = village.day(date(2026, 2, 3), 0, 16)
    text = f"""\
标题: {title}
编号: 2026-{number:02d}
承诺主体: {promisor}
{who}任期或年度: 2026年
措施: {fill(sort.how)}
衡量: {{数量: {amount}, 单位: {sort.unit}}}
期限: {due}
{_block("进展", progress)}{_block("佐证", evidence if done else "")}{_closing(village, done)}{_public(village, public)}"""
    return Promise(f"2026-{number:02d}-{sort.slug}", title, due, done, owner, text)


def _block(name: str, lines: str) -> str:
    return f"{name}:\n{lines}" if lines else ""


def _closing(village: Village, done: date | None) -> str:
    if done is None:
        return ""
    verified = min(village.day(done, 1, 6), AS_OF)
    text = f"""\
销号:
  完成日期: {done}
  核实岗位: 村务监督委员会主任 {village.supervisor}
  核实日期: {verified}
  核实情况: {village.slots.one_of(_DONE)}
"""
    if verified + timedelta(30) < AS_OF:
        voters = village.representatives - village.rng.randrange(0, 6)
        poor, fair = village.rng.randrange(0, 3), village.rng.randrange(0, 6)
        text += f"""\
评议:
  日期: {verified + timedelta(30)}
  应到: {village.representatives}
  参加: {voters}
  满意: {voters - fair - poor}
  基本满意: {fair}
  不满意: {poor}
"""
    return text


def _public(village: Village, day: date) -> str:
    body = f"{village.township.name}党委"
    return publication(day, f"村文书 {village.clerk}", body, day - timedelta(2), "同意公开", until=0)
