"""The form that a clerk fills: a kind's sample with a mark wherever a fact goes, one value a line.

It is made from the model and the sample alone. The reader refuses every mark that is left (rule Y20).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from generator.records.common import Kind
from generator.records.marks import Expected, Person
from generator.records.tables import Column, Table
from generator.records.walk import Field, ValueType, fields
from generator.source.document import parse
from generator.source.raw_lines import as_value

_WHAT: dict[ValueType, str] = {"金额": "金额", "日期": "日期", "期间": "期间", "比例": "小数", "网址": "记录的位置"}
"""What is asked for, where the field's name or description does not say it better."""
_LONGEST_EXAMPLE = 16
_LONGEST_CHOICES = 48
_LONGEST_LINE = 70
_IF_NONE = "没有就删"
Written = Mapping[str, Any]
ASK = None
"""In what is known of an item: this has to be filled in."""


def form(kind: Kind[Any], known: Written = MappingProxyType({})) -> str:
    """The form of a kind, ready to be saved: block style throughout, and not valid until every mark is replaced.

    Args:
        known: what is filled in already, by the names of fields. An item of a list has all that is to be asked for.
    """
    sample = parse("", kind.sample.encode()).document
    assert sample is not None
    lines = [
        f"# {kind.name}。把每个〔〕连括号一起换成真的内容，左边的名称和空格不要动。",
        f"# 写着“{_IF_NONE}”的，没有这回事就把那一行删掉。填完运行 disclose check，漏了哪里会告诉你。",
        *_part(kind.model, [sample.root], "", known=known),
    ]
    if more := _others(kind.model, [sample.root]):
        lines += (f"# {line}" for line in _folded(f"还可以写{more}"))
    return "\n".join(lines) + "\n"


def _folded(text: str) -> Iterator[str]:
    """The lines of a long comment, broken behind a mark."""
    while len(text) > _LONGEST_LINE:
        end = text.rindex("、", 0, _LONGEST_LINE) + 1
        yield text[:end]
        text = text[end:]
    yield text


def _part(
    model: type[BaseModel],
    written: Sequence[Written],
    indent: str,
    kept: str = "",
    known: Written = MappingProxyType({}),
) -> Iterator[str]:
    """The lines of one part; the model's own fields before those that every record has.

    Args:
        written: the sample's items. What any of them has is asked for.
        kept: the name of the field whose value says which item this is.
        known: what is filled in already.
    """
    for field in sorted(fields(model), key=lambda field: field.inherited):
        found = [one[field.name] for one in written if field.name in one]
        if not found and field.name not in known:
            continue
        given = known.get(field.name, ASK)
        if isinstance(given, str):
            yield f"{indent}{field.name}: {as_value(given)}"
            continue
        if field.model is None and not field.many:
            must = _is_must(model, field)
            yield from (
                [f"{indent}{kept}: {found[0]}"]
                if field.name == kept
                else _single(field, found[0] if found else "", indent, must)
            )
            continue
        if said := _about(model, field, found):
            yield f"{indent}# {field.name}：{said}"
        yield f"{indent}{field.name}:"
        if field.model is None:
            yield from (f"{indent}  - {as_value(one)}" for one in given or ())
            if not given:
                yield f"{indent}  - {_mark(field, found[0][0])}"
        elif not field.many:
            yield from _part(field.model, found, f"{indent}  ", known=given or {})
        elif given:
            for item in given:
                asked = [{name: one[name] for name in one if name in item} for some in found for one in some]
                yield from _dashed(list(_part(field.model, asked, f"{indent}    ", known=item)), f"{indent}  ")
        else:
            yield from _items(field.model, [item for items in found for item in items], f"{indent}  ")


def _single(field: Field, value: str, indent: str, must: bool) -> Iterator[str]:
    mark = _mark(field, value, must=must)
    if "\n" in value:
        yield f"{indent}{field.name}: |"
        yield f"{indent}  {mark.replace(_IF_NONE, '没有就连上面一行一起删')}"
    else:
        yield f"{indent}{field.name}: {mark}"


def _is_must(model: type[BaseModel], field: Field) -> bool:
    """A record without it cannot be read, or people look for it. `Field.required` is about what the public sees."""
    return model.model_fields[field.attribute].is_required() or field.has(Expected)


def _about(model: type[BaseModel], field: Field, found: Sequence[Any]) -> str:
    """What to know of several lines that belong together."""
    said = []
    if field.many:
        said.append("可以再加一项，从“-”起照抄" if field.model is not None else "可以再加一行，前面写“-”")
    if not _is_must(model, field):
        said.append("没有就整段删掉")
    if field.model is not None:
        inner = [item for items in found for item in items] if field.many else found
        if _are_named(field.model, inner):
            said.append("没有哪一项，就删掉那一项")
        if more := _others(field.model, inner):
            said.append(f"还可以写{more}")
    return "；".join(said)


def _items(model: type[BaseModel], items: Sequence[Written], indent: str) -> Iterator[str]:
    if model is Table:
        yield from _dashed(list(_table(items[0], f"{indent}  ")), indent)
        return
    if _are_named(model, items):
        for item in items:
            yield from _dashed(list(_part(model, [item], f"{indent}  ", fields(model)[0].name)), indent)
    else:
        yield from _dashed(list(_part(model, items, f"{indent}  ")), indent)


def _are_named(model: type[BaseModel], items: Sequence[Written]) -> bool:
    """Whether each item stands for itself, such as the steps of a decision: its first field is a choice, each time another."""
    first = fields(model)[0]
    names = {item.get(first.name) for item in items}
    return bool(first.choices) and first.required and 1 < len(items) == len(names)


def _dashed(lines: Sequence[str], indent: str) -> Iterator[str]:
    """The lines of an item behind a dash, which stands alone where its first line may be deleted."""
    head, *rest = lines
    if head.lstrip().startswith("#") or _IF_NONE in head:
        yield f"{indent}-"
        yield from lines
    else:
        yield f"{indent}- {head.lstrip()}"
        yield from rest


def _table(written: Written, indent: str) -> Iterator[str]:
    """A table with its columns as they stand, one row of marks, and the total where there is one."""
    columns = [Column.model_validate(column) for column in written["列"]]
    for field in fields(Table):
        if field.name not in written:
            continue
        if field.model is None and not field.many:
            yield from _single(field, written[field.name], indent, must=False)
        elif field.model is Column:
            yield f"{indent}# 列：照你的表改，可以增减"
            yield f"{indent}{field.name}:"
            for column in written[field.name]:
                yield from _dashed([f"{indent}    {name}: {value}" for name, value in column.items()], f"{indent}  ")
        elif field.required:
            yield f"{indent}# 行：每行的格数和列数一样多；可以再加一行，从单独的“-”起照抄"
            yield f"{indent}{field.name}:"
            yield f"{indent}  -"
            yield from (f"{indent}    - {cell}" for cell in _cells(columns, written[field.name][0]))
        else:
            yield f"{indent}# {field.name}：没有就整段删掉"
            yield f"{indent}{field.name}:"
            yield from (f"{indent}  - {cell}" for cell in _cells(columns, written[field.name], total=True))


def _cells(columns: Sequence[Column], row: Sequence[str], *, total: bool = False) -> Iterator[str]:
    """A mark for each cell of a row; what stays empty, and the words of a total, are no facts."""
    for column, cell in zip(columns, row, strict=True):
        if not cell or (total and not column.is_number):
            yield cell or '""'
        else:
            yield f"〔填：{column.heading}，例如 {cell}〕"


def _others(model: type[BaseModel], written: Sequence[Written]) -> str:
    """The fields of a model that the sample does without."""
    ordered = sorted(fields(model), key=lambda field: field.inherited)
    return "、".join(field.name for field in ordered if not any(field.name in one for one in written))


def _mark(field: Field, value: str, *, must: bool = True) -> str:
    """What stands in place of a value: what to write there, and how.

    Args:
        must: the line may not be left out.
    """
    if choices := field.choices or (("是", "否") if field.value == "是否" else ()):
        said = f"选：{_some(choices, value)}"
    else:
        said = f"填：{_asked(field)}"
        if "\n" in value:
            said += "，可以写几行"
        elif "例如" not in said and len(value) <= _LONGEST_EXAMPLE and "〔" not in value:
            said += f"，例如 {value.rstrip('。')}"
    return f"〔{said}{'' if must else f'；{_IF_NONE}'}〕"


def _asked(field: Field) -> str:
    """银行对账单上的数，元 · 付给谁，个人写成王某某 · 日期"""
    what = field.meaning or _WHAT.get(field.value) or field.name
    masked = "个人写成王某某" if field.has(Person) and "王某某" not in what else ""
    return "，".join(filter(None, (what, "" if field.unit in what else field.unit, masked)))


def _some(choices: Sequence[str], value: str) -> str:
    """All choices, or as many as fit into a line; that of the sample is among them."""
    first = [value, *(choice for choice in choices if choice != value)]
    ordered = choices if len("、".join(choices)) <= _LONGEST_CHOICES else first
    said = ordered[0]
    for choice in ordered[1:]:
        if len(said) + len(choice) > _LONGEST_CHOICES:
            return f"{said}等"
        said += f"、{choice}"
    return said
