"""The command as a clerk runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def disclose(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
