"""Golden pages, and templates that use nothing but their context."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta, nodes

from generator.pages import (
    commitment,
    commitments,
    decision,
    dictionary,
    finance,
    finance_year,
    findings,
    forward,
    guide,
    indicators,
    lists,
    missing,
    news,
    overview,
    plain,
    record,
    rules,
    search,
    shell,
    status,
    terms,
    village,
)
from generator.pages.render import environment
from generator.poster import sheet
from tests.county import ROOT
from tests.golden import EXPECTED, PAGES, pages

CONTEXTS: dict[str, type] = {
    "pages/404.html": missing.MissingPage,
    "pages/commitment.html": commitment.CommitmentPage,
    "pages/commitments.html": commitments.CommitmentsPage,
    "pages/correction.html": plain.CorrectionPage,
    "pages/county.html": overview.CountyPage,
    "pages/decision.html": decision.DecisionPage,
    "pages/dictionary.html": dictionary.DictionaryPage,
    "pages/tables.html": dictionary.TablesPage,
    "pages/finance.html": finance.FinancePage,
    "pages/finance_year.html": finance_year.FinanceYearPage,
    "pages/findings.html": findings.FindingsPage,
    "pages/guide.html": guide.GuidePage,
    "pages/indicators.html": indicators.IndicatorsPage,
    "pages/list.html": lists.ListPage,
    "pages/news.html": news.NewsPage,
    "pages/notice.html": plain.NoticePage,
    "pages/question.html": plain.QuestionPage,
    "pages/record.html": record.RecordPage,
    "pages/rule.html": rules.RulePage,
    "pages/rules.html": rules.RulesPage,
    "pages/search.html": search.SearchPage,
    "pages/sheet.html": sheet.SheetPage,
    "pages/status.html": status.StatusPage,
    "pages/terms.html": terms.TermsPage,
    "pages/township.html": overview.TownshipPage,
    "pages/village.html": village.VillagePage,
    "pages/withheld.html": lists.WithheldPage,
    "sheets/commitment.html": commitment.CommitmentPage,
    "sheets/correction.html": plain.CorrectionPage,
    "sheets/decision.html": decision.DecisionPage,
    "sheets/finance.html": finance.FinancePage,
    "sheets/notice.html": plain.NoticePage,
    "sheets/question.html": plain.QuestionPage,
    "sheets/record.html": record.RecordPage,
    "ui/footer.html": shell.Shell,
    "ui/forward.html": forward.Forward,
    "ui/header.html": shell.Shell,
    "ui/head.html": shell.Head,
    "ui/mark.html": shell.Mark,
}


def test_golden_pages(tmp_path: Path) -> None:
    """Pages are as they were last read; after a wanted change run `make golden` and read the diff."""
    made = pages(tmp_path)
    assert {p.relative_to(EXPECTED).as_posix() for p in EXPECTED.rglob("*.html")} == set(PAGES)
    for url, html in made.items():
        assert html == (EXPECTED / url).read_text(encoding="utf-8"), url


def test_every_template_has_a_context() -> None:
    """The folder and the table above agree."""
    found = {f"{path.parent.name}/{path.name}" for path in (ROOT / "theme").glob("[ps]*/*.html")}
    assert found == {name for name in CONTEXTS if name.startswith(("pages/", "sheets/"))}


@pytest.mark.parametrize("template", sorted(CONTEXTS))
def test_template_uses_only_its_context(template: str) -> None:
    """Every variable of a template is a field of its context dataclass, a global, or the words of the place."""
    env = environment(ROOT / "theme")
    assert env.loader is not None
    source, _, _ = env.loader.get_source(env, template)
    parsed = env.parse(source)
    used = meta.find_undeclared_variables(parsed)
    used -= {name.name for name in parsed.find_all(nodes.Name) if name.ctx == "store"}
    known = {field.name for field in fields(CONTEXTS[template])} | set(env.globals) | {"words"}
    assert used <= known


def test_clerks_text_is_escaped() -> None:
    """Autoescape is on for every template of ours."""
    env = environment(ROOT / "theme")
    assert env.from_string("{{ x }}").render(x="<b>&") == "&lt;b&gt;&amp;"
    assert env.undefined is jinja2.StrictUndefined
