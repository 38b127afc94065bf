"""The form of every kind: only marks where facts go, and the sample's facts make a record of it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.base.finding import Finding
from generator.records.form import form
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.layout import Address, Place
from generator.records.read import read_record
from generator.records.walk import walk
from generator.source.document import Document, parse
from tests.support.village import judge

MARK = re.compile("〔[填选]：")
PLACES = {"village": Place("shidu", "liuwan"), "township": Place("shidu")}

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
each_level = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)


def marks(text: str) -> set[tuple[int, int]]:
    """Lines and columns of all marks of a form, its comments left out."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if not line.lstrip().startswith("#")]
    return {(number, match.start() + 1) for number, line in lines for match in MARK.finditer(line)}


def places(finding: Finding) -> set[tuple[int, int]]:
    return {(span.line, span.column) for span in finding.spans}


@every_kind
@each_level
def test_nothing_is_told_but_the_marks(kind: Any, place: Place) -> None:
    """The form in its place: one finding with every mark, and all else as if the file were not there."""
    address, text = Address(place, kind.folder, "2026-10"), form(kind)
    read = read_record(address, text.encode())
    assert read.record is None
    (finding,) = read.findings
    assert (finding.code, places(finding)) == ("Y20", marks(text))
    without = [found for found in judge({}).findings if found.span.path != address.path]
    assert [*judge({address.path: text}).findings] == [finding, *without]


@every_kind
def test_the_sample_fills_the_form(kind: Any) -> None:
    """With the sample's facts in place of the marks it reads as the sample does, as far as it goes."""
    address = Address(PLACES["village"], kind.folder, "2026-10")
    blank, sample = (parse("", text.encode()).document for text in (form(kind), kind.sample))
    assert blank is not None
    assert sample is not None
    text = filled(form(kind), blank, sample)
    assert not MARK.search(re.sub("(?m)^ *#.*$", "", text))
    read = read_record(address, text.encode())
    assert read.findings == ()
    assert read.record is not None
    full = read_record(address, kind.sample.encode()).record
    assert full is not None
    known = {(found.field.name, str(found.value)) for found in walk(full.body, is_value)}
    assert {(found.field.name, str(found.value)) for found in walk(read.record.body, is_value)} <= known
    assert {name for name, _ in known} == {found.field.name for found in walk(read.record.body, is_value)}


def is_value(field: Any) -> bool:
    return field.model is None


def filled(text: str, blank: Document, sample: Document) -> str:
    """The form with the sample's facts: a value that is not in the first item is that of the first which has it."""
    lines = text.split("\n")
    for route in reversed(list(routes(blank.root))):
        span = blank.span(route)
        if MARK.match(lines[span.line - 1], span.column - 1):
            raw = lines[span.line - 1][: span.column - 1] + one_line(value_at(sample.root, route))
            lines[span.line - 1] = raw
        elif lines[span.line - 1].endswith("|"):
            value = value_at(sample.root, route)
            lines[span.line] = "\n".join(
                f"{' ' * indent(lines[span.line])}{line}" for line in value.strip().split("\n")
            )
    return "\n".join(lines)


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def one_line(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def routes(value: Any, route: tuple[str | int, ...] = ()) -> Any:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, str):
        yield route
    for key, one in inner:
        yield from routes(one, (*route, key))


def value_at(value: Any, route: tuple[str | int, ...]) -> Any:
    if not route:
        return value
    key, *rest = route
    if isinstance(key, int) and isinstance(value[0], dict):
        for item in value[key:]:
            try:
                return value_at(item, tuple(rest))
            except KeyError:
                continue
        raise KeyError(rest)
    return value_at(value[key], tuple(rest))


@every_kind
def test_a_clerk_can_fill_it(kind: Any) -> None:
    """One value a line and no brackets of YAML, which a comma breaks; short lines, and not too many."""
    text = form(kind)
    assert not re.search(r"[\[\]{}]|[:-] +'|(?<=\S) +#", text)
    assert len(text.splitlines()) <= 90
    assert max(map(len, text.splitlines())) <= 80
    assert text.startswith(f"# {kind.name}。")


@every_kind
def test_what_may_go_can_go(kind: Any) -> None:
    """Without the lines and blocks that may be deleted nothing is told but the marks that are left."""
    text = re.sub(r"(?m)^( *)# .*没有就整段删掉.*\n\1\S.*\n(?:\1 .*\n)*", "", form(kind))
    text = re.sub(r"(?m)^.*(?:没有就删〕|\|\n.*没有就连上面一行一起删〕)\n", "", text)
    assert len(text) < len(form(kind))
    (finding,) = read_record(Address(PLACES["village"], kind.folder, "x"), text.encode()).findings
    assert (finding.code, places(finding)) == ("Y20", marks(text))


def test_the_forms_cover_the_kinds() -> None:
    """The marks say what, how and which: from the description, the type, the unit and the choices."""
    text = form(BY_FOLDER["finance"])
    for line in (
        "期间: 〔填：期间，例如 2026-10〕",
        "  - 收支: 收入",
        "  - 收支: 支出",
        "    金额: 〔填：金额，元，例如 5600.00〕",
        "    对方类别: 〔选：单位、个人、多人；没有就删〕",
        "    对方: 〔填：付给谁，或者谁交来，个人写成王某某，例如 李某某；没有就删〕",
        "# 还可以写币种、合计、科目汇总、资金、实物、表格、发布单位、相关、附件、说明、原地址",
    ):
        assert line in text.splitlines()
