"""A published PDF is its pages and nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject, create_string_object

from generator.media.medium import Paper, Unfit, examined, published
from tests.media.test_photos import SECRETS, taken
from tests.support.files import paper, scan

WORDS = "验收单：水沟264米，合格"


def written(change: Callable[[PdfWriter], None], data: bytes = b"") -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data or paper([[WORDS], ["第二页"]])))
    change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def author(writer: PdfWriter) -> None:
    writer.add_metadata({"/Author": "SecretOwner", "/Title": "SecretPlace"})


def xmp(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(b"<x>SecretOwner</x>")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    writer.pages[0][NameObject("/Metadata")] = writer._add_object(stream)


def note(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="SecretComment", rect=(50, 50, 200, 100)))


def file_inside(writer: PdfWriter) -> None:
    writer.add_attachment("SecretPlace.txt", b"SecretOwner")


def script(writer: PdfWriter) -> None:
    said = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): create_string_object("'SecretComment'")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(said)
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): DictionaryObject(said)})


def program_data(writer: PdfWriter) -> None:
    kept = DictionaryObject({NameObject("/X"): create_string_object("SecretOwner")})
    writer.pages[0][NameObject("/PieceInfo")] = DictionaryObject({NameObject("/App"): kept})


def outline(writer: PdfWriter) -> None:
    writer.add_outline_item(title="SecretPlace", page_number=0)


@pytest.mark.parametrize("hide", [author, xmp, note, file_inside, script, program_data, outline])
def test_only_pages_are_left(hide: Callable[[PdfWriter], None]) -> None:
    data = written(hide)
    assert any(secret in data for secret in SECRETS)
    what = examined(data)
    (made,) = published(data, what).values()
    assert not any(secret in made for secret in SECRETS)
    assert isinstance(what, Paper)
    assert what == Paper((WORDS, "第二页"), ())
    assert [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages] == [WORDS, "第二页"]


def test_an_earlier_state_is_not_left() -> None:
    """What was taken away and saved on top of the file still lies in it."""
    first = paper([["SecretOwner"]])
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    content = DecodedStreamObject()
    content.set_data(b"")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content)
    file = io.BytesIO()
    writer.write(file)
    data = file.getvalue()
    hidden = "SecretOwner".encode("utf-16-be").hex().encode()
    assert hidden in data
    assert hidden not in b"".join(published(data, examined(data)).values())


def test_a_photo_inside_keeps_its_pixels_alone() -> None:
    data = scan(taken((400, 300)))
    assert all(secret in data for secret in SECRETS)
    (made,) = published(data, examined(data)).values()
    assert not any(secret in made for secret in SECRETS)
    before, after = (PdfReader(io.BytesIO(one)).pages[0].images[0].image for one in (data, made))
    assert before is not None
    assert after is not None
    assert before.tobytes() == after.tobytes()


def test_covered_words_are_read() -> None:
    """A black box over a number hides it from nobody."""

    def cover(writer: PdfWriter) -> None:
        content = writer.pages[0].get_contents()
        assert content is not None
        content.set_data(content.get_data() + b"0 0 0 rg 0 700 595 142 re f")
        writer.pages[0][NameObject("/Contents")] = writer._add_object(content)

    what = examined(written(cover))
    assert isinstance(what, Paper)
    assert what.pages[0] == WORDS


def test_what_cannot_be_read_is_named() -> None:
    def letters_without_names(writer: PdfWriter) -> None:
        content = DecodedStreamObject()
        content.set_data(b"BT /F1 12 Tf 60 700 Td <E001E002E003> Tj ET")
        writer.pages[1][NameObject("/Contents")] = writer._add_object(content)

    def a_picture_in_a_form(writer: PdfWriter) -> None:
        form = StreamObject()
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/Resources")] = PdfReader(io.BytesIO(scan())).pages[0]["/Resources"].clone(writer)
        inner = DictionaryObject({NameObject("/Fm0"): writer._add_object(form)})
        resources = writer.pages[0]["/Resources"]
        assert isinstance(resources, DictionaryObject)
        resources[NameObject("/XObject")] = inner

    def a_picture_in_the_line(writer: PdfWriter) -> None:
        content = writer.pages[0].get_contents()
        assert content is not None
        image = b"\nq 100 0 0 100 60 400 cm\nBI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x80\xff\x00 EI Q\n"
        content.set_data(content.get_data() + image)
        writer.pages[0][NameObject("/Contents")] = writer._add_object(content)

    assert getattr(examined(written(a_picture_in_the_line)), "unread", None) == (1,)
    assert examined(scan()) == Paper(("",), (1,))
    assert getattr(examined(written(letters_without_names)), "unread", None) == (2,)
    assert getattr(examined(written(a_picture_in_a_form)), "unread", None) == (1,)
    assert getattr(examined(paper([["字"], [], ["字"]])), "unread", None) == (2,)


def test_locked_too_many_too_large() -> None:
    def locked(writer: PdfWriter) -> None:
        writer.encrypt("x", algorithm="RC4-128")

    with pytest.raises(Unfit, match="密码"):
        examined(written(locked))
    with pytest.raises(Unfit, match="最多200页"):
        examined(paper([["字"]] * 201))
    with pytest.raises(Unfit, match="最大5MB"):
        examined(paper([["字"]]) + b"%" * 5_000_000)


def test_what_would_be_read_for_ever() -> None:
    """Instructions that unpack to far more than they are, and parts that draw each other ten times over, or themselves."""

    def form(writer: PdfWriter, data: bytes, inner: StreamObject | None) -> StreamObject:
        made = DecodedStreamObject()
        made.set_data(data)
        made[NameObject("/Subtype")] = NameObject("/Form")
        if inner is not None:
            objects = DictionaryObject({NameObject("/Fm"): inner.indirect_reference or inner})
            made[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
        writer._add_object(made)
        return made

    def many(writer: PdfWriter) -> None:
        content = DecodedStreamObject()
        content.set_data(b"0 0 m 1 1 l S\n" * 1_000_000)
        writer.pages[0][NameObject("/Contents")] = writer._add_object(content.flate_encode())

    def nested(writer: PdfWriter) -> None:
        inner = form(writer, b"0 0 m 1 1 l S\n", None)
        for _ in range(12):
            inner = form(writer, b"/Fm Do\n" * 10, inner)
        objects = DictionaryObject({NameObject("/Fm"): inner.indirect_reference or inner})
        resources = writer.pages[0]["/Resources"]
        assert isinstance(resources, DictionaryObject)
        resources[NameObject("/XObject")] = objects
        content = DecodedStreamObject()
        content.set_data(b"/Fm Do")
        writer.pages[0][NameObject("/Contents")] = writer._add_object(content)

    for bomb in (many, nested):
        data = written(bomb)
        assert len(data) < 5_000_000
        with pytest.raises(Unfit, match="太多"):
            examined(data)
