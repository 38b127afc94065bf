"""`disclose schema`: writes the JSON Schemas that editors complete and check YAML with, and which file goes by which."""

from __future__ import annotations

import json
from pathlib import Path

from generator.records.schema import PROFILES, schemas

FOLDER = "schemas"
"""Where `disclose init` puts them."""
SETTINGS = ".vscode/settings.json"


def schema_files() -> dict[str, bytes]:
    """Every schema by the name of its file."""
    return {f"{name}.json": _json(schema) for name, schema in schemas().items()}


def settings() -> bytes:
    """For VS Code with the extension YAML: which schema is that of which files."""
    profiles = {"county": ["content/county.yml"], "township": ["content/*/township.yml"]}
    profiles["village"] = ["content/*/*/village.yml"]
    names = {name for name, *_ in PROFILES}
    records = {name: [f"content/*/*/{name}/*.yml", f"content/records/{name}/*.yml"] for name in schemas()}
    said = {f"{FOLDER}/{name}.json": profiles[name] if name in names else records[name] for name in records}
    editor = {"editor.insertSpaces": True, "editor.tabSize": 2}
    return _json({"yaml.schemas": said, "[yaml]": editor, "files.encoding": "utf8", "files.eol": "\n"}, indent=2)


def write_schemas(folder: Path) -> int:
    """Write all schemas into a folder, and give their number.

    Raises:
        OSError: disk full, no permission.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = schema_files()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return len(files)


def _json(what: object, indent: int | None = None) -> bytes:
    separators = (",", ": ") if indent else (",", ":")
    return (json.dumps(what, ensure_ascii=False, indent=indent, separators=separators) + "\n").encode()
