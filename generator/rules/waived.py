"""Puts a place's own 情况说明 beside the finding that it explains. It never lifts a 拦截."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect, Finding
from generator.records.kinds.waivers import Waiver
from generator.records.layout import Address
from generator.records.places import Terms
from generator.records.read import Record

Key = tuple[str, str]
"""The path of a record and the code of a rule."""


def explained(
    findings: Sequence[Finding], records: Iterable[Record], withheld: frozenset[Address], as_of: date, words: Terms
) -> Iterator[Finding]:
    """All findings. The note of an explained one gets the reason.

    Args:
        records: of the place; only published 情况说明 that are still valid count.
    """
    waivers = dict(_valid(records, withheld, as_of))
    for finding in findings:
        waiver = waivers.get((finding.span.path, finding.code))
        if waiver and finding.effect is Effect.FLAG and finding.note:
            approved = f"（{waiver.approved_by}批准，到{day_long(waiver.until)}）。"
            said = f"{words.village}里说明：{waiver.reason.rstrip('。')}{approved}"
            finding = replace(finding, note=finding.note + said)
        yield finding


def _valid(records: Iterable[Record], withheld: frozenset[Address], as_of: date) -> Iterator[tuple[Key, Waiver]]:
    for record in records:
        body = record.body
        if type(body) is not Waiver or record.address in withheld:
            continue
        if body.publication.is_public(as_of) and body.until >= as_of:
            yield (record.address.resolve(body.record).path, body.rule.upper()), body
