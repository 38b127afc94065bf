"""The levels of publishers, from a village to the county's bureaus and the party's organisations."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Whose work a record tells of. The law asks something else of each. A place is one of the first four."""

    VILLAGE = "村"
    COMMUNITY = "社区"
    TOWNSHIP = "乡镇"
    COUNTY = "县级部门"
    PARTY = "党组织"
    """An organisation of the party, at whatever level it stands: it is under rules of its own."""
