"""Build a small site, ask it in Chromium 78 and compare with a plain look through the texts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from generator.search.documents import SearchDocument
from tests.search.corpus import Shape, townships
from tests.search.site import ASK, build_site
from tests.search.truth import holds, numbers, sample
from tests.support.browser import serve

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "old-browser"
PACKAGES = ("chrome-aws-lambda@1.20.4", "puppeteer-core@1.20.0")


def main() -> int:
    """0 when every query finds what it should."""
    if not (BUILD / "node_modules" / "chrome-aws-lambda").exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        (BUILD / "package.json").write_text('{"private": true}', encoding="utf-8")
        subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *PACKAGES], cwd=BUILD, check=True
        )
    site = BUILD / "site"
    county = list(townships(Shape(townships=2, villages=3, documents=30)))
    build_site(site, county)
    documents = [document for _, _, some in county for document in some]
    queries = _queries(documents)
    with serve(site, "/sub/") as served:
        job = {"address": f"{served.address}search.html", "ask": ASK, "presses": 400, "queries": list(queries)}
        command = ["node", str(Path(__file__).with_name("run.js"))]
        done = subprocess.run(command, cwd=BUILD, input=json.dumps(job), capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr)
        return 1
    answer = json.loads(done.stdout)
    wrong = [text for text, wanted in queries.items() if set(answer["found"][text]) != wanted]
    print(f"{answer['version']}：{len(queries)}个查询，{len(queries) - len(wrong)}个找得齐全、没有多余")
    for line in (*wrong, *answer["errors"]):
        print(f"  {line}")
    return 1 if wrong or answer["errors"] else 0


def _queries(documents: list[SearchDocument]) -> dict[str, set[str]]:
    names = sample(documents, "(?:经手：|责任人|负责人)(\\w{2,3}?)(?:，|\n|$)", 10)
    firms = sample(documents, "澄安县\\w+?(?:公司|合作社|工程队)", 6)
    found = {
        text: {d.url for d in documents if holds(d, text)} for text in (*names, *firms, "道路硬化", "支-45", "区块链")
    }
    for amount in sample(documents, r"[0-9]{1,3},[0-9]{3}\.[0-9]{2}", 8):
        value = float(amount.replace(",", ""))
        found[amount] = found[f"{value:.2f}"] = {d.url for d in documents if value in numbers(d)}
    month = {d.url for d in documents if "2026-03-" in d.haystack or "2026年3月" in d.haystack}
    return found | {
        "2026年3月": month,
        "2026-03": month,
        "農業機械": {d.url for d in documents if holds(d, "农业机械")},
    }


if __name__ == "__main__":
    sys.exit(main())
