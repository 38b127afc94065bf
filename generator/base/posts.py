"""Compares posts and their holders as records write them: 村委会主任 林志远."""

from __future__ import annotations

from generator.base.names import is_masked


def same_person(one: str, other: str) -> bool:
    """Whether two posts, each written with or without its holder's name, are one person.

    >>> same_person("村党支部书记 林志远", "村委会主任　林志远"), same_person("村委会委员 吴建国", "村委会委员 周桂兰")
    (True, False)
    >>> same_person("村委会主任", "村委会主任 林志远"), same_person("党员 王某某", "党小组长 王某某")
    (True, False)
    """
    first, second = one.split(), other.split()
    if "".join(first) == "".join(second):
        return True
    if len(first) > 1 and len(second) > 1:  # both have a post and a name: the names decide, unless they are masked
        return first[-1] == second[-1] and not is_masked(first[-1])
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) == 1 and shorter[0] in longer
