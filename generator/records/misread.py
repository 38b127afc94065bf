"""Pydantic's errors → findings in the clerk's words, with the corrected text where the intention is clear."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.base.finding import Effect, Finding, Fix, Key
from generator.base.suggest import closest
from generator.base.written import Meant
from generator.records.common import RecordBody
from generator.records.tables import Column
from generator.records.values import GLUE, NO_TEXT, Name, model_in
from generator.source import unfilled
from generator.source.document import MAX_PROBLEMS, Document
from generator.source.lookalikes import slip_at
from generator.source.raw_lines import as_value, quoted

NOTE = "这份记录有几处填写不合规，正在更正。"
Route = tuple[Key, ...]
UNDATED: frozenset[Route] = frozenset({("公开",), ("公开", "公开日期")})
"""Where nothing is written in a draft."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A finding in the making."""

    message: str
    remedy: str
    meant: Meant | None = None
    """What to read in its place."""
    fix: str = ""
    """The same as it is to stand in the file, if that differs."""
    code: str = "S01"


class Misread:
    """What is wrong with one document as a `model`; used while it is read."""

    def __init__(self, document: Document, model: type[BaseModel], root: Any) -> None:
        self.document = document
        self.model = model
        self.root = root
        """As it can be read on: misspelt names replaced."""
        self.names: dict[Route, str] = {}
        """Route with the right name → the name as written."""
        self.troubles: dict[Route, str | None] = {}
        """For `partly`."""
        self.found: dict[tuple[Route, str], Finding] = {}
        self.settled: set[Route] = set()
        """Where `root` holds what was meant."""
        self.is_draft = False
        """A record without 公开日期, which is not meant to be public yet."""

    def note(self, error: ValidationError) -> None:
        """Keep what an attempt to read it said."""
        given = error.errors(include_url=False, include_input=True)
        problems = [one for one in given if not (self._is_unfilled(one) or _is_echo(one))]
        unknown = {tuple(problem["loc"]) for problem in problems if problem["type"] == "extra_forbidden"}
        meant = {(*route[:-1], self._meant(route)) for route in unknown}
        for problem in problems[:MAX_PROBLEMS]:
            route: Route = tuple(problem["loc"])
            if problem["type"] == "missing":
                self.troubles.setdefault(route, None)
                if route in meant or not self.document.whole:
                    continue  # a misspelt name is one problem; what was left out is told already
                if route in UNDATED and issubclass(self.model, RecordBody):
                    self.is_draft = True
                    continue
            said = self._said(problem["type"], route, problem["input"], problem.get("ctx", {}))
            if problem["type"] != "extra_forbidden":
                self.troubles[route] = said.meant.text.replace('""', "") if said.meant else None
            self.found.setdefault((route, problem["type"]), self._finding(route, said))

    def _is_unfilled(self, problem: Mapping[str, Any]) -> bool:
        """A mark of a form stands there, which is told already."""
        if not self.document.marked:
            return False
        about = problem["loc"][-1] if problem["type"] == "extra_forbidden" else problem["input"]
        return isinstance(about, str) and unfilled.is_left(about)

    def findings(self) -> list[Finding]:
        """All that was noted."""
        return list(self.found.values())[:MAX_PROBLEMS]

    def renamed(self) -> bool:
        """Put the right name in place of each misspelt one in `root`; whether there was any."""
        unknown = [route for route, problem in self.found if problem == "extra_forbidden"]
        done = False
        for route in unknown:
            holder = self._at(route[:-1])
            if not isinstance(holder, dict) or route[-1] not in holder:
                continue
            meant, value = self._meant(route), holder.pop(str(route[-1]))
            done = True
            if meant:
                holder[meant] = value
                self.names[(*route[:-1], meant)] = str(route[-1])
                self.troubles.pop((*route[:-1], meant), None)
        return done

    def supposed(self) -> bool:
        """Put what was meant in place of what could not be read, so that what is asked of a whole part is asked as well;
        whether there was any. A setting of a column that cannot be read is left out for that."""
        done = False
        for route, meant in self.troubles.items():
            if route in self.settled or not route:
                continue
            self.settled.add(route)
            holder: Any = self._at(route[:-1])
            if meant is not None:
                holder[route[-1]] = meant
                done = True
            elif isinstance(holder, dict) and route[-1] in holder and self._model(route[:-1]) is Column:
                del holder[str(route[-1])]
                done = True
        return done

    def parted(self) -> bool:
        """Part names that full-width commas joined to the value before, as in `{收支: 支出，金额：300}`; whether any were."""
        return self._part(self.root, ())

    def _part(self, value: Any, route: Route) -> bool:
        if isinstance(value, list):
            return sum(self._part(inner, (*route, at)) for at, inner in enumerate(value)) > 0
        if not isinstance(value, dict):
            return False
        done = sum(self._part(inner, (*route, key)) for key, inner in value.items()) > 0
        absent = [name for name in self._known(route) if name not in value]
        joint = re.compile(rf"\s*[，；、]\s*({'|'.join(map(re.escape, absent))})\s*[：:]\s*") if absent else None
        for key, inner in list(value.items()):
            if joint and isinstance(inner, str) and self.document.raw((*route, key))[1] and joint.search(inner):
                first, *rest = joint.split(inner)
                pairs = dict(zip(rest[::2], rest[1::2], strict=True))
                mended = ", ".join([first, *(f"{name}: {as_value(text, flow=True)}" for name, text in pairs.items())])
                said = f"“{rest[0]}”前面用了全角逗号，连到“{key}”里去了"
                self.found[(*route, key), "parted"] = self._finding(
                    (*route, key), _Said(said, f"改成英文逗号和冒号，后面空一格：{mended}", fix=mended, code="Y07")
                )
                value.update({key: first, **pairs})
                done = True
        return done

    def unknown_and_empty(self, empty: Sequence[Route]) -> list[Finding]:
        """Names that nobody knows and that have nothing after them."""
        found = []
        for route in empty:
            known = self._known(route[:-1])
            if known and route[-1] not in known and not unfilled.is_left(str(route[-1])):
                found.append(self._finding(route, self._unknown(route)))
        return found

    def _finding(self, route: Route, said: _Said) -> Finding:
        written = self._written(route)
        span = self.document.span(written)
        if said.code == "S01" and (slip := slip_at(self.document.path, self.document.text, span.line)):
            return slip
        fixes: tuple[Fix, ...] = ()
        if said.meant or said.fix:
            certain = bool(said.meant and said.meant.certain)
            fixes = self.document.fix(written, said.fix or (said.meant.text if said.meant else ""), certain=certain)
        return replace(Finding(span, said.code, Effect.WITHHOLD, said.message, said.remedy, NOTE), fixes=fixes)

    def _said(self, problem: str, route: Route, given: Any, context: dict[str, Any]) -> _Said:
        last = next((str(key) for key in reversed(route) if isinstance(key, str)), "")
        shown = f"“{given[:30]}”" if isinstance(given, str) else "这里"
        match problem:
            case "value":
                meant: Meant | None = context["meant"]
                if context["said"] == NO_TEXT:
                    return self._bracket(route, context["said"], context["remedy"])
                fix = self._in_brackets(route, given) if context["code"] == "Y07" else ""
                return _Said(context["said"], context["remedy"], meant, fix, context["code"])
            case "missing":
                return _Said(f"缺少“{last}”", f"补上一行“{last}: …”")
            case "extra_forbidden":
                return self._unknown(route)
            case "literal_error":
                return self._choice(last, given, shown, re.findall(r"'([^']*)'", context["expected"]))
            case "string_type":
                return self._bracket(route, f"“{last}”里有一项不是一段文字", "用英文引号把这一项括起来")
            case "model_type" | "dict_type" | "model_attributes_type":
                return _Said(f"“{last}”下面应该是几行“名称: 内容”", "另起一行，缩进 2 个空格，一行写一项")
            case "tuple_type" | "list_type":
                return self._list(route, last, given)
            case "string_pattern_mismatch":
                return _Said(f"“{last}”的写法不对：{shown}", "照 disclose new 的空表填写，位数要够")
            case "too_short":
                return _Said(f"“{last}”里一条也没有", "至少写一条，没有的话整项删掉")
            case "too_long":
                return _Said(f"“{last}”太多了", "拆成几份记录")
            case "less_than_equal":
                return _Said(f"“{last}”太大：{shown}", "写成小数，例如百分之九十五写 0.95")
        return _Said(f"“{last}”的内容不对", "照 disclose new 的空表填写")

    def _unknown(self, route: Route) -> _Said:
        known, meant = self._known(route[:-1]), self._meant(route)
        remedy = f"是不是“{meant}”？改过来" if meant else f"这里可以写：{'、'.join(known)}"
        return _Said(f"不认识“{route[-1]}”这一项", remedy)

    def _choice(self, last: str, given: Any, shown: str, choices: list[str]) -> _Said:
        meant = closest(given, choices) if isinstance(given, str) else None
        remedy = (f"是不是“{meant}”？" if meant else "") + f"可以写：{'、'.join(choices)}"
        return _Said(f"“{last}”不能写{shown}", remedy, fix=meant or "")

    def _bracket(self, route: Route, message: str, remedy: str) -> _Said:
        """Brackets where a text belongs: a text that begins with one."""
        raw, _ = self.document.raw(self._written(route))
        if not raw:
            return _Said(message, remedy)
        said = f"内容以“{raw[0]}”开头，会被当成一张单子"
        return _Said(said, f"用英文引号把整段内容括起来：{quoted(raw)}", Meant(raw), quoted(raw))

    def _list(self, route: Route, last: str, given: Any) -> _Said:
        message, remedy = f"“{last}”应该是一张单子", "另起一行，缩进 2 个空格，每一条前面加“- ”"
        if not isinstance(given, str) or "\n" in given:
            return _Said(message, remedy)
        if given.startswith("-"):
            return _Said("“-”后面没有空格", f"每一条前面写“-”，后面空一格，例如：- {given.split()[0].lstrip('-')}")
        bare = given.strip("【】［］")
        parts = GLUE.split(bare) if bare != given or self._is_names(route) else [given]
        if model_in(self._annotation(route)) is not None:
            return _Said(message, remedy)
        fix = f"[{', '.join(as_value(part, flow=True) for part in parts if part)}]"
        return _Said(message, f"改成：{fix}", fix=fix)

    def _in_brackets(self, route: Route, given: str) -> str:
        """Several items instead of one, where they stand between brackets."""
        _, inside = self.document.raw(self._written(route))
        return ", ".join(part for part in GLUE.split(given) if part) if inside else ""

    def _is_names(self, route: Route) -> bool:
        return Name in _inner(self._annotation(route))

    def _annotation(self, route: Route) -> Any:
        """Of the field at a route."""
        model = self._model(route[:-1])
        field = next((f for f in model.model_fields.values() if f.alias == route[-1]), None) if model else None
        return field.annotation if field else None

    def _written(self, route: Route) -> Route:
        """The route with the names as they stand in the file."""
        return tuple(self.names.get(route[: depth + 1], key) for depth, key in enumerate(route))

    def _at(self, route: Route) -> Any:
        value: Any = self.root
        for key in route:
            value = value[key]
        return value

    def _meant(self, route: Route) -> str | None:
        """The name that an unknown one probably stands for."""
        written = self._at(route[:-1])
        return closest(str(route[-1]), [name for name in self._known(route[:-1]) if name not in written])

    def _known(self, route: Route) -> list[str]:
        """The Chinese names that may stand at a place of the model."""
        model = self._model(route)
        return [field.alias or name for name, field in model.model_fields.items()] if model else []

    def _model(self, route: Route) -> type[BaseModel] | None:
        current: type[BaseModel] | None = self.model
        for key in route:
            if isinstance(key, int) or current is None:
                continue
            field = next((f for f in current.model_fields.values() if f.alias == key), None)
            current = model_in(field.annotation) if field else None
        return current


def _is_echo(problem: Mapping[str, Any]) -> bool:
    """A list is called too short only because its items could not be read, which is told at each of them."""
    return problem["type"] == "too_short" and bool(len(problem["input"]) >= problem["ctx"]["min_length"])


def _inner(annotation: Any) -> tuple[Any, ...]:
    return (annotation, *(one for part in getattr(annotation, "__args__", ()) for one in _inner(part)))
