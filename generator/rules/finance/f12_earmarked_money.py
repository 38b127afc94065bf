"""F12: earmarked money arrives in full, is spent only for its purposes, and stays in its own account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.dates import year_of
from generator.base.finding import Effect
from generator.base.inexact import is_exact
from generator.base.money import yuan, yuan_whole
from generator.records.kinds.finance import Finance
from generator.records.kinds.funds import Fund, Spending, received
from generator.records.layout import Address
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """专项资金专款专用：按标准拨够，只用在允许的用途上，不超支；捐款用专门的账户。

    为什么：
        这些钱是为一件事给的，用到别处，那件事就办不成；捐款的人也想知道钱用到了哪里。

    怎么查：
        结余不是负数；写了“允许用途”的，每笔支出的“用途”是里面的一种；捐赠写“专用账户: 是”；
        期间过了，收到的不少于“最低标准”，党员教育经费全年收到的按“党员数”算，每人不少于50元（由县里定）；
        支出写了“账目”的，那份账里有同一个凭证号、同样金额的一笔。收支算得对不对，由F05查。

    怎么改：
        1. 用途写错的，照文件改成“允许用途”里的说法；真用到别处的，照实公开，把钱补回来。
        2. 没有拨够的，写明差多少，向拨款的单位要。

    合格：
        # 文件: funds/2026-dangjian.yml
        允许用途: []
        支出:
          - {日期: 2026-10-12, 用途: 文体活动, 摘要: 党员活动室乐器, 金额: 3000.00, 凭证号: 支-47, 账目: finance/2026-10}
        结余: 3200.00
        # 文件: finance/2026-10.yml
        账户:
          - {名称: 基本户, 期初: 52000.00, 期末: 49000.00}
        收支明细:
          - {收支: 支出, 日期: 2026-10-12, 凭证号: 支-47, 账户: 基本户, 科目: 513 管理费用, 摘要: 党员活动室乐器一套,
             金额: 3000.00, 对方: 石渡镇乐器店, 对方类别: 单位, 经手: 村报账员 周小梅, 批准: 村委会主任 林志远}

    合格：
        # 正好每人50元，正好够最低标准；捐款有专门的账户
        # 文件: funds/2025-jiaoyu.yml
        标题: 2025年党员教育经费
        类型: 党员教育经费
        期间: "2025"
        最低标准: 2850.00
        党员数: "57"
        上期结余: 0.00
        收到:
          - {日期: 2025-05-15, 来源: 石渡镇财政所, 金额: 2850.00}
        支出:
          - {日期: 2025-09-08, 用途: 党员培训, 摘要: 党员冬训讲课费, 金额: 2850.00}
        结余: 0.00
        # 文件: funds/2026-juanzeng.yml
        标题: 2026年桥梁捐款
        类型: 捐赠
        专用账户: 是

    合格：
        # 不满一年的不按全年算，一年没有过完的还等着拨，别的经费不按人数算
        # 文件: funds/2025-dangjian.yml
        期间: "2025"
        党员数: "570"
        # 文件: funds/2025-jiaoyu.yml
        期间: "2025"
        类型: 党员教育经费
        # 文件: funds/2026-q3.yml
        类型: 党员教育经费
        党员数: "570"
        # 文件: funds/2026.yml
        期间: "2026"
        类型: 党员教育经费
        党员数: "570"
        最低标准: 28500.00

    不合格：
        # 文件: funds/2026-q3.yml
        最低标准: 6000.00  # <- F12
        支出:
          - 日期: 2026-08-20
            用途: 办公用品  # <- F12
            摘要: 打印机一台
            金额: 1200.00
          - 日期: 2026-08-28
            用途: 党员培训
            摘要: 八月主题党日教材
            金额: 5060.00
        结余: -60.00  # <- F12

    不合格：
        # 文件: funds/2025-jiaoyu.yml
        标题: 2025年党员教育经费
        类型: 党员教育经费
        期间: "2025"
        党员数: "101"  # <- F12
        # 文件: funds/2026-juanzeng.yml
        标题: 2026年桥梁捐款
        类型: 捐赠  # <- F12

    不合格：
        # 文件: funds/2026-dangjian.yml
        支出:
          - 日期: 2026-10-12
            用途: 党员培训
            摘要: 主题党日教材
            金额: 5600.00
            凭证号: 支-31
            账目: finance/2026-10  # <- F12
          - 日期: 2026-10-12
            用途: 党员培训
            摘要: 主题党日误餐
            金额: 300.00
            凭证号: 支-46
            账目: finance/2026-10  # <- F12
        结余: 300.00
    """
    funds = tuple(case.of(Fund))
    by_address = case.by_address() if funds else {}
    for record, body in funds:
        for problem in (*_granted(body, context), *_used(body), *_booked(record, body, by_address)):
            yield Problem(problem.at, problem.message, problem.remedy, problem.note, record.path)


def _granted(body: Fund, context: Context) -> Iterator[Problem]:
    came = received(body)
    over = body.period.end <= context.as_of and is_exact(came)
    if over and body.least is not None and came < body.least:
        said = f"收到{yuan(came)}元，最低标准是{yuan(body.least)}元，少{yuan(body.least - came)}元"
        yield Problem(("最低标准",), said, "对照拨款凭证；真是没有拨够的，照实公开，向拨款单位要", f"{said}。")
    whole_year = over and body.period == year_of(body.period.start)
    if whole_year and body.type == "党员教育经费" and body.members:
        each = context.parameters.education_each
        if came < each * body.members:
            said = f"收到{yuan(came)}元，{body.members}名党员，每人不到{yuan_whole(each)}元"
            yield Problem(("党员数",), said, "对照拨款凭证和党员数；真是没有拨够的，照实公开", f"{said}。")


def _used(body: Fund) -> Iterator[Problem]:
    if body.type == "捐赠" and not body.own_account:
        message = "捐款要放在专门的账户里，这里没有写“专用账户: 是”"
        yield Problem(("类型",), message, "有专门账户的补上这一行；没有的，先开户", "没有写明捐款放在专门的账户里。")
    if body.closing < 0:
        said = f"用掉的比收到的多{yuan(-body.closing)}元"
        yield Problem(("结余",), said, "对照凭证；用了别处的钱的，把那笔钱也写进“收到”", f"{said}。")
    for index, one in enumerate(body.spendings):
        if body.purposes and one.purpose and one.purpose not in body.purposes:
            said = f"第{index + 1}笔支出的用途是“{one.purpose}”"
            allowed = "、".join(body.purposes)
            yield Problem(
                ("支出", index, "用途"),
                f"{said}，允许用途是{allowed}",
                "只是叫法不同的，改成允许用途里的叫法；真用到别处的，照实公开",
                f"{said}；文件允许的用途是{allowed}。",
            )


def _booked(record: Record, body: Fund, by_address: Mapping[Address, Record]) -> Iterator[Problem]:
    """Spendings that the named accounts do not hold. If there are no such accounts, S02 says so."""
    for index, one in enumerate(body.spendings):
        if one.accounts is None:
            continue
        match by_address.get(record.address.resolve(one.accounts)):
            case Record(title=title, body=Finance() as accounts) if not _stands_in(one, accounts):
                voucher = f"凭证号{one.voucher}、" if one.voucher else ""
                yield Problem(
                    ("支出", index, "账目"),
                    f"{title}里没有{voucher}金额{yuan(one.amount)}元的一笔",
                    "对照凭证，看是凭证号、金额写错了，还是在另一个月的账里",
                    f"第{index + 1}笔支出在{title}里没有找到同样的一笔。",
                )


def _stands_in(one: Spending, accounts: Finance) -> bool:
    return any(entry.voucher == one.voucher and entry.amount == one.amount for entry in accounts.entries)


RULE = Rule(
    code="F12",
    title="专项资金专款专用",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="钱怎么用的，村民有权看到；所以照样公开，旁边写明哪里和文件不一样。",
    basis=("专项经费管理", "公开"),
    check=check,
)
