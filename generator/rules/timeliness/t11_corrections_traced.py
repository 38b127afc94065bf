"""T11: a published figure, vote or day changes only with a correction beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.base.finding import Effect, Key
from generator.base.redact import redact
from generator.records.corrections import Correction
from generator.records.kinds import BY_FOLDER
from generator.records.read import Record
from generator.rules.base import Context, PlaceCase, Problem, Rule, Scope
from generator.source.document import Value

_SHOWN = 5
"""So many changes of one record are told one by one."""
_REMOVED = frozenset({"", "无", "没有", "删除", "删去", "取消", "作废"})
_MARKS = re.compile(r"[,，￥¥\s元]")
Amended = Mapping[tuple[str, str], str]
"""(path, field) → the value it was corrected to."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """公开过的金额、票数、日期要改，就要同时公开一份“更正”，写明原来是多少、改成多少、为什么；不能悄悄改，也不能悄悄删。

    为什么：
        悄悄改了，前几天看过的人就会起疑；写明白了，改错是好事。

    怎么查：
        拿上次公开的底本和现在的比：收支、票数、日期、表格有改动或者少了的，
        看“更正”里有没有写这份记录、这一项、改成的数。新增的不算改动。公开过的文件没有了，也会提出来。

    怎么改：
        1. 用 disclose new corrections 建一份更正，“字段”照提示抄，写明原来、改为、原因和批准。
        2. 不小心改到的，改回原来的数。

    合格：
        # 上次公开: finance/2026-10 支出合计=5,500.00
        # 文件: corrections/2026-11-salary.yml
        更正的记录: finance/2026-10
        改动:
          - {字段: 支出合计, 原来: "5,500.00", 改为: "5,600.00"}

    合格：
        # 上次公开: finance/2026-10 支出合计=5,600.00
        # 文件: finance/2026-10.yml
        期间: 2026-10

    不合格：
        # 上次公开: finance/2026-10 账户/基本户/期末=64,300.00
        # 文件: finance/2026-10.yml
        账户:
          - 名称: 基本户
            期初: 52000.00
            期末: 64400.00  # <- T11

    不合格：
        # 上次公开: decisions/2026-04-road 步骤/决议/同意=33
        # 文件: decisions/2026-04-road.yml
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 34  # <- T11
            反对: 1
            弃权: 1
        # 文件: corrections/2026-05-road.yml
        更正的记录: decisions/2026-04-road
        改动:
          - {字段: 步骤/决议/实到, 原来: "35", 改为: "36"}

    不合格：
        # 上次公开: finance/2026-09 支出合计=4,100.00
        # 应报: T11 village.yml
    """
    if not case.ledger:
        return
    amended = _amended(case, context)
    for record in case.records:
        published = case.ledger.get(record.path)
        if published and record.address not in case.withheld:
            yield from _changes(record, published.guarded, amended)
    explained = {path for path, _ in amended}
    for path in sorted(case.ledger):
        if path not in case.files and path not in explained:
            yield _gone(path)


def _changes(record: Record, before: Mapping[str, str], amended: Amended) -> Iterator[Problem]:
    now = record.kind.guarded(record.body)
    changes = [
        (field, old, now.get(field))
        for field, old in before.items()
        if now.get(field) != old and not _same(amended.get((record.path, _plain(field))), now.get(field))
    ]
    for field, old, new in changes[:_SHOWN]:
        rest = f"；这份记录一共有{len(changes)}处改动" if len(changes) > _SHOWN else ""
        yield Problem(
            _route(record.document.root, field),
            redact(f"公开过的“{field}”原来是{old}，现在{f'是{new}' if new is not None else '没有了'}，没有更正{rest}"),
            "建一份更正（disclose new corrections），“字段”照抄引号里的，写明原来、改为、原因；改错了的改回去",
            _note(field, old, new),
            record.path,
        )


def _amended(case: PlaceCase, context: Context) -> Amended:
    """What public corrections of this place say; of several about one field, the one published last."""
    found: dict[tuple[str, str], str] = {}
    corrections = (r for r in case.records if isinstance(r.body, Correction) and r.address not in case.withheld)
    for record in sorted(corrections, key=lambda r: (r.body.publication.day, r.path)):
        if record.body.publication.day <= context.as_of:
            path = record.address.resolve(record.body.target).path
            found |= {(path, _plain(amendment.field)): amendment.new for amendment in record.body.amendments}
    return found


def _same(said: str | None, new: str | None) -> bool:
    """Compared as people read it: commas, currency signs and blanks do not count."""
    if said is None:
        return False
    return _plain(said) in _REMOVED if new is None else _plain(said) == _plain(new)


def _plain(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", text))


def _note(field: str, old: str, new: str | None) -> str:
    """For villagers. Texts that were taken out may have been taken out because they were personal."""
    parts = field.split("/")
    if parts[0] in ("表格", "改动", "标题"):
        where = f"表格{parts[-1]}" if parts[0] == "表格" else parts[0]
        return f"上次公开以后，{where}改过，还没有更正说明。"
    if parts[0] == "收支明细":
        number = f"第{parts[1]}笔" if parts[1].isdigit() else f"凭证{parts[1]}"
        parts = [f"收支明细{number}金额"]
    now = f"现在是{new}" if new is not None else "现在没有了"
    return f"上次公开的{''.join(parts)}是{old}，{now}，还没有更正说明。"


def _route(root: Value, field: str) -> tuple[Key, ...]:
    """The nearest place to a guarded field: names are followed, entries of lists found by what stands in them."""
    route: list[Key] = []
    value = root
    for part in field.split("/"):
        if isinstance(value, Mapping):
            if part not in value:
                break
            route.append(part)
            value = value[part]
        elif not isinstance(value, str):
            items = (i for i, item in enumerate(value) if isinstance(item, Mapping) and part in item.values())
            index = next(items, None)
            if index is None:
                break
            route.append(index)
            value = value[index]
    return tuple(route)


def _gone(path: str) -> Problem:
    kind, name = path.removesuffix(".yml").split("/")[-2:]
    called = f"{BY_FOLDER[kind].name if kind in BY_FOLDER else kind}（{name}）"
    return Problem(
        (),
        redact(f"公开过的{called}不见了"),
        "把文件找回来；不该公开的，用 disclose new corrections 建一份更正，写明原因",
        redact(f"公开过的{called}现在没有了，还没有说明。"),
    )


RULE = Rule(
    code="T11",
    title="改过的要留下更正",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="改对了的数要让大家看到，只是还差一份说明；所以照样公开，旁边写明原来是多少。",
    basis=("村组法·查处", "本网站"),
    check=check,
)
