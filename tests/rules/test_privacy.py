"""Personal numbers are found wherever and however they are written, and honest figures are left alone."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.base.names import mask_name
from generator.base.persons import is_name, masked, names_in
from generator.records.kinds.finance import SAMPLE as FINANCE
from generator.records.kinds.notices import SAMPLE as NOTICE
from tests.support.village import AWKWARD, HOME, PERSONAL, judge

NOTICE_PATH = f"{HOME}/notices/sample.yml"
FINANCE_PATH = f"{HOME}/finance/2026-10.yml"
PROVINCES = [
    str(code) for a, b in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65)) for code in range(a, b + 1)
]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def codes(files: dict[str, str | bytes]) -> set[str]:
    return {finding.code for finding in judge(files).findings}


def notice(text: str) -> dict[str, str | bytes]:
    """The sample with `text` for its text, quoted so that YAML reads it as written."""
    quoted = "'" + text.replace("'", "''") + "'"
    return {NOTICE_PATH: re.sub(r"正文: \|\n.*\n", f"正文: {quoted}\n", NOTICE)}


def personal(text: str) -> set[str]:
    return {code for code in codes(notice(text)) if code[0] == "P"}


@st.composite
def id_numbers(draw: st.DrawFn) -> str:
    """Valid by GB 11643: region, birth day, sequence, check digit."""
    born = draw(st.dates(date(1900, 1, 1), date(2026, 11, 1)))
    region = draw(st.sampled_from(PROVINCES)) + f"{draw(st.integers(0, 9999)):04d}"
    body = f"{region}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    rest = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11
    return body + draw(st.sampled_from(["10X98765432"[rest], "10x98765432"[rest]]))


@st.composite
def cards(draw: st.DrawFn) -> str:
    """UnionPay, valid by Luhn."""
    body = "62" + draw(st.text("0123456789", min_size=13, max_size=16))
    doubled = (int(digit) * 2 for digit in body[::-2])
    total = sum(value - 9 if value > 9 else value for value in doubled) + sum(int(digit) for digit in body[-2::-2])
    return body + str(-total % 10)


MOBILES = st.builds(
    lambda second, rest: f"1{second}{rest}", st.integers(3, 9), st.text("0123456789", min_size=9, max_size=9)
)
WORDS = st.text(st.sampled_from("王某某的证号是二组补贴，。（）：、 ID"), max_size=12)


def full_width(number: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) for character in number)


@st.composite
def written(draw: st.DrawFn, number: str) -> str:
    """As people write long numbers: plain, full-width, in groups, with unseen characters."""
    form = draw(st.sampled_from(["plain", "wide", "spaces", "hyphens", "unseen", "folded"]))
    if form == "wide":
        return full_width(number)
    if form == "plain":
        return number
    gap = {"spaces": " ", "hyphens": "-", "unseen": "\u200b", "folded": "\u3000"}[form]
    cuts = sorted(draw(st.sets(st.integers(1, len(number) - 1), min_size=1, max_size=6)))
    return gap.join(number[a:b] for a, b in zip([0, *cuts], [*cuts, len(number)], strict=True))


# Where a text may stand: the file with X in it.
PLACES = {
    "text": (NOTICE_PATH, NOTICE.replace("第三季度办了这些事：", "X")),
    "cell": (NOTICE_PATH, NOTICE.replace("清理河道", '"X"')),
    "column": (NOTICE_PATH, NOTICE.replace("列: 花费", "列: 'X'")),
    "unknown name": (NOTICE_PATH, NOTICE + "'X': 甲\n"),
    "summary": (FINANCE_PATH, FINANCE.replace("保洁员10月工资（2人，每人2800元）", "'X'")),
    "reviewer": (FINANCE_PATH, FINANCE.replace("主任 赵德顺", "'X'")),
    "profile": (f"{HOME}/village.yml", "名称: 柳湾村\n区划代码: '990123100201'\n公开栏位置: 'X'\n"),
    "broken record": (NOTICE_PATH, "标题: 'X'\n"),
}


@pytest.mark.parametrize("place", PLACES)
@given(data=st.data(), before=WORDS, after=WORDS)
def test_id_numbers_are_always_found(place: str, data: st.DataObject, before: str, after: str) -> None:
    path, text = PLACES[place]
    number = data.draw(id_numbers())
    file = text.replace("X", before + data.draw(written(number)) + after)
    found = [finding for finding in judge({path: file}).findings if finding.code == "P01"]
    assert {finding.span.path for finding in found} == {path}
    assert all(silent(finding, number) for finding in judge({path: file}).findings if finding.code == "P01")


def silent(finding: Finding, number: str) -> bool:
    """Nothing that the finding says gives the number away."""
    return number[:10] not in f"{finding.message}{finding.remedy}{finding.note}"


@given(number=cards(), data=st.data(), before=WORDS, after=WORDS)
def test_cards_are_always_found(number: str, data: st.DataObject, before: str, after: str) -> None:
    said = personal(before + data.draw(written(number)) + after)
    assert said & {"P01", "P03"}  # a card that is also a valid ID number is that


@given(number=MOBILES, before=WORDS, after=WORDS)
def test_mobiles_are_always_found(number: str, before: str, after: str) -> None:
    forms = [number, full_width(number), f"+86 {number}", f"86{number}", " ".join(number), f"{number[:3]} {number[3:]}"]
    forms += [f"{number[:3]}{gap}{number[3:7]}{gap}{number[7:]}" for gap in (" ", "-", "－", "·", "\u3000")]
    for form in forms:
        assert "P02" in personal(before + form + after), form


def test_personal_record_is_withheld() -> None:
    for placeholder, code in (("{身份证号}", "P01"), ("{手机号}", "P02"), ("{银行卡号}", "P03")):
        judged = judge(notice(f"打到{PERSONAL[placeholder]}上"))
        assert {finding.code for finding in judged.findings} == {code}
        [address] = [address for place in judged.places for address in place.withheld]
        assert address.path == NOTICE_PATH


def test_escapes_do_not_hide() -> None:
    digits = PERSONAL["{手机号}"]
    escaped = "".join(f"\\x{ord(digit):02x}" for digit in digits)
    text = re.sub(r"正文: \|\n.*\n", lambda _: f'正文: "{escaped}"\n', NOTICE)
    assert "P02" in codes({NOTICE_PATH: text})


# What is not personal.


@pytest.mark.slow
def test_amounts_run_together() -> None:
    """Copied tables run their figures together; one in a hundred may look like something, no more."""
    dice = random.Random(20261118)
    hits = 0
    for _ in range(1_500):
        figures = [str(dice.randrange(1, 10 ** dice.randrange(2, 7))) for _ in range(6)]
        hits += bool(personal("合计" + "".join(figures)[:18] + "元"))
    assert hits <= 15


def test_real_tables() -> None:
    """Figures as real notices have them (小坝村 2014, 云霄 2017, 东莞 2021, 南昌 2022, 上海 2012)."""
    for text in (
        "资金来源：759800379800380000，规模：长1500米，宽3米，筹劳1055人",
        "1云陵镇4 1576 2莆美镇161897 7下河乡2391105 11和平农场13  52",
        "东府﹝2018﹞16号、东府办〔2014〕63号，索引号001008003012/2022-50316",
        "莲塘镇5 28 1489 2850.71 2850.71 319279.52 3046.65 -195.94",
        "上缴党费6104.5390，利息149.5585，合计6254.0975万元",
        "109480596.96元，977505.33亩，112元/亩",
        "人行道596平方米，铺设道板砖1136.7平方米，270米×4米×0.2米, 1216米×5米×0.2米",
    ):
        assert personal(text) == set(), text


@pytest.mark.parametrize(
    "text",
    [
        "值班电话 0000-612 3307，监督电话0000-6123318",
        "区划代码990123100201，文号2026年第1390000123456号",
        "2026-10-09 13900 26800 1380",
        "135 1200 3500 20",
        "统一社会信用代码N2990123MF1234567X",
        "发票号码13900001234567",
        "面积34.5亩，单价3800元，合计131100元",
    ],
)
def test_other_numbers(text: str) -> None:
    assert personal(text) == set()


def test_office_numbers_and_checksums() -> None:
    number = PERSONAL["{手机号}"]
    office = NOTICE.replace("0000-612 3318", f'"{number}"')
    column = NOTICE.replace("{列: 事项, 类型: 文字}", "{列: 办公电话}").replace("清理河道", f'"{number}"')
    digest = f"附件:\n  - 名称: 清单\n    仅存纸质: 是\n    sha256: {'a' * 20}{number}{'b' * 33}\n"
    for text in (office, column, NOTICE + digest):
        assert not {code for code in codes({NOTICE_PATH: text}) if code[0] == "P"}


def test_account_numbers() -> None:
    """Where the words say account, twelve digits are enough; a tail has four."""
    assert personal("打到账号：990012003456上") == {"P03"}
    assert personal("一卡通（9900 1200 3456 78）") == {"P03"}
    assert personal("打到账户里共990012003456分") == set()
    for tail, said in (("3107", set()), ("003107", {"P03"}), ("***3107", set()), ("9900 3107", {"P03"})):
        text = FINANCE.replace('尾号: "3107"', f'尾号: "{tail}"')
        assert {code for code in codes({FINANCE_PATH: text}) if code[0] == "P"} == said, tail
    cell = NOTICE.replace("{列: 事项, 类型: 文字}", "{列: 开户账号}").replace("清理河道", '"990012003456"')
    assert "P03" in codes({NOTICE_PATH: cell})


@pytest.mark.parametrize(
    "text",
    [
        "柳湾村3组12号王某某",
        "三组十二号",
        "家住第三村民小组5号",
        "3组12号",
        "安置区2栋1单元302室",
        "5幢1203室",
        "12号楼3单元",
        "和平里8号院",
        "门牌号：12",
        "住址：解放路18号",
        "位于东经109.480597，北纬30.123456",
        "109.480597, 30.123456",
        "30.123456，109.480597",
        "３组１２号",
    ],
)
def test_home_addresses(text: str) -> None:
    assert personal(text) == {"P04"}


@pytest.mark.parametrize(
    "text",
    [
        "王某某（三组）",
        "二组共12户，三组3号、4号机井清淤",
        "3组2号机井、2组1号支渠、一组5号路灯",
        "文化广场北墙、村委会会议室、5号楼会议室",
        "G107国道旁，第7号，支-12号，〔2021〕51号",
        "镇政府3号楼201室办理",
        "请到人民路88号镇便民服务中心领取",
        "修桥2座1200延米，门牌412块",
        "新建厂房3栋，2栋已完工",
        "投票站3个，村民小组11个",
        "东经路口到北纬桥",
        "单价109.48元，共30.12亩",
    ],
)
def test_public_places(text: str) -> None:
    assert personal(text) == set()


# Names.


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李小明", ["李小明"]),
        ("承包户 李小明", ["李小明"]),
        ("村民李小明（三组）", ["李小明"]),
        ("保洁员王芳", ["王芳"]),
        ("欧阳修文", ["欧阳修文"]),
        ("张大山、王小河", ["张大山", "王小河"]),
        ("张大山和王小河等5户", ["张大山", "王小河"]),
        ("李和平", ["李和平"]),
        ("户主：王建民", ["王建民"]),
        ("李某某", []),
        ("承包户 李某某", []),
        ("李*明", []),
        ("王××", []),
        ("保洁员2人", []),
        ("车主 陈某", []),
        ("挖机师傅 陈某", []),
        ("王师傅", []),
        ("石匠", []),
        ("村干部5人", []),
        ("茶农31户", []),
        ("摊主38户", []),
        ("辅导老师2人", []),
        ("石渡镇五金店", []),
        ("澄安县水利物资站", []),
        ("甘冲水电站", []),
        ("县供电公司", []),
        ("石渡镇财政所", []),
        ("柳湾农机专业合作社", []),
        ("", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert list(names_in(text)) == names
    assert names_in(masked(text)) == ()
    for name in names:
        assert mask_name(name) in masked(text)
        assert name not in masked(text)


@given(st.text(max_size=60))
def test_masking_leaves_no_name(text: str) -> None:
    assert names_in(masked(text)) == ()


@given(
    st.sampled_from("王李张刘陈"),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=2),
)
def test_payee_named_in_full(surname: str, given_name: str) -> None:
    name = surname + given_name
    if not is_name(name):
        return
    for party, kind in ((name, "个人"), (f"承包户 {name}", "个人"), (f"{name}、李某某", "多人")):
        text = FINANCE.replace("对方: 李某某\n    对方类别: 个人", f"对方: {party}\n    对方类别: {kind}")
        found = [finding for finding in judge({FINANCE_PATH: text}).findings if finding.code == "P13"]
        assert [finding.span.line for finding in found] == [text.splitlines().index(f"    对方: {party}") + 1]
        assert mask_name(name) in found[0].remedy
        assert name not in found[0].message + found[0].note
    firm = FINANCE.replace("对方: 李某某\n    对方类别: 个人", f"对方: {name}\n    对方类别: 单位")
    assert "P13" not in codes({FINANCE_PATH: firm})


TABLE = """\
表格:
  - 名称: 名单
    列: [{列: %s}, {列: 内容}]
    行:
      - [%s, 甲]
"""


@pytest.mark.parametrize(
    ("column", "cell", "withheld"),
    [
        ("姓名", "王大山", True),
        ("户主姓名", "王大山（二组）", True),
        ("姓名", "巴特尔", True),
        ("姓名", "阿依古丽·买买提", True),
        ("领款人", "王大山", True),
        ("身份证号", "尾号3217", True),
        ("残疾证号", "有", True),
        ("姓名", "王某某", False),
        ("姓名", "王*山", False),
        ("户主", "合计", False),
        ("户主", "其中 二组", False),
        ("户主", '""', False),
        ("身份证号", '""', False),
        ("事项", "王家塘清淤", False),
        ("承包人", "柳湾农机专业合作社", False),
    ],
)
def test_table_columns(column: str, cell: str, withheld: bool) -> None:
    blocks = re.split(r"^(?=\S)", NOTICE, flags=re.MULTILINE)
    text = "".join(block for block in blocks if not block.startswith("表格")) + TABLE % (column, cell)
    assert ("P13" in codes({NOTICE_PATH: text})) == withheld
    post = text.replace("{列: 内容}", "{列: 职务}")
    if column in ("姓名", "户主姓名", "领款人"):
        assert "P13" not in codes({NOTICE_PATH: post})


def test_named_notices() -> None:
    """Elections, honours and recruits name whom they are about; a column marked personal stays closed even there."""
    blocks = re.split(r"^(?=\S)", NOTICE, flags=re.MULTILINE)
    text = "".join(block for block in blocks if not block.startswith("表格")) + TABLE % ("姓名", "王大山")
    for topic in ("选举", "表彰", "发展党员"):
        assert "P13" not in codes({NOTICE_PATH: text.replace("事项: 村务事项", f"事项: {topic}")})
        closed = text.replace("{列: 内容}", "{列: 内容, 个人信息: 是}").replace("事项: 村务事项", f"事项: {topic}")
        assert "P13" in codes({NOTICE_PATH: closed})


# File names.


@pytest.mark.parametrize("number", PERSONAL.values(), ids=list(PERSONAL))
def test_file_names(number: str) -> None:
    for path in (
        f"{HOME}/notices/a-{number}.yml",
        f"{HOME}/notices/attachments/{number}.pdf",
        f"{HOME}/finance/{number}.yml",
    ):
        found = [f for f in judge({path: NOTICE}).findings if f.code == "P09"]
        assert [f.span.path for f in found] == [f"{HOME}/village.yml"]
        assert number[3:] not in "".join(f"{f.message}{f.remedy}{f.note}{f.span}" for f in found)


@pytest.mark.parametrize(
    "name",
    [
        "2026-10-01-2026-10-31",
        "20261001-20261031-1",
        "2026-q3",
        "15-2026-10-01-1",
        "202610011234567",
        "img-20261009153012",
    ],
)
def test_dated_file_names(name: str) -> None:
    assert "P09" not in codes({f"{HOME}/notices/{name}.yml": NOTICE, f"{HOME}/notices/attachments/{name}.jpg": b""})


def test_gaps_are_blanks_only() -> None:
    """The unseen characters of the examples are no way round either."""
    number = PERSONAL["{手机号}"]
    assert "P02" in personal(number[:3] + AWKWARD["{全角空格}"] + number[3:])
