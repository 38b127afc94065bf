"""评议考核: reviews with the count of each verdict, and assessments with scores or stars."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.base.inexact import UNCOUNTED
from generator.records.common import Board, Kind, RecordBody
from generator.records.marks import Ahead, Expected
from generator.records.sums import Addend, Sum
from generator.records.values import Day, Flag, Model, Name, Number, People, Term, Text, Title

ReviewType = Literal[
    "村干部民主评议", "民主评议党员", "述职评议", "述职述廉", "星级评定", "五个好评定", "量化考核", "满意度测评",
]  # fmt: skip
PARTY: frozenset[str] = frozenset({"民主评议党员", "述职评议", "述职述廉", "星级评定", "五个好评定"})


class Verdict(Model):
    """The votes on one post."""

    post: Text = Field(alias="对象", description="写岗位或组织，不写村民姓名")
    reported: Day | None = Field(None, alias="述职日期")
    voters: Annotated[People, Expected()] = Field(UNCOUNTED, alias="参加")
    excellent: People = Field(UNCOUNTED, alias="优秀")
    good: People = Field(UNCOUNTED, alias="称职")
    fair: People = Field(UNCOUNTED, alias="基本称职")
    poor: People = Field(UNCOUNTED, alias="不称职")
    grade: Literal["优秀", "称职", "基本称职", "不称职"] | None = Field(None, alias="等次")
    ended: Day | None = Field(None, alias="职务终止")


class Stars(Model):
    """The number of persons for each number of stars."""

    five: People = Field(UNCOUNTED, alias="五星")
    four: People = Field(UNCOUNTED, alias="四星")
    three: People = Field(UNCOUNTED, alias="三星")
    other: People = Field(UNCOUNTED, alias="其他")


class FiveGood(Model):
    """The five criteria of 五个好."""

    leaders: Flag = Field(alias="领导班子好")
    members: Flag = Field(alias="党员队伍好")
    working: Flag = Field(alias="工作机制好")
    results: Flag = Field(alias="发展业绩好")
    people: Flag = Field(alias="群众反映好")


class Score(Model):
    """Points for one item."""

    item: Text = Field(alias="项目")
    full: Number | None = Field(None, alias="满分")
    points: Number = Field(alias="得分")


class Satisfaction(Model):
    """The opinions on one matter, in heads."""

    asked: Annotated[People, Expected()] = Field(UNCOUNTED, alias="参加")
    content: Annotated[People, Expected()] = Field(UNCOUNTED, alias="满意")
    fair: People = Field(UNCOUNTED, alias="基本满意")
    poor: People = Field(UNCOUNTED, alias="不满意")


class Review(RecordBody):
    """One review."""

    title: Title = Field(alias="标题")
    type: ReviewType = Field(alias="类型")
    level: Literal["村", "乡镇", "县"] = Field("村", alias="层级")
    period: Annotated[Term | None, Expected()] = Field(None, alias="期间")
    day: Annotated[Day | None, Expected()] = Field(None, alias="日期")
    host: Text | None = Field(None, alias="主持", description="哪个机构主持的")
    listeners: tuple[Name, ...] = Field((), alias="听取", description="向谁述职")
    expected: People | None = Field(None, alias="应评")
    present: People | None = Field(None, alias="参评")
    verdicts: tuple[Verdict, ...] = Field((), alias="评议")
    stars: Stars | None = Field(None, alias="星级")
    five_good: FiveGood | None = Field(None, alias="五个好")
    valid_to: Annotated[Day | None, Ahead()] = Field(None, alias="有效至")
    scores: tuple[Score, ...] = Field((), alias="得分")
    total: Number | None = Field(None, alias="总分")
    satisfaction: Satisfaction | None = Field(None, alias="满意度")


def _sums(record: Review) -> tuple[Sum, ...]:
    """The sum of the points. The votes are left out, because the page shows their grades side by side."""
    if not record.scores or record.total is None:
        return ()
    points = tuple(Addend(one.item, one.points) for one in record.scores)
    return (Sum("得了多少分", points, "总分", record.total, ("总分",), "分"),)


def votes_of(verdict: Verdict, index: int) -> Sum:
    """The sum of one post's votes by grade. `index` is its place in 评议."""
    grades = {
        "优秀": verdict.excellent,
        "称职": verdict.good,
        "基本称职": verdict.fair,
        "不称职": verdict.poor,
    }
    terms = tuple(Addend(grade, votes) for grade, votes in grades.items())
    return Sum(f"{verdict.post}得了多少票", terms, "参加", verdict.voters, ("评议", index, "参加"), "票")


def _brief(record: Review) -> str:
    if record.satisfaction:
        return f"{record.satisfaction.asked}人参加，{record.satisfaction.content}人满意"
    heads = f"，参评{record.present}人" if record.present is not None else ""
    return f"{record.type}{heads}"


SAMPLE = """\
标题: 2026年村干部民主评议
类型: 村干部民主评议
期间: "2026"
日期: 2026-09-25
主持: 村务监督委员会
听取: [石渡镇党委, 村民代表]
应评: "42"
参评: "40"
评议:
  - {对象: 村党支部书记、村委会主任 林志远, 述职日期: 2026-09-25, 参加: "40", 优秀: "28", 称职: "10", 基本称职: "2", 等次: 优秀}
  - {对象: 村委会委员 吴建国, 述职日期: 2026-09-25, 参加: "40", 优秀: "12", 称职: "26", 不称职: "2", 等次: 称职}
公开:
  公开日期: 2026-10-10
  至: 2026-10-26
  渠道: [公开栏, 网站]
  编制: 村文书 何秀英
  审核:
    - 机构: 村务监督委员会
      日期: 2026-10-09
      意见: 保密审查过，同意公开
"""

KIND = Kind(
    folder="reviews",
    name="评议考核",
    model=Review,
    board=lambda record: Board.PARTY if record.type in PARTY else Board.VILLAGE,
    title=lambda record: record.title,
    day=lambda record: record.day or record.publication.day,
    brief=_brief,
    sample=SAMPLE,
    sums=_sums,
)
