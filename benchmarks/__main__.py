"""`python -m benchmarks small|county|growth`: what is promised about speed, against peers built from the same records.

Two commands that are compared run in turn, A B A B, and the ratio is the median of the pairs' ratios.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks import report
from benchmarks.bench import Bench, files_on, prepare, sizes_in_words
from benchmarks.measure import Run, median_ratio


@dataclass(frozen=True, slots=True)
class Size:
    """How large a county is, and how often each comparison is made."""

    villages: int
    cold: int
    """Pairs against Hugo."""
    mkdocs: int
    one: int


SIZES = {"small": Size(20, cold=3, mkdocs=1, one=5), "county": Size(400, cold=3, mkdocs=1, one=5)}
FEW, MANY = 40, 4_000
"""Villages: about 3,000 and 300,000 pages; how many pairs."""


def measure(name: str, size: Size) -> None:
    """One size against all peers."""
    bench = prepare(size.villages)
    print(sizes_in_words(bench), flush=True)
    runs: dict[str, list[Run]] = {}
    _in_turn(runs, size.cold, disclose_cold=bench.disclose_cold, hugo_cold=bench.hugo_cold)
    bench.prepare_mkdocs()
    beside: dict[str, list[Run]] = {}
    _in_turn(beside, size.mkdocs, disclose_cold=bench.disclose_cold, mkdocs_cold=bench.mkdocs_cold)
    runs["mkdocs_cold"] = beside["mkdocs_cold"]
    bench.disclose_warm()

    def one_record() -> Run:
        bench.change_a_record()
        return bench.disclose_warm()

    _in_turn(runs, size.one, disclose_one=one_record, hugo_one=bench.hugo_again)
    _in_turn(runs, size.one, disclose_same=bench.disclose_warm, check=bench.check)
    figures = report.figures_of(
        cold_vs_hugo=median_ratio(runs["disclose_cold"], runs["hugo_cold"]),
        cold_vs_mkdocs=median_ratio(beside["disclose_cold"], beside["mkdocs_cold"]),
        peak_mb=max(each.largest_mb for each in runs["disclose_cold"]),
        one_record_vs_hugo=median_ratio(runs["disclose_one"], runs["hugo_one"]),
        one_record_s=_middle(runs["disclose_one"]),
        check_records_per_s=bench.records / _middle(runs["check"]),
    )
    runs["disclose_cold"] = [*runs["disclose_cold"], *beside["disclose_cold"]]
    outputs = {of: bench.output(of) for of in ("disclose", "hugo", "mkdocs")}
    report.print_runs(runs)
    report.print_outputs(outputs)
    report.print_stages(bench.stages)
    report.print_figures(figures)
    report.save(
        name, figures, report.sources_of(runs, outputs, county=_county(bench), stages=bench.stages, files_on=files_on())
    )


def growth() -> None:
    """What a page costs in a county a hundred times as large, in processor time: nobody keeps a machine idle for so long."""
    few, many = prepare(FEW), prepare(MANY)
    print(f"{sizes_in_words(few)}；{sizes_in_words(many)}", flush=True)
    runs: dict[str, list[Run]] = {}
    _in_turn(runs, 1, disclose_few=few.disclose_cold, disclose_many=many.disclose_cold)
    _in_turn(runs, 2, disclose_few=few.disclose_cold)
    outputs = {"disclose_few": few.output("disclose"), "disclose_many": many.output("disclose")}
    pages = outputs["disclose_many"].pages / outputs["disclose_few"].pages
    small, large = (statistics.median(each.cpu for each in runs[name]) for name in ("disclose_few", "disclose_many"))
    figures = report.figures_of(page_cost_growth=large / small / pages)
    report.print_runs(runs)
    report.print_outputs(outputs)
    report.print_figures(figures)
    counties = {"few": _county(few), "many": _county(many)}
    report.save(
        "growth", figures, report.sources_of(runs, outputs, counties=counties, stages=many.stages, files_on=files_on())
    )
    shutil.rmtree(many.folder)


def _in_turn(runs: dict[str, list[Run]], times: int, **commands: Callable[[], Run]) -> None:
    for _ in range(times):
        for name, command in commands.items():
            done = command()
            runs.setdefault(name, []).append(done)
            print(f"  {name} {done.wall:.2f}秒", flush=True)


def _middle(runs: list[Run]) -> float:
    return statistics.median(each.wall for each in runs)


def _county(bench: Bench) -> dict[str, int]:
    return {"villages": bench.villages, "records": bench.records, "bytes": bench.bytes}


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["growth"]:
            growth()
        case [("small" | "county") as asked]:
            measure(asked, SIZES[asked])
        case _:
            sys.exit("用法：python -m benchmarks small、county 或者 growth")
