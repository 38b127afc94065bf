"""The wheel holds everything, and a county stands on it alone: no checkout, no network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.records.kinds import BY_FOLDER
from generator.starter.folder import COPIED, WHEEL
from tests.support.county import ROOT, build, tree
from tests.support.wheels import LOCK, dependencies, own_wheel, pip

pytestmark = pytest.mark.slow
LOCKED = f"share/village-disclosure/{LOCK.name}"
"""In an environment, where CI finds the lock."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def venv(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A clean environment with the wheel and what its own metadata asks for."""
    folder = tmp_path_factory.mktemp("clean")
    dependencies(folder / "wheels")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    pip("install", "--no-compile", "--find-links", folder / "wheels", wheel, of=folder / "venv")
    return folder / "venv"


def run(venv: Path, cwd: Path, *command: str) -> str:
    """What a command of the clean environment prints."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    clean |= {"PATH": f"{venv / 'bin'}:/usr/bin:/bin", "PYTHONPATH": "", "DISCLOSE_AS_OF": "2026-11-18"}
    script = [str(venv / "bin" / command[0]), *command[1:]]
    done = subprocess.run(script, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def test_all_packages_data_theme_and_help_are_in_it(wheel: Path) -> None:
    expected = {
        f"{inside}/{path.relative_to(ROOT / outside).as_posix()}"
        for outside, inside in (("generator", "generator"), ("theme", "generator/theme"), ("docs", "generator/docs"))
        for path in (ROOT / outside).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and (outside != "docs" or "help" in path.parts)
    }
    with zipfile.ZipFile(wheel) as packed:
        held = {name for name in packed.namelist() if name.startswith("generator/")}
        licences = {Path(name).name for name in packed.namelist() if "/licenses/" in name}
    assert held == expected
    assert licences == {"LICENSE", *(path.name for path in ROOT.glob("THIRD_PARTY*"))}
    assert WHEEL.fullmatch(wheel.name)


def test_ci_installs_what_the_wheel_locks(venv: Path) -> None:
    """An update is one line because the lock comes with the wheel."""
    assert (venv / LOCKED).read_bytes() == LOCK.read_bytes()
    assert (venv / "share/village-disclosure/publish").read_bytes() == (ROOT / "deploy/publish").read_bytes()
    for path in COPIED:
        if path.endswith(".yml") and path != "mkdocs.yml":
            ci = (ROOT / path).read_text(encoding="utf-8")
            assert set(re.findall(r"pip install (.+)", ci)) == {
                "--no-deps -r requirements.txt",
                f"--require-hashes -r .venv/{LOCKED}",
            }


def test_a_county_stands_on_the_wheel_alone(venv: Path, wheel: Path, tmp_path: Path) -> None:
    """It is begun, checked and built by the installed command, and has the bytes that a checkout would give it."""
    where = "import generator, generator.base.shipped as s; print(generator.__file__, s.THEME, s.DOCS, sep='\\n')"
    for path in run(venv, tmp_path, "python", "-c", where).splitlines():
        assert Path(path).is_relative_to(venv)
    run(venv, tmp_path, "disclose", "init", "county", "--village", "liuwan=柳湾村", "--from", str(wheel))
    county = tmp_path / "county"
    assert "没有发现问题" in run(venv, county, "disclose", "check", "--strict")
    run(venv, county, "disclose", "new", "finance", "content/zhen/liuwan/finance/2026-10.yml")
    (county / "content/zhen/liuwan/finance/2026-10.yml").write_text(BY_FOLDER["finance"].sample, encoding="utf-8")
    run(venv, county, "disclose", "build")
    run(venv, county, "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "hosted"))
    made = tree(county / "site")
    assert "zhen/liuwan/finance/2026-10.html" in made
    assert tree(tmp_path / "hosted") == made
    shutil.rmtree(county / "site")
    shutil.rmtree(county / ".site")
    build(county, as_of="2026-11-18")
    assert tree(county / "site") == made


def test_ci_can_install_what_init_wrote(venv: Path, wheel: Path, tmp_path: Path) -> None:
    """Its first line, as CI runs it, in a county begun with `--from FILE`."""
    run(venv, tmp_path, "disclose", "init", "county", "--from", str(wheel))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "ci"], check=True)
    pip("install", "--no-deps", "-r", "requirements.txt", of=tmp_path / "ci", cwd=tmp_path / "county")
    assert (tmp_path / "ci" / LOCKED).is_file()
