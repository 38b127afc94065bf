"""The news of a place, from the dates in its records. A fault that has been mended since is no news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.base.dates import add_days, day_long
from generator.law.obligations import Obligation
from generator.records.kinds.commitments import Commitment, state
from generator.records.kinds.corrections import Correction
from generator.records.places import called
from generator.site import urls
from generator.site.model import Entry, PlaceSite, TownshipSite
from generator.site.news import DAYS, News, NewsKind, by_day, in_order

PUBLICATION: tuple[NewsKind, str] = ("到期没公开", "公开")
ANSWER: tuple[NewsKind, str] = ("到期没答复", "答复")


def lately(place: PlaceSite, as_of: date) -> tuple[News, ...]:
    """A place's news of the `DAYS` days up to `as_of`, in order.

    A withheld record is named by its kind only, on the day of its publication. It is left out if that day cannot be
    read.
    """
    since = add_days(as_of, -DAYS)
    found = [*_published(place, since), *_missing(place), *_unfulfilled(place, as_of), *_withheld(place)]
    return in_order(one for one in found if since < one.day <= as_of)


def publication(entry: Entry, place: PlaceSite, late: str = "") -> News:
    """The news that a record became public. `late` says how late it was."""
    kind: NewsKind = "更正" if isinstance(entry.body, Correction) else "新公开"
    words = f"{late}{entry.publisher}{'：' if entry.publisher else ''}{entry.brief}"
    board = called(entry.board, place.terms)
    return News(entry.public_since, kind, place.name, entry.title, words, entry.url, entry.url, entry.board, board)


def _published(place: PlaceSite, since: date) -> Iterator[News]:
    late = {o.address: o for o in place.obligations if o.state == "晚"}
    for entry in place.entries:
        if entry.public_since > since:
            yield publication(entry, place, _lateness(late.get(entry.address), entry))


def _lateness(obligation: Obligation | None, entry: Entry) -> str:
    if obligation is None or obligation.published != entry.public_since:
        return ""
    return f"应在{day_long(obligation.due)}前公开，晚{obligation.days(entry.public_since)}天。"


def _missing(place: PlaceSite) -> Iterator[News]:
    for o in place.missing():
        kind, verb = ANSWER if o.is_answer else PUBLICATION
        said = f"{place.terms.village}里说明：{o.reason}" if o.reason else ""
        words = f"应在{day_long(o.due)}前{verb}，现在还没有。{said}"
        url = urls.record(o.address) if o.address else urls.status(place.place, o.year)
        key = f"{url}#due" if o.address else f"{place.url}#{o.item}/{o.period.code}"
        yield News(
            add_days(o.due, 1), kind, place.name, o.title, words, url, key, o.board, called(o.board, place.terms)
        )


def _unfulfilled(place: PlaceSite, as_of: date) -> Iterator[News]:
    for entry in place.of_kind("commitments"):
        body: Commitment = entry.body
        if body.due and state(body, as_of) == "到期没完成":
            said = f"原因：{body.delay_reason}" if body.delay_reason else ""
            words = f"期限是{day_long(body.due)}，现在还没有办成。{said}"
            day, key = add_days(body.due, 1), f"{entry.url}#due"
            board = called(entry.board, place.terms)
            yield News(day, "到期没办成", place.name, entry.title, words, entry.url, key, entry.board, board)


def _withheld(place: PlaceSite) -> Iterator[News]:
    known = ((item.day, item.kind.name, item.board) for item in place.withheld if item.day and item.board)
    url = urls.withheld(place.place)
    for (day, kind, board), count in Counter(known).items():
        key = f"{url}#{day.isoformat()}/{kind}/{board}"
        name, title = called(board, place.terms), f"{kind}{count}份"
        yield News(day, "暂缓公开", place.name, title, "正在更正，改好了就公开。", url, key, board, name, count)


def county_news(township: TownshipSite, news: Sequence[News]) -> tuple[News, ...]:
    """A township's news for the county. New records are only counted by day.

    Args:
        news: the township's news in order.
    """
    found = []
    for day, its in by_day(news):
        if public := sum(one.count for one in its if one.kind == "新公开"):
            url = urls.news(township.slug, day)
            found.append(News(day, "新公开", township.name, f"新公开{public}件", "", url, url, None, "", public))
        for one in its:
            if one.kind != "新公开":
                where = township.name if one.place == township.name else f"{township.name}{one.place}"
                found.append(replace(one, place=where))
    return tuple(found)
