"""CSV as Excel opens it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.delimited import csv_bytes
from tests.exports.model import SAMPLES, files, village


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_golden() -> None:
    """Read in review: the entries of the sample accounts."""
    page = "https://sanwu.example/sw/shidu/liuwan/finance/2026-10.html,2026年10月财务收支"
    pond = "501 经营收入,承包费和租金,东塘鱼塘承包费（2026年下半年）,18000.00,李某某,,,,,"
    wages = (
        "514 公益支出,环境卫生,保洁员10月工资（2人，每人2800元）,5600.00,保洁员2人,村报账员 周小梅,村委会主任 林志远,,,"
    )
    lines = [
        "\ufeff记录网址,记录标题,行号,收支,日期,凭证号,账户,转入账户,科目,类别,摘要,金额,对方,经手,批准,决策,专款,写法",
        f"{page},1,收入,2026-10-09,收-21,基本户,,{pond}",
        f"{page},2,支出,2026-10-10,支-46,基本户,,{wages}",
        "",
    ]
    assert files(village())["finance-entries.csv"] == "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    "text", ["=1+1", "+86 0000", "-1-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|'/c calc'!A1", "＝1+1", "＠a", "-"]
)
def test_no_cell_runs(text: str) -> None:
    assert read(csv_bytes(["列"], [[text]]))[1] == [f"'{text}"]


@pytest.mark.parametrize("text", ["-5.00", "+5", "0612", "007", "5600.00", "'", "1-2", "2026-10", ""])
def test_what_cannot_run_stays(text: str) -> None:
    """Plain numbers and leading zeros stand in the file as they were written."""
    assert read(csv_bytes(["列", "末"], [[text, "x"]]))[1] == [text, "x"]


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_any_text_survives(rows: list[list[str]]) -> None:
    """Save for the apostrophe in front."""
    data = csv_bytes(["甲", "乙"], rows)
    assert data.startswith(b"\xef\xbb\xbf")
    for before, after in zip([["甲", "乙"], *rows], read(data), strict=True):
        assert all(cell in (text, f"'{text}") for text, cell in zip(before, after, strict=True))


def test_formula_in_a_record() -> None:
    """From YAML to the file; JSON, which nothing runs, has the text as it is."""
    sample = SAMPLES["finance/2026-10"].replace("摘要: 东塘", "摘要: =HYPERLINK(A1) 东塘").replace("收-21", "-0021")
    made = files(village({"finance/2026-10": sample}))
    row = dict(zip(*read(made["finance-entries.csv"])[:2], strict=True))
    assert (row["摘要"][:6], row["凭证号"]) == ("'=HYPE", "-0021")
    assert '"摘要":"=HYPERLINK(A1) 东塘' in made["records.json"].decode()


def test_money_days_and_flags() -> None:
    """Two decimals, no commas; ISO days; 是 or 否."""
    finance = SAMPLES["finance/2026-10"].replace("金额: 18000.00", "金额: 1234567")
    promise = SAMPLES["commitments/2026-10"] + "已撤销: 是\n"
    made = files(village({"finance/2026-10": finance, "commitments/2026-10": promise}))
    assert dict(zip(*read(made["finance-entries.csv"])[:2], strict=True))["金额"] == "1234567.00"
    row = dict(zip(*read(made["commitments.csv"])[:2], strict=True))
    assert (row["期限"], row["衡量/数量"], row["花费"], row["已撤销"]) == ("2026-09-30", "380", "6000.00", "是")


def test_long_form_of_tables() -> None:
    """Notices have columns of their own: a row for each cell, with its unit."""
    rows = read(files(village())["notices-tables.csv"])
    assert [row[2:] for row in rows[2:4]] == [
        ["1", "第三季度办事情况", "1", "明细", "数量", "3", "处"],
        ["1", "第三季度办事情况", "1", "明细", "花费", "4200.00", "元"],
    ]
    assert rows[-1][4:] == ["3", "合计", "花费", "10200.00", "元"]
