"""The whole build: same bytes from every host, the gate, what must never be in a site, a bad file beside good ones."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from generator.build import check
from generator.build.survey import CountyUnreadable
from generator.records.kinds import BY_FOLDER
from tests.support.county import build, tree

pytestmark = pytest.mark.slow

FINANCE = "shidu/liuwan/finance/2026-10"


def _pages(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if path.endswith(".html")}


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_hosts_give_equal_bytes(county: Path, host: str) -> None:
    """`mkdocs build --strict` and ProperDocs give the pages of `disclose build`, byte for byte, and the same other files."""
    (county / "docs/architecture.md").write_text("For maintainers: [no page](nowhere.md)", encoding="utf-8")
    _of_the_county(county)
    build(county)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", host, "build", "--strict", "--site-dir", str(county / host)]
    done = subprocess.run(command, cwd=county, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert _pages(county / host) == _pages(county / "site")
    assert set(tree(county / host)) == set(tree(county / "site"))
    assert not (county / "site/architecture.html").exists()


def test_same_input_same_bytes(county: Path) -> None:
    """Two builds are equal, and the second touches no file."""
    first = build(county)
    before = tree(county / "site")
    second = build(county)
    assert tree(county / "site") == before
    assert first.written == len(before)
    assert (second.written, second.removed) == (0, 0)


def test_one_bad_file_does_not_take_the_site_down(county: Path) -> None:
    """A broken record is withheld, its address still answers, everything else is published."""
    path = county / "content" / f"{FINANCE}.yml"
    path.write_text("期间：2026-10\n账户:\n\t- 名称: 基本户\n", encoding="utf-8")
    (county / "content/shidu/liuwan/notices/坏 名字.yml").write_text("x: 1", encoding="utf-8")
    built = build(county)
    page = (county / "site" / f"{FINANCE}.html").read_text(encoding="utf-8")
    assert "暂缓公开" in page
    assert "基本户" not in page
    assert (county / "site/shidu/liuwan/decisions/2026-10.html").is_file()
    assert built.checked.withheld == 1
    codes = {finding.code for finding in built.checked.findings}
    assert {"Y06", "Y07", "Y14"} <= codes


def _of_the_county(county: Path, text: str = BY_FOLDER["notices"].sample) -> Path:
    """A record of the county itself."""
    path = county / "content/records/notices/2026-10.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_county_has_records_of_its_own(county: Path) -> None:
    """They stand on the home of the site, in lists, search, downloads, sitemap and ledger, and in nobody's figures."""
    before = build(county)
    plain = tree(county / "site")
    _of_the_county(county)
    built = build(county, publish=True)
    site = tree(county / "site")
    assert built.checked.records == before.checked.records + 1
    own = {path for path in site if path.startswith("records/")}
    assert own > {
        "records/notices/2026-10.html",
        "records/notices/index.html",
        "records/affairs.html",
        "records/findings.html",
        "records/data/notices.csv",
        "records/data/calendar.ics",
        "records/data/feed-affairs.xml",
        "records/sitemap.xml",
    }
    assert "records/status-2026.html" not in own  # no law lays down by when
    home = site["index.html"].decode()
    assert 'href="records/notices/2026-10.html"' in home
    assert 'href="records/affairs.html"' in home
    assert 'value="records" data-name="澄安县本级" data-index="2026-' in site["search.html"].decode()
    assert b"records/sitemap.xml" in site["sitemap.xml"]
    assert "澄安县,,县级," in site["data/places.csv"].decode()
    assert "records/notices/2026-10.html" in site["data/news.json"].decode() + home
    assert {path.name for path in (county / "ledger").iterdir()} == {"heads.json", "records.jsonl", "shidu.jsonl"}
    # The township and its village are as they were, but for what the first ledger adds.
    _of_the_county(county).unlink()
    build(county)
    clean = tree(county / "site")
    assert not any(path.startswith("records/") for path in clean)
    assert clean.keys() == plain.keys()
    assert clean["index.html"] == plain["index.html"]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("records/notices/2026-10.yml", "标题：半份\n\t栏目: 村务\n", "Y06"),
        ("records/notices/坏 名字.yml", "x: 1", "Y14"),
        ("records/notice/2026-10.yml", "x: 1", "Y15"),
        ("records/2026-10.yml", "x: 1", "Y15"),
        ("records/liuwan/village.yml", "名称: 柳湾村", "Y15"),
        ("records/township.yml", "名称: 石渡镇", "Y15"),
        ("records/notices/2026-09.yml", "\ud800", "Y02"),
        ("notices/2026-10.yml", "x: 1", "Y15"),
    ],
)
def test_a_bad_file_of_the_county_takes_nothing_else_down(county: Path, path: str, text: str, code: str) -> None:
    """It is told, and every page of villages and townships is as it was."""
    build(county)
    before = {name: data for name, data in tree(county / "site").items() if name.startswith("shidu/")}
    file = county / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    checked = build(county).checked
    assert code in {finding.code for finding in checked.findings if finding.span.path == path}
    assert {finding.span.path for finding in checked.findings} == {path}
    assert before == {name: data for name, data in tree(county / "site").items() if name.startswith("shidu/")}


def test_site_holds_no_source_and_nothing_withheld(county: Path) -> None:
    """No YAML is copied, and no byte of a withheld record reaches any file of the site."""
    secret = "只在暂缓记录里的一句话"
    path = county / "content/shidu/liuwan/notices/secret.yml"
    number = "11010119900307" + "7758"
    sample = (county / "content/shidu/liuwan/notices/2026-10.yml").read_text(encoding="utf-8")
    path.write_text(sample.replace("环境整治", f"{secret}{number}"), encoding="utf-8")
    built = build(county)
    assert built.checked.withheld == 1
    for name, data in tree(county / "site").items():
        assert not name.endswith((".yml", ".yaml", ".md"))
        text = data.decode("utf-8", errors="replace")
        assert secret not in text
        assert number not in text


def test_not_public_records_have_no_page(county: Path) -> None:
    """范围 other than 社会, and 公开日期 after as_of: no page at all, and the gate still adds up."""
    notices = county / "content/shidu/liuwan/notices"
    sample = (notices / "2026-10.yml").read_text(encoding="utf-8")
    (notices / "inner.yml").write_text(sample.replace("公开:\n", "公开:\n  范围: 党内\n"), encoding="utf-8")
    (notices / "later.yml").write_text(sample.replace("公开日期: 2026-10-10", "公开日期: 2026-11-19"), encoding="utf-8")
    build(county)
    assert not (county / "site/shidu/liuwan/notices/inner.html").exists()
    assert not (county / "site/shidu/liuwan/notices/later.html").exists()
    build(county, as_of="2026-11-19")
    assert (county / "site/shidu/liuwan/notices/later.html").is_file()


def test_removed_record_leaves_no_page(county: Path) -> None:
    """Orphans go, other files stay."""
    build(county)
    (county / "content" / f"{FINANCE}.yml").unlink()
    (county / "content/shidu/liuwan/corrections/2026-10.yml").unlink()
    build(county)
    assert not (county / "site" / f"{FINANCE}.html").exists()
    assert (county / "site/shidu/liuwan/index.html").is_file()


def test_a_number_in_a_file_name_gets_no_address(county: Path) -> None:
    """An address cannot be masked: no page, no message and no index names it; P09 says so at the profile."""
    number = "139" + "0000" + "1234"
    sample = (county / "content/shidu/liuwan/notices/2026-10.yml").read_text(encoding="utf-8")
    (county / f"content/shidu/liuwan/notices/a-{number}.yml").write_text(sample, encoding="utf-8")
    checked = build(county).checked
    assert [finding.span.path for finding in checked.findings if finding.code == "P09"] == ["shidu/liuwan/village.yml"]
    assert not any(number in f"{finding}" for finding in checked.findings)
    for name, data in tree(county / "site").items():
        assert number not in name
        assert number not in data.decode("utf-8", errors="replace")


def test_personal_data_in_the_county_file_stops_everything(county: Path) -> None:
    """county.yml is on every page."""
    file = county / "content/county.yml"
    file.write_text(file.read_text(encoding="utf-8") + "页脚说明: 电话139" + "0000" + "1234\n", encoding="utf-8")
    with pytest.raises(CountyUnreadable):
        build(county)


def test_broken_county_file_leaves_the_live_site(county: Path) -> None:
    """county.yml decides what may be published; unreadable, nothing is touched."""
    build(county)
    before = tree(county / "site")
    (county / "content/county.yml").write_text("名称: 澄安县\n", encoding="utf-8")
    with pytest.raises(CountyUnreadable):
        check.check(county / "content", county / "ledger")
    with pytest.raises(Exception, match=r"county\.yml"):
        build(county)
    assert tree(county / "site") == before


def test_broken_village_file_keeps_the_records(county: Path) -> None:
    """A village whose profile cannot be read keeps its name and its records."""
    (county / "content/shidu/liuwan/village.yml").write_text("名称: 柳湾村\n户数: 很多\n", encoding="utf-8")
    build(county)
    home = (county / "site/shidu/liuwan/index.html").read_text(encoding="utf-8")
    assert "柳湾村" in home
    assert (county / "site" / f"{FINANCE}.html").is_file()


def test_no_request_to_another_host(county: Path) -> None:
    """No page or script names another host in a place where a browser would fetch it, and none has inline code."""
    build(county)
    for path, data in _pages(county / "site").items():
        html = data.decode()
        assert not re.search(r'(?:src|srcset|poster|data)="(?:https?:)?//', html), path
        assert not re.search(r'<link(?![^>]*rel="canonical")[^>]*href="(?:https?:)?//', html), path
        assert not re.search(r"<script(?![^>]*\bsrc=)", html), path
        assert not re.search(r'\sstyle="|<style|\son[a-z]+="', html), path


def test_every_link_resolves(county: Path) -> None:
    """Relative links of every page lead to a file of the site, and fragments to an id."""
    build(county)
    site = county / "site"
    pages = {path: data.decode() for path, data in _pages(site).items() if path != "404.html"}
    for path, html in pages.items():
        for target in re.findall(r'href="([^"]+)"', html):
            if re.match(r"(?:https?:|tel:|mailto:|data:)", target):
                continue
            address, _, fragment = target.partition("#")
            address = address.split("?")[0]
            goal = (Path(path).parent / address) if address else Path(path)
            resolved = os.path.normpath(goal.as_posix())
            assert (site / resolved).is_file(), f"{path} → {target}"
            if fragment and resolved in pages:
                assert f'id="{fragment}"' in pages[resolved], f"{path} → {target}"


def test_serve_gives_the_same_pages(county: Path) -> None:
    """`mkdocs serve` differs from a build only by its live-reload script and the canonical address."""
    build(county)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    with subprocess.Popen(command, cwd=county, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for path in (f"{FINANCE}.html", "shidu/liuwan/index.html", "rules/d05.html"):
                served = _fetched(server, f"http://{address}/{path}")
                built = (county / "site" / path).read_text(encoding="utf-8")
                assert _comparable(served) == _comparable(built), path
        finally:
            server.terminate()


def _fetched(server: subprocess.Popen[bytes], address: str) -> str:
    """A page of a server that is just starting."""
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            assert server.poll() is None, f"no answer from {address}"
            time.sleep(0.02)


def _comparable(html: str) -> str:
    html = re.sub(r"<script[^>]*>[^<]*livereload.*?</script>", "", html, flags=re.DOTALL)
    return re.sub(r'<link rel="canonical"[^>]*>', "", html)


def test_places_are_called_as_the_county_calls_them(county: Path) -> None:
    """嘎查 and 苏木 instead of 村 and 镇, where county.yml says so."""
    file = county / "content/county.yml"
    file.write_text(file.read_text(encoding="utf-8") + "称谓: {乡级: 苏木, 村级: 嘎查}\n", encoding="utf-8")
    build(county)
    township = (county / "site/shidu/index.html").read_text(encoding="utf-8")
    assert "各嘎查公开情况" in township
    assert "全苏木合计" in township
    assert "嘎查" in (county / "site/search.html").read_text(encoding="utf-8")
