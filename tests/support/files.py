"""Photos and PDF files as tests need them, made here: no file of anybody lies in the repository."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

BROKEN = "坏的"


def attachment(path: str, words: str) -> bytes:
    """A file as its name says. Photos with the same words show the same; a PDF holds the words, a scan where there are none."""
    if words == BROKEN:
        return b"\xff\xd8\xff\xe0 broken"
    if path.endswith(".jpg"):
        return photo(words)
    if path.endswith(".pdf"):
        return paper([words.split("|")]) if words else scan()
    return "附件内容".encode()


def picture(words: str = "", size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A plain picture whose colours come from the words."""
    seed = hashlib.sha256(words.encode()).digest()
    image = Image.new("RGB", (8, 6))
    image.putdata([tuple(seed[(at * 3 + channel) % 32] for channel in range(3)) for at in range(48)])
    return image.resize(size)


def photo(words: str = "", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    """The same as a JPEG file."""
    file = io.BytesIO()
    picture(words, size).save(file, "JPEG", quality=90, **options)
    return file.getvalue()


def paper(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with lines of text on its pages, in a font that no file has to hold."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = _fonts()
        said = "".join(
            f"BT /F1 12 Tf 60 {780 - 20 * at} Td <{line.encode('utf-16-be').hex()}> Tj ET\n"
            for at, line in enumerate(lines)
        )
        content = DecodedStreamObject()
        content.set_data(said.encode())
        page[NameObject("/Contents")] = content
    return _written(writer)


def scan(photo_data: bytes = b"") -> bytes:
    """A PDF of one page on which nothing is but a photo."""
    data = photo_data or photo("扫描")
    width, height = Image.open(io.BytesIO(data)).size
    image = DecodedStreamObject()
    image._data = data
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(width),
            NameObject("/Height"): NumberObject(height),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject("/DCTDecode"),
        }
    )
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    objects = DictionaryObject({NameObject("/Im1"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    content = DecodedStreamObject()
    content.set_data(b"q 400 0 0 300 60 400 cm /Im1 Do Q")
    page[NameObject("/Contents")] = content
    return _written(writer)


def _fonts() -> DictionaryObject:
    inner = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType0"),
            NameObject("/BaseFont"): NameObject("/STSong-Light"),
            NameObject("/DW"): NumberObject(1000),
        }
    )
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/STSong-Light"),
            NameObject("/Encoding"): NameObject("/UniGB-UCS2-H"),
            NameObject("/DescendantFonts"): ArrayObject([inner]),
        }
    )
    return DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
