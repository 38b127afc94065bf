"""P04: there is no home address with a door number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.looks import Look
from generator.base.persons import private_names
from generator.rules.privacy.mentions import masked_in
from generator.rules.privacy.scan import NOTE, may_hold, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_C = r"[\d一二三四五六七八九十百]"
_N = rf"{_C}{{1,6}}+"
_B = r"\s{0,3}"
_PLACE = re.compile(
    r"[号之弄院]?\s{0,3}(?:机|水|井|塘|池|渠|支|斗|干|沟|河|坝|闸|泵|路灯|灯|桥|地|田|山|林|果|园|棚|变压|台区|电|线|杆|标|厕|公|垃圾|监控|站|点|楼|仓|库|厂"
    r"|文|凭|票|令|会|合同|项目|工程|图|宗|档|表|账|车|口|门面|店|商铺|铺|摊|市场|广场|大厅|窗口|政府|[镇村]委|党群|中心|办|学校|小学|医院|卫生|银行|信用|酒店|宾馆|超市)"
)
"""Other things that have numbers within a group or a street: wells, ponds, canals, lamps, lots, offices, shops."""
_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,8}(?:中心|政府|委会|大厅|党群|办公|门面|商铺|医院|学校|超市|市场)")
_MORE = re.compile(rf"(?:\s|[、，和及与到至~\-—号]|{_C})*+")
"""More numbers behind the first: 3号、4号."""
_GROUP = re.compile(rf"{_C}{_B}(?:村民)?小?组{_B}{_N}{_B}号")
_HOUSE = re.compile(
    rf"{_N}{_B}(?:栋|幢|座|号楼){_B}(?:{_N}{_B}单元{_B})?\d{{2,4}}{_B}(?:室|号房)"
    rf"|{_N}{_B}(?:栋|幢|座|号楼){_B}{_N}{_B}单元"
    rf"|{_N}{_B}单元{_B}\d{{3,4}}"
    rf"|{_N}{_B}[栋幢]{_B}\d{{3,4}}(?![\d.\u4e00-\u9fff])"
    rf"|{_N}{_B}号院"
    rf"|门牌号?码?{_B}[:：为是]?{_B}{_N}(?!{_B}[块个面户元张套])"
    rf"|(?:家住|现住|住址|住所|住[在于]|居住地址?|户籍地?址?|家庭地址|通[讯信]地址|收[件货]地址){_B}[:：为是在于]?{_B}[^，。；\s]{{0,20}}?{_N}{_B}(?:号|室|栋|幢|单元|弄|[-－—]{_B}{_N})"
    rf"|[弄巷路街里]{_N}[弄巷]{_N}{_B}号"
    rf"|(?:小区|花园|公寓|家园|新村|新居|嘉苑|[苑庭墅]|安置[区点房]|集中居住[区点]){_B}{_C}{{1,3}}+(?:{_B}[-－—#＃栋幢座号楼]{{1,2}}{_B}{_C}{{1,4}}+){{1,3}}+"
)
_STREET = re.compile(
    rf"[\u4e00-\u9fff](?:大?路|[街巷弄]|大道|胡同|里弄|小区|花园|公寓|家园|新村|新居|[苑庭坊]|安置[区点房])(?:[东南西北中]段?|[一二三四五六]段)?{_B}{_N}(?:{_B}[-－—之附]{_B}{_N}){{0,2}}{_B}[号弄栋幢]"
)
_VILLAGE = re.compile(
    rf"[\u4e00-\u9fff](?:[村屯庄寨湾坪冲塘垸坡岭沟坝店里]|自然村|院子){_B}{_N}(?:{_B}[-－—之附]{_B}{_N}){{0,2}}{_B}号(?![上下晚早前后之开起到至公交发召集线楼])"
)
_POINT = re.compile(
    r"(?:东经|西经|北纬|南纬|经度|纬度|经纬度|坐标|GPS|定位|lat|lng|lon)[^\w，。；]{0,4}(?:[:：为是]|东经|北纬)?[^\w，。；]{0,4}[EWNS]?\d{1,3}(?:\.\d{2,}|\s{0,2}[°度º]\s{0,2}\d)"
    r"|\d{1,3}\s{0,2}[°º]\s{0,2}\d{1,2}(?:\.\d+)?\s{0,2}[′'’分]"
    r"|(?<![\d.])[EWNS]?(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{4,}[°\s,，、/]{1,3}[NSEW]?(?:1[89]|[2-4]\d|5[0-3])\.\d{4,}(?!\d)"
    r"|(?<![\d.])[EWNS]?(?:1[89]|[2-4]\d|5[0-3])\.\d{4,}[°\s,，、/]{1,3}[NSEW]?(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{4,}(?!\d)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:政府|委会|党群|中心|办公|大厅|办事处|学校|小学|医院|卫生院|信用社|银行|公司|镇|县城|乡|租|门面|商铺|铺面|厂房|仓库|市场|修|公里)[^，。；]{0,6}$"
)
"""Words before a number in the address of an office, a shop or a public work."""
_LIVES = re.compile(r"住|家里?在|户主|农户|住户|户籍|贫困户|低保户|五保户")
_LOOK = Look(
    r"[栋幢°º\\]|单元|号[院楼]|门牌|家庭地址|家住|现住|住[址所在于]|户籍|[货件讯信]地址|居住|[经纬]度|东经|北纬|坐标|定位|\.\d{4}",
    r"(?i:gps|lat|lng|lon)",
    rf"组\s*{_C}+\s*号",
    rf"[路街巷弄道同里区园寓村居苑庭坊屯庄寨湾坪冲塘垸坡岭沟坝店段房点墅子](?:[东南西北中]段?)?\s*{_C}+\s*[-－—号弄栋幢#＃座之附]",
)
"""Every address that is found holds one of these."""
_WORTH = re.compile(_LOOK.pattern)
_HOME = re.compile(r"住址|家庭地址|门牌|^地址|居住")
_DOOR = re.compile(rf"{_C}{_B}(?:号|室|栋|幢|单元|[-－—]{_B}{_C})")
_PUBLIC = ("地点", "位置")
"""A field whose name ends so is a public place: of a meeting, a notice board, a road."""


def check(document: Document, context: Context) -> Iterator[Problem]:
    """记录里不能有住到几号、几栋几室的家庭住址，也不能有经纬度；写到村民小组为止。

    为什么：
        姓名加门牌，谁都能找上门去；老人、孩子一个人在家的，更不安全。

    怎么查：
        在所有文字里找“几组几号”“几栋几单元几室”“几号院”“门牌几号”“某某路、巷、小区几号”，还有经纬度；
        “某某村几号”旁边有人名、写着住的，也算。
        开会地点、公告栏位置、“3组2号机井”这样的公共地方不算。

    怎么改：
        改成“二组”“柳湾村三组”，后面的号、栋、室删掉。

    合格：
        正文: 王某某（三组）申请翻建住房。文化广场北墙、5号楼会议室、G107国道旁都贴了公示。

    合格：
        表格:
          - 名称: 维修清单
            列: [{列: 哪里}, {列: 做什么}, {列: 集合地点}]
            行:
              - [三组2号机井, 换水泵, 三组12号门口]
              - [2组5号路灯, 换灯泡, 村委会]

    不合格：
        正文: 王某某（柳湾村3组12号）申请翻建住房。  # <- P04

    不合格：
        表格:
          - 名称: 搬迁名单
            列: [{列: 户主}, {列: 住址}]
            行:
              - [王某某, 三组]
              - [李某某, 安置区2栋1单元302室]  # <- P04
              - [赵某某, 老街12号]  # <- P04
    """
    if not may_hold(document, _LOOK):
        return
    for route, label, text in texts(document):
        if label.endswith(_PUBLIC) or not (_WORTH.search(text) or _HOME.search(label)):
            continue
        if _is_home(text) or (_HOME.search(label) and _DOOR.search(text)):
            yield Problem(route, "有详细的家庭住址", "只写到小组，例如“三组”，后面的号、栋、室删掉", NOTE)


def _is_home(text: str) -> bool:
    if _POINT.search(text) or any(not _before_office(text, found) for found in _HOUSE.finditer(text)):
        return True
    doors = (*_GROUP.finditer(text), *_STREET.finditer(text))
    if any(not _before_office(text, found) and not _is_place(text, found) for found in doors):
        return True
    homes = (found for found in _VILLAGE.finditer(text) if not _is_place(text, found))
    return any(_of_person(text, found) for found in homes)


def _before_office(text: str, found: re.Match[str]) -> bool:
    return bool(_OFFICE.search(text, max(0, found.start() - 20), found.start() + 1))


def _is_place(text: str, found: re.Match[str]) -> bool:
    """What has the number is no house: 3号、4号机井."""
    more = _MORE.match(text, found.end())
    behind = more.end() if more else found.end()
    return bool(_PLACE.match(text, behind) or _BEHIND.match(text, behind))


def _of_person(text: str, found: re.Match[str]) -> bool:
    """Somebody stands near, or the words say that somebody lives there."""
    near = (
        re.split(r"[。；\n]", text[max(0, found.start() - 20) : found.start()])[-1]
        + text[found.start() : found.end() + 12]
    )
    return bool(_LIVES.search(near)) or masked_in(near) or bool(private_names(near))


RULE = Rule(
    code="P04",
    title="不能有详细的家庭住址",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="住址放到网上，别人能找上门，而且收不回来，所以整份先不公开。",
    basis=("个保法·公开",),
    check=check,
)
