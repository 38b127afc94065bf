"""Turns a document into a typed record, or finds every problem of the file in one pass."""

from __future__ import annotations

import re
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.digest import digest_of
from generator.base.finding import Effect, Finding, Key
from generator.base.suggest import closest
from generator.records.common import Kind, RecordBody
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address
from generator.records.walk import fields
from generator.source.document import MAX_PROBLEMS, Document, Value, parse
from generator.source.lookalikes import glued, slip_at

M = TypeVar("M", bound=BaseModel)
NOTE = "这份记录有几处填写不合规，正在更正。"


@dataclass(frozen=True, slots=True)
class Record:
    """A typed record, with its address and the digest of its file."""

    address: Address
    body: Any
    """An instance of the kind's model, such as `Finance` in records/kinds/finance.py."""
    document: Document
    digest: str

    @property
    def kind(self) -> Kind[Any]:
        return BY_FOLDER[self.address.kind]

    @property
    def path(self) -> str:
        return self.address.path

    @property
    def title(self) -> str:
        return self.kind.title(self.body)


@dataclass(frozen=True, slots=True)
class Read:
    """The result of reading one file: the record if it could be typed, and all findings."""

    record: Record | None
    findings: tuple[Finding, ...]
    document: Document | None
    """What could be parsed. The privacy rules check it even if it is no valid record."""


def read_record(address: Address, data: bytes) -> Read:
    """Parse and type one record file. Never raises for bad data."""
    parsed = parse(address.path, data)
    if parsed.document is None:
        return Read(None, parsed.findings, None)
    body, findings = typed(parsed.document, BY_FOLDER[address.kind].model, address.name)
    findings = (*parsed.findings, *findings)
    if body is None:
        return Read(None, findings, parsed.document)
    assert isinstance(body, RecordBody)
    return Read(Record(address, body, parsed.document, digest_of(data)), findings, parsed.document)


def typed(document: Document, model: type[M], name: str = "") -> tuple[M | None, tuple[Finding, ...]]:
    """Type a document with `model`. Every problem becomes a finding S01 with its place."""
    year = re.match(r"[0-9]{4}", name)
    context = {"year": int(year[0]) if year else None}
    try:
        return model.model_validate(without_blanks(document.root), context=context), ()
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=True)[:MAX_PROBLEMS]
        return None, tuple(_finding(document, model, problem) for problem in _without_echo(document, model, problems))


def _without_echo(document: Document, model: type[BaseModel], problems: Sequence[Any]) -> list[Any]:
    """The findings for misspelt names without those for the right names, which are missing only because of that."""
    unknown = [problem["loc"] for problem in problems if problem["type"] == "extra_forbidden"]
    meant = {(*route[:-1], _meant(document, model, route)) for route in unknown}
    return [problem for problem in problems if problem["type"] != "missing" or problem["loc"] not in meant]


def _meant(document: Document, model: type[BaseModel], route: Sequence[Key]) -> str | None:
    """The name that an unknown one probably stands for."""
    written = _at(document.root, route[:-1])
    return closest(str(route[-1]), [name for name in _known_keys(model, route[:-1]) if name not in written])


def without_blanks(value: Value) -> Value:
    """A key without a value counts as not written, unless its content slipped out of it. Cells of lists stay."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        kept: dict[str, Value] = {}
        for key, inner in value.items():
            if not isinstance(inner, str):
                kept[key] = without_blanks(inner)
            elif (inner and not inner.isspace()) or ":" in key or "：" in key:
                kept[key] = inner
        return kept
    return [inner if isinstance(inner, str) else without_blanks(inner) for inner in value]


def _finding(document: Document, model: type[BaseModel], problem: Any) -> Finding:
    route: list[Key] = list(problem["loc"])
    known = _known_keys(model, route[:-1])
    last = str(route[-1]) if route else ""
    given = problem["input"]
    said = f"“{given[:30]}”" if isinstance(given, str) else "这里"
    context = problem.get("ctx", {})
    match problem["type"]:
        case "value":
            message, remedy = context["said"], context["remedy"]
        case "missing":
            message, remedy = f"缺少“{last}”", f"补上一行“{last}: …”"
        case "extra_forbidden":
            meant = _meant(document, model, route)
            message = f"不认识“{last}”这一项"
            remedy = f"是不是“{meant}”？改过来" if meant else f"这里可以写：{'、'.join(known)}"
        case "literal_error":
            choices = re.findall(r"'([^']*)'", context["expected"])
            meant = closest(said.strip("“”"), choices)
            message = f"“{last}”不能写{said}"
            remedy = (f"是不是“{meant}”？" if meant else "") + f"可以写：{'、'.join(choices)}"
        case "model_type" | "dict_type" | "model_attributes_type":
            message, remedy = f"“{last}”下面应该是几行“名称: 内容”", "另起一行，缩进 2 个空格，一行写一项"
        case "tuple_type" | "list_type":
            message, remedy = f"“{last}”应该是一张单子", "另起一行，缩进 2 个空格，每一条前面加“- ”"
        case "string_pattern_mismatch":
            message, remedy = f"“{last}”的写法不对：{said}", "照样本的格式填写，位数要够"
        case "too_short":
            message, remedy = f"“{last}”里一条也没有", "至少写一条，没有的话整项删掉"
        case "too_long":
            message, remedy = f"“{last}”太多了", "拆成几份记录"
        case "less_than_equal":
            message, remedy = f"“{last}”太大：{said}", "写成小数，例如百分之九十五写 0.95"
        case _:
            message, remedy = f"“{last}”的内容不对", "照 disclose new 的样本填写"
    span = document.span(route)
    if slip := slip_at(document.path, document.text, span.line) or glued(span, last, known):
        return slip
    return Finding(span, "S01", Effect.WITHHOLD, message, remedy, NOTE)


def _at(root: Value, route: Sequence[Key]) -> Value:
    value: Any = root
    for key in route:
        value = value[key]
    return typing.cast("Value", value)


def _known_keys(model: type[BaseModel], route: Sequence[Key]) -> list[str]:
    """The Chinese names that may stand at a place of a model."""
    current = model
    for key in route:
        if isinstance(key, int):
            continue
        inner = next((field.model for field in fields(current) if field.name == key), None)
        if inner is None:
            return []
        current = inner
    return [field.name for field in fields(current)]
