"""Five sorts of county in small: each passes, is built, and calls things as they are called there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.build import check
from generator.build.survey import survey
from generator.pages.page import Page
from generator.records.places import USUAL_TERMS, Village, words_of
from tests.support.county import ROOT, build

PROFILES = ROOT / "tests/profiles"
NAMES = sorted(path.name for path in PROFILES.iterdir())
HEADING = re.compile(
    r"<(h[1-3]|th|caption|dt|title)\b[^>]*>(.*?)</\1>|aria-label=\"([^\"]*)\"|data-l=\"([^\"]*)\"", re.DOTALL
)
TAB = re.compile(r'<a[^>]*href="[^"]*affairs.html"[^>]*>(.*?)</a>')
GENERAL = ("help/", "rules/", "data/", "404.html")
"""Pages that explain the law and the data for every sort of place."""
LEGAL = ("嘎查村民委员会", "村民代表会议", "村民代表", "村务事项")
"""Names that the law or the directory gives everywhere."""


@pytest.fixture(scope="module")
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    ledger = tmp_path_factory.mktemp("ledger")
    made = pipeline.prepare(PROFILES / request.param, ledger, ROOT / "theme").pages
    return {url: page for url, page in made.items() if not url.startswith(GENERAL)}


def headings(page: Page) -> str:
    """What stands in headings, captions, labels and tabs."""
    found = HEADING.findall(f"{page.header}{page.main}<title>{page.title}</title>")
    return "\n".join(re.sub(r"<[^>]*>", "", "".join(one[1:])) for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_passes(name: str, tmp_path: Path) -> None:
    checked = check.check(PROFILES / name, tmp_path)
    assert [f"{f.span} {f.code} {f.message}" for f in checked.findings] == []
    assert checked.records == 3


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_is_built(name: str, tmp_path: Path) -> None:
    shutil.copytree(PROFILES / name, tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    assert build(tmp_path).checked.withheld == 0
    assert (tmp_path / "site/zhen/yicun/index.html").is_file()


@pytest.mark.parametrize("pages", ["gacha"], indirect=True)
def test_a_banner_says_gacha(pages: dict[str, Page]) -> None:
    """嘎查, 苏木, 旗 and 农牧民, and no village in a heading but where the law says so."""
    county, township, home = pages["index.html"], pages["zhen/index.html"], pages["zhen/yicun/index.html"]
    assert "青坡旗嘎查级三务公开" in county.main
    assert "农牧民提问" in headings(county)
    assert "云布苏木各嘎查公开情况" in headings(township)
    assert "嘎查里的机构和人" in headings(home)
    assert "全苏木合计" in township.main
    for url, page in pages.items():
        said = headings(page)
        for word in LEGAL:
            said = said.replace(word, "")
        assert "村" not in said, (url, re.findall(r".{0,8}村.{0,8}", said))


@pytest.mark.parametrize("pages", ["shequ"], indirect=True)
def test_a_community_has_residents_affairs(pages: dict[str, Page]) -> None:
    home = pages["zhen/yicun/index.html"]
    tabs = [re.sub(r"<[^>]*>", "", tab) for tab in TAB.findall(home.header)]
    assert tabs == ["居务"]
    assert "新渡社区居务公开" in headings(pages["zhen/yicun/affairs.html"])
    assert "社区“两委”商议" in pages["zhen/yicun/decisions/2026-10-dengpao.html"].main
    assert "社区干部的承诺由街道统一通报" in pages["zhen/yicun/status-2026.html"].main
    assert "居民提问" in headings(pages["index.html"])
    shown = {url: re.sub(r"<[^>]*>", "", f"{page.header}{page.main}{page.title}") for url, page in pages.items()}
    assert [url for url, text in shown.items() if "村" in text] == []


def test_a_community_among_villages_keeps_its_own_words() -> None:
    """In a county of villages, too."""
    profile = Village.model_validate({"名称": "新渡社区", "区划代码": "990123100201", "类型": "社区"})
    words = words_of(USUAL_TERMS, profile)
    assert (words.village, words.affairs, words.supervisors) == ("社区", "居务", "居务监督委员会")
    assert words_of(USUAL_TERMS, None) == USUAL_TERMS


@pytest.mark.parametrize("pages", ["cunjie"], indirect=True)
def test_a_street_village(pages: dict[str, Page]) -> None:
    assert "东渠镇各村街公开情况" in headings(pages["zhen/index.html"])
    assert "村街里值班" in headings(pages["zhen/yicun/index.html"])
    assert "村民监督小组" in pages["zhen/yicun/finance/2026-10.html"].main
    assert "村街班子、村街干部和党员" in pages["zhen/yicun/commitments/index.html"].main


@pytest.mark.parametrize("pages", ["shiyanqu"], indirect=True)
def test_a_test_zone(pages: dict[str, Page]) -> None:
    assert "看全实验区最近的动态" in re.sub(r"<[^>]*>", "", pages["index.html"].main)
    assert "白石村村务公开" in headings(pages["zhen/yicun/affairs.html"])


@pytest.mark.parametrize("pages", ["cun"], indirect=True)
def test_a_village(pages: dict[str, Page]) -> None:
    assert "澄安县村级三务公开" in pages["index.html"].main
    assert "柳湾村村务公开" in headings(pages["zhen/yicun/affairs.html"])


def test_what_the_counties_set(tmp_path: Path) -> None:
    """Terms and parameters differ, which is what a profile is."""
    found = {name: survey(PROFILES / name, tmp_path).setting.profile for name in NAMES}
    assert {name: one.terms.village for name, one in found.items()} == {
        "cun": "村",
        "cunjie": "村街",
        "gacha": "嘎查",
        "shequ": "社区",
        "shiyanqu": "村",
    }
    assert len({tuple(one.parameters.items()) for one in found.values()}) == len(NAMES)
