"""What the generator itself says of a place is in the words of that place: 村, 社区, 嘎查, 镇, 苏木, 街道."""

from __future__ import annotations

import html
import re
import shutil

import pytest

from generator import pipeline
from generator.base.finding import Finding
from generator.records.kinds import KINDS
from generator.records.places import County, Terms, Township, Village, filled, words_of
from generator.rules.catalogue import catalogue
from generator.rules.explain import explain
from tests.support.county import ROOT
from tests.support.village import case_of

PROFILES = ROOT / "tests/profiles"
_SHORT = 4
CLERK = "〇"
"""Stands for what the clerk wrote, which may name anybody."""
LAW = re.compile(
    r"《[^》]*》(?:（[^）]*）)?|[村居]民(?:代表)?会议(?:决议)?|村民代表|嘎查村民委员会|[村居]务事项|村民协商|村民小组|村干部民主评议"
    r"|乡镇答复|(?:与|其他)?村干部\w*|本村|转乡镇|镇审核|乡镇干部|村民代表数|村级|乡镇批准|包村领导|答复村民|村庄规划建设|村民委员会"
)
"""Names that the law gives, and the fields and options of the records, which are the same everywhere."""
OTHERS = {
    "cun": (re.compile(r"社区|居民|居委|居务|嘎查|苏木|街道"), re.compile(r"村(?!级)|嘎查|苏木|街道|乡镇")),
    "shequ": (re.compile(r"村|镇|嘎查|苏木"), re.compile(r"村|居务|镇|嘎查|苏木")),
    "gacha": (re.compile(r"村|社区|居民|镇|街道"), re.compile(r"村|嘎查务|镇|街道")),
}
"""For each county: what no page of a village may say, and what no page of the township's own records may say."""


@pytest.fixture(scope="module", params=list(OTHERS))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str], str]:
    """A county with a sample of every kind in its village and in its township, built: its name, its texts by address,
    and all that clerks wrote in it."""
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(PROFILES / request.param, folder / "content")
    for where in ("zhen/yicun", "zhen/records"):
        for kind in KINDS:
            path = folder / "content" / where / kind.folder / "2026-06.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(kind.sample, encoding="utf-8")
    prepared = pipeline.prepare(folder / "content", folder / "ledger", ROOT / "theme")
    pages = {url: f"{page.header}{page.main}{page.title}" for url, page in prepared.pages.items()}
    written = "".join(path.read_text(encoding="utf-8") for path in (folder / "content").rglob("*.yml"))
    return request.param, pages, written


def own_words(shown: str, written: str) -> str:
    """What remains of a page's text when all that clerks wrote is taken out, the longest piece first."""
    text = html.unescape(re.sub(r"<[^>]*>", "\n", shown))
    pieces = {piece.strip(" \"'-") for piece in re.split(r"[\n{}\[\]]|: |, ", written)}
    pieces |= {part for piece in pieces for part in re.split(r"[，。；、 ]", piece)}
    text = "\n".join(line for line in text.split("\n") if line.strip() not in pieces)
    for piece in sorted((one for one in pieces if len(one) > 1), key=len, reverse=True):
        if len(piece) == _SHORT:  # what is left of shorter pieces may be part of a name of the law
            text = LAW.sub("", text)
        text = text.replace(piece, CLERK)
    return LAW.sub("", text)


@pytest.mark.slow
def test_no_page_uses_a_word_of_another_level(made: tuple[str, dict[str, str], str]) -> None:
    name, pages, written = made
    of_villages, of_townships = OTHERS[name]
    wrong = []
    for url, shown in pages.items():
        pattern = of_townships if url.startswith("zhen/records/") else of_villages if url.startswith("zhen/") else None
        if pattern:
            text = own_words(shown, written)
            wrong += [f"{url}: …{text[max(0, m.start() - 12) : m.end() + 12]!r}" for m in pattern.finditer(text)]
    assert not wrong, "\n".join(wrong)


GACHA = {"县级": "旗", "乡级": "苏木", "村级": "嘎查", "村民": "农牧民", "村民委员会": "嘎查委员会"}
GACHA |= {"监督机构": "嘎查务监督委员会", "村务": "嘎查务"}


def said(finding: Finding) -> str:
    """A finding's words without what it quotes and without the names that the law or the records give."""
    text = "\n".join((finding.message, finding.remedy, finding.note))
    return re.sub(r"“[^”]*”", "", text)


def test_a_placeholder_is_filled_with_the_words_of_the_place() -> None:
    usual = Terms.model_validate({})
    code = {"名称": "某处", "区划代码": "990123100000"}
    community = words_of(usual, Village.model_validate(code | {"类型": "社区"}))
    township = words_of(Terms.model_validate(GACHA), Township.model_validate(code))
    county = words_of(usual, County.model_validate(code))
    text = "请{监督机构}看；{村级}里，{村务}，{村民代表会议}；{别的}"
    assert filled(text, usual) == "请村务监督委员会看；村里，村务，村民代表会议；{别的}"
    assert filled(text, community) == "请居务监督委员会看；社区里，居务，居民代表会议；{别的}"
    assert filled(text, township) == "请苏木纪委看；苏木里，政务，会议；{别的}"
    assert filled(text, county) == "请县纪委看；县里，政务，会议；{别的}"


EXEMPT = ("C04", "P13", "S04", "Y14", "Y15")
"""The first three say a clerk's words in a changed form: masked, or with the word that is right. The reader tells where
files go before any profile is read."""
CASES = [(rule, example) for rule in catalogue().values() for example in explain(rule).examples if not example.good]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.code}" for rule, _ in CASES])
def test_no_message_uses_a_word_of_another_level(
    rule: object, example: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every bad example of every rule, judged in a 旗: what the rule itself says has no 村, 镇 or 县."""
    monkeypatch.setattr("tests.support.village.COUNTY", {"名称": "青坡旗", "区划代码": "990323000000", "称谓": GACHA})
    case = case_of(rule, example)  # type: ignore[arg-type]
    written = "".join(data.decode(errors="replace") for data in case.files.values())
    for finding in case.run():
        if finding.code == rule.code and rule.code not in EXEMPT:  # type: ignore[attr-defined]
            text = own_words(said(finding), written)
            assert not re.search(r"村|社区|居民|镇|街道", text), text
