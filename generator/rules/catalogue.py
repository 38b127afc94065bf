"""The list of all rules. Each is found by the name of its file: generator/rules/<family>/<code>_<what_is_wrong>.py."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

from generator import rules as package
from generator.rules.rule import OTHER_SUMS, Rule

FAMILIES = {
    "finance": "财务",
    "decisions": "决策",
    "commitments": "承诺",
    "timeliness": "及时",
    "privacy": "个人信息",
    "benefits": "救助补贴",
    "party": "党务",
    "archive": "会议档案",
    "elections": "选举组织",
    "responsibility": "责任督办",
    "service": "服务质询",
    "structure": "填写",
    "reading": "读文件",
}
"""Folder → name on the site, in the order of the rule index: what villagers ask for first, clerks' matters last."""


@cache
def _families() -> dict[str, dict[str, Rule]]:
    """The rules of each folder, by the code in the name of the file."""
    found: dict[str, dict[str, Rule]] = {}
    for family in FAMILIES:
        home = importlib.import_module(f"{package.__name__}.{family}")
        names = sorted(module.name for module in pkgutil.iter_modules(home.__path__))
        found[family] = {
            name[:3].upper(): importlib.import_module(f"{home.__name__}.{name}").RULE
            for name in names
            if re.match(r"[a-z][0-9]{2}_", name)
        }
    return found


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule by code, in the order of families and codes."""
    return {code: rule for rules in _families().values() for code, rule in rules.items()}


def sums_rule(kind: str) -> Rule:
    """The rule that checks the sums of a kind's records: the one that names its folder, else the one for all others."""
    rules = catalogue().values()
    named = (rule for rule in rules if kind in rule.sums)
    return next(named, None) or next(rule for rule in rules if rule.sums == OTHER_SUMS)


def family_of(code: str) -> str:
    """The family's name on the site."""
    return next(FAMILIES[family] for family, rules in _families().items() if code in rules)
