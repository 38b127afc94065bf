"""The arithmetic of a meeting: how many had to be there and in favour, and how many were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.base.dates import day_long
from generator.base.inexact import all_exact
from generator.records.kinds.decisions import STEP_TITLES, Decision, Share, Step, StepName, least, of_all
from generator.site.model import PlaceSite

PARTY_ONLY: frozenset[StepName] = frozenset({"提议", "商议"})
"""Steps whose quorum is not of the two-thirds kind."""


VOTERS = {
    "村民代表会议": "村民代表",
    "居民代表会议": "居民代表",
    "村民会议": "村民",
    "居民会议": "居民",
    "党员大会": "党员",
    "成员大会": "社员",
    "成员代表大会": "社员代表",
}
"""Whom a meeting is of, in words that need no explaining."""
_RULES = {"村民会议": "D06", "居民会议": "D06", "成员大会": "D12", "成员代表大会": "D12", "党员大会": "D04"}


@dataclass(frozen=True, slots=True)
class Quorum:
    """What a meeting needed and what it had, in heads."""

    who: str
    expected: int
    present: int
    agree: int
    against: int
    abstain: int
    need_present: int
    need_agree: int
    base: str
    """到会 or 应到: of whom `need_agree` is a share."""
    base_heads: int
    exact: bool
    """The four counts make up those present, so one square per person can be drawn."""
    share: Share
    """How many of those expected had to be there."""
    consent_share: Share = "一半"
    """How many of `base_heads` had to be in favour."""
    unit: str = "人"
    """Households where they are counted."""

    @property
    def enough(self) -> bool:
        return self.present >= self.need_present

    @property
    def passed(self) -> bool:
        return self.agree >= self.need_agree

    @property
    def presence(self) -> str:
        """The arithmetic of those present, in words."""
        needed = "要到三分之二" if self.share == "三分之二" else "要到的超过一半"
        u = self.unit
        return f"应到{self.expected}{u}，{needed}，就是至少{self.need_present}{u}；实到{self.present}{u}。"

    @property
    def consent(self) -> str:
        """The arithmetic of those in favour, in words."""
        u = self.unit
        how = "要超过一半" if self.consent_share == "一半" else f"要达到{self.consent_share}"
        needed = f"同意的{how}，就是至少{self.need_agree}{u}"
        return f"{self.base}{self.base_heads}{u}，{needed}；同意{self.agree}{u}。"

    @property
    def consent_words(self) -> str:
        """超过到会的一半 · 应到的三分之二"""
        return f"超过{self.base}的一半" if self.consent_share == "一半" else f"{self.base}的{self.consent_share}"

    @property
    def rule(self) -> str:
        """The rule that says how many were needed."""
        return _RULES.get(self.who, "D05")

    def outcome(self, day: date | None) -> str:
        """2026年4月25日，村民代表42人里来了36人，34人同意，人数够，定下来了。"""
        u = self.unit
        lead = f"{day_long(day)}，" if day else ""
        end = self.lacking or "人数够，定下来了"
        heads = f"{VOTERS.get(self.who, '')}{self.expected}{u}里来了{self.present}{u}，{self.agree}{u}同意"
        return f"{lead}{heads}，{end}。"

    @property
    def lacking(self) -> str:
        """What fell short, in a few words; empty where nothing did."""
        short = [f"{who}的人不够" for who, ok in (("到会", self.enough), ("同意", self.passed)) if not ok]
        return "、".join(short)


def quorum(body: Decision, step: Step, place: PlaceSite) -> Quorum | None:
    """The arithmetic of one meeting, or None where the counts are not written.

    Two thirds of those expected and more than half of those present (村组法, 代表会议); 党员大会 may count half of
    those expected (parameter 党员审议基数); 村民会议 more than half of the adults or two thirds of the households; the
    members of the collective two thirds of all of them, whoever came (集体法).
    """
    counts = (step.expected, step.present, step.agree, step.against, step.abstain)
    if step.expected is None or step.present is None or step.agree is None or not all_exact(*counts):
        return None
    villagers = step.meeting in ("村民会议", "居民会议")
    share: Share = "一半" if step.name in PARTY_ONLY or (villagers and step.counted == "人") else "三分之二"
    members = of_all(body, step)
    party = step.meeting in ("党员大会", "党员议事会") and place.parameters.review_base == "应到"
    on_expected = party or members is not None
    consent: Share = members or "一半"
    base = step.expected if on_expected else step.present
    against, abstain = step.against or 0, step.abstain or 0
    return Quorum(
        who=step.meeting or STEP_TITLES[step.name],
        expected=step.expected,
        present=step.present,
        agree=step.agree,
        against=against,
        abstain=abstain,
        need_present=least(share, step.expected),
        need_agree=least(consent, base),
        base="应到" if on_expected else "到会",
        base_heads=base,
        exact=step.agree + against + abstain == step.present <= step.expected,
        share=share,
        consent_share=consent,
        unit="户" if step.counted == "户代表" else "人",
    )
