"""Photos and papers on the site: what was looked at, nothing beside it, and no change of it in silence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator import pipeline
from generator.base.finding import Effect
from generator.records.kinds.projects import SAMPLE
from tests.support.county import build as built_in
from tests.support.county import county_in, tree
from tests.support.files import paper, photo, scan

pytestmark = pytest.mark.slow

HOME = "shidu/liuwan"
PROJECT = f"content/{HOME}/projects/2026-10.yml"
PAGE = f"{HOME}/projects/2026-10.html"
SEEN = "已看过: {岗位: 村文书, 日期: 2026-10-17}"
SECRET = "SecretPlace"


def attach(county: Path, *lines: str, **files: bytes) -> None:
    """Put files beside the project, and name them in it."""
    folder = county / "content" / HOME / "attachments"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    text = SAMPLE + "附件:\n" + "".join(f"  - {{{line}}}\n" for line in lines)
    (county / PROJECT).write_text(text, encoding="utf-8")


def public(county: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(county / "site").items() if path.startswith(f"{HOME}/attachments/")}


def told(built: pipeline.Published) -> list[tuple[str, Effect]]:
    return [(one.code, one.effect) for one in built.checked.findings if one.span.path.endswith("projects/2026-10.yml")]


def with_place(words: str) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = SECRET
    return photo(words, (2400, 1800), exif=exif)


def test_before_and_after(county: Path) -> None:
    """Both photos stand on the page in the order of the work, with small pictures; the PDF behind them."""
    attach(
        county,
        f"名称: 砌好的水渠, 文件: attachments/b.jpg, 阶段: 后, {SEEN}",
        f"名称: 漏水的水渠, 文件: attachments/a.jpg, 阶段: 前, {SEEN}",
        "名称: 验收单, 文件: attachments/c.pdf",
        a_jpg=with_place("a"),
        b_jpg=with_place("b"),
        c_pdf=paper([["验收单：合格"]]),
    )
    built = built_in(county)
    assert told(built) == []
    files = public(county)
    assert sorted(path[-6:] for path in files if path.endswith("-s.jpg")) == ["-s.jpg", "-s.jpg"]
    assert len(files) == 5
    for path, data in files.items():
        assert SECRET.encode() not in data
        assert len(data) <= (5_000_000 if path.endswith(".pdf") else 30_000 if path.endswith("-s.jpg") else 300_000)
    page = (county / "site" / PAGE).read_text(encoding="utf-8")
    assert page.index("漏水的水渠") < page.index("砌好的水渠") < page.index("验收单（1页）")
    assert all(f'"../../../{path}"' in page for path in files)
    before = tree(county / "site")
    assert built_in(county).written == 0
    (county / PROJECT).write_text((county / PROJECT).read_text(encoding="utf-8") + "说明: 完工了\n", encoding="utf-8")
    built_in(county)
    assert public(county) == files
    assert tree(county / "site") != before


def test_what_is_not_published(county: Path) -> None:
    """Not looked at, broken, another sort of file, personal, another file than was noted: each is told, none is public."""
    mobile = "139" + "0000" + "1234"
    digits = " ".join(mobile)
    attach(
        county,
        "名称: 没看过, 文件: attachments/a.jpg",
        "名称: 扫描件, 文件: attachments/b.pdf",
        f"名称: 坏了, 文件: attachments/c.jpg, {SEEN}",
        f"名称: 表格, 文件: attachments/d.xlsx, {SEEN}",
        f"名称: 有号码, 文件: attachments/e.pdf, {SEEN}",
        f"名称: 换过, 文件: attachments/f.jpg, sha256: {'0' * 64}, {SEEN}",
        a_jpg=photo("a"),
        b_pdf=scan(),
        c_jpg=photo("c")[:300],
        d_xlsx=b"PK\x03\x04",
        e_pdf=paper([[f"施工队的电话{digits}"]]),
        f_jpg=photo("f"),
    )
    built = built_in(county)
    assert sorted(told(built)) == sorted(
        [("A10", Effect.HINT)] * 2 + [("A09", Effect.FLAG)] * 2 + [("P16", Effect.FLAG), ("A04", Effect.FLAG)]
    )
    assert public(county) == {}
    page = (county / "site" / PAGE).read_text(encoding="utf-8")
    assert "照片和文件" not in page
    assert "有一个附件里有不能公开的个人信息，没有放到网上。" in page
    said = "\n".join(f"{one.message}{one.remedy}{one.note}" for one in built.checked.findings)
    own = {path: data for path, data in tree(county / "site").items() if not path.startswith("rules/")}
    for text in (said, *(data.decode(errors="replace") for data in own.values())):
        assert mobile not in "".join(text.split())


def test_only_of_what_is_public(county: Path) -> None:
    """A withheld record, one for members, one of later: their files are not public either."""
    attach(county, f"名称: 照片, 文件: attachments/a.jpg, {SEEN}", a_jpg=photo("a"))
    text = (county / PROJECT).read_text(encoding="utf-8")
    day = "公开日期: 2026-10-18\n  至: 2026-11-05"
    assert day in text
    for old, new in (
        ("标题: 三组", "标题: 13900001234三组".replace("13900001234", "139" + "00001234")),
        (day, f"{day}\n  范围: 党内"),
        (day, "公开日期: 2026-12-18"),
    ):
        (county / PROJECT).write_text(text.replace(old, new), encoding="utf-8")
        built_in(county)
        assert public(county) == {}
    (county / PROJECT).write_text(text, encoding="utf-8")
    built_in(county)
    assert len(public(county)) == 2


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published once, with a photo."""
    county = county_in(tmp_path_factory.mktemp("once"))
    (county / f"content/{HOME}/corrections/2026-10.yml").unlink()
    attach(county, f"名称: 水渠, 文件: attachments/a.jpg, {SEEN}", a_jpg=photo("a"))
    built_in(county, publish=True)
    return county


def corrected(county: Path, field: str, old: str, new: str) -> None:
    (county / f"content/{HOME}/corrections/2026-11.yml").write_text(
        f"更正的记录: projects/2026-10\n改动:\n  - {{字段: {field}, 原来: {old}, 改为: {new}}}\n原因: 放错了照片\n"
        "批准: {岗位: 村委会主任 林志远, 日期: 2026-11-17}\n"
        "公开:\n  公开日期: 2026-11-18\n  渠道: [公开栏, 网站]\n  编制: 村文书 何秀英\n"
        "  审核:\n    - {机构: 村务监督委员会, 日期: 2026-11-18, 意见: 同意}\n",
        encoding="utf-8",
    )


def test_no_change_in_silence(once: Path) -> None:
    """Another photo under the same name, or none: it is told until a correction names it. One more photo is none."""
    photo_file = once / f"content/{HOME}/attachments/a.jpg"
    first = photo_file.read_bytes()
    photo_file.write_bytes(photo("another"))
    changed = built_in(once, publish=True)
    assert ("T11", Effect.FLAG) in told(changed)
    (message,) = [one.message for one in changed.checked.findings if one.code == "T11"]
    assert "附件/水渠/内容" in message
    photo_file.unlink()
    assert ("T11", Effect.FLAG) in told(built_in(once, publish=True))
    photo_file.write_bytes(first)
    assert told(built_in(once, publish=True)) == []
    attach(
        once,
        f"名称: 水渠, 文件: attachments/a.jpg, {SEEN}",
        f"名称: 渠口, 文件: attachments/b.jpg, {SEEN}",
        b_jpg=photo("b"),
    )
    assert told(built_in(once, publish=True)) == []
    attach(once, f"名称: 渠口, 文件: attachments/b.jpg, {SEEN}")
    assert ("T11", Effect.FLAG) in told(built_in(once))
    corrected(once, "附件/水渠", "水渠", "删除")
    assert told(built_in(once, publish=True)) == []


def test_upright_on_the_page(county: Path) -> None:
    """The page keeps room for the picture as it will be."""
    exif = Image.Exif()
    exif[0x0112] = 6
    attach(county, f"名称: 水渠, 文件: attachments/a.jpg, {SEEN}", a_jpg=photo("a", (800, 400), exif=exif))
    built_in(county)
    small = next(data for path, data in public(county).items() if path.endswith("-s.jpg"))
    assert Image.open(io.BytesIO(small)).size == (160, 320)
    assert 'width="160" height="320"' in (county / "site" / PAGE).read_text(encoding="utf-8")
