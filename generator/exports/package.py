"""datapackage.json: what the CSV files of a folder hold, as a Frictionless Data Package v1 with Table Schema."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from generator.exports.json_values import encode, with_list
from generator.records.flat import JOINT, Column, Shape
from generator.records.licences import Licence
from generator.records.walk import ValueType

_TYPES: Mapping[ValueType, str] = {
    "文字": "string", "金额": "number", "数": "number", "比例": "number", "整数": "integer",
    "日期": "date", "期间": "string", "是否": "boolean", "网址": "string",
}  # fmt: skip


def package_json(
    name: str, title: str, description: str, source: str, licence: Licence, shapes: Collection[Shape]
) -> bytes:
    """The descriptor.

    Args:
        description: may be empty.
        name: in lower-case letters, digits and hyphens.
        source: the address of the pages that show the same; empty where the county has not said where its site is.
        shapes: of the CSV files beside it, which are named after them. At least one.
    """
    head = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        **({"description": description} if description else {}),
        "licenses": [{"name": licence.name, "title": licence.title, "path": licence.address}],
        "sources": [{"title": title} | ({"path": source} if source else {})],
    }
    return with_list(head, "resources", [_resource(shape) for shape in shapes])


@cache
def _resource(shape: Shape) -> str:
    return encode(
        {
            "profile": "tabular-data-resource",
            "name": shape.name,
            "title": shape.title,
            "path": f"{shape.name}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": [_field(column) for column in shape.columns]} | _keys(shape),
        }
    )


def _keys(shape: Shape) -> dict[str, Any]:
    if not shape.route:
        return {"primaryKey": [shape.lead[0].name]}
    if not shape.of:
        return {}
    target = {"resource": shape.of, "fields": ["网址"]}
    return {"foreignKeys": [{"fields": [shape.lead[0].name], "reference": target}]}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "title": column.name.replace(JOINT, "·")}
    field["type"] = "string" if column.many else _TYPES[column.type]
    if column.type == "是否":
        field |= {"trueValues": ["是"], "falseValues": ["否"]}
    if said := _sentences(column):
        field["description"] = said
    constraints: dict[str, bool | Sequence[str]] = {}
    if column.required:
        constraints["required"] = True
    if column.choices and not column.many:
        constraints["enum"] = column.choices
    return field | ({"constraints": constraints} if constraints else {})


def _sentences(column: Column) -> str:
    said = [f"单位：{column.unit}" if column.unit else "", column.meaning, "几项之间用“；”分开" if column.many else ""]
    return "。".join(sentence for sentence in said if sentence)
