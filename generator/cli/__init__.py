"""The command `disclose`. It has no logic: each command calls the pipeline and prints."""

from __future__ import annotations

import gc
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Literal, get_args

import click

from generator import __version__
from generator.cli.clerk import import_, init, new, schema, workbook
from generator.cli.failures import DATA, OURS, explained
from generator.cli.guard import ledger
from generator.cli.options import as_of_option, content_option, jobs_option, ledger_option, site_option
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


@click.group(help="三务公开：检查村里的记录，生成公开网站。")
@click.version_option(__version__, prog_name="disclose")
def disclose() -> None:
    """The group of all commands."""


@disclose.command(help="检查记录，告诉你哪里要改。写上文件、村或镇的文件夹，就只查那里。有要拦截的，退出码是1。")
@click.argument("asked", nargs=-1, metavar="[文件或文件夹]…")
@content_option
@ledger_option
@as_of_option
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
@jobs_option
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
@content_option
@ledger_option
@as_of_option
@site_option
@jobs_option
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
@content_option
@ledger_option
@as_of_option
@site_option
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
@content_option
@ledger_option
@as_of_option
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
@content_option
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
@content_option
@ledger_option
@as_of_option
@jobs_option
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
@content_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def coverage(content: Path, form: str) -> None:
    """`disclose coverage`"""
    from generator.report import coverage as report

    rows = report.coverage(content)
    emit(report.as_json(rows) if form == "json" else "\n".join(report.as_table(rows)))


for command in (init, new, workbook, import_, schema, ledger):
    disclose.add_command(command)


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
