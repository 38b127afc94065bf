"""C02: a promise says how much, so that anybody can check it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.kinds.commitments import Commitment
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope

_SLOGAN = re.compile(r"努力|力争|进一步|加强|不断|积极(?!分子)")
_DAY = re.compile(r"[0-9]+\s*[年月日号]|第?[0-9]+季度|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_AMOUNT = re.compile(r"[0-9０-９]|[一二两三四五六七八九十百千]+[个条处户人次盏米亩公里场项座间棵株件万元块名]")


def check(record: Record, context: Context) -> Iterator[Problem]:
    """承诺最好写出数量，像“装路灯20盏”；只写“进一步加强”，到期没法说做到没做到。

    为什么：
        数得出来的承诺，谁都能去看一看、数一数。

    怎么查：
        没有写“衡量”，而且“标题”“措施”里没有数量（年月日不算），或者用了努力、力争、
        进一步、加强、不断、积极这些词。廉洁承诺、辞职承诺和已撤销的不查。

    怎么改：
        写一行“衡量”，例如 衡量: {数量: 20, 单位: 盏}。

    合格：
        标题: 三组主路装路灯
        措施: 请供电所勘察，11月底前装好。
        衡量: {数量: 20, 单位: 盏}

    合格：
        标题: 每月给独居老人送两次菜
        措施: 由妇联主席排班，送到家里。
        衡量:

    合格：
        # 廉洁承诺和已撤销的不用数
        标题: 不收礼金、不吃请
        类型: 廉洁
        措施: 婚丧喜事不收群众的礼金，不在村里工程上插手。
        衡量:
        # 文件: commitments/2026-30.yml
        标题: 进一步搞好环境
        衡量:
        销号:
        评议:
        已撤销: 是

    不合格：
        标题: 2026年底前把村里环境搞好  # <- C02
        措施: 发动群众，长期保持。
        衡量:

    不合格：
        标题: 进一步加强3个村民小组的防火宣传  # <- C02
        衡量:

    不合格：
        标题: 帮3户老人收晚稻  # <- C02
        措施: 进一步发动党员，收完为止。
        衡量:
        # 文件: commitments/2026-31.yml
        标题: 给80岁以上老人送12次菜，措施没写的由C01查
        措施:
        衡量:
    """
    body: Commitment = record.body
    if body.withdrawn or body.target is not None or body.type in ("廉洁", "辞职"):
        return
    text = "\n".join(filter(None, (body.title, body.measure)))
    slogan = _SLOGAN.search(text)
    if slogan:
        what = f"用了“{slogan[0]}”，没有写“衡量”"
    elif not _AMOUNT.search(_DAY.sub("", text)):
        what = "没有写要做多少"
    else:
        return
    yield Problem(("标题",), f"这条承诺{what}，到期不好说做到没有", "写一行，例如：衡量: {数量: 20, 单位: 盏}")


RULE = Rule(
    code="C02",
    title="承诺要数得出来",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="怎么写是文字上的事，不是没有公开；只提醒填写的人。",
    basis=("承诺制",),
    check=check,
    kinds=("commitments",),
)
