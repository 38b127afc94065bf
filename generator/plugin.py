"""Turns events of MkDocs into calls of the pipeline. `mkdocs build`, `mkdocs serve` and `disclose build` all use it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage

from generator import __version__, pipeline
from generator.base.printable import one_line
from generator.base.shipped import DOCS, THEME
from generator.build.host import Contents
from generator.build.survey import CountyUnreadable, NothingFound
from generator.pages.desk import CountyDesk
from generator.pages.page import Page
from generator.pages.render import environment
from generator.pages.shell import framed
from generator.rules.catalogue import catalogue, family_of
from generator.site import urls

_COMMENT = re.compile(r"\s*/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")
PACKED = {urls.STYLESHEET: "", urls.SCRIPT: "\n"}
"""The files that every page loads, and what joins their lines when they are packed. A script needs the ends of lines."""
UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.", "sitemap.xml")
"""Files of Material and MkDocs that no page of ours loads, or that we make ourselves."""
VERSION = "{{ version }}"
"""The mark for the program's version in a page of the help."""


class DisclosureConfig(Config):
    """The options in mkdocs.yml. Paths are relative to it."""

    content = c.Type(str, default="content")
    """The folder of the county's records."""
    ledger = c.Type(str, default="ledger")
    """The folder of the ledger: what was published before."""
    as_of = c.Type(str, default="")
    """The day on which the county is looked at, YYYY-MM-DD."""


class DisclosurePlugin(BasePlugin[DisclosureConfig]):
    """Adds the pages of records to the pages of the host."""

    contents: Contents | None = None
    """The pages that `disclose build` gives. Without them the whole county is prepared here."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the records, render their pages, and put the rules into the navigation."""
        home = Path(config.config_file_path or ".").parent
        self.theme = Path(config.theme.custom_dir or home / "theme")
        config.theme.dirs[:0] = map(str, self._themes())
        self.given = self.contents or self._prepared(home)
        county = self.given.county
        config.site_name = escape(f"{county.name}村级三务公开")  # the host's templates put it into pages as it is
        config.site_url = county.site_url or None
        config.nav = [*(config.nav or []), *_rules_nav()]
        config.theme.static_templates -= {"sitemap.xml", urls.ERROR}
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Register our pages and the program's help beside the county's Markdown; drop Material's scripts."""
        for file in list(files):
            if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
                files.remove(file)
        for help_page in sorted(DOCS.glob("help/*.md")):
            uri = help_page.relative_to(DOCS).as_posix()
            if files.get_file_from_path(uri) is None:
                files.append(File.generated(config, uri, abs_src_path=str(help_page)))
        for url, page in self.given.pages.items():
            source = url.removesuffix(".html") + ".md"
            level = InclusionLevel.INCLUDED if page.layout == "article" else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, source, content="", inclusion=level))
        return files

    def on_page_markdown(self, markdown: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """A page of the help says which version of the program it is from."""
        return markdown.replace(VERSION, __version__)

    def on_page_content(self, html: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """Give the host our HTML, or our header and footer around its own."""
        ours = self.given.pages.get(page.file.dest_uri)
        if ours is None:
            ours = self._help_page(page, html)
        page.meta.update(_meta(ours))
        return ours.main

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that are no pages, such as the search index. Comments and indents are removed for slow phones."""
        for asset, between in PACKED.items():
            file = Path(config.site_dir) / asset
            text = _INDENT.sub(between, _COMMENT.sub("", file.read_text(encoding="utf-8")).strip())
            file.write_text(text, encoding="utf-8", newline="\n")
        for path, data in self.given.files.items():
            target = Path(config.site_dir) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Watch records and templates, and build again when one changes."""
        home = Path(config.config_file_path or ".").parent
        for folder in (home / self.config.content, *self._themes()):
            server.watch(str(folder))
        return server

    def _themes(self) -> list[Path]:
        """Folders of templates and assets: the county's own, if it has one, then the program's."""
        return [folder for folder in (self.theme, THEME) if folder.is_dir()]

    def _prepared(self, home: Path) -> Contents:
        options = self.config
        try:
            return pipeline.prepare(home / options.content, home / options.ledger, self.theme, options.as_of)
        except (NothingFound, CountyUnreadable, ValueError) as error:
            raise PluginError(one_line(str(error))) from error

    def _help_page(self, page: HostPage, html: str) -> Page:
        desk = CountyDesk(environment(self.theme), self.given.county)
        title = f"{page.title}｜{desk.name}三务公开"
        description = str(page.meta.get("description") or page.title)
        return framed(desk, page.file.dest_uri, title, description, html, layout="article")


def _rules_nav() -> list[dict[str, object]]:
    """The navigation of rules: 公开规则, then each family with its rules."""
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
    """The metadata that theme/lean.html and theme/main.html read."""
    return {
        "template": "lean.html" if page.layout == "lean" else "main.html",
        "root": page.root,
        "title": page.title,
        "head": page.head,
        "header": page.header,
        "mark": page.mark,
        "footer": page.footer,
    }
