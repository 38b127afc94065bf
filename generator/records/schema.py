"""JSON Schemas of records and profiles, for editors: names of fields, choices and forms of values, in Chinese.

Made from the models, so they say what the reader says. What needs more than one field, or another file, only
`disclose check` knows.
"""

from __future__ import annotations

import warnings
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import PydanticJsonSchemaWarning

from generator.records.kinds import KINDS
from generator.records.places import County, Township, Village

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors of YAML know best (yaml-language-server)."""
PROFILES: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("county", "县的资料", County),
    ("township", "镇的资料", Township),
    ("village", "村的资料", Village),
)


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its name: the folder of a kind, or county, township, village."""
    named = [(kind.folder, kind.name, kind.model) for kind in KINDS]
    return {name: _schema(title, model) for name, title, model in (*named, *PROFILES)}


def _schema(title: str, model: type[BaseModel]) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PydanticJsonSchemaWarning)  # a default that JSON has no word for is left out
        plain = model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    parts = plain.pop("$defs", {})
    whole = _tidy(plain) | {"title": title}
    return {"$schema": DIALECT, **whole, "definitions": {name: _tidy(part) for name, part in sorted(parts.items())}}


def _tidy(node: Any) -> Any:
    """Without words for programmers and defaults. A name with nothing behind it counts as not written, so null may stand anywhere."""
    if isinstance(node, list):
        return [_tidy(one) for one in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node:
        choices = [one for one in node["anyOf"] if one != {"type": "null"}]
        rest = {key: value for key, value in node.items() if key != "anyOf"}
        node = {"anyOf": choices, **rest} if len(choices) > 1 else _joined(choices[0], rest)
    if node.get("type") == "object" and "properties" in node:  # a part: its own words are for programmers
        node = {key: value for key, value in node.items() if key not in ("title", "description")}
        node["properties"] = {name: _may_be_empty(_tidy(one)) for name, one in node["properties"].items()}
        return node
    plain = {key: _tidy(value) for key, value in node.items() if key not in ("default", "title")}
    if plain.get("type") == "string" and "enum" not in plain:
        plain["type"] = ["string", "number", "boolean"]  # what YAML may take a text for
    return plain


def _joined(inner: dict[str, Any], outer: dict[str, Any]) -> dict[str, Any]:
    """A type and what a field says of it, with the words of both."""
    said = [node["description"] for node in (outer, inner) if "description" in node]
    return {**inner, **outer} | ({"description": "；".join(said)} if said else {})


def _may_be_empty(node: dict[str, Any]) -> dict[str, Any]:
    if "enum" in node:
        return {key: value for key, value in node.items() if key != "type"} | {"enum": [*node["enum"], None]}
    if "type" in node:
        types = node["type"] if isinstance(node["type"], list) else [node["type"]]
        return node | {"type": [*types, "null"]}
    if "$ref" in node:
        return {"anyOf": [{"$ref": node["$ref"]}, {"type": "null"}]} | {k: v for k, v in node.items() if k != "$ref"}
    return node
