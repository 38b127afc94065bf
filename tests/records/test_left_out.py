"""A record that holds only what it must: every kind is read, judged and shown, and nothing that was left out reads as 0 or as absent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from generator.pages.all import RECORD_PAGES
from generator.pages.record import record_page
from generator.poster.sheet import sheet_page
from generator.records.common import Kind, RecordBody
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.marks import Expected
from generator.records.walk import Field, fields
from tests.exports.model import files, village
from tests.support.desks import desk
from tests.support.village import HOME, judge

TEXT = {
    "文字": "某事", "金额": "10.00", "数": "1", "比例": "0.5", "整数": "1", "日期": "2026-09-01", "期间": "2026-09",
    "是否": "是", "网址": "notices/2026-10",
}  # fmt: skip


def least(model: type[BaseModel], *, parts: bool) -> dict[str, Any]:
    """The fields that a model must have.

    Args:
        parts: also one of each part inside it, each with what it must have.
    """
    return {one.name: value for one in fields(model) if (value := _value(one, parts=parts)) is not None}


def _value(field: Field, *, parts: bool) -> Any:
    must = field.default is not None and str(field.default) == "PydanticUndefined"
    if field.model is not None:
        if not (must or (parts and not field.inherited)):
            return None
        inner = least(field.model, parts=parts)
        return [inner] if field.many else inner
    if not must:
        return None
    return field.choices[0] if field.choices else TEXT[field.value]


def text_of(kind: Kind[Any], *, parts: bool) -> str:
    model = kind.model
    root = least(model, parts=parts)
    if kind.folder == "notices" or parts:
        root.pop("表格", None)
    return yaml.safe_dump(root | {"公开": {"公开日期": "2026-10-10"}}, allow_unicode=True, sort_keys=False)


def shown(folder: str, text: str) -> str:
    place = village({f"{folder}/2026-10": text})
    [entry] = place.of_kind(folder)
    own = desk(place)
    files(place)
    return RECORD_PAGES.get(folder, record_page)(own, entry).main + sheet_page(own, entry, "A4")


@pytest.mark.parametrize("parts", [False, True], ids=["bare", "with parts"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_kind_is_read_judged_and_shown(kind: Kind[Any], parts: bool) -> None:
    text = text_of(kind, parts=parts)
    path = f"{HOME}/{kind.folder}/2026-10.yml"
    judged = judge({path: text})
    assert not [f"{one.span} {one.message}" for one in judged.findings if one.span.path == path and one.code == "S01"]
    page = shown(kind.folder, text)
    assert "None" not in page


def _expected(kind: Kind[Any]) -> Iterator[Field]:
    model: type[RecordBody] = kind.model
    return (one for one in fields(model) if (mark := one.mark(Expected)) and not mark.once)


LOOKED_FOR = [kind for kind in KINDS if any(_expected(kind))]


@pytest.mark.parametrize("kind", LOOKED_FOR, ids=lambda kind: kind.folder)
def test_what_is_looked_for_is_asked_for_and_said(kind: Kind[Any]) -> None:
    """S06 names each such field once, and the page says that it is not written."""
    text = text_of(kind, parts=False)
    path = f"{HOME}/{kind.folder}/2026-10.yml"
    asked = [one.message for one in judge({path: text}).findings if one.span.path == path and one.code == "S06"]
    for field in _expected(kind):
        assert any(field.name in message for message in asked), field.name
    assert "没有写" in shown(kind.folder, text)


def test_no_count_is_not_nothing() -> None:
    """An audit without findings listed does not say that there were none; an election without votes not that nobody voted."""
    audit = BY_FOLDER["audits"]
    assert "0个" not in shown("audits", text_of(audit, parts=False))
    assert "没有发现问题" in shown("audits", text_of(audit, parts=False) + "没有发现问题: 是\n")
    page = shown("elections", text_of(BY_FOLDER["elections"], parts=False))
    assert "0人" not in page
