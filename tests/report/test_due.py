"""`disclose due`: the clerk's list for the month, and its commands do what it says."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from generator.build.duties import NoSuchPlace, due
from generator.build.survey import NothingFound
from tests.support.command import disclose
from tests.support.county import ROOT
from tests.support.village import VILLAGE

pytestmark = pytest.mark.slow

DEMONSTRATION = (ROOT / "content", ROOT / "ledger")


def lines(*arguments: str) -> list[str]:
    day, asked = arguments
    return list(due(*DEMONSTRATION, day, asked))


def test_what_is_missing_stands_with_its_command() -> None:
    said = "\n".join(lines("2026-11-18", "shidu/liuwan"))
    assert said.startswith("柳湾村2026年11月要做的（2026年11月18日的情况）")
    assert "2026年第三季度村务事项：应在2026年10月20日前公开，已过29天" in said
    assert "说明：宅基地审批材料正在核对" in said
    assert (
        "disclose new notices content/shidu/liuwan/notices/2026-q3-cunwu.yml".replace("content", str(ROOT / "content"))
        in said
    )
    assert "“事项”写村务事项，“期间”写 2026-Q3" in said


def test_what_is_due_this_month_and_not_what_is_public_or_later() -> None:
    said = lines("2026-12-03", "shidu/shangyan")
    due_now = [line.split(". ")[1] for line in said if "财务收支：" in line and "还有" in line]
    assert due_now == ["2026年11月财务收支：应在2026年12月15日前公开，还有12天"]


def test_late_ones_only_until_somebody_says_why() -> None:
    said = "\n".join(lines("2026-11-18", "shidu/liuwan"))
    assert "2026年7月财务收支" not in said  # village.yml says why
    assert "五组排水沟什么时候修：应在2026年5月22日前答复，晚2天" in said


def test_a_kind_never_used_is_not_missing() -> None:
    said = "\n".join(lines("2026-11-18", "shidu/shangyan"))
    assert "缺的" not in said
    assert "没有登记过的，不算缺：" in said


def test_an_open_question_is_answered_where_it_is() -> None:
    said = "\n".join(lines("2026-11-18", "shidu/shiqiao"))
    assert "questions/2026-10-zhangmu.yml，写上“答复”" in said


def test_township_and_county() -> None:
    township = lines("2026-11-18", "shidu")
    assert township[0] == "石渡镇各村要做的（2026年11月18日的情况）"
    county = lines("2026-11-18", "")
    assert county[0].startswith("澄安县各村")
    assert [line for line in township[1:-1] if line not in county] == []
    assert "合计：5个村" in county[-1]


def test_unknown_place_says_which_was_meant() -> None:
    with pytest.raises(NoSuchPlace, match="是不是 shidu/liuwan"):
        lines("2026-11-18", "shidu/liuwa")
    with pytest.raises(NoSuchPlace, match="没有 mars"):
        lines("2026-11-18", "mars")


def test_no_village_is_nothing_found(county: Path) -> None:
    for path in (county / "content").glob("*/*/village.yml"):
        path.write_text("坏: [", encoding="utf-8")
    with pytest.raises(NothingFound):
        due(county / "content", county / "ledger")


def test_the_command_it_gives_works(county: Path) -> None:
    village = county / "content/shidu/liuwan/village.yml"
    village.write_text(VILLAGE.replace("2026-11-01", "2026-07-01"), encoding="utf-8")
    listed = disclose(county, "due", "--village", "shidu/liuwan")
    assert listed.returncode == 0, listed.stderr
    commands = [line.strip() for line in listed.stdout.splitlines() if line.strip().startswith("disclose new")]
    assert "disclose new finance content/shidu/liuwan/finance/2026-q3.yml" in commands
    for command in commands:
        done = disclose(county, *shlex.split(command)[1:])
        assert done.returncode == 0, done.stderr
        assert (county / command.split()[-1]).is_file()


def test_bad_usage(county: Path) -> None:
    done = disclose(county, "due", "--village", "shidu")
    assert done.returncode == 2
    assert "--township shidu" in done.stderr
    assert disclose(county, "due", "--township", "mars").returncode == 2


def test_the_county_itself() -> None:
    """No law lays down a day for its offices; a county without records of its own is told where they go."""
    said = list(due(*DEMONSTRATION, "2026-11-18", "records"))
    assert said == ["澄安县2026年11月要做的（2026年11月18日的情况）", "这个月没有要做的。"]
    assert not any("（records）" in line for line in due(*DEMONSTRATION, "2026-11-18", ""))


def test_a_county_without_records_of_its_own_is_told_where_they_go(county: Path) -> None:
    with pytest.raises(NoSuchPlace, match=r"records/种类/文件名\.yml"):
        due(county / "content", county / "ledger", "2026-11-18", "records")
