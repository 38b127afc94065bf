"""M07: the names of future party members are on display long enough, and the notice says where to object."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.finding import Effect, Key
from generator.law.holidays import caveat, last_day, working_days
from generator.records.kinds.notices import Notice, Objection
from generator.records.kinds.recruits import Recruits
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

DISPLAYS = ("公示", "公告", "通告")
"""Forms of a notice to which people may object. Reports and circulars only inform."""
_WINDOWS = {"入党积极分子": "推荐公示", "发展对象": "发展对象公示", "预备党员": "预备党员公示", "转正": "转正公示"}
"""The notice that belongs to each stage."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """发展党员要公示够天数（县里没有另定的是5个工作日），并写明有意见找谁。

    为什么：
        公示就是请大家说话。时间太短、不知道找谁，等于没有公示。

    怎么查：
        “事项”是发展党员的公示：从“公开日期”到“至”，两头都算，工作日要够天数。
        工作日照国务院的放假安排算；哪一年的安排还不知道，就按星期一到星期五算，并且写明。
        “异议”里要有“受理岗位”或者“办公电话”。
        “发展党员”记录里每一次“公示期”也这样算，到了哪个阶段要有哪一次公示：
        入党积极分子推荐公示，发展对象公示，预备党员公示，转正公示。

    怎么改：
        1. 天数不够的，继续公示，把“至”改到够天数的那天。
        2. 补上“异议”，写受理岗位和办公电话，不写个人手机号。

    合格：
        标题: 关于接收2名同志为预备党员的公示
        栏目: 党务
        形式: 公示
        事项: 发展党员
        异议: {受理岗位: 村党支部组织委员}
        公开:
          公开日期: 2026-10-26
          至: 2026-11-10
          渠道: [公开栏, 网站]
          审核:
            - {机构: 镇党委, 日期: 2026-10-23, 意见: 同意公开}

    合格：
        # 年度情况通报，不是公示
        标题: 2026年发展党员工作情况通报
        栏目: 党务
        形式: 通报
        事项: 发展党员
        异议:
        公开:
          公开日期: 2026-11-10
          至: 2026-11-25
          渠道: [公开栏, 网站]
          审核:
            - {机构: 镇党委, 日期: 2026-11-09, 意见: 同意公开}

    合格：
        # 文件: recruits/2026.yml
        阶段: 发展对象
        公示期:
          - {公示: 推荐公示, 起: 2026-03-02, 止: 2026-03-06}
          - {公示: 发展对象公示, 起: 2026-08-03, 止: 2026-08-09}
        预审日期:
        票决:
        批准日期:
        异议: {办公电话: 0000-612 3318}
        # 文件: notices/2026-11-bangongshi.yml
        标题: 村委会办公室搬家
        形式: 公示
        事项: 一般
        异议:
        公开:
          公开日期: 2026-11-10
          至: 2026-11-25
          渠道: [公开栏, 网站]
          审核:
            - {机构: 村务监督委员会, 日期: 2026-11-09, 意见: 同意公开}

    不合格：
        栏目: 党务
        形式: 公示
        事项: 发展党员
        公开:
          公开日期: 2026-11-06
          至: 2026-11-11  # <- M07
          渠道: [公开栏, 网站]

    不合格：
        栏目: 党务
        形式: 公示
        事项: 发展党员  # <- M07
        异议: {截止: 2026-11-20}
        公开:
          公开日期: 2026-11-06
          至: 2026-11-21
          渠道: [公开栏, 网站]

    不合格：
        # 文件: recruits/2026.yml
        标题: 2026年接收预备党员  # <- M07
        阶段: 预备党员  # <- M07
        公示期:
          - 公示: 推荐公示
            起: 2026-03-02
            止: 2026-03-05  # <- M07
        异议:

    不合格：
        # 文件: recruits/2026.yml
        标题: 2026年预备党员转正  # <- M07
        阶段: 转正
        公示期:
          - {公示: 转正公示, 起: 2026-10-12, 止: 2026-10-23}
        异议: {截止: 2026-10-26}
    """
    if isinstance(record.body, Recruits):
        yield from _batch(record.body, context.parameters.recruit_days)
    else:
        yield from _notice(record.body, context.parameters.recruit_days)


def _batch(body: Recruits, need: int) -> Iterator[Problem]:
    for index, window in enumerate(body.windows):
        if window.start and window.end and (shown := working_days(window.start, window.end)) < need:
            said = caveat(window.start, window.end)
            yield Problem(
                ("公示期", index, "止"),
                f"{window.round}只有{shown}个工作日，至少要{need}个{said}",
                f"抄错的对照公示改正；还在公示的，“止”改成 {_enough(window.start, need)} 或者更晚",
                f"{window.round}公示了{shown}个工作日，要求不少于{need}个工作日{said}。",
            )
    own = _WINDOWS[body.stage]
    if all(window.round != own for window in body.windows):
        yield Problem(("阶段",), f"没有写{own}的起止日期", "照公示补上“公示期”", f"没有写明{own}从哪天到哪天。")
    yield from _contact(body.objection, ("标题",))


def _notice(body: Notice, need: int) -> Iterator[Problem]:
    if body.topic != "发展党员" or body.form not in DISPLAYS:
        return
    start, until = body.publication.day, body.publication.until
    enough = _enough(start, need)
    if until is None:
        yield Problem(
            ("公开",),
            f"没有写公示到哪天（至少{need}个工作日）",
            f"补上一行“至: {enough}”{caveat(start, start)}",
            "公示到哪天没有写。",
        )
    elif (shown := working_days(start, until)) < need:
        said = caveat(start, until)
        yield Problem(
            ("公开", "至"),
            f"公示只有{shown}个工作日，至少要{need}个{said}",
            f"继续公示，“至”改成 {enough} 或者更晚",
            f"公示了{shown}个工作日，要求不少于{need}个工作日{said}。",
        )
    yield from _contact(body.objection, ("事项",))


def _enough(start: date, need: int) -> str:
    return last_day(start, need).isoformat()


def _contact(objection: Objection | None, route: tuple[Key, ...]) -> Iterator[Problem]:
    if objection is None or not (objection.post or objection.phone):
        yield Problem(
            route,
            "没有写有意见找谁",
            "补上“异议”，写“受理岗位”和“办公电话”",
            "公示里没有写有意见找谁。",
        )


RULE = Rule(
    code="M07",
    title="发展党员要公示够",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="公示本身要让大家看到；所以照样公开，旁边写明天数不够或者没写找谁。",
    basis=("发展党员细则", "党务公开条例"),
    check=check,
    kinds=("notices", "recruits"),
)
