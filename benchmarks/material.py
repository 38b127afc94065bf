"""The same county for plain MkDocs with Material: a Markdown file for each record, in MkDocs' favourable way.

Favourable: the Markdown is written beforehand and not measured; records stand outside the navigation, which holds one
page and is pruned; no search, no fonts, no other plugin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

CONFIG = """\
site_name: 三务公开
docs_dir: docs
use_directory_urls: false
theme:
  name: material
  language: zh
  font: false
  features: [navigation.prune]
plugins: []
markdown_extensions: [tables]
nav: [index.md]
not_in_nav: "*"
validation: {omitted_files: ignore, not_found: ignore, links: {not_found: ignore}}
"""


def write_material(content: Path, folder: Path) -> int:
    """Write mkdocs.yml and docs/ for a county's YAML into a new folder.

    Returns:
        how many records were turned into Markdown.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    places: list[str] = []
    count = 0
    for township in sorted(path for path in content.iterdir() if path.is_dir()):
        for village in sorted(path for path in township.iterdir() if path.is_dir()):
            titles = dict(_village(village, docs / township.name / village.name))
            count += len(titles)
            links = "".join(f"- [{title}]({path})\n" for path, title in titles.items())
            name = f"{township.name}/{village.name}"
            (docs / name / "index.md").write_text(f"# {name}\n\n{links}", encoding="utf-8")
            places.append(f"- [{name}]({name}/index.md)\n")
    (docs / "index.md").write_text(f"# 三务公开\n\n{''.join(places)}", encoding="utf-8")
    return count


def _village(source: Path, target: Path) -> Iterator[tuple[str, str]]:
    """Write a village's records; gives path and title of each."""
    for kind in sorted(path for path in source.iterdir() if path.is_dir()):
        (target / kind.name).mkdir(parents=True)
        for path in sorted(kind.glob("*.yml")):
            record: dict[str, Any] = yaml.load(path.read_bytes(), _Text)
            title = record.get("标题") or record.get("期间") or f"更正：{record['更正的记录']}"
            (target / kind.name / f"{path.stem}.md").write_text(_markdown(title, record), encoding="utf-8")
            yield f"{kind.name}/{path.stem}.md", title


class _Text(yaml.CBaseLoader):
    """Everything stays text."""


def _markdown(title: str, record: Mapping[str, Any]) -> str:
    """A table of the fields, and one of each list of entries."""
    fields = [(name, _flat(value)) for name, value in record.items() if not _is_table(value)]
    parts = [f"# {title}\n", _table(("项目", "内容"), fields)]
    for name, value in record.items():
        if name == "表格":
            for table in value:
                rows = [*table["行"], *([table["合计"]] if "合计" in table else [])]
                parts.append(
                    f"## {table.get('名称', '表')}\n\n{_table([column['列'] for column in table['列']], rows)}"
                )
        elif _is_table(value):
            columns = list(dict.fromkeys(key for entry in value for key in entry))
            rows = [[_flat(entry.get(column, "")) for column in columns] for entry in value]
            parts.append(f"## {name}\n\n{_table(columns, rows)}")
    return "\n".join(parts)


def _is_table(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return "；".join(f"{name} {_flat(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return "、".join(_flat(inner) for inner in value)
    return str(value)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n"
    return head + "".join(f"| {' | '.join(row)} |\n" for row in rows)
