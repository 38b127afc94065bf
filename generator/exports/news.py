"""动态 as JSON and as Atom: the same as on the page of a township or of the county."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.exports.feed import atom
from generator.exports.json_values import address, encode, with_list
from generator.site import urls
from generator.site.model import CountySite
from generator.site.news import News


def news_files(county: CountySite, folder: str, name: str, news: Sequence[News]) -> Iterator[tuple[str, bytes]]:
    """`data/news.json` and `data/feed.xml`.

    Args:
        folder: the township's, or empty for the county.
        name: of the township or county.
        news: in order.
    """
    page = urls.news(folder)
    title = f"{name}三务公开动态"
    head = {
        "标题": title,
        "网址": address(county, page),
        "更新到": county.as_of.isoformat(),
        "使用许可": county.licence.address,
    }
    yield urls.data(folder, "news.json"), with_list(head, "动态", (encode(_row(county, one)) for one in news))
    path = urls.data(folder, "feed.xml")
    yield path, atom(county, path, title, page, news, with_place=True)


def _row(county: CountySite, one: News) -> dict[str, Any]:
    return {
        "日期": one.day.isoformat(),
        "动态": one.kind,
        "地方": one.place,
        "栏目": one.board_name,
        "标题": one.title,
        "说明": one.words,
        "件数": one.count,
        "网址": address(county, one.url),
    }
