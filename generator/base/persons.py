"""Finds names of persons by place and shape: in short text where a name may stand, and in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.base.names import COMPOUND_SURNAMES, is_masked, mask_name

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷段史龙陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文邢庞殷葛施洪牛翟"
    "樊兰季齐鲁安梅盛童温颜柳路岳伍俞关焦耿华左庄管祝柴包宁霍卜欧黎倪章申喻游辛靳纪舒屈项褚裴聂凌骆尚甘蒙宗涂乌敖苗费冉"
    "车阮柯司丛单谷解佟简占宫鄢官邬詹隋展辜缪连阳鄂巩翁商冷巴晏桂原甄初沙佘卫尤戚柏窦奚郎酆鲍廉岑滕毕皮卞穆萧湛祁禹狄米贝"
    "臧伏成茅蓝闵麻娄刁虞昝裘宣贲郁杭诸吉钮嵇滑荣荀羊於惠曲封芮羿储汲邴糜巫弓牧隗宓蓬郗班仰秋仲伊仇栾暴钭厉戎祖符景束幸韶郜"
    "蓟薄怀蒲邰索咸籍卓蔺屠阴鬱胥苍莘贡逄姬扶堵宰郦雍郤璩桑濮边扈燕冀郏浦瞿慕茹宦艾古慎戈庾暨弘匡寇禄阙殳沃蔚夔厍晁訾阚那饶毋"
    "乜鞠巢蒯荆竺逯盖桓仉佴麦仝冼鹿邝丘谌粟漆笪帅缑亢况琚芦伦揭池"
)
"""Surnames that are no everyday words by themselves; those of the 百家姓 among them."""
_GIVEN = frozenset(
    "明国华建文平志伟东海强晓生光林小民永杰军波成荣新峰刚家龙德庆斌辉良玉俊立浩天宏子松克清长嘉红山贤阳乐锋智青跃元南武广"
    "思雄锦威启昌铭维义宗英凯鸿森超坚旭政传康继翔栋仲权奇礼楠炜友震鑫雷兵万星骏伦绍麟雨行才希彦兆贵源有景升惠臣慧开章润高"
    "佳虎根远力进泉茂毅富博霖顺信凡豪树和恩向道川彬柏磊敬书鸣芳培全炳基冠晖京欣廷哲保秋君劲轩帆若勋祖锡吉崇钧田石奕发洲彪"
    "钢运伯满庭申湘皓承梓雪孟其潮冰怀鲁裕翰征谦航士尧标洁城寿枫革纯风化逸腾岳银鹤琳显焕来心凤睿勤延凌昊西羽百捷定琦圣佩麒虹"
    "如靖日咏会久昕黎桂玮燕可越彤雁孝宪萌颖艺夏桐月瑜沛诚夫声冬奎扬双坤镇楚水铁喜之迪泰方同滨邦先聪朝善非恒晋汝丹为晨乃秀岩"
    "辰洋然厚灿卓杨钰兰怡灵淇美琪亦晶舒菁真涵爽雅爱依静棋宜男蔚芝菲露娜珊雯淑曼萍珠诗璇琴素梅玲蕾艳紫珍丽仪梦倩伊茜妍碧芬儿"
    "岚婷菊妮媛莲娟一大河寒娥翠香花霞仙珂宝存修正三二四学仁福财胜利云江金树根柱栓狗牛毛土木火旺兴余春爷巧凡菱妹姐弟囡英凰蓉薇"
    "岭峻岗强群众党社忠勇锐达敏军涛安"
)
"""Characters of which given names mostly consist."""
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ue000-\uf8ff"
"""Han characters, the rare ones of the supplementary planes and those of private use among them."""
_RARE = re.compile("[\u3400-\u4dbf\uf900-\ufaff\U00020000-\U0003ffff\ue000-\uf8ff]")
_HAN = re.compile(f"[{HAN}]")
_ILL = re.compile(r"[癌病症残瘫]|肿瘤|炎(?!热)")
_DOT = "·•・‧∙⋅．･"
_FOREIGN = (
    "阿巴扎西顿珠旺卓玛次仁多吉尼央桑达娃拉姆丹增措洛麦提依江古丽努尔热合曼木吐孙艾力克帕哈图娅其格苏那毕乌兰特布买斯迪亚赛莎萨娜热娅孜汗别肯"
    "铁木塔勒朝鲁嘎查干夫日才让加扎达瓦央宗索朗贡逊森普莱艾明"
)
"""Characters with which names of other languages of the country are written."""
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:[{_DOT}][{HAN}]{{1,8}}){{1,3}}")
_SOUNDED = re.compile(rf"[{_FOREIGN}]{{3,8}}")
_FOREIGN_NAME = re.compile(rf"[{HAN}]{{2,8}}[{_DOT}][{_FOREIGN}]{{2,8}}|[{_FOREIGN}]{{3,8}}")
_COMPOUND = re.compile(f"(?:{'|'.join(COMPOUND_SURNAMES)})[{HAN}]{{1,2}}")
_WORDS = re.compile(f"[{HAN}{_DOT}]+")
_APART = re.compile(rf"(?<![{HAN}])([{HAN}])[^\S\n]{{1,3}}([{HAN}])(?:[^\S\n]{{1,3}}([{HAN}]))?(?![{HAN}])")
_JOINTS = re.compile(r"[和与及等]")
_NOT_A_NAME = re.compile(
    r"某|^(?:向导|文书|单位|常委|安保|计生|高中生|施工方|承包方)$"
    r"|(?:[员工户队匠站所部厂店组班团校局处室款费头者手倌主]|师傅|老板|经理|主任|书记|会计|医生|老师|先生|女士|大爷|大妈|大叔"
    r"|阿姨|[村队组处科所校]长|支书|人员|群众|老人)$|^.[总家氏姐哥嫂叔伯婶爷奶姨老]$"
)
_ROLE = re.compile(
    r"(?:[员工户主民长人手匠者村组队会生]|师傅|老板|会计|主任|书记|代表|老师|医生|先生|家属|老人|姓名|本人)$"
)
_NOUNS = frozenset(
    "扶班占展盛康桂柏米贝卓皮路管田石金白池林江沙车段龙马牛羊毛丁方万成任常计关连向单解温冷安文武商景高付包何于程严左余祖荣怀"
)
"""Surnames that are words as well: 路硬化, 主任满9年. They need more to be a name."""
_SURELY = re.compile(r"[（(]|因|患|被|吸|信|坐|入|今年|现年|[，,]\s?[男女]")
_HOMESTEAD = re.compile(
    r".家[冲湾井坳垅坪坝沟岭坡寨塘庄山河茶垸畈圩峪庙洞岩洲滩港埠店屯堡营桥渡湖路街巷园田村大老新上下东西南北院门口祠坟]"
)
"""A place that has its name from a family: 张家冲."""
_FUNCTION = frozenset(
    "的了因被患是在于领等也已将把到从及户人年月日号村组镇县区元款费受获交欠每共由给付向对该此这各本与为不无未做办报请让说可以就都"
)
"""Characters that stand between words, and so in no given name of a sentence."""
_BEFORE = "查的给由为向对被让请和与及叫户人员民者生主付查问访救助替跟找有是帮属发、亲子女妻夫父母友傅长表等童到"
"""What may stand right before a name: 低保户王大山, 发给王大山, 师傅王大山."""
_START = re.compile(
    rf"(?:{'|'.join(COMPOUND_SURNAMES)}|[{''.join(sorted(SURNAMES))}](?:(?<![{HAN}].)|(?<=[{_BEFORE}].)))(?=[{HAN}])"
)
_RIGHT = re.compile(
    r"$|[^\u3400-\u9fff]|的|家(?![具电居庭政禽畜装务])|户(?![外籍口型厕均])|等|和|与|及|因|坐|患|被|受|为|是|系|在|于|领|获|得|交|缴|欠|借|贷|捐|还|今年|现年|年[龄满\d]|满|属|同[志学]"
    r"|老人|夫妇|夫妻|一家|全家|本人|[儿女]|之[子女妻]|父|母|妻|丈夫|有|曾|无|未|不|向|对|从|到|去|来|说|反映|申请|报|吸|戒|信|服刑|违|酒|醉|偷|盗"
    r"|赌|打|参[加与]|住|身|重[病度]|残|补|低保|救助|慰问|误工|工[资钱]|劳务|承包|租|购|买|卖|投|挖|运|修|清|拉|代|收|付|支|出生|生[于日]|毕业"
    r"|就读|[上入]学|考|离婚|怀孕|死亡|去世|病|五保|贫困|刑|缓刑|拘留|涉|坐牢|判|入|皈|礼拜|做|发|共|每|各|应|男|女|读|正|接受|确诊|检|透析|化疗|手术|感染|右|左|肢|视|听|精神|智|纳"
)
_ACTS = re.compile(
    r"[^，。；]{0,3}(?:主持|负责|汇报|宣布|发言|带[领队]|走访|看望|慰问(?![金款品费])|提[出议]|介绍|讲[话解课]|检查|组织|调解|代办|记录|核对|宣[传讲]|通报|总结|表示|强调|作了|部署|领学|签字|审核|批准|牵头|开展|联系|帮扶|经手|验收)"
)
"""Words behind the name of somebody who acts for others."""
POST = re.compile(
    r"(?:书记|主任|委员|会计|出纳|报账员|文书|[镇县乡站所局科校院行部处社河林路湾田市区]长|经理|理事|监事|干[事部]|专干|村医|医生|律师|网格员|辅导员"
    r"|负责人|联系人|经手人?|审核人?|批准人?|主持人?|记录人?|监督员|报告人|汇报人|代办员|理事长|法定代表人|支书|教授|工程师|候选人|当选|当选人|代表|宣讲人|讲课人"
    r"|编制|指导员|特派员|调解员|公证员|组长|队长|村干部|[镇县省市]人大代表|楼长|护林员|管水员|协管员)[\s：:（(、为是“]*$"
)
"""Words before the name of somebody who acts in office."""
_POST_BEHIND = re.compile(
    r"[（(][^（()）]{0,16}(?:书记|主任|委员|会计|出纳|报账员|文书|[长]|组长|经理|干部|代表)[、，,）)]|(?:书记|主任|委员|会计|镇长|站长|所长|村长|校长)"
)


@cache
def _ordinary() -> frozenset[str]:
    """Ordinary words of two characters that begin like a name."""
    lines = Path(__file__).with_name("ordinary.yml").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ") for line in lines if not line.startswith("#"))
    return frozenset(first + second for first, seconds in pairs for second in seconds)


def is_name(word: str) -> bool:
    """Whether it is a name: a surname and one or two characters, no ordinary word, trade or title; or a name of another
    language, written with a dot.

    >>> is_name("李小明"), is_name("欧阳修文"), is_name("保洁员"), is_name("王师傅"), is_name("石匠"), is_name("石料")
    (True, True, False, False, False, False)
    """
    if _DOTTED.fullmatch(word):
        return not is_masked(word) and all(len(part) > 1 for part in re.split(f"[{_DOT}]", word))
    plain = 2 <= len(word) <= 3 and word[0] in SURNAMES and word not in _ordinary()
    return (plain or bool(_COMPOUND.fullmatch(word))) and not _NOT_A_NAME.search(word)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a short text that stand alone or after a role. Masked names do not count.

    >>> names_in("承包户李小明（三组）、王某某"), names_in("保洁员2人"), names_in("张大山和李河"), names_in("李　明")
    (('李小明',), (), ('张大山', '李河'), ('李明',))
    """
    return tuple(name for word in _WORDS.findall(joined(text)) for name in _names(word))


def joined(text: str) -> str:
    """A text without the blanks inside a name that was set wide: 李　明."""
    return _APART.sub(lambda found: "".join(filter(None, found.groups())), text)


def masked(text: str) -> str:
    """`text` with every name in it masked.

    >>> masked("承包户 李小明，王大山")
    '承包户 李某某，王某某'
    """
    text = joined(text)
    for name in names_in(text):
        text = text.replace(name, mask_name(name))
    return text


def private_names(text: str) -> tuple[str, ...]:
    """The private persons that a sentence names in full. Who acts in office, or for others, is none.

    >>> private_names("发给王大山救助金3000元"), private_names("村委会主任林志远付石料款3000元")
    (('王大山',), ())
    """
    return tuple(name for _, name in private_in(text))


def private_in(text: str) -> Iterator[tuple[int, str]]:
    """The same with the place of each."""
    text = joined(text)
    return ((start, name) for start, name in _in_sentence(text) if not _in_office(text, start, name))


def persons(text: str) -> tuple[str, ...]:
    """All persons that a sentence names in full, save those who act in it for others.

    >>> persons("残疾人王大山领护理补贴"), persons("林志远主持，付石料款3000元"), persons("高龄老人8岁")
    (('王大山',), (), ())
    """
    text = joined(text)
    return tuple(name for start, name in _in_sentence(text) if not _ACTS.match(text, start + len(name)))


def _in_office(text: str, start: int, name: str) -> bool:
    end = start + len(name)
    return bool(POST.search(text, max(0, start - 12), start) or _POST_BEHIND.match(text, end) or _ACTS.match(text, end))


def _in_sentence(text: str) -> Iterator[tuple[int, str]]:
    """The names in a sentence with their places: where the words around and the characters inside speak for a name."""
    behind = 0
    for found in _START.finditer(text):
        start = found.start()
        if start >= behind and (name := _name_at(text, start)):
            behind = start + len(name)
            yield start, name
    for found in _FOREIGN_NAME.finditer(text):
        if (
            found.start() >= behind
            and is_foreign(found[0])
            and _begins(text, found.start())
            and _right(text, found.end())
        ):
            yield found.start(), found[0]


def is_ordinary(word: str) -> bool:
    """Whether two characters that might begin a name are an ordinary word: 石料, 高龄."""
    return word in _ordinary()


def typical(word: str) -> bool:
    """Whether a name has a character that given names have."""
    return any(map(_is_given, word[1:]))


def begins_like_a_name(word: str) -> bool:
    """Whether a word begins with a surname."""
    return word[:1] in SURNAMES or word.startswith(COMPOUND_SURNAMES)


def is_foreign(word: str) -> bool:
    """Whether it is a name of another language as it is written: with a dot, or in characters that stand for sounds."""
    if is_masked(word):
        return False
    if _DOTTED.fullmatch(word):
        return all(len(part) > 1 for part in re.split(f"[{_DOT}]", word)) and len(set(word) & set(_FOREIGN)) >= 2
    return bool(_SOUNDED.fullmatch(word)) and word[:2] not in _ordinary()


def _name_at(text: str, start: int) -> str:
    """The name that begins at `start`, or an empty text."""
    if not _begins(text, start) or (start and POST.search(text, max(0, start - 3), start + 1)):
        return ""
    surname = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
    for length in (2, 1):
        end = start + surname + length
        given = text[start + surname : end]
        if len(given) < length or not re.fullmatch(f"[{HAN}]+", given) or _FUNCTION & set(given) or "某" in given:
            continue
        if not (_right(text, end) or _is_plain(text, start, given)) or _NOT_A_NAME.search(text[start:end]):
            continue
        if _HOMESTEAD.match(text, start) or (text[start] in _NOUNS and not _stands_out(text, start, given)):
            continue
        typical = sum(map(_is_given, given))
        common = text[start : start + 2] in _ordinary()
        if surname == 2 or (typical and not common) or (typical == length == 2 and _RIGHT.match(text, end)):
            return text[start:end]
    return ""


def _begins(text: str, start: int) -> bool:
    """A word may begin there."""
    return not start or not _HAN.match(text[start - 1]) or text[start - 1] in _BEFORE


def _is_given(character: str) -> bool:
    return character in _GIVEN or bool(_RARE.match(character))


def _is_plain(text: str, start: int, given: str) -> bool:
    """Two characters of given names behind a surname that is no word: a name whatever follows."""
    role = start and text[start - 1] in "民户员人者生主"
    return len(given) == 2 and (role or text[start] not in _NOUNS) and all(_is_given(character) for character in given)


def _stands_out(text: str, start: int, given: str) -> bool:
    """Behind a surname that is a word as well: characters of given names only; behind one alone what is said of persons only."""
    alone = len(given) == 1 and not _SURELY.match(text, start + 2)
    return (
        not alone
        and all(character in _GIVEN for character in given)
        and not (text[start] == "付" and given[0] in SURNAMES)
    )


def _right(text: str, end: int) -> bool:
    return bool(_RIGHT.match(text, end) or _ILL.search(text, end, end + 5))


def _names(word: str) -> list[str]:
    if is_name(word):
        return [word]
    if len(word) > 3 and _JOINTS.search(word):
        return [name for part in _JOINTS.split(word) for name in _names(part)]
    for length in (4, 3, 2):
        role, name = word[:-length], word[-length:]
        if role and is_name(name) and _ROLE.search(role):
            return [name]
    return []
