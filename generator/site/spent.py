"""What a decision cost by its own word (实际花费), beside what the published accounts say was paid for it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.base.dates import day_long
from generator.base.money import yuan
from generator.records.kinds.decisions import Decision, resolution_day
from generator.records.kinds.finance import Finance
from generator.site.model import PlaceSite


def spent_in(body: Decision) -> Decimal | None:
    """The 实际花费 (元) that was told last; None where none was."""
    told = [step.actual_cost for step in body.steps if step.actual_cost is not None]
    return told[-1] if told else None


def difference(body: Decision, paid: Decimal, place: PlaceSite) -> str:
    """In a sentence or two why the two are not the same; empty where they are, or where no 实际花费 is told.

    Args:
        paid: by the lines of published accounts that name this decision, in 元.
    """
    spent = spent_in(body)
    if spent is None or spent == paid:
        return ""
    if paid > spent:
        more = f"公开的账里写明按这份决议付的，比实际花费多{yuan(paid - spent)}元"
        return f"{more}。为什么不一样，记录里没有写，可以问{place.terms.village}里。"
    more = f"比公开的账里写明按这份决议付的多{yuan(spent - paid)}元" if paid else "公开的账里还没有写明按这份决议付的钱"
    return f"实际花费{yuan(spent)}元，{more}。{'；'.join(_not_counted(body, place))}。"


def _not_counted(body: Decision, place: PlaceSite) -> Iterator[str]:
    """Which payments the published accounts cannot show."""
    starts = [entry.body.period.start for entry in place.entries if isinstance(entry.body, Finance)]
    voted = resolution_day(body)
    if starts and voted and voted < min(starts):
        yield f"公开的账从{day_long(min(starts))}开始，以前付的没有算进来"
    if any(item.kind.folder == "finance" for item in place.withheld):
        yield "暂缓公开的账没有算进来"
    yield "付的时候没有写明是哪份决议的，也没有算进来"
