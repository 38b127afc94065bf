"""A04: where an attachment may lie, and what is suggested for one that cannot be found."""

from __future__ import annotations

import pytest

from generator.records.kinds import BY_FOLDER
from tests.support.village import HOME, judge


def told(file: str, *there: str) -> list[str]:
    """The remedies of A04 for a record in finance/ that names `file`."""
    text = BY_FOLDER["finance"].sample + f"附件:\n  - {{名称: 对账单, 文件: '{file}'}}\n"
    files = {f"{HOME}/finance/2026-10.yml": text, **{f"shidu/{path}": "x" for path in there}}
    return [finding.remedy for finding in judge(files).findings if finding.code == "A04"]


@pytest.mark.parametrize(
    ("file", "there"),
    [
        ("attachments/a.pdf", "liuwan/attachments/a.pdf"),
        ("./attachments/a.pdf", "liuwan/attachments/a.pdf"),
        ("attachments/a.pdf", "liuwan/finance/attachments/a.pdf"),
        ("finance/attachments/2026/a.pdf", "liuwan/finance/attachments/2026/a.pdf"),
        ("../attachments/a.pdf", "liuwan/attachments/a.pdf"),
    ],
)
def test_found(file: str, there: str) -> None:
    assert told(file, there) == []


@pytest.mark.parametrize(
    ("file", "there", "remedy"),
    [
        ("attachments\\a.pdf", "liuwan/attachments/a.pdf", "是不是“attachments/a.pdf”？改过来"),
        ("attachments/A.PDF", "liuwan/attachments/a.pdf", "是不是“attachments/a.pdf”？改过来"),
        ("a.pdf", "liuwan/attachments/2026/b.pdf", "把文件放到 shidu/liuwan/attachments/，名称照记录里写的"),
        (
            "../other/attachments/a.pdf",
            "other/attachments/a.pdf",
            "把文件放到 shidu/liuwan/attachments/，名称照记录里写的",
        ),
        ("finance/2026-10.yml", "liuwan/x/a.pdf", "把文件放到 shidu/liuwan/attachments/，名称照记录里写的"),
    ],
)
def test_not_found(file: str, there: str, remedy: str) -> None:
    assert told(file, there) == [remedy]
