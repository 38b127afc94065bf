"""The sheet for the notice board: one record as a complete HTML file of its own, large, black on white, for A4 or A3."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from markupsafe import Markup

from generator.base.dates import day_long
from generator.pages import charts
from generator.pages.commitment.record import commitment_view
from generator.pages.decision.record import decision_view
from generator.pages.desk import Desk, common
from generator.pages.finance.record import finance_view
from generator.pages.record import record_view
from generator.pages.render import fill
from generator.records.common import Board
from generator.records.kinds.notices import Notice
from generator.records.places import Village
from generator.site.model import Entry, PlaceSite

Paper = Literal["A4", "A3"]

VIEWS: dict[str, tuple[str, Callable[[Desk, Entry], object]]] = {
    "finance": ("finance.html", finance_view),
    "decisions": ("decision.html", decision_view),
    "commitments": ("commitment.html", commitment_view),
}
"""Template of theme/sheets/ and its context, which is that of the record's page, for kinds with a layout of their own."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line of the table that is signed by hand."""

    step: str
    person: str
    day: date | None
    opinion: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Context of theme/sheets/sheet.html."""

    paper: Paper
    where: str
    """澄安县石渡镇柳湾村"""
    kind: str
    """Empty where the title says it."""
    window: str
    """2026年11月12日至2026年11月30日，共19天"""
    object_until: date | None
    running: Markup
    """A CSS string: what the sheets after the first are called."""
    mark: Markup
    """A CSS string: what identifies the record, on every sheet."""
    body: Markup
    address: str
    """The address of the record's page. It is empty if the county has no website yet."""
    code: Markup | None
    signatures: tuple[Signature, ...]
    seals: tuple[str, str]


def sheet_page(
    desk: Desk,
    entry: Entry,
    paper: Paper,
) -> str:
    """The whole file."""
    template, view = VIEWS.get(entry.address.kind, ("record.html", record_view))
    kind = entry.body.form if isinstance(entry.body, Notice) else entry.kind.name
    county, place = desk.county, desk.place
    given = common(desk, entry.url, entry)
    where = "".join(dict.fromkeys((county.name, desk.township.name, place.name)))
    number = f"{entry.address.path.removesuffix('.yml')}　第{entry.version}版"
    if entry.check_code:
        number += f"　校验码 {entry.check_code}"
    address = f"{county.site_url}{entry.url}" if county.site_url else ""
    context = SheetPage(
        paper=paper,
        where=where,
        kind="" if kind in entry.title else kind,
        window=_window(entry),
        object_until=entry.until if entry.until and entry.until >= county.as_of else None,
        running=css_string(f"{place.name}　{entry.title}"),
        mark=css_string(number),
        body=Markup(fill(desk.env, f"sheets/{template}", given, view(desk, entry))),
        address=address,
        code=charts.qr(address, f"{entry.title}的二维码") if address else None,
        signatures=_signatures(entry),
        seals=_seals(place, entry),
    )
    return fill(desk.env, "sheets/sheet.html", given, context) + "\n"


def css_string(text: str) -> Markup:
    r"""Any text as a string of CSS, safe inside a style element.

    >>> print(css_string('第1期</style>"'))
    "第1期\3c \2f style\3e \22 "
    """
    return Markup('"' + "".join(one if one.isalnum() else f"\\{ord(one):x} " for one in text) + '"')


def _window(entry: Entry) -> str:
    if entry.until is None:
        return day_long(entry.published)
    return f"{day_long(entry.published)}至{day_long(entry.until)}，共{(entry.until - entry.published).days + 1}天"


def _signatures(entry: Entry) -> tuple[Signature, ...]:
    publication = entry.body.publication
    reviews = [Signature(one.body, one.person or "", one.day, one.opinion or "") for one in publication.reviews]
    return (
        Signature("编制", publication.prepared_by or "", None, ""),
        *(reviews or [Signature("审核", "", None, "")]),
    )


def _seals(place: PlaceSite, entry: Entry) -> tuple[str, str]:
    """Who stamps it: the body that issues it, and the one that supervises."""
    issuer = entry.body.issuer
    if not isinstance(place.profile, Village):
        return issuer or place.name, "审核单位"
    return issuer or ("党组织" if entry.board is Board.PARTY else place.terms.committee), place.terms.supervisors
