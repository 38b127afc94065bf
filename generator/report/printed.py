"""`disclose check --html FILE`: all findings by village, to print or to send to the villages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import jinja2

from generator.base.dates import day_long
from generator.base.finding import Effect, Finding
from generator.base.printable import one_line
from generator.base.ranges import ranges
from generator.base.redact import redact
from generator.records.divisions import Divisions
from generator.records.layout import COUNTY_FILE
from generator.records.places import USUAL_TERMS, filled
from generator.report.screen import called
from generator.report.text import ORDER, Section, by_effect, counted, sections
from generator.rules.catalogue import catalogue
from generator.site import urls

_STYLES = {Effect.WITHHOLD: "withhold", Effect.FLAG: "flag", Effect.HINT: "hint"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page has it."""

    effect: str
    style: str
    where: str
    """第4、9—10行"""
    code: str
    title: str
    rule: str
    """Address of the rule's page; empty where the county's site has none."""
    message: str
    remedy: str
    basis: str


@dataclass(frozen=True, slots=True)
class File:
    """A file with its findings."""

    path: str
    findings: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A village or township with its files."""

    name: str
    counts: tuple[int, ...]
    """Of each effect, the gravest first."""
    files: tuple[File, ...]


def printed(findings: Sequence[Finding], prefix: str, profiles: Divisions, site: str, as_of: date, records: int) -> str:
    """The page; it needs no other file, and has all effects, nothing cut.

    Args:
        prefix: what stands before paths, e.g. `content/`.
        site: where the county's site stands, with / at its end; empty where county.yml does not say it.
        records: how many were looked at.
    """
    county = _plain(profiles.value(COUNTY_FILE, "名称"))
    return _template().render(
        title=f"{county}公开记录检查单",
        day=day_long(as_of),
        records=records,
        total=counted(findings),
        sections=[_place(section, prefix, profiles, site) for section in sections(findings, None)],
    )


@cache
def _template() -> jinja2.Template:
    text = Path(__file__).with_name("files").joinpath("findings.html").read_text(encoding="utf-8")
    return jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(text)


def _place(section: Section, prefix: str, profiles: Divisions, site: str) -> Place:
    totals = by_effect(finding for file in section.files for finding in file)
    files = tuple(
        File(_plain(f"{prefix}{file[0].span.path}"), tuple(_shown(finding, site) for finding in file))
        for file in section.files
    )
    return Place(_plain(called(section.place, profiles)), tuple(totals[effect] for effect in ORDER), files)


def _shown(finding: Finding, site: str) -> Shown:
    rule = catalogue().get(finding.code)
    return Shown(
        effect=finding.effect.value,
        style=_STYLES[finding.effect],
        where=f"第{ranges(dict.fromkeys(span.line for span in finding.spans))}行",
        code=finding.code,
        title=filled(rule.title, USUAL_TERMS) if rule else "",
        rule=f"{site}{urls.rule(finding.code)}" if site and rule else "",
        message=_plain(finding.message),
        remedy=_plain(finding.remedy),
        basis=finding.basis,
    )


def _plain(text: str) -> str:
    return one_line(redact(text))
