"""P15: a sentence does not name a private person beside money, age, school or household."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.names import mask_name
from generator.base.persons import private_in
from generator.base.redact import swapped
from generator.rules.privacy.mentions import in_office, sentences
from generator.rules.privacy.scan import NOTE, texts
from generator.rules.rule import Context, Problem, Rule, Scope
from generator.source.document import Document

_TOLD = re.compile(
    r"[元块圆岁金款费钱资助贴欠债薪生年读学一二三四幼户家](?:"
    r"(?<=[\d万千百亿余十两][元块圆岁])|(?<=[\d\s]\s[元岁])|(?<=[金款费钱资助贴欠债薪])(?=[：:为共各是计]?\s?\d{2})|(?<=周岁)"
    r"|(?<=出生)|(?<=生)[于日]|(?<=[年月]生)|(?<=年)[龄级]|(?<=就读)|(?<=读)书|(?<=[上入小中大]学)|(?<=[初高大][一二三四])|(?<=幼)儿园"
    r"|(?<=户)(?<![账帐用客开专定]户|本户)(?![籍型口外数编均])|(?<=家)(?=[的里中，。\s]))"
)
"""Money, age, birth, school, household."""
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
    if str(document.root.get("事项")) in _NAMED_TOPICS or not _may_name(document.text):
        return
    office = in_office(document, context)
    for route, _, text in texts(document):
        if not _TOLD.search(text):
            continue
        told = (name for said in sentences(text) if _TOLD.search(said) for _, name in private_in(said))
        if open_ := next((name for name in told if name not in office), ""):
            meant = mask_name(open_)
            remedy = f"改成：{meant}；不需要写谁的，删掉"
            yield Problem(route, "话里写了个人的全名", remedy, NOTE, hide=swapped(open_, meant))


def _may_name(text: str) -> bool:
    """Whether somebody may be named on a line with such a word. Nearly all files tell of money, and few name anybody there."""
    if "\\" in text:
        return True
    end = -1
    for found in _TOLD.finditer(text):
        if found.start() > end:
            end = text.find("\n", found.start())
            end = end if end >= 0 else len(text)
            if any(private_in(text[text.rfind("\n", 0, found.start()) + 1 : end])):
                return True
    return False


RULE = Rule(
    code="P15",
    title="话里不写村民全名",
    scope=Scope.DOCUMENT,
    effect=Effect.WITHHOLD,
    effect_reason="名字和钱、家里的事写在一起，网上都能搜到，收不回来，所以先不公开，遮住以后再公开。",
    basis=("个保法·公开", "社会救助·保密"),
    check=check,
)
