"""P13: a private person is not named in full, and a column marked personal stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.base.finding import Effect
from generator.base.names import mask_name
from generator.base.persons import is_foreign, joined, masked, names_in
from generator.base.redact import swapped
from generator.records.kinds.notices import Notice
from generator.records.marks import Person
from generator.records.read import Record
from generator.records.tables import Table
from generator.records.walk import Field, Found, Route, walk
from generator.rules.privacy.columns import looks_like_name, open_names
from generator.rules.privacy.mentions import masked_in
from generator.rules.privacy.scan import NOTE
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.rules.where import said

_SHOWN = 5
"""Up to so many cells of one table get a problem each."""
_NUMBERS = re.compile(r"身份证|证件号|银行卡|卡号|[账帐]号|社保卡|一卡通号|残疾证")
_KIN = re.compile(r"^(?:村民|党员|群众|乡贤|居民|社员|[\u4e00-\u9fff]{1,2}组)")
"""Words that may stand before the name of a person."""
_COUNTED = re.compile(r"[\d一二三四五六七八九十]{1,6}\s?[人户名个位]")
"""Several persons by their number: nobody is named."""
_NAMED_TOPICS = frozenset({"选举", "表彰", "发展党员"})
"""Topics of notices that have to name persons."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """普通村民的名字要遮住，写成“李某某”；写明是个人信息的那一列，先不放到网上。村干部办公事，写岗位和姓名。

    为什么：
        公开的是钱和事，不是人。名字放到网上，谁家领了补助、欠了钱，全国都能搜到。

    怎么查：
        收支明细、实物、合同、债权债务的“对方”，专项资金的“来源”，工程和决议实施的“承办单位”，看是不是一个没有遮住的姓名；
        表格里，不管表头怎么写，看哪一列写的是人（“姓名”“领取人”“低保户”，或者一半以上的格像名字），
        有没有没遮住的；写了“个人信息: 是”的列、身份证和卡号的列，看有没有填。
        有“职务”“岗位”列的表，选举、表彰、发展党员的公示，姓名照写。

    怎么改：
        1. 照提示把名字改成“李某某”；同名的加上小组，“李某某（三组）”。
        2. 个人信息的列整列删掉，纸质的名单照规定贴在村里的公开栏上。
        3. 对方是单位的，“对方类别”写“单位”，或者写单位的全称。

    合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - {收支: 收入, 日期: 2026-10-09, 凭证号: 收-21, 账户: 基本户, 科目: 501 经营收入, 摘要: 东塘鱼塘下半年承包费,
             金额: 18000.00, 对方: 承包户 李某某, 对方类别: 个人}
          - {收支: 支出, 日期: 2026-10-10, 凭证号: 支-46, 账户: 基本户, 科目: 514 公益支出, 摘要: 保洁员10月工资2人,
             金额: 5600.00, 对方: 保洁员, 对方类别: 个人, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}

    合格：
        表格:
          - 名称: 网格员名单
            列: [{列: 小组}, {列: 姓名}, {列: 岗位}]
            行:
              - [一组, 吴建国, 网格员]

    合格：
        表格:
          - 名称: 第三季度慰问
            列: [{列: 户主}, {列: 金额, 类型: 金额, 单位: 元}, {列: 承包人}, {列: 经手}, {列: 卡号}]
            行:
              - [王某某（二组）, "300.00", 农机队, 周小梅, ""]
              - [赵某某, "300.00", 李某某, 周小梅, ""]
              - [同上, "300.00", 李某某, 周小梅, ""]
              - [合作社代收（见附表）, "300.00", 李某某, 周小梅, ""]

    不合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - 收支: 支出
            日期: 2026-10-10
            摘要: 二组水渠清淤工钱
            金额: 900.00
            对方: 村民李小明  # <- P13
            对方类别: 个人
          - {收支: 支出, 摘要: 村部打印纸6包, 金额: 120.00}
          - {收支: 支出, 摘要: 果园农药款, 金额: 120.00, 对方: 丁香园, 对方类别: 单位}
          - {收支: 支出, 摘要: 抽水机租金, 金额: 120.00, 对方: 李小明}  # <- P13
          - {收支: 支出, 摘要: 抽水机租金, 金额: 120.00, 对方: 农机队王大山}
          - {收支: 支出, 摘要: 清塘工钱, 金额: 120.00, 对方: 村民李小明}  # <- P13
          - {收支: 支出, 摘要: 清塘工钱, 金额: 120.00, 对方: 承包户 李小明, 对方类别: 个人}  # <- P13
        实物:
          - {名称: 化肥, 收发: 发出, 数量: "2", 单位: 袋, 对方: 李小明}  # <- P13
        # 文件: contracts/2026-yutang.yml
        对方: 李小明  # <- P13
        对方类别: 个人
        # 文件: registers/2026-zhai.yml
        明细:
          - {名称: 借款, 对方: 李某某, 期初: "800000.00", 期末: "800000.00"}
          - {名称: 修路欠款, 对方: 村民王大山, 期末: "60000.00", 增加: "60000.00"}  # <- P13
        # 文件: funds/2026-juan.yml
        收到:
          - {日期: 2026-07-15, 来源: 二组李小明, 金额: 5000.00}  # <- P13
        # 文件: projects/2026-qiao.yml
        承办单位: 李小明  # <- P13
        # 文件: decisions/2026-04-road.yml
        实施: {承办单位: 李小明}  # <- P13

    不合格：
        表格:
          - 名称: 第三季度慰问
            列:
              - {列: 户主}
              - {列: 金额, 类型: 金额, 单位: 元}
            行:
              - [王大山, "300.00"]  # <- P13
              - [李某某, "300.00"]
              - [陈大水, "300.00"]  # <- P13
              - [赵小河, "300.00"]  # <- P13
              - [周小满, "300.00"]  # <- P13
              - [吴小雪, "300.00"]  # <- P13
              - [郑小寒, "300.00"]  # 一张表先提5处，改的时候一起改
        # 文件: decisions/2026-05-help.yml
        表格:
          - 名称: 帮工安排
            列: [{列: 姓名}]
            行:
              - [王大山]  # <- P13

    不合格：
        表格:
          - 名称: 补贴发放
            列:
              - {列: 小组}
              - {列: 残疾等级, 个人信息: 是}  # <- P13
              - {列: 卡号}  # <- P13
              - {列: 姓名, 个人信息: 是}  # <- P13
            行:
              - [二组, 肢体二级, 尾号3107, 王大山]
    """
    body = record.body
    named = isinstance(body, Notice) and body.topic in _NAMED_TOPICS
    for found in walk(body, _may_name):
        if not isinstance(found.value, Table):
            yield from _party(found)
            continue
        yield from _closed_columns(found.value, found.route)
        if not named:
            yield from _table(found.value, found.route)


def _may_name(field: Field) -> bool:
    return field.model is Table or field.has(Person)


def _party(found: Found) -> Iterator[Problem]:
    party, mark = found.value, found.field.mark(Person)
    kind = getattr(found.part, mark.told_by, None) if mark else None
    if kind != "单位" and (meant := _masked(party, kind)):
        remedy = f"改成：{meant}；是单位的，写单位的全称"
        yield Problem(
            found.route,
            f"{said(found.route)}写了个人的全名",
            remedy,
            NOTE,
            hide=swapped(party, meant) if kind else None,
        )


def _masked(party: str, kind: str | None) -> str:
    """The party with its names masked, or an empty text. Who has not said what the other side is may have named a firm."""
    bare = _KIN.sub("", joined(party))
    names = names_in(bare)
    if names and (kind or "".join(names) == bare):
        return masked(party)
    if kind is None:
        return mask_name(bare) if is_foreign(bare) else ""
    if _COUNTED.search(bare):
        return ""
    unknown = [word for word in re.split(r"[\s、，,（(]", bare) if word and looks_like_name(word)]
    return joined(party).replace(unknown[-1], mask_name(unknown[-1])) if unknown and not masked_in(bare) else ""


def _table(table: Table, route: Route) -> Iterator[Problem]:
    for row, index, meant in islice(open_names(table), _SHOWN):
        yield Problem(
            (*route, "行", row, index),
            f"“{table.columns[index].name}”一列第{row + 1}行写了个人的全名",
            f"改成：{meant}；这一列别的名字也一样改",
            NOTE,
            hide=swapped(table.rows[row][index], meant),
        )


def _closed_columns(table: Table, route: Route) -> Iterator[Problem]:
    """Columns marked personal, or whose name says so, with anything in them."""
    for index, column in enumerate(table.columns):
        closed = column.personal or _NUMBERS.search(column.name)
        if closed and any(cells[index].strip() for cells in table.rows):
            yield Problem(
                (*route, "列", index),
                f"“{column.name}”一列是个人信息，不能放到网上",
                "把这一列整列删掉；纸质的名单照规定贴在{村级}里的公开栏上",
                NOTE,
            )


RULE = Rule(
    code="P13",
    title="普通村民的名字要遮住",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="名字和钱放在一起，网上都能搜到，收不回来，所以先不公开，遮住以后再公开。",
    basis=("个保法·公开", "社会救助·保密"),
    check=check,
)
