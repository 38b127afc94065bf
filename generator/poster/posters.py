"""Makes sheets for the notice board, in these steps: survey → read → check → arrange → sheet → print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from glob import escape
from pathlib import Path

import jinja2

from generator.base.dates import day_short
from generator.base.finding import Finding
from generator.build.arrange import Arranged, arrange_township
from generator.build.survey import NothingFound, Survey, survey
from generator.pages.desk import Desk
from generator.pages.render import environment
from generator.poster.chromium import PrintFailed, print_to_pdf
from generator.poster.sheet import Paper, sheet_page
from generator.records.layout import locate
from generator.site.model import CountySite, Entry, PlaceSite

NONE_ON_DISPLAY = "没有正在公示的记录。要打印某一份，写上它的文件名"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One finished sheet."""

    place: str
    title: str
    html: Path
    pdf: Path | None
    problem: str
    """The reason why there is no PDF although there is a browser. Else it is empty."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that was asked for and gets no sheet."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Posters:
    """The sheets that were made, and what was refused."""

    sheets: tuple[Sheet, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A record that gets a sheet."""

    arranged: Arranged
    place: PlaceSite
    entry: Entry


def posters(
    content: Path,
    ledger: Path,
    theme: Path,
    out: Path,
    asked: Sequence[Path] = (),
    *,
    paper: Paper = "A4",
    browser: Path | None = None,
    as_of: str | None = None,
    tell: Callable[[Sheet], None] = lambda sheet: None,
) -> Posters:
    """Make a sheet of each record that is asked for.

    Args:
        theme: the county's own theme folder; it need not exist.
        out: where the sheets go.
        asked: records, or folders with everything on display in them. None means the whole county.
        browser: prints PDFs, or None if there is no browser.
        tell: is called after each sheet.

    Raises:
        NothingFound: nothing is on display. For the rest see `survey` and `arrange_township`.
        OSError: disk full, no permission.
    """
    found = survey(content, ledger, as_of)
    arranged = cache(partial(arrange_township, found.setting))
    chosen = [one for path in asked or [content] for one in _chosen(found, arranged, path)]
    refused = [one for one in chosen if isinstance(one, Refused)]
    wanted = {one.entry.address.path: one for one in chosen if isinstance(one, _Wanted)}
    if not chosen:
        raise NothingFound(f"{day_short(found.setting.as_of)}{NONE_ON_DISPLAY}。")
    out.mkdir(parents=True, exist_ok=True)
    env = environment(theme)
    sheets = []
    for no in refused:
        _discard(out, no.path)
    for one in wanted.values():
        sheets.append(_made(env, found.county, one, out, paper, browser))
        tell(sheets[-1])
    return Posters(tuple(sheets), tuple(refused))


def _chosen(found: Survey, arranged: Callable[[str], Arranged], asked: Path) -> Iterator[_Wanted | Refused]:
    """The records that one path means."""
    root = found.setting.content.resolve()
    full = (asked if asked.exists() else root / asked).resolve()
    if not full.exists():
        yield Refused(asked.as_posix(), "没有这个文件或文件夹")
        return
    if full == root:
        for township in found.parts:
            yield from _on_display(arranged(township), "", found)
        return
    path = full.relative_to(root).as_posix() if full.is_relative_to(root) else ""
    township = path.split("/")[0]
    if township not in found.parts:
        yield Refused(asked.as_posix(), f"不是 {found.setting.content} 里镇、村的记录")
    elif full.is_file():
        yield _record(arranged(township), path)
    else:
        shown = list(_on_display(arranged(township), f"{path}/", found))
        yield from shown
        if not shown:
            yield Refused(path, NONE_ON_DISPLAY)


def _on_display(arranged: Arranged, prefix: str, found: Survey) -> Iterator[_Wanted]:
    for place in arranged.places:
        for entry in place.entries:
            if entry.address.path.startswith(prefix) and entry.on_display(found.setting.as_of):
                yield _Wanted(arranged, place, entry)


def _record(arranged: Arranged, path: str) -> _Wanted | Refused:
    """One record, or why it gets no sheet."""
    address = locate(path)
    if isinstance(address, Finding):
        return Refused(path, f"不是一份记录：{address.message}")
    for place in arranged.places:
        for entry in place.entries:
            if entry.address == address:
                return _Wanted(arranged, place, entry)
        for item in place.withheld:
            if item.address == address:
                reasons = "".join(note.text for note in item.reasons)
                return Refused(path, f"暂缓公开，不能张贴。{reasons}运行 disclose check，看要改什么")
    return Refused(path, "现在不公开（公开日期还没到，或者范围不是“社会”），不能张贴")


def _made(
    env: jinja2.Environment, county: CountySite, one: _Wanted, out: Path, paper: Paper, browser: Path | None
) -> Sheet:
    """Write a sheet, and print it if there is a browser."""
    html = out / f"{_name(one.entry.address.path)}_{paper}.html"
    text = sheet_page(Desk(env, county, one.arranged.township, one.place), one.entry, paper)
    html.write_text(text, encoding="utf-8", newline="\n")
    html.with_suffix(".pdf").unlink(missing_ok=True)  # a PDF of an earlier day
    pdf = html.with_suffix(".pdf") if browser else None
    problem = ""
    if browser and pdf:
        try:
            print_to_pdf(browser, html, pdf)
        except PrintFailed as error:
            pdf, problem = None, str(error)
    return Sheet(one.place.name, one.entry.title, html, pdf, problem)


def _discard(out: Path, path: str) -> None:
    """Remove the earlier sheets of a record, because they may no longer be posted."""
    for old in out.glob(f"{escape(_name(path))}_A[34].*"):
        old.unlink()


def _name(path: str) -> str:
    """The name of a record's sheet. All sheets lie in one folder, so that people can print them together."""
    return path.removesuffix(".yml").replace("/", "_")
