"""`python -m tests.golden`: writes the golden pages and the table of the law anew; read them with `git diff` before committing."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator import pipeline
from generator.records.kinds import KINDS
from tests.law import table
from tests.support.county import COUNTY, ROOT
from tests.support.real import ROOT as REAL_DOCUMENTS
from tests.support.real import record_pages
from tests.support.village import TOWNSHIP, VILLAGE

REAL = (
    "02-longling-2021/records/funds/2021-dongchun.html",
    "22-donghong/donghong/donghong/contracts/yutang.html",
    "24-zhangzidao/zhangzidao/dahao/elections/xuanju.html",
    "48-guangong-2006/guangong/wang/finance/2006-q2.html",
    "68-fangcun/xiang/fangcun/audits/lishi.html",
)
"""Pages of really published documents: planned money, figures starred out, no day, goods, figures that were lost."""
EXPECTED = Path(__file__).parent / "golden" / "expected"
HOME = "shidu/liuwan"
PAGES = (
    "index.html",
    "news.html",
    "shidu/index.html",
    "shidu/news.html",
    "shidu/findings.html",
    f"{HOME}/index.html",
    f"{HOME}/status-2026.html",
    f"{HOME}/party.html",
    f"{HOME}/withheld.html",
    f"{HOME}/finance-2026.html",
    f"{HOME}/finance/index.html",
    f"{HOME}/finance/2026-10.html",
    f"{HOME}/finance/2026-09.html",
    f"{HOME}/decisions/2026-10.html",
    f"{HOME}/commitments/index.html",
    f"{HOME}/commitments/2026-10.html",
    f"{HOME}/notices/2026-10.html",
    f"{HOME}/funds/2026-10.html",
    f"{HOME}/questions/2026-10.html",
    f"{HOME}/corrections/2026-10.html",
    "rules/d05.html",
    "help/accounts.html",
    "help/terms.html",
    "404.html",
)


def content(folder: Path) -> Path:
    """One village with a sample of every kind, and one record that is withheld."""
    since = VILLAGE.replace("开始公开日期: 2026-11-01", "开始公开日期: 2026-07-01")
    files = {"county.yml": COUNTY, "shidu/township.yml": TOWNSHIP, f"{HOME}/village.yml": since}
    files |= {f"{HOME}/{kind.folder}/2026-10.yml": kind.sample for kind in KINDS}
    files[f"{HOME}/finance/2026-09.yml"] = "期间: 2026年9月\n公开: {公开日期: 2026-10-12}\n"
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def pages(folder: Path) -> dict[str, str]:
    """The main part of each golden page, a tag group per line so that a diff can be read."""
    built = pipeline.prepare(content(folder), folder / "no-ledger", ROOT / "theme").pages
    found = {url: built[url].main for url in PAGES}
    for page in REAL:
        document, url = page.split("/", 1)
        found[f"real/{page}"] = record_pages(REAL_DOCUMENTS / document)[url]
    return {url: main.replace("><", ">\n<") + "\n" for url, main in found.items()}


def main() -> None:
    """Write all of them; files of pages that are gone are removed."""
    for old in EXPECTED.rglob("*.html"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        for url, html in pages(Path(folder)).items():
            target = EXPECTED / url
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(html, encoding="utf-8")
    table.EXPECTED.write_text(table.text(), encoding="utf-8")


if __name__ == "__main__":
    main()
