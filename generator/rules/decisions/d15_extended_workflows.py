"""D15: the longer procedures 4+2+4 and 五步法 have more steps of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.base.inexact import is_exact
from generator.records.kinds.decisions import Decision, resolution_day
from generator.records.read import Record
from generator.rules.evaluation import heads
from generator.rules.phrases import listed, unwritten
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """用“4+2+4”“五步法”定的事，多出来的几步也要做、也要写：镇里审核、发卡听意见、过程监督、事后评议；五步法还要有承诺。

    为什么：
        县里推行这些办法，就是要在表决前多听一遍、办完后多评一次。少了这几步，就只剩一个名字。

    怎么查：
        4+2+4：表决以前要有“镇审核”（结果是同意）和“民意采集”（收回至少1张，不多于发放，赞成不多于收回）；
        结果公开了的，表决到结果公开之间要有“过程监督”；结果公开90天后（县里另定的按县里的）要有“评议”，
        评议不早于结果公开，人数要加得拢。
        五步法：表决以后要写“承诺”，指到那份承诺；结果公开了的，中间要有“过程监督”。
        还没有表决的不查；四议两公开的步骤由D01查。

    怎么改：
        1. 做过没登记的，照记录补上。
        2. 没有做的不能补写；换用四议两公开的，改“程序”。
        3. “评议”还没有做的，下次村民代表会议上评。

    合格：
        # as_of: 2027-02-09
        程序: 4+2+4
        镇审核: {日期: 2026-04-24, 结果: 同意, 文号: 石党审〔2026〕9号}
        民意采集: {日期: 2026-04-25, 发放: 412, 收回: 412, 赞成: 412}
        过程监督:
          - {日期: 2026-04-25, 内容: 看开标}
        评议: {日期: 2026-11-10, 应到: 42, 参加: 40, 满意: 38, 基本满意: 2}

    合格：
        # 结果2026-11-10公开，第90天还没有评，还不算晚
        # as_of: 2027-02-08
        程序: 4+2+4
        镇审核: {日期: 2026-04-20, 结果: 修改后同意}
        民意采集: {日期: 2026-04-22, 发放: 412, 收回: 1, 赞成: 1}
        过程监督:
          - {日期: 2026-04-24, 内容: 看镇里的批复}
          - {日期: 2026-11-10, 内容: 看结算单}

    合格：
        程序: 五步法
        承诺: commitments/2026-05
        过程监督:
          - {日期: 2026-08-20, 内容: 到工地看过，路面厚度够}
        步骤:
          - {步骤: 提议, 日期: 2026-04-08, 会议: 党组织会议}
          - {步骤: 商议, 日期: 2026-04-12, 会议: 两委联席会议}
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
          - {步骤: 结果公开, 日期: 2026-11-10, 至: 2026-11-26, 实际花费: 156000.00}
        # 文件: commitments/2026-05.yml
        标题: 10月底前修好村口至三组的路1.2公里

    不合格：
        # 三样都没有；四议两公开的、还没有表决的不查
        程序: 4+2+4  # <- D15
        # 文件: decisions/2026-11-plain.yml
        标题: 按四议两公开定的
        # 文件: decisions/2026-11-next.yml
        标题: 下一条路，还没有表决
        程序: 五步法
        步骤: []

    不合格：
        程序: 4+2+4
        镇审核:
          日期: 2026-04-25  # <- D15
          结果: 不同意  # <- D15
        民意采集:
          日期: 2026-04-26  # <- D15
          发放: 412
          收回: 413  # <- D15
          赞成: 414  # <- D15
        过程监督:  # <- D15
          - {日期: 2026-04-24, 内容: 看镇里的批复}
          - {日期: 2026-11-11, 内容: 看结算单}
        评议:
          日期: 2026-11-09  # <- D15
          参加: 40
          满意: 20
          不满意: 20  # <- D15

    不合格：
        # as_of: 2027-02-09
        程序: 4+2+4  # <- D15
        镇审核: {日期: 2026-04-20, 结果: 同意}
        民意采集:
          日期: 2026-04-22
          发放: 412
          收回: 0  # <- D15
          赞成: 0
        过程监督:
          - {日期: 2026-08-20, 内容: 到工地看过}

    不合格：
        # 五步法：没有承诺，没有监督；结果还没有公开的，不要过程监督和评议
        程序: 五步法  # <- D15
        步骤:
          - {步骤: 结果公开, 日期: 2026-11-10}
          - {步骤: 结果公开, 内容: 还有一次没写日期}
          # 其余步骤照样本
        # 文件: decisions/2026-11-open.yml
        标题: 结果还没有公开
        程序: 4+2+4
        镇审核: {日期: 2026-04-20, 结果: 同意}
        民意采集: {日期: 2026-04-22, 发放: 412, 收回: 400, 赞成: 380}
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
          - {步骤: 决议公开, 日期: 2026-04-27, 至: 2026-05-13}
        # 文件: decisions/2026-11-early.yml
        标题: 结果还没有公开，先评了一次
        程序: 4+2+4
        镇审核: {日期: 2026-04-20, 结果: 同意}
        民意采集: {日期: 2026-04-22, 发放: 412, 收回: 400, 赞成: 380}
        过程监督:
          - {日期: 2026-08-20, 内容: 到工地看过}
        评议: {日期: 2026-08-21, 参加: 40, 满意: 40}
        步骤:
          - {步骤: 决议, 日期: 2026-04-25, 会议: 村民代表会议, 应到: 42, 实到: 36, 同意: 36}
    """
    body: Decision = record.body
    voted = resolution_day(body)
    if voted is None or body.procedure not in ("4+2+4", "五步法"):
        return
    result = max((step.day for step in body.steps if step.name == "结果公开" and step.day), default=None)
    missing: list[str] = []
    if body.procedure == "4+2+4":
        due = add_days(result, context.parameters.evaluation_days) if result else date.max
        needed = {
            "镇审核": body.town_review is not None,
            "民意采集": body.cards is not None,
            "评议": body.evaluation is not None or context.as_of <= due,
        }
        missing += unwritten(needed)
        yield from _before_the_vote(body, voted)
        if body.evaluation:
            yield from heads(body.evaluation, context.parameters.dissatisfied_max)
            if result and body.evaluation.day and body.evaluation.day < result:
                yield _disordered(("评议", "日期"), "评议", body.evaluation.day, "早于", "结果公开", result)
    elif body.promise is None:
        missing = ["承诺"]
    if result and not body.oversight:
        missing.append("过程监督")
    elif result and not any(one.day is None or voted <= one.day <= result for one in body.oversight):
        yield Problem(
            ("过程监督",),
            f"从决议（{day_long(voted)}）到结果公开（{day_long(result)}），中间没有监督的记录",
            "照监督记录补上日期；日期抄错的改正",
            f"从决议（{day_long(voted)}）到结果公开（{day_long(result)}），没有写中间的监督。",
        )
    if missing:
        names = listed(missing)
        yield Problem(
            ("程序",),
            f"按“{body.procedure}”定的事，还没有：{names}",
            "做过的照记录补上；没有做的不能补写",
            f"按“{body.procedure}”定的事，记录里还没有：{names}。",
        )


def _before_the_vote(body: Decision, voted: date) -> Iterator[Problem]:
    review, cards = body.town_review, body.cards
    if review and review.day and review.day >= voted:
        yield _disordered(("镇审核", "日期"), "镇审核", review.day, "不早于", "决议", voted)
    if review and review.result == "不同意":
        yield Problem(
            ("镇审核", "结果"),
            "{乡级}里审核不同意，又表决了",
            "对照{乡级}里的批复改正；没有抄错的照实写，在“说明”里写清楚",
            "{乡级}里审核的结果是不同意，后来又表决了。",
        )
    if cards is None:
        return
    if cards.day and cards.day > voted:
        yield _disordered(("民意采集", "日期"), "民意采集", cards.day, "晚于", "决议", voted)
    counted = is_exact(cards.returned)
    if counted and is_exact(cards.issued) and not 1 <= cards.returned <= cards.issued:
        yield Problem(
            ("民意采集", "收回"),
            f"发放{cards.issued}张，收回{cards.returned}张",
            "对照登记表改正；一张也没有收回的，等于没有听意见，重新发",
            f"意见卡发放{cards.issued}张，收回{cards.returned}张。",
        )
    if counted and is_exact(cards.support) and cards.support > cards.returned:
        yield Problem(
            ("民意采集", "赞成"),
            f"收回{cards.returned}张，赞成{cards.support}张，赞成比收回还多",
            "对照登记表改正抄错的数",
            f"意见卡收回{cards.returned}张，赞成写的是{cards.support}张，正在核对。",
        )


def _disordered(at: tuple[str, str], name: str, day: date, how: str, other: str, than: date) -> Problem:
    return Problem(
        at,
        f"{name}是{day_long(day)}，{how}{other}（{day_long(than)}）",
        "对照记录改正抄错的日期；没有抄错的照实写",
        f"{name}是{day_long(day)}，{how}{other}（{day_long(than)}）。",
    )


RULE = Rule(
    code="D15",
    title="扩展流程一步不少",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="少了哪一步，村民有权知道；所以照样公开，旁边写明还没有哪一步。",
    basis=("扩展流程", "四议两公开"),
    check=check,
    kinds=("decisions",),
)
