"""The JSON Schemas accept every record that the reader accepts, and name what is misspelt."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from pydantic import BaseModel

from generator.cli import disclose
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.schema import schemas
from generator.records.walk import fields
from tests.support.county import ROOT

SCHEMAS = {name: Draft7Validator(schema) for name, schema in schemas().items()}
HOMES = ("content", "tests/real", "tests/profiles")


class Plain(yaml.SafeLoader):
    """As editors read YAML: days stay text."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in some if not tag.endswith("timestamp")]
    for first, some in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def files() -> Iterator[tuple[str, Path]]:
    for home in HOMES:
        for path in sorted((ROOT / home).rglob("*.yml")):
            name = path.parent.name if path.parent.name in BY_FOLDER else path.stem
            if name in SCHEMAS and "attempts" not in path.parts:
                yield name, path


def sample(folder: str) -> Any:
    return yaml.load(BY_FOLDER[folder].sample, Plain)


def test_schemas_are_schemas() -> None:
    for validator in SCHEMAS.values():
        Draft7Validator.check_schema(validator.schema)


def test_every_record_passes() -> None:
    seen = set()
    for name, path in files():
        seen.add(name)
        wrong = [error.message for error in SCHEMAS[name].iter_errors(yaml.load(path.read_text("utf-8"), Plain))]
        assert wrong == [], path
    assert len(seen) > 35


def test_samples_pass() -> None:
    for kind in KINDS:
        assert [error.message for error in SCHEMAS[kind.folder].iter_errors(sample(kind.folder))] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_field_is_there(kind: Any) -> None:
    """Of every part of every kind, under the name that is written in records."""
    schema = SCHEMAS[kind.folder].schema

    def compare(model: type[BaseModel], node: dict[str, Any]) -> None:
        assert set(node["properties"]) == {field.name for field in fields(model)}
        for field in fields(model):
            if field.model is not None and (
                found := re.search(r"#/definitions/(\w+)", str(node["properties"][field.name]))
            ):
                compare(field.model, schema["definitions"][found[1]])

    compare(kind.model, schema)


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("标提",), "公告"),
        (("栏目",), "村里"),
        (("成文日期",), "10月8号"),
        (("公开", "公开日期"), "2026/10/10"),
        (("公开", "渠道"), "公开栏"),
        (("期间",), "2026年10月"),
        (("表格", 0, "列", 0, "类型"), "钱"),
        (("相关",), ["上个月的账"]),
    ],
)
def test_slips_are_told(at: tuple[Any, ...], value: Any) -> None:
    record = copy.deepcopy(sample("notices"))
    part = record
    for key in at[:-1]:
        part = part[key]
    part[at[-1]] = value
    assert list(SCHEMAS["notices"].iter_errors(record))


def test_what_is_needed_is_told() -> None:
    record = sample("questions")
    record.pop("问题")
    assert [error.message for error in SCHEMAS["questions"].iter_errors(record)] == ["'问题' is a required property"]


def test_no_english_reaches_the_clerk() -> None:
    """What an editor shows of a field is Chinese."""

    def shown(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            yield from (node[key] for key in ("title", "description") if isinstance(node.get(key), str))
            yield from (text for one in node.values() for text in shown(one))
        elif isinstance(node, list):
            yield from (text for one in node for text in shown(one))

    texts = [text for validator in SCHEMAS.values() for text in shown(validator.schema)]
    assert len(texts) > 300
    assert [text for text in texts if not re.search("[\u4e00-\u9fff]", text)] == []


def test_command(tmp_path: Path) -> None:
    done = CliRunner().invoke(disclose, ["schema", str(tmp_path / "a/b")])
    assert done.exit_code == 0, done.output
    assert {path.stem for path in (tmp_path / "a/b").iterdir()} == set(SCHEMAS)
