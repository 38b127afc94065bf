"""An excerpt of the JSON Schema of SARIF 2.1.0 (OASIS, Errata 01, sarif-schema-2.1.0.json): only what `generator/report/sarif.py`
writes, with the required keys, enumerations, types and least values that stand there.

It is written by hand and stricter in three things. A key that we do not write is none. A relative address is held to the
characters of RFC 3986, and may not climb (SARIF, 3.10.2): the original says `uri-reference`, which is only checked where
further packages are installed. And what the prose asks for but the original does not is required: `ruleId`, `level`,
`locations`, `columnKind`.
"""

from __future__ import annotations

from typing import Any

LEVEL = {"enum": ["none", "note", "warning", "error"]}
URI = r"^(?!/)(?!(?:.*/)?\.\.(?:/|$))(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$"


Part = dict[str, Any]


def _object(required: Part, optional: Part | None = None) -> Part:
    properties = {**required, **(optional or {})}
    return {"type": "object", "required": [*required], "properties": properties, "additionalProperties": False}


def _array(items: Part, least: int = 0) -> Part:
    return {"type": "array", "items": items, "minItems": least}


_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 1}
_MESSAGE = _object({"text": {"type": "string", "minLength": 1}})
_PHYSICAL = _object(
    {
        "artifactLocation": _object({"uri": {"type": "string", "pattern": URI}}),
        "region": _object({"startLine": _COUNT, "startColumn": _COUNT}),
    }
)
_LOCATION = _object({"physicalLocation": _PHYSICAL})
_RESULT = _object(
    {
        "ruleId": _TEXT,
        "level": LEVEL,
        "message": _MESSAGE,
        "locations": _array(_LOCATION, 1),
        "partialFingerprints": {"type": "object", "additionalProperties": _TEXT, "minProperties": 1},
    },
    {
        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
        "relatedLocations": {**_array(_LOCATION), "uniqueItems": True},
    },
)
_RULE = _object(
    {
        "id": _TEXT,
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "defaultConfiguration": _object({"level": LEVEL}),
    },
    {"helpUri": {"type": "string", "pattern": "^https?://"}},
)
_DRIVER = _object({"name": _TEXT, "version": _TEXT, "rules": {**_array(_RULE), "uniqueItems": True}})
_RUN = _object(
    {
        "tool": _object({"driver": _DRIVER}),
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": _array(_RESULT),
    }
)
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_object({"$schema": _TEXT, "version": {"enum": ["2.1.0"]}, "runs": _array(_RUN)}),
}
