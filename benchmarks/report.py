"""What a run of the benchmark says: the table on the screen, and the figures in last.json."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from benchmarks.measure import Output, Run

LAST = Path(__file__).parent / "last.json"
TARGETS = {
    "cold_vs_hugo": ("从头生成，和 Hugo 只写页面比", "≤", 1.0),
    "cold_vs_mkdocs": ("从头生成，和 MkDocs + Material 比", "≤", 0.125),
    "peak_mb": ("从头生成，最大的一个进程，MB", "≤", 400),
    "one_record_vs_hugo": ("改一份记录，和 Hugo 重做比", "≤", 0.067),
    "one_record_s": ("改一份记录，整个进程，秒", "≤", 1.5),
    "check_records_per_s": ("检查，每秒多少份", "≥", 5000),
    "page_cost_growth": ("一页的花费，四千个村比四十个村", "≤", 1.1),
}
"""design.md, section 6."""
_COMMANDS = {
    "disclose_cold": "disclose build 从头",
    "hugo_cold": "Hugo 从头",
    "mkdocs_cold": "MkDocs + Material 从头",
    "disclose_one": "disclose build 改一份",
    "hugo_one": "Hugo 改一份",
    "disclose_same": "disclose build 没有改",
    "check": "disclose check",
    "disclose_few": "disclose build 从头，四十个村",
    "disclose_many": "disclose build 从头，四千个村",
}


def figures_of(**known: float) -> dict[str, float | None]:
    """All figures of a size; those it does not give are null."""
    return {name: round(known[name], 4) if name in known else None for name in TARGETS}


def machine() -> dict[str, object]:
    """What it ran on."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(": ")[1] for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    versions = {name: version(name) for name in ("hugo", "mkdocs", "mkdocs-material")}
    cores = len(os.sched_getaffinity(0))
    return {
        "cpu": model,
        "cores": cores,
        "memory_gb": round(memory / 1e9),
        "python": platform.python_version(),
    } | versions


def save(size: str, figures: Mapping[str, float | None], sources: Mapping[str, Any]) -> None:
    """Put a size's figures into last.json beside those of the other sizes."""
    kept = json.loads(LAST.read_text(encoding="utf-8")) if LAST.exists() else {}
    kept[size] = {**figures, "sources": sources}
    LAST.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def sources_of(runs: Mapping[str, Sequence[Run]], outputs: Mapping[str, Output], **more: object) -> dict[str, object]:
    """Everything the figures were computed from."""
    return {
        "machine": machine(),
        "runs": {name: [each.figures() for each in some] for name, some in runs.items()},
        "outputs": {name: asdict(output) for name, output in outputs.items()},
        **more,
    }


def print_runs(runs: Mapping[str, Sequence[Run]]) -> None:
    """Medians of each command's runs."""
    print(f"\n{_wide('每条命令，取中位数', 34)}    次数       秒 处理器秒 其中内核 最大进程MB  全部MB")
    for name, some in runs.items():
        wall, cpu, kernel, largest, whole = (
            statistics.median(getattr(each, field) for each in some)
            for field in ("wall", "cpu", "kernel", "largest_mb", "sum_mb")
        )
        times = f"{wall:9.2f}{cpu:9.2f}{kernel:9.2f}"
        print(f"{_wide(_COMMANDS[name], 34)}{len(some):8d}{times}{largest:11.0f}{whole:8.0f}")


def print_outputs(outputs: Mapping[str, Output]) -> None:
    """How much each left on the disk."""
    print(f"\n{_wide('生成了什么', 34)}    页面     文件       MB")
    for name, output in outputs.items():
        print(f"{_wide(name, 34)}{output.pages:8d}{output.files:9d}{output.bytes / 1e6:9.1f}")


def print_stages(stages: Sequence[Mapping[str, float]]) -> None:
    """Where the time of a cold build goes, medians."""
    names = dict.fromkeys(name for each in stages for name in each)
    said = (f"{name}{statistics.median(each.get(name, 0.0) for each in stages):.2f}" for name in names)
    print(f"\n从头生成，各步用了几秒：{'，'.join(said)}")


def print_figures(figures: Mapping[str, float | None]) -> None:
    """Each figure beside its target."""
    print(f"\n{_wide('和目标比', 44)}      量到      目标")
    for name, (said, bound, target) in TARGETS.items():
        value = figures[name]
        if value is None:
            continue
        met = value <= target if bound == "≤" else value >= target
        print(f"{_wide(said, 44)}{value:10.4g}    {bound} {target:<8g}{'' if met else '没有达到'}")


def _wide(text: str, columns: int) -> str:
    """Padded, where a Chinese character takes two columns."""
    return text + " " * (columns - sum(2 if east_asian_width(each) in "WF" else 1 for each in text))
