"""Whatever a file holds, it is a photo, a paper, or said to be neither. Nothing else comes out."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.media.jpeg import without_notes
from generator.media.medium import MAX_BYTES, Paper, Photo, Unfit, examined, examined_file, published
from tests.support.files import paper, photo, picture, scan


def _png() -> bytes:
    file = io.BytesIO()
    picture("x").save(file, "PNG")
    return file.getvalue()


def _webp() -> bytes:
    file = io.BytesIO()
    picture("x").save(file, "WEBP")
    return file.getvalue()


FILES = (photo("a"), _png(), _webp(), paper([["验收单", "合格"]]), scan())


@given(st.sampled_from(FILES), st.data())
def test_damaged_files(data: bytes, draw: st.DataObject) -> None:
    """Cut short, bytes changed, pieces twice or missing."""
    cut = draw.draw(st.integers(0, len(data)))
    damage = draw.draw(st.sampled_from(["cut", "change", "drop", "double"]))
    size = draw.draw(st.integers(1, 60))
    middle = {
        "cut": b"",
        "change": draw.draw(st.binary(min_size=size, max_size=size)) + data[cut + size :],
        "drop": data[cut + size :],
        "double": data[cut : cut + size] + data[cut:],
    }[damage]
    try:
        what = examined(data[:cut] + middle)
    except Unfit:
        return
    assert isinstance(what, Photo | Paper)
    assert published(data[:cut] + middle, what)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    for head in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP", b"%PDF-1.7\n"):
        with pytest.raises(Unfit):
            examined(head + data)


@given(st.binary(max_size=300))
def test_notes_of_any_bytes(data: bytes) -> None:
    """A JPEG without its notes, or said to be none; never more than there was."""
    with suppress(ValueError):
        assert len(without_notes(b"\xff\xd8" + data)) <= len(data) + 4


def test_notes_of_every_sort_of_jpeg() -> None:
    """Several scans, pictures behind the picture, notes between scans: the pixels stay, the notes go."""
    for options in ({}, {"progressive": True}, {"restart_marker_rows": 1}, {"progressive": True, "optimize": True}):
        data = photo("a", (400, 300), comment=b"SecretComment", **options)
        scans = data.split(b"\xff\xda")
        between = b"\xff\xda".join((scans[0], *scans[1:-1])) + b"\xff\xfe\x00\x0eSecretPlace!\xff\xda" + scans[-1]
        for one in (data, data + b"\xff\xd8\xff\xe1\x00\x0dSecretOwner\xff\xd9", between if len(scans) > 2 else data):
            left = without_notes(one)
            assert b"Secret" not in left
            assert Image.open(io.BytesIO(left)).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_files_on_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(photo("a"))
    assert isinstance(examined_file(tmp_path / "a.jpg"), Photo)
    (tmp_path / "large.jpg").write_bytes(photo("a") + b"\0" * MAX_BYTES)
    large, gone = examined_file(tmp_path / "large.jpg"), examined_file(tmp_path / "none.jpg")
    assert isinstance(large, Unfit)
    assert "最大20MB" in large.message
    assert isinstance(gone, Unfit)
