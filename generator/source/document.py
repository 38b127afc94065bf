"""One YAML file as plain text values, and the place of each of them.

Read through PyYAML's event stream with a builder of our own: every scalar stays the text that was written (`no`,
`12:30`, `0123` and `2026-10` mean what the clerk typed), and whatever YAML would resolve behind the clerk's back
(aliases, tags, duplicate keys, several documents) is a finding.
Places are worked out only when a finding needs one: most files have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.base.finding import Effect, Finding, Key, Span
from generator.source import lookalikes, quick, wording
from generator.source.decode import UNSEEN, decode

Value = str | Sequence["Value"] | Mapping[str, "Value"]

MAX_DEPTH = 16
MAX_NODES = 60_000
"""A month of 2,000 entries has about 25,000."""
MAX_PROBLEMS = 100
"""Of one file. Who has mended these will not mind a second round."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file that could be read. `root` holds mappings, lists and text only, exactly as written. Equals only itself."""

    path: str
    text: str
    root: Mapping[str, Value]
    _places: dict[tuple[Key, ...], tuple[int, int]] = field(default_factory=dict, repr=False, compare=False)

    def span(self, keys: Sequence[Key] = ()) -> Span:
        """The place of the value at `keys`; of the nearest value around it where that one is absent."""
        if not self._places:
            _Builder(self.path, self._places).build(self.text)
        route = tuple(keys)
        while route and route not in self._places:
            route = route[:-1]
        return Span(self.path, *self._places.get(route, (1, 1)))


@dataclass(frozen=True, slots=True)
class Parsed:
    """What reading a file gave: the document where there is one, and every problem met on the way.

    A document with problems may still be looked through for more, but is never published.
    """

    document: Document | None
    findings: tuple[Finding, ...]


def parse(path: str, data: bytes) -> Parsed:
    """Read one file's bytes. Never raises for bad data; all that is wrong comes back at once.

    Args:
        path: as it should stand in messages, relative to the content folder.
        data: the whole file.
    """
    text, findings = decode(path, data)
    if text is None:
        return Parsed(None, findings)
    if not findings and len(text) < MAX_NODES and "\\" not in text:
        root = quick.build(_Loader(text), MAX_DEPTH)
        if root is not None:
            return Parsed(Document(path, text, root), ())
    built = _Builder(path).build(text)
    problems = built.findings
    if built.mapping is None and not built.refused and (slips := lookalikes.find(path, text)):
        # Read on with the slips mended, so that the rest of the file is told in the same pass.
        text = lookalikes.mend(text, slips)
        built = _Builder(path).build(text)
        problems = [slip.finding for slip in slips] + built.findings
    if built.mapping is None and not built.broken:
        problems.append(wording.not_a_mapping(path))
    problems = sorted((*findings, *problems), key=Finding.sort_key)[:MAX_PROBLEMS]
    document = Document(path, text, built.mapping) if built.mapping is not None else None
    return Parsed(document, tuple(problems))


@dataclass(slots=True)
class _Built:
    root: Value | None
    findings: list[Finding]
    broken: bool
    """The YAML could not be read to its end."""
    refused: bool = False
    """It was not read to its end, being too large."""

    @property
    def mapping(self) -> Mapping[str, Value] | None:
        """What was read, where it is a record's outermost form."""
        return self.root if not self.broken and isinstance(self.root, Mapping) else None


class _LimitError(Exception):
    """A limit is passed; the message is for the clerk."""


class _Builder:
    """Turns events into values; one use."""

    def __init__(self, path: str, places: dict[tuple[Key, ...], tuple[int, int]] | None = None) -> None:
        self.path = path
        self.places = places
        self.findings: list[Finding] = []
        self.nodes = 0
        self.escapes = False

    def build(self, text: str) -> _Built:
        loader = _Loader(text)
        self.next = loader.get_event
        self.escapes = "\\" in text
        try:
            self.next()  # stream start
            event = self.next()
            if isinstance(event, yaml.StreamEndEvent):
                self._report("Y01", 0, 0, "文件里没有内容", "用 disclose new 生成一份样本再填写")
                return _Built(None, self.findings, broken=True)
            root = self._value(self.next(), ())
            self.next()  # document end
            event = self.next()
            if isinstance(event, yaml.DocumentStartEvent):
                mark: Any = event.start_mark
                message = "一个文件里写了好几份记录（有“---”分隔）"
                self._report("Y12", mark.line, mark.column, message, "每份记录存成一个文件，删掉“---”")
        except _LimitError as limit:
            self._report("Y04", 0, 0, str(limit), "把记录拆成几个文件，或者检查是不是存错了文件")
            return _Built(None, self.findings, broken=True, refused=True)
        except yaml.YAMLError as error:
            self.findings.append(wording.syntax_error(self.path, error, text))
            return _Built(None, self.findings, broken=True)
        finally:
            loader.dispose()
        return _Built(root, self.findings, broken=False)

    def _value(self, event: Any, route: tuple[Key, ...]) -> Value:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _LimitError(f"文件里的内容太多（超过{MAX_NODES}项）")
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            self._report("Y10", mark.line, mark.column, f"用了引用“*{event.anchor}”", "把要引用的内容原样再写一遍")
            return ""
        if event.anchor:
            self._report("Y10", mark.line, mark.column, f"用了锚点“&{event.anchor}”", "删掉“&”和后面的名字，内容直接写")
        if event.tag:
            self._report("Y11", mark.line, mark.column, f"用了标签“{event.tag}”", "删掉“!”开头的标签，只写内容")
        if self.places is not None and (isinstance(event, yaml.ScalarEvent) or route not in self.places):
            self.places[route] = (mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            if self.escapes:
                self._look_for_unseen(event)
            return str(event.value)
        if len(route) >= MAX_DEPTH:
            raise _LimitError(f"内容套得太深（超过{MAX_DEPTH}层）")
        return self._mapping(route) if isinstance(event, yaml.MappingStartEvent) else self._sequence(route)

    def _look_for_unseen(self, event: Any) -> None:
        """An escape ("\\x07") can bring in what may not stand in the file."""
        if unseen := UNSEEN.search(str(event.value)):
            mark = event.start_mark
            self.findings.append(wording.unseen_character(self.path, mark.line + 1, mark.column + 1, unseen[0]))

    def _sequence(self, route: tuple[Key, ...]) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*route, len(items))))
        return items

    def _mapping(self, route: tuple[Key, ...]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            mark = event.start_mark
            if not isinstance(event, yaml.ScalarEvent):
                self._value(event, (*route, ""))
                self._report("Y05", mark.line, mark.column, "冒号前面的名称只能是一个词", "检查这一行的冒号和括号")
                self._value(self.next(), (*route, ""))
                continue
            if self.escapes:
                self._look_for_unseen(event)
            key = str(event.value)
            if event.anchor or event.tag:
                self._report("Y10", mark.line, mark.column, f"“{key}”前面有“&”或“!”记号", "删掉记号，只写名称")
            inner = (*route, key)
            repeated = key in values
            if self.places is not None and not repeated:
                self.places[inner] = (mark.line + 1, mark.column + 1)
            value = self._value(self.next(), (*route, key, "重复") if repeated else inner)
            if repeated:
                self._report(
                    "Y09",
                    mark.line,
                    mark.column,
                    f"“{key}”写了两次（第{lines[key]}行已经有了）",
                    f"只留一个“{key}”，内容合到一起",
                )
                continue
            values[key] = value
            lines[key] = mark.line + 1
        return values

    def _report(self, code: str, line: int, column: int, message: str, remedy: str) -> None:
        self.findings.append(
            Finding(Span(self.path, line + 1, column + 1), code, Effect.WITHHOLD, message, remedy, wording.NOTE)
        )
