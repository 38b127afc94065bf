"""How the reader's findings are worded for a clerk."""

from __future__ import annotations

from typing import Any

from generator.base.finding import Effect, Finding, Span

NOTE = "这份记录的文件读不出来，正在更正。"
"""What villagers see in place of a file that cannot be read."""

_SYNTAX = (
    ("mapping values are not allowed", "这一行多了一个冒号", "内容里有冒号时，用英文引号把整段内容括起来"),
    ("could not find expected ':'", "这里缺少英文冒号", "写成“名称: 内容”，冒号用英文的，后面空一格"),
    ("did not find expected key", "这一行的缩进和上下文对不齐", "同一层的名称左边对齐，每一层缩进 2 个空格"),
    ("did not find expected '-' indicator", "这一行的缩进和上面的“-”对不齐", "同一张单子里的“-”左边对齐"),
    ("block sequence entries are not allowed", "“-”的位置不对", "“-”另起一行，比上面的名称多缩进 2 个空格"),
    ("block mapping", "这一行的缩进和上下文对不齐", "同一层的名称左边对齐，每一层缩进 2 个空格"),
    ("flow", "括号没有配对", "检查“[ ]”和“{ }”是不是成对，中间用英文逗号"),
    ("quoted scalar", "引号没有配对", "引号用英文的，前后成对"),
    ("cannot start any token", "这一行开头的符号不能直接写", "用英文引号把整段内容括起来"),
    ("found character", "这一行有 YAML 不认识的符号", "用英文引号把整段内容括起来"),
    ("undefined alias", "用了引用“*”", "把要引用的内容原样再写一遍"),
    ("anchor", "用了“&”或“*”记号", "用英文引号把整段内容括起来"),
    ("tag", "用了“!”开头的标签", "用英文引号把整段内容括起来"),
)


def finding(path: str, line: int, column: int, code: str, message: str, remedy: str) -> Finding:
    """A reader's finding: the file is withheld and its address says why in neutral words."""
    return Finding(Span(path, line, column), code, Effect.WITHHOLD, message, remedy, NOTE)


def not_a_mapping(path: str) -> Finding:
    """The file holds a list or a bare text."""
    remedy = "每行写成“名称: 内容”，可以用 disclose new 生成一份样本对照"
    return finding(path, 1, 1, "Y05", "文件不是“名称: 内容”的格式", remedy)


def syntax_error(path: str, error: Any) -> Finding:
    """PyYAML's exception in the clerk's words. `error` is a `yaml.YAMLError`, with marks where the parser knows a place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}"
    for words, message, remedy in _SYNTAX:
        if words in said:
            return finding(path, line, column, "Y05", message, remedy)
    return finding(path, line, column, "Y05", "这里的写法 YAML 看不懂", "对照样本检查这一行和上一行的冒号、引号、缩进")
