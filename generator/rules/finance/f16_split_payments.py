"""F16: several payments to one side together reach the size that needs a decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.base.money import ZERO, yuan, yuan_whole
from generator.records.kinds.finance import Entry, Finance
from generator.records.read import Record
from generator.rules.finance.entry_words import called
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

Payment = tuple[date, Record, int, Entry]


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """同一个对方、同一个科目，30天里分几次付，每次都不到大额，加起来到了大额，要看看是不是该先有决议。

    为什么：
        一件事拆成几张小票付，就不用开会了。这样容易绕过大家。

    怎么查：
        支出、暂付里没有写“决策”的，按“对方”和“科目”归在一起看。头一笔和末一笔都在30天里（县里另定的按县里的），
        每笔都小于“大额支出”，合起来不小于“大额支出”的，提醒一次。对方类别写“多人”的、写了币种的账不看。

    怎么改：
        1. 是一件事的，补上“决策: decisions/文件名”。
        2. 真是几件不同的事，摘要写清楚就行，不用改。

    合格：
        # 头尾31天；合起来差一分；写了决策；对方是多人；科目不同；一笔就是大额的由F14看
        # 文件: decisions/2026-04-road.yml
        标题: 村口至三组道路硬化
        # 文件: finance/2026-q3.yml
        期间: 2026-Q3
        账户: []
        合计: {期初: 81999.99, 期末: 52000.00}
        收支明细:
          - {收支: 支出, 日期: 2026-07-01, 凭证号: 支-1, 科目: 514 公益支出, 摘要: 一组水渠石料二十方, 金额: 5000.00,
             对方: 石渡石料场, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
          - {收支: 支出, 日期: 2026-07-31, 凭证号: 支-2, 科目: 514 公益支出, 摘要: 二组水渠石料二十方, 金额: 5000.00,
             对方: 石渡石料场, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
          - {收支: 支出, 日期: 2026-08-03, 凭证号: 支-3, 科目: 514 公益支出, 摘要: 二组水渠石料补二十方, 金额: 4999.99,
             对方: 石渡石料场, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
          - {收支: 支出, 日期: 2026-08-03, 凭证号: 支-4, 科目: 514 公益支出, 摘要: 三组道路石料三十方, 金额: 9000.00,
             对方: 石渡石料场, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远,
             决策: decisions/2026-04-road}
          - {收支: 支出, 日期: 2026-08-04, 凭证号: 支-5, 科目: 513 管理费用, 摘要: 村部台阶石料二十方, 金额: 6000.00,
             对方: 石渡石料场, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
          - {收支: 支出, 日期: 2026-08-05, 凭证号: 支-6, 科目: 514 公益支出, 摘要: 保洁员7月工资三人, 金额: 8000.00,
             对方: 保洁员3人, 对方类别: 多人, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
          - {收支: 支出, 日期: 2026-08-06, 凭证号: 支-7, 科目: 514 公益支出, 摘要: 保洁员8月工资三人, 金额: 8000.00,
             对方: 保洁员3人, 对方类别: 多人, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
          - {收支: 收入, 日期: 2026-08-07, 凭证号: 收-1, 科目: 501 经营收入, 摘要: 门面房租金上半年, 金额: 8000.00,
             对方: 石渡百货店, 对方类别: 单位}
          - {收支: 收入, 日期: 2026-08-08, 凭证号: 收-2, 科目: 501 经营收入, 摘要: 门面房租金下半年, 金额: 8000.00,
             对方: 石渡百货店, 对方类别: 单位}

    合格：
        # 参数: 大额支出=20000; 拆分天数=10
        # 文件: finance/2026-10.yml
        收支明细:
          - {收支: 支出, 日期: 2026-10-02, 凭证号: 支-1, 账户: 基本户, 科目: 514 公益支出, 摘要: 二组水渠石料二十方,
             金额: 9000.00, 对方: 石渡石料场, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
          - {收支: 支出, 日期: 2026-10-12, 凭证号: 支-2, 账户: 基本户, 科目: 514 公益支出, 摘要: 二组水渠石料补十方,
             金额: 12000.00, 对方: 石渡石料场, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}
        账户:
          - {名称: 基本户, 期初: 30000.00, 期末: 9000.00}

    不合格：
        # 两个月的账里一共三笔，头尾30天
        # 文件: finance/2026-09.yml
        期间: 2026-09
        收支明细:
          - {收支: 支出, 日期: 2026-09-03, 科目: 514 公益支出, 摘要: 二组水渠石料, 金额: 1000.00, 对方: 石渡石料场}
        # 文件: finance/2026-10.yml
        收支明细:
          - {收支: 暂付, 日期: 2026-10-02, 科目: 514 公益支出, 摘要: 二组水渠石料补四方, 金额: 4500.00, 对方: 石渡石料场}  # <- F16
          - {收支: 支出, 日期: 2026-09-20, 科目: 514 公益支出, 摘要: 二组水渠石料补二十方, 金额: 4500.00, 对方: 石渡石料场}

    不合格：
        # 提醒一次；后面又有两笔，再提醒一次；没写日期、没写对方、一笔就是大额的不看
        # 文件: finance/2026-10.yml
        收支明细:
          - {收支: 支出, 日期: 2026-10-02, 科目: 514 公益支出, 摘要: 二组水渠石料, 金额: 9999.99, 对方: 石渡石料场}
          - {收支: 支出, 日期: 2026-10-03, 科目: 514 公益支出, 摘要: 三组水渠石料, 金额: 0.01, 对方: 石渡石料场}  # <- F16
          - {收支: 支出, 日期: 2026-10-04, 科目: 514 公益支出, 摘要: 四组水渠石料, 金额: 5000.00, 对方: 石渡石料场}
          - {收支: 支出, 日期: 2026-10-05, 科目: 514 公益支出, 摘要: 五组水渠石料, 金额: 5000.00, 对方: 石渡石料场}  # <- F16
          - {收支: 支出, 科目: 514 公益支出, 摘要: 六组水渠石料, 金额: 5000.00, 对方: 石渡石料场}
          - {收支: 支出, 日期: 2026-10-05, 科目: 514 公益支出, 摘要: 一组修渠人工, 金额: 6000.00}
          - {收支: 支出, 日期: 2026-10-06, 科目: 514 公益支出, 摘要: 二组修渠人工, 金额: 6000.00}
          - {收支: 支出, 日期: 2026-10-07, 科目: 514 公益支出, 摘要: 水渠盖板, 金额: 10000.00, 对方: 石渡预制厂}
    """
    if case.place.village is None:
        return
    groups: dict[tuple[str, str], list[Payment]] = defaultdict(list)
    threshold = context.parameters.large_payment
    for record, body in case.of(Finance):
        for index, entry in enumerate(body.entries if body.currency is None else ()):  # the limit is in 元
            if entry.day and entry.party and entry.amount < threshold and _counts(entry):
                groups[entry.party, entry.chart_code].append((entry.day, record, index, entry))
    for payments in groups.values():
        yield from _split(sorted(payments, key=lambda one: (one[0], one[1].path, one[2])), context)


def _counts(entry: Entry) -> bool:
    return entry.flow in ("支出", "暂付") and entry.decision is None and entry.party_kind != "多人"


def _split(payments: list[Payment], context: Context) -> Iterator[Problem]:
    """One problem for each run of payments that reaches the threshold within the window, at its last payment."""
    threshold, window = context.parameters.large_payment, context.parameters.split_days
    run: list[Payment] = []
    for payment in payments:
        run = [one for one in run if (payment[0] - one[0]).days < window] + [payment]
        whole = sum((one[3].amount for one in run), ZERO)
        if whole >= threshold:
            day, record, index, entry = payment
            yield Problem(
                ("收支明细", index),
                f"{called(entry, index)}和前面{len(run) - 1}笔付给同一个对方，从{day_long(run[0][0])}到{day_long(day)}"
                f"一共{yuan(whole)}元，到了{yuan_whole(threshold)}元",
                "是一件事的，补上“决策: decisions/文件名”；是几件事的，不用改",
                path=record.path,
            )
            run = []


RULE = Rule(
    code="F16",
    title="一件事不要拆成几笔付",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="分几次付常常是正常的，只提醒报账员核对，不在网站上显示。",
    basis=("县里规定",),
    check=check,
)
