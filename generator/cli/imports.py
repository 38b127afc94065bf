"""Reads workbooks for `disclose import`, writes what they make, and says what became of each."""

from __future__ import annotations

from pathlib import Path

from generator.base.finding import Effect
from generator.report.console import say
from generator.workbook.importing import Imported, imported
from generator.workbook.intake import NotRead


def print_imported(file: Path, content: Path, ledger: Path, as_of: str | None, *, replace: bool) -> bool:
    """Read one workbook: the record is written where it has nothing that must be mended, else the workbook in red.

    Args:
        replace: a record that is there already is written anew.

    Returns:
        Whether the record stands there now.
    """
    try:
        made = imported(content, ledger, file.read_bytes(), as_of)
    except NotRead as error:
        say(f"{file}：{error}")
        return False
    say(f"{file}：{made.address.path}")
    for line in made.told:
        say(f"  {line}。")
    for one in made.problems:
        what = one.finding
        say(
            f"  {one.where or '整份'} {what.effect.value} {what.message}（{what.code}）", f"      怎么改：{what.remedy}"
        )
    if made.back is not None:
        path = _beside(file)
        path.write_bytes(made.back)
        count = sum(one.finding.effect is Effect.WITHHOLD for one in made.problems)
        say(f"还没有写成记录：有{count}处一定要改，标红的另存在 {path}。改好存盘，再读一次。")
        return False
    return _written(made, content / made.address.path, replace=replace)


def _written(made: Imported, path: Path, *, replace: bool) -> bool:
    data = made.text.encode()
    if path.exists() and path.read_bytes() != data and not replace:
        say(f"{path} 已经有了，内容不一样，没有动它；要换成这次的，加上 --replace。")
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    say(f"写好了：{path}。")
    return True


def _beside(file: Path) -> Path:
    """柳湾村2026-11财务收支-要改.xlsx"""
    stem = file.stem.removesuffix("-要改")
    return file.with_name(f"{stem}-要改.xlsx")
