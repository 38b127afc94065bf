"""Looks through the files beside a record. The site shows what can be shown; rules tell what stands in the way of the others."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from generator.base.persons import private_names
from generator.media.medium import Medium, Paper, Unfit
from generator.records.attached import Attached
from generator.records.common import Attachment
from generator.records.lasting import lists
from generator.records.layout import is_attachment
from generator.records.read import Record
from generator.records.values import Unread
from generator.records.walk import Field, walk
from generator.rules.catalogue import catalogue
from generator.rules.privacy.mentions import in_office, masked_in
from generator.rules.rule import Around, Context, Scope
from generator.source.document import Document

_LISTED = Unfit("名单不放在PDF里：到期要撤下，PDF里撤不掉", "名单写进记录，PDF写“仅存纸质: 是”")


def with_attached(record: Record, files: frozenset[str], county: Around, context: Context) -> Record:
    """The record with its attachments, each looked through.

    Args:
        files: of its place, by path.
    """
    found = walk(record.body, _is_attachment)
    if not found:
        return record
    some: list[Attached] = []
    for route, _, attachment, part in found:
        with suppress(Unread):  # of a record that could be read only in part
            some.append(_looked_through(route, attachment, part, record, files, county, context))
    return replace(record, attached=tuple(some))


def _is_attachment(field: Field) -> bool:
    return field.model is Attachment


def _looked_through(
    route: tuple[str | int, ...],
    attachment: Attachment,
    part: object,
    record: Record,
    files: frozenset[str],
    county: Around,
    context: Context,
) -> Attached:
    day = vars(part).get("day")
    one = Attached(route, attachment, day if isinstance(day, date) else None)
    path = _found(attachment.file, record, files, context.place.folder) if attachment.file else None
    if path is None:
        return one
    digest = county.digest(path)
    if not digest:
        return replace(one, path=path)
    what = county.medium(path)
    if isinstance(what, Paper) and (lists(record.body) or any(map(masked_in, what.pages))):
        what = _LISTED
    one = replace(one, path=path, digest=digest, what=what)
    if isinstance(what, Unfit):
        return one
    seen = attachment.seen is not None and attachment.seen.day <= context.as_of
    return replace(
        one,
        personal=_personal(what, path, context),
        unlooked="" if seen else _to_look_at(what, record, context),
    )


def _found(file: str, record: Record, files: frozenset[str], home: str) -> str | None:
    """The attachment's path: under an attachments folder of the place, written from its folder or the record's."""
    paths = (posixpath.normpath(f"{folder}/{file}") for folder in (home, posixpath.dirname(record.path)))
    return next((path for path in paths if is_attachment(path) and path in files), None)


def _personal(what: Medium, path: str, context: Context) -> str:
    """What the privacy rules of texts say of a paper: the first thing, in the clerk's words."""
    if not isinstance(what, Paper):
        return ""
    lines: list[str] = [line for page in what.pages for line in page.splitlines() if line.strip()]
    document = Document(path, "\n".join(lines), {"附件": lines})
    rules = (rule for rule in catalogue().values() if rule.scope is Scope.DOCUMENT)
    return next((problem.message for rule in rules for problem in rule.check(document, context)), "")


def _to_look_at(what: Medium, record: Record, context: Context) -> str:
    """What no program can judge."""
    if not isinstance(what, Paper):
        return "照片"
    if what.unread:
        pages = "、".join(str(number) for number in what.unread[:5])
        return f"第{pages}{'…' if len(what.unread) > 5 else ''}页（是扫描的，或者有图）"
    office = in_office(record.document, context)
    return "里面写的人名" if any(name not in office for name in _names(what)) else ""


def _names(paper: Paper) -> Iterator[str]:
    return (name for page in paper.pages for line in page.splitlines() for name in private_names(line))
