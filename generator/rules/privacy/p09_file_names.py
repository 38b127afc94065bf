"""P09: no name of a file or folder holds a personal number."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base import numbers
from generator.base.finding import Effect, Finding, Span
from generator.base.redact import redact
from generator.law.sensitive import sensitive
from generator.rules.privacy.mentions import tells_of_a_person
from generator.rules.privacy.scan import NOTE, fold
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """文件名、文件夹名里也不能有身份证号、手机号、银行卡号；记录文件和附件都一样。

    为什么：
        文件名就是网址的一部分，写进去就等于公开；内容里删干净了，文件名里还留着，一样泄露。

    怎么查：
        看本村（镇）每个文件的路径，号码按查内容的办法核对。文件内容由别的规则查。

    怎么改：
        改名，用日期或事情取名，例如 2026-11-butie、qingjie-heji；提到它的地方一起改。

    合格：
        # 文件: notices/2026-11-butie.yml
        标题: 11月补贴发放公示

    合格：
        # 附件: notices/attachments/20261012-20261018-qingdan.pdf
        # 附件: notices/attachments/9901232026101201.pdf
        # 附件: notices/attachments/990123202610120012.pdf
        # 文件: notices/2026-11-butie.yml
        标题: 11月补贴发放公示

    不合格：
        # 文件: notices/butie-{手机号}.yml
        标题: 11月补贴发放公示
        # 应报: P09 village.yml

    不合格：
        # 附件: notices/attachments/{身份证号}.jpg
        # 应报: P09 village.yml

    不合格：
        # 附件: notices/attachments/yikatong-{银行卡号}.jpg
        # 应报: P09 village.yml
    """
    folder = f"{case.place.folder}/"
    for path in sorted(case.files):
        if names_a_person(path) or _tells_of_somebody(path):
            yield Problem(
                (),
                f"文件名里有个人信息：{redact(fold(path.removeprefix(folder)))}",
                "改名，用日期或事情取名；提到它的地方一起改",
                NOTE,
            )


def folder_finding(folder: str, records: int) -> Finding:
    """What is said of a village's or township's folder that is named by a number: all in it stays unpublished.

    Args:
        folder: from the content folder.
        records: how many files lie in it.
    """
    message = f"文件夹名里有个人号码：{redact(fold(folder))}，里面的{records}个文件都没有公开"
    return Finding(
        Span(redact(fold(folder))), RULE.code, RULE.effect, message, "文件夹改名，用地方的拼音取名，例如 liuwan", NOTE
    )


def names_a_person(path: str) -> bool:
    """Whether an ID, mobile or card number stands in the path."""
    return any(numbers.find(fold(path)))


def _tells_of_somebody(path: str) -> bool:
    """A name beside an illness or the like; only attachments have Chinese names."""
    return not path.isascii() and bool(sensitive(fold(path))) and tells_of_a_person(fold(path.rsplit("/", 1)[-1]))


RULE = Rule(
    code="P09",
    title="文件名里不能有个人号码",
    scope=Scope.PLACE,
    effect=Effect.WITHHOLD,
    effect_reason="文件名会成为网址，公开了收不回来，所以先不公开，改名以后再公开。",
    basis=("个保法·公开", "个保法·敏感信息"),
    check=check,
)
