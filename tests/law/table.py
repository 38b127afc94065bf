"""The law as the program quotes it, written out: kind × board × publisher × day, and every rule, for reading by eye."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from generator.law.bases import PUBLICATION, Act, choose, published, worded
from generator.law.citations import Citation, basis, versions
from generator.law.data import load
from generator.records.common import Board, Kind
from generator.records.kinds import KINDS
from generator.records.layout import Address, Place
from generator.records.level import Publisher
from generator.records.read import read_record
from generator.rules.catalogue import catalogue
from generator.rules.rule import Rule

EXPECTED = Path(__file__).parent / "bases.txt"
SORTS = ("类型", "事项")
LEVELS = [one for one in Publisher if one is not Publisher.PARTY]
FIRST, LAST = date(2005, 1, 1), date(2027, 12, 31)
DAY = timedelta(days=1)
History = tuple[tuple[date, str], ...]
Row = tuple[str, ...]


def change_days() -> list[date]:
    """Every day on which a basis begins or the day after it ends, from 2005 to 2027."""
    known = [one for key in load("citations.yml") for one in versions(key)]
    days = {one.since for one in known} | {one.until + DAY for one in known if one.until}
    return sorted({FIRST} | {day for day in days if FIRST < day <= LAST})


CHANGES = change_days()


def history(quoted: Callable[[date], str]) -> History:
    """What is quoted from which day on."""
    found: list[tuple[date, str]] = []
    for day in CHANGES:
        said = quoted(day)
        if not found or found[-1][1] != said:
            found.append((day, said))
    return tuple(found)


def sorts() -> Iterator[tuple[Kind[Any], dict[str, str]]]:
    """Every kind, with every value of the fields that say of which sort a record of it is."""
    for kind in KINDS:
        fields = [
            f for f in kind.model.model_fields.values() if f.alias in SORTS and get_origin(f.annotation) is Literal
        ]
        yield from ((kind, {str(f.alias): value}) for f in fields for value in get_args(f.annotation))
        if not fields:
            yield kind, {}


def boards(kind: Kind[Any], root: dict[str, str]) -> Iterator[Board]:
    """The boards on which such a record may stand."""
    if kind.folder == "notices":
        yield from Board
        return
    record = read_record(Address(Place("zhen", "cun"), kind.folder, "x"), kind.sample.encode()).record
    assert record
    names = {field.alias: name for name, field in kind.model.model_fields.items()}
    yield kind.board(record.body.model_copy(update={names[key]: value for key, value in root.items()}))


def of_records() -> Iterator[tuple[Row, History]]:
    """What the publication of a record rests on."""
    for kind, root in sorts():
        name = " ".join((kind.folder, *root.values()))
        for board, level in product(boards(kind, root), LEVELS):
            yield (str(board), str(level), name), history(partial(_of_record, kind.folder, root, board, level))


def _of_record(folder: str, root: dict[str, str], board: Board, level: Publisher, day: date) -> str:
    return worded(choose((PUBLICATION,), published(folder, root, board, level, day)))


def of_rules() -> Iterator[tuple[Row, History]]:
    """What a rule quotes, of whom, about what."""
    for rule in catalogue().values():
        special = {subject for key in rule.basis if key in load("citations.yml") for subject in basis(key).subjects}
        for who, subject in product(Publisher, ("其他", *sorted(special)) if special else ("",)):
            yield (rule.code, str(who), subject), history(partial(_of_rule, rule, who, subject))


def _of_rule(rule: Rule, who: Publisher, subject: str, day: date) -> str:
    """The keys before 公开, then that, then the keys after it."""
    said: list[str] = []
    keys: list[str] = []
    for key in rule.basis:
        if key != PUBLICATION:
            keys.append(key)
        elif first := choose(tuple(keys), Act(frozenset({who}), subject, day)):
            return worded(first)
        else:
            said, keys = ["公开这件事的依据"], []
    last = choose(tuple(keys), Act(frozenset({who}), subject, day))
    return "，没有的：".join([*said, _or_nothing(last, rule)])


def _or_nothing(found: Sequence[Citation], rule: Rule) -> str:
    return "不查" if rule.by_law and not found else worded(found)


def _grouped(rows: Iterator[tuple[Row, History]]) -> Iterator[str]:
    groups: dict[History, list[Row]] = defaultdict(list)
    for row, known in rows:
        groups[known].append(row)
    for known, found in groups.items():
        yield from (f"{day} {said}" for day, said in known)
        yield from _names(found)
        yield ""


def _names(found: Sequence[Row]) -> Iterator[str]:
    """The rows of one history: first part: second parts: third parts."""
    third: dict[tuple[str, str], list[str]] = defaultdict(list)
    for first, second, name in found:
        third[first, second].append(name)
    second_: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (first, second), names in third.items():
        second_[first, "、".join(names)].append(second)
    for (first, joined), seconds in second_.items():
        yield f"    {first}｜{'、'.join(seconds)}｜{joined}".rstrip("｜")


def text() -> str:
    """The whole table."""
    lines = [
        "一、公开一份记录的依据：栏目｜谁｜种类",
        "",
        *_grouped(of_records()),
        "二、各条规则的依据：规则｜谁｜什么事",
        "",
    ]
    lines += [*_grouped(of_rules()), "三、每一条依据：谁，从哪天到哪天", ""]
    for key in load("citations.yml"):
        whom = "、".join(who for who in Publisher if who in basis(key).publishers)
        lines.append(f"{key}｜{whom}｜{'、'.join(sorted(basis(key).subjects))}".rstrip("｜"))
        lines += [f"    {one.since}至{one.until or ''} {one}（{one.checked}）" for one in versions(key)]
    return "\n".join(lines) + "\n"
