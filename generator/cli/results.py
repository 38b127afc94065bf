"""Prints what a command found or made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.report.console import Line, emit, is_terminal, say

if TYPE_CHECKING:
    from generator.build.check import Checked
    from generator.build.since import Change
    from generator.pipeline import Published
    from generator.poster.posters import Sheet
    from generator.report.text import Section

FEW = 3
"""Findings of one rule that are listed of what stands beside that which was asked for."""
Format = Literal["text", "json", "github", "gitlab", "sarif", "junit"]
DOCUMENTS = ("json", "gitlab", "sarif", "junit")
"""Forms that are one document, beside which nothing else may be printed."""


def print_built(built: Published, content: Path, site: Path, seconds: Mapping[str, float], *, as_json: bool) -> None:
    """What a build made, in words or as JSON.

    Args:
        seconds: how long each stage took.
    """
    from generator.report.machine import summary_json

    if as_json:
        figures = {
            "pages": built.pages,
            "rendered": built.rendered,
            "written": built.written,
            "removed": built.removed,
            "damaged": built.damaged,
            "records": built.checked.records,
            "withheld": built.checked.withheld,
            "drafts": len(built.checked.drafts),
            "as_of": built.checked.as_of.isoformat(),
            "seconds": {stage: round(spent, 3) for stage, spent in seconds.items()},
        }
        emit(summary_json(built.checked.findings, figures))
        return
    print_findings(built.checked, f"{content.as_posix().rstrip('/')}/", "text")
    if built.damaged:
        say(f"以前的结果有{built.damaged}份读不出来，这些重新生成了。")
    say(f"网站生成好了：{built.pages}个页面，改动{built.written}个文件，删除{built.removed}个。")
    say(f"打开看：{site / 'index.html'}")


def print_sheet(sheet: Sheet) -> None:
    """One sheet of the notice board, as soon as it is made."""
    say(f"{sheet.place}　{sheet.title}：{sheet.pdf or sheet.html}")
    if sheet.problem:
        say(f"  没做成 PDF：{sheet.problem}")


def print_change(change: Change, base: str, prefix: str, form: Format) -> None:
    """What a change did, before what was so already.

    Args:
        base: what it was compared with, as the user named it.
        prefix: what stands before paths, e.g. `content/`.
    """
    from generator.report.machine import as_github
    from generator.report.text import sections, summary

    findings = change.checked.findings
    fresh, others = findings[: change.fresh], findings[change.fresh :]
    if form in DOCUMENTS:
        emit(_document(change.checked, prefix, form, change.fresh))
        return
    if form == "github":
        emit("\n".join((*as_github(fresh, prefix), *as_github(others, prefix))))
    say(f"和 {base} 比，动了{change.files}个文件。")
    say(*(("新出现的：", *_listed(sections(fresh), change.checked, prefix)) if fresh else ("没有带来新的问题。",)))
    if others:
        say("", "这几个镇原来就有的，不拦这一次：", *_listed(sections(others), change.checked, prefix))
    say("", *summary(fresh))


def print_asked(checked: Checked, asked: Sequence[str], prefix: str, form: Format) -> Checked:
    """The findings of some files and folders, whole; then what else is wrong at their places.

    Returns: what was asked for alone.
    """
    from generator.build.asked import belongs, within
    from generator.report.text import counted, sections

    own = replace(
        checked,
        findings=within(checked.findings, asked),
        drafts=tuple(path for path in checked.drafts if any(belongs(path, one) for one in asked)),
    )
    if form != "text":
        print_findings(own, prefix, form)
        return own
    say(*_listed(sections(own.findings, None), checked, prefix))
    named = "、".join(f"{prefix}{one}" for one in asked)
    said = f"{named}（{checked.as_of.isoformat()}的情况）：{counted(own.findings) or '没有发现问题'}。"
    known = frozenset(own.findings)
    if others := [finding for finding in checked.findings if finding not in known]:
        say("", "同一个村（镇）别的文件里还有：", *_listed(sections(others, FEW), checked, prefix))
    say("", said)
    return own


def save_page(checked: Checked, prefix: str, page: Path) -> None:
    """All findings as a page of their own. Raises OSError if it cannot be written."""
    from generator.report.printed import printed

    text = printed(checked.findings, prefix, checked.profiles, checked.site, checked.as_of, checked.records)
    page.write_text(text, encoding="utf-8", newline="\n")
    say(f"检查单在 {page}，用浏览器打开，可以打印。", err=True)


def _listed(some: Iterable[Section], checked: Checked, prefix: str) -> Iterator[Line]:
    """For a screen with colours and excerpts, for a pipe plain."""
    from generator.report.screen import screen
    from generator.report.text import plain

    if not is_terminal():
        return plain(some, prefix)

    @cache
    def lines(path: str) -> Sequence[str]:
        try:
            return Path(prefix, path).read_bytes().decode("utf-8-sig", "replace").split("\n")
        except OSError:
            return ()

    return screen(some, prefix, checked.profiles, lines)


def print_findings(checked: Checked, prefix: str, form: Format) -> None:
    """All findings, for people or for a program.

    Args:
        prefix: what stands before paths, e.g. `content/`.
    """
    from generator.report.machine import as_github
    from generator.report.text import draft_lines, sections, summary

    if form in DOCUMENTS:
        emit(_document(checked, prefix, form))
        return
    if form == "github":
        emit("\n".join(as_github(checked.findings, prefix)))
    say(*_listed(sections(checked.findings), checked, prefix))
    say("")
    say(*summary(checked.findings))
    drafts = len(checked.drafts)
    say(
        f"查了{checked.records}份记录（{checked.as_of.isoformat()}的情况），"
        f"{checked.records - checked.withheld - drafts}份可以公开，{checked.withheld}份暂缓公开"
        f"{f'，{drafts}份草稿' if drafts else ''}。"
    )
    if drafts:
        say(*draft_lines(checked.drafts, prefix))
    if not checked.has_ledger:
        say("没有上次公开的底本：公开过的内容有没有改动（T11），这次没有比对。")


def _document(checked: Checked, prefix: str, form: Format, fresh: int | None = None) -> str:
    """All findings as one document.

    Args:
        fresh: how many of them, from the first on, are new by a change; None where nothing was compared.
    """
    from generator.report.junit import as_junit
    from generator.report.machine import as_gitlab, as_json
    from generator.report.sarif import as_sarif

    match form:
        case "sarif":
            return as_sarif(checked.findings, prefix, site=checked.site, fresh=fresh)
        case "junit":
            return as_junit(checked.findings, prefix, drafts=checked.drafts, fresh=fresh)
        case "gitlab":
            return as_gitlab(checked.findings, prefix)
        case _:
            return as_json(checked.findings, prefix, fresh=fresh)
