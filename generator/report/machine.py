"""Findings for programs: JSON, GitHub's workflow commands, GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from generator.base.finding import Effect, Finding
from generator.base.printable import guarded_json, one_line
from generator.base.redact import redact
from generator.report.text import by_effect, lines_said

LEVELS = {Effect.WITHHOLD: "error", Effect.FLAG: "warning", Effect.HINT: "notice"}
PER_LEVEL = 9
"""GitHub shows ten annotations of a level per step and drops the rest silently. The tenth says how many more there are."""


def as_json(findings: Sequence[Finding], prefix: str = "", *, fresh: int | None = None) -> str:
    """All findings as JSON.

    Args:
        fresh: how many of them, from the first on, are new by a change; None where nothing was compared.
    """
    rows = [
        {
            **({} if fresh is None else {"new": number < fresh}),
            "path": f"{prefix}{redact(finding.span.path)}",
            "line": finding.span.line,
            "column": finding.span.column,
            "lines": [span.line for span in finding.spans],
            "code": finding.code,
            "effect": finding.effect.value,
            "message": redact(finding.message),
            "remedy": redact(finding.remedy),
            "basis": finding.basis,
            "fixes": [
                {
                    "line": fix.line,
                    "column": fix.column,
                    "length": fix.length,
                    "text": redact(fix.text),
                    "certain": fix.certain,
                }
                for fix in finding.fixes
                if not fix.masks
            ],
        }
        for number, finding in enumerate(findings)
    ]
    return _dumped(rows)


def summary_json(findings: Sequence[Finding], figures: Mapping[str, object]) -> str:
    """A build's figures, with how many findings of each effect there are."""
    totals = by_effect(findings)
    counts = {effect.value: totals[effect] for effect in Effect}
    return _dumped({**figures, "findings": counts})


def as_github(findings: Sequence[Finding], prefix: str = "") -> Iterator[str]:
    """The findings as workflow commands: at most ten of a level, errors first."""
    for effect, level in LEVELS.items():
        some = [finding for finding in findings if finding.effect is effect]
        for finding in some[:PER_LEVEL]:
            where = f"file={_property(prefix + redact(finding.span.path))},line={finding.span.line},col={finding.span.column}"
            title = _property(f"{finding.code} {effect.value}")
            yield f"::{level} {where},title={title}::{_data(redact(f'{finding.message}{lines_said(finding)}。怎么改：{finding.remedy}'))}"
        if len(some) > PER_LEVEL:
            yield f"::{level}::另有{len(some) - PER_LEVEL}处{effect.value}，见日志里的完整清单"


SEVERITIES = {Effect.WITHHOLD: "critical", Effect.FLAG: "minor", Effect.HINT: "info"}


def as_gitlab(findings: Sequence[Finding], prefix: str = "") -> str:
    """The findings as a Code Quality report, which GitLab shows beside the lines of a merge request.

    The fingerprint does not contain the line, so that a finding that only moved is not new.
    """
    rows = []
    for finding in findings:
        path, message = prefix + redact(finding.span.path), redact(finding.message)
        identity = f"{path}\n{finding.code}\n{message}"
        rows.append(
            {
                "description": f"{finding.code}【{finding.effect.value}】{message}{lines_said(finding)}。怎么改：{redact(finding.remedy)}",
                "check_name": finding.code,
                "fingerprint": hashlib.sha256(identity.encode(errors="backslashreplace")).hexdigest(),
                "severity": SEVERITIES[finding.effect],
                "location": {"path": path, "lines": {"begin": finding.span.line}},
            }
        )
    return _dumped(rows)


def _dumped(rows: object) -> str:
    return guarded_json(json.dumps(rows, ensure_ascii=False, indent=1))


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
