"""Fixtures of all tests, and what is skipped."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.support.browser import browser, page
from tests.support.county import county as county
from tests.support.county import demonstration as demonstration
from tests.support.needs import NEEDS

__all__ = ["browser", "page"]

# How long an example takes says more about the machine's other work than about the program.
settings.register_profile("patient", parent=settings(), deadline=None)
settings.register_profile("quick", parent=settings.get_profile("patient"), max_examples=15)
settings.load_profile("patient")


def pytest_configure(config: pytest.Config) -> None:
    """One marker for each thing that a machine may lack."""
    for need in NEEDS:
        config.addinivalue_line("markers", f"{need.marker}: {need.tests}")


@pytest.hookimpl(trylast=True)  # after those are left out that were not asked for
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what cannot run here. In CI nothing is: there it runs, and fails."""
    if os.environ.get("CI"):
        return
    for need in NEEDS:
        concerned = [item for item in items if item.get_closest_marker(need.marker)]
        if concerned and not need.is_there():
            for item in concerned:
                item.add_marker(pytest.mark.skip(reason=need.missing))
