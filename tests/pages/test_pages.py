"""Golden pages, and templates that use nothing but their context."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta, nodes

from generator.pages import (
    changes,
    dictionary,
    findings,
    forward,
    gone,
    guide,
    indicators,
    lists,
    missing,
    news,
    overview,
    record,
    rules,
    search,
    shell,
    status,
    terms,
    village,
)
from generator.pages.commitment import listing
from generator.pages.commitment import record as commitment
from generator.pages.decision import record as decision
from generator.pages.desk import Common, PlaceCommon, RecordCommon
from generator.pages.finance import record as finance
from generator.pages.finance import year
from generator.pages.render import environment
from generator.poster import sheet
from tests.golden import EXPECTED, pages
from tests.support.county import ROOT

Context = tuple[type, ...]

CONTEXTS: dict[str, Context] = {
    "pages/commitment.html": (RecordCommon, commitment.CommitmentPage),
    "pages/commitments.html": (PlaceCommon, listing.CommitmentsPage),
    "pages/county.html": (Common, overview.CountyPage),
    "pages/decision.html": (RecordCommon, decision.DecisionPage),
    "pages/dictionary.html": (Common, dictionary.DictionaryPage),
    "pages/finance.html": (RecordCommon, finance.FinancePage),
    "pages/finance_year.html": (PlaceCommon, year.FinanceYearPage),
    "pages/findings.html": (Common, findings.FindingsPage),
    "pages/guide.html": (Common, guide.GuidePage),
    "pages/indicators.html": (Common, indicators.IndicatorsPage),
    "pages/list.html": (PlaceCommon, lists.ListPage),
    "pages/changes.html": (Common, changes.ChangesPage),
    "pages/gone.html": (Common, gone.GonePage),
    "pages/missing.html": (Common, missing.MissingPage),
    "pages/news.html": (Common, news.NewsPage),
    "pages/record.html": (RecordCommon, record.RecordPage),
    "pages/rule.html": (Common, rules.RulePage),
    "pages/rules.html": (Common, rules.RulesPage),
    "pages/search.html": (Common, search.SearchPage),
    "pages/status.html": (PlaceCommon, status.StatusPage),
    "pages/tables.html": (Common, dictionary.TablesPage),
    "pages/terms.html": (Common, terms.TermsPage),
    "pages/township.html": (Common, overview.TownshipPage),
    "pages/village.html": (PlaceCommon, village.VillagePage),
    "pages/withheld.html": (PlaceCommon, lists.WithheldPage),
    "leads/correction.html": (RecordCommon, record.RecordPage),
    "leads/notice.html": (RecordCommon, record.RecordPage),
    "leads/question.html": (RecordCommon, record.RecordPage),
    "sheets/commitment.html": (RecordCommon, commitment.CommitmentPage),
    "sheets/correction.html": (RecordCommon, record.RecordPage),
    "sheets/decision.html": (RecordCommon, decision.DecisionPage),
    "sheets/finance.html": (RecordCommon, finance.FinancePage),
    "sheets/notice.html": (RecordCommon, record.RecordPage),
    "sheets/question.html": (RecordCommon, record.RecordPage),
    "sheets/record.html": (RecordCommon, record.RecordPage),
    "sheets/sheet.html": (RecordCommon, sheet.SheetPage),
    "ui/footer.html": (shell.Shell,),
    "ui/forward.html": (forward.Forward,),
    "ui/header.html": (shell.Shell,),
    "ui/head.html": (shell.Head,),
    "ui/mark.html": (shell.Mark,),
}
"""What `fill` is given for each."""


def test_golden_pages(tmp_path: Path) -> None:
    """Pages are as they were last read; after a wanted change run `make golden` and read the diff."""
    made = pages(tmp_path)
    assert {p.relative_to(EXPECTED).as_posix() for p in EXPECTED.rglob("*.html")} == set(made)
    for url, html in made.items():
        assert html == (EXPECTED / url).read_text(encoding="utf-8"), url


def test_every_template_has_a_context() -> None:
    """The folder and the table above agree."""
    found = {f"{path.parent.name}/{path.name}" for path in (ROOT / "theme").glob("*/*.html")}
    assert {name for name in found if not name.startswith("ui/")} == {
        name for name in CONTEXTS if not name.startswith("ui/")
    }


@pytest.mark.parametrize("template", sorted(CONTEXTS))
def test_template_uses_only_its_context(template: str) -> None:
    """Every variable of a template is a field of one of its contexts or a global."""
    env = environment(ROOT / "theme")
    assert env.loader is not None
    source, _, _ = env.loader.get_source(env, template)
    parsed = env.parse(source)
    used = meta.find_undeclared_variables(parsed)
    used -= {name.name for name in parsed.find_all(nodes.Name) if name.ctx == "store"}
    used -= {one.target for one in parsed.find_all(nodes.Import)}
    known = {field.name for context in CONTEXTS[template] for field in fields(context)} | set(env.globals)
    if template.startswith("leads/"):
        known.add("ui")  # which pages/record.html has imported
    assert used <= known


def test_clerks_text_is_escaped() -> None:
    """Autoescape is on for every template of ours."""
    env = environment(ROOT / "theme")
    assert env.from_string("{{ x }}").render(x="<b>&") == "&lt;b&gt;&amp;"
    assert env.undefined is jinja2.StrictUndefined
