"""S07: a record of the county says which of its offices published it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.suggest import closest
from generator.records.places import County
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """县里的记录要写清是哪个单位公开的：局、办、中心，或者县委的部门。

    为什么：
        县里的单位多，不写是哪个单位，村民有话不知道找谁说；单位不同，要守的规定也不同。

    怎么查：
        县里自己的记录（records 文件夹里的）要写“发布单位”。
        county.yml 的“机构”列了单位的，发布单位的名称要和里面的一样。村和镇的记录不查。

    怎么改：
        1. 加一行“发布单位: …”，写全称。
        2. 名称写得不一样的，照“机构”里的改；新的单位，加到 county.yml 的“机构”里，写“名称”和“层级”。

    合格：
        # 文件: records/notices/2026-05.yml
        标题: 2026年耕地地力保护补贴资金分配公示
        发布单位: 澄安县农业农村局

    合格：
        # 文件: county.yml
        名称: 澄安县
        区划代码: "990123000000"
        机构:
          - {名称: 中共澄安县委组织部, 层级: 党组织}
          - {名称: 澄安县农业农村局}
        # 文件: records/notices/2026-05.yml
        标题: 2026年耕地地力保护补贴资金分配公示
        发布单位: 澄安县农业农村局
        # 文件: records/notices/2026-06.yml
        标题: 2025年党费收缴、使用和管理情况通报
        发布单位: 中共澄安县委组织部

    合格：
        # 村里的不用写
        # 文件: contracts/2026.yml
        标题: 村部门面租赁

    不合格：
        # 文件: records/tasks/2026.yml
        标题: 2026年督办事项  # <- S07

    不合格：
        # 文件: county.yml
        名称: 澄安县
        区划代码: "990123000000"
        机构:
          - {名称: 澄安县农业农村局}
        # 文件: records/notices/2026-05.yml
        标题: 2026年耕地地力保护补贴资金分配公示
        发布单位: 澄安县农业局  # <- S07
    """
    if not context.place.is_county:
        return
    issuer = record.body.issuer
    if issuer is None:
        remedy = "加一行“发布单位: …”，写单位的全称，例如 发布单位: {县级}财政局"
        yield Problem((), "没有写是哪个单位公开的", remedy, "没有写明是县里哪个单位公开的。")
        return
    known = [office.name for office in context.profile.bodies] if isinstance(context.profile, County) else []
    if known and issuer not in known:
        meant = closest(issuer, known)
        guess = f"是不是“{meant}”？不是的，" if meant else ""
        remedy = f"{guess}把这个单位加到 county.yml 的“机构”里，写“名称”和“层级”"
        note = f"发布单位写的是“{issuer}”，县里列出的单位中没有这个名称。"
        yield Problem(("发布单位",), f"county.yml 的“机构”里没有“{issuer}”", remedy, note)


RULE = Rule(
    code="S07",
    title="县里的记录写清单位",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="内容没有错，只是不知道找谁；所以照样公开，旁边写明没有写单位。",
    basis=("本网站",),
    check=check,
)
