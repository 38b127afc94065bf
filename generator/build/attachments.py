"""Writes the photos and papers of a place into the site. What lies there of the same file is not made again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.base.digest import digest_of
from generator.build.kept import dumped, load, place_name
from generator.engine.store import Store
from generator.media.medium import Unfit, content, maker, published
from generator.site.model import PlaceSite, ShownFile

KEPT = "attached"
"""What the sizes of its files are kept as."""


def write_attached(
    root: Path,
    site: PlaceSite,
    keep: Callable[[Mapping[str, int]], bool],
    write: Callable[[str, bytes], int],
    store: Store | None,
) -> dict[str, int]:
    """All files of a place's records, path → bytes.

    Args:
        root: the content folder.
        keep: leaves files of the site as they are; False where they are not there.
    """
    name = place_name(site.place, KEPT)
    known: dict[str, int] = load(store, name, maker(), dict) or {}
    files: dict[str, int] = {}
    for one in (one for entry in site.entries for one in entry.files):
        there = {url: known[url] for url in one.urls.values() if url in known}
        if len(there) == len(one.urls) and keep(there):
            files |= there
        else:
            files |= {one.urls[suffix]: write(one.urls[suffix], data) for suffix, data in _made(root, one).items()}
    if store and files:
        store.save(name, maker(), dumped(files))
    return files


def _made(root: Path, one: ShownFile) -> Mapping[str, bytes]:
    """Nothing where it is no longer the file that was looked at: the next build looks at it anew."""
    what = one.source.what
    try:
        data = content(root / one.source.path)
        if digest_of(data) != one.source.digest or what is None or isinstance(what, Unfit):
            return {}
        return published(data, what)
    except Unfit:
        return {}
