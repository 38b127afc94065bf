"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

content_option = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="记录所在的文件夹"
)
ledger_option = click.option(
    "--ledger", type=click.Path(path_type=Path), default=Path("ledger"), show_default=True, help="上次公开的底本"
)
as_of_option = click.option("--as-of", metavar="年-月-日", help="按哪一天的情况查，默认今天（演示县按演示日期）")
site_option = click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="网站放在哪里"
)
jobs_option = click.option("--jobs", type=click.IntRange(1), help="同时用几个进程，默认有几个核用几个")
