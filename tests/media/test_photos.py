"""A published photo is the picture and nothing else."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from generator.media import photos
from generator.media.medium import Photo, Unfit, examined, published
from tests.support.files import photo, picture

SECRETS = (b"SecretCamera", b"SecretOwner", b"SecretComment", b"SecretPlace")


def taken(size: tuple[int, int] = (4000, 3000), orientation: int = 1) -> bytes:
    """As a telephone writes it: where and when, by whose camera, with a comment, XMP and a colour profile."""
    image = picture("taken", size)
    exif = image.getexif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "SecretCamera", "SecretOwner", orientation
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (IFDRational(31), IFDRational(12), IFDRational(1))
    file = io.BytesIO()
    image.save(file, "JPEG", exif=exif, comment=b"SecretComment", xmp=b"<x>SecretPlace</x>", quality=95)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_only_pixels_are_left() -> None:
    data = taken()
    assert all(secret in data for secret in SECRETS)
    for made in published(data, examined(data)).values():
        assert not any(secret in made for secret in SECRETS)
        image = opened(made)
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


@pytest.mark.parametrize("noise", [0, 200])
@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (5000, 400), (40, 30)])
def test_small_enough(size: tuple[int, int], noise: int) -> None:
    """Also a picture of which every pixel differs, the worst that can be."""
    file = io.BytesIO()
    (Image.effect_noise(size, noise) if noise else picture("x", size)).convert("RGB").save(file, "JPEG", quality=95)
    what = examined(file.getvalue())
    assert isinstance(what, Photo)
    full, small = published(file.getvalue(), what).values()
    assert len(full) <= 300_000
    assert len(small) <= 30_000
    assert max(opened(full).size) <= 1_600
    width, height = what.small
    real = opened(small).size
    assert max(width, height) <= 320
    assert abs(width / height - real[0] / real[1]) < 0.1 * width / height


@pytest.mark.parametrize("orientation", range(1, 9))
def test_upright(orientation: int) -> None:
    """As it is looked at, however the telephone was held."""
    data = taken((400, 200), orientation)
    what = examined(data)
    assert isinstance(what, Photo)
    shown = opened(next(iter(published(data, what).values())))
    assert (what.width, what.height) == shown.size == ((200, 400) if orientation >= 5 else (400, 200))


@pytest.mark.parametrize(
    ("sort", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("WEBP", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L"), ("MPO", "RGB")],
)
def test_sorts(sort: str, mode: str) -> None:
    file = io.BytesIO()
    picture("x", (300, 200)).convert(mode).save(file, sort)
    what = examined(file.getvalue())
    assert isinstance(what, Photo)
    assert (what.width, what.height) == (300, 200)
    assert all(opened(data).format == "JPEG" for data in published(file.getvalue(), what).values())


def test_what_is_transparent_is_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(file, "PNG")
    full = next(iter(published(file.getvalue(), examined(file.getvalue())).values()))
    assert opened(full).getpixel((5, 5)) == (255, 255, 255)


def test_the_same_picture_is_known_again() -> None:
    """Under another name, with another day, without its place; not another picture of the same size."""
    one, other = examined(photo("a")), examined(photo("b"))
    again = opened(photo("a")).getexif()
    again[0x0132] = "2026:01:01 00:00:00"
    assert isinstance(one, Photo)
    assert isinstance(other, Photo)
    assert one.pixels != other.pixels
    assert examined(photo("a", exif=again)) == one


@pytest.mark.parametrize("size", [(20_000, 20_000), (8_000, 8_000)])
def test_bombs(size: tuple[int, int]) -> None:
    """A few thousand bytes that would fill the memory."""
    file = io.BytesIO()
    Image.new("1", size).save(file, "PNG")
    assert len(file.getvalue()) < 100_000
    with pytest.raises(Unfit, match="太大"):
        examined(file.getvalue())


def test_limits_are_those_of_the_promise() -> None:
    assert (photos.EDGE, photos.BYTES, photos.SMALL_BYTES) == (1_600, 300_000, 30_000)
