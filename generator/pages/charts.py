"""Inline SVG: no script, no style attribute, text that grows with the page; the figures stand in a table beside it."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import segno
from markupsafe import Markup, escape

from generator.base.money import wan


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """Income and expense of one period, 元."""

    label: str
    """Short, beside its bars: 10月, 三季度"""
    said: str
    """With the year where that is another one: 2025年第三季度"""
    income: Decimal
    expense: Decimal


def _svg(width: int, height: int, title: str, description: str, body: str, css: str = "") -> Markup:
    uid = f"c{zlib.crc32((title + description).encode()):x}"
    return Markup(
        f'<svg class="chart {css}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{uid}t {uid}d">'
        f'<title id="{uid}t">{escape(title)}</title><desc id="{uid}d">{escape(description)}</desc>{body}</svg>'
    )


def waterfall(opening: Decimal, income: Decimal, expense: Decimal, closing: Decimal, ends: tuple[str, str]) -> Markup:
    """From the opening balance to the closing one, 元; `ends` names the first and last bar.

    Any of them may be negative: a reversal of earlier income, an overdrawn account. The axis stands at 0.
    """
    height, top, bottom = 236, 34, 196
    levels = (opening, opening + income, closing, Decimal(0))
    deep = min(levels)
    peak = max(*levels, deep + 1)
    scale = (bottom - top) / (peak - deep)

    def y(value: Decimal) -> float:
        return float(bottom - (value - deep) * scale)

    bars = [
        (12, opening, Decimal(0), "bal", ends[0], "", opening),
        (97, opening + income, opening, "in", "收入", "+" if income >= 0 else "", income),
        (182, opening + income, closing, "out", "支出", "−" if expense >= 0 else "", expense),
        (267, closing, Decimal(0), "bal", ends[1], "", closing),
    ]
    axis = y(Decimal(0))
    body = f'<line class="ax" x1="4" x2="336" y1="{axis:g}" y2="{axis:g}"/>'
    for x1, x2, level in ((70, 155, opening), (155, 240, opening + income), (240, 267, closing)):
        body += f'<line class="dash" x1="{x1}" x2="{x2}" y1="{y(level):.1f}" y2="{y(level):.1f}"/>'
    for x, one, other, css, label, sign, value in bars:
        upper, lower = max(one, other), min(one, other)
        box = f'x="{x}" y="{y(upper):.1f}" width="58" height="{y(lower) - y(upper):.1f}"'
        body += f'<rect class="b-{css}" {box}/>'
        if css == "out":
            body += f'<rect fill="url(#hx)" {box}/>'
        body += (
            f'<text class="ct n" x="{x + 29}" y="{y(upper) - 8:.1f}">{sign}{wan(value)}</text>'
            f'<text class="ct" x="{x + 29}" y="{bottom + 24}">{escape(label)}</text>'
        )
    said = f"{ends[0]}{wan(opening)}万元，收入{wan(income)}万元，支出{wan(expense)}万元，{ends[1]}{wan(closing)}万元。"
    return _svg(340, height, "账上的钱怎么变的（万元）", said, body)


def trend(months: Sequence[MonthFigures]) -> Markup:
    """Income and expense by period, two bars each, the last one marked."""
    row, left, widest = 58, 72, 204
    peak = max([max(month.income, month.expense) for month in months] + [Decimal(1)])
    body = ""
    for index, month in enumerate(months):
        top = index * row + 4
        income = float(max(month.income, Decimal(0)) / peak * widest)
        expense = float(max(month.expense, Decimal(0)) / peak * widest)
        last = index == len(months) - 1
        if last:
            body += f'<rect class="hl" x="0" y="{top - 2}" width="340" height="{row - 2}" rx="4"/>'
        body += (
            f'<text class="ct m{" n" if last else ""}" x="{left - 8}" y="{top + 32}">{escape(month.label)}</text>'
            f'<rect class="b-in" x="{left}" y="{top + 4}" width="{income:.1f}" height="20"/>'
            f'<text class="ct s" x="{left + income + 6:.1f}" y="{top + 20}">{wan(month.income)}</text>'
            f'<rect class="b-out" x="{left}" y="{top + 28}" width="{expense:.1f}" height="20"/>'
            f'<rect fill="url(#hx)" x="{left}" y="{top + 28}" width="{expense:.1f}" height="20"/>'
            f'<text class="ct s" x="{left + expense + 6:.1f}" y="{top + 44}">{wan(month.expense)}</text>'
        )
    said = "；".join(f"{m.said}收入{wan(m.income)}，支出{wan(m.expense)}" for m in months)
    return _svg(340, row * len(months) + 4, "收入和支出（万元）", f"{said}。单位万元。", body)


PEOPLE_MAX = 80
"""Above this many heads squares get too small; two bars say the same."""


def people(expected: int, present: int, agree: int, against: int, abstain: int, who: str) -> Markup:
    """One square per person: agree, against (×), abstain (−), absent (dashed)."""
    columns = 14 if expected <= 56 else 15
    cell, gap = 22, 2
    rows = -(-expected // columns)
    body = ""
    for index in range(expected):
        x, y = (index % columns) * (cell + gap) + 1, (index // columns) * (cell + gap) + 1
        if index < agree:
            css = "yes"
        elif index < agree + against:
            css = "no"
        elif index < present:
            css = "ab"
        else:
            css = "away"
        body += f'<rect class="p-{css}" x="{x}" y="{y}" width="{cell - 1}" height="{cell - 1}" rx="3"/>'
        if css == "no":
            body += f'<path class="pm" d="M{x + 6} {y + 6}l9 9m0-9l-9 9"/>'
        if css == "ab":
            body += f'<path class="pm" d="M{x + 5} {y + 10.5}h11"/>'
    said = f"应到{expected}人，到会{present}人，同意{agree}人，不同意{against}人，弃权{abstain}人，没到{expected - present}人。"
    title = f"{who}表决，一个格子代表一个人"
    return _svg(columns * (cell + gap) + 1, rows * (cell + gap) + 1, title, said, body, "ppl")


def _bar(body: str) -> Markup:
    track = '<rect class="trk" width="100%" height="100%"/>'
    return Markup(f'<svg class="bar" aria-hidden="true" focusable="false">{track}{body}</svg>')


def bar(value: Decimal | int, whole: Decimal | int, css: str = "in", mark: Decimal | int | None = None) -> Markup:
    """A bar in a row; the figure stands beside it. `mark` draws a threshold. Nothing is part of a `whole` below 0."""

    def percent(part: Decimal | int) -> str:
        return (
            f"{float(min(max(Decimal(part) / Decimal(whole), Decimal(0)), Decimal(1)) * 100):.1f}%"
            if whole > 0
            else "0"
        )

    body = f'<rect class="b-{css}" width="{percent(value)}" height="100%"/>'
    if css == "out":
        body += f'<rect fill="url(#hx)" width="{percent(value)}" height="100%"/>'
    if mark is not None:
        body += f'<rect class="mk" x="{percent(mark)}" width="3" height="100%"/>'
    return _bar(body)


def scale(mark: Decimal | int, whole: Decimal | int, words: str) -> Markup:
    """The words under a bar's mark: in the middle of it, or beside it where they would run over the edge."""
    at = float(Decimal(mark) / Decimal(whole) * 100) if whole else 0.0
    side = " m" if at > 75 else " s" if at < 25 else ""
    return Markup(
        f'<svg class="sc2" aria-hidden="true" focusable="false"><text class="ct{side}" x="{at:.1f}%" y="1em">'
        f"{escape(words)}</text></svg>"
    )


def stack(on_time: int, late: int, missing: int) -> Markup:
    """On time, late, missing side by side."""
    whole = on_time + late + missing
    start, body = 0.0, ""
    for css, count in (("ok", on_time), ("late", late), ("miss", missing)):
        width = count / whole * 100 if whole else 0
        if count:
            box = f'x="{start:.2f}%" width="{width:.2f}%" height="100%"'
            body += f'<rect class="k-{css}" {box}/>'
            if css == "late":
                body += f'<rect fill="url(#hx)" {box}/>'
        start += width
    return _bar(body)


def qr(text: str, label: str) -> Markup:
    """A QR code (level M, quiet zone 3) as SVG paths."""
    code = segno.make(text, error="m")
    size = code.symbol_size(border=0)[0]
    path = []
    at = (0, 0)
    for y, line in enumerate(code.matrix):
        x = 0
        while x < size:
            if line[x]:
                start = x
                while x < size and line[x]:
                    x += 1
                path.append(f"m{start - at[0]} {y - at[1]}h{x - start}")  # steps repeat, so they pack well
                at = (x, y)
            else:
                x += 1
    return Markup(
        f'<svg class="qr" viewBox="-3 -3 {size + 6} {size + 6}" role="img" aria-label="{escape(label)}"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M-3-3h{size + 6}v{size + 6}h-{size + 6}z"/>'
        f'<path stroke="#000" d="{"".join(path)}" transform="translate(0 .5)"/></svg>'
    )
