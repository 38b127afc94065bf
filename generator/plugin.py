"""MkDocs events → pipeline calls; no logic. Works the same under `mkdocs build`, `mkdocs serve` and `disclose build`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage

from generator import pipeline
from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.render import environment
from generator.pages.shell import framed
from generator.publish.host import Contents
from generator.rules.catalogue import catalogue, family_of
from generator.site import urls
from generator.survey import CountyUnreadable, NothingFound

_COMMENT = re.compile(r"\s*/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")
PACKED = {urls.STYLESHEET: "", urls.SCRIPT: "\n"}
"""What every page asks for, and what stands between its lines when they are sent: a script needs their ends."""
UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.", "sitemap.xml")
"""Files of Material and MkDocs that no page of ours asks for, or that we make ourselves."""


class DisclosureConfig(Config):
    """Options in mkdocs.yml, paths relative to it."""

    content = c.Type(str, default="content")
    """The county's records."""
    ledger = c.Type(str, default="ledger")
    """What was published before."""
    as_of = c.Type(str, default="")
    """The day to look at the county, YYYY-MM-DD."""


class DisclosurePlugin(BasePlugin[DisclosureConfig]):
    """Adds the records' pages to the host's."""

    contents: Contents | None = None
    """Given by `disclose build`; else the whole county is prepared here."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the records, render their pages, and put the rules into the navigation."""
        home = Path(config.config_file_path or ".").parent
        self.theme = Path(config.theme.custom_dir or home / "theme")
        self.given = self.contents or self._prepared(home)
        county = self.given.county
        config.site_name = f"{county.name}村级三务公开"
        config.site_url = county.site_url or None
        config.nav = [*(config.nav or []), *_rules_nav()]
        config.theme.static_templates -= {"sitemap.xml", urls.ERROR}
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Register our pages beside the Markdown ones; drop Material's scripts."""
        for file in list(files):
            if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
                files.remove(file)
        for url, page in self.given.pages.items():
            source = url.removesuffix(".html") + ".md"
            level = InclusionLevel.INCLUDED if page.layout == "article" else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, source, content="", inclusion=level))
        return files

    def on_page_content(self, html: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """Give the host our HTML, or our header and footer around its own."""
        ours = self.given.pages.get(page.file.dest_uri)
        if ours is None:
            ours = self._help_page(page, html)
        page.meta.update(_meta(ours))
        return ours.main

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what is no page: the search index. Comments and indents are for us, not for a slow phone."""
        for asset, between in PACKED.items():
            file = Path(config.site_dir) / asset
            text = _INDENT.sub(between, _COMMENT.sub("", file.read_text(encoding="utf-8")).strip())
            file.write_text(text, encoding="utf-8", newline="\n")
        for path, data in self.given.files.items():
            target = Path(config.site_dir) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Rebuild when a record or template changes."""
        home = Path(config.config_file_path or ".").parent
        for folder in (home / self.config.content, self.theme):
            server.watch(str(folder))
        return server

    def _prepared(self, home: Path) -> Contents:
        options = self.config
        try:
            return pipeline.prepare(home / options.content, home / options.ledger, self.theme, options.as_of)
        except (NothingFound, CountyUnreadable, ValueError) as error:
            raise PluginError(str(error)) from error

    def _help_page(self, page: HostPage, html: str) -> Page:
        desk = CountyDesk(environment(self.theme), self.given.county)
        title = f"{page.title}｜{desk.name}三务公开"
        description = str(page.meta.get("description") or page.title)
        return framed(desk, page.file.dest_uri, title, description, html, layout="article")


def _rules_nav() -> list[dict[str, object]]:
    """公开规则, then each family with its rules."""
    nav: list[dict[str, object]] = [{"公开规则": _source(urls.RULES)}]
    families: dict[str, list[dict[str, str]]] = {}
    for rule in catalogue().values():
        families.setdefault(family_of(rule.code), []).append(
            {f"{rule.code} {rule.title}": _source(urls.rule(rule.code))}
        )
    return nav + [{name: rules} for name, rules in families.items()]


def _source(url: str) -> str:
    return url.removesuffix(".html") + ".md"


def _meta(page: Page) -> dict[str, object]:
    """What theme/lean.html and theme/main.html read."""
    return {
        "template": "lean.html" if page.layout == "lean" else "main.html",
        "root": page.root,
        "title": page.title,
        "head": page.head,
        "header": page.header,
        "mark": page.mark,
        "footer": page.footer,
    }
