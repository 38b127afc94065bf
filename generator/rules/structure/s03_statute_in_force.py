"""S03: the documents that a notice names were in force on its day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.dates import day_long
from generator.base.finding import Effect, Key
from generator.law.statutes import superseded_in
from generator.records.kinds.notices import Notice
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """依据的文件，在发文那天要还有效；已经被新文件取代的，改写新文件的名称。

    为什么：
        照旧文件办，步骤和票数可能已经不合规定；大家去查，也查不到现在的规定。

    怎么查：
        看“依据”“标题”“正文”里有没有写到已经被取代的文件，按成文日期（没有的按公开日期）算；
        当时还有效的，照旧。

    怎么改：
        照提示换成新文件的名称，再看看内容是不是也跟着变了。

    合格：
        标题: 关于召开党员大会选举出席镇第十四次党代会代表的通知
        栏目: 党务
        事项: 选举
        成文日期: 2016-05-15
        依据:
          - 《中国共产党基层组织选举工作暂行条例》

    合格：
        标题: 第三季度财务公开说明
        成文日期: 2026-10-08
        依据:
          - 《农村集体经济组织会计制度》（财会〔2023〕14号）

    不合格：
        标题: 关于召开党员大会选举出席镇第十五次党代会代表的请示
        栏目: 党务
        形式: 请示
        事项: 选举
        成文日期: 2021-05-15
        依据:
          - 《党章》
          - 《中国共产党基层组织选举工作暂行条例》  # <- S03

    不合格：
        标题: 第三季度财务公开说明
        成文日期: 2026-10-08
        正文: 科目照《村集体经济组织会计制度》（财会〔2004〕12号）设置。  # <- S03
    """
    body: Notice = record.body
    day = record.kind.day(body)
    for route, text in _texts(body):
        found = superseded_in(text, day)
        if found:
            old, new = found[0].name, found[0].successor
            yield Problem(
                route,
                f"“{old}”到{day_long(found[0].until)}为止，写这份记录时已经不用了",
                f"换成{new}，再看看内容是不是也要改",
            )


def _texts(body: Notice) -> Iterator[tuple[tuple[Key, ...], str]]:
    for index, basis in enumerate(body.basis):
        yield ("依据", index), basis
    yield ("标题",), body.title
    if body.text:
        yield ("正文",), body.text


RULE = Rule(
    code="S03",
    title="依据的文件要还有效",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="写的是不是笔误，要办事的人自己核对，所以只提醒填的人。",
    basis=("本网站",),
    check=check,
    kinds=("notices",),
)
