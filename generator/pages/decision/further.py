"""What a decision's page tells beside its steps: review, opinion cards, oversight, evaluation, who kept out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.base.inexact import all_exact, is_left_out
from generator.base.share import share
from generator.law.matters import is_major
from generator.pages.commitment.story import evaluation_words
from generator.records.kinds.decisions import Decision, resolution_day
from generator.records.places import Terms
from generator.site.model import PlaceSite

HEADINGS = {"4+2+4": "“4+2+4”另外的几步", "五步法": "“五步法”里的承诺和监督"}


@dataclass(frozen=True, slots=True)
class Further:
    """One thing done beside the steps."""

    title: str
    day: date | None
    words: str


def further_of(body: Decision, commitment: str, words: Terms) -> tuple[Further, ...]:
    """All of them, in the order in which they belong.

    Args:
        commitment: the title of the commitment that 五步法 rests on, where it is public.
        words: what things are called in its place.
    """
    return tuple(_further(body, commitment, words.township))


def heading(body: Decision) -> str:
    """What the list of them is called."""
    return HEADINGS.get(body.procedure, "监督和评议")


def major(body: Decision, place: PlaceSite) -> bool:
    """Whether it is one of the major matters (三重一大), so far as its record tells."""
    day = resolution_day(body)
    return day is not None and is_major(body.matter, body.limit, day, place.parameters.large_payment)


def _further(body: Decision, commitment: str, township: str) -> Iterator[Further]:
    if review := body.town_review:
        number = f"（{review.number}）" if review.number else ""
        yield Further(f"{township}党委审核", review.day, f"{review.result or '没有写结果'}{number}。")
    if cards := body.cards:
        told = (("发出意见卡", cards.issued), ("收回", cards.returned), ("赞成", cards.support))
        counts = "，".join(f"{word}{heads}{'' if is_left_out(heads) else '张'}" for word, heads in told)
        known = all_exact(cards.support, cards.returned)
        part = f"，占收回的{share(cards.support, cards.returned)}" if known else ""
        yield Further("听大家意见", cards.day, f"{counts}{part}。")
    if body.promise and commitment:
        yield Further("创业承诺", None, f"{commitment}。")
    for one in body.oversight:
        yield Further("监督实施" if body.procedure == "五步法" else "过程监督", one.day, one.words)
    if body.evaluation:
        yield Further("群众评议", body.evaluation.day, evaluation_words(body.evaluation))
