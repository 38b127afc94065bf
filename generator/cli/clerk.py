"""Commands for who writes records: a new county, a new record, workbooks, schemas for editors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.failures import DATA
from generator.cli.options import as_of_option, content_option, ledger_option
from generator.report.console import emit, say


@click.command(help="新建一个县自己的文件夹：资料、网站的设置、自动检查都写好。什么都不问。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--county", default="某县", show_default=True, metavar="名称", help="县的名称")
@click.option(
    "--township", default="zhen=某镇", show_default=True, metavar="文件夹=名称", help="一个镇，例如 shidu=石渡镇"
)
@click.option(
    "--village", default="cun=某村", show_default=True, metavar="文件夹=名称", help="镇里的一个村，例如 liuwan=柳湾村"
)
@click.option("--from", "source", metavar="安装包", help="自动检查和公开时从哪里装程序：.whl 文件或者网址")
def init(folder: Path, county: str, township: str, village: str, source: str | None) -> None:
    """`disclose init`"""
    from datetime import datetime

    from generator.base.dates import CHINA
    from generator.starter.folder import start

    written = start(folder, county, township, village, source, datetime.now(CHINA).date())
    say(f"写好了{len(written)}个文件，在 {folder} 里：")
    say(*(f"  {path}" for path in written))
    say("下一步：看里面的 README.md，把“待填”的填上；再到那个文件夹里运行 disclose check、disclose build。")
    if source is None:
        say("自动检查和公开从哪里装程序还没有写：填在 requirements.txt 的最后一行。")


@click.command(
    help="新建一份空表，照着填。写文件名，或者只写村、镇的文件夹；都不写就显示在屏幕上；种类也不写就列出种类。"
)
@click.argument("kind", required=False, metavar="[种类]")
@click.argument("path", required=False, metavar="[文件或文件夹]", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "source",
    metavar="记录",
    type=click.Path(path_type=Path),
    help="照哪一份填好不变的；不写，就照同一个文件夹里的上一份。更正写改的是哪一份，改了什么照底本填好",
)
@ledger_option
def new(kind: str | None, path: Path | None, source: Path | None, ledger: Path) -> None:
    """`disclose new`"""
    from datetime import datetime

    from generator.base.dates import CHINA
    from generator.records.form import form
    from generator.records.kinds import BY_FOLDER
    from generator.records.layout import WHERE
    from generator.starter.record import begin

    if kind is None:
        say(*(f"{folder:15} {one.name}" for folder, one in BY_FOLDER.items()))
        say(f"{WHERE}。例如：disclose new finance content/shidu/liuwan")
        return
    if kind not in BY_FOLDER:
        known = "、".join(f"{folder}（{k.name}）" for folder, k in BY_FOLDER.items())
        raise click.UsageError(f"没有“{kind}”这种记录，可以写：{known}")
    if path is None:
        emit(form(BY_FOLDER[kind]).removesuffix("\n"))
        return
    written, model = begin(BY_FOLDER[kind], path, datetime.now(CHINA).date(), source, ledger)
    say(f"写好了：{written}。把每个〔〕连括号一起换成真的内容，填完运行 disclose check {written}。")
    if model and kind == "corrections" and source:
        say(f"{model.name} 公开以后改了什么，照底本填好了。")
    elif model:
        say(f"不变的照 {model.name} 填好了，变了的改过来。")


@click.command(help="做一份填报表（Excel），照着填。写种类和村、镇的文件夹。填好了用 disclose import 读进来。")
@click.argument("kind", metavar="种类")
@click.argument("folder", metavar="村或镇的文件夹", type=click.Path(path_type=Path))
@click.option("--name", metavar="名称", help="记录的文件名，例如 2026-11；不写，就是该写的那个月、季度或年")
@click.option("--out", metavar="文件", type=click.Path(path_type=Path), help="存在哪里；不写，就存在这里")
def workbook(kind: str, folder: Path, name: str | None, out: Path | None) -> None:
    """`disclose workbook`"""
    from datetime import datetime

    from generator.base.dates import CHINA
    from generator.records.kinds import BY_FOLDER
    from generator.starter.record import address_for
    from generator.workbook.importing import blank, title_of

    if kind not in BY_FOLDER:
        raise click.UsageError(f"没有“{kind}”这种记录，运行 disclose new 看有哪些")
    content, address = address_for(BY_FOLDER[kind], folder, datetime.now(CHINA).date(), name)
    path = out or Path(f"{title_of(content, address)}.xlsx")
    data = blank(content, address)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise click.UsageError(f"{path} 已经有了，没有动它；用 --out 换个文件名") from None
    say(f"做好了：{path}。填好存盘，运行 disclose import {path}。")


@click.command("import", help="读填好的填报表（.xlsx、.xls、.ods），写成记录；有要改的，另外给一份标红的。")
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path, exists=True))
@content_option
@ledger_option
@as_of_option
@click.option("--replace", is_flag=True, help="已经有这份记录的，换成这次的")
@click.option(
    "--to",
    "record",
    metavar="记录",
    type=click.Path(path_type=Path),
    help="读自己的表：写要做成哪份记录，例如 content/镇/村/benefits/2026-q4.yml；先做成填报表",
)
def import_(
    files: tuple[Path, ...], content: Path, ledger: Path, as_of: str | None, replace: bool, record: Path | None
) -> None:
    """`disclose import`"""
    from generator.cli.imports import print_begun, print_imported

    if record is not None:
        if len(files) != 1:
            raise click.UsageError("--to 一次读一个文件")
        if not print_begun(files[0], record, content, ledger, as_of):
            sys.exit(DATA)
        return
    written = [print_imported(file, content, ledger, as_of, replace=replace) for file in files]
    if not all(written):
        sys.exit(DATA)


@click.command(help="写好各种记录的 JSON Schema，给编辑器用：写YAML时自动补全、提示写错的地方。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False))
def schema(folder: Path) -> None:
    """`disclose schema`"""
    from generator.starter.schemas import write_schemas

    say(f"写好了：{folder} 里{write_schemas(folder)}个文件。编辑器照它补全和提示；查记录还是用 disclose check。")
