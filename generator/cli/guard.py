"""The commands `disclose ledger …`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.failures import DATA
from generator.cli.options import ledger_option
from generator.report.console import say


@click.group(help="底本：公开过什么，有没有被改过。")
def ledger() -> None:
    """The group `disclose ledger`."""


@ledger.command("check", help="底本有没有坏、有没有人改过。有的，退出码是1。")
@ledger_option
def ledger_check(ledger: Path) -> None:
    """`disclose ledger check`"""
    from generator.publish import repair

    lines = list(repair.check(ledger))
    say(*(lines or ["底本没有问题。"]))
    if lines:
        say("从 Git 里找回原来的文件；找不回来的，运行 disclose ledger repair。")
        sys.exit(DATA)


@ledger.command("show", help="一份记录公开过几版，上次公开的是什么。")
@click.argument("record", metavar="记录")
@ledger_option
def ledger_show(record: str, ledger: Path) -> None:
    """`disclose ledger show`"""
    from generator.publish import repair

    path = record.removeprefix("content/").removesuffix(".yml") + ".yml"
    lines = list(repair.show(ledger, path))
    if not lines:
        raise click.UsageError(f"底本里没有 {path}：写法是“镇/村/种类/名称”，例如 shidu/liuwan/finance/2026-10")
    say(*lines)


@ledger.command("repair", help="修底本：能读的留下，接不上的写明。先从 Git 里找，找不回来再用。")
@ledger_option
def ledger_repair(ledger: Path) -> None:
    """`disclose ledger repair`"""
    from generator.publish import repair

    say(*(tuple(repair.repair(ledger)) or ["底本没有问题，没有动。"]))
