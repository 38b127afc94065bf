"""Events → plain values, their places, and a finding for whatever YAML would drop or change behind the clerk's back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import yaml

from generator.base.finding import Effect, Finding, Fix, Key, Span
from generator.source import unfilled, wording
from generator.source.brackets import Commas
from generator.source.characters import WEIGHTLESS, weighty
from generator.source.raw_lines import begins_something, quoted

Value = str | Sequence["Value"] | Mapping[str, "Value"]

MAX_DEPTH = 16
MAX_NODES = 60_000
"""A month of 2,000 entries has about 25,000."""

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ESCAPE = re.compile(r'\\(?!")')
"""A backslash that changes what follows; `\\"` is the one way to write a quote inside its like."""


class Extent(NamedTuple):
    """Where a value stands; lines and columns from 1, the end not included."""

    line: int
    column: int
    """Of what is pointed at: the name, where several lines follow it."""
    own_line: int
    own_column: int
    """Of the value itself."""
    end_line: int
    end_column: int


Places = dict[tuple[Key, ...], Extent]


@dataclass(slots=True)
class Built:
    """What could be read of one text."""

    root: Value | None
    findings: list[Finding]
    error: Any = None
    """The parser's, where the text could not be read to its end."""
    refused: bool = False
    """It holds no document, or one that is too large."""
    several: bool = False
    """More documents follow."""

    @property
    def mapping(self) -> Mapping[str, Value] | None:
        """What was read, where it is a record's outermost form."""
        return self.root if isinstance(self.root, Mapping) else None


class _LimitError(Exception):
    """A limit is passed; the message is for the clerk."""


class Builder:
    """Turns events into values; one use.

    Args:
        places: filled with the extent of each value, by route.
    """

    def __init__(self, path: str, text: str, places: Places | None = None) -> None:
        self.path = path
        self.text = text
        self.places = places
        self.findings: list[Finding] = []
        self.weightless = "\\" in text or bool(WEIGHTLESS.search(text))
        self.is_form = unfilled.is_likely(text)
        self.marks: list[unfilled.Left] = []
        self.nodes = 0
        self.end = 0
        """Index of the first character after the last event."""
        self.gap = ""
        """What stands between the last two events: blanks, marks and comments."""

    def build(self) -> Built:
        """Read the text to its end, or to where it breaks."""
        loader = Loader(self.text)
        self.get = loader.get_event
        try:
            self._next()  # stream start
            event = self._next()
            if isinstance(event, yaml.StreamEndEvent):
                self._report("Y01", 0, 0, "文件里没有内容", "用 disclose new 新建一份空表来填")
                return Built(None, self.findings, refused=True)
            root = self._value(self._next(), ())
            self._next()  # document end
            event = self._next()
            if isinstance(event, yaml.DocumentStartEvent):
                message = "一个文件里写了好几份记录（有“---”分隔）"
                self._at(event, "Y12", message, "每份记录存成一个文件，删掉“---”")
                return Built(root, self.findings, several=True)
        except _LimitError as limit:
            self._report("Y04", 0, 0, str(limit), "把记录拆成几个文件，或者检查是不是存错了文件")
            return Built(None, self.findings, refused=True)
        except yaml.YAMLError as error:
            return Built(None, self.findings, error=error)
        finally:
            loader.dispose()
            if self.marks:
                self.findings.append(unfilled.finding(self.path, self.marks))
        return Built(root, self.findings)

    def _next(self) -> Any:
        event = self.get()
        start = event.start_mark.index
        self.gap = self.text[self.end : start] if start > self.end else ""
        if "#" in self.gap:
            self._comments(self.end, start)
        self.end = max(self.end, event.end_mark.index)
        return event

    def _comments(self, start: int, end: int) -> None:
        """Tell of each text after “#” that shares its line with something else."""
        while (at := self.text.find("#", start, end)) >= 0:
            line_start = self.text.rfind("\n", 0, at) + 1
            if self.text[line_start:at].strip(" -"):
                self.findings.append(wording.text_after_hash(self.path, self.text, line_start, at))
            start = self.text.find("\n", at)
            if start < 0:
                return

    def _value(self, event: Any, route: tuple[Key, ...]) -> Value:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _LimitError(f"文件里的内容太多（超过{MAX_NODES}项）")
        if isinstance(event, yaml.AliasEvent):
            self._at(event, "Y10", f"用了引用“*{event.anchor}”", "把要引用的内容原样再写一遍")
            return ""
        if event.anchor:
            self._at(event, "Y10", f"用了锚点“&{event.anchor}”", "删掉“&”和后面的名字，内容直接写")
        if event.tag:
            self._at(event, "Y11", f"用了标签“{event.tag}”", "删掉“!”开头的标签，只写内容")
        if isinstance(event, yaml.ScalarEvent):
            self._place(route, event.start_mark, event.end_mark)
            return self._scalar(event, route)
        if len(route) >= MAX_DEPTH:
            raise _LimitError(f"内容套得太深（超过{MAX_DEPTH}层）")
        flow = bool(event.flow_style)
        named = self.places.get(route) if self.places is not None else None
        self._place(route, event.start_mark, None, named)
        value: Value
        if isinstance(event, yaml.MappingStartEvent):
            value, end = self._mapping(route, flow=flow)
        else:
            value, end = self._sequence(route, flow=flow)
        if flow:
            self._place(route, event.start_mark, end.end_mark, named)
        return value

    def _place(self, route: tuple[Key, ...], start: Any, end: Any = None, named: Extent | None = None) -> None:
        """Write down where a value stands.

        Args:
            end: None where it goes over several lines.
            named: the place of its name, where that is to be pointed at.
        """
        if self.places is None:
            return
        own = (start.line + 1, start.column + 1)
        ends = (end.line + 1, end.column + 1) if end else (0, 0)
        line, column = (named.line, named.column) if named else own
        self.places[route] = Extent(line, column, *own, *ends)

    def _scalar(self, event: Any, route: tuple[Key, ...]) -> str:
        style = event.style
        if style == '"' or style == "'":
            self._quotes(event)
        elif style == "|" or style == ">":
            self._block(event)
        value = weighty(event.value) if self.weightless else str(event.value)
        if self.is_form:
            start, end = event.start_mark, event.end_mark
            raw = self.text[start.index : end.index]
            self.marks += unfilled.left_in(value, raw, start.line + 1, start.column + 1, route)
        return value

    def _quotes(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        raw = self.text[start.index : end.index]
        if event.style == '"' and (escape := _ESCAPE.search(raw)):
            self._backslash(start, raw, escape.start())
        if start.line != end.line and begins_something(raw.split("\n")[1:-1], self._indent(start)):
            said = "引号没有配对，把下面几行也括了进去"
            self._at(event, "Y05", said, "引号用英文的，前后成对；一段文字写不下的，用“|”另起一行写")

    def _backslash(self, start: Any, raw: str, at: int) -> None:
        before = raw[:at]
        line = start.line + before.count("\n")
        column = at - before.rfind("\n") - 1 if "\n" in before else start.column + at
        mended = quoted(raw[1:-1].replace('\\"', '"'))
        fixes = () if "\n" in raw else (Fix(start.line + 1, start.column + 1, len(raw), mended),)
        remedy = f"改用英文单引号：{mended}" if fixes else "改用英文单引号，把整段内容括起来"
        found = wording.finding(self.path, line + 1, column + 1, "Y05", "双引号里的反斜杠“\\”会改变后面的字", remedy)
        self.findings.append(replace(found, fixes=fixes))

    def _block(self, event: Any) -> None:
        start = event.start_mark
        head = self.text[start.index : event.end_mark.index].split("\n", 1)[0]
        if (at := head.find("#")) >= 0:
            line_start = self.text.rfind("\n", 0, start.index) + 1
            self.findings.append(wording.text_after_hash(self.path, self.text, line_start, start.index + at))
        if not event.value.strip():
            remedy = "成段的文字另起一行，每行比上面的名称多缩进 2 个空格；没有内容的，删掉这个记号"
            self._at(event, "Y05", f"“{event.style}”下面没有文字", remedy)

    def _indent(self, mark: Any) -> int:
        line = self.text[self.text.rfind("\n", 0, mark.index) + 1 : mark.index]
        return len(line) - len(line.lstrip(" "))

    def _sequence(self, route: tuple[Key, ...], *, flow: bool) -> tuple[list[Value], Any]:
        items: list[Value] = []
        commas = Commas(self.path, self.text) if flow else None
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if commas and commas.joins(event, self.gap):
                joined = commas.value
                if joined is not None:
                    self._scalar(event, (*route, len(items) - 1))
                    items[-1] = joined
                    continue
            items.append(self._value(event, (*route, len(items))))
        if commas:
            self.findings += commas.closed(event, self.gap)
        return items, event

    def _mapping(self, route: tuple[Key, ...], *, flow: bool) -> tuple[dict[str, Value], Any]:
        values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        commas = Commas(self.path, self.text) if flow else None
        last = ""
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            mark = event.start_mark
            if not isinstance(event, yaml.ScalarEvent):
                self._value(event, (*route, ""))
                self._at(event, "Y05", "冒号前面的名称只能是一个词", "检查这一行的冒号和括号")
                self._value(self._next(), (*route, ""))
                continue
            key = self._scalar(event, (*route, event.value))
            if event.anchor or event.tag:
                self._at(event, "Y10", f"“{key}”前面有“&”或“!”记号", "删掉记号，只写名称")
            value_event = self._next()
            if commas and ":" not in self.gap and not event.style:
                # A name without a colon: what a comma cut off, or a name that swallowed its content.
                if (pair := commas.swallowed(event)) and pair[0] not in values:
                    values[pair[0]] = pair[1]
                elif (joined := commas.cut(event)) is not None and last:
                    values[last] = joined
                continue
            inner = (*route, key)
            repeated = key in values
            if not repeated:
                self._place(inner, mark)
            if commas:
                commas.after(value_event)
            value = self._value(value_event, (*route, key, "重复") if repeated else inner)
            if repeated:
                said = f"“{key}”写了两次（第{lines[key]}行已经有了）"
                self._at(event, "Y09", said, f"只留一个“{key}”，内容合到一起")
                continue
            values[key] = value
            lines[key] = mark.line + 1
            last = key
        if commas:
            self.findings += commas.closed(event, self.gap)
        return values, event

    def _at(self, event: Any, code: str, message: str, remedy: str) -> None:
        self._report(code, event.start_mark.line, event.start_mark.column, message, remedy)

    def _report(self, code: str, line: int, column: int, message: str, remedy: str) -> None:
        span = Span(self.path, line + 1, column + 1)
        self.findings.append(Finding(span, code, Effect.WITHHOLD, message, remedy, wording.NOTE))
