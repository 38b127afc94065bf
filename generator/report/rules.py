"""Explains a rule in the terminal, with the text of its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.law.citations import versions
from generator.rules.catalogue import catalogue, family_of
from generator.rules.cited import cited
from generator.rules.explain import explain
from generator.rules.rule import Rule


def rule_help(rule: Rule) -> Iterator[str]:
    """The text of a rule: what it says, why, how to mend it, examples, basis."""
    said = explain(rule)
    yield f"{rule.code} {rule.title}（{family_of(rule.code)}，{rule.effect.value}）"
    yield ""
    yield said.lead
    yield f"为什么：{said.why}"
    yield f"怎么查：{said.how}"
    yield f"不合格会怎样：{rule.effect_reason}"
    yield "怎么改："
    yield from (f"  {number}. {step}" for number, step in enumerate(said.mend, 1))
    for example in said.examples:
        yield ""
        yield "合格：" if example.good else "不合格："
        yield from (f"  {line}" for line in example.shown.splitlines())
    yield ""
    yield "依据："
    for key in cited(rule):
        for citation in versions(key):
            doubt = "" if citation.confirmed else f"（{citation.checked}）"
            yield f"  {citation}，{citation.since.isoformat()}起{doubt}"


def rule_list() -> Iterator[str]:
    """The list of rules: one line per rule, by family."""
    family = ""
    for rule in catalogue().values():
        if family != (family := family_of(rule.code)):
            yield f"{family}："
        yield f"  {rule.code}  {rule.effect.value}  {rule.title}"
