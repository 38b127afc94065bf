"""`python -m tests.lint_wording`: finds a Chinese character followed by a half-width mark where people read it."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SLIP = re.compile(r"[\u4e00-\u9fff](?:[,;!?()]|:(?!\s|$))")
_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.DOTALL)
_YAML = re.compile(r"^\s*(?:- )?[^\s:]+:(?:\s|$)|^\s*- |^\s*#|[{\[]")
_REGEX = re.compile(r"\\[dsw(]|\(\?|\[\^|=== |\? \(")
"""Lines of code that match text, and are no text themselves."""
_EXAMPLES = re.compile(r"^ *(?:不?合格)：$", re.MULTILINE)


def slips_in_python(text: str) -> Iterator[tuple[int, str]]:
    """String literals and docstrings; YAML in them, regular expressions and samples are not prose."""
    tree = ast.parse(text)
    lines = text.splitlines()
    samples = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").isupper()
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in samples:
            continue
        start = lines[node.lineno - 1][node.col_offset :]
        if re.match(r"(?:[rR][fF]?|[fF][rR])[\"']", start):
            continue
        prose = _EXAMPLES.split(node.value)[0]
        for offset, line in enumerate(prose.splitlines()):
            if _is_chinese(line) and not _YAML.search(line) and (found := SLIP.search(line)):
                yield node.lineno + offset, found[0]


def _is_chinese(line: str) -> bool:
    """Prose for readers of the site; an English docstring may name a Chinese term in passing."""
    return len(re.findall(r"[\u4e00-\u9fff]", line)) > len(re.findall(r"[A-Za-z]", line))


def slips_in_text(text: str, suffix: str) -> Iterator[tuple[int, str]]:
    """Templates without their tags, Markdown, and values of YAML."""
    if suffix == ".html":
        text = _TAG.sub(lambda match: "\n" * match[0].count("\n"), text)
    for number, line in enumerate(text.splitlines(), 1):
        value = line if _is_chinese(line) and not _REGEX.search(line) else ""
        if suffix == ".yml":
            value = re.sub(r"^\s*(?:- )?[^\s:]+:(?:\s|$)", "", line)
            if line.lstrip().startswith("#") or re.search(r"[{\[]", line):  # flow style has its own commas
                continue
        if found := SLIP.search(value):
            yield number, found[0]


def main() -> int:
    """Print every slip as file:line."""
    count = 0
    patterns = (
        "generator/**/*.py",
        "theme/**/*.html",
        "theme/**/*.js",
        "docs/**/*.md",
        "generator/starter/files/*.md",
        "content/**/*.yml",
        "README.md",
    )
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern)}):
        text = path.read_text(encoding="utf-8")
        found = slips_in_python(text) if path.suffix == ".py" else slips_in_text(text, path.suffix)
        for line, slip in found:
            print(f"{path.relative_to(ROOT)}:{line} 中文后面用了半角标点：{slip}")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
