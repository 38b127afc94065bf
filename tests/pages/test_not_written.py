"""What nobody wrote is shown as that: never as 0, and no sum over it looks right."""

from __future__ import annotations

import json
import re

import pytest
from markupsafe import Markup

from generator.pages.all import place_pages
from generator.poster.sheet import sheet_page
from generator.records.kinds import BY_FOLDER
from generator.records.published import Published
from tests.exports.model import files, village
from tests.support.desks import desk
from tests.support.village import AS_OF, judge

PUBLIC = "公开: {公开日期: 2026-11-10, 审核: [{机构: 村务监督委员会, 日期: 2026-11-09}]}\n"
RECORDS = {
    "registers": "标题: 债务\n类型: 债务\n期间: 2026\n明细:\n  - {名称: 贷款, 期末: 约820}\n  - {名称: 欠款, 期末: '1**'}\n",
    "plans": "标题: 计划\n年度: 2026\n收入计划:\n  - {项目: 租金, 金额: 400}\n  - {项目: 利息, 金额: 100}\n支出计划:\n  - {项目: 修路}\n",
    "funds": "标题: 运转\n类型: 运转经费\n期间: 2026\n计划合计: 900\n拨付:\n  - {拨给: 柳湾村, 计划: 900}\n",
    "levies": "标题: 全镇筹资\n年度: 2026\n各村各组:\n  - {名称: 柳湾村, 实收: 4650}\n  - {名称: 石桥村, 实收: 350}\n",
    "payrolls": "标题: 标准\n类型: 基本报酬\n期间: 2026-06\n标准表:\n  - {岗位: 主任, 标准: 3600, 怎么发: 每月先发60%}\n",
    "distributions": "标题: 分红\n年度: 2017\n可分配收益: 100\n成员分配:\n  - {类别: 全体成员, 每股: 约9, 金额: 100}\n",
    "statements": "标题: 收支计算书\n年度: 2009\n资产:\n  - {科目: 流动资产, 年初: 100, 金额: 200}\n收益总额: 50\n",
    "compensations": "标题: 占地补偿\n收到:\n  - {来源: 县里, 金额: 不详}\n分配:\n  - {类别: 土地补偿费, 金额: 1000}\n",
    "finance": "期间: 2026-09\n科目汇总:\n  - {科目: 501 经营收入, 收入: 5200}\n  - {科目: 50102 承包费, 收入: 700}\n",
}
"""One record of each money kind in which much is not written."""
SAID = {
    "registers": ["期末约820元（另有1处不详）", "约820", "1**"],
    "plans": ["计划收入500元，支出不详", "等于合计（没有写，这是算出来的）500.00元", "修路没有写"],
    "funds": ["计划900元", "柳湾村900.00"],
    "levies": ["2处，实收5,000元"],
    "payrolls": ["1种岗位的标准", "3,600.00每月先发60%"],
    "distributions": ["约9.00"],
    "statements": ["资产200元", "年初（元）", "100.00"],
    "compensations": ["收到不详", "没有写集体留存、还没分配，没法核对。"],
    "finance": ["收入5,200元，支出没有写", "501经营收入5,200.00", "没有写期初、期末、支出，对不了账。"],
}


def _words(page: str) -> str:
    return re.sub(r"\s+", "", Markup(page).striptags())


@pytest.mark.parametrize("folder", RECORDS)
def test_money_that_is_not_written(folder: str) -> None:
    """Nothing withholds the record, the page says what there is and what is missing, and no 0 is made up."""
    text = RECORDS[folder] + PUBLIC
    found = judge({f"shidu/liuwan/{folder}/2026-10.yml": text}).findings
    assert [str(one.message) for one in found if one.effect.value == "拦截"] == []
    site = village({f"{folder}/2026-10": text})
    (entry,) = site.entries
    own = desk(site)
    pages = {page.url: page for page in place_pages(own)}
    words = _words(pages[entry.url].main)
    for said in SAID[folder]:
        assert said in words
    for shown in (words, _words(sheet_page(own, entry, "A4"))):
        assert not re.search(r"(?<![0-9.,])0(\.00)?元", shown)
        assert "0.00" not in re.sub(r"[0-9,]*[1-9][0-9,]*0?\.00", "", shown)
    assert BY_FOLDER[folder].brief(entry.body) in words


def test_data_give_number_and_mark() -> None:
    """A number where there is one, and what is written beside it."""
    data = files(village({"registers/2026-10": RECORDS["registers"] + PUBLIC}))
    lines = data["registers-items.csv"].decode().splitlines()
    assert lines[1].split(",")[9] == "820"
    assert lines[1].endswith("期末：约820")
    assert lines[2].split(",")[9] == ""
    assert lines[2].endswith("期末：1**")
    (record,) = json.loads(data["records.json"])["记录"]
    assert [(one.get("期末"), one["写法"]) for one in record["明细"]] == [
        ("820", {"期末": "约820"}),
        (None, {"期末": "1**"}),
    ]


def test_another_currency_is_not_added_to_yuan() -> None:
    """It has its own unit, and the year's accounts and the home leave it out."""
    pounds = f"期间: 2026-08\n币种: 英镑\n收支明细:\n  - {{收支: 收入, 摘要: Precept, 金额: 3054.00}}\n{PUBLIC}"
    own = desk(village({"finance/2026-08": pounds, "finance/2026-09": RECORDS["finance"] + PUBLIC}))
    pages = {page.url: _words(page.main) for page in place_pages(own)}
    assert "收入3,054.00英镑" in pages["shidu/liuwan/finance/2026-08.html"]
    assert "金额（英镑）" in pages["shidu/liuwan/finance/2026-08.html"]
    assert "3,054" not in "".join(words for path, words in pages.items() if "/finance/2026.html" in path)


def test_zeros_of_old_ledgers_are_no_change() -> None:
    """0.1.0 put 0 in where nothing was written, and its ledger holds that."""
    path = "shidu/liuwan/registers/2026.yml"
    text = f"{RECORDS['registers']}{PUBLIC}"
    for row, told in (("0 | 约820 | 0.00", []), ("0 | 900", ["T11"])):
        line = Published(path, 1, "0" * 64, AS_OF, AS_OF, stated={"明细/第1行": row})
        assert [one.code for one in judge({path: text}, ledger={path: line}).findings if one.code == "T11"] == told
