"""Finds names of persons in short text where a name may stand: “承包户 李小明”, “张大山、王小河”."""

from __future__ import annotations

import re

from generator.base.names import COMPOUND_SURNAMES, mask_name

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷段史龙陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文邢庞殷葛施洪牛翟"
    "樊兰季齐鲁安梅盛童温颜柳路岳伍俞关焦耿华左庄管祝柴包宁霍卜欧黎倪章申喻游辛靳纪舒屈项褚裴聂凌骆尚甘蒙宗涂乌敖苗费冉"
    "车阮柯司丛单谷解佟简占宫鄢官邬詹隋展辜缪连阳鄂巩翁商冷巴晏桂原甄初沙佘"
)
"""About 250 of the most common surnames, which nine tenths of the people have."""
_COMPOUND = re.compile(f"(?:{'|'.join(COMPOUND_SURNAMES)})[\u4e00-\u9fff]{{1,2}}")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_JOINTS = re.compile(r"[和与及等]")
_NOT_A_NAME = re.compile(
    r"某|^(?:向导|文书|单位|常委|安保|计生|高中生|施工方|承包方)$"
    r"|(?:[员工户队匠站所部厂店组班团校局处室款费头者手倌主]|师傅|老板|经理|主任|书记|会计|医生|老师|先生|女士|大爷|大妈|大叔"
    r"|阿姨|[村队组处科所校]长|支书|人员|群众|老人)$|^.[总家氏姐哥嫂叔伯婶爷奶姨老]$"
)
_ROLE = re.compile(
    r"(?:[员工户主民长人手匠者村组队会]|师傅|老板|会计|主任|书记|代表|老师|医生|先生|家属|老人|姓名|本人)$"
)


def is_name(word: str) -> bool:
    """Whether it is a name: a common or a double surname and one or two characters, and no trade or title.

    >>> is_name("李小明"), is_name("欧阳修文"), is_name("保洁员"), is_name("王师傅"), is_name("石匠")
    (True, True, False, False, False)
    """
    plain = 2 <= len(word) <= 3 and word[0] in SURNAMES
    return (plain or bool(_COMPOUND.fullmatch(word))) and not _NOT_A_NAME.search(word)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text that stand alone or after a role. Masked names do not count.

    >>> names_in("承包户李小明（三组）、王某某"), names_in("保洁员2人"), names_in("张大山和李河")
    (('李小明',), (), ('张大山', '李河'))
    """
    return tuple(name for word in _HAN.findall(text) for name in _names(word))


def masked(text: str) -> str:
    """`text` with every name in it masked.

    >>> masked("承包户 李小明，王大山")
    '承包户 李某某，王某某'
    """
    for name in names_in(text):
        text = text.replace(name, mask_name(name))
    return text


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
