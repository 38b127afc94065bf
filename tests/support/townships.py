"""A county with records of its own and two townships with two villages each, which tests may change in any way."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.base.digest import digest_of
from generator.build.kept import TEMPLATES
from generator.records.kinds import BY_FOLDER, KINDS
from tests.support.county import COUNTY, ROOT, tree
from tests.support.files import photo
from tests.support.village import TOWNSHIP, VILLAGE

PHOTO = "shidu/liuwan/attachments/road.jpg"
BYTES = photo("road")
SEEN = "{岗位: 村文书, 日期: 2026-10-09}"


def contents() -> dict[str, bytes]:
    """The records: every kind in one village, a few in the others, and records that name each other across places."""
    sample = {kind.folder: kind.sample for kind in KINDS}
    photo = f"附件:\n  - {{名称: 照片, 文件: attachments/road.jpg, sha256: {digest_of(BYTES)}, 已看过: {SEEN}}}\n"
    named = "相关: [/shidu/liuwan/decisions/2026-10]\n"
    texts = {
        "county.yml": COUNTY,
        "records/notices/2026-10.yml": "发布单位: 澄安县农业农村局\n"
        + sample["notices"].replace("发布单位: 柳湾村村民委员会\n", ""),
        "records/funds/2026-q3.yml": "发布单位: 澄安县民政局\n" + sample["funds"],
        "shidu/township.yml": TOWNSHIP,
        "shidu/records/notices/2026-10.yml": sample["notices"],
        "shidu/liuwan/village.yml": VILLAGE,
        **{f"shidu/liuwan/{folder}/2026-10.yml": text for folder, text in sample.items()},
        "shidu/liuwan/notices/2026-09.yml": sample["notices"] + photo,
        "shidu/shangyan/village.yml": _called(VILLAGE, "上堰村", "990123100202"),
        "shidu/shangyan/notices/2026-10.yml": sample["notices"],
        "shidu/shangyan/questions/2026-10.yml": sample["questions"] + named,
        "heling/township.yml": _called(TOWNSHIP, "禾岭镇", "990123101000"),
        "heling/dongping/village.yml": _called(VILLAGE, "东坪村", "990123101201"),
        "heling/dongping/questions/2026-10.yml": sample["questions"] + named,
        "heling/xinan/village.yml": _called(VILLAGE, "新安村", "990123101202"),
        "heling/xinan/finance/2026-10.yml": sample["finance"],
    }
    return {**{path: text.encode() for path, text in texts.items()}, PHOTO: BYTES}


def _called(profile: str, name: str, code: str) -> str:
    lines = [line for line in profile.splitlines() if not line.startswith(("名称:", "区划代码:"))]
    return "\n".join([f"名称: {name}", f'区划代码: "{code}"', *lines]) + "\n"


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder with its content, ledger, theme, help and site."""

    root: Path

    def write(self, path: str, data: str | bytes) -> None:
        """Set a file of the content folder."""
        target = self.root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.encode() if isinstance(data, str) else data)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a piece of a file, relative to the project."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, path
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def record(self, path: str, old: str, new: str) -> None:
        """Replace a piece of a file of the content folder."""
        self.edit(f"content/{path}", old, new)

    def add(self, path: str) -> None:
        """A sample of the kind that the path says."""
        self.write(path, BY_FOLDER[path.split("/")[-2]].sample)

    def delete(self, path: str) -> None:
        """A file or folder of the content."""
        target = self.root / "content" / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    def rename(self, path: str, new: str) -> None:
        """A file or folder of the content."""
        (self.root / "content" / path).rename(self.root / "content" / new)

    def build(self, site: str = "site", **how: Any) -> pipeline.Published:
        """Build into a folder of the project."""
        root = self.root
        return pipeline.build(root / "mkdocs.yml", root / "content", root / site, root / "ledger", **how)

    def site(self, site: str = "site") -> dict[str, bytes]:
        """Every file of the site."""
        return tree(self.root / site)

    def kept(self, site: str = "site") -> dict[str, bytes]:
        """Every kept result, but for the compiled templates, which Python never writes twice alike."""
        kept = tree(self.root / f".{site}/kept")
        return {name: data for name, data in kept.items() if name != TEMPLATES}

    def pages(self, folder: str) -> int:
        """How many pages the site has under a folder."""
        return sum(path.startswith(f"{folder}/") and path.endswith(".html") for path in self.site())

    def own_pages(self, township: str) -> int:
        """How many of a township's pages belong to none of its places."""
        return sum(path.startswith(f"{township}/") and path.count("/") == 1 for path in self.site() if ".html" in path)


def project(root: Path) -> Project:
    """The project, not built yet."""
    made = Project(root)
    for path, data in contents().items():
        made.write(path, data)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("docs", "theme"):
        shutil.copytree(ROOT / folder, root / folder)
    return made


def copied(source: Project, root: Path) -> Project:
    """A project as it stands, to be changed."""
    shutil.copytree(source.root, root, dirs_exist_ok=True)
    return Project(root)
