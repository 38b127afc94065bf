"""A place's card for its township, and a township's summary for the county: what stays when the records are put away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.records.commitments import fulfilment, is_member
from generator.records.finance import Finance, closing
from generator.records.kinds import KINDS
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
)

RECENT = 8


def card(place: PlaceSite, as_of: date) -> PlaceCard:
    """The card of a place."""
    accounts = [e for e in place.entries if isinstance(e.body, Finance)]
    latest = max(accounts, key=lambda e: e.body.period.end, default=None)
    kept, promised = fulfilment((e.body for e in place.of_kind("commitments") if not is_member(e.body)), as_of)
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
        period=latest.body.period.label if latest else "",
        balance=closing(latest.body) if latest else None,
        kept=kept,
        promised=promised,
        target=place.parameters.org_rate,
        questions=len(questions),
        answered=sum(e.body.reply is not None and e.body.reply.day <= as_of for e in questions),
        latest=max((e.published for e in place.entries), default=None),
        recent=tuple(item(entry) for entry in place.entries[:RECENT]),
        shelves=tuple(
            Shelf(kind.folder, tuple(item(entry) for entry in place.of_kind(kind.folder)[:RECENT]))
            for kind in KINDS
            if place.of_kind(kind.folder)
        ),
        contacts=place.contacts,
        titles=own_titles(place.entries),
        named=named,
        mentions=tuple(mention for mention in mentions(place.entries) if mention.target in named),
    )


def item(entry: Entry) -> Item:
    """A record as a line of a list."""
    return Item(entry.url, entry.title, entry.brief, entry.board, entry.published)


def summary(township: TownshipSite, own: PlaceCard, villages: Sequence[PlaceCard]) -> TownshipSummary:
    """What the county keeps of a township."""
    cards = (own, *villages)
    return TownshipSummary(
        slug=township.slug,
        code=own.code,
        name=township.name,
        url=township.url,
        villages=tuple(VillageSummary(v.name, v.url, v.place.village or "", v.tally, v.entries) for v in villages),
        tally=sum((village.tally for village in villages), Tally()),
        entries=sum(card.entries for card in cards),
        own_entries=own.entries,
        withheld=sum(card.withheld for card in cards),
        years=tuple(sorted({year for card in cards for year in card.years}, reverse=True)),
        latest=max((card.latest for card in cards if card.latest), default=None),
    )
