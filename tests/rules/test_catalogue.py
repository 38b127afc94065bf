"""Every rule's docstring is executed: the marked lines, no more and no fewer."""

from __future__ import annotations

import pkgutil
import re

import pytest

from generator import rules
from generator.base.finding import Effect
from generator.law.citations import versions
from generator.rules.catalogue import FAMILIES, catalogue
from generator.rules.cited import cited
from generator.rules.explain import Example, explain
from generator.rules.rule import Rule
from tests.support.village import LAID_OVER, case_of

RULES = list(catalogue().values())
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{'good' if example.good else 'bad'}-{number}")
    for rule in RULES
    for number, example in enumerate(explain(rule).examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_docstring_example(rule: Rule, example: Example) -> None:
    """A good example is clean for every rule; a bad one is found at the marked lines and nowhere else."""
    case = case_of(rule, example)
    findings = case.run()
    if example.good:
        assert [
            f"{f.span} {f.code} {f.message}"
            for f in findings
            if f.code == rule.code or (f.effect is not Effect.HINT and f.code not in LAID_OVER)
        ] == []
        return
    assert case.expected, "不合格的例子要标出位置"
    said = {(f.code, span.path, span.line) for f in findings if f.code == rule.code for span in f.spans}
    expected = {place for place in case.expected if place[0] == rule.code}
    assert said == expected, [f"{f.span} {f.code} {f.message}" for f in findings]
    for finding in findings:
        if finding.code == rule.code and finding.effect is not Effect.HINT:
            assert finding.note.endswith("。"), "公示、拦截的话要给村民看，句号结尾"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_complete(rule: Rule) -> None:
    """Code matches its file, both sides are shown at least twice, the basis exists, the title is short."""
    assert catalogue()[rule.code] is rule
    sides = [example.good for example in explain(rule).examples]
    assert sides.count(True) >= 2
    assert sides.count(False) >= 2
    assert rule.basis
    assert all(versions(key) for key in cited(rule))
    assert 2 <= len(rule.title) <= 20
    assert rule.effect_reason.endswith("。")


def test_every_rule_file_is_listed() -> None:
    """Each rule file on disk is in the catalogue, under its own code, once."""
    files = set()
    for family in FAMILIES:
        package = __import__(f"{rules.__name__}.{family}", fromlist=["x"])
        names = [module.name for module in pkgutil.iter_modules(package.__path__)]
        files |= {name.split("_")[0].upper() for name in names if re.match(r"[a-z][0-9]{2}_", name)}
    assert files == set(catalogue())
