"""Where the folders lie that are shipped with the program and hold no Python: the theme and the help."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def shipped(folder: str) -> Path:
    """A folder of the program: inside the package where it was installed from a wheel, beside it in a checkout."""
    package = Path(str(resources.files("generator")))
    inside = package / folder
    return inside if inside.is_dir() else package.parent / folder


THEME = shipped("theme")
"""Templates, styles and scripts. A county's own `theme/` comes before it, file by file."""
DOCS = shipped("docs")
"""The help lies in its `help/`. A page of the same name in a county's own `docs/` comes before it."""
