"""Edge cases of the finance rules that are no example for clerks: properties, units, and real published figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.base.money import round_half_up
from generator.records.kinds.finance import KIND as FINANCE
from generator.records.kinds.notices import KIND as NOTICES
from generator.records.tables import Table
from generator.rules.finance.table_sums import formula_mismatches, part_mismatches, total_mismatches
from tests.support.village import HOME, judge

PUBLICATION = FINANCE.sample[FINANCE.sample.index("公开:") :]
REST_OF_NOTICE = NOTICES.sample[: NOTICES.sample.index("表格:")] + NOTICES.sample[NOTICES.sample.index("异议:") :]


def ledger(body: str) -> str:
    """A finance record: the given blocks and a 公开 block."""
    return body + PUBLICATION


def found(code: str, files: dict[str, str], **parameters: Any) -> list[Finding]:
    """One rule's findings over a village with these files."""
    judged = judge({f"{HOME}/{path}": text for path, text in files.items()}, **parameters)
    unread = [finding for finding in judged.findings if finding.code[0] == "Y" or finding.code == "S01"]
    assert unread == [], "the test's own files must be readable"
    return [finding for finding in judged.findings if finding.code == code]


def in_finance(code: str, body: str, **parameters: Any) -> list[Finding]:
    return found(code, {"finance/2026-10.yml": ledger(body)}, **parameters)


def entry(summary: str = "村部打印机硒鼓2个", amount: str = "100.00", **more: str) -> str:
    """One entry in one line, complete unless `more` says otherwise (an empty value leaves the key out)."""
    fields = {
        "收支": "支出", "日期": "2026-10-10", "凭证号": "支-1", "账户": "基本户", "摘要": f'"{summary}"',
        "金额": amount, "对方": "石渡文具店", "对方类别": "单位", "经手": "村报账员 周小梅",
        "批准": "村委会主任 林志远",
    } | more  # fmt: skip
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value) + "}\n"


def entries(*lines: str) -> str:
    return "期间: 2026-10\n收支明细:\n" + "".join(lines)


def test_an_account_may_be_left_out_where_no_balance_is_reckoned() -> None:
    paid = "收支明细:\n" + entry(账户="库存现金")
    only = "期间: 2026-10\n账户:\n  - {名称: 基本户, 期末: 64400.00}\n"
    assert in_finance("F01", only + paid) == []
    (finding,) = in_finance("F01", only.replace("期末", "期初: 64400.00, 期末") + paid)
    assert "“库存现金”，“账户”里没有" in finding.message


# F01: a ledger that balances is clean, and one cent makes it speak.

FLOWS = ("收入", "支出", "暂付", "收回", "划转")
CENTS = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[list[Decimal], list[Decimal], str]:
    """Openings and closings of some accounts, and entries that lead from one to the other."""
    count = draw(st.integers(1, 3))
    openings = draw(st.lists(CENTS, min_size=count, max_size=count))
    closings, lines = list(openings), ""
    rows = draw(st.lists(st.tuples(st.sampled_from(FLOWS), st.integers(0, count - 1), CENTS), max_size=12))
    for number, (flow, account, amount) in enumerate(rows, 1):
        other = (account + 1) % count
        closings[account] += amount if flow in ("收入", "收回") else -amount
        closings[other] += amount if flow == "划转" else 0
        to = {"转入账户": f"户{other}"} if flow == "划转" else {}
        lines += entry(amount=f"{amount:.2f}", 收支=flow, 账户=f"户{account}", 凭证号=f"记-{number}", **to)
    return openings, closings, lines


def _body(openings: Sequence[Decimal], closings: Sequence[Decimal], lines: str) -> str:
    accounts = "".join(
        f"  - {{名称: 户{number}, 期初: {first:.2f}, 期末: {last:.2f}}}\n"
        for number, (first, last) in enumerate(zip(openings, closings, strict=True))
    )
    return f"期间: 2026-10\n账户:\n{accounts}收支明细:{' []' if not lines else ''}\n{lines}"


@settings(max_examples=40)
@given(ledgers(), st.data())
def test_balanced_ledger_is_clean_and_one_cent_is_found(
    made: tuple[list[Decimal], list[Decimal], str], data: st.DataObject
) -> None:
    openings, closings, lines = made
    assert in_finance("F01", _body(openings, closings, lines)) == []
    changed = data.draw(st.integers(0, len(closings) - 1))
    closings[changed] += data.draw(st.sampled_from((Decimal("0.01"), Decimal("-0.01"))))
    (finding,) = in_finance("F01", _body(openings, closings, lines))
    assert finding.span.line == 3 + changed
    assert "相差0.01元" in finding.message


@settings(max_examples=40)
@given(ledgers(), st.sampled_from(("收入", "支出")), st.booleans())
def test_stated_total_is_checked_to_the_cent(
    made: tuple[list[Decimal], list[Decimal], str], flow: str, right: bool
) -> None:
    openings, closings, lines = made
    if not lines:
        return
    amounts = [
        Decimal(line.split("金额: ")[1].split(",")[0]) for line in lines.splitlines() if f"收支: {flow}," in line
    ]
    stated = sum(amounts, Decimal(0)) + (0 if right else Decimal("0.01"))
    body = _body(openings, closings, lines) + f"合计: {{{flow}: {stated:.2f}}}\n"
    assert bool(in_finance("F03", body)) is not right


# F02


def month(period: str, opening: str, closing: str, *, name: str = "基本户", rest: str = "") -> str:
    accounts = f"账户:\n  - {{名称: {name}, 期初: {opening}, 期末: {closing}}}\n"
    flow, size = "收入", Decimal(closing) - Decimal(opening)
    if size < 0:
        flow, size = "支出", -size
    lines = f"收支明细:\n{entry(amount=f'{size:.2f}', 收支=flow, 账户=name, 日期='')}" if size else "收支明细: []\n"
    return ledger(f"期间: {period}\n{accounts}{rest}{lines}")


def beside_october(files: dict[str, str]) -> list[Finding]:
    """F02 over these files and the sample of October 2026, which opens with 52,000.00."""
    return found("F02", {"finance/2026-10.yml": FINANCE.sample} | files)


def test_only_adjacent_periods_are_compared() -> None:
    assert beside_october({"finance/2026-08.yml": month("2026-08", "1.00", "1.00")}) == []
    assert len(beside_october({"finance/2026-09.yml": month("2026-09", "1.00", "1.00")})) == 1


def test_new_account_opens_at_nothing() -> None:
    both = "  - {名称: 项目户, 期初: %s, 期末: %s}\n"
    files = {"finance/2026-09.yml": month("2026-09", "52000.00", "52000.00")}
    now = month("2026-10", "52000.00", "52000.00", rest=both % ("0.00", "0.00"))
    assert found("F02", files | {"finance/2026-10.yml": now}) == []
    now = month("2026-10", "52000.00", "52000.00", rest=both % ("30.00", "30.00"))
    (finding,) = found("F02", files | {"finance/2026-10.yml": now})
    assert (finding.span.path, finding.span.line) == (f"{HOME}/finance/2026-10.yml", 4)


def test_emptied_account_may_go() -> None:
    gone = month("2026-09", "52000.00", "52000.00", rest="  - {名称: 旧项目户, 期初: 0.00, 期末: 0.00}\n")
    assert beside_october({"finance/2026-09.yml": gone}) == []
    left = gone.replace("期初: 0.00, 期末: 0.00", "期初: 8.00, 期末: 8.00")
    assert len(beside_october({"finance/2026-09.yml": left})) == 1


def test_totals_only_ledgers_are_compared_as_a_whole() -> None:
    old = ledger("期间: 2026-09\n合计: {期初: 1.00, 收入: 0.00, 支出: 0.00, 期末: 1.00}\n收支明细: []\n")
    (finding,) = beside_october({"finance/2026-09.yml": old})
    assert finding.span.path.endswith("2026-10.yml")
    assert "1.00" in finding.message
    assert "1.00" not in finding.note


def test_summaries_stand_beside_months() -> None:
    files = {
        "finance/2026-07.yml": month("2026-07", "10.00", "20.00"),
        "finance/2026-08.yml": month("2026-08", "20.00", "20.00"),
        "finance/2026-09.yml": month("2026-09", "20.00", "52000.00"),
        "finance/2026-q3.yml": month("2026-Q3", "10.00", "52000.00"),
        "finance/2025-26.yml": month("2025-10-01至2026-09-30", "0.00", "52000.00"),
    }
    assert beside_october(files) == []


def test_two_books_may_run_side_by_side() -> None:
    other = month("2026-10", "7.00", "7.00", name="合作社账户")
    assert beside_october({"finance/2026-10-coop.yml": other}) == []
    copy = month("2026-10", "52000.00", "52000.00")
    assert len(beside_october({"finance/2026-10-copy.yml": copy})) == 1


def test_withheld_period_is_not_compared() -> None:
    broken = month("2026-09", "5.00", "5.00").replace("期末: 5.00", "期末: 6.00")
    judged = judge({f"{HOME}/finance/2026-09.yml": broken, f"{HOME}/finance/2026-10.yml": FINANCE.sample})
    assert {finding.code for finding in judged.findings} & {"F01", "F02"} == {"F01"}


# F03, finance: how clerks may state an account's figures.

TWO_ACCOUNTS = """\
期间: 2026-10
账户:
  - {名称: 基本户, 期初: 1000.00, 收入: %s, 支出: %s, 期末: 1150.00}
  - {名称: 项目户, 期初: 0.00, 收入: %s, 期末: 300.00}
收支明细:
"""
MOVED = (
    entry(amount="500.00", 收支="收入")
    + entry(amount="100.00")
    + entry(amount="50.00", 收支="收回")
    + entry(amount="300.00", 收支="划转", 转入账户="项目户")
)


@pytest.mark.parametrize(("income", "expense", "moved"), [("500.00", "100.00", "0.00"), ("550.00", "400.00", "300.00")])
def test_transfers_count_in_an_account_or_not(income: str, expense: str, moved: str) -> None:
    assert in_finance("F03", TWO_ACCOUNTS % (income, expense, moved) + MOVED) == []


def test_account_total_wrong_by_a_cent() -> None:
    (finding,) = in_finance("F03", TWO_ACCOUNTS % ("500.01", "100.00", "0.00") + MOVED)
    assert finding.span.line == 3


def test_code_totals_by_prefix_name_and_uncoded_rest() -> None:
    lines = entries(
        entry(amount="70.00", 科目="51402 环境卫生"), entry(amount="30.00", 科目="514-03 水利"), entry(amount="5.00")
    )
    for stated in ("{科目: 514, 支出: 100.00}", "{科目: 514 公益支出, 支出: 105.00}", "{科目: 水利, 支出: 30.00}"):
        assert in_finance("F03", f"{lines}科目汇总:\n  - {stated}\n") == []
    assert len(in_finance("F03", f"{lines}科目汇总:\n  - {{科目: 514, 支出: 105.01}}\n")) == 1
    assert len(in_finance("F03", f"{lines}科目汇总:\n  - {{科目: 513, 支出: 6.00}}\n")) == 1


def test_high_melton_lists_less_than_it_totals() -> None:
    """Real record 33: the payments listed are 312.30 short of the total."""
    body = """\
期间: 2016-04-01至2017-03-31
收支明细: []
合计: {收入: 4420.49, 支出: 5660.73}
科目汇总:
  - {科目: Precept, 收入: 3054.00}
  - {科目: Banks, 收入: 1000.00}
  - {科目: VAT rebate, 收入: 364.62}
  - {科目: RBS Interest, 收入: 1.87}
  - {科目: Salary, 支出: 2254.39}
  - {科目: General Admin, 支出: 489.46}
  - {科目: Miscellaneous, 支出: 2604.58}
"""
    (finding,) = in_finance("F03", body)
    assert finding.span.line == 3
    assert "相差312.30元" in finding.message


def test_ten_thousand_times_too_much_is_named() -> None:
    body = entries(entry(amount="35760.00")) + "合计: {支出: 357600000.00}\n"
    (finding,) = in_finance("F03", body)
    assert "差一万倍，看看单位是元还是万元" in finding.message


# F03, tables


def table(columns: Iterable[str], rows: Sequence[Sequence[str]], total: Sequence[str] | None = None) -> str:
    """A typed table as YAML. A column is 名称[:类型[:单位[:算式[:不计]]]]."""
    lines = ["表格:", "  - 列:"]
    for column in columns:
        name, kind, unit, formula, summed = (*column.split(":"), "", "", "", "")[:5]
        fields = {"列": name, "类型": kind, "单位": unit, "算式": formula, "计入合计": "否" if summed else ""}
        lines.append("      - {" + ", ".join(f'{key}: "{value}"' for key, value in fields.items() if value) + "}")
    lines.append("    行:" if rows else "    行: []")
    lines += ["      - [" + ", ".join(f'"{cell}"' for cell in row) + "]" for row in rows]
    if total:
        lines.append("    合计: [" + ", ".join(f'"{cell}"' for cell in total) + "]")
    return "\n".join(lines) + "\n"


def in_table(columns: Iterable[str], rows: Sequence[Sequence[str]], total: Sequence[str] | None = None) -> list[str]:
    text = REST_OF_NOTICE + table(columns, rows, total)
    return [finding.message for finding in found("F03", {"notices/sample.yml": text})]


Sample = tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...] | None]
"""Columns, rows and the 合计 row."""

REAL_TABLES: dict[str, Sample] = {
    "01 云霄 2017": (
        ("序号", "乡镇", "村数:数量:个", "贫困村:数量:个", "社区:数量:个", "合计:金额:万元:(村数+社区)*4+贫困村*1"),
        [
            ("1", "云陵镇", "4", "", "15", "76"), ("2", "莆美镇", "16", "1", "8", "97"),
            ("3", "陈岱镇", "18", "2", "", "74"), ("4", "列屿镇", "12", "2", "", "50"),
            ("5", "东厦镇", "15", "2", "", "62"), ("6", "火田镇", "21", "6", "1", "94"),
            ("7", "下河乡", "23", "9", "1", "105"), ("8", "和平乡", "13", "7", "", "59"),
            ("9", "马铺乡", "28", "9", "", "121"), ("10", "开发区", "8", "2", "", "34"),
            ("11", "和平农场", "13", "", "", "52"),
        ],
        ("合计", "", "", "", "", "824"),
    ),
    "02 龙陵 2021": (
        ("乡镇", "用途", "分配金额:金额:万元"),
        [
            ("龙山镇", "专项用于支持冬春期间受灾困难群众基本生活救助工作", "31"), ("镇安镇", "", "30"),
            ("龙新乡", "", "38"), ("象达镇", "", "30"), ("龙江乡", "", "32"), ("腊勐镇", "", "31"),
            ("碧寨乡", "", "38"), ("平达乡", "", "31"), ("勐糯镇", "", "26"), ("木城乡", "", "23"),
        ],
        ("合计", "", "310"),
    ),
    "02 龙陵 2021，合计写在行里": (
        ("乡镇", "分配金额:金额:万元"), [("龙山镇", "31"), ("镇安镇", "30"), ("合 计", "61")], None,
    ),
    "08 南昌县 2022": (
        (
            "乡镇", "村:数量:个", "户:数量:户", "小计:数量:亩:确权+二轮", "确权:数量:亩", "二轮:数量:亩",
            "总额:金额:元:小计*112", "结余:金额:元", "上年:数量:亩", "增减:数量:亩:小计-上年",
        ),
        [
            ("莲塘镇", "5", "1489", "2850.71", "2850.71", "", "319279.52", "", "3046.65", "-195.94"),
            ("向塘镇", "22", "16864", "97057.13", "87038.83", "10018.30", "10870398.56", "", "97268.17", "-211.04"),
            ("三江镇", "9", "5775", "22602.01", "22427.49", "174.52", "2531425.12", "", "22602.01", "0.00"),
            ("塘南镇", "25", "13249", "113764.92", "111233.40", "2531.52", "12741671.04", "", "113346.34", "418.58"),
            ("幽兰镇", "29", "16813", "79765.52", "75539.99", "4225.53", "8933738.24", "", "79633.57", "131.95"),
        ],
        None,
    ),
    "08 南昌县 2022，全县": (
        ("县", "面积:数量:亩", "标准:金额:元/亩", "总额:金额:元:面积*标准"),
        [("南昌县", "977505.33", "112", "109480596.96")], ("合计", "977505.33", "112", "109480596.96"),
    ),
    "37 市管党费收入 2012": (
        ("项目", "金额:金额:万元"),
        [("下级党组织按比例上缴党费", "6104.5390"), ("党费存款利息收入", "149.5585")], ("合计", "6254.0975"),
    ),
    "37 市管党费支出 2012": (
        ("项目", "金额:金额:万元"),
        [
            ("慰问生活困难党员和老党员等", "2620"), ("其中：基层党组织活动经费", "2000"), ("其中：春节走访慰问", "620"),
            ("为老干部局征订《人民日报》", "115.2"), ("党员教育", "920"), ("其中：市纪委", "140"),
            ("其中：宣传部", "200"), ("其中：组织部", "200"), ("其中：党校", "150"), ("其中：党建研究会", "80"),
            ("其中：党建专版", "100"), ("其中：两新表彰", "50"), ("党费财务代记凭证等费用", "0.1570"),
            ("上缴中组部", "750.4462"),
        ],
        ("合计", "4405.8032"),
    ),
    "41 利民 2020": (
        ("合作社", "股数:数量:股", "每股:金额:元", "总额:金额:万元:股数×每股"),
        [("利民股份经济合作社", "8730", "300", "261.9")], ("合计", "8730", "", "261.9"),
    ),
    "41 利民 2020，一家": (
        ("户", "股数:数量:股", "每股:金额:元", "分红:金额:元:股数×每股"), [("一家三口", "32", "300", "9600")], None,
    ),
    "49 围龙镇三公 2021": (
        ("项目", "金额:金额:万元"),
        [
            ("合计", "4.5"), ("因公出国（境）费", "0"), ("公务接待费", "0"), ("公务用车购置及运行维护费", "4.5"),
            ("其中：购置费", "0"), ("其中：运行维护费", "4.5"),
        ],
        None,
    ),
    "53 Blyford 2019": (
        ("号", "收款人", "金额:金额:英镑", "备注"),
        [
            ("484", "Village Hall", "16.00", "Hire of hall 4-11-19"), ("485", "Clerk", "271.10", "net sal oct/nov"),
            ("486", "HMRC", "101.60", "tax to Jan 20"), ("487", "Blyford PCC", "500.00", "Lat donation 8/19"),
            ("488", "Sotherton PCC", "500.00", ""), ("489", "Holton and Blyford Village Hall", "500.00", ""),
            ("490", "East Anglian Air ambulance", "500.00", "S. 137"),
            ("491", "Holton St. Peter primary school", "1000.00", ""),
            ("492", "Wenhaston Primary School", "1000.00", ""),
            ("493", "Brampton C of E Primary School", "1000.00", ""),
        ],
        ("合计", "", "5388.70", ""),
    ),
    "59 钟楼 2021-01": (
        ("项目", "人数", "金额:金额:万元"),
        [
            ("城乡低保", "", "131.55"), ("其中:城市低保", "1062户、1321人", "117.58"),
            ("其中:农村低保", "165户、231人", "13.97"), ("城市特困老人", "33人次", "6.08"),
            ("尊老金", "17704人次", "104.72"), ("困境儿童分类保障", "190人次", "17.86"),
            ("困难残疾人生活补贴", "2250次", "139.62"), ("重度残疾人护理补贴", "2638人次", "32.52"),
        ],
        ("合计", "", "432.35"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REAL_TABLES)
def test_real_tables_that_add_up(name: str) -> None:
    assert in_table(*REAL_TABLES[name]) == []


@pytest.mark.parametrize("name", [name for name, (_, _, total) in REAL_TABLES.items() if total])
def test_real_total_changed_by_one_is_found(name: str) -> None:
    columns, rows, total = REAL_TABLES[name]
    assert total is not None
    cells = [
        str(Decimal(cell) + 1) if cell and ":" in column else cell for cell, column in zip(total, columns, strict=True)
    ]
    changed = sum("/" not in column for column, cell in zip(columns, total, strict=True) if cell and ":" in column)
    assert len(in_table(columns, rows, cells)) == changed


def test_blyford_reconciles_with_an_unpresented_cheque() -> None:
    """Real record 53 as a ledger: opening + income − spending is what two accounts and one cheque come to."""
    body = """\
期间: 2019-04-01至2019-10-12
账户:
  - {名称: c/acct, 期末: 13320.53, 对账单余额: 13430.53, 未达: [{摘要: unpre chq., 金额: 110.00, 加减: 减}]}
  - {名称: business acct, 期末: 5567.77, 对账单余额: 5567.77}
合计: {期初: 15245.80, 收入: 5630.76, 支出: 1988.26, 期末: 18888.30}
收支明细: []
"""
    assert in_finance("F01", body) == in_finance("F03", body) == []


def test_tougong_is_ten_thousand_times_too_much() -> None:
    """Real record 40: 4470 days at 8 元 are 35,760 元, and 35760 万元 was written."""
    columns = ("事项", "投工:数量:工", "每工:金额:元/工", "折资:金额:万元:投工*每工")
    (message,) = in_table(columns, [("投工投劳", "4470", "8", "35760")])
    assert message.endswith("差一万倍，看看单位是元还是万元")
    assert "3.576万元" in message
    assert in_table(columns, [("投工投劳", "4470", "8", "3.576")]) == []


def test_qingxi_left_out_one_person() -> None:
    """Real record 55: 1,060 a head for 32 is not 32,860."""
    columns = ("镇", "人数:数量:人", "标准:金额:元/人", "发放:金额:元:人数*标准")
    (message,) = in_table(columns, [("清溪镇", "32", "1060", "32860")])
    assert "32,860.00元" in message
    assert "33,920.00元" in message


@pytest.mark.parametrize(
    ("columns", "row", "clean"),
    [
        # 元 and 万元 in one formula are turned into one unit, never added as they stand.
        (("拨款:金额:万元", "自筹:金额:元", "总额:金额:万元:拨款+自筹"), ("100", "5000", "100.5"), True),
        (("拨款:金额:万元", "自筹:金额:元", "总额:金额:万元:拨款+自筹"), ("100", "5", "105"), False),
        (("拨款:金额:万元", "自筹:金额:元", "总额:金额:元:拨款+自筹"), ("100", "5000", "1005000"), True),
        (("拨款（万元）:金额", "自筹:金额:元", "总额:金额:元:自筹*1"), ("1", "5", "5"), True),
        # A clerk who converts in the formula is taken at his word.
        (("面积:数量:亩", "单价:金额:元/亩", "总额:金额:万元:面积*单价/10000"), ("34.5", "3800", "13.11"), True),
        (("面积:数量:亩", "单价:金额:元/亩", "总额:金额:万元:面积*单价"), ("34.5", "3800", "13.11"), True),
        (("面积:数量:亩", "单价:金额:元/亩", "总额:金额:万元:面积*单价"), ("34.5", "3800", "131100"), False),
        # The other way round: a price from a total in 万元.
        (("总额:金额:万元", "面积:数量:亩", "单价:金额:元/亩:总额/面积"), ("13.11", "34.5", "3800"), True),
        # A share is no money, whatever its inputs are in.
        (("支出:金额:万元", "预算:金额:元", "占比:数量:%:支出/预算*100"), ("5", "100000", "50"), True),
        (("支出:金额:元", "预算:金额:元", "占比:数量:%:支出/预算*100"), ("1", "3", "33.3"), True),
        (("支出:金额:元", "预算:金额:元", "占比:数量:%:支出/预算*100"), ("3", "453", "0.6"), True),
        (("支出:金额:元", "预算:金额:元", "占比:数量:%:支出/预算*100"), ("3", "453", "0.5"), False),
        (("支出:金额:元", "预算:金额:元", "占比:数量:%:支出/预算*100"), ("3", "453", "0.8"), False),
        # Half a cent is rounded up, as accounts are.
        (("面积:数量:亩", "单价:金额:元", "总额:金额:元:面积*单价"), ("0.5", "0.01", "0.01"), True),
        (("面积:数量:亩", "单价:金额:元", "总额:金额:元:面积*单价"), ("0.5", "0.03", "0.01"), False),
        # Nothing to reckon with: no inputs, no result, division by nothing.
        (("面积:数量:亩", "单价:金额:元", "总额:金额:元:面积*单价"), ("", "", "500"), True),
        (("面积:数量:亩", "单价:金额:元", "总额:金额:元:面积*单价"), ("3", "4", ""), True),
        (("总额:金额:元", "人数:数量:人", "人均:金额:元:总额/人数"), ("100", "0", "100"), True),
        (("面积:数量:亩", "单价:金额:元", "总额:金额:元:面积*单价"), ("3", "", "500"), False),
    ],
)  # fmt: skip
def test_units_and_rounding(columns: tuple[str, ...], row: tuple[str, ...], clean: bool) -> None:
    assert (in_table(("名称", *columns), [("一", *row)]) == []) is clean


def test_subtotals_among_the_rows() -> None:
    columns = ("项目", "金额:金额:元")
    rows = [("水渠", "10"), ("道路", "20"), ("小计", "30"), ("保洁", "5"), ("小 计", "5"), ("总计", "35")]
    assert in_table(columns, rows, ("合计", "35")) == []
    rows[2], rows[5] = ("小计", "31"), ("总计", "36")
    assert len(in_table(columns, rows, ("合计", "35"))) == 2


def test_parts_of_heads_may_overlap_and_parts_of_money_may_not() -> None:
    rows = [("到会", "100"), ("其中：妇女", "60"), ("其中：党员", "50")]
    assert in_table(("类别", "人数:数量:人"), rows) == []
    assert len(in_table(("类别", "金额:金额:元"), rows)) == 1
    assert len(in_table(("类别", "人数:数量:人"), [rows[0], ("其中：妇女", "101")])) == 1


def test_changes_and_prices_have_parts_of_any_size() -> None:
    rows = [("全村", "-5", "112"), ("其中：一组", "-3", "112"), ("其中：二组", "-2", "112")]
    assert in_table(("组", "增减:金额:元", "单价:金额:元/亩"), rows, ("合计", "-5", "112")) == []


def test_total_alone_is_not_compared_with_empty_cells() -> None:
    assert in_table(("事项", "金额:金额:元"), [("修水渠", ""), ("修路", "")], ("合计", "9000")) == []


def test_formula_beyond_reckoning_is_said_not_crashed_on() -> None:
    big = "9" * 12
    columns = ("名称", "甲:数量", "乙:数量", f"丙:金额:元:甲*乙*甲*乙*{big * 8}")
    (message,) = in_table(columns, [("一", big, big, "1")])
    assert "太大" in message


NUMBERS = st.sampled_from(("", "0", "-3", "0.000001", "999999999999", "12.5", "-999999999999.999999"))
FORMULAS = st.sampled_from(
    ("甲*乙", "甲/乙", "甲-乙", "甲*乙*甲", "(甲+乙)/(甲-乙)", "-甲", "9" * 100 + "*甲", "甲*10000")
)


@given(
    st.lists(st.tuples(st.sampled_from(("", "其中：一", "小计", "合计", "二")), NUMBERS, NUMBERS, NUMBERS), max_size=8),
    FORMULAS,
    st.lists(st.sampled_from(("元", "万元", "元/亩", "亩", "")), min_size=3, max_size=3),
    st.sampled_from(("金额", "数量")),
)
def test_no_table_crashes_the_checks(rows: list[tuple[str, ...]], formula: str, units: list[str], sort: str) -> None:
    columns = [{"列": "名称"}]
    for name, unit in zip("甲乙丙", units, strict=True):
        columns.append({"列": name, "类型": sort} | ({"单位": unit} if unit else {}))
    columns[3]["算式"] = formula
    made = Table.model_validate({"列": columns, "行": rows, "合计": ("合计", "1", "", "0")})
    for check in (total_mismatches, part_mismatches, formula_mismatches):
        for mismatch in check(made):
            assert mismatch.is_unit_slip in (True, False)


@given(st.lists(CENTS, min_size=1, max_size=20), st.sampled_from(("0.01", "-0.01", "0")))
def test_any_column_sums_to_its_total_and_nothing_else(values: list[Decimal], shift: str) -> None:
    total = sum(values, Decimal(0)) + Decimal(shift)
    made = Table.model_validate(
        {
            "列": [{"列": "名称"}, {"列": "金额", "类型": "金额"}],
            "行": [("一", f"{value:.2f}") for value in values],
            "合计": ("合计", f"{round_half_up(total):.2f}"),
        }
    )
    assert bool(list(total_mismatches(made))) is (shift != "0")


# F06


@pytest.mark.parametrize(
    ("period", "code", "remedy"),
    [
        ("2026-10", "514 公益支出", None),
        ("2026-10", "514公益支出", None),
        ("2026-10", "514—公益支出", None),
        ("2026-10", "514", None),
        ("2026-10", "514 公益支出（环境卫生）", None),
        ("2026-10", "401 生产(劳务)成本", None),
        ("2026-10", "513 管理费", None),
        ("2026-10", "50201 国债利息", None),
        ("2026-10", "公益支出", None),
        ("2026-10", "502 经营支出", "改成：511 经营支出"),
        ("2026-10", "50201 经营支出", "改成：511 经营支出"),
        ("2026-10", "541 管理费用", "改成：513 管理费用"),
        ("2026-10", "551", "改成：515 其他支出"),
        ("2026-10", "522 补助", "改成：503 补助收入"),
        ("2026-10", "511 发包及上交收入", "换成科目表里的：501 经营收入"),
        ("2026-10", "杂支", "换成科目表里的：501 经营收入"),
        ("2023-12", "541 管理费用", None),
        ("2023-12", "502 经营支出", None),
        ("2023-12", "514 公益支出", "换成科目表里的：501 经营收入"),
        ("2023-12", "513 管理费用", "改成：541 管理费用"),
    ],
)
def test_codes_of_two_charts(period: str, code: str, remedy: str | None) -> None:
    body = entries(entry(科目=code)).replace("2026-10\n", f"{period}\n", 1)
    findings = in_finance("F06", body)
    assert [finding.remedy.startswith(remedy) for finding in findings if remedy] == ([True] if remedy else [])
    assert bool(findings) is bool(remedy)


def test_same_wrong_code_is_told_once() -> None:
    (finding,) = in_finance("F06", entries(*[entry(科目="541 管理费用")] * 5))
    assert "（共5处）" in finding.message
    assert finding.span.line == 3


def test_communities_and_townships_have_other_charts() -> None:
    wrong = ledger(entries(entry(科目="6602 管理费用")))
    community = '名称: 柳湾社区\n区划代码: "990123100201"\n类型: 社区\n开始公开日期: 2026-11-01\n'
    residents = wrong.replace("村务监督委员会", "居务监督委员会")
    assert found("F06", {"finance/2026-10.yml": residents, "village.yml": community}) == []
    judged = judge({"shidu/records/finance/2026-10.yml": wrong})
    assert [finding for finding in judged.findings if finding.code in ("F06", "F14")] == []


# F07, F09, F11, F25: what must and must not be taken for it


@pytest.mark.parametrize(
    ("summary", "lump"),
    [
        ("各项支出汇总", True), ("办公费合计", True), ("10月零星支出合计1200元", True), ("合计", True),
        ("购买办公用品一批", True), ("水电费等3笔", True), ("其余12笔", True), ("共5笔", True),
        ("若干笔零星开支", True), ("修路补助等十几笔", True), ("电费共计4笔", True),
        ("保洁员工资（2人，每人2800元，合计5600元）", False), ("2026年第一批产业补助", False),
        ("印刷汇总表500张", False), ("村部到统一批发市场拉货运费", False), ("综合计生站维修", False),
        ("联合计划培训费", False), ("共1笔工程尾款", False), ("结合计量水表安装", False), ("修路补助一笔", False),
    ],
)  # fmt: skip
def test_lump_sums(summary: str, lump: bool) -> None:
    assert bool(in_finance("F07", entries(entry(summary)))) is lump


@pytest.mark.parametrize(
    ("voucher", "several"),
    [
        ("支-46", False), ("支—46", False), ("记字第12号", False), ("2026-10-046", False), ("10—46", False),
        ("2026—046", False), ("2026年10月支46号", False), ("46(1/2)", False), ("46、47", True),
        ("支-46、支-47", True), ("第12号，第13号", True), ("46~48", True), ("46—48", True), ("支46至支48", True),
        ("46和47", True),
    ],
)  # fmt: skip
def test_several_vouchers(voucher: str, several: bool) -> None:
    assert bool(in_finance("F07", entries(entry(凭证号=f'"{voucher}"')))) is several


def test_a_prefix_that_all_vouchers_share_is_no_range() -> None:
    assert in_finance("F07", entries(entry(凭证号="3—46"), entry(凭证号="3—47"))) == []


def test_vouchers_count_by_account_and_flow() -> None:
    rows = [
        entry(凭证号='"1"'),
        entry(凭证号='"1"', 收支="收入", 摘要='"卖废旧路灯杆12根"', 日期="2026-10-11"),
        entry(凭证号='"1"', 账户="项目户", 日期="2026-10-12"),
    ]
    assert in_finance("F09", entries(*rows)) == []
    (finding,) = in_finance("F09", entries(*rows, entry(凭证号='"1"')))
    assert "第1笔一样" in finding.message


@pytest.mark.parametrize(
    ("summary", "unclear"),
    [
        ("日常开支费用支出", True), ("10月其他费用", True), ("电费", True), ("村部10月电费", False),
        ("Hire of hall 4-11-19", False), ("老支书遗属补助", False),
    ],
)  # fmt: skip
def test_unclear_summaries(summary: str, unclear: bool) -> None:
    assert bool(in_finance("F09", entries(entry(summary)))) is unclear


def test_one_finding_for_an_entry_that_lacks_everything() -> None:
    bare = "  - {收支: 支出, 摘要: 电费, 金额: 100.00}\n"
    (finding,) = in_finance("F09", entries(bare))
    assert "缺少日期、凭证号、对方、对方类别、经手、批准" in finding.message
    assert finding.note.startswith("第1行没有写日期")


@pytest.mark.parametrize(
    ("summary", "treat"),
    [
        ("村书记和村长在水利局办事吃中餐", True), ("接待县检查组用餐", True), ("招待费", True), ("购烟酒", True),
        ("宴请施工队", True), ("施工队就餐费", True), ("上级来村接待费", True), ("重阳节敬老餐（60人）", False),
        ("助餐点米面油", False), ("接待群众值班补助", False), ("老人食堂就餐补助", False),
        ("制作零招待公示牌", False), ("县招待所住宿费（培训2人）", False), ("接待中心餐厅屋顶维修", False),
        ("禁烟酒宣传单", False), ("留守儿童就餐补助", False), ("防汛值班人员就餐", False), ("村口宴会厅修缮", False),
    ],
)  # fmt: skip
def test_hospitality(summary: str, treat: bool) -> None:
    findings = in_finance("F11", entries(entry(summary)))
    assert bool(findings) is treat
    assert in_finance("F11", entries(entry(summary)), 零招待="否") == []
    assert in_finance("F11", entries(entry(summary, 收支="收入"))) == []


def test_names_in_a_summary_stay_out_of_the_note() -> None:
    (finding,) = in_finance("F11", entries(entry("接待王某某等三人吃饭")))
    assert "王某某" not in finding.note + finding.message


@pytest.mark.parametrize(
    ("summary", "forbidden"),
    [
        ("借给王某某周转", True), ("借款给石渡米厂", True), ("资金出借", True), ("代偿担保贷款", True),
        ("支出借款利息（第三季度）", False), ("退道路工程履约担保金", False), ("修理借给各组的农具", False),
        ("付担保公司评审费", False),
    ],
)  # fmt: skip
def test_lending_and_pledging(summary: str, forbidden: bool) -> None:
    assert bool(in_finance("F25", entries(entry(summary)))) is forbidden
    assert in_finance("F25", entries(entry(summary, 收支="收回"))) == []


def test_private_account_is_told_without_its_name() -> None:
    body = "期间: 2026-10\n账户:\n  - {名称: 周某某存折, 户名: 个人, 期初: 1.00, 期末: 1.00}\n收支明细: []\n"
    (finding,) = in_finance("F25", body)
    assert "周某某" not in finding.message + finding.note + finding.remedy


# F08


def test_share_is_measured_against_the_parameter() -> None:
    rows = entry(amount="900.00", 科目="513 管理费用") + entry(amount="100.00", 科目="515 其他支出")
    assert in_finance("F08", entries(rows)) == []
    assert len(in_finance("F08", entries(rows), 其他占比上限="0.0999")) == 1


def test_other_share_of_the_old_chart() -> None:
    rows = entry(amount="100.00", 科目="551 其他支出") + entry(amount="100.00", 科目="541 管理费用")
    old = entries(rows).replace("2026-10\n", "2019-10\n", 1)
    (finding,) = in_finance("F08", old)
    assert "50%" in finding.message


def test_other_category_counts_and_nothing_spent_does_not() -> None:
    assert len(in_finance("F08", entries(entry(类别="其他")))) == 1
    assert in_finance("F08", entries(entry(amount="0.00", 类别="其他"))) == []


# F14


def test_decision_of_another_place_only_has_to_exist() -> None:
    big = ledger(entries(entry(amount="20000.00", 决策="/shidu/shangcun/decisions/2026-01-canal")))
    there = {"shidu/shangcun/decisions/2026-01-canal.yml": "标题: 还没写完\n"}
    profile = {"shidu/shangcun/village.yml": '名称: 上村\n区划代码: "990123100202"\n'}
    for extra in (there | profile, {}):  # where it does not exist at all, S02 says so, not F14
        judged = judge({f"{HOME}/finance/2026-10.yml": big, **extra})
        assert [finding for finding in judged.findings if finding.code == "F14"] == []


def test_reference_to_something_else_than_a_decision() -> None:
    big = ledger(entries(entry(amount="20000.00", 决策="notices/sample")))
    (finding,) = found("F14", {"finance/2026-10.yml": big, "notices/sample.yml": NOTICES.sample})
    assert "不是决策记录" in finding.message


def test_refunds_and_transfers_need_no_decision() -> None:
    rows = [entry(amount="20000.00", 收支=flow, 转入账户="项目户") for flow in ("收回", "划转", "收入")]
    assert in_finance("F14", entries(*rows)) == []
    assert len(in_finance("F14", entries(entry(amount="20000.00", 收支="暂付")))) == 1
    assert in_finance("F14", entries(entry(amount="9999.99"))) == []
    assert in_finance("F14", entries(entry(amount="20000.00")), 大额支出="20000.01") == []


def test_a_product_wider_than_usual_is_rounded() -> None:
    """Twenty digits before the point and twelve behind it: a finding or none, never a crash."""
    assert round_half_up(Decimal(10) ** 19 + Decimal("0.5"), Decimal("0.000000000001")) == Decimal(10) ** 19 + Decimal(
        "0.5"
    )
