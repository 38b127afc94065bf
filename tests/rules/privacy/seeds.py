"""Personal data as people write it, by category. All of it is invented when the test runs: no number stands in the source."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
RARE = ("逄", "郗", "仝", "亓官", "欧阳", "司徒", "郏", "佘", "谌", "蔺", "覃", "麦", "冼", "诸葛")
GIVEN = "大小国建文志秀桂玉春海明华军强平芳兰英红梅花山河林福贵德全满水生财根云霞丽娟永庆"
FOREIGN = (
    "阿依古丽·买买提",
    "扎西顿珠",
    "巴特尔",
    "麦麦提依明江",
    "古丽努尔·艾合买提",
    "次仁旺姆",
    "其其格",
    "卓玛措",
    "买买提·吐尔逊",
)
UNUSUAL = ("李䶮", "张𠮷强", "王\ue863明", "陈㛃")
SCRIPTS = (0x660, 0x966, 0xFF10, 0x1D7CE, 0xE50)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

LAW = frozenset({"身份证", "手机", "银行卡", "住址", "健康", "未成年人", "宗教信仰", "特定身份", "位置"})
"""Categories that 个人信息保护法 §28 and the rules of the field name."""


class Seed(NamedTuple):
    """One text that may not be published."""

    category: str
    text: str


def seeds(number: int = 20261118) -> list[Seed]:
    """All seeds, the same for the same number."""
    dice = random.Random(number)
    found = [Seed(category, text) for category, make in _MAKERS.items() for text in make(dice)]
    return list(dict.fromkeys(found))


def name(dice: random.Random) -> str:
    """A common name mostly, now and then a rare or a foreign one."""
    if (kind := dice.random()) < 0.1:
        return dice.choice(FOREIGN)
    if kind < 0.15:
        return dice.choice(UNUSUAL)
    surname = dice.choice(RARE) if kind < 0.25 else dice.choice(SURNAMES)
    return surname + "".join(dice.sample(GIVEN, 2))


def id_number(dice: random.Random) -> str:
    """Valid by GB 11643, of a region that does not exist."""
    body = f"99{dice.randrange(10000):04d}{dice.randrange(1930, 2020)}{dice.randrange(1, 13):02d}{dice.randrange(1, 29):02d}{dice.randrange(1000):03d}"
    return body + "10X98765432"[sum(int(a) * b for a, b in zip(body, WEIGHTS, strict=True)) % 11]


def old_id_number(dice: random.Random) -> str:
    """Fifteen digits, a real province, a region in it that does not exist."""
    return f"{dice.choice((11, 33, 44, 51, 65))}99{dice.randrange(100):02d}{dice.randrange(30, 99)}{dice.randrange(1, 13):02d}{dice.randrange(1, 29):02d}{dice.randrange(1000):03d}"


def mobile(dice: random.Random) -> str:
    return f"1{dice.choice('3456789')}{dice.randrange(10**9):09d}"


def card(dice: random.Random) -> str:
    """Valid by Luhn."""
    body = "62" + f"{dice.randrange(10**16):016d}"
    doubled = (int(digit) * 2 for digit in body[::-2])
    total = sum(value - 9 if value > 9 else value for value in doubled) + sum(int(digit) for digit in body[-2::-2])
    return body + str(-total % 10)


def cut(text: str, *sizes: int, gap: str = " ") -> str:
    """`text` in groups."""
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at : at + size])
        at += size
    return gap.join([*parts, text[at:]] if at < len(text) else parts)


def other_digits(text: str, zero: int) -> str:
    return "".join(chr(zero + int(one)) if one.isdigit() else one for one in text)


def han(text: str) -> str:
    return "".join("〇一二三四五六七八九"[int(one)] if one.isdigit() else one for one in text)


def _id(dice: random.Random) -> Iterator[str]:
    for gap in ("", " ", "-", ".", "/", "_", ",", "   ", "\u200b", "·", " - ", "—", "\n"):
        yield f"{name(dice)}，身份证{cut(id_number(dice), 6, 4, 4, gap=gap)}"
        yield f"证号：{cut(id_number(dice), 6, 8, gap=gap)}已核对"
    for zero in SCRIPTS:
        yield f"身份证号{other_digits(id_number(dice), zero)}"
    yield f"公民身份号码{han(id_number(dice))}"
    yield f"号码{' '.join(id_number(dice))}"
    for before, after in (
        ("残疾证号", "42"),
        ("残疾人证", "44B1"),
        ("档案号", "0001"),
        ("学籍号G", ""),
        ("参保号", "01"),
        ("", "62"),
    ):
        yield f"{before}{id_number(dice)}{after}"
    for _ in range(6):
        number = id_number(dice)
        yield f"{name(dice)} {number[:6]}********{number[14:]}"
        yield f"{name(dice)}{number[:14]}****"
        yield f"身份证{number[:12]}**{number[14:]}，已核"
        yield f"{number[:6]} {number[6:10]} **** {number[14:]}"
        yield f"{number[:4]}xxxxxxxxxx{number[14:]}"
        yield f"{number[:6]}****{number[14:]}"
    for _ in range(4):
        yield f"老证号{old_id_number(dice)}"
        yield f"{name(dice)}（{old_id_number(dice)}）"


def _mobile(dice: random.Random) -> Iterator[str]:
    for sizes in ((3, 4), (3, 8), (7,), (4, 4), (4, 3), (3, 3), (5,), (2, 3, 3), (1,) * 10):
        for gap in (" ", "-", ".", "  ", "—", "\u3000"):
            yield f"电工电话{cut(mobile(dice), *sizes, gap=gap)}。"
    for before in ("+86", "+86 ", "+86-", "0086", "0086 ", "(86)", "（+86）", "86 ", "+86 - "):
        yield f"联系{before}{mobile(dice)}"
        yield f"报名请打{before}{cut(mobile(dice), 3, 4, gap=dice.choice(' -'))}"
    for zero in SCRIPTS:
        yield f"手机{other_digits(mobile(dice), zero)}"
    yield f"手机{han(mobile(dice))}"
    yield f"{mobile(dice)} {mobile(dice)}"
    yield f"{name(dice)}{mobile(dice)}"


def _card(dice: random.Random) -> Iterator[str]:
    for gap in ("", " ", "-", ".", "·", "  ", "/"):
        yield f"打到卡上{cut(card(dice), 4, 4, 4, 4, gap=gap)}"
        yield f"一卡通{cut(card(dice), 6, 4, 4, gap=gap)}"
    for label in ("账号", "帐号：", "存折", "卡号是", "社保卡 ", "银行卡（"):
        yield f"{label}{dice.randrange(10**14, 10**15)}"
    for _ in range(6):
        yield f"{name(dice)} {dice.randrange(10**14, 10**15)}"
        yield f"{name(dice)}（{dice.randrange(10**17, 10**18)}）"
        yield f"{name(dice)}：{cut(str(dice.randrange(10**14, 10**15)), 4, 4, 4, gap=dice.choice(' -.'))}"
    for zero in SCRIPTS[:3]:
        yield f"卡号{other_digits(card(dice), zero)}"


def _address(dice: random.Random) -> Iterator[str]:

    def n(top: int = 40) -> int:
        return dice.randrange(2, top)

    for _ in range(3):
        yield f"{name(dice)}住柳湾村{n(9)}组{n()}号"
        yield f"{name(dice)}，老街{n()}号"
        yield f"家住新华路{n(200)}号"
        yield f"桂花巷{n()}号的危房已拆"
        yield f"{name(dice)}（和平里弄{n()}号）翻建住房"
        yield f"幸福小区{n(9)}-{n(5)}-{n(9)}01"
        yield f"阳光花园{n(9)}栋{n(5)}单元{n(9)}02"
        yield f"安置区{n(9)}号楼{n(5)}单元{n(9)}01室漏水"
        yield f"{name(dice)}，石桥村{n(90)}号"
        yield f"现住址：城南大道{n(300)}号"
        yield f"银杏苑{n(9)}幢{n(9)}03室"
        yield f"东风胡同{n()}号院"
        yield f"门牌号{n(90)}"
        yield f"通讯地址：石渡镇东街{n()}号"
        yield f"{name(dice)}家住三组十{'二三四五'[n(4) - 1]}号"


def _place(dice: random.Random) -> Iterator[str]:

    def north() -> float:
        return 30 + dice.random()

    def east() -> float:
        return 109 + dice.random()

    for _ in range(4):
        yield f"位置{east():.6f},{north():.6f}"
        yield f"坐标：{north():.4f}，{east():.4f}"
        yield f"东经{int(east())}°{dice.randrange(60)}′{dice.randrange(60)}″"
        yield f"北纬{int(north())}度{dice.randrange(60)}分"
        yield f"GPS {north():.5f} {east():.5f}"
        yield f"E{int(east())}°{dice.randrange(60)}'，N{int(north())}°{dice.randrange(60)}'"
        yield f"经度{east():.3f}"
        yield f"{name(dice)}的活动轨迹已上报"
        yield f"{name(dice)}的行踪"


def _health(dice: random.Random) -> Iterator[str]:
    for tail in (
        "肺癌，补助3000元", "因病住院", "患尿毒症每周透析", "做了心脏手术", "肢体残疾二级", "患乳腺癌", "得了肝炎", "中风后瘫痪", "是聋哑人", "精神分裂", "糖尿病住院", "因残致贫", "确诊高血压",
    ):  # fmt: skip
        yield f"{name(dice)}{tail}"
        yield f"{dice.choice(SURNAMES)}某某{tail}"
    for head in ("残疾人", "二组村民", "看望住院的", "低保户", "重病户", "精神障碍患者", "患病的", "五保老人"):
        yield f"{head}{name(dice)}，" + ("身患重病" if head in ("二组村民", "低保户", "五保老人") else "已上门")
    yield from (f"{name(dice)}（{what}）" for what in ("肺癌", "二级残疾", "尿毒症", "失明", "艾滋病"))


def _child(dice: random.Random) -> Iterator[str]:
    for _ in range(3):
        yield f"{name(dice)}，女，2018年{dice.randrange(1, 13)}月出生"
        yield f"{name(dice)}（{dice.randrange(5, 13)}岁）在村小读书"
        yield f"{dice.choice(SURNAMES)}某某今年{dice.randrange(5, 13)}岁"
        yield f"{name(dice)}就读村小三年级"
        yield f"{name(dice)}在县第二幼儿园"
        yield f"留守儿童{name(dice)}，出生日期2019年3月"
        yield f"{name(dice)}，生日2017-05-{dice.randrange(10, 28)}"
        yield f"{name(dice)}的女儿{name(dice)}上小学"


def _faith(dice: random.Random) -> Iterator[str]:
    for tail in (
        "信教",
        "信佛",
        "信仰基督教",
        "是天主教徒",
        "信伊斯兰教",
        "参加教会礼拜",
        "皈依佛教",
        "信道教",
        "信主多年",
        "练过法轮功",
    ):
        yield f"{name(dice)}{tail}"
        yield f"村民{name(dice)}{tail}，没有参加"
        yield f"{dice.choice(SURNAMES)}某某{tail}"


def _identity(dice: random.Random) -> Iterator[str]:
    for tail in (
        "吸毒",
        "刑满释放",
        "坐过牢",
        "被判刑三年",
        "在社区矫正",
        "戒毒",
        "被拘留十日",
        "缓刑期内",
        "服刑人员家属",
        "因盗窃被逮捕",
        "入狱两年",
    ):
        yield f"{name(dice)}{tail}"
        yield f"经查{name(dice)}{tail}"
        yield f"{dice.choice(SURNAMES)}某某{tail}"


def _punished(dice: random.Random) -> Iterator[str]:
    for tail in (
        "受党内警告处分",
        "受到严重警告处分",
        "被镇纪委立案",
        "被开除党籍",
        "留党察看一年",
        "因饮酒开车受政务处分",
        "被初核",
        "违纪被诫勉",
        "政审不合格",
    ):
        yield f"党员{name(dice)}{tail}"
        yield f"{name(dice)}{tail}"


def _money(dice: random.Random) -> Iterator[str]:
    for form in (
        "发给{}救助金3000元", "{}欠承包费2000元", "付{}误工费300元", "{}领取低保金560元", "{}：300元", "给{}补助1200元", "{}贷款5万元未还", "困难户{}慰问金500元", "{}捐款200元",
        "付给村民{}青苗补偿费860元", "{}交来租金1500元", "收到{}承包款8000元", "{}、{}各300元", "{}借村里2000块", "{}户危房改造补助2万元", "付{}运费400元", "{}领补贴 300",
    ):  # fmt: skip
        yield form.replace("{}", name(dice), 1).replace("{}", name(dice))
        yield form.replace("{}", name(dice), 1).replace("{}", name(dice))


def _life(dice: random.Random) -> Iterator[str]:
    for form in (
        "{}，45岁",
        "{}（67岁）",
        "{}今年72岁",
        "{}，男，1968年3月出生",
        "{}生于1970年",
        "{}，生日1966-05-12",
        "{}在县一中读书",
        "{}就读于省农业大学",
        "低保户{}",
        "{}户",
        "农户{}",
    ):
        yield form.format(name(dice))
        yield form.format(name(dice))


def _papers(dice: random.Random) -> Iterator[str]:
    for _ in range(3):
        yield f"低保证号{dice.randrange(10**7, 10**8)}"
        yield f"护照E{dice.randrange(10**7, 10**8)}"
        yield f"港澳通行证：C{dice.randrange(10**7, 10**8)}"
        yield f"残疾证号：{dice.randrange(10**9, 10**10)}"
        yield f"{name(dice)}的车浙A{dice.randrange(10**4, 10**5)}占道"
        yield f"车牌号浙C·{dice.randrange(10**4, 10**5)}"
        yield f"粤B D{dice.randrange(10**4, 10**5)}挡路"
        yield f"学籍号G{dice.randrange(10**10, 10**11)}"


def _reached(dice: random.Random) -> Iterator[str]:
    for _ in range(3):
        yield f"电工微信dg_{dice.randrange(10**4, 10**5)}"
        yield f"微信号：wxid{dice.randrange(10**4, 10**5)}"
        yield f"加QQ{dice.randrange(10**8, 10**9)}"
        yield f"QQ号 {dice.randrange(10**8, 10**9)}"
        yield f"邮箱abc{dice.randrange(1000)}@mail.example"
        yield f"{name(dice)}家电话0000-{dice.randrange(2 * 10**6, 9 * 10**6)}"
        yield f"王某某座机{dice.randrange(2 * 10**6, 9 * 10**6)}"
        yield f"支付宝账号xy{dice.randrange(10**5, 10**6)}"


def _askers(dice: random.Random) -> Iterator[str]:
    for word in ("举报人", "投诉人", "信访人", "反映人是", "检举人：", "控告人", "来信人", "举报者"):
        yield f"{word}{name(dice)}"
        yield f"{word}{dice.choice(SURNAMES)}某某"


_MAKERS = {
    "身份证": _id, "手机": _mobile, "银行卡": _card, "住址": _address, "位置": _place, "健康": _health, "未成年人": _child, "宗教信仰": _faith, "特定身份": _identity,
    "处分": _punished, "钱": _money, "年龄学校户": _life, "证件车牌": _papers, "联系方式": _reached, "反映人": _askers,
}  # fmt: skip
