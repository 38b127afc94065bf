"""承诺, all of a place: the two rates against their targets, and one commitment after another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.pages.commitment.standing import Rate, Standing, rates, standing_of
from generator.pages.desk import Desk
from generator.pages.downloads import place_downloads
from generator.pages.page import Page
from generator.pages.shell import render
from generator.records.kinds.commitments import State
from generator.site import urls
from generator.site.model import Link

ORDER: tuple[State, ...] = ("到期没完成", "进行中", "晚兑现", "已兑现", "已撤销")


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """Context of theme/pages/commitments.html."""

    rates: tuple[Rate, ...]
    commitments: tuple[Standing, ...]
    files: tuple[Link, ...]


def commitments_page(desk: Desk) -> Page:
    """All commitments of a place, those not kept first."""
    place, as_of = desk.place, desk.county.as_of
    entries = place.of_kind("commitments")
    commitments = sorted(
        (standing_of(entry, as_of) for entry in entries),
        key=lambda one: (ORDER.index(one.state), one.record.due or date.max, one.entry.url),
    )
    context = CommitmentsPage(
        rates=rates(place, [entry.body for entry in entries], as_of),
        commitments=tuple(commitments),
        files=place_downloads(desk.county, place, "commitments") if entries else (),
    )
    url = urls.kind(place.place, "commitments")
    title = f"{place.name}公开承诺｜{desk.township.name}"
    description = f"{place.name}答应办的事，办到哪一步了。"
    return render(desk, url, title, description, "commitments.html", context, tab="党务")
