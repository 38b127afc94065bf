"""The search against its targets: bytes and round trips of real queries in Chromium, size and cost of the index.

    python -m benchmarks.search [documents]

12,000 documents by default: 4 townships × 20 villages × 3 years × 50. Bytes are what a plain server with gzip sends for
code, index and the first ten hits; the page itself and its stylesheet are not counted. Also a county query over all
townships, and a village of its own.
"""

from __future__ import annotations

import random
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from gzip import compress
from pathlib import Path

from playwright.sync_api import Browser

from generator.search.documents import SearchDocument
from generator.search.index import indexed, township_index
from tests.search.corpus import CLAUSES, PAYERS, WORKS, Shape, townships
from tests.search.site import ask, build_site
from tests.support.browser import Served, launched, serve

KB = 1024
CLASSES = {
    "姓名": "(?:经手：|责任人|负责人)(\\w{2,3}?)(?:，|\n|$)",
    "单位": "澄安县\\w+?(?:公司|合作社|工程队|中心|经营部|商行)",
    "金额": r"[0-9]{1,3},[0-9]{3}\.[0-9]{2}",
    "合同号": "HT-[0-9-]+",
    "日期": "20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日",
    "月份": "20[0-9]{2}年[0-9]{1,2}月",
    "村组": "[一-龥]{2}村[一-龥]{2}",
}
WORDS = {
    "事项": WORKS,
    "开支": PAYERS,
    "短语": [clause[:6] for clause in CLAUSES],
    "没有的词": ["区块链", "飞机场", "潜水艇维修", "量子"],
}


def main(count: int) -> None:
    """Print the tables."""
    shape = Shape(townships=4, villages=20, documents=max(1, count // 240), years=(2024, 2025, 2026))
    county = list(townships(shape))
    documents = [document for _, _, some in county for document in some]
    print(f"{len(documents)}件，平均{statistics.mean(len(d.text) for d in documents):.0f}字，{len(county)}个镇×3年")
    _index(county)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build_site(folder, county)
        with launched() as browser, serve(folder) as served:
            queries = list(_queries(documents))
            print(f"\n查询{len(queries)}个（KB，gzip 后；往返指代码之后到第一件）")
            print("范围               第一次 中位/最大   下一次 中位/最大   请求 中位   往返 中位/最多")
            for name, fields in (
                ("一个镇，各年", {"t": "t01"}),
                ("一个镇，当年", {"t": "t01", "y": "2026"}),
                ("一个村，各年", {"t": "t01", "v": "v01"}),
                ("全县", {}),
            ):
                _measure(browser, served, name, fields, queries)


def _index(county: list[tuple[str, str, list[SearchDocument]]]) -> None:
    pages = sum(len(documents) for _, _, documents in county)
    groups = {"p": "词的索引", "h": "核对用的文字", "a": "金额", "b": "小村合订", "head": "索引头"}
    packed, files = dict.fromkeys(groups, 0), dict.fromkeys(groups, 0)
    spent = 0.0
    for slug, name, documents in county:
        start = time.process_time()
        made = township_index(slug, name, map(indexed, documents))
        spent += time.process_time() - start
        for path, content in made.files:
            group = path.split("/")[3][0] if path.count("/") == 3 else "head"
            packed[group] += len(compress(content, 6))
            files[group] += 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KB
    print(f"生成：每件{spent / pages * 1000:.2f}毫秒（1核），整个进程最多{memory:.0f} MB（含语料）")
    for group, label in groups.items():
        print(f"  {label}：每件{packed[group] / pages / KB:.2f} KB，{files[group]}个文件")


def _queries(documents: list[SearchDocument]) -> Iterator[tuple[str, str]]:
    rng = random.Random(3)
    some = [document for document in documents if document.township == "t01"]
    for name, pattern in CLASSES.items():
        found = sorted({found for document in some for found in re.findall(pattern, document.haystack)})
        yield from ((name, text) for text in rng.sample(found, min(8, len(found))))
    for name, words in WORDS.items():
        yield from ((name, text) for text in rng.sample(list(words), min(8, len(words))))
    yield from (("两个词", f"{rng.choice(WORKS)} {rng.choice(PAYERS)}") for _ in range(8))


def _measure(
    browser: Browser, served: Served, name: str, fields: dict[str, str], queries: list[tuple[str, str]]
) -> None:
    rng = random.Random(4)
    firsts, nexts, requests, trips = [], [], [], []
    by_class: dict[str, list[float]] = {}
    for group, text in queries:
        context = browser.new_context()
        page = context.new_page()
        served.sent.clear()
        page.goto(f"{served.address}search.html")
        began = len(served.sent)
        ask(page, text, fields)
        code = sum(size for path, size in served.sent[:began] if path.endswith(".js"))
        firsts.append((code + sum(size for _, size in served.sent[began:])) / KB)
        requests.append(len(served.sent) - began)
        trips.append(_trips(served.sent[began:], 1 if "t" in fields else 3))
        by_class.setdefault(group, []).append(firsts[-1])
        served.sent.clear()
        ask(page, rng.choice([other for _, other in queries if other != text]), fields)
        nexts.append(served.bytes / KB)
        context.close()
    print(
        f"{name:　<9}{statistics.median(firsts):8.1f} /{max(firsts):6.1f}   {statistics.median(nexts):8.1f} /{max(nexts):6.1f}"
        f"   {statistics.median(requests):8.0f}   {statistics.median(trips):6.0f} /{max(trips):2d}"
    )
    print(
        "    第一次，按类：" + "　".join(f"{group} {statistics.median(sizes):.0f}" for group, sizes in by_class.items())
    )


def _trips(sent: list[tuple[str, int]], batches: int) -> int:
    """Steps that wait for one another until the first hit text: head, postings, hit texts of each batch of years.

    Args:
        sent: what was asked for after the code.
        batches: how many indexes are asked first; later ones come by threes.
    """
    heads = [path for path, _ in sent if re.search(r"/search/[0-9]{4}-", path)]
    first = next((path for path, _ in sent if re.search(r"/[0-9]{4}/(?:h|b-)", path)), "")
    if not first:
        return 0
    year = first.rsplit("/", 1)[0]
    place = next(number for number, head in enumerate(heads) if head.startswith(f"{year}-"))
    before = 0 if place < batches else 1 + (place - batches) // 3
    return 2 * before + (2 if "/b-" in first else 3)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12_000)
