"""Writes the folder of a new county: two profiles above one village, an empty ledger, settings, CI, a README."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from generator.base.names import is_slug, suggest_slug
from generator.starter.schemas import FOLDER, SETTINGS, schema_files, settings

COPIED = {
    ".github/workflows/publish.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
    ".gitea/workflows/publish.yml": "gitea.yml",
    ".forgejo/workflows/publish.yml": "gitea.yml",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    "mkdocs.yml": "mkdocs.yml",
}
"""Where files stand that are the same in every county, and what they are called in `files/`."""
KEPT_EMPTY = ("ledger/.gitkeep", "docs/.gitkeep")
"""Git keeps no empty folder. CI adds `ledger`, and MkDocs stops where there is no `docs`."""
COUNTY_TERMS = ("县", "区", "市", "旗")
TOWNSHIP_TERMS = ("镇", "乡", "街道", "苏木")
VILLAGE_TERMS = ("村", "嘎查")
WHEEL = re.compile(r"village_disclosure-[\w.!+]+-[\w.]+-[\w.]+-[\w.]+\.whl")
_NAME = re.compile(r"[\w·（）]{1,40}")


class NotStarted(Exception):
    """Nothing was written; the message tells the clerk why."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place and its folder."""

    slug: str
    name: str


def named(text: str, usual: str) -> Named:
    """A place from `folder=name`, or from a name alone, which gets the folder `usual`.

    Raises:
        NotStarted: the folder is no slug, or the name has marks that a profile cannot hold as they are.

    >>> named("shidu=石渡镇", "zhen"), named("石渡镇", "zhen")
    (Named(slug='shidu', name='石渡镇'), Named(slug='zhen', name='石渡镇'))
    """
    slug, separator, name = text.partition("=")
    if not separator:
        slug, name = usual, text
    if not is_slug(slug):
        better = suggest_slug(slug)
        remedy = f"可以写 {better}" if better else f"用小写英文字母、数字和短横线，例如 {usual}={name}"
        raise NotStarted(f"文件夹名“{slug}”不能用：{remedy}")
    return Named(slug, _name(name))


def start(folder: Path, county: str, township: str, village: str, source: str | None, today: date) -> tuple[str, ...]:
    """Write a county's folder and give the paths of its files, relative to it.

    Args:
        folder: new or empty; git's own folder may be in it.
        county: its name.
        township: `folder=name`, see `named`.
        village: the same.
        source: the wheel that CI installs, an address or a file, which is copied; None where it is not known yet.
        today: from this day on the village counts what is missing.

    Raises:
        NotStarted: the folder is not empty, or an argument cannot be used.
        OSError: disk full, no permission.
    """
    county = _name(county)
    upper, lower = named(township, "zhen"), named(village, "cun")
    line, wheel = _program(source) if source else ("待填：安装包的网址，以 .whl 结尾", None)
    if folder.exists() and (not folder.is_dir() or any(entry.name != ".git" for entry in folder.iterdir())):
        raise NotStarted(f"{folder} 不是空的文件夹，没有动它；换一个新的文件夹名")
    words = {
        "county": county,
        "county_term": _term(county, COUNTY_TERMS),
        "township": upper.name,
        "township_slug": upper.slug,
        "township_term": _term(upper.name, TOWNSHIP_TERMS),
        "village": lower.name,
        "village_slug": lower.slug,
        "village_term": _term(lower.name, VILLAGE_TERMS),
        "village_type": _term(lower.name, ("村", "社区")),
        "today": today.isoformat(),
        "program": line,
    }
    filled = {
        "README.md": "README.md",
        "requirements.txt": "requirements.txt",
        "content/county.yml": "county.yml",
        f"content/{upper.slug}/township.yml": "township.yml",
        f"content/{upper.slug}/{lower.slug}/village.yml": "village.yml",
    }
    made = {path: _file(name) for path, name in COPIED.items()}
    made |= {path: _filled(name, words) for path, name in filled.items()}
    made |= {f"{FOLDER}/{name}": data for name, data in schema_files().items()}
    made |= {SETTINGS: settings(), **dict.fromkeys(KEPT_EMPTY, b"")}
    if wheel:
        made[line.removeprefix("./")] = wheel.read_bytes()
    for path, data in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return tuple(sorted(made))


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise NotStarted(f"名称“{text}”不能用：写汉字，不加空格和标点，最多40个字")
    return text


def _program(source: str) -> tuple[str, Path | None]:
    """What requirements.txt says, and the wheel to copy where it is a file.

    CI runs on another machine, so a file goes into the repository.
    """
    if source.startswith(("https://", "http://")):
        address = urlsplit(source)
        if address.username or address.password:
            raise NotStarted("--from 的网址里不要写用户名和密码：它会留在仓库里")
        if re.search(r"\s", source) or not WHEEL.fullmatch(address.path.rsplit("/", 1)[-1]):
            raise NotStarted(f"--from 的网址要指到安装包，以 village_disclosure-…….whl 结尾，现在是 {source}")
        return source, None
    file = Path(source)
    if not file.is_file() or not WHEEL.fullmatch(file.name):
        raise NotStarted(f"--from 要写安装包（village_disclosure-…….whl）的文件或者网址，没有找到 {source}")
    return f"./wheels/{file.name}", file


def _term(name: str, terms: Sequence[str]) -> str:
    """What such a place is called, as its name ends; the first of the terms where it does not say."""
    return next((term for term in terms if name.endswith(term)), terms[0])


def _file(name: str) -> bytes:
    return resources.files(__package__).joinpath("files", name).read_bytes()


def _filled(name: str, words: Mapping[str, str]) -> bytes:
    return Template(_file(name).decode()).substitute(words).encode()
