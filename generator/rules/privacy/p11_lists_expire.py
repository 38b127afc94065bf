"""P11: a list of persons says until when it is public, and its names stand nowhere else in the record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import add_days, day_long
from generator.base.finding import Effect
from generator.base.persons import private_names
from generator.records.common import RecordBody
from generator.records.lasting import lists
from generator.records.read import Record
from generator.rules.privacy.ending import unended
from generator.rules.privacy.mentions import in_office, masked_in
from generator.rules.privacy.scan import NOTE, texts
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """有人名的名单最多公开90天（天数由县里定），过了“至”网站自己撤下名单，只留户数和合计。

    为什么：
        名单是为了当时有人核对；一直挂着，多少年以后还搜得到谁家领过救助。

    怎么查：
        “救助补贴”有名单、“发展党员”有人员的，要写“至”，从公开日期算起不超过规定的天数；
        公示公告、项目这些记录的表里有遮住的人名的，那张表可以写“名单到期”，不写的，按规定的天数到期；
        名单以外的地方（标题、说明）不能写人名，遮住的也不行，那里撤不下来。
        有期限的名单不进搜索和下载；过了期限，网页上也没有了；文件里的名单到时候也可以删掉，不算改动。

    怎么改：
        1. 补上或者改早“至”“名单到期”。
        2. 标题、说明里的人名删掉。

    合格：
        # 文件: benefits/sample.yml
        公开:
          公开日期: 2026-10-10
          至: 2027-01-08
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    合格：
        # 文件: benefits/sample.yml
        # 村务监督委员会主任的名字可以写
        说明: 赵德顺家没有申请。

    合格：
        # 文件: benefits/sample.yml
        # 没有名单，公开多久都行
        标题: 2026年第三季度慰问3户
        名单:
        公开:
          公开日期: 2026-10-10
          至: 2027-10-10
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    合格：
        # 文件: notices/sample.yml
        # 没有写到期的，到2027年1月8日
        表格:
          - 名称: 停发名单
            列: [{列: 户主}, {列: 户人口, 类型: 数量, 单位: 人}]
            行:
              - [张某某（一组）, "2"]
          - 名称: 保障名单
            名单到期: 2027-01-08
            列: [{列: 户主}, {列: 户人口, 类型: 数量, 单位: 人}]
            行:
              - [王某某（二组）, "2"]

    不合格：
        # 文件: notices/sample.yml
        表格:
          - 名称: 停发名单
            名单到期: 2027-01-09  # <- P11
            列: [{列: 户主}, {列: 户人口, 类型: 数量, 单位: 人}]
            行:
              - [张某某（一组）, "2"]

    不合格：
        # 文件: benefits/sample.yml
        公开:
          公开日期: 2026-10-10
          至: 2027-01-09  # <- P11
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        # 文件: benefits/sample.yml
        标题: 高龄津贴发放（王某某等3人）  # <- P11
        公开:  # <- P11
          公开日期: 2026-10-10
          编制: 村文书 何某某
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}

    不合格：
        # 文件: benefits/sample.yml
        说明: 王大山家另外申请。  # <- P11

    不合格：
        # 参数: 名单公开天数=10
        # 文件: recruits/sample.yml
        人员:
          - {姓名: 徐小兰}
        公示期:
          - {公示: 预备党员公示, 起: 2026-10-10, 止: 2026-10-26}
        公开:
          公开日期: 2026-10-10
          至: 2026-10-21  # <- P11
          审核:
            - {机构: 村务监督委员会, 日期: 2026-10-09}
    """
    body: RecordBody = record.body
    day = body.publication.day
    most = context.parameters.person_list_days
    last = add_days(day, most)
    found = lists(body)
    for route, until in found:
        at = (*route[:-1], "名单到期") if len(route) > 1 else ("公开", "至")
        if until is None:
            yield Problem(
                ("公开",), "有名单，没有写公开到哪天", f"补上“至”，最晚 {last.isoformat()}，到时网站自己撤下名单", NOTE
            )
        elif until > last:
            yield Problem(
                at,
                f"名单要公开{(until - day).days}天，最多{most}天",
                f"“{at[-1]}”改成 {last.isoformat()}（{day_long(last)}）或者更早",
                NOTE,
            )
    if not found:
        return
    routes = {*(route for route, _ in found), *((*route, "行") for route in unended(record))}
    office = in_office(record.document, context)
    for at, label, text in texts(record.document):
        if at[0] == "公开" or any(at[: len(route)] == route for route in routes):
            continue
        if masked_in(text) or any(name not in office for name in private_names(f"{label}：{text}")):
            yield Problem(at, "名单以外写了人名", "这里的人名删掉，到时名单才撤得干净", NOTE)


RULE = Rule(
    code="P11",
    title="名单到期自己撤下",
    scope=Scope.RECORD,
    effect=Effect.WITHHOLD,
    effect_reason="名单挂在网上久了，谁都能搜到、存下，收不回来；所以先不公开，写好期限再公开。",
    basis=("个保法·保存期限", "社会救助·保密"),
    check=check,
)
