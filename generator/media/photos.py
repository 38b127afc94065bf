"""Photos. Only the picture itself is published, made small; where and when it was taken stays behind.

What a camera writes beside the picture (EXIF with GPS, XMP, a smaller picture of before somebody cut it, comments) is never
copied: the pixels are put into a new file.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from generator.media.unfit import Unfit

SUFFIX, SMALL = ".jpg", "-s.jpg"
EDGE, BYTES = 1_600, 300_000
"""Of a published photo: pixels of its longer edge, and bytes."""
SMALL_EDGE, SMALL_BYTES = 320, 30_000
MAX_PIXELS = 50_000_000
"""More are no photo of a telephone as it comes, and take more memory than a build has."""
_FORMATS = tuple(
    one.format for one in (JpegImagePlugin.JpegImageFile, PngImagePlugin.PngImageFile, WebPImagePlugin.WebPImageFile)
)
"""Of a telephone. Their decoders are loaded by name, and no other one is ever asked."""
_ROUGH = 256
"""A JPEG is looked at in an eighth of its size, which takes a tenth of the time and reads all of the file."""
_QUALITIES = (80, 70, 60, 50, 40, 30)
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned that a camera wrote as it was held (EXIF 2.32, 4.6.4 A)."""
_SIDEWAYS = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that can be published."""

    width: int
    height: int
    """Pixels, as it is looked at."""
    pixels: str
    """Digest of the picture itself: the same for copies of a photo under other names or with other dates."""

    @property
    def small(self) -> tuple[int, int]:
        """Width and height of its small picture."""
        scale = min(1.0, SMALL_EDGE / max(self.width, self.height))
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


def examined(data: bytes) -> Photo:
    """Decode a photo.

    Raises:
        Unfit: it is no photo, is broken or too large.
    """
    with _opened(data) as image:
        width, height = image.size
        if _turned(image) in _SIDEWAYS:
            width, height = height, width
        head = f"{image.size} ".encode()
        image.draft("RGB", (_ROUGH, _ROUGH))
        rough = _plain(image)
    return Photo(width, height, hashlib.sha256(head + rough.tobytes()).hexdigest())


def made_small(data: bytes) -> tuple[bytes, bytes]:
    """The picture as it is published, and its small picture: two JPEG files with nothing but pixels.

    Raises:
        Unfit: it is no photo, is broken or too large.
    """
    with _opened(data) as image:
        turned = _turned(image)
        image.draft("RGB", (EDGE, EDGE))
        upright = _plain(image)
        if turned in _UPRIGHT:
            upright = upright.transpose(_UPRIGHT[turned])
    return _encoded(upright, EDGE, BYTES), _encoded(upright, SMALL_EDGE, SMALL_BYTES)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """A picture whose size is known and is not yet decoded."""
    broken = Unfit("照片打不开，可能坏了", "重新从手机里拷一次，或者用画图打开、另存为jpg")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError:
            raise _too_large() from None
        except Exception as error:  # each decoder fails in ways of its own: whatever it was, this is no picture
            if data.startswith((b"\xff\xd8", b"\x89PNG", b"RIFF")):
                raise broken from error
            raise Unfit("不是照片，也不是PDF", "照片另存为jpg（苹果手机的HEIC也要），文件另存为PDF") from error
        if image.width * image.height > MAX_PIXELS:
            raise _too_large()
        try:
            yield image
        except Exception as error:
            raise broken from error


def _turned(image: Image.Image) -> int:
    """How the camera was held; 1, upright, where that cannot be read."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # what stands beside a picture is often damaged, and the picture is not
        return 1


def _too_large() -> Unfit:
    return Unfit(f"照片太大，超过{MAX_PIXELS // 10_000}万像素", "用手机的普通模式拍，或者缩小以后再放")


def _plain(image: Image.Image) -> Image.Image:
    """The pixels alone, in colours without transparency, on white paper."""
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        plain = Image.new("RGB", image.size, "white")
        plain.paste(layer, mask=layer.getchannel("A"))
        return plain
    picture = image.convert("RGB")
    return Image.frombytes("RGB", picture.size, picture.tobytes())


def _encoded(picture: Image.Image, edge: int, most: int) -> bytes:
    """A JPEG file of a picture, no larger than both limits."""
    while True:
        small = picture.copy()
        small.thumbnail((edge, edge), Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            file = io.BytesIO()
            small.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
            if file.tell() <= most:
                return file.getvalue()
        edge = edge * 4 // 5
