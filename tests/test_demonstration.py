"""The demonstration county: its honest defects, each where it was put, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.base.numbers import is_id_number
from generator.build import check
from generator.media.medium import Paper, examined
from tests.support.county import ROOT

DEFECTS = {
    ("T01", "shidu/liuwan/finance/2026-07.yml"),  # nine days late
    ("T01", "shidu/shiqiao/village.yml"),  # a quarter's accounts missing
    ("T03", "shidu/liuwan/village.yml"),  # a quarter's affairs missing, the village says why
    ("D05", "shidu/shangyan/decisions/2026-05-jiagongdian.yml"),  # heads not written
    ("D05", "heling/dongping/decisions/2026-07-laonian.yml"),  # too few came
    ("F01", "shidu/shangyan/finance/2026-09.yml"),  # does not add up: withheld
    ("P13", "heling/xinan/notices/2026-08-linshi-jiuzhu.yml"),  # a personal column: withheld
    ("P06", "heling/xinan/notices/2026-08-linshi-jiuzhu.yml"),  # reasons beside names
    ("P05", "heling/xinan/notices/2026-08-linshi-jiuzhu.yml"),  # an illness beside a name
    ("B03", "heling/dongping/benefits/2026-06-dafeng.yml"),  # no basis told
    ("B04", "heling/dongping/pairings/2026-zhongxinhu.yml"),  # no visit in the second quarter
    ("V03", "shidu/shiqiao/cases/2026-q3.yml"),  # done four days late
    ("V04", "shidu/shiqiao/village.yml"),  # no duty roster for November
    ("T06", "shidu/shiqiao/notices/2026-04-dibao.yml"),  # five days instead of seven
    ("V01", "shidu/liuwan/questions/2026-05-paishuigou.yml"),  # answered late
    ("V01", "shidu/shiqiao/questions/2026-10-zhangmu.yml"),  # not answered
    ("F08", "heling/dongping/finance/2026-06.yml"),  # too much 其他
    ("F11", "heling/xinan/finance/2025-q4.yml"),  # a reception
    ("C10", "heling/xinan/commitments/2026-03-liangyi.yml"),  # overdue, no word
    ("C07", "heling/xinan/village.yml"),  # the rate that follows from it
    ("C06", "shidu/shangyan/commitments/2026-02-wumian.yml"),  # done in July, not evaluated
    ("D16", "heling/dongping/meetings/2026-06-xieshang.yml"),  # agreed in consultation, no news since July
    ("A01", "shidu/shiqiao/meetings/2026-10-jidu-lihui.yml"),  # minutes without what was said
    ("A02", "heling/records/meetings/2026-10-yuelihui.yml"),  # 90% written where 8 of 9 came
    ("M02", "shidu/liuwan/village.yml"),  # no activity day in September
    ("M09", "heling/dongping/members/2026.yml"),  # no new member for four years
    ("R07", "shidu/liuwan/trainings/2025-11-tuochan.yml"),  # seven days of training instead of ten
    ("A07", "heling/xinan/audits/2026-06-gongzuojingfei.yml"),  # a finding past its day
    ("F12", "heling/records/funds/2025-dangyuan-jiaoyu.yml"),  # less than 50 yuan a member
    ("F13", "shidu/records/funds/2026-q3-dangjian.yml"),  # arrived after 45 days
    ("F17", "heling/dongping/registers/2025-zhaiwu.yml"),  # no interest told
    ("F23", "shidu/shangyan/statements/2025.yml"),  # a hint: half of what it has is owed
    ("F26", "shidu/shiqiao/registers/2025-zichan.yml"),  # an asset gone without a reason
    ("M06", "shidu/shiqiao/funds/2025-dangfei.yml"),  # dues spent, no meeting named
    ("T08", "heling/dongping/plans/2026.yml"),  # ten days late
    ("D13", "heling/dongping/contracts/2024-zhulin.yml"),  # land let to outsiders, papers not found
    ("D18", "shidu/shangyan/contracts/2026-tonghulu.yml"),  # two bidders instead of three
    ("F15", "shidu/shangyan/contracts/2024-shuiku.yml"),  # rent paid in part
    ("F16", "shidu/liuwan/finance/2026-03.yml"),  # two payments to one builder within a month
    ("F16", "shidu/liuwan/finance/2026-05.yml"),  # two payments to one quarry within a month
    ("F18", "heling/dongping/payrolls/2026-q3-baojie.yml"),  # names no decision
    ("T07", "shidu/records/projects/2026-jinglaoyuan.yml"),  # no progress for 131 days
    ("E01", "shidu/shiqiao/elections/2024-12-cunweihui.yml"),  # the voters' list 18 days before
    ("E05", "heling/xinan/bodies/2024-juweihui.yml"),  # four instead of five
    ("E08", "shidu/liuwan/bodies/2024-zhibu.yml"),  # a hint: 57 members in one branch
    ("A08", "shidu/shiqiao/reviews/2025-minzhu-pingyi.yml"),  # one vote short
    ("R02", "shidu/shiqiao/pledges/2025.yml"),  # no inspection
    ("R05", "shidu/records/tasks/2026-09-duban.yml"),  # past its day
    ("R06", "heling/records/targets/2025.yml"),  # a hint: a target missed
    ("R08", "heling/records/honours/2026-xinxiyuan.yml"),  # announced for four working days
    ("R08", "shidu/shiqiao/reviews/2023-wugehao.yml"),  # expired
}


def test_exactly_the_intended_defects() -> None:
    checked = check.check(ROOT / "content", ROOT / "ledger")
    assert {(finding.code, finding.span.path) for finding in checked.findings} == DEFECTS


def test_size_of_the_county() -> None:
    """About 300 records of every kind in five villages over eighteen months."""
    checked = check.check(ROOT / "content", ROOT / "ledger")
    villages = [path.parent for path in (ROOT / "content").glob("*/*/village.yml")]
    assert len({village.parent for village in villages}) >= 2
    assert len(villages) == 5
    assert checked.records >= 300
    for village in villages:
        assert {path.name for path in village.iterdir()} >= {"finance", "decisions", "commitments", "notices"}


def test_what_a_villager_sees_of_them(demonstration: Path) -> None:
    """Neutral words with dates, on the pages where one looks."""

    def text(path: str) -> str:
        return (demonstration / path).read_text(encoding="utf-8")

    home = text("shidu/liuwan/index.html")
    assert "2026年第三季度村务事项" in home
    assert "宅基地审批材料正在核对" in home
    assert "垃圾分类点" in home
    assert "晚9天" in text("shidu/liuwan/status-2026.html")
    assert "暂缓公开" in text("shidu/shangyan/finance/2026-09.html")
    assert "976.20" not in text("shidu/shangyan/finance/2026-09.html")
    assert "不到三分之二（18人）" in text("heling/dongping/decisions/2026-07-laonian.html")
    assert "已更正" in text("shidu/liuwan/finance/2026-08.html")
    assert "第2版" in text("shidu/liuwan/finance/2026-08.html")
    correction = text("shidu/liuwan/corrections/2026-09-baojie.html")
    for words in ("91,378.10", "92,378.10", "+1,000.00", "第1版"):
        assert words in correction
    for accusing in ("违规", "拖延", "造假", "账目无误"):
        assert all(accusing not in page.read_text(encoding="utf-8") for page in demonstration.rglob("*/**/*.html"))


def written_in(path: Path) -> str:
    """The text of a file of the site; of a photo there is none, as tests/media shows."""
    what = None if path.suffix not in (".jpg", ".pdf") else examined(path.read_bytes())
    if isinstance(what, Paper):
        return "\n".join(what.pages)
    return path.read_text(encoding="utf-8") if what is None else ""


@pytest.mark.slow
def test_nothing_personal_in_the_site(demonstration: Path) -> None:
    """No mobile, ID or card number in any file, search index included; the invented offices' numbers start with 0000."""
    mobile = re.compile(r"(?<![0-9a-f.])1[3-9][0-9]{9}(?![0-9a-f])")
    eighteen = re.compile(r"(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])")
    for path in demonstration.rglob("*"):
        if path.is_file():
            text = written_in(path)
            assert not mobile.search(text), path
            assert not any(is_id_number(found) for found in eighteen.findall(text)), path
