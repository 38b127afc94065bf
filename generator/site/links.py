"""The links between records: which records a place's records name, and which records name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.records.kinds.corrections import Correction
from generator.records.kinds.finance import Finance
from generator.records.layout import Place
from generator.records.references import references, related_references
from generator.site import urls
from generator.site.model import Entry, Link, Links, Mention, Outside, Payment, PlaceCard


def links(entries: Iterable[Entry], outside: Outside) -> Links:
    """All links of one place's records."""
    entries = tuple(entries)
    titles = {**outside.titles, **own_titles(entries)}
    payments: dict[str, list[Payment]] = defaultdict(list)
    incoming: dict[str, list[Link]] = defaultdict(list)
    corrections: dict[str, list[Link]] = defaultdict(list)
    for mention in (*mentions(entries), *outside.mentions):
        if mention.related:
            incoming[mention.target].append(mention.source)
        if mention.corrects:
            corrections[mention.target].append(mention.source)
        if mention.payment:
            payments[mention.target].append(mention.payment)
    for paid in payments.values():
        paid.sort(key=lambda payment: (payment.day or date.min, payment.voucher))
    return Links(
        titles,
        {path: tuple(found) for path, found in payments.items()},
        {path: tuple(found) for path, found in incoming.items()},
        {path: tuple(found) for path, found in corrections.items()},
    )


def own_titles(entries: Iterable[Entry]) -> Mapping[str, Link]:
    """Published records as links, by path, also by the one at which they stood before."""
    entries = tuple(entries)
    links = {entry.address.path: Link(entry.title, entry.url, entry.kind.name) for entry in entries}
    return links | {entry.origin: links[entry.address.path] for entry in entries if entry.origin}


def mentions(entries: Iterable[Entry]) -> Iterator[Mention]:
    """Every reference to another record."""
    for entry in entries:
        own = Link(entry.title, entry.url, entry.kind.name)
        for reference in related_references(entry.body):
            yield Mention(entry.address.resolve(reference).path, own, related=True)
        if isinstance(entry.body, Correction):
            yield Mention(entry.address.resolve(entry.body.target).path, own, corrects=True)
        if isinstance(entry.body, Finance):
            for number, line in enumerate(entry.body.entries, 1):
                if line.decision and line.paid:
                    url = urls.line(entry.url, number)
                    payment = Payment(own, url, line.day, line.voucher or "", line.summary, line.paid)
                    yield Mention(entry.address.resolve(line.decision).path, own, payment=payment)


def named_outside(place: Place, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Paths of other places' records that a place's records name."""
    own = f"{place.folder}/"
    named = {entry.address.resolve(reference).path for entry in entries for _, reference in references(entry.body)}
    return tuple(sorted(path for path in named if not path.startswith(own)))


def outside(card: PlaceCard, cards: Iterable[PlaceCard]) -> Outside:
    """The links of one place with the township's other places, from the cards of all."""
    own = f"{card.place.folder}/"
    others = [other for other in cards if other.place != card.place]
    titles = {path: other.titles[path] for other in others for path in card.named if path in other.titles}
    return Outside(titles, tuple(m for other in others for m in other.mentions if m.target.startswith(own)))
