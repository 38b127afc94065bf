"""Which entries of citations.yml a rule can come to, for its page and for the terminal."""

from __future__ import annotations

from generator.law.bases import PUBLICATION, lines, subjects
from generator.rules.rule import Rule


def cited(rule: Rule) -> tuple[str, ...]:
    """The keys of citations.yml behind a rule's basis, each once, the main one first.

    公开 alone is what the publication of any record of the rule's kinds rests on.
    """
    found = (name for key in rule.basis for named in _subjects(key, rule) for name in lines(named))
    return tuple(dict.fromkeys(found))


def _subjects(key: str, rule: Rule) -> tuple[str, ...]:
    if key != PUBLICATION or not rule.kinds:
        return (key,)
    special = [
        name for name, one in subjects().items() if not one.records or any(r["种类"] in rule.kinds for r in one.records)
    ]
    return tuple(f"{PUBLICATION}·{name}" for name in special)
