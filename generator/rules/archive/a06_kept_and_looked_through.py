"""A06: the archive has a keeper and is looked through every half-year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect
from generator.records.kinds.archives import Archive
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """村里的档案要有专人保管，每半年检查一次（190天，天数由县里定）。

    为什么：
        没人管的档案，过几年就缺页、找不到；隔半年看一次，缺了还补得上。

    怎么查：
        最近一年的档案目录要写“保管岗位”；
        各年目录里最近的一次“检查”，离现在不超过190天；一次也没有检查过的，从第一份目录公开那天算。

    怎么改：
        1. 写上“保管岗位”，写岗位和姓名。
        2. 请镇里检查，把日期、检查单位、缺少的材料写进“检查”；以前检查过的，照检查记录补上。

    合格：
        # as_of: 2026-11-18
        # 文件: archives/2026.yml
        年度: "2026"
        检查:
          - {日期: 2026-05-12, 检查单位: 石渡镇党政办}
          - {日期: 2025-11-20, 检查单位: 石渡镇党政办}
        # 文件: archives/2025.yml
        标题: 2025年村级档案目录
        年度: "2025"
        保管岗位:
        检查: []

    合格：
        # as_of: 2026-11-18
        # 文件: archives/2026.yml
        年度: "2026"
        检查: []
        公开:
          公开日期: 2026-05-12
          审核:
            - {机构: 村务监督委员会, 日期: 2026-05-11}

    不合格：
        # as_of: 2026-11-18
        # 文件: archives/2026.yml
        标题: 2026年村级档案目录  # <- A06
        年度: "2026"
        检查:
          - {日期: 2026-05-11, 检查单位: 石渡镇党政办}
        # 文件: archives/2025.yml
        标题: 2025年村级档案目录
        年度: "2025"
        检查: []

    不合格：
        # as_of: 2026-11-18
        # 文件: archives/2026.yml
        标题: 2026年村级档案目录  # <- A06
        保管岗位:
        检查: []
        公开:
          公开日期: 2026-06-01
          审核:
            - {机构: 村务监督委员会, 日期: 2026-05-31}
        # 文件: archives/2025.yml
        标题: 2025年村级档案目录
        年度: "2025"
        检查: []
        公开:
          公开日期: 2026-05-11
          审核:
            - {机构: 村务监督委员会, 日期: 2026-05-10}

    不合格：
        # 文件: archives/2026.yml
        标题: 2026年村级档案目录  # <- A06
        保管岗位:
    """
    catalogues = list(case.of(Archive))
    if not catalogues:
        return
    latest, body = max(catalogues, key=lambda one: one[1].year.end if one[1].year else one[1].publication.day)
    if body.keeper is None:
        yield Problem(("标题",), "没有写谁保管档案", "写上“保管岗位”：岗位和姓名", path=latest.path)
    checks = [check.day for _, one in catalogues for check in one.checks if check.day]
    last = max(checks) if checks else min(one.publication.day for _, one in catalogues)
    days = (context.as_of - last).days
    if days > context.parameters.archive_check_days:
        said = f"最近一次检查是{day_long(last)}" if checks else f"{day_long(last)}公开目录以来没有检查过"
        yield Problem(
            ("标题",),
            f"档案{said}，已有{days}天",
            "请{乡级}里检查一次，把日期、检查单位、缺少的材料写进“检查”",
            path=latest.path,
        )


RULE = Rule(
    code="A06",
    title="档案要有人管有人查",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="怎么保管、什么时候检查是村里和镇里的事；只提醒填报的人。",
    basis=("村级档案办法", "档案十有"),
    check=check,
)
