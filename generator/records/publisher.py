"""Who makes a record public, told from the name that its 发布单位 gives."""

from __future__ import annotations

import re

from generator.records.common import Board
from generator.records.level import Publisher

_OWN = re.compile(r"[村居牧]民委员会|[村居]委会|嘎查委员会|监督委员会|监事会|理财小组|合作社|联合社|[村居]民小组")
_TOWNSHIP = re.compile(r"街道|(?:镇|乡|苏木)(?:人民)?政府|(?:镇|乡|苏木).*(?:办|所|站|中心|队)(?:公室)?$")
_COUNTY = re.compile(r"[县区市旗州省](?:人民)?政府|(?:局|委员会|办公室|中心|法院|检察院)$")
_PARTY = re.compile(r"^中共|党(?:委|工委|组|支部|总支|员大会)|支部(?:委员会)?$|纪委|纪律检查|组织部|宣传部|统战部")


def publisher_of(level: Publisher, board: Board, issuer: str | None) -> Publisher:
    """Who makes a record public: whom its 发布单位 names, else the place itself, or the place's party organisation.

    Args:
        level: of the place in whose folder the record lies.
        issuer: 发布单位, as the clerk wrote it.
    """
    if board is Board.PARTY:
        return Publisher.PARTY
    name = issuer or ""
    if _OWN.search(name):
        return level
    if _PARTY.search(name):
        return Publisher.PARTY
    if match := _TOWNSHIP.search(name):
        return Publisher.STREET if match[0].startswith("街道") else Publisher.TOWNSHIP
    return Publisher.COUNTY if _COUNTY.search(name) else level
