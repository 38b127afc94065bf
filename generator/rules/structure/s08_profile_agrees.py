"""S08: a profile agrees with itself, with the place above it, and with no other place of the county."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.layout import COUNTY_FILE, Place
from generator.records.places import Township, Village
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

ABOVE = {True: (9, "{乡级}"), False: (6, "{县级}")}
"""How many digits of its 区划代码 a village, or a township, shares with the place above it."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村（镇）的资料要对得上：区划代码是自己的，名称不和别处一样，党员、户数不比人口多，任职的日子已经到了。

    为什么：
        资料多半是从别的村抄来改的；代码一样，两个村的数就会混在一起。

    怎么查：
        区划代码全县不重复；村的前9位和乡镇的一样，乡镇的前6位和县的一样。
        一个乡镇里的村、一个县里的乡镇，名称不重复。
        党员数、户数、村民代表数不大于人口，村民小组数不大于户数。“任职起”不晚于今天。

    怎么改：
        1. 区划代码照国家统计局公布的统计用区划代码写，12位。
        2. 人口、户数、党员数照最近一次统计改正。

    合格：
        # 文件: shidu/liuwan/village.yml
        名称: 柳湾村
        区划代码: "990123100201"
        人口: 412
        户数: 412
        党员数: 412
        村民代表数: 412
        村民小组数: 412
        机构: [{名称: 村民委员会, 成员: [{职务: 主任, 姓名: 林志远, 任职起: 2026-11-18}]}]
        # 文件: shidu/shiqiao/village.yml
        名称: 石桥村
        区划代码: "990123100202"
        # 文件: heling/township.yml
        名称: 禾岭镇
        区划代码: "990123101000"
        # 文件: heling/liuwan/village.yml
        名称: 柳湾村
        区划代码: "990123101201"

    合格：
        # 没有写的不比
        # 文件: shidu/liuwan/village.yml
        名称: 柳湾村
        区划代码: "990123100201"
        户数: 412
        党员数: 57
        村民小组数: 8

    不合格：
        # 文件: shidu/liuwan/village.yml
        名称: 柳湾村
        区划代码: "990123100202"  # <- S08
        人口: 1043
        户数: 1044  # <- S08
        党员数: 1044  # <- S08
        村民代表数: 1044  # <- S08
        村民小组数: 1045  # <- S08
        # 文件: shidu/shiqiao/village.yml
        名称: 石桥村
        区划代码: 990123100202  # <- S08

    不合格：
        # 别的乡镇的代码；两个村名称一样
        # 文件: shidu/liuwan/village.yml
        名称: 柳湾村  # <- S08
        区划代码: "990123101201"  # <- S08
        人口: 1043
        机构:
          - 名称: 村民委员会
            成员:
              - {职务: 委员, 姓名: 何秀英}
              - 职务: 主任
                姓名: 林志远
                任职起: 2026-11-19  # <- S08
        # 文件: shidu/shiqiao/village.yml
        名称: 柳湾村  # <- S08
        区划代码: "990123100202"

    不合格：
        # 别的县的代码；乡镇和它下面的村的代码也不能一样
        # 文件: shidu/township.yml
        名称: 石渡镇
        区划代码: "990124100000"  # <- S08
        # 文件: shidu/liuwan/village.yml
        名称: 柳湾村
        区划代码: "990124100000"  # <- S08

    不合格：
        # 乡镇没有写代码的，不比代码
        # 文件: shidu/township.yml
        名称: 石渡镇
        # 文件: shidu/liuwan/village.yml
        名称: 柳湾村
        区划代码: "990123100201"
        人口: 1043
        户数: 1044  # <- S08
    """
    profile = case.profile
    if profile is None:
        return
    if isinstance(profile, Village | Township):  # nothing stands above the county, and nothing beside it
        yield from _code(case, profile)
        yield from _name(case, profile)
    if isinstance(profile, Village):
        yield from _heads(profile)
    for number, body in enumerate(profile.bodies):
        for index, officer in enumerate(body.officers):
            if officer.since and officer.since > context.as_of:
                said = f"“任职起”写的是{day_long(officer.since)}，这一天还没有到"
                yield Problem(("机构", number, "成员", index, "任职起"), said, "对照任职文件，写已经任职的那一天")


def _code(case: PlaceCase, profile: Village | Township) -> Iterator[Problem]:
    """Zeros alone are what a new county begins with, until the code is filled in."""
    place = case.place
    if profile.code.strip("0") and (others := _others(case.county.alike("区划代码", profile.code, ""), place)):
        yield Problem(
            ("区划代码",),
            f"区划代码和 {others} 的一样",
            "照统计用区划代码，哪个抄错了改哪个；每个地方的代码都不一样",
            "区划代码和别的地方写得一样，正在核对。",
        )
    digits, name = ABOVE[place.village is not None]
    above = case.county.said(Place(place.township).profile_path if place.village else COUNTY_FILE, "区划代码")
    if above and profile.code[:digits] != above[:digits]:
        yield Problem(
            ("区划代码",),
            f"区划代码前{digits}位是{profile.code[:digits]}，{name}的是{above[:digits]}，不是这个{name}的代码",
            f"照统计用区划代码改正；是{name}的写错了，改{name}的",
            f"区划代码不是这个{name}的，正在核对。",
        )


def _name(case: PlaceCase, profile: Village | Township) -> Iterator[Problem]:
    place = case.place
    folder = f"{place.township}/" if place.village else ""
    found = case.county.alike("名称", profile.name, folder)
    if others := _others((path for path in found if path.count("/") == place.profile_path.count("/")), place):
        yield Problem(
            ("名称",),
            f"名称和 {others} 的一样",
            "抄来的改成自己的名称；真是同名的，后面加括号写明",
            "名称和别的地方写得一样，正在核对。",
        )


def _others(paths: Iterable[str], place: Place) -> str:
    return "、".join(path for path in paths if path != place.profile_path)


def _heads(profile: Village) -> Iterator[Problem]:
    pairs = (
        ("户数", profile.households, "人口", profile.population),
        ("党员数", profile.party_members, "人口", profile.population),
        ("村民代表数", profile.representatives, "人口", profile.population),
        ("村民小组数", profile.groups, "户数", profile.households),
    )
    for name, part, whole_name, whole in pairs:
        if part is not None and whole is not None and part > whole:
            said = f"{name}{part}，比{whole_name}{whole}还多"
            yield Problem((name,), said, "照最近一次统计改正", f"{said}，正在核对。")


RULE = Rule(
    code="S08",
    title="村（镇）的资料要对得上",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="资料写错了，村里的记录还是真的；所以记录照样公开，旁边写明哪一项在核对。",
    basis=("本网站",),
    check=check,
)
