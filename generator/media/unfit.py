"""A file of which nothing can be made public."""

from __future__ import annotations


class Unfit(Exception):
    """The file cannot be published."""

    def __init__(self, message: str, remedy: str) -> None:
        """What is wrong and how to mend it, for the clerk, without full stops."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy
