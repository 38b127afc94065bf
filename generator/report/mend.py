"""`disclose check --fix`: puts corrections in place that are certain, with `--mask` also masks, and shows what changed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.finding import Finding, Fix
from generator.base.printable import one_line
from generator.base.redact import redact
from generator.source.decode import MAX_BYTES


def mend(content: Path, findings: Sequence[Finding], *, mask: bool = False) -> Iterator[str]:
    """Write the certain corrections into the files; a unified diff of each, personal numbers cut.

    Args:
        content: the folder that the findings' paths start from.
        mask: also hide what is personal. Of that only the masked lines are told, never what stood there.

    Raises:
        OSError: a file cannot be written.
    """
    wanted: dict[str, list[Fix]] = {}
    for finding in findings:
        wanted.setdefault(finding.span.path, []).extend(
            fix for fix in finding.fixes if fix.certain or (mask and fix.masks)
        )
    for path, fixes in sorted(wanted.items()):
        file = content / path
        if not fixes or file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_BYTES:
            continue
        before = file.read_bytes().decode("utf-8-sig")
        after = applied(before, fixes)
        if after != before:
            # Aside and moved: a clerk's file is never half written.
            aside = file.with_name(f".{file.name}.new")
            aside.write_bytes(after.encode())
            aside.replace(file)
            yield from diff(path, applied(before, [fix for fix in fixes if fix.masks]), after)
            for fix in sorted({fix for fix in fixes if fix.masks}):
                yield one_line(f"{redact(path)}:{fix.line}:{fix.column} 遮住了个人信息，写成：{redact(fix.text)}")


def applied(text: str, fixes: Sequence[Fix]) -> str:
    """`text` with corrections in place; of two that touch the same characters the first alone. Line ends stay."""
    lines = text.split("\n")
    by_line: dict[int, list[Fix]] = {}
    for fix in sorted(set(fixes)):
        by_line.setdefault(fix.line, []).append(fix)
    for number, some in by_line.items():
        if not 0 < number <= len(lines):
            continue
        line, end = lines[number - 1], "\r" if lines[number - 1].endswith("\r") else ""
        line = line.removesuffix("\r")
        chosen: list[Fix] = []
        for fix in some:
            if not chosen or fix.column >= chosen[-1].column + chosen[-1].length:
                chosen.append(fix)
        for fix in reversed(chosen):
            line = line[: fix.column - 1] + fix.text + line[fix.column - 1 + fix.length :]
        lines[number - 1] = line + end
    return "\n".join(lines)


def diff(path: str, before: str, after: str) -> Iterator[str]:
    """What changed, as `diff -u` says it."""
    texts = (redact(before).splitlines(), redact(after).splitlines())
    yield from map(
        one_line,
        difflib.unified_diff(*texts, f"a/{redact(path)}", f"b/{redact(path)}", "原来", "改后", n=1, lineterm=""),
    )
