"""The Nu Html Checker over a whole site, in one call."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tarfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.support.county import ROOT

VERSION = "26.9.27"
SHA256 = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
FOLDER = ROOT / "build" / "vnu"
ALLOWED = Path(__file__).with_name("vnu-allowed.txt")


def errors(site: Path) -> dict[str, list[str]]:
    """Errors by page, without those that `vnu-allowed.txt` explains. CalledProcessError when the checker fails."""
    jar = _jar()
    command = ["java", "-Xss2m", "-jar", str(jar), "--errors-only", "--exit-zero-always", "--format", "json"]
    command += ["--filterfile", str(ALLOWED), "--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = {}
    for message in json.loads(done.stderr)["messages"]:
        path = Path(unquote(urlsplit(message["url"]).path)).relative_to(site).as_posix()
        found.setdefault(path, []).append(f"{path}:{message.get('lastLine', 0)} {message['message']}")
    return found


def _jar() -> Path:
    """The checker, fetched once from the npm registry: the wheels on PyPI carry one of 2020."""
    jar = FOLDER / f"vnu-{VERSION}.jar"
    if jar.exists():
        return jar
    FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "pack", "--silent", f"vnu-jar@{VERSION}"], cwd=FOLDER, check=True, capture_output=True)
    package = FOLDER / f"vnu-jar-{VERSION}.tgz"
    if hashlib.sha256(package.read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{package.name} 的校验和不对")
    with tarfile.open(package) as archive:
        member = archive.extractfile("package/build/dist/vnu.jar")
        assert member is not None
        partial = jar.with_suffix(f".{os.getpid()}")
        partial.write_bytes(member.read())
    partial.replace(jar)
    return jar
