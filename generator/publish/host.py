"""Running the host, MkDocs, over the project's mkdocs.yml. The only module that calls it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

PLUGIN = "disclosure"


class HostError(Exception):
    """The host could not build; the message is its own."""


def build_with_mkdocs(config_file: Path, site: Path, options: Mapping[str, object]) -> Any:
    """Build into `site` and return our plugin as it was in that build.

    Args:
        options: values for the plugin's options, over those of mkdocs.yml.

    Raises:
        HostError: the configuration or the build failed. An exception of our own plugin comes out as it was raised.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        config = load_config(str(config_file), site_dir=str(site))
        if PLUGIN not in config.plugins:
            raise HostError(f"{config_file.name} 里没有启用 {PLUGIN} 插件")
        plugin = config.plugins[PLUGIN]
        for key, value in options.items():
            plugin.config[key] = value
        build(config)
    except (Abort, BuildError, ConfigurationError) as error:
        origin = _origin(error)
        if origin.__class__.__module__.split(".")[0] == "mkdocs":
            raise HostError(str(origin)) from error
        raise origin from None
    return plugin


def _origin(error: BaseException) -> BaseException:
    """What was raised first: the host wraps exceptions of plugins twice."""
    while inner := error.__cause__ or error.__context__:
        error = inner
    return error
