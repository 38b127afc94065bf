"""F18: pay follows the standard that was decided; the floating part follows an appraisal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.inexact import all_exact, differ
from generator.base.money import yuan
from generator.records.kinds.payrolls import Payroll, due_of
from generator.records.read import Record
from generator.rules.decisions.linked import rests_on_decision
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """报酬、误工补贴按定好的标准发：标准乘月数，加浮动，等于实发；浮动要看考核；误工补贴的人员和标准要有决议。

    为什么：
        谁领钱、领多少，是大家开会定的。照着标准一算，就知道发得对不对。

    怎么查：
        “人数”不多于明细的行数。每一行：标准 × 月数 + 浮动 = 实发。有浮动的，要写“考核等次”，或者写明是哪一次“考核”。
        只公开“标准表”的：合计不多于 最高的标准 × 人数 × 月数。
        类型是误工补贴的，要写“决策”，决议的日期不晚于公开日期；这里开始公开以前的不查。

    怎么改：
        1. 对照发放表，标准、月数、浮动、实发抄错的改过来；扣发、补发的写进“浮动”。
        2. 照考核结果补上“考核等次”。
        3. 开过会的，加一行“决策: decisions/文件名”。

    合格：
        # 文件: decisions/2026-04-wugong.yml
        标题: 2026年误工补贴人员和标准
        # 文件: payrolls/2026-q1.yml
        标题: 2026年1—4月误工补贴
        期间: 2026-Q1
        决策: decisions/2026-04-wugong
        公开:
          公开日期: 2026-04-25
          编制: 村文书 何秀英
          审核:
            - {机构: 村务监督委员会, 日期: 2026-04-25}

    合格：
        # 正好都是最高的标准
        # 文件: payrolls/sample.yml
        期间: 2026-Q3
        明细:
        标准表:
          - {岗位: 一肩挑, 标准: 3600.00}
          - {岗位: 委员, 标准: 2160.00}
        类型: 基本报酬
        人数: "2"
        合计: 21600.00

    合格：
        # 文件: reviews/2026-kaohe.yml
        标题: 2026年村干部考核
        # 文件: payrolls/sample.yml
        类型: 基本报酬
        考核: reviews/2026-kaohe
        明细:
          - {岗位: 村党支部书记 林志远, 标准: 3000.00, 月数: "2.5", 浮动: -120.00, 实发: 7380.00}
        人数: "1"
        合计: 7380.00

    不合格：
        # 文件: payrolls/sample.yml
        明细:
          - {岗位: 一组组长 陈广田, 标准: 300.00, 月数: "3", 实发: 900.00}
          - 岗位: 三组组长 孙长林
            标准: 300.00
            月数: "3"
            浮动: 100.00  # <- F18
            实发: 1200.00  # <- F18
        人数: "3"  # <- F18
        合计: 2100.00
        # 文件: payrolls/total.yml
        标题: 只写总数的
        类型: 基本报酬
        明细: []
        人数: "3"
        合计: 2100.00
        # 文件: payrolls/no-heads.yml
        标题: 没有写人数的
        类型: 基本报酬
        人数:

    不合格：
        # 标题说一个月，钱是半年的；不准的数不比
        # 文件: payrolls/a.yml
        标题: 2026年6月基本补贴
        期间: 2026-06
        明细:
        标准表:
          - {岗位: 一肩挑, 标准: 3600.00}
          - {岗位: 委员, 标准: 2160.00}
        类型: 基本报酬
        人数: "2"
        合计: 7200.01  # <- F18
        # 文件: payrolls/b.yml
        标题: 2026年7月基本补贴
        期间: 2026-07
        明细:
        标准表:
          - {岗位: 一肩挑, 标准: 约3600}
        类型: 基本报酬
        人数: "2"
        合计: 43200.00

    不合格：
        # 村: 开始公开日期=2026-10-10
        # 应报: F18 payrolls/sample.yml
        # 文件: payrolls/sample.yml
        标题: 2026年第三季度误工补贴

    不合格：
        # 4月25日才决议
        # 文件: decisions/2026-04-wugong.yml
        标题: 2026年误工补贴人员和标准
        # 文件: payrolls/2026-q1.yml
        标题: 2026年第一季度误工补贴
        期间: 2026-Q1
        决策: decisions/2026-04-wugong  # <- F18
        公开:
          公开日期: 2026-04-24
    """
    for record, body in case.of(Payroll):
        yield from _heads(record, body)
        yield from _ceiling(record, body)
        yield from _lines(record, body)
        if body.type == "误工补贴":
            day = body.publication.day
            yield from rests_on_decision(case, context, record, body.decision, "人员和标准", day)


def _heads(record: Record, body: Payroll) -> Iterator[Problem]:
    rows = len(body.lines)
    if body.head_count is not None and rows and body.head_count > rows:
        said = f"人数写的是{body.head_count}人，明细只有{rows}行"
        yield Problem(("人数",), said, "对照发放表，补上漏了的行，或者改正人数", f"{said}，正在核对。", record.path)


def _ceiling(record: Record, body: Payroll) -> Iterator[Problem]:
    """Where only standards are published: all heads at the highest standard cannot get less than was paid."""
    months = body.period.months
    standards = [one.amount for one in body.standards]
    if body.lines or body.bonus or not standards or body.head_count is None:
        return
    if not all_exact(*standards, body.head_count, body.amount):
        return
    most = max(standards) * body.head_count * months
    if body.amount > most:
        said = f"{body.head_count}人{months}个月，都照最高的标准{yuan(max(standards))}元也只有{yuan(most)}元，合计是{yuan(body.amount)}元"
        remedy = "对照发放表，看“期间”是不是写短了，合计里是不是还有绩效、补发"
        yield Problem(("合计",), said, remedy, f"{said}。", record.path)


def _lines(record: Record, body: Payroll) -> Iterator[Problem]:
    for index, line in enumerate(body.lines):
        due = due_of(line)
        if differ(line.paid, due):
            yield Problem(
                ("明细", index, "实发"),
                f"第{index + 1}行照标准应发{yuan(due)}元，实发{yuan(line.paid)}元，差{yuan(abs(line.paid - due))}元",
                "对照发放表改正；扣发、补发的写进“浮动”",
                f"第{index + 1}行照标准算是{yuan(due)}元，实发{yuan(line.paid)}元。",
                record.path,
            )
        if line.floating and line.grade is None and body.review is None:
            yield Problem(
                ("明细", index, "浮动"),
                f"第{index + 1}行有浮动{yuan(line.floating)}元，没有写考核等次",
                "照考核结果补上“考核等次”，或者写“考核: reviews/文件名”",
                f"第{index + 1}行的浮动部分没有写按什么考核发的。",
                record.path,
            )


RULE = Rule(
    code="F18",
    title="报酬补贴按标准发",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="钱已经发了，村民有权看到；所以照样公开，旁边写明和标准差在哪里。",
    basis=("村组法·会议决定事项", "居组法·会议决定事项", "公开"),
    check=check,
)
