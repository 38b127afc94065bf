"""A07: an officer who leaves a post is audited, the result is public, and each problem is mended by a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.records.kinds.appointments import Appointment
from generator.records.kinds.audits import Audit
from generator.records.kinds.elections import Election
from generator.records.places import Village
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村干部离任要审计，审计结果在下一届选举以前公布；审计发现的问题，写明哪天改好，或者最晚哪天改好。

    为什么：
        管过钱、管过事的人走了，账要交代清楚，接手的人和村民才放心。

    怎么查：
        离任、辞职的村干部（社区只看书记、主任），要有“离任”审计：写在“离任审计”里，或者“对象岗位”相同、在离任以后出报告；
        离任后180天（由县里定）还没有公布，或者在下一次村委会、居委会选举投票那天以前没有公布，就提出来。
        审计“发现的问题”，每一个写“整改日期”或者“整改期限”；期限过了，要有整改日期。

    怎么改：
        1. 审计过的，用 disclose new audits 建一份；没有审计的，请镇里安排。
        2. 问题改好的，补“整改日期”“整改结果”；没有改好的，写“整改期限”。

    合格：
        # 选举前一天公布；没有写在任职变动里的，看岗位；选举以后离任的，看下一次
        # 文件: appointments/2026-04-zhuren.yml
        标题: 村委会主任离任
        岗位: 村委会主任
        类型: 辞职
        日期: 2026-04-01
        # 文件: audits/2026-09.yml
        标题: 村委会主任离任经济责任审计
        类型: 离任
        对象岗位: 村委会主任
        发现的问题:
          - {问题: 两笔租金晚收, 整改期限: 2026-11-18}
        公开:
          公开日期: 2026-09-19
          至: 2026-10-10
          审核: [{机构: 村务监督委员会, 日期: 2026-09-18}]
        # 文件: elections/2026.yml
        标题: 第十二届村民委员会选举
        # 文件: appointments/2026-01-houbei.yml
        标题: 后备人选调整
        岗位: 后备人选
        岗位类别: 后备人选
        类型: 离任
        日期: 2026-01-20
        # 文件: appointments/2026-09-weiyuan.yml
        标题: 村委会委员离任
        岗位: 村委会委员
        岗位类别: 其他村干部
        类型: 离任
        日期: 2026-09-20

    合格：
        # 社区只看书记、主任；正好180天，还没有过；党组织选举不算
        # 村: 类型=社区
        # 文件: appointments/2026-01-weiyuan.yml
        标题: 居委会委员离任
        岗位: 居委会委员
        岗位类别: 其他村干部
        类型: 离任
        日期: 2026-01-20
        # 文件: audits/2026-02.yml
        标题: 社区主任离任审计
        类型: 离任
        对象岗位: 社区居委会主任
        报告日期: 2026-03-08
        公开:
          公开日期: 2026-03-12
          至: 2026-04-10
          审核: [{机构: 居务监督委员会, 日期: 2026-03-11}]
        # 文件: appointments/2026-02-zhuren.yml
        标题: 社区主任离任
        岗位: 居委会主任
        类型: 离任
        日期: 2026-02-20
        离任审计: audits/2026-02
        # 文件: appointments/2026-03-zhuren.yml
        标题: 社区主任任职
        岗位: 居委会主任
        类型: 任职
        日期: 2026-03-20
        # 文件: appointments/2026-05-shuji.yml
        标题: 社区党委书记离任
        类型: 离任
        日期: 2026-05-22
        # 文件: elections/2026-dang.yml
        标题: 社区党委选举
        类型: 党组织
        投票日期: 2026-06-10
        结果公布日期: 2026-06-10
        名单公布日期: 2026-05-10
        名单异议: []
        推荐: []
        移交: {日期: 2026-06-12, 内容: [印章, 工作档案]}
        公开:
          公开日期: 2026-06-10
          至: 2026-07-10
          审核: [{机构: 居务监督委员会, 日期: 2026-06-10}]

    不合格：
        # 文件: appointments/2026-05-zhuren.yml
        岗位: 村委会主任
        类型: 离任
        日期: 2026-05-21  # <- A07
        # 文件: appointments/2026-05-weiyuan.yml
        岗位: 村委会委员
        岗位类别: 其他村干部
        类型: 离任
        日期: 2026-05-20  # <- A07
        # 文件: audits/2026-01.yml
        类型: 离任
        对象岗位: 村委会委员
        报告日期: 2026-05-19
        # 文件: audits/2026-06.yml
        类型: 任期
        对象岗位: 村委会主任
        # 文件: audits/2026-07.yml
        类型: 离任
        对象岗位: 村会计
        # 文件: audits/2026-08.yml
        类型: 专项
        # 文件: elections/2026-05.yml
        投票日期: 2026-05-20
        # 文件: elections/2026-11.yml
        投票日期: 2026-11-18

    不合格：
        # 文件: appointments/2026-07-zhuren.yml
        岗位: 村委会主任
        类型: 离任
        日期: 2026-07-01  # <- A07
        离任审计: audits/2026-09
        # 文件: audits/2026-09.yml
        类型: 离任
        发现的问题:
          - 问题: 两笔租金晚收  # <- A07
          - 问题: 一笔押金没有入账
            整改期限: 2026-11-17  # <- A07
        公开:
          公开日期: 2026-09-20
        # 文件: elections/2026.yml
        投票日期: 2026-09-20

    不合格：
        # 文件: appointments/2026-07-zhuren.yml
        岗位: 村委会主任
        类型: 离任
        日期: 2026-07-01  # <- A07
        # 文件: audits/2026-12.yml
        类型: 离任
        对象岗位: 村委会主任
        公开:
          公开日期: 2026-11-19
        # 文件: elections/2026.yml
        投票日期: 2026-09-20
    """
    audits = tuple(case.of(Audit))
    votes = [body.day for _, body in case.of(Election) if body.type in ("村民委员会", "居民委员会")]
    elections = [day for day in votes if day]
    for record, body in case.of(Appointment):
        if body.type in ("离任", "辞职") and _is_audited(body, context):
            days = [audit.publication.day for audit in _audits_of(record, body, audits)]
            published = min((day for day in days if day <= context.as_of), default=None)
            election = min((voted for voted in elections if body.day and voted > body.day), default=None)
            yield from _late(record, body, published, election, context)
    for record, audit in audits:
        yield from _mended(record, audit, context)


def _is_audited(body: Appointment, context: Context) -> bool:
    """In a village every member of the committee is audited, in a community only its director (居组法 2025, §38)."""
    match context.profile:
        case Village(type="社区"):
            return body.post_class == "书记主任"
    return body.post_class in ("书记主任", "其他村干部")


def _audits_of(record: Record, body: Appointment, audits: tuple[tuple[Record, Audit], ...]) -> Iterator[Audit]:
    named = record.address.resolve(body.audit) if body.audit else None
    for where, audit in audits:
        day = audit.reported or audit.publication.day
        same = audit.type == "离任" and audit.post == body.post and body.day and day >= body.day
        if same or where.address == named:
            yield audit


def _late(
    record: Record, body: Appointment, published: date | None, election: date | None, context: Context
) -> Iterator[Problem]:
    if body.day is None:
        return
    due = add_days(body.day, context.parameters.audit_days)
    if election:
        due = min(due, add_days(election, -1))
    if (published or context.as_of) <= due:
        return
    left = f"{body.post}{day_long(body.day)}离任"
    said = f"离任审计{day_long(published)}公布" if published else "离任审计的结果还没有公布"
    vote = f"，{day_long(election)}选举" if election else ""
    yield Problem(
        ("日期",),
        f"{left}，{said}{vote}；最晚{day_long(due)}公布",
        "审计过的，用 disclose new audits 建一份，再写“离任审计”；没有审计的，请{乡级}里安排",
        f"{left}，{said}{vote}。",
        record.path,
    )


def _mended(record: Record, audit: Audit, context: Context) -> Iterator[Problem]:
    for index, one in enumerate(audit.findings):
        if one.mended:
            continue
        if one.due is None:
            said, at = f"第{index + 1}个问题没有写哪天改好", "问题"
        elif one.due < context.as_of:
            said, at = f"第{index + 1}个问题的整改期限是{day_long(one.due)}，没有写改好的日期", "整改期限"
        else:
            continue
        remedy = "改好的补“整改日期”“整改结果”；没有改好的写“整改期限”"
        yield Problem(("发现的问题", index, at), said, remedy, path=record.path)


RULE = Rule(
    code="A07",
    title="离任审计要公布",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="审计查出什么、改了没有，村民有权知道；所以照样公开，旁边写明还缺什么。",
    basis=("村组法·审计", "居组法·审计"),
    by_law=True,
    check=check,
)
