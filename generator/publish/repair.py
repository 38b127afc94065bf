"""Puts a damaged ledger file in order: what can be read is chained anew, and what was lost stays told for ever."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.publish import chain, ledger
from generator.publish.chain import Line
from generator.records.layout import Place
from generator.records.published import Published


def check(folder: Path) -> Iterator[str]:
    """What is wrong with each file, as lines to print; nothing where all is in order."""
    for name in ledger.names(folder):
        for finding in ledger.load(folder, name).findings:
            yield f"{finding.span.path.removeprefix('../')}:{finding.span.line} {finding.message}"


def show(folder: Path, path: str) -> Iterator[str]:
    """All that the ledger knows of a record, as lines to print; nothing where it does not know it."""
    known = (ledger.load(folder, path.split("/")[0]).lines or {}).get(path)
    if known is None:
        return
    for version in known.history:
        yield f"第{version.number}版　{version.day}公开　摘要 {version.digest[:16]}"
    yield f"第{known.version}版　{known.last}公开　摘要 {known.digest[:16]}"
    if known.base is not None:
        yield "还有没说明的改动，没改以前是："
        yield json.dumps(known.base, ensure_ascii=False, indent=1)
    yield "现在公开的是："
    yield json.dumps(known.stated, ensure_ascii=False, indent=1)
    for said in known.used:
        yield f"已经说明过的改动：{said}"


def repair(folder: Path) -> Iterator[str]:
    """Repair every damaged file; a line to print for each. A file in order is not touched.

    Raises:
        OSError: a file cannot be read or written.
    """
    for name in ledger.names(folder):
        book = ledger.load(folder, name)
        if not book.damaged:
            continue
        file = folder / f"{name}{ledger.SUFFIX}"
        file.with_name(f"{file.name}.bak").write_bytes(ledger.raw(folder, name))
        good = [line for line in book.chain.lines if line.is_whole]
        count, _ = ledger.heads(folder).get(name, (len(book.chain.lines), ""))
        lost = max(count, len(book.chain.lines) + len(book.findings)) - len(good)
        lines: list[Line] = []
        for line in good:
            lines.append(line.after(lines[-1].digest if lines else chain.START))
        whole = chain.read(name, chain.written(chain.Chain(tuple(lines))))
        day = max((one.last for one in whole.entries.values()), default=None)
        if day:
            path = Place(name).profile_path
            known = whole.entries.get(path) or Published(path, 1, "", day, day)
            told = (day, f"底本坏过，修好的时候有{lost}行对不上")
            whole = chain.extended(whole, [replace(known, last=day, said=(*known.said, told))])
        file.write_bytes(chain.written(whole))
        said = ledger.written_heads(folder, [], {name: (len(whole.lines), whole.head)})
        (folder / ledger.HEADS).write_bytes(said or b"{}\n")
        yield f"{file.name}：留下{len(good)}行，{lost}行对不上；原来的文件在 {file.name}.bak"
