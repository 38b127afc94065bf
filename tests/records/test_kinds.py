"""Every file of a kind is listed, and its kind has the name of the file."""

from __future__ import annotations

import pkgutil

from generator.records import kinds


def test_every_kind_is_listed() -> None:
    """A new file without its line in the list, or a line twice, would be no kind."""
    assert sorted(kinds.FOLDERS) == sorted(module.name for module in pkgutil.iter_modules(kinds.__path__))


def test_a_kind_is_called_like_its_file() -> None:
    """The folder of the records, the file and the line in the list are one name."""
    assert [kind.folder for kind in kinds.KINDS] == list(kinds.FOLDERS)
