"""Lists of documents: small, and read back as they were."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from generator.search.postings import DIGITS, KEY_BITS, entry, number, shards

SIZE = st.integers(1, 400)


class Reader:
    """The other half of postings.py, as search.js has it."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def number(self) -> int:
        value, unit = 0, 1
        while True:
            digit = DIGITS.index(self.text[self.at])
            self.at += 1
            value += digit % 32 * unit
            unit *= 32
            if digit < 32:
                return value

    def ids(self, size: int) -> list[int]:
        count = self.number()
        if count:
            last, ids = 0, []
            for _ in range(count):
                last += self.number()
                ids.append(last)
            return ids
        row = self.text[self.at : self.at + -(-size // 6)]
        self.at += len(row)
        return [one for one in range(size) if DIGITS.index(row[one // 6]) >> (5 - one % 6) & 1]

    def entries(self, size: int) -> Iterator[tuple[int, list[int]]]:
        key = 0
        while self.at < len(self.text):
            key += self.number()
            yield key, self.ids(size)


@given(st.integers(0, 10**12))
def test_numbers_come_back(value: int) -> None:
    assert Reader(number(value)).number() == value


@given(SIZE.flatmap(lambda size: st.tuples(st.just(size), st.sets(st.integers(0, size - 1), min_size=1))))
def test_lists_come_back(case: tuple[int, set[int]]) -> None:
    size, ids = case
    assert Reader(entry(sorted(ids), size)).ids(size) == sorted(ids)


@given(
    st.dictionaries(st.integers(0, 2**32 - 1), st.sets(st.integers(0, 99), min_size=1).map(sorted), max_size=60),
    st.integers(20, 400),
)
def test_every_token_is_found_in_its_shard(lists: dict[int, list[int]], target: int) -> None:
    made = shards(lists, 100, target)
    found = [dict(Reader(shard).entries(100)) for shard in made]
    for token, ids in lists.items():
        assert set(ids) <= set(found[token % len(made)][token >> (32 - KEY_BITS)])


def test_a_new_document_is_added_at_the_end() -> None:
    before, after = entry([3, 90], 1000), entry([3, 90, 999], 1000)
    assert after[1:].startswith(before[1:])
