"""What every record has: the 公开 block and attachments. It also holds the description of a kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field

from generator.records.marks import Ahead, Internal, Unstated
from generator.records.sums import Sum
from generator.records.values import Day, Flag, Model, Name, OldAddress, Reference, Text


class Board(StrEnum):
    """The three boards villagers know, and the mark each has on a page."""

    PARTY = "党务"
    VILLAGE = "村务"
    FINANCE = "财务"

    @property
    def seal(self) -> str:
        return self.value[0]

    @property
    def slug(self) -> str:
        return {"党务": "party", "村务": "affairs", "财务": "money"}[self.value]


Audience = Literal["社会", "本村", "党内"]


class Review(Model):
    """A review of the record before it became public."""

    body: Text = Field(alias="机构")
    person: Text | None = Field(None, alias="审核人")
    day: Day = Field(alias="日期")
    opinion: Text | None = Field(None, alias="意见")


Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256."""


class Seen(Model):
    """Somebody looked at a file before it was published: a program cannot see a face or an address in a picture."""

    post: Text = Field(alias="岗位", description="谁看的，写岗位")
    day: Day = Field(alias="日期")


class Attachment(Model):
    """A paper or file that belongs to a record. Photos and PDFs are published, once they can be (`rules.vetting`)."""

    name: Annotated[Text, Internal()] = Field(alias="名称")
    file: Annotated[Text | None, Internal()] = Field(None, alias="文件")
    sha256: Annotated[Digest | None, Internal()] = None
    paper_only: Annotated[Flag, Internal()] = Field(False, alias="仅存纸质")
    stage: Annotated[Literal["前", "中", "后"] | None, Internal()] = Field(
        None, alias="阶段", description="办之前、办的时候、办好以后"
    )
    seen: Annotated[Seen | None, Internal(), Unstated()] = Field(
        None, alias="已看过", description="放到网上以前，谁哪天看过里面没有个人信息"
    )


class Posted(Model):
    """The record hung on the paper board before it was on the site. The photo of the board is its witness."""

    day: Day = Field(alias="日期", description="贴上公开栏的那天")
    photo: Attachment | None = Field(None, alias="照片", description="公开栏的照片")


class Publication(Model):
    """公开: the first and the last day, the places, and who prepared and reviewed the record."""

    day: Annotated[Day, Ahead()] = Field(alias="公开日期")
    until: Annotated[Day | None, Ahead()] = Field(None, alias="至", description="公示到哪一天")
    channels: Annotated[tuple[Name, ...], Internal()] = Field((), alias="渠道")
    prepared_by: Text | None = Field(None, alias="编制", description="谁做的")
    reviews: tuple[Review, ...] = Field((), alias="审核")
    audience: Annotated[Audience, Internal()] = Field("社会", alias="范围")
    delay_reason: Text | None = Field(None, alias="晚公开说明", description="为什么晚公开")
    posted: Posted | None = Field(None, alias="先贴公开栏", description="放到网上以前，已经贴在公开栏上")

    def is_public(self, as_of: date) -> bool:
        """Whether everybody may see it on a day."""
        return self.audience == "社会" and self.day <= as_of


class RecordBody(Model):
    """The base of the models of all kinds."""

    issuer: Text | None = Field(None, alias="发布单位", description="哪个单位公开的，例如县农业农村局")
    publication: Publication = Field(alias="公开")
    related: tuple[Reference, ...] = Field((), alias="相关", description="有关的别的记录")
    attachments: tuple[Attachment, ...] = Field((), alias="附件")
    remarks: Text | None = Field(None, alias="说明")
    moved_from: Annotated[OldAddress | None, Internal(), Unstated()] = Field(
        None, alias="原地址", description="改名、移动、换种类以前的位置"
    )


B = TypeVar("B", bound=RecordBody)


def no_sums(_: RecordBody) -> tuple[Sum, ...]:
    """No sums, for kinds without arithmetic of their own."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind(Generic[B]):
    """All that the rest of the product needs to know about one kind of record."""

    folder: str
    """The name of the kind's folder, which is also its part of the URL."""
    name: str
    """The name that villagers read: 财务收支, 四议两公开 …"""
    model: type[B]
    board: Callable[[B], Board]
    title: Callable[[B], str]
    day: Callable[[B], date]
    """The day that decides which law applies and where the record stands in lists by event."""
    brief: Callable[[B], str]
    """The line under the title in a list: 收12.3万元，支9.8万元"""
    sample: str
    """A complete record that passes every rule. The form of `disclose new` is made from it, and examples of rules are laid
    over it."""
    sums: Callable[[B], tuple[Sum, ...]] = no_sums
    """What must add up inside the record; shown on its page as it is checked."""
