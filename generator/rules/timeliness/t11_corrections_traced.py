"""T11: a published figure, vote or day changes only with a public correction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.finding import Effect, Key
from generator.base.redact import redact
from generator.records.kinds import BY_FOLDER
from generator.records.kinds.commitments import CHANGEABLE, Commitment
from generator.records.read import Record
from generator.rules.amended import Amended, amended_fields, now_is, plain, same
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.source.document import Value

_SHOWN = 5
"""Up to so many changes of one record get a problem each."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """公开过的金额、票数、日期要改，就要同时公开一份“更正”，写明原来是多少、改成多少、为什么；不能悄悄改，也不能悄悄删。

    为什么：
        悄悄改了，前几天看过的人就会起疑；写明白了，改错是好事。

    怎么查：
        拿上次公开的底本和现在的比：收支、票数、日期、表格有改动或者少了的，
        看“更正”里有没有写这份记录、这一项、改成的数。新增的不算改动。公开过的文件没有了，或者去掉了公开日期，也会提出来。
        承诺改事项、改数量、改期限的，由C04查。

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
        # 承诺改期限，经过会议写进“变更”，不用更正
        # 上次公开: commitments/2026-05 期限=2026-08-31
        # 文件: commitments/2026-05.yml
        期限: 2026-09-30
        变更:
          - {日期: 2026-08-20, 改了什么: 期限, 原来: 2026-08-31, 改为: 2026-09-30, 决定机构: 村民代表会议}

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
        # 上次公开: finance/2026-09 支出合计=4,100.00
        # 文件: finance/2026-09.yml
        # 有手机号，暂缓公开，改好再比
        期间: 2026-09
        说明: 联系人手机{手机号}

    不合格：
        # 上次公开: decisions/2026-04-road 步骤/决议/同意=33
        # 文件: decisions/2026-04-road.yml
        步骤:
          - {步骤: 审议, 日期: 2026-04-18, 会议: 党员大会, 应到: 57, 实到: 46, 同意: 46}
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 34  # <- T11
            反对: 1
            弃权: 1
          # 其余步骤照样本
        # 文件: corrections/2026-05-road.yml
        更正的记录: decisions/2026-04-road
        改动:
          - {字段: 步骤/决议/实到, 原来: "35", 改为: "36"}
        # 上次公开: notices/2026-q3 公开/公开日期=2026-10-10
        # 文件: corrections/2026-11-notice.yml
        # 撤下的公告写了更正，不再提
        更正的记录: notices/2026-q3
        改动:
          - {字段: 整份, 原来: 有, 改为: 删除}

    不合格：
        # 上次公开: finance/2026-09 支出合计=4,100.00
        # 应报: T11 village.yml

    不合格：
        # 去掉公开日期，公开过的就成了草稿
        # 上次公开: notices/2026-q3 公开/公开日期=2026-10-10
        # 文件: notices/2026-q3.yml
        公开: {至: 2026-10-26, 渠道: [公开栏, 网站]}
        # 应报: T11 village.yml
    """
    if not case.ledger:
        return
    amended = amended_fields(case, context)
    for record in case.records:
        published = case.ledger.get(record.path)
        if published and record.address not in case.withheld:
            yield from _changes(record, published.guarded, amended)
    explained = {path for path, _ in amended}
    drafts = {address.path for address in case.drafts}
    for path in sorted(case.ledger):
        if path in explained:
            continue
        if path not in case.files:
            yield _gone(path)
        elif path in drafts:
            yield _undated(path)


def _changes(record: Record, before: Mapping[str, str], amended: Amended) -> Iterator[Problem]:
    now = record.kind.guarded(record.body)
    decided = CHANGEABLE if isinstance(record.body, Commitment) else {}  # C04 asks by whose decision they changed
    changes = [
        (field, old, now.get(field))
        for field, old in before.items()
        if _told(now.get(field)) != _told(old)
        and field not in decided
        and not same(amended.get((record.path, plain(field))), now.get(field))
    ]
    for field, old, new in changes[:_SHOWN]:
        rest = f"；这份记录一共有{len(changes)}处改动" if changes[_SHOWN:] else ""
        yield Problem(
            _route(record.document.root, field),
            redact(f"公开过的“{field}”原来是{old}，{now_is(new)}，没有更正{rest}"),
            "建一份更正（disclose new corrections），“字段”照抄引号里的，写明原来、改为、原因；改错了的改回去",
            _note(field, old, new),
            record.path,
        )


def _told(value: str | None) -> tuple[str, ...]:
    """A value as it is compared. Ledgers of 0.1.0 hold 0 for figures that were left out."""
    return tuple(part for part in (value or "").split(" | ") if part not in ("0", "0.00", ""))


def _note(field: str, old: str, new: str | None) -> str:
    """The note for villagers. It repeats no text, because a text may have been removed for being personal."""
    match field.split("/"):
        case ["表格", *_, row]:
            return f"上次公开以后，表格{row}改过，还没有更正说明。"
        case ["改动" | "标题" as changed, *_]:
            return f"上次公开以后，{changed}改过，还没有更正说明。"
        case ["收支明细", number, *_]:
            what = f"收支明细{f'第{number}笔' if number.isdigit() else f'凭证{number}'}金额"
        case parts:
            what = "".join(parts)
    return f"上次公开的{what}是{old}，{now_is(new)}，还没有更正说明。"


def _route(root: Value, field: str) -> tuple[Key, ...]:
    """The route nearest to a guarded field. Names are followed, and an entry of a list is found by its values."""
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


def _called(path: str) -> str:
    kind, name = path.removesuffix(".yml").split("/")[-2:]
    return f"{getattr(BY_FOLDER.get(kind), 'name', kind)}（{name}）"


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
