"""The Jinja2 environment of our own templates: autoescaping, strict, and without clock or disk at render time."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, cast

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.base.dates import day_long, day_short
from generator.base.inexact import UNKNOWN, Inexact, is_exact, is_left_out
from generator.base.money import round_half_up, spoken, wan, yuan, yuan_whole
from generator.base.share import share
from generator.base.shipped import THEME
from generator.law.terms import spellings
from generator.pages import charts
from generator.records.kinds.finance import in_words
from generator.records.places import called
from generator.records.tables import Column
from generator.records.values import parse_number
from generator.site import urls

NO_DAY = "（没有写日期）"
"""In place of a day that the record does not tell."""
_INDENT = re.compile(r"^[ \t]+|\n\s*(?=\n|<t[dh][ >]|</tr>)", re.MULTILINE)


class Templates(jinja2.FileSystemLoader):
    """The theme's templates without their indentation and empty lines, which no reader needs.

    A table's cells stand on lines of their own in a template; in the page they stand side by side.
    """

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of a template, its file and whether it is up to date."""
        source, path, current = super().get_source(environment, template)
        return _INDENT.sub("", source), path, current


def percent(part: Decimal | int, whole: Decimal | int = 1, unit: str = "0.1") -> str:
    """53.8%"""
    if not whole and is_exact(whole):
        return "0%"
    ratio = round_half_up(Decimal(1) * part * 100 / whole, Decimal(unit))
    if isinstance(ratio, Inexact):
        return UNKNOWN if ratio.lacking else ratio.said(lambda number: f"{number}%")
    return f"{ratio}%"


def until(day: date, start: date) -> str:
    """The end of a span, with its year only where it differs from the start's."""
    return day_short(day) if day.year == start.year else day_long(day)


def plain(number: Decimal) -> str:
    """A count or figure without zeros behind its point: 20, 1.5"""
    return number.said(plain) if isinstance(number, Inexact) else f"{number.normalize():f}"


def in_column(cell: str, column: Column) -> str:
    """A cell of a table as pages show it: amounts with thousands marks, everything else as it is written."""
    number = parse_number(cell.strip()) if column.type == "金额" else None
    return cell if number is None else f"{number:,}"


@jinja2.pass_context
def term(context: jinja2.runtime.Context, text: str, spelling: str = "") -> str:
    """A word as a link to its explanation, `spelling` being how 名词解释 knows it; a word that it does not know stays.

    To be used where the word stands first in a section.
    """
    word = spellings().get(spelling or text)
    return _term(context["root"], text, word) if word else text


@lru_cache(maxsize=1024)
def _term(root: str, text: str, word: str) -> Markup:
    return Markup('<a class="tm" href="{}{}">{}</a>').format(root, urls.term(word), text)


def environment(theme: Path) -> jinja2.Environment:
    """An environment over a county's own theme folder, and the program's theme behind it.

    Args:
        theme: holds the templates that the county has changed; it need not exist.
    """
    env = jinja2.Environment(
        loader=Templates([theme, THEME]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters |= {
        "yuan": yuan,
        "yuan0": yuan_whole,
        "wan": wan,
        "spoken": spoken,
        "percent": percent,
        "share": share,
        "plain": plain,
        "cnd": lambda day: day_short(day) if day else NO_DAY,
        "cndy": lambda day: day_long(day) if day else NO_DAY,
        "iso": date.isoformat,
        "in_column": in_column,
        "until": until,
        "term": term,
    }
    env.tests["left_out"] = is_left_out
    env.globals |= {
        "bar": charts.bar,
        "scale": charts.scale,
        "stack": charts.stack,
        "waterfall": charts.waterfall,
        "trend": charts.trend,
        "people": charts.people,
        "qr": charts.qr,
        "urls": urls,
        "called": called,
        "in_words": in_words,
    }
    return env


@cache
def _names(context: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(context))


class Compiled(jinja2.BytecodeCache):
    """Templates as Python's own byte code, which takes a twentieth of the time of compiling them."""

    def __init__(self, kept: bytes | None = None) -> None:
        """`kept`: what `to_bytes` gave, by the same Python; whoever keeps it answers for its being whole."""
        self.codes: dict[str, tuple[str, CodeType]] = marshal.loads(kept) if kept else {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose source is as it was."""
        checksum, code = self.codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template just compiled."""
        if bucket.code:
            self.codes[bucket.key] = (bucket.checksum, bucket.code)

    def to_bytes(self) -> bytes:
        """All of it, to be kept."""
        return marshal.dumps(self.codes)


def warm(env: jinja2.Environment, kept: bytes | None) -> bytes:
    """Make all templates ready, so that processes forked off share them; returns what to keep for the next time."""
    compiled = env.bytecode_cache = Compiled(kept)
    for name in env.list_templates(filter_func=lambda name: name.startswith(("pages/", "leads/", "ui/"))):
        env.get_template(name)
    return compiled.to_bytes()


def fill(env: jinja2.Environment, template: str, *contexts: object) -> str:
    """Render `theme/<template>` with the fields of frozen dataclasses as its variables.

    Args:
        contexts: where two of them have a field of one name, the later one is heard; None is left out.
    """
    values = {
        name: getattr(context, name)
        for context in contexts
        if context is not None
        for name in _names(cast("Any", type(context)))
    }
    return env.get_template(template).render(values).strip()
