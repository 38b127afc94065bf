"""F10: a large payment is approved by somebody else than its handler, a very large one by a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.money import yuan, yuan_whole
from generator.records.kinds.finance import Finance
from generator.records.read import Record
from generator.rules.finance.entry_words import called
from generator.rules.rule import Context, Problem, Rule, Scope

_TOGETHER = re.compile("联席|两委|会议")
_SUPERVISORS = re.compile("监督|监事|监委|理财")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """花钱分级批准：1000元以上（县里另定的按县里的），经手和批准要是两个人；县里定了联席批准的，大笔还要集体批准。

    为什么：
        一个人又经手又批准，别人看不见。钱越多，看的人要越多。

    怎么查：
        支出、暂付一笔达到“两人签字起点”的，“经手”和“批准”写的不能是同一个人。
        县里定了“联席批准起点”的，达到的，“批准”里要有两委联席会议，还要有村务监督委员会或者理财小组。
        写了币种的账不查。没写经手、批准的由F09提出来，大额没写决议的由F14提出来，公开以前没审核的由T05提出来。

    怎么改：
        对照凭证上的签字改正；真是一个人签的，请另一位补签，照实写。

    合格：
        # 不到1000元；两个人；划转不查
        账户:
          - {名称: 基本户, 期初: 5000.00, 期末: 3000.01}
          - {名称: 专户, 期初: 0.00, 期末: 0.00}
        收支明细:
          - {收支: 支出, 日期: 2026-10-10, 凭证号: 支-1, 账户: 基本户, 摘要: 村部打印纸十五包, 金额: 999.99,
             对方: 石渡文具店, 对方类别: 单位, 经手: 村委会主任 林志远, 批准: 村党支部书记 林志远}
          - {收支: 支出, 日期: 2026-10-11, 凭证号: 支-2, 账户: 基本户, 摘要: 村部办公桌两张, 金额: 1000.00,
             对方: 石渡家具店, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
          - {收支: 划转, 日期: 2026-10-11, 凭证号: 转-1, 账户: 专户, 转入账户: 专户, 摘要: 专户里挪动一次, 金额: 1000.00,
             经手: 村报账员 周小梅, 批准: 村报账员 周小梅}

    合格：
        # 参数: 联席批准起点=5000
        账户:
          - {名称: 基本户, 期初: 20000.00, 期末: 10000.01}
        收支明细:
          - {收支: 支出, 日期: 2026-10-10, 凭证号: 支-1, 账户: 基本户, 摘要: 二组水渠清淤机械费, 金额: 5000.00,
             对方: 石渡农机合作社, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村“两委”联席会议、村务监督委员会}
          - {收支: 支出, 日期: 2026-10-11, 凭证号: 支-2, 账户: 基本户, 摘要: 三组水渠清淤机械费, 金额: 4999.99,
             对方: 石渡农机站, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}

    不合格：
        收支明细:
          - 收支: 支出
            摘要: 村部办公桌两张
            金额: 1000.00
            经手: 村委会主任 林志远
            批准: 林志远  # <- F10
          - 收支: 暂付
            摘要: 预付路灯材料款
            金额: 5000.00
            经手: 村报账员 周小梅
            批准: 周小梅  # <- F10

    不合格：
        # 参数: 两人签字起点=500; 联席批准起点=800
        收支明细:
          - {收支: 支出, 摘要: 村部打印纸十包, 金额: 500.00, 经手: 林志远, 批准: 林志远}  # <- F10
          - {收支: 支出, 摘要: 村部办公桌两张, 金额: 800.00, 经手: 周小梅, 批准: 村委会主任 林志远}  # <- F10
          - {收支: 支出, 摘要: 村部办公椅四把, 金额: 800.00, 经手: 周小梅, 批准: 村务监督委员会}  # <- F10
          - {收支: 支出, 摘要: 村部文件柜两个, 金额: 800.00, 经手: 周小梅, 批准: 村两委联席会议}  # <- F10
          - {收支: 支出, 摘要: 村部文件柜两个, 金额: 800.00, 经手: 周小梅}
          - {收支: 支出, 摘要: 村部文件柜两个, 金额: 700.00, 批准: 村委会主任 林志远}
    """
    body: Finance = record.body
    if body.currency is not None:
        return  # the limits are in 元
    parameters = context.parameters
    for index, entry in enumerate(body.entries):
        if entry.flow not in ("支出", "暂付") or entry.approver is None:
            continue
        if entry.amount >= parameters.joint_signing and _same_person(entry.handler, entry.approver):
            what = "经手和批准是同一个人"
            message, note = f"{called(entry, index)}{what}", f"第{index + 1}行：{what}。"
            yield Problem(("收支明细", index, "批准"), message, "请另一位签字，照实改“批准”", note)
        limit = parameters.joint_approval
        together = _TOGETHER.search(entry.approver) and _SUPERVISORS.search(entry.approver)
        if limit is not None and entry.amount >= limit and not together:
            over, paid = f"{yuan_whole(limit)}元以上要", f"{called(entry, index)}付了{yuan(entry.amount)}元"
            yield Problem(
                ("收支明细", index, "批准"),
                f"{paid}，“批准”没有写两委联席会议和监督机构（{over}）",
                "开过会的，“批准”写成“两委联席会议、{监督机构}”",
                f"第{index + 1}行：{over}两委联席会议和监督机构一起批准，这里没有写全。",
            )


def _same_person(handler: str | None, approver: str) -> bool:
    """Whether both are one person. The last word is the name: 村报账员 周小梅."""
    return (handler or "").split()[-1:] == approver.split()[-1:]


RULE = Rule(
    code="F10",
    title="花钱要两个人签字",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="钱已经付了，村民有权看到；所以照样公开，旁边写明签字的情况。",
    basis=("财务制度·公开透明", "县里规定"),
    check=check,
    kinds=("finance",),
)
