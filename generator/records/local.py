"""What a county, a township or a village may set for itself and for the places below it."""

from __future__ import annotations

from typing import Literal, Protocol, Self

from pydantic import Field, model_validator

from generator.records.values import Count, Flag, Model, Text, wrong

Frequency = Literal["每月", "每季度", "每半年", "每年", "随时"]


class LocalItem(Model):
    """A local change of one item of the 公开目录."""

    item: Text = Field(alias="事项")
    frequency: Frequency | None = Field(None, alias="频率")
    days: Count | None = Field(None, alias="期限", description="几天内公开，从期末、开会或者收到那天算")
    required: Flag | None = Field(None, alias="必须", description="开始公开以后就要有")
    exempt: Flag = Field(False, alias="不适用")
    reason: Text | None = Field(None, alias="原因", description="为什么不适用，会公开")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.exempt and not self.reason:
            raise wrong("写了不适用，没有写原因", "补上一行“原因: …”，原因会公开")
        if self.frequency and self.days is None:
            raise wrong("写了频率，没有写期限", "补上一行“期限: …”，写每期结束后几天内公开")
        return self


class Layer(Protocol):
    """The settings that a county, township or village has for itself and for the places below it."""

    @property
    def parameters(self) -> dict[str, str]:
        """参数"""

    @property
    def directory(self) -> tuple[LocalItem, ...]:
        """公开目录"""
