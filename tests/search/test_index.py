"""The files of an index."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date

import pytest

from generator.search.bundle import LARGEST
from generator.search.documents import SearchDocument
from generator.search.index import TownshipIndex, indexed, township_index
from tests.search.corpus import Shape, townships

pytestmark = pytest.mark.slow

SHAPE = Shape(townships=1, villages=4, documents=30, years=(2025, 2026))


def documents() -> list[SearchDocument]:
    return next(townships(SHAPE))[2]


def built(some: list[SearchDocument]) -> TownshipIndex:
    return township_index("t01", "柳湾镇", map(indexed, some))


def data(index: TownshipIndex, path: str) -> object:
    """What a script hands over."""
    text = dict(index.files)[path].decode()
    name = path.removeprefix("t01/search/").removesuffix(".js")
    assert text.startswith(f'sanwuData("{name}",')
    return json.loads(text[len(f'sanwuData("{name}",') : -1])


def test_the_order_of_the_documents_does_not_matter() -> None:
    some = documents()
    assert built(some) == built(some[::-1])


def test_every_file_lies_in_the_townships_search_folder_once() -> None:
    paths = [path for path, _ in built(documents()).files]
    assert len(set(paths)) == len(paths)
    assert all(re.fullmatch(r"t01/search/[0-9]{4}(/[a-z][a-z0-9-]*)?-[0-9a-f]{6}\.js", path) for path in paths)


def test_the_manifest_names_the_heads() -> None:
    index = built(documents())
    assert [head.year for head in index.manifest.years] == [2026, 2025]
    for named in index.manifest.attribute.split():
        year, digest, count = named.split("-")
        head = data(index, f"t01/search/{year}-{digest}.js")
        assert isinstance(head, dict)
        assert head["n"] == int(count)


def test_the_head_names_files_that_are_there() -> None:
    index = built(documents())
    paths = {path for path, _ in index.files}
    for head in index.manifest.years:
        table = data(index, f"t01/search/{head.year}-{head.digest}.js")
        assert isinstance(table, dict)
        folder = f"t01/search/{head.year}"
        named = {f"{folder}-{head.digest}.js", f"{folder}/a-{table['a']}.js"}
        named |= {f"{folder}/b-{village}-{digest}.js" for village, digest in table["b"].items()}
        named |= {f"{folder}/p{n}-{table['p'][n * 6 : n * 6 + 6]}.js" for n in range(len(table["p"]) // 6)}
        hits = len(table["c"])
        named |= {f"{folder}/h{n}-{table['h'][n // 8 * 6 : n // 8 * 6 + 6]}.js" for n in range(hits)}
        assert named == {path for path in paths if path.startswith((f"{folder}-", f"{folder}/"))}


def test_a_new_record_leaves_other_years_and_older_hits_as_they_were() -> None:
    some = documents()
    new = dataclasses.replace(some[0], url="t01/v01/notices/new.html", day=date(2026, 12, 31))
    before, after = dict(built(some).files), dict(built([*some, new]).files)
    assert {p for p in before if "2025" in p} == {p for p in after if "2025" in p}
    kept = [path for path in before if "/2026/h" in path and path in after]
    assert len(kept) >= sum("/2026/h" in path for path in before) - 8


def test_hits_carry_the_text_as_it_is_written() -> None:
    some = documents()
    index = built(some)
    texts = [hit for path, _ in index.files if "/h" in path for hit in data(index, path)]  # type: ignore[attr-defined]  # a list
    assert {(hit[0], hit[1], hit[8]) for hit in texts} == {(d.url, d.title, d.text) for d in some}


def test_a_bundle_is_made_only_for_a_small_village() -> None:
    small = next(townships(Shape(townships=1, villages=2, documents=6)))[2]
    assert sum("/b-" in path for path, _ in built(small).files) >= 2
    large = next(townships(Shape(townships=1, villages=1, documents=90)))[2]
    bundles = [content for path, content in built(large).files if "/b-v01" in path]
    assert bundles == []
    assert all(len(content) < LARGEST + 100 for path, content in built(documents()).files if "/b-" in path)


def test_line_ends_that_old_browsers_take_for_line_ends() -> None:
    odd = dataclasses.replace(documents()[0], text="一行\u2028二行\u2029</script>\ud800", title="“引号”\\\"'")
    index = built([odd])
    contents = b"".join(content for _, content in index.files)
    assert "\u2028".encode() not in contents
    assert "\u2029".encode() not in contents
    hits = [hit for path, _ in index.files if "/h" in path for hit in data(index, path)]  # type: ignore[attr-defined]  # a list
    assert hits[0][8] == odd.text


def test_no_documents_no_index() -> None:
    index = built([])
    assert (index.files, index.manifest.attribute) == ((), "")
