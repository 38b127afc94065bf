"""问答: what villagers ask about works, accounts and everyday matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.records.village import AS_OF, Village, publication
from benchmarks.records.words import split
from benchmarks.records.works import Work

COUNT = 10
LATE = 0.02
"""The share of answers that come late."""
_OF_WORKS = (
    (
        "gongqi",
        "{作}什么时候完工",
        "{作}停了{3-20}天，{因}，什么时候能完工？",
        "材料{2-9}天内到，{气}接着做，{月}月底以前做完。",
    ),
    ("huafei", "{作}的钱够不够", "听说{作}要超，超的钱谁出？", "合同价包死，没有超。每一笔都在财务收支里，{查}。"),
    ("xuanjia", "{作}为什么选这一家", "{作}几家报价，为什么选这一家？", "{法}，报价单贴在公开栏，{声}。"),
)


def questions(village: Village, works: tuple[Work, ...]) -> Iterator[tuple[str, str]]:
    """Name and text of each."""
    rng = village.rng
    about = rng.sample(works, 3)
    for number, (slug, title, asked, answered) in enumerate(rng.sample(split("问"), COUNT - len(about))):
        received = village.day(date(2025, 11, 20) + timedelta(48 * number), 0, 40)
        yield f"{received:%Y-%m}-{slug}", _question(village, received, title, asked, answered)
    for work, (slug, *patterns) in zip(about, _OF_WORKS, strict=True):
        received = min(village.day(work.started, 5, 25), AS_OF - timedelta(12))
        texts = (each.replace("{作}", work.title).replace("{月}", str(work.due.month)) for each in patterns)
        yield (
            f"{received:%Y-%m}-{work.name[8:]}-{slug}",
            f"{_question(village, received, *texts)}相关:\n  - {work.reference}\n",
        )


def _question(village: Village, received: date, title: str, asked: str, answered: str) -> str:
    fill, rng = village.slots.fill, village.rng
    replied = min(village.day(received, 11, 16) if rng.random() < LATE else village.day(received, 1, 9), AS_OF)
    block = publication(replied, f"村文书 {village.clerk}", "村务监督委员会", replied, "同意公开", until=0)
    return f"""\
标题: {fill(title)}
收到日期: {received}
方式: {rng.choice(("当面", "电话", "意见箱", "网上", "会议", "来信"))}
问题: {fill(asked)}
答复:
  日期: {replied}
  岗位: {village.duty()}
  内容: {fill(answered)}
{block}"""
