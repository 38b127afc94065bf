"""The photos and papers beside a record, in the order in which they are looked at."""

from __future__ import annotations

from datetime import date

from generator.media import papers, photos
from generator.media.medium import Photo
from generator.records.attached import Attached
from generator.records.read import Record
from generator.site import urls
from generator.site.model import ShownFile

STAGES = {"前": "办之前", "中": "正在办", "后": "办好以后"}


def shown_files(record: Record) -> tuple[ShownFile, ...]:
    """Photos first, by stage and day; then the papers as the record has them."""
    return tuple(_shown(one, record) for one in sorted(record.published_files, key=_order))


def _order(one: Attached) -> tuple[bool, int, date]:
    if not isinstance(one.what, Photo):
        return True, 0, date.min
    stage = one.attachment.stage
    return False, list(STAGES).index(stage) if stage else len(STAGES), one.day or date.max


def _shown(one: Attached, record: Record) -> ShownFile:
    suffixes = (photos.SUFFIX, photos.SMALL) if isinstance(one.what, Photo) else (papers.SUFFIX,)
    place = record.address.place
    return ShownFile(
        name=one.attachment.name,
        stage=STAGES[one.attachment.stage] if one.attachment.stage else "",
        day=one.day,
        urls={suffix: urls.attachment(place, one.digest, suffix) for suffix in suffixes},
        source=one,
    )
