"""The levels that publish, from a village to the county's offices and the party's organisations."""

from __future__ import annotations

from enum import StrEnum


class Publisher(StrEnum):
    """A level that the law speaks to. What a county calls them (嘎查, 苏木) makes no difference to the law.

    A place is one of the first five: its level is told by its folder and its profile.
    """

    VILLAGE = "村"
    COMMUNITY = "社区"
    TOWNSHIP = "乡镇"
    STREET = "街道"
    COUNTY = "县级部门"
    PARTY = "党组织"
    """Of the party, at whatever level it stands: it is under rules of its own."""
