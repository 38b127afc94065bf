"""The command `disclose`. It has no logic: each command calls the pipeline and prints."""

from __future__ import annotations

import gc
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Literal, get_args

import click

from generator import __version__
from generator.cli.failures import DATA, OURS, explained
from generator.cli.results import (
    DOCUMENTS,
    Format,
    print_asked,
    print_built,
    print_change,
    print_findings,
    print_sheet,
    save_page,
)
from generator.report.console import emit, in_utf8, say
from generator.report.redacted import Redacted

_content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="记录所在的文件夹"
)
_ledger = click.option(
    "--ledger", type=click.Path(path_type=Path), default=Path("ledger"), show_default=True, help="上次公开的底本"
)
_as_of = click.option("--as-of", metavar="年-月-日", help="按哪一天的情况查，默认今天（演示县按演示日期）")
_site = click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="网站放在哪里"
)
_jobs = click.option("--jobs", type=click.IntRange(1), help="同时用几个进程，默认有几个核用几个")


@click.group(help="三务公开：检查村里的记录，生成公开网站。")
@click.version_option(__version__, prog_name="disclose")
def disclose() -> None:
    """The group of all commands."""


@disclose.command(help="检查记录，告诉你哪里要改。写上文件、村或镇的文件夹，就只查那里。有要拦截的，退出码是1。")
@click.argument("asked", nargs=-1, metavar="[文件或文件夹]…")
@_content
@_ledger
@_as_of
@click.option("--strict", is_flag=True, help="有任何问题都算不通过")
@click.option("--fix", is_flag=True, help="意思清楚的写法替你改好，改了哪里列出来")
@click.option("--since", "base", metavar="分支", help="只判断改动：和这个分支比，新出现要拦截的，退出码才是1")
@click.option(
    "--html", "page", metavar="文件", type=click.Path(path_type=Path), help="结果另存成一页，打印或者发给各村"
)
@click.option("--mask", is_flag=True, help="和 --fix 一起用：看准了的姓名、证号、手机号替你遮住")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    default="text",
    show_default=True,
    help="写成什么样：text 给人看；sarif 给代码扫描平台，junit 给列测试结果的平台",
)
@_jobs
def check(
    asked: tuple[str, ...],
    content: Path,
    ledger: Path,
    as_of: str | None,
    strict: bool,
    fix: bool,
    mask: bool,
    base: str | None,
    page: Path | None,
    form: Format,
    jobs: int | None,
) -> None:
    """`disclose check`"""
    from generator.build.asked import inside, within
    from generator.build.check import EVERYTHING
    from generator.build.check import check as judge
    from generator.build.since import since
    from generator.engine.executor import processes
    from generator.report.mend import mend
    from generator.report.repository import prefix_of

    if mask and not fix:
        raise click.UsageError("--mask 要和 --fix 一起用")
    if fix and base is not None:
        raise click.UsageError("--fix 和 --since 分开用：先改好，再比")
    if page and base is not None:
        raise click.UsageError("--html 和 --since 分开用")
    if asked and base is not None:
        raise click.UsageError("--since 自己知道动了哪些文件，不用再写文件名")
    prefix = prefix_of(content) if form in ("sarif", "junit") else f"{content.as_posix().rstrip('/')}/"
    if base is not None:
        change = since(content, ledger, base, as_of, executor=processes(jobs))
        print_change(change, base, prefix, form)
        if change.stops or (strict and change.fresh):
            sys.exit(DATA)
        return
    only = tuple(inside(content, one) for one in asked) if content.is_dir() and asked else EVERYTHING
    checked = judge(content, ledger, as_of, only=only, executor=processes(jobs))
    for _ in range(5):  # what was mended may let more be seen
        if not fix or not (changes := list(mend(content, within(checked.findings, only), mask=mask))):
            break
        say(*changes, err=form in DOCUMENTS)
        checked = judge(content, ledger, as_of, only=only, executor=processes(jobs))
    if EVERYTHING[0] not in only:
        checked = print_asked(checked, only, prefix, form)
    else:
        print_findings(checked, prefix, form)
    if page:
        save_page(checked, prefix, page)
    if checked.stops or (strict and checked.findings):
        sys.exit(DATA)


@disclose.command(help="检查记录，生成网站。有问题的记录暂缓公开，其余照常。")
@_content
@_ledger
@_as_of
@_site
@_jobs
@click.option("--publish", is_flag=True, help="正式公开：把这次公开的内容记进底本")
@click.option("--only", multiple=True, metavar="镇", help="只生成这个镇（文件夹名）的部分，可以写几次")
@click.option("--no-cache", "afresh", is_flag=True, help="不用以前的结果，全部重新生成")
@click.option("--xlsx", "workbooks", is_flag=True, help="数据也做成 Excel 文件")
@click.option("--scheduler", metavar="tcp://…", help="交给 Dask 集群去做")
@click.option("--json", "as_json", is_flag=True, help="结果写成 JSON，给程序看")
def build(
    content: Path,
    ledger: Path,
    as_of: str | None,
    site: Path,
    jobs: int | None,
    publish: bool,
    only: tuple[str, ...],
    afresh: bool,
    workbooks: bool,
    scheduler: str | None,
    as_json: bool,
) -> None:
    """`disclose build`"""
    from generator import pipeline
    from generator.engine.executor import cluster, processes
    from generator.engine.progress import Progress

    progress = Progress(sys.stderr)
    built = pipeline.build(
        _config_file(),
        content,
        site,
        ledger,
        as_of=as_of,
        publish=publish,
        afresh=afresh,
        workbooks=workbooks,
        only=only,
        executor=cluster(scheduler) if scheduler else processes(jobs),
        tell=progress,
    )
    print_built(built, content, site, progress.seconds, as_json=as_json)


@disclose.command(help="各镇的部分都生成好了，拼成全县的网站。")
@_content
@_ledger
@_as_of
@_site
@click.option("--json", "as_json", is_flag=True, help="结果写成 JSON，给程序看")
def assemble(content: Path, ledger: Path, as_of: str | None, site: Path, as_json: bool) -> None:
    """`disclose assemble`"""
    from generator import pipeline
    from generator.engine.executor import processes
    from generator.engine.progress import Progress

    progress = Progress(sys.stderr)
    built = pipeline.build(
        _config_file(), content, site, ledger, as_of=as_of, assemble=True, executor=processes(), tell=progress
    )
    print_built(built, content, site, progress.seconds, as_json=as_json)


@disclose.command(help="做张贴版（HTML 和 PDF）。写记录文件或村的文件夹；不写，就做全县正在公示的。")
@click.argument("asked", nargs=-1, metavar="[记录或文件夹]…", type=click.Path(path_type=Path))
@click.option("--paper", type=click.Choice(["A4", "A3"]), default="A4", show_default=True, help="纸张，A3 的字大四成")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("posters"), show_default=True, help="张贴版放在哪里"
)
@_content
@_ledger
@_as_of
def poster(
    asked: tuple[Path, ...], paper: Literal["A4", "A3"], out: Path, content: Path, ledger: Path, as_of: str | None
) -> None:
    """`disclose poster`"""
    from generator.poster import chromium
    from generator.poster.posters import posters

    theme = _config_file().parent / "theme"
    browser = chromium.find()
    done = posters(content, ledger, theme, out, asked, paper=paper, browser=browser, as_of=as_of, tell=print_sheet)
    for one in done.refused:
        say(f"没有做：{one.path}：{one.reason}。")
    if done.sheets:
        say(f"做好了{len(done.sheets)}份{paper}张贴版，在 {out} 里。黑白打印也看得清。")
    if done.sheets and not all(sheet.pdf for sheet in done.sheets):
        found = "" if browser else "没有找到 Chrome、Edge 或 Chromium，"
        say(
            f"{found}没做成 PDF 的，用浏览器（最好是新版 Edge 或 Chrome）打开 .html，"
            f"按 Ctrl+P：纸张选{paper}，缩放选100%，不勾“页眉和页脚”。"
        )
    if done.refused:
        sys.exit(DATA)


@disclose.command(help="按镇分给 CI 的几台机器：列出任务表。")
@_content
@click.option("--format", "form", type=click.Choice(["github", "gitlab"]), default="github", show_default=True)
def shards(content: Path, form: str) -> None:
    """`disclose shards`"""
    from generator.build.survey import parts_in
    from generator.report.shards import as_matrix

    emit(as_matrix(parts_in(content), form))


@disclose.command(help="边改边看：在本机打开网站，记录一改就重新生成。")
@click.option("--address", default="127.0.0.1:8000", show_default=True)
def serve(address: str) -> None:
    """`disclose serve`"""
    from mkdocs.commands.serve import serve as host_serve

    host_serve(config_file=str(_config_file()), livereload=True, dev_addr=address)


@disclose.command(help="列出规则；写上编号，讲解这一条。")
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """`disclose rules`"""
    from generator.base.suggest import closest
    from generator.report.rules import rule_help, rule_list
    from generator.rules.catalogue import catalogue

    if code is None:
        say(*rule_list())
        return
    rule = catalogue().get(code.upper())
    if rule is None:
        meant = closest(code.upper(), catalogue())
        raise click.UsageError(f"没有规则 {code}" + (f"，是不是 {meant}？" if meant else ""))
    say(*rule_help(rule))


@disclose.command(help="这个月要做的：缺的、晚了的、到期的，每件用哪个命令开始。不写村和镇，就看全县。")
@click.option("--village", metavar="镇/村", help="一个村的，写文件夹的名称，例如 shidu/liuwan")
@click.option("--township", metavar="镇", help="一个镇的")
@click.option("--county", "itself", is_flag=True, help="县里自己的（records 文件夹）")
@_content
@_ledger
@_as_of
@_jobs
def due(
    village: str | None,
    township: str | None,
    itself: bool,
    content: Path,
    ledger: Path,
    as_of: str | None,
    jobs: int | None,
) -> None:
    """`disclose due`"""
    from generator.build import duties as report
    from generator.engine.executor import processes
    from generator.records.layout import COUNTY

    if village and "/" not in village.replace("\\", "/").strip("/"):
        raise click.UsageError(f"--village 要写“镇/村”，例如 shidu/liuwan；看一个镇的，用 --township {village}")
    try:
        asked = COUNTY.folder if itself else (village or township or "").replace("\\", "/")
        lines = report.due(content, ledger, as_of, asked, executor=processes(jobs))
    except report.NoSuchPlace as error:
        raise click.UsageError(str(error)) from error
    say(*lines)


@disclose.command(help="源文件里的每一项做法成了哪种记录、哪条规则、哪个指标，例子在哪里。")
@_content
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def coverage(content: Path, form: str) -> None:
    """`disclose coverage`"""
    from generator.report import coverage as report

    rows = report.coverage(content)
    emit(report.as_json(rows) if form == "json" else "\n".join(report.as_table(rows)))


@disclose.command(help="新建一个县自己的文件夹：资料、网站的设置、自动检查都写好。什么都不问。")
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


@disclose.command(
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
@_ledger
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


@disclose.command(help="做一份填报表（Excel），照着填。写种类和村、镇的文件夹。填好了用 disclose import 读进来。")
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


@disclose.command("import", help="读填好的填报表（.xlsx、.xls、.ods），写成记录；有要改的，另外给一份标红的。")
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path, exists=True))
@_content
@_ledger
@_as_of
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


@disclose.command(help="写好各种记录的 JSON Schema，给编辑器用：写YAML时自动补全、提示写错的地方。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False))
def schema(folder: Path) -> None:
    """`disclose schema`"""
    from generator.starter.schemas import write_schemas

    say(f"写好了：{folder} 里{write_schemas(folder)}个文件。编辑器照它补全和提示；查记录还是用 disclose check。")


@disclose.group(help="底本：公开过什么，有没有被改过。")
def ledger() -> None:
    """The group `disclose ledger`."""


@ledger.command("check", help="底本有没有坏、有没有人改过。有的，退出码是1。")
@_ledger
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
@_ledger
def ledger_show(record: str, ledger: Path) -> None:
    """`disclose ledger show`"""
    from generator.publish import repair

    path = record.removeprefix("content/").removesuffix(".yml") + ".yml"
    lines = list(repair.show(ledger, path))
    if not lines:
        raise click.UsageError(f"底本里没有 {path}：写法是“镇/村/种类/名称”，例如 shidu/liuwan/finance/2026-10")
    say(*lines)


@ledger.command("repair", help="修底本：能读的留下，接不上的写明。先从 Git 里找，找不回来再用。")
@_ledger
def ledger_repair(ledger: Path) -> None:
    """`disclose ledger repair`"""
    from generator.publish import repair

    say(*(tuple(repair.repair(ledger)) or ["底本没有问题，没有动。"]))


def main() -> None:
    """Run a command. An error becomes a sentence and an exit code."""
    # Loading makes many objects that stay. To look for garbage after every 700 of them takes 4 % of a check.
    gc.set_threshold(50_000)
    in_utf8()
    with redirect_stdout(Redacted(sys.stdout)), redirect_stderr(Redacted(sys.stderr)):
        _run()


def _run() -> None:
    try:
        disclose(standalone_mode=False)
    except click.ClickException as error:
        say(f"用法不对：{error.format_message()}", err=True)
        if isinstance(error, click.UsageError) and error.ctx:
            say(f"怎么用：{error.ctx.command_path} --help", err=True)
        sys.exit(OURS)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(OURS)
    except Exception as error:
        sys.exit(explained(error))


def _config_file() -> Path:
    path = Path("mkdocs.yml")
    if not path.is_file():
        raise click.UsageError("这里没有 mkdocs.yml。请在项目的文件夹里运行。")
    return path
