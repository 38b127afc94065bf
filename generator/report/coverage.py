"""`disclose coverage`: lists each row of law/mechanisms.yml with its kinds, rules, indicators, examples and pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from generator.base.finding import Finding
from generator.law.mechanisms import Mechanism, mechanisms
from generator.records.kinds import BY_FOLDER
from generator.records.kinds.targets import Metric
from generator.records.layout import locate
from generator.rules.catalogue import catalogue
from generator.site import urls
from generator.site.indicators import INDICATORS


@dataclass(frozen=True, slots=True)
class Row:
    """One row of law/mechanisms.yml, and what was found for it."""

    mechanism: Mechanism
    pages: tuple[str, ...]
    """The pages of its examples, and of its indicators if it has any."""
    gaps: tuple[str, ...]
    """What it names but is not there, and what it does not name at all."""


def coverage(content: Path) -> tuple[Row, ...]:
    """All rows of law/mechanisms.yml, by number.

    Args:
        content: the demonstration county.
    """
    return tuple(_row(one, content) for one in mechanisms())


def _row(one: Mechanism, content: Path) -> Row:
    pages = [
        urls.record(address)
        for example in one.examples
        if not isinstance(address := locate(example), Finding) and (content / example).is_file()
    ]
    if one.indicators:
        pages.append(urls.indicators())
    return Row(one, tuple(pages), tuple(_gaps(one, content)))


def _gaps(one: Mechanism, content: Path) -> Iterator[str]:
    if not (one.kinds or one.rules or one.indicators):
        yield "没有种类、规则或指标"
    if not one.examples and not one.indicators:
        yield "没有示例"
    yield from (f"没有种类 {kind}" for kind in one.kinds if kind not in BY_FOLDER)
    yield from (f"没有规则 {code}" for code in one.rules if code not in catalogue())
    yield from (
        f"没有指标 {name}" for name in one.indicators if name not in INDICATORS and name not in get_args(Metric)
    )
    yield from (f"没有文件 {path}" for path in one.examples if not (content / path).is_file())


def as_table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as a table for people."""
    for row in rows:
        one = row.mechanism
        kinds = "、".join(BY_FOLDER[kind].name for kind in one.kinds if kind in BY_FOLDER)
        said = [part for part in (kinds, "、".join(one.rules), "、".join(one.indicators)) if part]
        yield f"{one.number:3d} {one.name}：{'｜'.join(said)}"
        yield from (f"      {example}" for example in one.examples)
        if one.words:
            yield f"      {one.words}"
        yield from (f"      缺：{gap}" for gap in row.gaps)
    full = sum(not row.gaps for row in rows)
    yield f"{len(rows)}项做法，{full}项齐全；{len(catalogue())}条规则，{len(BY_FOLDER)}种记录，{len(INDICATORS)}个指标。"


def as_json(rows: Sequence[Row]) -> str:
    """The rows as JSON for programs."""
    return json.dumps(
        [
            {
                "mechanism": row.mechanism.number,
                "name": row.mechanism.name,
                "kinds": row.mechanism.kinds,
                "rules": row.mechanism.rules,
                "indicators": row.mechanism.indicators,
                "examples": row.mechanism.examples,
                "pages": row.pages,
            }
            for row in rows
        ],
        ensure_ascii=False,
        indent=1,
    )
