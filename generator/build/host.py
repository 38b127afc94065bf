"""Running the host, MkDocs, over the project's mkdocs.yml. The only module that calls it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build.frame import PROBE, Frame, frame_of, probe
from generator.pages.page import Page
from generator.site.model import CountySite

PLUGIN = "disclosure"


class HostError(Exception):
    """The host could not build; the message is its own."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What our plugin gives to the host."""

    county: CountySite
    pages: Mapping[str, Page]
    """By URL."""
    files: Mapping[str, bytes]
    """What is no page, by path."""


def build_with_mkdocs(config_file: Path, site: Path, county: CountySite, pages: Mapping[str, Page]) -> Frame:
    """Build `pages`, the help and the theme's files into `site`, and take the frame for all other pages.

    Raises:
        HostError: the configuration or the build failed. An exception of our own plugin comes out as it was raised.
    """
    # Only here: no build of a changed record needs the host.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError, ConfigurationError

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        config = load_config(str(config_file), site_dir=str(site))
        if PLUGIN not in config.plugins:
            raise HostError(f"{config_file.name} 里没有启用 {PLUGIN} 插件")
        plugin: Any = config.plugins[PLUGIN]
        plugin.contents = Contents(county, {**pages, PROBE: probe()}, {})
        build(config)
    except (Abort, BuildError, ConfigurationError) as error:
        origin = _origin(error)
        if origin.__class__.__module__.split(".")[0] == "mkdocs":
            raise HostError(str(origin)) from error
        raise origin from None
    framed = site / PROBE
    frame = frame_of(framed.read_text(encoding="utf-8"))
    framed.unlink()
    return frame


def _origin(error: BaseException) -> BaseException:
    """What was raised first: the host wraps exceptions of plugins twice."""
    while inner := error.__cause__ or error.__context__:
        error = inner
    return error
