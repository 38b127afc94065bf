"""Real published records, transcribed as they stood: what the checker says about each, no more and no less.

`tests/real/` is a content folder. Each source is a township folder of its own, judged on the day after it was published.
"""

from __future__ import annotations

import pytest

from generator.base.finding import Effect, Finding
from tests.support.real import ROOT, SOURCES, TREE, judged, records

CODES = {
    "baoli-2024/baoli/decisions/2024-xieshang.yml": "T05",
    "beiguan-2018/records/notices/2018-fupin.yml": "S09 T05 T06",
    "blyford-2019/parish/finance/2019-04-10.yml": "F07 T05",
    "blyford-2019/parish/finance/2019-11.yml": "F06 F09 F29 T05",
    "chuoqiang-2012/chuoqiang/notices/2012-sanwu.yml": "T05",
    "dongshu-2014/dongshu/finance/2014-q2.yml": "F07 F09 F11 F14 F29 T05",
    "dongyangchenghu-2017/dongyang/decisions/2017-tingzheng.yml": "D08 D11 T05",
    "guoxi-2022/records/notices/2022-gongyilin.yml": "T05",
    "highmelton-2016/parish/finance/2016-17.yml": "F03 F09 F29 T05",
    "jidongdi-2018/moucun/decisions/2018-fabao.yml": "D02 D05 T05",
    "limin-2020/limin/notices/2020-fenhong.yml": "T05",
    "longling-2021/records/notices/2021-dongchun.yml": "T05",
    "nanchang-2022/records/notices/2022-gengdi.yml": "T05",
    "qihaocun-2021/qihao/notices/2021-dangdaibiao.yml": "P12 S03 T05",
    "qilicun-2025/qili/notices/2025-zhuangxiu.yml": "T05 T06",
    "qingxi-2021/records/notices/2021-jiage.yml": "F03 T05 T06",
    "quzhen-2008/quzhen/finance/2008-06.yml": "F07 T05",
    "shanghai-2012/records/notices/2012-dangfei.yml": "T05 T06",
    "shuyang-2019/records/notices/2019-sandan.yml": "P12 T05",
    "tougong-2013/moucun/decisions/2013-tougong.yml": "D05 F03 T05",
    "weilong-2021/records/notices/2021-sangong.yml": "T05",
    "xiaoba-2014/xiaoba/notices/2014-yishiyiyi.yml": "T05",
    "yangjiaping-2021/yangjiaping/notices/2021-xuanju.yml": "T05",
    "yatian-2015/records/notices/2015-chengnuo.yml": "T05",
    "yunxiao-2017/records/notices/2017-yunzhuan.yml": "T05",
    "zhonglou-2021/records/notices/2021-01.yml": "T05",
}
"""Every record and the codes it gets. T05 stands everywhere: no source says who looked at it before."""

HONEST = (
    "yunxiao-2017",
    "longling-2021",
    "nanchang-2022",
    "jidongdi-2018",
    "quzhen-2008",
    "shanghai-2012",
    "limin-2020",
    "blyford-2019",
    "zhonglou-2021",
)
"""Figures that add up, however odd the table: parts that are 其中, two funds in one account, an unpresented cheque."""

SAID = [
    ("highmelton-2016", "F03", "合计的支出写的是5,660.73，明细加起来是5,348.43，相差312.30元"),
    ("tougong-2013", "F03", "差一万倍"),
    ("qingxi-2021", "F03", "写的是32,860.00元，照算式“标准×人数”算是33,920.00元"),
    ("dongshu-2014", "F07", "其余137笔"),
    ("dongshu-2014", "F11", "吃中餐"),
    ("dongyangchenghu-2017", "D08", "实到27，写出来的票是19，还差8"),
    ("qihaocun-2021", "S03", "中国共产党基层组织选举工作暂行条例"),
]
"""What is really wrong in the source, and the words that tell it."""


def findings(source: str, *codes: str) -> list[Finding]:
    return [finding for finding in judged(source).findings if finding.code in codes]


@pytest.mark.parametrize("source", SOURCES)
def test_real_record(source: str) -> None:
    """Every record can be read, and gets exactly the codes of the table; its place gets none."""
    township = judged(source)
    assert not TREE.findings
    said: dict[str, set[str]] = {record.path: set() for record in records(township)}
    for finding in township.findings:
        said.setdefault(finding.span.path, set()).add(finding.code)
    expected = {path: set(codes.split()) for path, codes in CODES.items() if path.startswith(f"{source}/")}
    assert said == expected, [f"{f.span} {f.code} {f.message}" for f in township.findings]


@pytest.mark.parametrize("source", HONEST)
def test_honest_figures_pass(source: str) -> None:
    """Nobody is told that a true sum is false."""
    assert findings(source, "F01", "F02", "F03", "D08") == []


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("yunxiao-2017", '下河乡, "23"', '下河乡, "24"'),
        ("longling-2021", '"38"', '"39"'),
        ("nanchang-2022", '"-195.94"', '"195.94"'),
        ("nanchang-2022", '"10870398.56"', '"10870398.65"'),
        ("jidongdi-2018", '"131100"', '"131000"'),
        ("quzhen-2008", "7499.51", "7499.15"),
        ("shanghai-2012", '"0.1570"', '"0.1507"'),
        ("limin-2020", '"261.9"', '"2619000"'),
        ("blyford-2019", "110.00", "101.00"),
        ("zhonglou-2021", '"13.97"', '"19.37"'),
    ],
)
def test_one_wrong_figure_is_found(source: str, old: str, new: str) -> None:
    """The figures above pass because they were reckoned, not because nobody looked."""
    assert {"F01", "F03"} & {finding.code for finding in judged(source, old, new).findings}


@pytest.mark.parametrize(("source", "code", "words"), SAID)
def test_what_is_wrong_is_told(source: str, code: str, words: str) -> None:
    assert any(words in finding.message for finding in findings(source, code))


def test_digits_run_together_are_no_personal_number() -> None:
    """759800379800380000: three sums of money that a web page pushed into one."""
    text = (ROOT / "xiaoba-2014/xiaoba/notices/2014-yishiyiyi.yml").read_text(encoding="utf-8")
    assert "759800379800380000" in text
    assert [finding for finding in judged("xiaoba-2014").findings if finding.code.startswith("P")] == []


def test_only_false_sums_are_withheld() -> None:
    withheld = {f.span.path.split("/")[0] for s in SOURCES for f in judged(s).findings if f.effect is Effect.WITHHOLD}
    assert withheld == {"highmelton-2016", "qingxi-2021", "tougong-2013"}
