"""Rule pages: what, why, how it is checked, 合格 and 不合格, the basis by date. Read from the rules' own docstrings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.base.finding import Effect
from generator.law.citations import Citation, versions
from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.shell import render
from generator.rules.catalogue import catalogue, family_of
from generator.rules.cited import cited
from generator.rules.explain import Explanation, explain
from generator.rules.rule import Rule
from generator.site import urls

CONSEQUENCE = {
    Effect.WITHHOLD: "这份记录先不公开，网址上显示“暂缓公开”；改好了马上公开。别的记录照常公开。",
    Effect.FLAG: "照样公开，旁边写明这一点，大家都看得到。",
    Effect.HINT: "只提醒经办人，不在网上显示。",
}


@dataclass(frozen=True, slots=True)
class RulePage:
    """Context of theme/pages/rule.html."""

    rule: Rule
    family: str
    said: Explanation
    consequence: str
    basis: tuple[tuple[Citation, ...], ...]
    """For each basis its versions, oldest first."""


@dataclass(frozen=True, slots=True)
class RuleShelf:
    """The rules of one family."""

    name: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """Context of theme/pages/rules.html."""

    shelves: tuple[RuleShelf, ...]
    count: int


def rule_pages(desk: CountyDesk) -> Sequence[Page]:
    """The index and one page per rule."""
    rules = list(catalogue().values())
    families = list(dict.fromkeys(family_of(rule.code) for rule in rules))
    shelves = tuple(RuleShelf(name, tuple(r for r in rules if family_of(r.code) == name)) for name in families)
    context = RulesPage(shelves, len(rules))
    description = "网站按这些规则检查每一份记录。"
    index = render(desk, urls.RULES, "公开规则", description, "rules.html", context, layout="article")
    return [index, *(_rule_page(desk, rule) for rule in rules)]


def _rule_page(desk: CountyDesk, rule: Rule) -> Page:
    said = explain(rule)
    context = RulePage(
        rule=rule,
        family=family_of(rule.code),
        said=said,
        consequence=CONSEQUENCE[rule.effect],
        basis=tuple(versions(key) for key in cited(rule)),
    )
    title = f"{rule.code} {rule.title}｜公开规则"
    return render(desk, urls.rule(rule.code), title, said.lead, "rule.html", context, layout="article")
