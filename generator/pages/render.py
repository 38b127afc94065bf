"""The Jinja2 environment of our own templates: autoescaping, strict, and without clock or disk at render time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jinja2

from generator.base.dates import day_long, day_short
from generator.base.money import round_half_up, spoken, wan, yuan, yuan_whole
from generator.pages import charts
from generator.site import urls

_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_INDENT = re.compile(r"^[ \t]+|\n\s*(?=\n)", re.MULTILINE)


def percent(part: Decimal | int, whole: Decimal | int = 1, unit: str = "0.1") -> str:
    """53.8%"""
    return f"{round_half_up(Decimal(part) * 100 / Decimal(whole), Decimal(unit))}%" if whole else "0%"


def until(day: date, start: date) -> str:
    """The end of a span, with its year only where it differs from the start's."""
    return day_short(day) if day.year == start.year else day_long(day)


def environment(theme: Path) -> jinja2.Environment:
    """An environment over the theme folder.

    Args:
        theme: the folder that holds pages/ and ui/.
    """
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme),
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
        "cnd": day_short,
        "cndy": day_long,
        "iso": date.isoformat,
        "until": until,
    }
    env.globals |= {
        "bar": charts.bar,
        "stack": charts.stack,
        "waterfall": charts.waterfall,
        "trend": charts.trend,
        "people": charts.people,
        "qr": charts.qr,
        "urls": urls,
    }
    return env


def render(env: jinja2.Environment, template: str, context: Any) -> str:
    """Render `theme/<template>` with the fields of a frozen context dataclass as its variables."""
    values: Mapping[str, Any] = {field.name: getattr(context, field.name) for field in fields(context)}
    html = env.get_template(template).render(values).strip()
    return "".join(part if part.startswith("<pre") else _INDENT.sub("", part) for part in _PRE.split(html))
