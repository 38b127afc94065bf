"""How the reader's findings are worded for a clerk."""

from __future__ import annotations

from typing import Any

from generator.base.finding import Effect, Finding, Span

NOTE = "这份记录的文件读不出来，正在更正。"
"""What villagers see in place of a file that cannot be read."""

_SYNTAX = (
    ("mapping values are not allowed", "Y05", "这一行多了一个冒号", "内容里有冒号时，用英文引号把整段内容括起来"),
    ("could not find expected ':'", "Y05", "这里缺少英文冒号", "写成“名称: 内容”，冒号用英文的，后面空一格"),
    ("escape", "Y05", "双引号里的反斜杠“\\”不能这样写", "改用英文单引号，把整段内容括起来"),
    ("quoted scalar", "Y05", "引号没有配对", "引号用英文的，前后成对"),
    ("expected '-' indicator", "Y05", "这一行的缩进和上面的“-”对不齐", "同一张单子里的“-”左边对齐"),
    ("block sequence entries", "Y05", "“-”的位置不对", "“-”另起一行，比上面的名称多缩进 2 个空格"),
    ("flow", "Y05", "括号没有配对", "检查“[ ]”和“{ }”是不是成对，中间用英文逗号"),
    ("block scalar", "Y05", "“|”下面成段文字的缩进不对", "成段的文字每行都比上面的名称多缩进 2 个空格"),
    ("expected <block end>", "Y05", "这一行的缩进和上下文对不齐", "同一层的名称左边对齐，每一层缩进 2 个空格"),
    ("expected key", "Y05", "这一行的缩进和上下文对不齐", "同一层的名称左边对齐，每一层缩进 2 个空格"),
    ("<document start>", "Y05", "这一行和前面的内容接不上", "同一层的名称左边对齐；不要写“---”“...”这样的分隔线"),
    ("directive", "Y05", "不能写“%”开头的行", "删掉这一行；内容以“%”开头的，用英文引号括起来"),
    ("incompatible YAML", "Y05", "不能写“%”开头的行", "删掉这一行"),
    ("alias", "Y10", "内容开头用了“*”记号", "用英文引号把整段内容括起来；是引用的，把要引用的内容再写一遍"),
    ("anchor", "Y10", "内容开头用了“&”记号", "用英文引号把整段内容括起来"),
    ("tag", "Y11", "内容开头用了“!”记号", "用英文引号把整段内容括起来；是标签的，删掉"),
    ("cannot start any token", "Y05", "这一行开头的符号不能直接写", "用英文引号把整段内容括起来"),
    ("found character", "Y05", "这一行有 YAML 不认识的符号", "用英文引号把整段内容括起来"),
)
"""Words of the parser → code, message, remedy. The first that fits."""
_OPENED = ("quoted scalar", "flow")
"""Where the mistake is where something was opened, not where the parser gave up."""


def finding(path: str, line: int, column: int, code: str, message: str, remedy: str) -> Finding:
    """A reader's finding: the file is withheld and its address says why in neutral words."""
    return Finding(Span(path, line, column), code, Effect.WITHHOLD, message, remedy, NOTE)


def text_after_hash(path: str, text: str, start: int, at: int) -> Finding:
    """Text after “#” beside something else.

    Args:
        start: index of the line's first character.
        at: index of the “#”.
    """
    line = text.count("\n", 0, start) + 1
    rest = text[at : text.find("\n", at) if "\n" in text[at:] else len(text)].rstrip()
    said = rest if len(rest) <= 12 else f"{rest[:12]}…"
    remedy = "是内容的，用英文引号把整段括起来，或者把“#”写成“＃”；是备注的，移到上面单独一行"
    return finding(path, line, at - start + 1, "Y16", f"“{said}”会被当成备注，不公开", remedy)


def not_a_mapping(path: str) -> Finding:
    """The file holds a list or a bare text."""
    remedy = "每行写成“名称: 内容”，可以用 disclose new 新建一份空表对照"
    return finding(path, 1, 1, "Y05", "文件不是“名称: 内容”的格式", remedy)


def syntax_error(path: str, error: Any, text: str) -> Finding:
    """PyYAML's exception (a `yaml.YAMLError`, with marks where the parser knows a place) in the clerk's words."""
    said = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}"
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if any(words in said for words in _OPENED) and "escape" not in said:
        marks.reverse()
    mark = next((mark for mark in marks if mark), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "mapping values" in said and ":" not in text.split("\n")[line - 1][: column - 1]:
        remedy = "同一层的名称左边对齐；上一行也要写成“名称: 内容”"
        return finding(path, line, column, "Y05", "这一行和上一行接不上", remedy)
    for words, code, message, remedy in _SYNTAX:
        if words in said:
            return finding(path, line, column, code, message, remedy)
    return finding(path, line, column, "Y05", "这里的写法 YAML 看不懂", "检查这一行和上一行的冒号、引号、缩进")
