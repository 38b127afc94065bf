"""`python -m tests.lint_templates`: finds lines of templates that are too long to be read or compared."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST = 160


def long_lines(text: str) -> Iterator[tuple[int, int]]:
    """Number and length of each line that is longer than it may be."""
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST:
            yield number, len(line)


def main() -> int:
    """Print every such line as file:line."""
    count = 0
    for path in sorted(ROOT.glob("theme/**/*.html")):
        for line, length in long_lines(path.read_text(encoding="utf-8")):
            print(f"{path.relative_to(ROOT)}:{line} 这一行有{length}个字，最多{LONGEST}个")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
