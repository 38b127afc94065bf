"""The terms under which a county may let its data be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LicenceName = Literal["CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC0 1.0"]
"""The name in county.yml."""
USUAL: LicenceName = "CC BY 4.0"
_DEED = "https://creativecommons.org/{}/deed.zh-hans"


@dataclass(frozen=True, slots=True)
class Licence:
    """One licence."""

    name: str
    """The name in catalogues of data (SPDX): CC-BY-4.0."""
    title: str
    meaning: str
    """The meaning in plain words."""
    address: str
    """The address of its text for laymen."""


LICENCES: Mapping[LicenceName, Licence] = {
    "CC BY 4.0": Licence(
        "CC-BY-4.0",
        "知识共享署名 4.0 国际许可协议",
        "谁都可以拿去用，写明来源就行。",
        _DEED.format("licenses/by/4.0"),
    ),
    "CC BY-SA 4.0": Licence(
        "CC-BY-SA-4.0",
        "知识共享署名—相同方式共享 4.0 国际许可协议",
        "谁都可以拿去用，要写明来源；改过再发出去的，也要让别人同样能用。",
        _DEED.format("licenses/by-sa/4.0"),
    ),
    "CC BY-NC 4.0": Licence(
        "CC-BY-NC-4.0",
        "知识共享署名—非商业性使用 4.0 国际许可协议",
        "谁都可以拿去用，要写明来源，不能拿去赚钱。",
        _DEED.format("licenses/by-nc/4.0"),
    ),
    "CC0 1.0": Licence(
        "CC0-1.0",
        "知识共享公有领域贡献 1.0 通用",
        "谁都可以拿去用，没有条件。",
        _DEED.format("publicdomain/zero/1.0"),
    ),
}
