"""The lines of days are about fields that there are, and hold in every sample."""

from __future__ import annotations

from datetime import date

import pytest

from generator.records.common import RecordBody
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.layout import Address, Place
from generator.records.read import read_record
from generator.records.walk import Field, walk
from generator.rules.days_in_order import ORDER, disordered
from generator.rules.timeliness.t13_within_the_period import OWN_DAY


@pytest.mark.parametrize("kind", sorted(ORDER))
def test_every_path_leads_to_a_day(kind: str) -> None:
    """Compiling raises where a model has no such field; what it finds in the sample are days in order."""
    body = _sample(kind)
    assert list(disordered(kind, body)) == []


@pytest.mark.parametrize("kind", [kind.folder for kind in KINDS])
def test_a_row_s_own_day_is_a_day(kind: str) -> None:
    assert all(isinstance(found.value, date) for found in walk(_sample(kind), _is_own_day))


def _is_own_day(field: Field) -> bool:
    return field.name in OWN_DAY


def _sample(kind: str) -> RecordBody:
    address = Address(Place("shidu", "liuwan"), kind, "2026-10")
    record = read_record(address, BY_FOLDER[kind].sample.encode()).record
    assert record
    body: RecordBody = record.body
    return body
