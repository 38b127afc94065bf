"""The county's own records are judged by the rules for everybody; what asks for a village's bodies or rhythm says nothing."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.layout import COUNTY, Address, Place, locate
from generator.records.level import Publisher
from tests.support.village import judge

OFFICE = "发布单位: 澄安县农业农村局\n"
SHORT = """\
标题: 2026年耕地地力保护补贴资金分配公示
栏目: 财务
形式: 公示
公开: {公开日期: 2026-05-20, 至: 2026-05-27, 审核: [{机构: 澄安县财政局, 日期: 2026-05-18}]}
"""


def codes(files: dict[str, str], as_of: date = date(2026, 11, 18)) -> set[str]:
    return {f.code for f in judge(files, as_of=as_of).findings if f.span.path.startswith(("records/", "county.yml"))}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_a_sample_of_the_county_passes(kind: object) -> None:
    """Every kind can be the county's; the office alone is asked for."""
    folder, sample = kind.folder, kind.sample  # type: ignore[attr-defined]
    named = sample if "发布单位:" in sample else OFFICE + sample
    files = {f"records/{folder}/2026-10.yml": named}
    for other in KINDS:  # what the samples name
        files.setdefault(f"records/{other.folder}/2026-10.yml", other.sample)
    found = [f for f in judge(files).findings if f.span.path == f"records/{folder}/2026-10.yml"]
    assert found == []


def test_nothing_of_a_villages_law_is_asked() -> None:
    """Days on the board are laid down for villages; so are meetings, reports and the receipts of what was given."""
    assert codes({"records/notices/2026-05.yml": OFFICE + SHORT}) == set()
    assert "T06" in {f.code for f in judge({"shidu/liuwan/notices/2026-05.yml": SHORT}).findings}
    given = BY_FOLDER["funds"].sample + "拨付:\n  - {拨给: 石渡镇, 日期: 2026-07-16, 金额: 5000.00}\n"
    assert "F13" not in codes({"records/funds/2026-q3.yml": OFFICE + given})
    meeting = re.sub("^类型: .*", "类型: 月例会", BY_FOLDER["meetings"].sample, flags=re.MULTILINE)
    later = date(2028, 1, 1)
    assert "R03" not in codes({"records/meetings/2026-10.yml": OFFICE + meeting}, later)
    assert "R03" in {f.code for f in judge({"shidu/records/meetings/2026-10.yml": meeting}, as_of=later).findings}


def test_what_holds_for_everybody_holds_for_the_county() -> None:
    text = OFFICE + SHORT.replace("形式: 公示", "形式: 公示\n正文: 联系人电话139" + "0000" + "1234")
    assert "P02" in codes({"records/notices/2026-05.yml": text})
    assert "T05" in codes({"records/notices/2026-05.yml": OFFICE + SHORT.replace("2026-05-18", "2026-05-21")})
    assert "S02" in codes({"records/notices/2026-05.yml": OFFICE + SHORT + "相关: [/shidu/liuwan/finance/2026-01]\n"})


def test_references_lead_to_the_county_and_from_it() -> None:
    home = Address(Place("shidu", "liuwan"), "notices", "a")
    assert home.resolve("/records/notices/b") == Address(COUNTY, "notices", "b") == locate("records/notices/b.yml")
    assert Address(COUNTY, "notices", "b").resolve("funds/c") == Address(COUNTY, "funds", "c")
    assert Address(COUNTY, "notices", "b").resolve("/shidu/records/funds/c") == Address(Place("shidu"), "funds", "c")
    named = {
        "records/notices/b.yml": OFFICE + SHORT,
        "shidu/liuwan/notices/a.yml": SHORT + "相关: [/records/notices/b]\n",
    }
    assert "S02" not in {f.code for f in judge(named).findings}


def test_levels() -> None:
    assert COUNTY.level is Publisher.COUNTY
    assert (Place("shidu").level, Place("shidu", "liuwan").level) == (Publisher.TOWNSHIP, Publisher.VILLAGE)
    assert (COUNTY.folder, COUNTY.profile_path) == ("records", "county.yml")
