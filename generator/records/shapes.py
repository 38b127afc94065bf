"""What an editor is told of the types of values: how a file may hold them, with an example. The readers in `values` decide."""

from __future__ import annotations

from pydantic import WithJsonSchema

from generator.base.inexact import ROUGH, UNKNOWN

_ROUGHLY = rf"|(?:{'|'.join(ROUGH)})?{{0}}|{UNKNOWN}|[0-9.]*[*＊][0-9.*＊]*"
"""In place of a figure that is not known well. `{0}` stands for the figure."""


def _figure(pattern: str, words: str, example: str) -> WithJsonSchema:
    """YAML makes a number of most figures; a pattern holds where it leaves a text."""
    whole = f"^(?:{pattern}{_ROUGHLY.replace('{0}', pattern)})$"
    return WithJsonSchema({"type": ["number", "string"], "pattern": whole, "description": words, "examples": [example]})


def _text(pattern: str, words: str, example: str) -> WithJsonSchema:
    return WithJsonSchema(
        {"type": ["string", "number"], "pattern": pattern, "description": words, "examples": [example]}
    )


_WHOLE = r"(?:0|[1-9][0-9]{0,11})"
ANY_TEXT = WithJsonSchema({"type": ["string", "number", "boolean"]})
"""A text may look like something else to YAML."""
MONEY = _figure(rf"-?{_WHOLE}(?:\.[0-9]{{1,2}})?", "元，只写数字，最多两位小数", "1234.50")
NUMBER = _figure(rf"-?{_WHOLE}(?:\.[0-9]{{1,6}})?", "只写数字，不写单位", "12.5")
SHARE = _figure(rf"-?{_WHOLE}(?:\.[0-9]{{1,6}})?", "写成小数，65%写0.65", "0.65")
AREA = _figure(rf"-?{_WHOLE}(?:\.[0-9]{{1,6}})?", "只写数字，单位是亩", "12.5")
COUNT = _figure(r"(?:0|[1-9][0-9]{0,8})", "整数，不写单位", "42")
DAY = _text(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "年-月-日", "2026-03-01")
TERM = _text(
    r"^[0-9]{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$|^[0-9]{4}-[0-9]{2}-[0-9]{2}至[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "月写2026-10，季度写2026-Q3，年写2026，起止写2026-01-01至2026-06-30",
    "2026-10",
)
FLAG = WithJsonSchema({"enum": ["是", "否"]})
_SLUG = "[a-z0-9][a-z0-9-]*"
REFERENCE = _text(
    rf"^(?:/{_SLUG}/{_SLUG}/|/records/)?[a-z]+/{_SLUG}(?:\.yml)?$",
    "另一份记录：文件夹/文件名",
    "decisions/2026-04-road",
)
OLD_ADDRESS = _text(
    rf"^(?:content/|/)?(?:{_SLUG}/{_SLUG}/|records/)?[a-z]+/{_SLUG}(?:\.yml|\.html)?$",
    "以前在哪里",
    "notices/2026-10",
)
