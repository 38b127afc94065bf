"""Printing a page of this machine to PDF with the Chromium, Chrome or Edge that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
UNIX = ("/usr/bin/chromium", "/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge")
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
SECONDS = 120


class PrintFailed(Exception):
    """The browser made no PDF; the message is its own, or what happened to it."""


def find() -> Path | None:
    """The browser to print with: on the PATH, else where Windows and Linux usually have it; None where there is none."""
    return next((place for place in _places() if place.is_file()), None)


def _places() -> Iterator[Path]:
    yield from (Path(found) for command in COMMANDS if (found := shutil.which(command)))
    yield from map(Path, UNIX)
    yield from (Path(os.environ[root]) / program for root in WINDOWS_ROOTS if root in os.environ for program in WINDOWS)


def print_to_pdf(browser: Path, page: Path, pdf: Path) -> None:
    """Print one HTML file.

    Raises:
        PrintFailed: no PDF was made.
    """
    # Beside the PDF and not hidden: a Chromium of Snap sees neither /tmp nor hidden folders. Its own profile: a window
    # that is open already would take the order over and forget it.
    with tempfile.TemporaryDirectory(prefix="print-", dir=pdf.parent, ignore_cleanup_errors=True) as profile:
        command = [
            str(browser),
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            f"--user-data-dir={Path(profile).resolve()}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf.resolve()}",
            *(("--no-sandbox",) if _is_root() else ()),
            page.resolve().as_uri(),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise PrintFailed(f"等了{SECONDS}秒还没有做好") from None
        except OSError as error:
            raise PrintFailed(str(error)) from None
    if done.returncode or not pdf.is_file():
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise PrintFailed(said[-1] if said else f"退出码{done.returncode}")


def _is_root() -> bool:
    """Chromium does not start as root with its sandbox, as in most containers; the page is our own and has no script."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
