"""M07: the names of future party members are on display long enough, with somewhere to object."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, weekdays_in
from generator.base.finding import Effect
from generator.law.parameters import working_days_as_days
from generator.records.notices import Notice
from generator.records.read import Record
from generator.rules.base import Context, Problem, Rule, Scope

DISPLAYS = ("公示", "公告", "通告")
"""Forms that put something up for objection; reports and circulars only tell."""


def check(record: Record, context: Context) -> Iterator[Problem]:
    """发展党员要公示够天数（县里没有另定的是5个工作日），并写明有意见找谁。

    为什么：
        公示就是请大家说话。时间太短、不知道找谁，等于没有公示。

    怎么查：
        “事项”是发展党员的公示：从“公开日期”到“至”，两头都算，星期一到星期五要够天数。
        法定节假日这里算不出来，遇到放假要自己往后加。
        “异议”里要有“受理岗位”或者“办公电话”。

    怎么改：
        1. 天数不够的，继续公示，把“至”改到够天数的那天。
        2. 补上“异议”，写受理岗位和办公电话，不写个人手机号。

    合格：
        标题: 关于接收2名同志为预备党员的公示
        栏目: 党务
        形式: 公示
        事项: 发展党员
        异议: {受理岗位: 村党支部组织委员, 办公电话: 0000-612 3318}
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
    """
    body: Notice = record.body
    if body.topic != "发展党员" or body.form not in DISPLAYS:
        return
    need = context.parameters.recruit_days
    start, until = body.publication.day, body.publication.until
    # The last day that holds enough working days whatever weekday the first one is.
    enough = add_days(start, working_days_as_days(need) - 1).isoformat()
    if until is None:
        yield Problem(
            ("公开",),
            f"没有写公示到哪天（至少{need}个工作日）",
            f"补上一行“至: {enough}”，遇到节假日再往后",
            "公示到哪天没有写。",
        )
    elif (shown := weekdays_in(start, until)) < need:
        yield Problem(
            ("公开", "至"),
            f"公示只有{shown}个工作日，至少要{need}个（节假日没有扣除）",
            f"继续公示，“至”改成 {enough} 或者更晚，遇到节假日再往后",
            f"公示了{shown}个工作日，要求不少于{need}个工作日。",
        )
    if body.objection is None or not (body.objection.post or body.objection.phone):
        yield Problem(
            ("事项",),
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
    kinds=("notices",),
)
