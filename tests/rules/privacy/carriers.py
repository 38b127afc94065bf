"""Where a text can stand: a file around every seed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.records.kinds import BY_FOLDER
from generator.records.kinds.finance import SAMPLE as FINANCE
from generator.records.kinds.notices import SAMPLE as NOTICE
from generator.records.kinds.questions import SAMPLE as QUESTION
from tests.rules.privacy.seeds import Seed
from tests.support.real import ROOT as REAL
from tests.support.village import VILLAGE, judge

Write = Callable[[str], str]


def _quoted(text: str) -> str:
    """As YAML reads it back unchanged, on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _in(sample: str, old: str) -> Write:
    assert old in sample, old
    return lambda text: sample.replace(old, _quoted(text), 1)


def _body(text: str) -> str:
    return re.sub(r"正文: \|\n.*\n", lambda _: f"正文: {_quoted(text)}\n", NOTICE)


CARRIERS: Mapping[str, tuple[str, Write]] = {
    "标题": ("notices", _in(NOTICE, "2026年第三季度村务事项公开")),
    "正文": ("notices", lambda text: _body(f"第三季度办了这些事。{text}。数字见下表。")),
    "正文一段": (
        "notices",
        lambda text: re.sub(r"正文: \|\n.*\n", lambda _: "正文: |\n  " + text.replace("\n", "\n  ") + "\n", NOTICE),
    ),
    "格": ("notices", _in(NOTICE, "清理河道")),
    "表头": ("notices", _in(NOTICE, "花费")),
    "表名": ("notices", _in(NOTICE, "第三季度办事情况")),
    "表的备注": (
        "notices",
        lambda text: NOTICE.replace("    合计: [合计", f"    备注: {_quoted(text)}\n    合计: [合计"),
    ),
    "列表": ("notices", lambda text: NOTICE + f"依据:\n  - 村民自治章程\n  - {_quoted(text)}\n"),
    "字段名": ("notices", lambda text: NOTICE + f"{_quoted(text)}: 甲\n"),
    "说明": ("notices", lambda text: NOTICE + f"说明: {_quoted(text)}\n"),
    "审核意见": ("notices", lambda text: NOTICE.replace("意见: 同意公开", f"意见: {_quoted(text)}")),
    "附件名称": ("notices", lambda text: NOTICE + f"附件:\n  - 名称: {_quoted(text)}\n    仅存纸质: 是\n"),
    "摘要": ("finance", _in(FINANCE, "保洁员10月工资（2人，每人2800元）")),
    "问题": (
        "questions",
        lambda text: re.sub(r"(?m)^问题: .*(?:\n  .*)*", lambda _: f"问题: {_quoted(text)}", QUESTION),
    ),
    "读不出的记录": ("notices", lambda text: f"标题: {_quoted(text)}\n"),
    "资料": ("", lambda text: VILLAGE + f"情况说明:\n  - {{事项: 财务收支, 期间: 2026-10, 说明: {_quoted(text)}}}\n"),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """A seed in a carrier, and whether it was withheld."""

    seed: Seed
    carrier: str
    caught: bool


def tried(seeds: list[Seed]) -> Iterator[Tried]:
    """Every seed in every carrier, judged as the clerk's file would be."""
    for carrier, (kind, write) in CARRIERS.items():
        paths = [f"shidu/liuwan/{kind}/s{i}.yml" if kind else f"shidu/v{i}/village.yml" for i in range(len(seeds))]
        files: dict[str, str | bytes] = {path: write(seed.text) for path, seed in zip(paths, seeds, strict=True)}
        judged = judge(files, 停更天数="36500", 目录最低覆盖率="0")
        stopped = {f.span.path for f in judged.findings if f.code.startswith("P") and f.effect.value == "拦截"}
        for path, seed in zip(files, seeds, strict=True):
            yield Tried(seed, carrier, path in stopped)


def harmless() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Records that were really published, those of the demonstration, and the samples; by township."""
    for root in (REAL, REAL.parents[1] / "content"):
        for township in sorted(path.parent for path in root.glob("*/township.yml")):
            yield (
                township.name,
                {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(township.rglob("*.yml"))},
            )
    samples = {f"shidu/liuwan/{folder}/sample.yml": kind.sample.encode() for folder, kind in BY_FOLDER.items()}
    profile = Path(REAL.parents[1] / "content/shidu/township.yml").read_bytes()
    yield "shidu", {"shidu/township.yml": profile, "shidu/liuwan/village.yml": VILLAGE.encode(), **samples}
