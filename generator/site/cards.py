"""The card of a place for its township, and the summary of a township for the county. They stay when records are put away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.base.money import ZERO
from generator.law.chart_of_accounts import chart_on
from generator.law.purposes import is_other
from generator.records.kinds import KINDS
from generator.records.kinds.commitments import Fulfilment
from generator.records.places import Village
from generator.site import urls
from generator.site.accounts import account_years
from generator.site.indicators import measured, promises_of, put_together
from generator.site.lately import county_news, lately
from generator.site.links import mentions, named_outside, own_titles
from generator.site.model import (
    Entry,
    Item,
    PlaceCard,
    PlaceSite,
    Shelf,
    Tally,
    TownshipSite,
    TownshipSummary,
    VillageSummary,
    YearMoney,
)
from generator.site.news import News, in_order
from generator.site.remarks import remarks, withheld_kinds

RECENT = 8


def card(place: PlaceSite, as_of: date) -> PlaceCard:
    """The card of a place."""
    promises, members = promises_of(place, as_of)
    questions = place.of_kind("questions")
    named = named_outside(place.place, place.entries)
    return PlaceCard(
        place=place.place,
        name=place.name,
        url=place.url,
        code=place.code,
        entries=len(place.entries),
        withheld=len(place.withheld),
        years=tuple(sorted({entry.published.year for entry in place.entries}, reverse=True)),
        tally=place.tally(as_of.year),
        missing=place.missing(),
        money=_money(place),
        promises=promises,
        members=members,
        target=place.parameters.org_rate,
        questions=len(questions),
        answered=sum(e.body.reply is not None and e.body.reply.day <= as_of for e in questions),
        latest=max((e.published for e in place.entries), default=None),
        remarks=tuple(remarks(place, as_of)),
        withheld_kinds=tuple(withheld_kinds(place)),
        news=lately(place, as_of),
        shelves=tuple(
            Shelf(kind.folder, tuple(item(entry) for entry in place.of_kind(kind.folder)[:RECENT]))
            for kind in KINDS
            if place.of_kind(kind.folder)
        ),
        contacts=place.contacts,
        titles=own_titles(place.entries),
        named=named,
        mentions=tuple(mention for mention in mentions(place.entries) if mention.target in named),
        measured=measured(place, as_of),
        happenings=place.happenings if place.place.is_county else (),
    )


def _money(place: PlaceSite) -> YearMoney | None:
    years = account_years(place.entries)
    if not years:
        return None
    latest = years[0]
    figures = latest.sums
    told = other = ZERO
    for entry in (entry for term in latest.terms for entry in term.entries):
        chart = chart_on(entry.body.period.end)
        for line in entry.body.entries:
            if line.flow == "支出":
                told += line.amount
                other += line.amount if is_other(line, chart) else ZERO
    return YearMoney(
        year=latest.year,
        span=latest.span,
        url=urls.finance_year(place.place, latest.year),
        households=place.profile.households if isinstance(place.profile, Village) else None,
        income=figures.income,
        expense=figures.expense,
        other=other if told == figures.expense else None,
        closing=latest.closing,
    )


def item(entry: Entry) -> Item:
    """A record as a line in lists."""
    return Item(entry.url, entry.title, entry.publisher, entry.brief, entry.board, entry.published)


def summary(township: TownshipSite, own: PlaceCard, villages: Sequence[PlaceCard]) -> TownshipSummary:
    """What a township's places come to: for its own home, and all that the county keeps of it."""
    cards = (own, *villages)
    return TownshipSummary(
        slug=township.slug,
        code=own.code,
        name=township.name,
        url=township.url,
        villages=tuple(VillageSummary(v.name, v.url, v.place.village or "", v.tally, v.entries) for v in villages),
        tally=sum((card.tally for card in cards), Tally()),
        entries=sum(card.entries for card in cards),
        own_entries=own.entries,
        withheld=sum(card.withheld for card in cards),
        years=tuple(sorted({year for card in cards for year in card.years}, reverse=True)),
        latest=max((card.latest for card in cards if card.latest), default=None),
        promises=sum((card.promises for card in cards), Fulfilment()),
        members=sum((card.members for card in cards), Fulfilment()),
        questions=sum(card.questions for card in cards),
        answered=sum(card.answered for card in cards),
        remarks=sum(len(card.remarks) for card in cards),
        news=township_news(cards) if own.place.is_county else county_news(township, township_news(cards)),
        measured=put_together(own.measured, *(village.measured for village in villages)),
        kinds=tuple(sorted({shelf.folder for card in cards for shelf in card.shelves})),
    )


def township_news(cards: Iterable[PlaceCard]) -> tuple[News, ...]:
    """The news of all places of a township."""
    return in_order(one for card in cards for one in card.news)
