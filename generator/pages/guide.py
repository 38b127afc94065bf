"""「怎么看懂这些账」: a month of accounts in small steps, each with a picture of the parts that the real pages are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.layout import Place
from generator.site import urls
from generator.site.model import Link, TownshipSummary


@dataclass(frozen=True, slots=True)
class Share:
    """A category of the example."""

    name: str
    amount: Decimal


OPENING, INCOME = Decimal(20000), Decimal(8000)
SPENT = (
    Share("修路修渠", Decimal(3900)),
    Share("报酬和误工补贴", Decimal(1500)),
    Share("环境卫生", Decimal(800)),
    Share("其他支出", Decimal(300)),
)
"""An example with round figures, the largest first, 其他 last."""
LIMIT = Decimal("0.10")


@dataclass(frozen=True, slots=True)
class GuidePage:
    """Context of theme/pages/guide.html."""

    opening: Decimal
    income: Decimal
    expense: Decimal
    closing: Decimal
    spent: tuple[Share, ...]
    other: Decimal
    limit: Decimal
    example: str
    """A village that has published much; empty while none has published anything."""
    examples: tuple[Link, ...]
    """Its pages."""


def guide_page(desk: CountyDesk, townships: Sequence[TownshipSummary]) -> Page:
    """The page."""
    expense = sum((share.amount for share in SPENT), Decimal(0))
    name, examples = _examples(townships, desk.county.as_of.year)
    context = GuidePage(
        opening=OPENING,
        income=INCOME,
        expense=expense,
        closing=OPENING + INCOME - expense,
        spent=SPENT,
        other=SPENT[-1].amount,
        limit=LIMIT,
        example=name,
        examples=examples,
    )
    title = f"怎么看懂这些账｜{desk.name}三务公开"
    description = "八小步看懂一个月的账：还有多少钱，花在哪，谁定的，谁审的，不对找谁。"
    return render(desk, urls.GUIDE, title, description, "guide.html", context)


def _examples(townships: Sequence[TownshipSummary], year: int) -> tuple[str, tuple[Link, ...]]:
    """The village with most records, of several the first, and the pages that the steps are about."""
    villages = [(village, Place(one.slug, village.slug)) for one in townships for village in one.villages]
    village, place = max(villages, key=lambda pair: pair[0].entries, default=(None, None))
    if village is None or place is None or not village.entries:
        return "", ()
    pages = (
        ("每个月的账", urls.kind(place, "finance")),
        ("事情是怎么定的", urls.kind(place, "decisions")),
        ("改过什么", urls.kind(place, "corrections")),
        ("该公开的公开了没有", urls.status(place, year)),
    )
    return village.name, tuple(Link(title, url) for title, url in pages)
