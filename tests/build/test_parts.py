"""A county built in parts: by townships on several machines of CI, and by the workers of a Dask cluster."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from distributed import Client

from generator import pipeline
from generator.cli import main
from generator.engine import executor
from generator.engine.executor import NoCluster, cluster, processes
from generator.pipeline import NoSuchTownship, PartMissing
from generator.publish.ledger import HEADS
from tests.support.county import ROOT
from tests.support.townships import Project, copied, project

pytestmark = pytest.mark.slow
PARTS = ("shidu", "heling", "records")
_HEX = re.compile(r"[0-9a-f]{16,64}")
PATIENCE = 600
"""Seconds. Ends what hangs, and nothing else."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Built at once."""
    made = project(tmp_path_factory.mktemp("whole"))
    made.build()
    return made


@pytest.fixture
def county(tmp_path: Path) -> Project:
    return project(tmp_path)


def disclose(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_parts_put_together_equal_the_whole(county: Project, whole: Project) -> None:
    for part in PARTS:
        made = county.build(only=[part])
        assert {path.split("/")[0] for path in county.site()} <= set(PARTS)
        assert made.rendered == county.pages(part)
    made = county.build(assemble=True)
    assert made.rendered == 0
    assert county.site() == whole.site()
    assert county.kept() == whole.kept()
    assert made.checked == whole.build().checked


def test_parts_of_several_machines_put_together_equal_the_whole(tmp_path: Path, whole: Project) -> None:
    """Each begins with the repository; site/ and .site/kept/ go to the one that assembles."""
    last = project(tmp_path / "last")
    for part in PARTS:
        machine = project(tmp_path / part)
        machine.build(only=[part])
        for folder in ("site", ".site/kept"):
            shutil.copytree(machine.root / folder, last.root / folder, dirs_exist_ok=True)
    last.build(assemble=True)
    assert last.site() == whole.site()


def test_a_part_in_a_finished_site_leaves_the_rest_alone(whole: Project, tmp_path: Path) -> None:
    county = copied(whole, tmp_path)
    before = county.site()
    for path in ("shidu/liuwan", "heling/xinan"):
        county.record(f"{path}/finance/2026-10.yml", "东塘鱼塘", "西塘鱼塘")
    county.build(only=["heling"])
    changed = {path for path, data in county.site().items() if before.get(path) != data}
    assert changed
    assert all(path.startswith("heling/") for path in changed)
    county.build(only=["shidu"])
    county.build(assemble=True)
    county.build("clean")
    assert county.site() == county.site("clean")


def test_a_part_that_is_missing_or_older_is_named(county: Project) -> None:
    county.build(only=["shidu"])
    county.build(only=["records"])
    before = county.site()
    with pytest.raises(PartMissing, match="heling") as missing:
        county.build(assemble=True)
    assert "shidu" not in str(missing.value)
    assert county.site() == before
    county.build(only=["heling"])
    county.record("shidu/liuwan/notices/2026-10.yml", "环境整治", "环境卫生")
    done = disclose(county.root, "assemble")
    assert done.returncode == 2
    assert done.stderr.count("shidu") == 1
    assert "heling" not in done.stderr
    assert "还缺这些文件夹的部分" in done.stderr
    assert not (county.root / "site/index.html").exists()


def test_an_unknown_township_is_bad_usage_and_the_known_ones_are_named(county: Project) -> None:
    with pytest.raises(NoSuchTownship):
        county.build(only=["shidu", "shiduu"])
    done = disclose(county.root, "build", "--only", "shiduu")
    assert done.returncode == 2
    assert "没有这个文件夹：shiduu。可以写：heling、records、shidu" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (county.root / "site").exists()


def test_publishing_kept_parts_writes_the_ledger_of_a_publish_from_nothing(county: Project, tmp_path: Path) -> None:
    clean = copied(county, tmp_path / "clean")
    clean.build(publish=True)
    for part in PARTS:
        county.build(only=[part])
    assert not (county.root / "ledger").exists()
    county.build(publish=True)
    assert {path.name for path in (county.root / "ledger").iterdir()} == {f"{part}.jsonl" for part in PARTS} | {HEADS}
    assert _stated(county) == _stated(clean)
    county.build()
    county.build("again", afresh=True)
    assert county.site() == county.site("again")


def _stated(county: Project) -> dict[str, str]:
    """All that a ledger says but the random bytes of each line, and the digests that are made with them."""
    files = (county.root / "ledger").iterdir()
    return {file.name: _HEX.sub("", file.read_text(encoding="utf-8")) for file in files}


def test_shards_name_the_townships_and_the_county_itself(county: Project) -> None:
    county.write("assets/logo.png", b"1")
    github = json.loads(disclose(county.root, "shards").stdout)
    assert github == {"township": sorted(PARTS)}
    gitlab = json.loads(disclose(county.root, "shards", "--format", "gitlab").stdout)["township"]
    assert gitlab["parallel"] == {"matrix": [{"TOWNSHIP": sorted(PARTS)}]}
    assert '--only "$TOWNSHIP"' in gitlab["script"][-1]
    shutil.rmtree(county.root / "content")
    assert disclose(county.root, "shards").returncode == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_as_many_processes_as_you_like(county: Project, whole: Project, jobs: int) -> None:
    county.build(executor=processes(jobs))
    assert county.site() == whole.site()
    assert county.kept() == whole.kept()


# Dask -----------------------------------------------------------------------------------------------------------------

TOWNSHIPS = 5


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running Dask cluster."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One township of the demonstration county several times over, built by one process."""
    made = Project(tmp_path_factory.mktemp("many"))
    for number in range(TOWNSHIPS):
        shutil.copytree(ROOT / "content/heling", made.root / f"content/heling-{number}")
    shutil.copy(ROOT / "content/county.yml", made.root / "content")
    shutil.copy(ROOT / "mkdocs.yml", made.root)
    for folder in ("docs", "theme"):
        shutil.copytree(ROOT / folder, made.root / folder)
    made.build("serial")
    return made


@pytest.fixture
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers, each a process of its own, in a folder that is not the project's."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    command = [str(Path(sys.executable).parent / "dask")]
    scheduler = [*command, "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"]
    worker = [*command, "worker", address, "--nthreads", "2", "--no-nanny", "--no-dashboard", "--memory-limit", "0"]
    with ExitStack() as running:
        started = []
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        for line in (scheduler, worker, worker):
            process = subprocess.Popen(line, cwd=elsewhere, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            started.append(running.enter_context(process))
            running.callback(process.kill)
        with Client(address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
        yield Cluster(address, started[0], started[1:])


def test_a_worker_of_a_cluster_killed_in_mid_build(many: Project, dask: Cluster) -> None:
    """What it had begun or done is done again by the other one, and the site is the same."""
    told = []

    def tell(stage: str, done: int, *_: int) -> None:
        told.append((stage, done))
        if (stage, done) == ("生成", 1):
            dask.workers[0].kill()

    made = many.build(executor=cluster(dask.address), tell=tell)
    assert dask.workers[0].wait() == -signal.SIGKILL
    assert dask.workers[1].poll() is None
    assert [done for stage, done in told if stage == "生成"] == list(range(1, TOWNSHIPS + 1))
    assert made.written == len(many.site("serial"))
    assert many.site() == many.site("serial")


def test_the_command_with_a_cluster(county: Project, whole: Project, dask: Cluster) -> None:
    """Its workers have another working folder, and live longer than a template."""
    done = disclose(county.root, "build", "--scheduler", dask.address)
    assert done.returncode == 0, done.stderr
    assert county.site() == whole.site()
    county.edit("theme/pages/village.html", "<section", "<section data-changed")
    assert disclose(county.root, "build", "--scheduler", dask.address).returncode == 0
    county.build("clean")
    assert county.site() == county.site("clean")
    assert b"data-changed" in county.site()["shidu/liuwan/index.html"]


def test_a_scheduler_that_goes_away(many: Project, dask: Cluster) -> None:
    def tell(stage: str, done: int, *_: int) -> None:
        if (stage, done) == ("生成", 1):
            dask.scheduler.kill()

    with pytest.raises(NoCluster):
        many.build("never", executor=cluster(dask.address), tell=tell)
    assert not (many.root / "never").exists()


def test_a_cluster_with_another_program_makes_nothing(
    county: Project, dask: Cluster, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "program_key", lambda: "another")
    monkeypatch.setattr(sys, "argv", ["disclose", "build", "--scheduler", dask.address])
    monkeypatch.chdir(county.root)
    with pytest.raises(SystemExit, match="2"):
        main()
    assert f"集群里 {socket.gethostname()} 上的程序和这里的不一样" in capsys.readouterr().err
    assert not (county.root / "site").exists()


def test_nobody_answers(county: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(executor, "PATIENCE", 0.5)
    monkeypatch.setattr(sys, "argv", ["disclose", "build", "--scheduler", "localhost:86"])
    monkeypatch.chdir(county.root)
    with pytest.raises(SystemExit, match="2"):
        main()
    said = capsys.readouterr().err
    assert "连不上 Dask 集群 localhost:86" in said
    assert "Traceback" not in said
    assert not (county.root / "site").exists()


def test_dask_is_not_installed(county: Project) -> None:
    (county.root / "distributed.py").write_text("raise ModuleNotFoundError(name=__name__)", encoding="utf-8")
    done = disclose(county.root, "build", "--scheduler", "tcp://127.0.0.1:8786")
    assert done.returncode == 2
    assert "没有安装 Dask" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (county.root / "site").exists()


def test_a_part_that_was_published_alone_can_be_put_together(county: Project) -> None:
    county.build(publish=True)
    county.build()  # the county has a ledger now, which its pages say
    county.record("shidu/liuwan/notices/2026-10.yml", "环境整治", "环境卫生")
    county.build(only=["shidu"], publish=True)
    assert county.build(assemble=True).rendered == 0
