"""Characters that are not what they look like: unseen ones, look-alikes out of a PDF, and what is left of lost text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from generator.base.finding import Finding, Fix
from generator.source.wording import finding

BREAKING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML refuses or takes for a line break although no editor shows it."""
_WEIGHTLESS = "\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\uffa0\ufff9-\ufffb"
WEIGHTLESS = re.compile(f"[{_WEIGHTLESS}]")
"""What YAML takes as a letter and no editor shows: zero-width characters and direction marks."""
_RADICALS = (
    "⺁⺃⺄⺅⺆⺈⺉⺊⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乚乙亻冂刀刂卜小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
"""Unicode's EquivalentUnifiedIdeograph for the supplement of radicals; the other radicals have a decomposition."""
_MEANT = dict(zip(*_RADICALS, strict=True)) | {
    chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0x2F00, 0x2FD6)
}
_TRUE = str.maketrans(_MEANT)
_LOST = re.compile("[\ufffd\ue000-\uf8ff]|锟斤拷|烫烫烫|[?]{3,}|(?<=[\u4e00-\u9fff])[□〓](?=[\u4e00-\u9fff])")
_ODD = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_WEIGHTLESS}"
    "\u2028\u2029\u25a1\u2e80-\u2fdf\u3013\ue000-\uf8ff\ufeff\ufffd-\uffff]"
)
_NAMES = {
    "\x00": "空字符",
    "\xad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\u200e": "从左到右记号",
    "\u200f": "从右到左记号",
    "\u2028": "网页换行",
    "\u2060": "零宽不换行",
    "\ufeff": "零宽不换行空格",
}


def is_odd(text: str) -> bool:
    """Whether `examined` may have something to say: quick, and true of next to no file."""
    return bool(_ODD.search(text)) or "???" in text or "锟斤拷" in text or "烫烫烫" in text


def examined(path: str, text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text as it can be read on, every character in its column, and a finding for each line with odd ones.

    What breaks a line becomes a space, a look-alike what it looks like; weightless characters stay (`weighty` drops
    them from values), lost ones too.
    """
    found = tuple(one for number, line in enumerate(text.split("\n"), 1) for one in _in_line(path, number, line))
    return BREAKING.sub(" ", text).translate(_TRUE), found


def weighty(text: str) -> str:
    """`text` without characters that have no width."""
    return WEIGHTLESS.sub("", text)


def unseen(path: str, line: int, column: int, character: str) -> Finding:
    """A character that no editor shows."""
    name = _NAMES.get(character) or (
        "方向记号" if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069" else "控制字符"
    )
    message = f"有看不见的字符：{name}（U+{ord(character):04X}）"
    return finding(
        path, line, column, "Y03", message, "删掉它；看不到的话，删掉这一行重新打一遍，不要从别的软件直接粘贴"
    )


def _in_line(path: str, number: int, line: str) -> Iterator[Finding]:
    hidden = [*BREAKING.finditer(line), *WEIGHTLESS.finditer(line)]
    if hidden:
        first = min(hidden, key=lambda match: match.start())
        cuts = sorted(Fix(number, one.start() + 1, 1, "", bool(WEIGHTLESS.match(one[0]))) for one in hidden)
        yield replace(unseen(path, number, first.start() + 1, first[0]), fixes=tuple(cuts))
    if alike := [(at, character) for at, character in enumerate(line, 1) if character in _MEANT]:
        at, character = alike[0]
        message = f"“{character}”（U+{ord(character):04X}）是从 PDF 复制来的部首，看起来像“{_MEANT[character]}”，其实是另一个字"
        remedy = (
            f"改成：{''.join(_MEANT[one] for _, one in alike)}"
            if len(alike) == 1
            else f"改成：{line.translate(_TRUE).strip()}"
        )
        fixes = tuple(Fix(number, place, 1, _MEANT[one], certain=True) for place, one in alike)
        yield replace(finding(path, number, at, "Y18", message, remedy), fixes=fixes)
    if lost := _LOST.search(line):
        named = f"（U+{ord(lost[0]):04X}）" if len(lost[0]) == 1 else ""
        message = f"有乱码“{lost[0]}”{named}，原来的字丢了"
        yield finding(path, number, lost.start() + 1, "Y18", message, "对照原件，把原来的字重新打上")
