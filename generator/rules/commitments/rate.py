"""Compares the share of promises kept with its target. C07 and C08 share this."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.base.share import share
from generator.records.kinds.commitments import Commitment, fulfilment, is_member
from generator.records.level import Publisher
from generator.rules.rule import Context, PlaceCase, Problem

_WHO = {Publisher.TOWNSHIP: "{乡级}里", Publisher.STREET: "{乡级}", Publisher.COUNTY: "{县级}里"}


def below_target(case: PlaceCase, context: Context, target: Decimal, *, members: bool) -> Iterator[Problem]:
    """A problem at the place's profile if fewer promises were kept than the target asks.

    Only records that everybody can see count. Withheld records and those for a smaller audience or a later day do not.
    """
    promises = [
        record.body
        for record in case.records
        if isinstance(record.body, Commitment)
        and is_member(record.body) == members
        and record.address not in case.withheld
        and record.body.publication.is_public(context.as_of)
    ]
    found = fulfilment(promises, context.as_of)
    lacking = found.short_by(target)
    if lacking <= 0:
        return
    who = "党员" if members else _WHO.get(context.level, "{村级}班子和{村级}干部")
    said = f"{who}承诺{found.said}，是{share(found.kept, found.due)}"
    yield Problem(
        ("名称",),
        f"{said}，目标{share(target)}，还差{lacking}条",
        "做完了的补上“销号”和佐证；没做完的抓紧办，写明“没按期的原因”",
        f"{said}，目标是{share(target)}。",
    )
