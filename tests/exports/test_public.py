"""What goes out is what the pages show, and nothing more."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from generator.base.finding import Effect, Finding, Span
from generator.exports.json_values import plain, shown
from generator.exports.rows import filled
from generator.records.kinds import BY_FOLDER, KINDS
from generator.records.tables import Table
from tests.exports.model import LIUWAN, SAMPLES, SITE, files, gathered, village

pytestmark = pytest.mark.slow

MARK = "只有一处写了的话"


def everything(made: dict[str, bytes]) -> str:
    """All that the files say, the workbook's sheets too."""
    said = [content.decode() for name, content in made.items() if not name.endswith(".xlsx")]
    with zipfile.ZipFile(io.BytesIO(made["records.xlsx"])) as book:
        said += [book.read(name).decode() for name in book.namelist()]
    return "\n".join(said)


def test_withheld_records_are_nowhere() -> None:
    """Neither their words nor their addresses, also where another record names them."""
    records = SAMPLES | {
        "notices/secret": SAMPLES["notices/2026-10"].replace("正文: |", f"说明: {MARK}\n正文: |"),
        "questions/named": SAMPLES["questions/2026-10"] + "相关: [notices/secret, finance/2026-10]\n",
    }
    assert MARK in everything(files(village(records)))
    said = everything(files(village(records, withheld=["notices/secret"])))
    assert MARK not in said
    assert "notices/secret" not in said
    assert "finance/2026-10.html" in said


@pytest.mark.parametrize("audience", ["本村", "党内"])
def test_records_for_others_are_nowhere(audience: str) -> None:
    text = SAMPLES["questions/2026-10"].replace("公开:\n", f"公开:\n  范围: {audience}\n").replace("装？", MARK)
    assert MARK not in everything(files(village(SAMPLES | {"questions/inside": text})))


def test_records_of_tomorrow_are_nowhere() -> None:
    text = SAMPLES["questions/2026-10"].replace("公开日期: 2026-11-06", "公开日期: 2026-11-19").replace("装？", MARK)
    assert MARK not in everything(files(village(SAMPLES | {"questions/later": text})))


def test_classifications_and_attachments_stay_inside() -> None:
    """Keys that no page shows. 渠道 is shown of a step of a decision, not of a record."""
    made = files(village())
    said = everything(made)
    for key in ("范围", "户名", "对方类别", "按什么算到会", "附件", "仅存纸质", "算式", "个人信息", "计入合计"):
        assert f'"{key}"' not in said, key
    assert all("渠道" not in record["公开"] for record in json.loads(made["records.json"])["记录"])


def test_references_lead_to_pages() -> None:
    """To the page of the record named; those of one place and, by the township's links, of others."""
    data = json.loads(files(village())["records.json"])
    correction = next(one for one in data["记录"] if one["记录种类"] == "更正")
    assert correction["更正的记录"] == f"{SITE}shidu/liuwan/finance/2026-10.html"


def test_notes_go_with_the_record() -> None:
    """Neutral notes as on the page; what only the clerk sees does not."""
    path = f"{LIUWAN.folder}/finance/2026-10.yml"
    flag = Finding(Span(path), "T03", Effect.FLAG, "晚了", "", "11月12日公开，比期限晚2天。", "依据")
    hint = Finding(Span(path), "F99", Effect.HINT, MARK, "", MARK)
    made = files(village(findings=[flag, hint]))
    record = next(one for one in json.loads(made["records.json"])["记录"] if one["记录种类"] == "财务收支")
    assert record["需要说明的地方"] == [{"规则": "T03", "说明": "11月12日公开，比期限晚2天。", "依据": "依据"}]
    assert "11月12日公开，比期限晚2天。" in made["finance.csv"].decode()
    assert MARK not in everything(made)


def test_tables_about_persons_go_out_as_totals() -> None:
    """What is downloaded cannot be taken back when the 公示期 is over."""
    table = Table.model_validate(
        {
            "列": [{"列": "姓名", "个人信息": "是"}, {"列": "金额", "类型": "金额", "单位": "元"}],
            "行": [["王某某", "300.00"], ["李某", "200.00"]],
            "合计": ["合计", "500.00"],
        }
    )
    said = plain(table, lambda _: None)
    assert "行" not in said
    assert said["合计"] == ("合计", "500.00")
    assert shown(table).rows == ()
    place = village({"notices/list": SAMPLES["notices/2026-10"]})
    entry = place.entries[0]
    object.__setattr__(entry.body, "tables", (table,))
    cells = next(one for one in filled(place.entries, gathered(place).records) if one.shape.name == "notices-tables")
    assert [row[-4:] for row in cells.rows] == [["合计", "姓名", "合计", ""], ["合计", "金额", "500.00", "元"]]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.folder))
def test_every_kind_has_its_records(kind: object) -> None:
    """A record of each kind stands in its table and in the JSON."""
    made = files(village())
    folder = next(name for name, one in BY_FOLDER.items() if one is kind)
    url = f"{SITE}shidu/liuwan/{folder}/2026-10.html"
    assert all(url in made[name].decode() for name in (f"{folder}.csv", "records.json"))
