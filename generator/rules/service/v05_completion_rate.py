"""V05: enough of the cases due this year are done."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import year_of
from generator.base.finding import Effect
from generator.base.share import share
from generator.records.kinds.cases import CaseBook, completion
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """今年到了承诺日期的代办事项，办结的要达到95%（县里可以另定）。

    为什么：
        一件一件看是小事，合起来看，才知道代办顶不顶用。

    怎么查：
        今年的代办台账里，“承诺日期”到了的，数一数有“办结日期”的占多少；办结包括不能办但说了原因的。

    怎么改：
        1. 办完了没登记的，补上“办结日期”。
        2. 没办完的抓紧办；办不了的，写“结果”“原因”和“办结日期”。

    合格：
        # 正好达到；没到承诺日期的、去年的不算
        # 参数: 代办办结率=0.5
        # 文件: cases/2026-09.yml
        办件:
          - {编号: 9-01, 事项编码: D01, 受理日期: 2026-11-11, 接收单号: J-118, 承诺日期: 2026-11-18, 办结日期: 2026-11-18}
          - {编号: 9-02, 事项编码: D01, 受理日期: 2026-11-11, 接收单号: J-119, 承诺日期: 2026-11-18}
          - {编号: 9-03, 事项编码: D01, 受理日期: 2026-11-11, 接收单号: J-120, 承诺日期: 2026-11-19}

    合格：
        # 文件: cases/2026-09.yml
        标题: 两件都办结了
        # 文件: cases/2026-11.yml
        期间: 2026-11
        办件:
          - {编号: 11-01, 事项编码: D01, 受理日期: 2026-11-11, 办结日期: 2026-11-11, 答复日期: 2026-11-11, 结果: 即办}

    不合格：
        # 参数: 代办办结率=0.51
        # 文件: cases/2026-09.yml
        办件:
          - {编号: 9-01, 事项编码: D01, 受理日期: 2026-11-11, 接收单号: J-118, 承诺日期: 2026-11-18, 办结日期: 2026-11-18}
          - {编号: 9-02, 事项编码: D01, 受理日期: 2026-11-11, 接收单号: J-119, 承诺日期: 2026-11-18}
          - {编号: 9-03, 事项编码: D01, 受理日期: 2025-11-11, 接收单号: J-120, 承诺日期: 2025-11-19, 办结日期: 2025-11-18}
        # 应报: V05 village.yml

    不合格：
        # 9月10月合起来算
        # 文件: cases/2026-09.yml
        标题: 9月两件都办结了
        # 文件: cases/2026-10.yml
        期间: 2026-10
        办件:
          - {编号: 10-01, 事项编码: D01, 受理日期: 2026-10-11, 接收单号: J-128, 承诺日期: 2026-10-18}
        # 应报: V05 village.yml
    """
    year, aim = year_of(context.as_of), context.parameters.case_rate
    books = (body for record, body in case.of(CaseBook) if record.address not in case.withheld)
    done, due = completion(books, context.as_of)
    if done < aim * due:
        said = f"{year.label}到期的代办事项{due}件，办结{done}件，是{share(done, due)}"
        yield Problem(
            ("名称",),
            f"{said}，目标{share(aim)}",
            "办完了的补上“办结日期”；办不了的，写“结果”“原因”和“办结日期”",
            f"{said}，目标是{share(aim)}。",
        )


RULE = Rule(
    code="V05",
    title="代办办结多少",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="办结多少是村民评判的依据；所以照样公开，写明到期几件、办结几件。",
    basis=("代办制度",),
    check=check,
)
