"""Writes the townships of a county as jobs of a CI matrix. Each job runs `disclose build --only`."""

from __future__ import annotations

import json
from collections.abc import Sequence


def as_matrix(townships: Sequence[str], form: str) -> str:
    """The matrix for GitHub's `fromJSON`, or as a child pipeline of GitLab.

    Args:
        form: github or gitlab.

    >>> as_matrix(["heling", "shidu"], "github")
    '{"township": ["heling", "shidu"]}'
    """
    if form == "github":
        return json.dumps({"township": list(townships)}, ensure_ascii=False)
    job = {
        "stage": "build",
        "parallel": {"matrix": [{"TOWNSHIP": list(townships)}]},
        "script": ["make .venv/site.stamp", '.venv/bin/disclose build --only "$TOWNSHIP"'],
        "artifacts": {"paths": ["site/", ".site/kept/"]},
    }
    return json.dumps({"township": job}, ensure_ascii=False, indent=2)
