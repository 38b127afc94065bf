"""Text from records and file names made fit for a terminal and for the log of a CI server: one line stays one line,
nothing moves the cursor, and nothing is taken for a command of the server."""

from __future__ import annotations

import re

_UNSEEN = re.compile(r"\r\n|[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters of both sets (ANSI escapes and GitLab's section marks begin with one), further ends of lines, marks
that turn the direction of writing, and surrogates: bytes of a file name that is no UTF-8."""
_LINE_ENDS = frozenset(("\r\n", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"))
_COMMAND = re.compile(r"^\s*:(?=:)|#(?=#)")
"""GitHub reads `::` at the start of a line, blanks before it or not, and `##[` anywhere; Azure `##vso[`, TeamCity
`##teamcity[`. (actions/runner, src/Runner.Common/ActionCommand.cs)"""


def one_line(text: str) -> str:
    r"""`text` as one line that shows what it holds and starts nothing.

    >>> one_line("5\n::error::x"), one_line("::stop-commands::z"), one_line("a ##[error]b")
    ('5↵::error::x', ': :stop-commands::z', 'a # #[error]b')
    >>> one_line("\x1b[2Ksection_start:1:x\r"), one_line("\udcb2.yml"), one_line("甲\t乙")
    ('\\x1b[2Ksection_start:1:x↵', '\\xb2.yml', '甲 乙')
    """
    return _COMMAND.sub(lambda found: f"{found[0]} ", _UNSEEN.sub(_shown, text))


def guarded_json(text: str) -> str:
    r"""JSON that says the same and can be printed into a log. Marks of commands can stand only inside of its strings.

    >>> guarded_json('["##[error]", "a\x9bb"]')
    '["\\u0023#[error]", "a\\u009bb"]'
    """
    text = _UNSEEN.sub(lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text)
    return re.sub("#(?=#)", r"\\u0023", text) if "##" in text else text


def _shown(found: re.Match[str]) -> str:
    mark = found[0]
    if mark in _LINE_ENDS:
        return "↵"
    if mark == "\t":
        return " "
    code = ord(mark)
    if 0xDC80 <= code <= 0xDCFF:  # how Python carries a byte that is no UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
