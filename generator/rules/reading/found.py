"""The rules that the reader itself applies: a rule's file only explains one and shows examples of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.rules.rule import Context, Problem, Rule, Scope


def found_by_reader(code: str, title: str, effect_reason: str, text: str) -> Rule:
    """A rule of scope READING. All of them withhold the file, and all rest on this site's own format.

    Args:
        text: what the docstring of `check` is elsewhere: the page, the terminal's help and the test.
    """
    return Rule(code, title, Scope.READING, Effect.WITHHOLD, effect_reason, ("本网站",), _nothing, text=text)


def _nothing(subject: object, context: Context) -> Iterator[Problem]:
    """The reader has found everything before the rules run."""
    yield from ()
