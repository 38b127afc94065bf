"""Words that may not stand beside a person: illness, disability, faith and the like (个人信息保护法, §28)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.law.data import load


@lru_cache(maxsize=4096)
def sensitive(text: str) -> str | None:
    """The first such word in a text, or None. Harmless phrases that contain such a word do not count.

    >>> sensitive("因病住院"), sensitive("茶园病虫统防"), sensitive("重度残疾")
    ('病', None, '残疾')
    """
    if not sensitive_words().search(text):
        return None
    found = sensitive_words().search(_any_of("不算").sub("　", text))
    return found[0] if found else None


def sensitive_words() -> re.Pattern[str]:
    """A pattern of the words, which does not know the harmless phrases."""
    return _any_of("词")


@cache
def _any_of(what: str) -> re.Pattern[str]:
    words = (word for group in load("sensitive.yml").values() for word in group[what])
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
