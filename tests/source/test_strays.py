"""Files that are neither a record nor an attachment: each is told, with its own cause and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import check

VILLAGE, OWN = "shidu/liuwan/notices", "shidu/records/notices"
RENAMED = (
    ("2026-11.txt", "改名为：2026-11.yml"),
    ("2026-11", "改名为：2026-11.yml"),
    ("2026-11.yaml", "改名为：2026-11.yml"),
    ("2026-11.YML", "改名为：2026-11.yml"),
    ("2026-11。yml", "改名为：2026-11.yml"),
    ("2026-11．yml", "改名为：2026-11.yml"),
    ("2026-11.yml.txt", "改名为：2026-11.yml"),
    ("2026-11.yml.bak", "改名为：2026-11.yml"),
    ("2026-11.yml~", "改名为：2026-11.yml"),
    ("2026-11.yml - 副本", "改名为：2026-11.yml"),
    ("2026-11.yml.yml", "改名为：2026-11.yml"),
    ("2026_11.yml", "改名为：2026-11.yml"),
    (".2026-11.yml", "改名为：2026-11.yml"),
    ("停水公告.txt", "改名为：2026-11.yml"),
    ("2026-10.txt", "旁边已经有 2026-10.yml"),
    ("停水公告.yml", "只用小写英文字母"),
)
"""In the folder of a kind: Y14."""
PLACED = (
    *((f"{folder}/账.xlsx", "attachments 文件夹") for folder in ("", "shidu", "shidu/liuwan", VILLAGE, OWN)),
    *((f"{folder}/2026-11.txt", "“镇/村/种类/”") for folder in ("", "shidu", "shidu/liuwan", "shidu/records")),
    *((f"{folder}/2026-11.yml", "“镇/records/种类/”") for folder in ("", "shidu", "shidu/liuwan", "shidu/records")),
    ("shidu/notices/2026-11.yml", "移到：shidu/records/notices/2026-11.yml"),
    ("shidu/liuwan/notice/2026-11.yml", "是不是“notices”？"),
    ("shidu/liuwan/notices/2026/11.yml", "“镇/村/种类/”"),
    ("shidu/liuwan/照片/1.jpg", "attachments 文件夹"),
    ("照片/1.jpg", "attachments 文件夹"),
    ("shidu/attachments/1.jpg", "attachments 文件夹"),
    ("attachments/1.jpg", "attachments 文件夹"),
    ("shidu/liuwan/township.yml", "“镇/township.yml”"),
    ("shidu/liuwan/liuwan/village.yml", "“镇/村/village.yml”"),
    ("shidu/county.yml", "最外面"),
)
"""Anywhere else: Y15."""
CASES = [
    *((f"{folder}/{name}", "Y14", remedy) for folder in (VILLAGE, OWN) for name, remedy in RENAMED),
    *(
        ("shidu/liuwan/village.yml.txt", "Y14", "旁边已经有 village.yml"),
        ("shidu/township。yml", "Y14", "township.yml"),
    ),
    *((path.lstrip("/"), "Y15", remedy) for path, remedy in PLACED),
]


@pytest.mark.parametrize(("path", "code", "remedy"), CASES, ids=[case[0] for case in CASES])
def test_told_with_cause_and_remedy(county: Path, path: str, code: str, remedy: str) -> None:
    (county / "content/shidu/records/notices").mkdir(parents=True)
    sample = county / "content/shidu/liuwan/notices/2026-10.yml"
    (county / "content/shidu/records/notices/2026-10.yml").write_bytes(sample.read_bytes())
    target = county / "content" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("标题: 三组停水公告\n", encoding="utf-8")
    found = [one for one in check.check(county / "content", county / "ledger").findings if one.span.path == path]
    assert [one.code for one in found] == [code]
    assert remedy in found[0].remedy


@pytest.mark.parametrize(
    "path",
    [
        "shidu/liuwan/attachments/a.pdf", f"{VILLAGE}/attachments/a.pdf", "shidu/records/attachments/a.pdf",
        f"{OWN}/attachments/2026/a.pdf", f"{VILLAGE}/~$a.xlsx", f"{VILLAGE}/._2026-11.yml", f"{VILLAGE}/.DS_Store",
        f"{VILLAGE}/Thumbs.db",
    ],
)  # fmt: skip
def test_attachments_and_leftovers_are_passed_over(county: Path, path: str) -> None:
    target = county / "content" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("x", encoding="utf-8")
    assert [one for one in check.check(county / "content", county / "ledger").findings if one.span.path == path] == []
