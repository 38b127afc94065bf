"""P06: lists of aid tell no more of a household than they must, and never name the ill and the disabled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.names import is_masked, mask_name
from generator.base.persons import names_in
from generator.base.redact import swapped
from generator.records.kinds.benefits import Batch
from generator.records.kinds.notices import Notice
from generator.records.kinds.pairings import OF_HOUSEHOLDS, Pairing
from generator.records.read import Record
from generator.records.tables import Table
from generator.rules.privacy.columns import columns_with_names
from generator.rules.privacy.mentions import masked_in
from generator.rules.privacy.scan import NOTE
from generator.rules.rule import Context, Problem, Rule, Scope

NAMELESS = frozenset({"残疾补贴", "大病救助"})
"""Such a list tells that its persons are ill or disabled. P08 is for children."""
_AID = frozenset({"低保", "补贴发放", "救助慰问"})
_NAMELESS = re.compile(r"残疾|大病|重病|重疾|患病|精神障碍")
_ALLOWED = re.compile(
    r"序号|户编号|编号|村?民?小?组别?|村|(?:保障|享受|家庭|户内?|在册)?(?:总?人口|人数|口数)|户数|类[别型]|项目|档次"
    r"|(?:每月|月|每人|发放|补助|补贴|救助|保障|每亩)?(?:标准|金额|合计|资金)|(?:补贴|种植|承包)?(?:面积|亩数|数量)|单价"
    r"|(?:发放|享受|起始|救助)?(?:月份|期间|季度|年度|时间|日期)|变化|变动"
)
"""Columns that may stand beside a name: group, heads, category, standard, amount, month (社会救助暂行办法), area of land."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """救助、补贴的名单，一户只写几样：遮住的名字或者户编号、组、人口、类别、标准、金额；残疾补贴、大病救助不写名字。

    为什么：
        公示是为了让大家看该不该发、发了多少。家里什么病、什么难处，不用让全网都知道。

    怎么查：
        “救助补贴”的名单：名字要遮住；姓名和户编号只写一样，不然别处的户编号就认得出是谁；
        残疾补贴、大病救助不写姓名。干部、党员中心户结对帮扶的“对象”不写人名，写户编号。
        低保、补贴发放、救助慰问的公示里，有姓名那一列的表，别的列只能是组、人口、类别、标准、面积、金额、月份、变化；
        标题或者表名写着残疾、大病的，不能有姓名那一列。

    怎么改：
        1. 名字照提示遮住；姓名、户编号删掉一样。
        2. 多出来的列整列删掉；残疾、大病的名单只写户编号，或者只写人数和合计。

    合格：
        类型: 低保
        名单:
          - {姓名: 王某某（二组）, 户人口: "2", 金额: 300.00}
          - {户编号: 户3-11, 组: 三组, 金额: 300.00}
        户数: "2"

    合格：
        类型: 残疾补贴
        名单:
          - {户编号: 户1-03, 类别: 护理补贴, 金额: 300.00}
          - {户编号: 户3-11, 类别: 护理补贴, 金额: 300.00}
        户数: "2"

    合格：
        # 文件: notices/sample.yml
        事项: 低保
        标题: 大病救助发放情况
        表格:
          - 名称: 各组情况
            列: [{列: 小组}, {列: 原因}, {列: 申请人数, 类型: 数量, 单位: 人}, {列: 金额, 类型: 金额, 单位: 元}]
            行: [[一组, 农忙缺人, "2", "300.00"]]

    合格：
        # 文件: notices/sample.yml
        事项: 低保
        表格:
          - 名称: 初审名单
            列: [{列: 户主}, {列: 村民小组}, {列: 保障人数, 类型: 数量, 单位: 人}, {列: 变化}, {列: 每月金额, 类型: 金额, 单位: 元}]
            行: [[王某某, 二组, "1", 新增, "565.00"]]

    合格：
        # 文件: pairings/sample.yml
        结对:
          - {帮扶岗位: 村委会委员 吴建国, 对象: 户3-11, 起: 2026-09-10}
        # 文件: pairings/gongjian.yml
        类型: 单位共建
        结对:
          - {帮扶岗位: 县中医院党委, 对象: 石桥村, 起: 2026-09-10}

    合格：
        # 不是救助补贴的公示
        # 文件: notices/sample.yml
        事项: 工程
        表格:
          - 名称: 投工情况
            列: [{列: 姓名}, {列: 做什么}]
            行: [[王某某, 清淤]]

    不合格：
        类型: 低保
        名单:
          - {姓名: 王大山, 金额: 200.00}  # <- P06
          - {姓名: 李某某, 户编号: 户3-11, 金额: 200.00}  # <- P06
          - {户编号: 户1-03, 金额: 200.00}

    不合格：
        # 文件: pairings/sample.yml
        结对:
          - 帮扶岗位: 村党支部书记 林志远
            对象: 三组李某某  # <- P06
            起: 2026-09-10
          - 帮扶岗位: 村委会委员 吴建国
            对象: 张大山  # <- P06
            起: 2026-09-10

    不合格：
        类型: 残疾补贴
        户数: "2"
        名单:
          - {姓名: 王某某, 金额: 300.00}  # <- P06
          - {户编号: 户3-11, 金额: 300.00}

    不合格：
        # 文件: notices/sample.yml
        事项: 救助慰问
        表格:
          - 名称: 慰问名单
            列:
              - {列: 户主}
              - {列: 家庭收入}  # <- P06
              - {列: 金额, 类型: 金额, 单位: 元}
            行: [[王某某, 很少, "300.00"]]

    不合格：
        # 文件: notices/sample.yml
        标题: 10月残疾人两项补贴发放
        事项: 补贴发放
        表格:
          - 名称: 发放名单
            列:
              - {列: 姓名}  # <- P06
              - {列: 金额, 类型: 金额, 单位: 元}
            行: [[王某某, "110.00"]]

    不合格：
        # 文件: notices/sample.yml
        事项: 救助慰问
        标题: 第三季度慰问
        表格:
          - 名称: 重病户名单
            列:
              - {列: 户主}  # <- P06
              - {列: 金额, 类型: 金额, 单位: 元}
            行: [[王某某, "300.00"]]
    """
    body: Batch | Notice | Pairing = record.body
    if isinstance(body, Batch):
        yield from _rows(body)
    elif isinstance(body, Pairing):
        if body.type in OF_HOUSEHOLDS:
            yield from _helped(body)
    elif body.topic in _AID:
        for number, table in enumerate(body.tables):
            yield from _columns(body, table, number)


def _rows(body: Batch) -> Iterator[Problem]:
    for number, row in enumerate(body.rows):
        if row.name is None:
            continue
        at = ("名单", number, "姓名")
        if body.type in NAMELESS:
            yield Problem(
                at, f"{body.type}的名单写了姓名", "删掉“姓名”，写“户编号”；或者不列名单，只写户数和合计", NOTE
            )
        elif not is_masked(row.name):
            meant = mask_name(row.name)
            hide = swapped(row.name, meant)
            yield Problem(at, f"第{number + 1}行写了个人的全名", f"改成：{meant}", NOTE, hide=hide)
        elif row.code:
            yield Problem(at, f"第{number + 1}行姓名和户编号都写了", "只留一样：公开名单写遮住的姓名，不写户编号", NOTE)


def _helped(body: Pairing) -> Iterator[Problem]:
    for number, one in enumerate(body.pairs):
        if one.helped and (masked_in(one.helped) or names_in(one.helped)):
            yield Problem(
                ("结对", number, "对象"), f"第{number + 1}行的“对象”写了人名", "改成户编号，例如 户3-11", NOTE
            )


def _columns(body: Notice, table: Table, number: int) -> Iterator[Problem]:
    names = columns_with_names(table)
    if not names:
        return
    if _NAMELESS.search(f"{body.title} {table.name}"):
        at = ("表格", number, "列", names[0])
        yield Problem(at, "残疾、大病的名单写了姓名", "这一列整列删掉，只写各组人数和金额", NOTE)
        return
    for index, column in enumerate(table.columns):
        if index not in names and not _ALLOWED.fullmatch(_plain(column.name)):
            yield Problem(
                ("表格", number, "列", index),
                f"名单里多了“{column.name}”一列",
                "这一列整列删掉；名字旁边只写组、人口、类别、标准、面积、金额、月份、变化",
                NOTE,
            )


def _plain(name: str) -> str:
    """A column's name without its unit in brackets: 金额（元） → 金额"""
    return re.sub(r"[（(].*|\s", "", name)


RULE = Rule(
    code="P06",
    title="救助名单只写必要的",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="谁家领救助、为什么领，放到网上收不回来；所以先不公开，删掉多余的再公开。",
    basis=("社会救助·保密", "个保法·公开", "个保法·敏感信息"),
    check=check,
    kinds=("benefits", "notices", "pairings"),
)
