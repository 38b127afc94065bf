"""Reads and evaluates formulas over the columns of a table: `面积*单价`, `(村数+社区)*4+贫困村*1`."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache

MAX_LENGTH = 120
_WORD = re.compile(r"[^\s+\-*/()]+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_BRACKETS = re.compile(r"(?<=[^(])\([^()]*\)$")
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "－": "-", "（": "(", "）": ")", "＋": "+", "＊": "*"})


class FormulaError(ValueError):
    """The text is no arithmetic of columns and numbers. The message says why in Chinese."""


def columns_of(formula: str) -> frozenset[str]:
    """The column names a formula uses.

    Raises:
        FormulaError: it cannot be read.
    """
    return frozenset(_written(node.id) for node in ast.walk(_parse(formula)) if isinstance(node, ast.Name))


def evaluate(formula: str, row: Mapping[str, Decimal]) -> Decimal | None:
    """The value for one row, or None if a column is missing there or the divisor is zero.

    >>> evaluate("面积×单价", {"面积": Decimal("34.5"), "单价": Decimal(3800)})
    Decimal('131100.0')
    """
    names = {normal(name): value for name, value in row.items()}
    try:
        return _value(_parse(formula).body, names)
    except (KeyError, InvalidOperation, ZeroDivisionError):
        return None


def normal(name: str) -> str:
    """A column's name in formulas: without the unit in brackets at its end.

    >>> normal("面积（亩）"), normal("2022年补贴总额(元)")
    ('面积', '2022年补贴总额')
    """
    return _BRACKETS.sub("", unicodedata.normalize("NFKC", name).strip()).strip()


@lru_cache(maxsize=256)
def _parse(formula: str) -> ast.Expression:
    if len(formula) > MAX_LENGTH:
        raise FormulaError(f"算式太长（最多{MAX_LENGTH}个字）")
    text = _WORD.sub(
        lambda word: word[0] if _NUMBER.fullmatch(word[0]) else _identifier(word[0]), _signs_folded(formula)
    )
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("算式看不懂，只能用列名、数字和加减乘除、括号") from None
    for node in ast.walk(tree.body):
        allowed = isinstance(
            node, ast.BinOp | ast.UnaryOp | ast.Name | ast.Constant | ast.operator | ast.unaryop | ast.Load
        )
        if not allowed or (isinstance(node, ast.Constant) and type(node.value) not in (int, float)):
            raise FormulaError("算式只能用列名、数字和加减乘除、括号")
        if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Add | ast.Sub | ast.Mult | ast.Div):
            raise FormulaError("算式只能用加、减、乘、除")
    return tree


def _signs_folded(formula: str) -> str:
    return unicodedata.normalize("NFKC", formula.translate(_SIGNS)).strip()


def _identifier(word: str) -> str:
    """A column's name as a Python identifier. The name may hold digits and signs (2021年面积, 村数171个)."""
    return "n" + word.encode().hex()


def _written(identifier: str) -> str:
    return bytes.fromhex(identifier[1:]).decode()


def _value(node: ast.expr, names: Mapping[str, Decimal]) -> Decimal:
    match node:
        case ast.Constant(value=number):
            return Decimal(str(number))
        case ast.Name(id=name):
            return names[_written(name)]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, names)
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _value(left, names), _value(right, names)
            match op:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b
                case _:
                    return a / b
    raise FormulaError("算式看不懂")
