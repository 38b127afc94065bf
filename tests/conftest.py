"""Fixtures of all tests."""

from tests.browser import browser, page
from tests.county import county as county
from tests.county import demonstration as demonstration

__all__ = ["browser", "page"]
