"""Turns a document into a typed record, or finds every problem of the file in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.finding import Finding
from generator.records.attached import Attached
from generator.records.common import Kind, RecordBody
from generator.records.kinds import BY_FOLDER
from generator.records.layout import Address
from generator.records.misread import NOTE, Misread
from generator.records.partly import partly
from generator.source import unfilled
from generator.source.document import Document, Value, parse

__all__ = ["NOTE", "Read", "Record", "read_record", "typed"]

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Record:
    """A typed record, with its address."""

    address: Address
    body: Any
    """An instance of the kind's model, such as `Finance` in records/kinds/finance.py."""
    document: Document
    online: date | None = None
    """The day on which it was first published, where that was after the day it claims."""
    attached: tuple[Attached, ...] = ()
    """The files beside it. Rules fill it in (`rules.vetting`), for a file alone tells nothing of others."""

    @property
    def kind(self) -> Kind[Any]:
        return BY_FOLDER[self.address.kind]

    @property
    def path(self) -> str:
        return self.address.path

    @property
    def published_files(self) -> tuple[Attached, ...]:
        """The photos and papers that are published with it."""
        return tuple(one for one in self.attached if one.is_public)

    @property
    def public_since(self) -> date:
        """From when everybody could read it: the day it claims, or a later one that the ledger knows."""
        claimed: date = self.body.publication.day
        return max(claimed, self.online) if self.online else claimed

    @property
    def title(self) -> str:
        return self.kind.title(self.body)


@dataclass(frozen=True, slots=True)
class Read:
    """The result of reading one file: the record if it could be typed, and all findings."""

    record: Record | None
    findings: tuple[Finding, ...]
    document: Document | None
    """Whatever could be parsed, for the privacy rules, which look at files that are no records too."""
    rest: Record | None = None
    """Where it could not be typed: what could be read of it, for the rules that need no more. Never published."""
    is_draft: bool = False
    """It has no 公开日期 (草稿). There is no `record` then, so that nothing of it can be published; only `rest`."""


def read_record(address: Address, data: bytes) -> Read:
    """Parse and type one record file. Never raises for bad data."""
    parsed = parse(address.path, data)
    document = parsed.document
    if document is None:
        return Read(None, parsed.findings, None)
    model = BY_FOLDER[address.kind].model
    body, findings, rest, is_draft = _typed(document, model, address.name)
    is_draft = is_draft and not parsed.findings  # a file that is broken may have lost its 公开日期 by that
    findings = (*parsed.findings, *findings)
    if body is None:
        return Read(None, findings, document, Record(address, rest, document) if rest else None, is_draft)
    assert isinstance(body, RecordBody)
    return Read(Record(address, body, document), findings, document)


def typed(document: Document, model: type[M], name: str = "") -> tuple[M | None, tuple[Finding, ...]]:
    """Type a document with `model`; every problem comes back as a finding with its place and, mostly, its correction.

    Args:
        name: of the file; its year stands in for one that a day lacks.
    """
    body, findings, *_ = _typed(document, model, name)
    return body, findings


def _typed(document: Document, model: type[M], name: str) -> tuple[M | None, tuple[Finding, ...], M | None, bool]:
    """The model; or what is wrong, as much of the model as could be read, and whether it is a draft."""
    year = re.match(r"[0-9]{4}", name)
    context = {"year": int(year[0]) if year else None}
    if document.filled:
        try:
            return model.model_validate(document.root, context=context), (), None, False
        except ValidationError:
            pass  # what is wrong is told below, on a copy that may be mended
    empty: list[tuple[str | int, ...]] = []
    root = without_blanks(document.root, empty)
    misread = Misread(document, model, root)
    nameless = misread.unknown_and_empty(empty) if empty else []
    try:
        body = model.model_validate(root, context=context)
        if not document.marked:
            return body, tuple(nameless), None, False
        again = False
    except ValidationError as error:
        if not (again := misread.parted()):
            misread.note(error)
            again = misread.renamed() or misread.supposed()
    while again:  # what stands under a misspelt name, or behind a wrong comma, is looked at in its right place
        try:
            model.model_validate(misread.root, context=context)
            break
        except ValidationError as error:
            misread.note(error)
            again = misread.renamed() or misread.supposed()
    findings = (*nameless, *misread.findings())
    if document.marked:
        misread.troubles.update(dict.fromkeys(unfilled.routes_in(misread.root)))
    return None, findings, partly(model, misread.root, misread.troubles, context), misread.is_draft


def without_blanks(value: Value, empty: list[tuple[str | int, ...]], route: tuple[str | int, ...] = ()) -> Any:
    """A key with nothing after it counts as not written; cells of lists stay.

    Args:
        empty: filled with the routes of such keys.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        kept: dict[str, Any] = {}
        for key, inner in value.items():
            if not isinstance(inner, str):
                kept[key] = without_blanks(inner, empty, (*route, key))
            elif inner and not inner.isspace():
                kept[key] = inner
            else:
                empty.append((*route, key))
        return kept
    return [
        inner if isinstance(inner, str) else without_blanks(inner, empty, (*route, at))
        for at, inner in enumerate(value)
    ]
