"""The list of kinds. A kind is one file in this folder and one line in this list."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from generator.records.common import Kind

FOLDERS = (
    "finance",
    "plans",
    "statements",
    "registers",
    "funds",
    "contracts",
    "compensations",
    "levies",
    "distributions",
    "payrolls",
    "audits",
    "decisions",
    "projects",
    "meetings",
    "commitments",
    "tasks",
    "benefits",
    "services",
    "cases",
    "rosters",
    "tallies",
    "elections",
    "bodies",
    "appointments",
    "reviews",
    "recruits",
    "members",
    "trainings",
    "honours",
    "pairings",
    "rectifications",
    "pledges",
    "targets",
    "venues",
    "archives",
    "notices",
    "questions",
    "corrections",
    "waivers",
)
"""The names of the files here, which are also the folders of the records, in the order in which pages list the kinds."""

KINDS: tuple[Kind[Any], ...] = tuple(import_module(f"{__name__}.{folder}").KIND for folder in FOLDERS)
BY_FOLDER = {kind.folder: kind for kind in KINDS}
