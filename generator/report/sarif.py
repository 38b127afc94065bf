"""Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), which platforms for code scanning read."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from generator import __version__
from generator.base.finding import Effect, Finding, Span
from generator.base.printable import guarded_json, one_line
from generator.base.redact import redact
from generator.records.places import USUAL_TERMS, filled
from generator.report.repository import path_in
from generator.report.text import lines_said
from generator.rules.catalogue import catalogue
from generator.rules.explain import explain
from generator.site import urls

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Effect.WITHHOLD: "error", Effect.FLAG: "warning", Effect.HINT: "note"}
IDENTITY = "disclose/v1"
"""Not `primaryLocationLineHash`: GitHub's upload reckons that itself, and warns of every one that is another's."""
_TODAY = re.compile(r"到[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(?=已|还)|已[过有][0-9]+天")
"""What a message says of the day of the check: it is the same finding tomorrow."""


def as_sarif(findings: Sequence[Finding], prefix: str = "", *, site: str = "", fresh: int | None = None) -> str:
    """The findings as a log with one run.

    Args:
        prefix: what stands before paths, from the top of the repository.
        site: where the county's site stands, with / at its end; without it no rule has an address, for SARIF asks for a whole one.
        fresh: how many of them, from the first on, are new by a change; None where nothing was compared.
    """
    results = [
        {
            "ruleId": finding.code,
            "level": LEVELS[finding.effect],
            **({} if fresh is None else {"baselineState": "new" if number < fresh else "unchanged"}),
            "message": _message(f"{finding.message}{lines_said(finding)}。怎么改：{finding.remedy}"),
            "locations": [_location(finding.span, prefix)],
            **({"relatedLocations": [_location(span, prefix) for span in finding.also]} if finding.also else {}),
            "partialFingerprints": {IDENTITY: identity},
        }
        for number, (finding, identity) in enumerate(zip(findings, _identities(findings), strict=True))
    ]
    driver = {"name": "disclose", "version": __version__, "rules": list(_rules(findings, site))}
    # Columns count characters, as an editor shows them.
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return guarded_json(json.dumps(log, ensure_ascii=False, indent=1))


def _rules(findings: Sequence[Finding], site: str) -> Iterator[dict[str, object]]:
    """The rules that found something."""
    found = {finding.code for finding in findings}
    for code, rule in catalogue().items():
        if code in found:
            yield {
                "id": code,
                "shortDescription": _message(filled(rule.title, USUAL_TERMS)),
                "fullDescription": _message(filled(explain(rule).lead, USUAL_TERMS)),
                "defaultConfiguration": {"level": LEVELS[rule.effect]},
                **({"helpUri": site + urls.rule(code)} if site else {}),
            }


def _message(text: str) -> dict[str, str]:
    """A text whose braces stand for themselves, and in which what a record says becomes no link (SARIF, 3.11.5 and 3.11.6)."""
    shown = one_line(redact(text)).replace("](", "] (")
    return {"text": shown.replace("{", "{{").replace("}", "}}")}


def _location(span: Span, prefix: str) -> dict[str, object]:
    region = {"startLine": span.line, "startColumn": span.column}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path_in(prefix, span.path), safe="/*")},
            "region": region,
        }
    }


def _identities(findings: Sequence[Finding]) -> Sequence[str]:
    """By what each finding is known again: file, rule and words, neither its line nor the day of the check. Where several are
    alike they are counted, because a platform keeps one of each. Of a personal number it has only what is shown of it."""
    seen: Counter[str] = Counter()
    known: dict[int, str] = {}
    for number in sorted(range(len(findings)), key=lambda one: findings[one].sort_key()):
        finding = findings[number]
        said = f"{redact(finding.span.path)}\n{finding.code}\n{_TODAY.sub('', redact(finding.message))}"
        seen[said] += 1
        known[number] = hashlib.sha256(f"{said}\n{seen[said]}".encode(errors="backslashreplace")).hexdigest()
    return [known[number] for number in range(len(findings))]
