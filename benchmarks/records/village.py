"""Townships and villages with their people and places."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.records.words import WORDS, Slots, firm, person, place_names

AS_OF = date(2026, 11, 18)
SINCE = date(2025, 11, 1)
"""The county's own day, and the day on which disclosure began: a year of records lies between."""


@dataclass(frozen=True, slots=True)
class Township:
    """A township and the posts that villages' records name."""

    number: int
    slug: str
    name: str
    party_secretary: str
    organiser: str
    """组织委员."""


@dataclass(frozen=True, slots=True)
class Village:
    """A village, its stream of chance, and the words of its own."""

    number: int
    slug: str
    name: str
    township: Township
    rng: random.Random
    slots: Slots
    groups: int
    households: int
    population: int
    members: int
    """Of the party."""
    representatives: int
    head: str
    """书记 and 主任 in one."""
    officers: tuple[str, str]
    """Two members of the committee."""
    clerk: str
    accountant: str
    supervisor: str
    firms: tuple[str, ...]

    def day(self, start: date, least: int, most: int) -> date:
        """A day from `least` to `most` days after `start`."""
        return start + timedelta(self.rng.randrange(least, most + 1))

    def duty(self) -> str:
        """A post with its holder, who answers for something."""
        return self.rng.choice((
            f"村委会委员 {self.officers[0]}", f"村党支部组织委员 {self.officers[1]}", f"村委会主任 {self.head}",
        ))  # fmt: skip

    @property
    def phone(self) -> str:
        return f"0000-{612 + self.township.number} {3000 + 10 * self.number}"


def publication(day: date, by: str, body: str, reviewed: date, opinion: str, until: int = 17) -> str:
    """The 公开 block; `until` days on the board, 0 for good."""
    window = f"\n  至: {day + timedelta(until)}" if until else ""
    return f"""\
公开:
  公开日期: {day}{window}
  渠道: [公开栏, 网站]
  编制: {by}
  审核:
    - 机构: {body}
      日期: {reviewed}
      意见: {opinion}
"""


def make_township(number: int, seed: int) -> Township:
    """The township of that number, the same in a county of any size."""
    rng = random.Random(f"{seed}-{number}")
    slug, name = place_names()[number]
    return Township(number, slug, f"{name}镇", person(rng), person(rng))


def make_village(township: Township, number: int, seed: int) -> Village:
    """The village of that number in a township."""
    slug, name = random.Random(f"{seed}-{township.number}-names").sample(place_names(), 40)[number]
    rng = random.Random(f"{seed}-{township.number}-{number}")
    groups = rng.randrange(4, 10)
    households = rng.randrange(180, 720)
    spots = tuple(rng.choice(WORDS["地头"]) + rng.choice(WORDS["地尾"]) for _ in range(14))
    firms = tuple(f"澄安县{firm(rng)}" for _ in range(9))
    return Village(
        number=number,
        slug=slug,
        name=f"{name}村",
        township=township,
        rng=rng,
        slots=Slots(rng, spots, groups),
        groups=groups,
        households=households,
        population=round(households * rng.uniform(2.9, 3.9)),
        members=rng.randrange(28, 86),
        representatives=rng.randrange(24, 52),
        head=person(rng),
        officers=(person(rng), person(rng)),
        clerk=person(rng),
        accountant=person(rng),
        supervisor=person(rng),
        firms=firms,
    )
