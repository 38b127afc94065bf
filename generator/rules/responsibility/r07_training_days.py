"""R07: officers are trained for enough days a year, new heads soon after they begin, and courses are recorded in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.kinds.appointments import Appointment
from generator.records.kinds.trainings import PostClass, Training
from generator.records.read import Record
from generator.rules.phrases import quoted, unwritten
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.took_place import counted_from, since

Courses = Sequence[tuple[Record, Training]]


@dataclass(frozen=True, slots=True)
class _Trained:
    """The days of training of a post in one year, and where the last of them is written."""

    post_class: PostClass
    days: Decimal
    record: Record
    index: int


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村干部每年的培训天数要够：书记、主任15天，其他村干部10天，乡镇干部12天；新任书记、主任180天内参加任职培训。

    为什么：
        政策年年有新的，账怎么管、会怎么开，学了才会。

    怎么查：
        每次培训要落实内容、人员、经费：“内容”“经费”要写，“参加”或者“人数”要写一样。
        从第一份培训记录公开的那一年起，年底再过20天（“记录补登期限”），把每个岗位一年的天数加起来比。
        新任的书记、主任看“任职变动”：写了“任职培训日期”的，或者任职培训的“参加”里有他的，日期不超过180天。
        天数都由县里定。

    怎么改：
        1. 参加过、没有登记的培训，补一份记录，日期照实写；没有花钱的，经费写 0。
        2. 天数真的不够的，报镇里安排；不要把天数写多。

    合格：
        # as_of: 2027-01-21
        # 文件: trainings/2026-05.yml
        日期: 2026-05-12
        参加:
          - {岗位: 村党支部书记 林志远, 岗位类别: 书记主任, 天数: 9.5}
          - {岗位: 村文书 何秀英, 岗位类别: 其他村干部, 天数: 4}
          - {岗位: 第一党小组组长, 岗位类别: 党员, 天数: 1}
        人数:
        经费: 0
        # 文件: trainings/2026-11.yml
        日期: 2026-11-02
        参加:
          - {岗位: 村党支部书记 林志远, 岗位类别: 书记主任, 天数: 5.5}
          - {岗位: 村文书 何秀英, 岗位类别: 其他村干部, 天数: 6}
          - {岗位: 石渡镇组织委员 宁晓燕, 岗位类别: 乡镇干部, 天数: 12}
        # 文件: trainings/2025-11.yml
        日期: 2025-11-02
        参加: []
        人数: 36

    合格：
        # as_of: 2027-01-20
        # 文件: trainings/2026-11.yml
        日期: 2026-11-02
        # 文件: appointments/2026-07.yml
        日期: 2026-07-24
        任职培训日期:
        # 文件: appointments/2026-08.yml
        姓名:
        日期: 2026-05-06
        任职培训日期:
        # 文件: appointments/2026-01.yml
        日期: 2026-01-06
        任职培训日期: 2026-07-05
        # 文件: appointments/2025-11.yml
        类型: 调整
        日期: 2025-11-06
        任职培训日期:
        # 文件: appointments/2025-12.yml
        岗位类别: 其他村干部
        日期: 2025-11-06
        任职培训日期:

    不合格：
        # as_of: 2027-01-21
        # 文件: trainings/2026-11.yml
        日期: 2026-11-02
        参加:
          - 岗位: 村党支部书记 林志远
            岗位类别: 书记主任
            天数: 14.5  # <- R07
          - 岗位: 村文书 何秀英
            岗位类别: 其他村干部
            天数: 9.5  # <- R07
          - 岗位: 石渡镇组织委员 宁晓燕
            岗位类别: 乡镇干部
            天数: 11.5  # <- R07

    不合格：
        # as_of: 2027-01-21
        # 文件: trainings/2025-12.yml
        日期: 2025-12-12
        标题: 村级财务培训  # <- R07
        内容:
        # 文件: trainings/2026-04.yml
        日期: 2026-04-12
        类型: 脱产培训
        标题: 党员冬训  # <- R07
        参加: []
        人数:
        经费:
        # 文件: trainings/2026-10.yml
        日期: 2026-10-03
        类型: 脱产培训
        参加:
          - {岗位: 村党支部书记 林志远, 岗位类别: 书记主任, 天数: 15}
        # 文件: trainings/2026-12.yml
        日期: 2026-12-03
        # 文件: appointments/2026-05.yml
        日期: 2026-05-06  # <- R07
        任职培训日期:
        # 文件: appointments/2026-06.yml
        姓名: 吴建国
        日期: 2026-07-24  # <- R07
        任职培训日期:
    """
    courses = list(case.of(Training))
    for record, body in courses:
        written = {"内容": body.content, "人数": bool(body.trainees or body.heads), "经费": body.cost}
        if blank := unwritten(written):
            message = f"培训没有写{quoted(blank)}"
            yield Problem(("标题",), message, "照培训通知补上；没有花钱的，经费写 0", path=record.path)
    yield from _too_few(courses, context, since(case))
    for record, appointment in case.of(Appointment):
        if appointment.type == "任职" and appointment.post_class == "书记主任":
            yield from _first_course(record, appointment, courses, context)


def _too_few(courses: Courses, context: Context, begun: date | None) -> Iterator[Problem]:
    first = counted_from((body.publication.day for _, body in courses), begun)
    if first is None:
        return
    trained: dict[tuple[int, str], _Trained] = {}
    held = [(body.day, record, body) for record, body in courses if body.day]
    for day, record, body in sorted(held, key=lambda one: one[0]):
        for index, one in enumerate(body.trainees):
            if one.post_class is None:
                continue
            key = (day.year, one.post)
            before = trained[key].days if key in trained else Decimal(0)
            trained[key] = _Trained(one.post_class, before + one.days, record, index)
    for (year, post), had in trained.items():
        over = context.as_of > add_days(date(year, 12, 31), context.parameters.record_days)
        need = context.parameters.training_days(had.post_class)
        if year >= first.year and over and had.days < need:
            yield Problem(
                ("参加", had.index, "天数"),
                f"{year}年“{post}”培训了{had.days}天，要求{need}天",
                "参加过、没有登记的，补一份记录；真的不够的，报{乡级}里安排",
                path=had.record.path,
            )


def _first_course(record: Record, body: Appointment, courses: Courses, context: Context) -> Iterator[Problem]:
    who = body.name or body.post
    attended = (
        course.day
        for _, course in courses
        if course.type == "任职培训" and any(who in trainee.post for trainee in course.trainees)
    )
    if body.day is None:
        return
    trained = body.trained or min((day for day in attended if day and day >= body.day), default=None)
    limit = context.parameters.first_training_days
    if (trained or context.as_of) > add_days(body.day, limit):
        said = f"{day_long(trained)}才参加任职培训" if trained else "还没有任职培训的记录"
        yield Problem(
            ("日期",),
            f"{day_long(body.day)}任职，{said}，要求{limit}天内",
            "培训过的，写上“任职培训日期”；没有的，报{乡级}里安排",
            path=record.path,
        )


RULE = Rule(
    code="R07",
    title="村干部培训要够天数",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="培训由镇里、县里安排，天数不够不是村里一家的事；只提醒填报的人。",
    basis=("干部培训做法", "县里规定"),
    check=check,
)
