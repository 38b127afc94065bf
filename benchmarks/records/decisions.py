"""四议两公开: the authorisation by all villagers, the year's wages, and a decision for each work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.records.village import Village, publication
from benchmarks.records.words import yuan
from benchmarks.records.works import Work

AUTHORITY = "2025-09-shouquan"
WAGES = "2025-10-butie"

_CHANNELS = "渠道: [公开栏, 网站]"
_PROPOSED = (
    "{地}一带{因}，支部提议今年办。",
    "{组}、{组}的群众反映：{因}。",
    "春节回来的人多，都说{地}这一段该修了，{因}。",
    "支部看过三处，{地}最急，{因}。",
    "去年代表会议留下来的一件，{因}，钱有了着落再提。",
)
_DISCUSSED = (
    "量过，{法}；{气}动工。",
    "看了{2-4}个办法，选了花钱少的一个，{法}。",
    "{地}到{地}先做，剩下的明年再说。占到的菜地由组长上门说好。",
    "村里出{2-6}成，其余用奖补；{法}。",
    "请镇里的人看过，{气}做，工期不超过{20-90}天。",
)
_EXAMINED = ("同意，{声}。", "党员{声}。", "有{2-5}人发言，{声}，同意交代表会议。", "同意方案，{声}。")
_RESOLVED = (
    "同意，{声}。花费不超过议定的数，超过要重新开会。",
    "同意。{气}动工，做完{3-9}天内验收，账贴出来。",
    "同意，由监督委员会跟到底；{声}。",
    "同意方案，{法}，质保{1-3}年。",
)
_REPORTED = (
    "{3-28}日做完，{查}。",
    "全部做完，比议定的少花了一点，{查}。",
    "验收时发现{1-4}处要补，补好后再验，{查}。",
    "按期做完，{查}；质保{1-3}年，有问题找村委会。",
)
_SEEN = (
    "程序和票数看过，没有意见。",
    "报价单、会议记录都看过。",
    "到会、票数符合规定，单价对过。",
    "方案和预算看过，没有不同意见。",
)


def decisions(village: Village, works: tuple[Work, ...]) -> Iterator[tuple[str, str]]:
    """Name and text of each."""
    yield AUTHORITY, _authority(village)
    yield WAGES, _wages(village)
    for number, work in enumerate(works, 3):
        yield work.name, _work(village, work, number)


def _meeting(name: str, day: date, meeting: str, place: str, heads: tuple[int, int, int], said: str) -> str:
    """One step; `heads` are those expected, there and abstaining."""
    expected, present, abstained = heads
    return f"""\
  - 步骤: {name}
    日期: {day}
    会议: {meeting}
    地点: {place}
    应到: {expected}
    实到: {present}
    同意: {present - abstained}
    反对: 0
    弃权: {abstained}
    内容: {said}
"""


def _heads(village: Village, whole: int) -> tuple[int, int, int]:
    present = whole - village.rng.randrange(0, whole // 4)
    return whole, present, village.rng.randrange(0, 3)


def _steps(village: Village, work_day: date, decided: date, texts: tuple[str, str, str, str]) -> str:
    village_hall, gap = "村部会议室", (decided - work_day).days // 3
    first, second, third, fourth = texts
    days = [work_day + timedelta(gap * number) for number in range(3)]
    representatives = _heads(village, village.representatives)
    return (
        _meeting("提议", days[0], "党组织会议", village_hall, (5, 5, 0), first)
        + _meeting("商议", days[1], "两委联席会议", village_hall, (7, 7, 0), second)
        + _meeting("审议", days[2], "党员大会", "村部大会议室", _heads(village, village.members), third)
        + _meeting("决议", decided, "村民代表会议", "村部大会议室", representatives, fourth)
        + "    附件:\n      - {名称: 会议记录, 仅存纸质: 是}\n      - {名称: 签到表, 仅存纸质: 是}\n"
    )


def _published(village: Village, decided: date) -> tuple[str, str]:
    """The step 决议公开 and the blocks that follow the steps."""
    public, seen = village.day(decided, 2, 4), decided + timedelta(1)
    step = f"  - 步骤: 决议公开\n    日期: {public}\n    至: {public + timedelta(17)}\n    {_CHANNELS}\n"
    opinion = f"监督意见:\n  机构: 村务监督委员会\n  日期: {seen}\n  意见: {village.rng.choice(_SEEN)}\n"
    block = publication(public, f"村文书 {village.clerk}", "村务监督委员会", seen, "同意公开")
    return step, opinion + block


def _authority(village: Village) -> str:
    decided = village.day(date(2025, 9, 8), 0, 18)
    whole, present, abstained = _heads(village, village.households)
    step, rest = _published(village, decided)
    return f"""\
标题: 村民会议授权村民代表会议决定有关事项
议题: 误工补贴、公益事业、集体收益怎么用，交给村民代表会议定，定了什么都要公开。
程序: 其他
事项: 公益事业
动议: 村干部提议
登记号: 2025年第1号
步骤:
{_meeting("提议", decided - timedelta(15), "党组织会议", "村部会议室", (5, 5, 0), village.slots.one_of(_PROPOSED))}\
  - 步骤: 决议
    日期: {decided}
    会议: 村民会议
    按什么算到会: 户代表
    地点: {village.slots["地"]}
    应到: {whole}
    实到: {present}
    同意: {present - abstained}
    反对: 0
    弃权: {abstained}
    表决方式: 举手
    内容: 同意授权，每次决定都要公布不少于15天。
{step}{rest}"""


def _wages(village: Village) -> str:
    decided = village.day(date(2025, 10, 10), 0, 12)
    step, rest = _published(village, decided)
    fill = village.slots.fill
    texts = (
        "两年一起定，免得每年重复开会。",
        fill("村干部按镇里核定的数发；组长每季度{500-800}元；保洁员每月{18-24}00元；误工每天{90-130}元。"),
        village.slots.one_of(_EXAMINED),
        "同意，每半年公布一次实发数。",
    )
    return f"""\
标题: 两年误工补贴和聘用人员标准
议题: 村干部、组长、保洁员和临时误工按什么标准发。
事项: 误工补贴
动议: 上级安排
登记号: 2025年第2号
步骤:
{_steps(village, decided - timedelta(15), decided, texts)}{step}授权: decisions/{AUTHORITY}
{rest}"""


def _work(village: Village, work: Work, number: int) -> str:
    one_of = village.slots.one_of
    texts = one_of(_PROPOSED), one_of(_DISCUSSED), one_of(_EXAMINED), one_of(_RESOLVED)
    step, rest = _published(village, work.decided)
    done, result = "", ""
    if work.completed:
        told = village.day(work.completed, 4, 13)
        result = f"""\
  - 步骤: 结果公开
    日期: {told}
    至: {told + timedelta(18)}
    内容: {one_of(_REPORTED)}
    {_CHANNELS}
    实际花费: {yuan(work.price)}
"""
        done = f"  完工: {work.completed}\n  验收: {village.day(work.completed, 0, 3)}\n"
    return f"""\
标题: {work.title}
议题: {work.title}，共{work.quantity}{work.unit}，花费不超过{yuan(work.limit)}元。
事项: {work.matter}
动议: {village.rng.choice(("群众建议", "群众建议", "村干部提议"))}
登记号: {work.decided.year}年第{number}号
金额上限: {yuan(work.limit)}
步骤:
{_steps(village, work.proposed, work.decided, texts)}{step}{result}授权: decisions/{AUTHORITY}
实施:
  开工: {work.started}
{done}  承办单位: {work.firm}
  合同价: {yuan(work.price)}
  负责人: {work.owner}
{rest}"""
