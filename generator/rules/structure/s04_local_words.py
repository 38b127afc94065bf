"""S04: a record uses the words of its place: 居民委员会 in a 社区, 嘎查 where villages are called so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.base.finding import Effect, Key
from generator.records.kinds.bodies import Organ
from generator.records.kinds.decisions import Decision
from generator.records.kinds.elections import Election
from generator.records.kinds.meetings import Meeting
from generator.records.places import Terms, Village
from generator.records.read import Record
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope

SHORT = {"村民委员会": "村委会", "居民委员会": "居委会"}
_VILLAGES = {"村民会议": "居民会议", "村民代表会议": "居民代表会议", "村民委员会": "居民委员会"}
_COMMUNITIES = {right: wrong for wrong, right in _VILLAGES.items()}
LEVELS = ("村", "嘎查", "社区", "村街")


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """标题和单位的叫法，要和本地一致：社区写居民委员会、居务，村写村民委员会、村务，嘎查写嘎查。

    为什么：
        叫法不一样，大家会以为是别的单位、别的地方的事。

    怎么查：
        看“标题”“发布单位”和审核的“机构”，村的资料里的“机构”，有没有用别处的叫法；本村的名称有没有写成别的级别；
        社区里开的是居民会议、居民代表会议，村里开的是村民会议、村民代表会议，“会议”和“类型”要选对。
        本地的叫法由县里在“称谓”里定，社区用社区的。

    怎么改：
        照提示换成本地的叫法。确实是别的单位的，不用改。

    合格：
        # 文件: village.yml
        名称: 柳湾社区
        区划代码: "990123100201"
        类型: 社区
        开始公开日期: 2026-11-01
        机构:
          - {名称: 柳湾社区居民委员会}
          - {名称: 居务监督委员会}
        # 文件: notices/sample.yml
        标题: 柳湾社区居务公开
        事项: 一般
        发布单位: 居委会
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          渠道: [公开栏, 网站]
          审核:
            - {机构: 居务监督委员会, 日期: 2026-10-09}
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 居务监督委员会, 日期: 2026-11-10}

    合格：
        # 名称里本来就没有“村”字
        # 村: 名称=李家庄

    合格：
        # 文件: notices/sample.yml
        标题: 柳湾村第三季度村务公开
        发布单位: 柳湾村村委会
        # 文件: shidu/records/notices/2026-07.yml
        标题: 石渡镇居务公开检查情况
        公开:
          公开日期: 2026-07-10
          审核:
            - {机构: 镇纪委, 日期: 2026-07-09}

    不合格：
        # 文件: village.yml
        名称: 柳湾社区
        区划代码: "990123100201"
        类型: 社区
        开始公开日期: 2026-11-01
        机构:
          - 名称: 村务监督委员会  # <- S04
        # 文件: notices/a.yml
        标题: 柳湾社区村务公开  # <- S04
        发布单位: 柳湾社区村民委员会  # <- S04
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          渠道: [公开栏, 网站]
          审核:
            - 机构: 村务监督委员会  # <- S04
              日期: 2026-10-09
        # 文件: notices/b.yml
        标题: 柳湾村第三季度办的事  # <- S04
        发布单位: 村委会  # <- S04
        公开:
          公开日期: 2026-10-10
          至: 2026-10-26
          渠道: [公开栏, 网站]
          审核:
            - {机构: 石渡镇人民政府, 日期: 2026-10-09}
        # 文件: finance/2026-10.yml
        公开:
          公开日期: 2026-11-12
          审核:
            - {机构: 居务监督委员会, 日期: 2026-11-10}

    不合格：
        # 村: 类型=社区
        # 文件: decisions/a.yml
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议  # <- S04
            应到: 42
            实到: 36
            同意: 36
          # 其余步骤照样本
        # 文件: meetings/a.yml
        类型: 村民会议  # <- S04
        # 文件: meetings/b.yml
        类型: 居民代表会议

    不合格：
        # 文件: decisions/a.yml
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 居民会议  # <- S04
            应到: 412
            实到: 300
            同意: 300
          # 其余步骤照样本

    不合格：
        # 文件: village.yml
        名称: 柳湾社区  # <- S04
        区划代码: "990123100201"
        类型: 村
        开始公开日期: 2026-11-01
    """
    profile = case.profile
    if not isinstance(profile, Village):
        return
    words = _others(context.terms, profile.name)
    here = context.terms.village
    other = next((level for level in LEVELS if profile.name.endswith(level)), "")
    if other and not profile.name.endswith(here):
        yield Problem(("名称",), f"名称写的是“{other}”，这里叫“{here}”", f"对照“类型”和县里的“称谓”，改成“…{here}”")
    bodies = ((("机构", index, "名称"), body.name, None) for index, body in enumerate(profile.bodies))
    for route, text, path in (*bodies, *(found for record in case.records for found in _texts(record))):
        if wrong := _slip(text, words):
            right = words[wrong]
            yield Problem(route, f"“{wrong}”在这里叫“{right}”", f"换成“{right}”；确实是别的单位的，不用改", path=path)
    elsewhere = _VILLAGES if profile.type == "社区" else _COMMUNITIES
    for route, said, path in (found for record in case.records for found in _meetings(record)):
        if meant := elsewhere.get(said):
            yield Problem(route, f"这里没有“{said}”，是“{meant}”", f"改成：{meant}", path=path)


def _meetings(record: Record) -> Iterator[tuple[tuple[Key, ...], str, str]]:
    """The meetings and bodies that a record says were held or made, by the names that the law gives them."""
    body = record.body
    if isinstance(body, Decision):
        for index, step in enumerate(body.steps):
            if step.meeting:
                yield ("步骤", index, "会议"), step.meeting, record.path
    elif isinstance(body, Meeting | Organ | Election):
        yield ("类型",), body.type, record.path


def _texts(record: Record) -> Iterator[tuple[tuple[Key, ...], str, str]]:
    root = record.document.root
    for name in ("标题", "发布单位"):
        if isinstance(text := root.get(name), str):
            yield (name,), text, record.path
    for index, review in enumerate(record.body.publication.reviews):
        yield ("公开", "审核", index, "机构"), review.body, record.path


def _slip(text: str, words: Mapping[str, str]) -> str | None:
    """The first word from elsewhere in a text that is not part of a word of this place."""
    for right in words.values():
        text = text.replace(right, "　")
    return next((wrong for wrong in words if wrong in text), None)


@lru_cache(maxsize=64)
def _others(terms: Terms, name: str) -> Mapping[str, str]:
    """Words from elsewhere, the longest first, with the words that this place uses instead."""
    found = {
        "村务监督委员会": terms.supervisors,
        "居务监督委员会": terms.supervisors,
        "村民委员会": terms.committee,
        "居民委员会": terms.committee,
        "村委会": SHORT.get(terms.committee, terms.committee),
        "居委会": SHORT.get(terms.committee, terms.committee),
        "村务": terms.affairs,
        "居务": terms.affairs,
    }
    stem = name.removesuffix(terms.village)
    if stem != name:
        found |= {f"{stem}{level}": name for level in LEVELS}
    return {wrong: right for wrong, right in found.items() if wrong != right}


RULE = Rule(
    code="S04",
    title="叫法要和本地一致",
    scope=Scope.PLACE,
    effect=Effect.HINT,
    effect_reason="写的也许真是别的单位，要填的人自己看，所以只提醒。",
    basis=("本网站",),
    check=check,
)
