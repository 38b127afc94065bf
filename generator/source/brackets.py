"""Commas inside `{ }` and `[ ]`: where one stands in an amount or a sentence, YAML ends the value there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from generator.base.finding import Finding, Fix
from generator.source import wording
from generator.source.raw_lines import GLUED, as_value, quoted

_GROUPED = re.compile(r"([-+−]?[¥￥]? ?[0-9]{1,3}(?:, ?[0-9]{3})+(?:\.[0-9]+)?)([^0-9,]{0,4})")
"""An amount with thousands marks."""
_WORD = re.compile(r"[^\W\d]{1,6}|-?[0-9]+(?:\.[0-9]+)?")
"""Two of these with a comma between are two things, not a sentence nor an amount."""


@dataclass(slots=True)
class _Run:
    """One value that commas cut into several."""

    start: Any
    end: Any
    apart: bool
    """Of single words only: several items, written without blanks."""


@dataclass(slots=True)
class Commas:
    """What the commas of one pair of brackets cut; asked as its parts come along."""

    path: str
    text: str
    last: Any = None
    """The scalar before, where there is one."""
    run: _Run | None = None
    value: str | None = None
    """Of the run, as it was meant; None where it is several values."""
    found: list[Finding] = field(default_factory=list)

    def after(self, event: Any) -> None:
        """A value came that nothing is wrong with so far."""
        self._flush()
        self.last = event if isinstance(event, yaml.ScalarEvent) else None

    def joins(self, event: Any, gap: str) -> bool:
        """Whether an item of `[ ]` belongs to the one before; then `value` says what both are."""
        last = self.last
        glued = gap.endswith(",") and gap.strip(" ") == ","
        if not isinstance(event, yaml.ScalarEvent) or last is None or not glued or (last.style and event.style):
            self.after(event)
            return False
        self._extend(last, event)
        assert self.run
        raw = self._raw(last, event)
        self.run.apart &= all(_WORD.fullmatch(part) for part in raw.split(",")) and not _GROUPED.fullmatch(raw)
        self.value = None if self.run.apart else self._meant()
        self.last = event
        return True

    def cut(self, event: Any) -> str | None:
        """A name without a colon in `{ }`: the value before with it; None where there is none before."""
        if self.last is None or not self.last.value:
            message = f"“{event.value[:30]}”后面没有冒号和内容"
            mark = event.start_mark
            remedy = "写成“名称: 内容”，冒号用英文的，后面空一格"
            self.found.append(wording.finding(self.path, mark.line + 1, mark.column + 1, "Y05", message, remedy))
            return None
        self._extend(self.last, event)
        assert self.run
        self.run.apart = False
        return self._meant()

    def swallowed(self, event: Any) -> tuple[str, str] | None:
        """Name and content of a name that swallowed its content, as in `{列:事项}` and `{列：事项}`."""
        match = GLUED.fullmatch(event.value)
        if not match or event.start_mark.line != event.end_mark.line:
            return None
        self._flush()
        self.last = None
        mark = event.start_mark
        mended = f"{match['key']}: {as_value(match['rest'], flow=True)}"
        wide = match["colon"] == "："
        code, message = ("Y07", "用了全角冒号“：”") if wide else ("Y08", "英文冒号后面没有空格")
        remedy = f"改成英文冒号，后面空一格：{mended}"
        found = wording.finding(self.path, mark.line + 1, mark.column + match.start("colon") + 1, code, message, remedy)
        length = event.end_mark.index - mark.index
        self.found.append(replace(found, fixes=(Fix(mark.line + 1, mark.column + 1, length, mended, certain=True),)))
        return match["key"], match["rest"]

    def closed(self, event: Any, gap: str) -> Iterator[Finding]:
        """All that is to be told once the closing bracket is there."""
        self._flush()
        yield from self.found
        if self.last is not None and not self.last.style and gap.startswith(",") and "\n" not in gap:
            end = self.last.end_mark
            message = "括号前面多了一个英文逗号"
            remedy = "删掉这个逗号；逗号是内容的话，用英文引号把这一项括起来"
            found = wording.finding(self.path, end.line + 1, end.column + 1, "Y17", message, remedy)
            yield replace(found, fixes=(Fix(end.line + 1, end.column + 1, 1, ""),))

    def _extend(self, last: Any, event: Any) -> None:
        if self.run is None:
            self.run = _Run(last.start_mark, event.end_mark, apart=True)
        self.run.end = event.end_mark

    def _raw(self, first: Any, last: Any) -> str:
        return self.text[first.start_mark.index : last.end_mark.index]

    def _meant(self) -> str:
        assert self.run
        raw = self.text[self.run.start.index : self.run.end.index]
        return _ungrouped(raw) or raw

    def _flush(self) -> None:
        run, self.run = self.run, None
        if run is None:
            return
        raw = self.text[run.start.index : run.end.index]
        if run.apart:
            mended, said = raw.replace(",", ", "), "英文逗号后面没有空格，分不清是一项还是几项"
            remedy = f"是几项的，改成：{mended}；是一项的，用英文引号括起来"
        elif mended := _ungrouped(raw):
            said = "英文逗号把这一项截断了"
            remedy = f"金额和数去掉逗号，改成：{mended}"
        else:
            mended, said = quoted(raw), "英文逗号把这一项截断了"
            remedy = f"是一项的，用英文引号括起来：{mended}；逗号也可以改成中文的“，”"
        found = wording.finding(self.path, run.start.line + 1, run.start.column + 1, "Y17", said, remedy)
        fixes = (Fix(run.start.line + 1, run.start.column + 1, len(raw), mended),) if "\n" not in raw else ()
        self.found.append(replace(found, fixes=fixes))


def _ungrouped(raw: str) -> str:
    """An amount without its thousands marks; nothing where it is none."""
    match = _GROUPED.fullmatch(raw)
    return re.sub("[, ]", "", match[1]) + match[2] if match else ""
