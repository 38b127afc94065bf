"""Reads workbooks for `disclose import`, writes what they make, and says what became of each."""

from __future__ import annotations

from pathlib import Path

from generator.base.finding import Effect
from generator.build.asked import path_inside
from generator.records.layout import Address, locate
from generator.records.places import UNWANTED
from generator.report.console import say
from generator.workbook.importing import Imported, begun_from, imported, title_of
from generator.workbook.intake import NotRead
from generator.workbook.sheets import BASE


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


def print_begun(file: Path, asked: Path, content: Path, ledger: Path, as_of: str | None) -> bool:
    """Read a sheet of the clerk's own into a workbook of ours, or ask what its columns are.

    Args:
        asked: the record that it is to become.

    Returns:
        Whether the workbook was written.
    """
    address = locate(path_inside(content, asked))
    if not isinstance(address, Address):
        say(f"{asked}：{address.message}。{address.remedy}")
        return False
    try:
        own, made = begun_from(content, ledger, address, file.read_bytes(), as_of)
    except NotRead as error:
        say(f"{file}：{error}")
        return False
    say(f"{file}的“{own.page}”，{len(own.rows)}行，当作“{own.sheet.name}”：")
    for one in own.matches:
        if one.column is not None:
            say(f"  {one.heading} → {one.column.name}{'（万元换成了元）' if one.is_in_wan else ''}")
        elif one.likely:
            say(f"  {one.heading} → 是不是“{one.likely}”？")
        else:
            say(f"  {one.heading} → 没有要{f'：{one.why_not}' if one.why_not and one.why_not != UNWANTED else ''}")
    for line in own.told:
        say(f"  {line}。")
    if made is None:
        profile = content / address.place.profile_path
        say(
            f"哪一列是哪一项，程序不猜。对的写进 {profile}（不要的写“{UNWANTED}”），再读一次：",
            "列对应:",
            f"  {address.kind}:",
        )
        say(*(f"    {one.heading}: {one.likely}" for one in own.unsure))
        return False
    path = file.with_name(f"{title_of(content, address)}.xlsx")
    try:
        with path.open("xb") as target:
            target.write(made)
    except FileExistsError:
        say(f"{path} 已经有了，没有动它；用不着的先删掉。")
        return False
    say(f"写好了：{path}。姓名遮住了，号码去掉了。打开它，补上“{BASE}”和标红的，存盘，运行 disclose import {path}。")
    return True


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
