"""A file beside a record, and whether it can be published with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.base.finding import Key
from generator.media.medium import Medium, Paper, Photo, Unfit
from generator.records.common import Attachment


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment with its file. What stands in the way of publishing it is told by the rules A04, A09, A10 and P16."""

    route: tuple[Key, ...]
    """Of the attachment in its record."""
    attachment: Attachment
    day: date | None = None
    """Of the stage of the work or of the meeting to which it belongs, where it has a day."""
    path: str = ""
    """Of the file in the content folder; empty where none is found."""
    digest: str = ""
    """SHA-256 of the file; empty where it cannot be opened."""
    what: Medium | Unfit | None = None
    """None where there is no file that can be opened."""
    personal: str = ""
    """What is personal in its text; empty where nothing is."""
    unlooked: str = ""
    """What somebody has to look at and nobody has; empty where there is nothing."""

    @property
    def is_changed(self) -> bool:
        """It is another file than the record says."""
        return bool(self.attachment.sha256) and self.attachment.sha256 != self.digest

    @property
    def is_public(self) -> bool:
        """It is published with its record."""
        return isinstance(self.what, Photo | Paper) and not (self.is_changed or self.personal or self.unlooked)
