"""T11: what was published changes only with a public correction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.base.finding import Effect, Key
from generator.base.redact import redact
from generator.records.differences import Change, differences
from generator.records.kinds import BY_FOLDER
from generator.records.kinds.commitments import CHANGEABLE, Commitment
from generator.records.places import Profile
from generator.records.published import Published
from generator.records.read import Record
from generator.records.stated import settings
from generator.rules.amended import (
    Amended,
    amended,
    changes,
    explanation,
    figure,
    is_figure,
    now_is,
    removed,
    shown,
)
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.source.document import Value

_SHOWN = 5
"""Up to so many changes of one record get a problem each."""
_PLACE = "整村"
"""What a correction calls a place as a whole."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """公开过的内容，一个字也不能悄悄改、悄悄撤：要改，就同时公开一份“更正”，写明哪一份、哪一项、原来是多少、改成多少、为什么。

    为什么：
        悄悄改了，前几天看过的人就会起疑；写明白了，改错是好事。

    怎么查：
        拿上次公开的底本和现在的比，每一项都比：数、日期、文字、表格、附件、范围。换行、空格、引号、次序不算改动；
        加写一条进展、一个附件不算，已经结束的期间再加一笔要算。改了的、少了的，看“更正”里有没有写这份记录、这一项，
        “原来”和底本一样，“改为”和现在一样；“更正”自己也要公开，一条只说明一次改动。
        公开过的文件、村没有了，又没有哪一份写着“原地址”的，去掉了公开日期，改成不向社会公开了，村的参数、开始公开日期、公开目录改了，底本坏了，也会提出来。
        承诺改事项、改数量、改期限的，由C04查。

    怎么改：
        1. 用 disclose new corrections 建一份更正，“字段”照提示抄，写明原来、改为、原因和批准。
        2. 原来的文字涉及个人、不能再写的，“原来”写“个人信息”。整份撤下的，“字段”写“整份”，“改为”写“删除”。
        3. 改名、换地方、换种类的，在新的那一份里写“原地址: 镇/村/种类/名称”；整个村、镇的文件夹改名的，写在 village.yml、township.yml 里。
        4. 不小心改到的，改回原来的。

    合格：
        # 上次公开: finance/2026-10 收支明细/1/金额=5500
        # 文件: corrections/2026-11-salary.yml
        更正的记录: finance/2026-10
        改动:
          - {字段: 收支明细/支-46, 原来: "5,500.00", 改为: "5,600.00"}

    合格：
        # 承诺改期限，经过会议写进“变更”，不用更正
        # 上次公开: commitments/2026-05 期限=2026-08-31
        # 文件: commitments/2026-05.yml
        期限: 2026-09-30
        变更:
          - {日期: 2026-08-20, 改了什么: 期限, 原来: 2026-08-31, 改为: 2026-09-30, 决定机构: 村民代表会议}

    合格：
        # 上次公开: finance/2026-10
        # 文件: finance/2026-10.yml
        期间: 2026-10

    合格：
        # 改了文件名
        # 上次公开: notices/2026-q3
        # 文件: notices/2026-jidu.yml
        原地址: shidu/liuwan/notices/2026-q3

    不合格：
        # 上次公开: finance/2026-10 账户/0/期末=64300
        # 文件: finance/2026-10.yml
        账户:
          - 名称: 基本户
            期初: 52000.00
            期末: 64400.00  # <- T11
        # 上次公开: finance/2026-09
        # 文件: finance/2026-09.yml
        # 有手机号，暂缓公开，改好再比
        期间: 2026-09
        说明: 联系人手机{手机号}

    不合格：
        # 上次公开: questions/2026-10 问题=路灯什么时候修
        # 文件: questions/2026-10.yml
        问题: 三组路灯坏了，什么时候修  # <- T11
        # 文件: corrections/2026-05-road.yml
        # 写的原来和底本不一样，不算说明
        更正的记录: questions/2026-10
        改动:
          - {字段: 问题, 原来: 路灯, 改为: "三组路灯坏了，什么时候修"}
        # 上次公开: notices/2026-q3
        # 文件: corrections/2026-11-notice.yml
        # 撤下的公告写了更正，不再提
        更正的记录: notices/2026-q3
        改动:
          - {字段: 整份, 原来: 有, 改为: 删除}

    不合格：
        # 上次公开: finance/2026-09
        # 应报: T11 village.yml

    不合格：
        # 去掉公开日期，公开过的就成了草稿
        # 上次公开: notices/2026-q3
        # 文件: notices/2026-q3.yml
        公开: {至: 2026-10-26, 渠道: [公开栏, 网站]}
        # 应报: T11 village.yml

    不合格：
        # 上次公开: notices/2026-q3
        # 文件: notices/2026-q3.yml
        公开:
          公开日期: 2026-10-10
          范围: 本村  # <- T11
          编制: 村文书 何秀英
          审核: [{机构: 村务监督委员会, 日期: 2026-10-09, 意见: 同意公开}]
    """
    if not case.ledger:
        return
    said = amended(case.records, case.withheld, context.as_of)
    for record in case.records:
        known = case.ledger.get(record.path)
        if known and record.address not in case.withheld:
            yield from _of_record(known, record, said, context)
    if case.profile:
        yield from changed_settings(case.ledger.get(case.place.profile_path), case.profile)
    home = f"{case.place.folder}/"
    there = {*case.files, *case.moved, case.place.profile_path}
    gone = [path for path in sorted(case.ledger) if path not in there]
    for path in gone:
        if path.startswith(home) and not removed(path, said):
            yield _gone(path)
    for path in sorted(address.path for address in case.drafts):
        if path in case.ledger and not removed(path, said):
            yield _undated(path)
    for place, paths in groupby(
        (path for path in gone if not path.startswith(home)), lambda path: "/".join(path.split("/")[:2])
    ):
        yield from _place_gone(place, list(paths), said)


def changed_settings(known: Published | None, profile: Profile) -> Iterator[Problem]:
    """What a profile lays down otherwise than when it was last public."""
    for change in differences(known.stated, settings(profile), added=True) if known else ():
        message = f"“{change.field}”原来{_was(figure(change.old))}，{now_is(figure(change.new))}"
        remedy = "改错了的改回去；确实要改的，公开以后“更正和变动”里会一直写着"
        yield Problem(change.at, redact(message), remedy, redact(f"上次公开以后，{change.field}改过：{message}。"))


def _of_record(known: Published, record: Record, said: Amended, context: Context) -> Iterator[Problem]:
    body = record.body
    found = [one for one in changes(known, record, context.as_of) if not explanation(known, one, said)]
    own = CHANGEABLE if isinstance(body, Commitment) else {}  # C04 asks by whose decision they changed
    found = [one for one in found if one.steps[0][0] not in own]
    for one in found[:_SHOWN]:
        rest = f"；这份记录一共有{len(found)}处改动" if found[_SHOWN:] else ""
        yield Problem(
            _route(record.document.root, one),
            redact(f"公开过的“{one.field}”原来{_was(one.old)}，{now_is(one.new)}，没有更正{rest}"),
            "建一份更正（disclose new corrections），“字段”照抄引号里的，写明原来、改为、原因；改错了的改回去",
            _note(one),
            record.path,
        )


def _was(old: object) -> str:
    return "没有" if old is None else f"是{shown(old)}"


def _note(change: Change) -> str:
    """The note for villagers. It repeats figures and days, and no text, not even to name a row: it may be personal."""
    what = "".join(step[1] if len(step) > 1 else step[0] for step in change.steps)
    if is_figure(change.old) and (change.new is None or is_figure(change.new)):
        return redact(f"上次公开的{what}是{figure(change.old)}，{now_is(figure(change.new))}，还没有更正说明。")
    done = "是后来加的" if change.old is None else "现在没有了" if change.new is None else "改过"
    return redact(f"上次公开以后，{what}{done}，还没有更正说明。")


def _route(root: Value, change: Change) -> tuple[Key, ...]:
    """The route nearest to a change, as far as the file has it."""
    route: list[Key] = []
    value: Value = root
    for key in change.at:
        if isinstance(value, str) or (isinstance(value, Mapping) and key not in value):
            break
        if isinstance(value, Mapping):
            value = value[str(key)]
        elif isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            break
        route.append(key)
    return tuple(route)


def _undated(path: str) -> Problem:
    called = _called(path)
    return Problem(
        (),
        redact(f"公开过的{called}没有了公开日期，成了草稿"),
        "把原来的“公开日期”写回去；不该公开的，用 disclose new corrections 建一份更正，写明原因",
        redact(f"公开过的{called}现在看不到了，还没有说明。"),
    )


def _gone(path: str) -> Problem:
    called = _called(path)
    return Problem(
        (),
        redact(f"公开过的{called}不见了"),
        "把文件找回来；不该公开的，用 disclose new corrections 建一份更正，“字段”写“整份”，“改为”写“删除”，写明原因",
        redact(f"公开过的{called}现在没有了，还没有说明。"),
    )


def _place_gone(place: str, paths: Sequence[str], said: Amended) -> Iterator[Problem]:
    """All of a place: its folder was removed, renamed or moved."""
    if any(removed(path, said, _PLACE) for path in paths):
        return
    yield Problem(
        (),
        redact(f"公开过的 {place} 整个不见了（底本里有{len(paths)}份）"),
        f"把文件夹找回来；撤并了的，在乡镇的更正里写它的一份记录，“字段”写“{_PLACE}”，“改为”写“删除”，写明原因",
        redact(f"公开过的 {place} 现在没有了，还没有说明。"),
        f"{place}/village.yml",
    )


def _called(path: str) -> str:
    kind, name = path.removesuffix(".yml").split("/")[-2:]
    return f"{getattr(BY_FOLDER.get(kind), 'name', kind)}（{name}）"


RULE = Rule(
    code="T11",
    title="改过的要留下更正",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="改对了的要让大家看到，只是还差一份说明；所以照样公开，旁边写明改过。",
    basis=("村组法·查处", "本网站"),
    check=check,
)
