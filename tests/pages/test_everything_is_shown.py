"""What a clerk wrote is on the record's page, on the sheet for the notice board, and in CSV and JSON: every field of every kind.

A field that no page shows on purpose carries the mark `Internal`.
"""

from __future__ import annotations

import html
import re
from functools import cache

import pytest
from markupsafe import Markup

from generator.pages.all import RECORD_PAGES
from generator.pages.record import record_page
from generator.poster.sheet import sheet_page
from generator.records.common import RecordBody
from generator.records.kinds import BY_FOLDER, FOLDERS
from generator.records.marks import Expires
from generator.records.walk import shown_fields
from tests.exports.model import files, village
from tests.support.desks import desk
from tests.support.filled import Filled, Mark, filled

PLACES = ("page", "sheet", "csv", "json")


@cache
def _case(folder: str) -> tuple[Filled, dict[str, str]]:
    """A filled record, and what is shown of it, by place."""
    kind = BY_FOLDER[folder]
    written = filled(kind)
    site = village({f"{folder}/2026-10": written.text, **written.others})
    entry = next(one for one in site.of_kind(folder) if one.address.name == "2026-10")
    own = desk(site)
    data = files(site)
    return written, {
        "page": _words((RECORD_PAGES.get(folder) or record_page)(own, entry).main),
        "sheet": _words(sheet_page(own, entry, "A4")),
        "csv": "\n".join(text.decode() for name, text in data.items() if name.endswith(".csv")),
        "json": data["records.json"].decode(),
    }


def _words(page: str) -> str:
    text = re.sub(r"<(style|script|svg)\b.*?</\1>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"\s+", "", Markup(text).striptags()))


def _is_in(mark: Mark, place: str, text: str) -> bool:
    return any(said in text for said in (mark.data if place in ("csv", "json") else mark.read))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_everything_is_shown(folder: str, place: str) -> None:
    """Each mark stands there."""
    written, shown = _case(folder)
    missing = [mark.where for mark in written.marks if not _is_in(mark, place, shown[place])]
    if place in ("csv", "json"):  # a list of persons that comes down is in no file
        model: type[RecordBody] = BY_FOLDER[folder].model
        lists = tuple(one.name for one in shown_fields(model) if one.has(Expires))
        missing = [where for where in missing if not where.startswith(lists or ("\0",))]
    assert missing == []
