"""P15: a sentence does not name a private person beside money, age, school or household."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.names import mask_name
from generator.base.persons import private_in
from generator.rules.privacy.mentions import in_office, sentences
from generator.rules.privacy.scan import NOTE, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_TOLD = re.compile(
    r"\d\s?[万千百亿]?余?(?:元|块|圆)|[一二三四五六七八九十百千万]元|[金款费钱资助贴欠债薪]\D{0,3}\d{2}|\d\s?周?岁|出生|生于|生日|年生|月生|年龄"
    r"|就读|读书|上学|入学|[小中大]学|[一二三四五六七八九初高大]年级|[初高大][一二三四]|幼儿园|户|[一-鿿]家(?:[的里中]|[，。\s]|$)"
)
"""Money, age, birth, school, household."""
_WORTH = re.compile(rf"{_TOLD.pattern}|\\")
_NAMED_TOPICS = frozenset({"选举", "表彰", "发展党员"})
"""Topics of notices that have to name persons."""


def check(document: Document, context: Context) -> Iterator[Problem]:
    """一句话里，普通村民的全名不和钱、年龄、生日、学校、家里的事写在一起；要写的，遮成“李某某”。

    为什么：
        表格里遮住了，话里又写全名，一样搜得到谁领了多少、家里什么情况。

    怎么查：
        标题、正文、摘要、备注这些话里，同一句有没遮住的姓名，又有金额、年龄、出生、学校，或者写着“某某户”“某某家”的。
        有岗位的（“村文书 何秀英”）、在机构里的、主持和经办的，是办公事，姓名照写；选举、表彰、发展党员的公示照写。

    怎么改：
        照提示把名字改成“李某某”；不需要写谁的，名字删掉。

    合格：
        正文: |
          发给王某某（二组）临时救助3000元。村委会主任林志远主持会议，定了修路的3万元。
          石料款3000元，黄沙3车600元；高龄老人29户，文化广场投资5万元。
          何秀英经手付清了水管款2000元。

    合格：
        # 机构里的人
        正文: 赵德顺垫付水泵款300元。
        # 文件: notices/xuanju.yml
        事项: 选举
        正文: 候选人王大山，男，45岁。

    不合格：
        正文: 发给王大山救助金3000元。  # <- P15
        说明: 低保户周小满的房子已经修好。  # <- P15

    不合格：
        # 文件: finance/2026-10.yml
        收支明细:
          - 收支: 支出
            日期: 2026-10-10
            摘要: 付阿依古丽·买买提误工费300元  # <- P15
            金额: 300.00
            对方: 李某某
            对方类别: 个人
    """
    if not _WORTH.search(document.text) or str(document.root.get("事项")) in _NAMED_TOPICS:
        return
    office = None
    for route, _, text in texts(document):
        if len(text) < 4 or route[0] == "公开" or not _TOLD.search(text):
            continue
        for said in sentences(text):
            names = [name for _, name in private_in(said)] if _TOLD.search(said) else []
            if names and office is None:
                office = in_office(document, context)
            if open_ := [name for name in names if name not in (office or ())]:
                yield Problem(route, "话里写了个人的全名", f"改成：{mask_name(open_[0])}；不需要写谁的，删掉", NOTE)
                break


RULE = Rule(
    code="P15",
    title="话里不写村民全名",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="名字和钱、家里的事写在一起，网上都能搜到，收不回来，所以先不公开，遮住以后再公开。",
    basis=("个保法·公开", "社会救助暂行办法·公示"),
    check=check,
)
