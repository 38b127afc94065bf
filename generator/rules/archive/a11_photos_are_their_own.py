"""A11: two projects, or two promises, do not show the same photo."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.media.medium import Photo
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

KINDS = ("projects", "commitments")
"""Whose photos are the proof that something was done."""


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """两个项目、两条承诺，不能用同一张照片做证明。

    为什么：
        一张照片当两处用，多半是放错了；也有拿别处的照片充数的。

    怎么查：
        比的是照片的画面，不是文件名：改了名、改了拍摄时间的，一样认得出来；缩小过、裁过、调过颜色的，认不出来。
        只在本村（镇）的项目和项目之间、承诺和承诺之间比；一个项目和它那条承诺用同一张，不算。

    怎么改：
        1. 看看哪一份放错了，换成它自己的照片。
        2. 一张照片确实拍到两处的，在“名称”里写明，村民看了能明白；这条提醒会一直在。

    合格：
        # 附件: attachments/qu.jpg 水渠
        # 附件: attachments/lu.jpg 路
        # 文件: projects/2026-qu.yml
        附件:
          - {名称: 水渠照片, 文件: attachments/qu.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}
        # 文件: projects/2026-lu.yml
        附件:
          - {名称: 路的照片, 文件: attachments/lu.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}

    合格：
        # 附件: attachments/qu.jpg 水渠
        # 文件: projects/2026-qu.yml
        附件:
          - {名称: 水渠照片, 文件: attachments/qu.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}
        # 文件: commitments/2026-qu.yml
        附件:
          - {名称: 水渠照片, 文件: attachments/qu.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}
        # 文件: notices/2026-qu.yml
        附件:
          - {名称: 水渠照片, 文件: attachments/qu.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}

    不合格：
        # 附件: attachments/qu.jpg 水渠
        # 附件: attachments/lu.jpg 水渠
        # 文件: projects/2026-lu.yml
        附件:
          - {名称: 路的照片, 文件: attachments/lu.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}
        # 文件: projects/2026-qu.yml
        附件:
          - 名称: 水渠照片
            文件: attachments/qu.jpg  # <- A11
            已看过: {岗位: 村文书, 日期: 2026-10-09}

    不合格：
        # 附件: attachments/a.jpg 一张
        # 文件: commitments/2026-a.yml
        佐证:
          - {名称: 做好了, 附件: {名称: 照片, 文件: attachments/a.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}}
        # 文件: commitments/2026-b.yml
        佐证:
          - 名称: 做好了
            附件:
              名称: 照片
              文件: attachments/a.jpg  # <- A11
              已看过: {岗位: 村文书, 日期: 2026-10-09}
    """
    for kind in KINDS:
        shown: dict[str, str] = {}
        for record in case.records:
            if record.address.kind != kind:
                continue
            for one in record.attached:
                if not isinstance(one.what, Photo):
                    continue
                first = shown.setdefault(one.what.pixels, record.path)
                if first != record.path:
                    other = first.removeprefix(f"{case.place.folder}/").removesuffix(".yml")
                    yield Problem(
                        (*one.route, "文件"),
                        f"照片“{one.attachment.name[:20]}”和 {other} 的是同一张",
                        "看看哪一份放错了，换成它自己的照片",
                        "有一张照片和另一份记录的是同一张。",
                        record.path,
                    )


RULE = Rule(
    code="A11",
    title="两处不用同一张照片",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="是放错还是充数，看的人自己会问；所以照样公开，旁边写明和另一份的是同一张。",
    basis=("本网站",),
    check=check,
)
