"""PDF files. Only what stands on the pages is published; notes, forms, scripts, attached files and who made it when stay behind."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from generator.media.jpeg import without_notes
from generator.media.unfit import Unfit

SUFFIX = ".pdf"
MAX_BYTES = 5_000_000
MAX_PAGES = 200
MAX_DRAWN = 8_000_000
"""Bytes of instructions for drawing all pages, unpacked. Reading them takes about ten seconds."""
MAX_TEXT = 400_000
"""Characters of a whole file."""
_ON_PAGE = ("/Type", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Parent", "/Group")
"""All that the look of a page needs."""
_BESIDE = frozenset(
    {"/Metadata", "/PieceInfo", "/LastModified", "/AA", "/OpenAction", "/EF", "/AF", "/JS", "/OPI", "/Alternates"}
    | {"/StructParent", "/StructParents", "/Thumb", "/Ref"}
)
"""What may lie beside what is seen, at any part of a page."""
_DRAWN = re.compile(rb"/([^\s/()<>\[\]{}%]+)\s+Do\b")
"""An instruction that draws a part by its name."""
_INLINE = re.compile(rb"(?:^|\s)BI\s")
"""The beginning of a picture among the instructions."""
_UNREAD = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|/[A-Za-z]{1,3}[0-9]+\b|\\(cid:")
"""Signs of letters that a file draws and does not name."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the file


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that can be published."""

    pages: tuple[str, ...]
    """The text of each page."""
    unread: tuple[int, ...]
    """Pages, from 1, on which something is drawn that is no text: a scan, a photo, letters without names."""


def is_one(data: bytes) -> bool:
    """The file says that it is a PDF."""
    return b"%PDF-" in data[:1024]


def examined(data: bytes) -> Paper:
    """Read all pages, as they are published.

    Raises:
        Unfit: it cannot be read, is locked or too large.
    """
    if len(data) > MAX_BYTES:
        raise Unfit(
            f"PDF太大（{len(data) / 1_000_000:.1f}MB），最大{MAX_BYTES // 1_000_000}MB",
            "扫描时选黑白、200dpi，或者分成几份",
        )
    try:
        reader = PdfReader(io.BytesIO(rewritten(data)))
        texts: list[str] = []
        unread: list[int] = []
        drawn = 0
        known: dict[int, int] = {}
        for number, page in enumerate(reader.pages, 1):
            content = page.get_contents()
            drawn += _drawn(content.get_data() if content is not None else b"", page.get("/Resources"), known)
            if drawn > MAX_DRAWN:
                raise Unfit("PDF里画的东西太多，查不过来", "重新打印成PDF，或者只放要公开的几页")
            text = page.extract_text()
            texts.append(text)
            if sum(map(len, texts)) > MAX_TEXT:
                raise Unfit("PDF里的字太多，查不过来", "只放要公开的几页")
            if not text.strip() or len(_UNREAD.findall(text)) * 10 > len(text.split()) or _has_pictures(page):
                unread.append(number)
    except Unfit:
        raise
    except Exception as error:  # the reader meets whatever a broken file holds; none of it may stop a build
        raise _broken() from error
    return Paper(tuple(texts), tuple(unread))


def rewritten(data: bytes) -> bytes:
    """A new file with the same pages.

    Raises:
        Unfit: it cannot be read.
    """
    try:
        writer = PdfWriter()
        for page in _reader(data).pages:
            bare = PageObject(pdf=page.pdf)
            for name in _ON_PAGE:
                if name in page:
                    bare[NameObject(name)] = page.raw_get(name)
            bare[NameObject("/Resources")] = page.get("/Resources", DictionaryObject())
            bare[NameObject("/MediaBox")] = page.mediabox
            del bare["/Parent"]
            if page.rotation:
                bare[NameObject("/Rotate")] = page["/Rotate"]
            writer.add_page(bare)
        writer.metadata = None
        for each in writer._objects:
            _strip(each)
        file = io.BytesIO()
        writer.write(file)
    except Unfit:
        raise
    except Exception as error:
        raise _broken() from error
    return file.getvalue()


def _reader(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Unfit("PDF加了密码，打不开", "去掉密码，重新另存为PDF")
    if not 0 < len(reader.pages) <= MAX_PAGES:
        raise Unfit(f"PDF有{len(reader.pages)}页，最多{MAX_PAGES}页", "只放要公开的几页")
    return reader


def _broken() -> Unfit:
    return Unfit("PDF打不开，可能坏了", "用打开它的程序重新另存为PDF")


def _has_pictures(page: PageObject) -> bool:
    """Something on the page is drawn as a picture, be it inside a form."""
    content = page.get_contents()
    inline = content is not None and _INLINE.search(content.get_data())
    return bool(inline) or _draws(page.get("/Resources"), set())


def _draws(resources: Any, seen: set[int]) -> bool:
    held = resources.get_object() if resources is not None else {}
    objects = held.get("/XObject", {}).get_object() if "/XObject" in held else {}
    patterns = held.get("/Pattern", {}).get_object() if "/Pattern" in held else {}
    for one in (*objects.values(), *patterns.values()):
        part = one.get_object()
        if id(part) in seen:
            continue
        seen.add(id(part))
        if part.get("/Subtype") == "/Image" or _draws(part.get("/Resources"), seen):
            return True
    return False


def _drawn(content: bytes, resources: Any, known: dict[int, int]) -> int:
    """How many bytes are read until all is drawn; a part that is drawn again is read again.

    Args:
        known: the same of parts, by their number; one that draws itself is never done.
    """
    found = len(content)
    held = resources.get_object() if resources is not None else {}
    objects = held["/XObject"].get_object() if "/XObject" in held else {}
    for name in _DRAWN.findall(content):
        part = objects.get(f"/{name.decode('latin-1')}")
        part = part.get_object() if part is not None else None
        if part is None or part.get("/Subtype") != "/Form":
            continue
        if id(part) not in known:
            known[id(part)] = MAX_DRAWN
            known[id(part)] = _drawn(part.get_data(), part.get("/Resources"), known)
        found += known[id(part)]
        if found > MAX_DRAWN:
            break
    return found


def _strip(part: Any) -> None:
    """Take out what lies beside what is seen."""
    if not isinstance(part, DictionaryObject):
        return
    for name in [name for name in part if name in _BESIDE]:
        del part[name]
    if isinstance(part, StreamObject) and part.get("/Subtype") == "/Image":
        filters = part.get("/Filter")
        used = [filters] if isinstance(filters, str) else list(filters or ())
        if "/JPXDecode" in used:
            raise Unfit("PDF里有JPEG 2000的图，里面可能带着别的信息，不能放到网上", "重新扫描，或者打印成PDF")
        if used == ["/DCTDecode"]:
            part._data = without_notes(part._data)
    for inner in part.values():
        if isinstance(inner, DictionaryObject):
            _strip(inner)
