"""A site with a search page and nothing else, and what a person does on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from generator.pages.desk import common
from generator.pages.render import fill
from generator.pages.search import Choice, SearchPage, SearchTownship
from generator.search.documents import SearchDocument
from generator.search.index import indexed, township_index
from generator.site import urls
from tests.search.corpus import KINDS
from tests.support.desks import ENV, county_desk

THEME = Path(__file__).parents[2] / "theme"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'"


def build_site(
    folder: Path, townships: Sequence[tuple[str, str, Sequence[SearchDocument]]], policy: str = POLICY
) -> None:
    """Write search.html, its assets and the townships' indexes."""
    listed = []
    for slug, name, documents in townships:
        index = township_index(slug, name, map(indexed, documents))
        for path, content in index.files:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        villages = sorted({(d.village, d.village_name or "") for d in documents if d.village})
        choices = (*(Choice(*village) for village in villages), Choice("records", f"{name}本级"))
        listed.append(SearchTownship(slug, name, index.manifest.attribute, choices))
    context = SearchPage(
        townships=tuple(listed),
        boards=tuple(Choice(board, board) for board in ("党务", "村务", "财务")),
        kinds=tuple(Choice(kind, name) for kind, (name, _) in KINDS.items()),
        years=tuple(sorted({d.day.year for _, _, documents in townships for d in documents}, reverse=True)),
    )
    body = fill(ENV, "pages/search.html", common(county_desk(), urls.SEARCH), context)
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
    head += '<meta name="viewport" content="width=device-width,initial-scale=1"><title>搜索</title>'
    head += '<link rel="stylesheet" href="assets/sanwu.css">'
    html = f'<!doctype html><html lang="zh-Hans"><head>{head}</head><body><div class="pg" id="main">{body}</div></body></html>'
    (folder / "search.html").write_text(html, encoding="utf-8")
    (folder / "assets").mkdir(exist_ok=True)
    for asset in ("search.js", "ts-table.js", "sanwu.css"):
        (folder / "assets" / asset).write_bytes((THEME / "assets" / asset).read_bytes())


@dataclass(frozen=True)
class Found:
    """What the page shows after a query."""

    said: str
    """First status sentence."""
    urls: list[str]
    titles: list[str]
    excerpts: list[str]
    marks: list[str]
    first: int
    """Hits before the button was pressed."""
    buttons: list[str]
    """The button's words, each time it was there."""


ASK = """async ([fields, presses, partly]) => {
  const form = document.getElementById("search"), list = document.getElementById("hits");
  const button = document.getElementById("more"), status = document.getElementById("found-n");
  const idle = async () => {
    for (;;) {
      await new Promise((done) => setTimeout(done, 4));
      if (!list.hasAttribute("aria-busy")) return;
    }
  };
  form.t.value = fields.t || "";
  form.t.dispatchEvent(new Event("change", {bubbles: true}));
  for (const name of ["q", "v", "k", "y", "s"]) form[name].value = fields[name] || "";
  form.querySelector("button").click();
  await idle();
  const said = status.textContent, first = list.children.length, buttons = [];
  while (!button.parentNode.hidden) {
    buttons.push(button.textContent);
    if (buttons.length > presses || !partly && button.textContent === "再看部分对上的") break;
    button.click();
    await idle();
  }
  const texts = (selector) => Array.from(list.querySelectorAll(selector), (one) => one.textContent);
  return {
    said, first, buttons,
    urls: Array.from(list.querySelectorAll("a"), (one) => one.getAttribute("href")),
    titles: texts(".h-t"), excerpts: texts(".h-x"), marks: texts("mark"),
  };
}"""


def ask(
    page: Page, q: str, fields: Mapping[str, str] | None = None, *, presses: int = 0, partly: bool = False
) -> Found:
    """Fill in the form, press the button, and then at most `presses` times the one for more.

    Args:
        page: with the search page open.
        q: what is looked for.
        fields: the other controls by name: t, v, k, y, s.
        presses: at most so many.
        partly: go on to what holds a number or a date only as a part of something longer.
    """
    got: dict[str, Any] = page.evaluate(ASK, [{"q": q, **(fields or {})}, presses, partly])
    return Found(**got)
