"""下载数据: what there is to take away of a place, a township or the county, in plain words; nothing that is not there."""

from __future__ import annotations

from generator.records.common import Board
from generator.records.kinds import BY_FOLDER
from generator.records.places import called
from generator.site import urls
from generator.site.model import CountySite, Link, PlaceSite

ATOM, JSON_LD = "application/atom+xml", "application/ld+json"
_OPENS = "（Excel、WPS能打开）"
_PROGRAM = "（给程序用）"
_READER = "（要用订阅软件）"


def place_downloads(
    county: CountySite, place: PlaceSite, folder: str = "", board: Board | None = None
) -> tuple[Link, ...]:
    """The data of a place.

    Args:
        folder: of the kind whose table is wanted; the tables of the others stand at their own lists.
        board: of whose publications one may be told; else of all, with the calendar and the format of the tables.
    """
    if not place.entries:
        return ()

    def file(kind: str, title: str, name: str) -> Link:
        return Link(title, urls.data(place.place.folder, name), kind)

    links = []
    if folder and place.of_kind(folder):
        links.append(file("CSV", f"{BY_FOLDER[folder].name}{_OPENS}", f"{folder}.csv"))
    if county.workbooks:
        links.append(file("XLSX", f"所有的表，一个文件{_OPENS}", "records.xlsx"))
    links.append(file("JSON", f"所有的记录{_PROGRAM}", "records.json"))
    if not folder and board is None:
        links.append(file("JSON", f"各张表的格式{_PROGRAM}", "datapackage.json"))
        links.append(file("日历", "公示哪天结束、承诺哪天到期，加到手机日历里", "calendar.ics"))
    if board is None:
        links.append(file("订阅", f"新公开的自动收到{_READER}", "feed.xml"))
    elif place.on_board(board):
        links.append(file("订阅", f"新公开的{called(board, place.terms)}自动收到{_READER}", f"feed-{board.slug}.xml"))
    return tuple(links)


def overview_downloads(county: CountySite, township: str = "") -> tuple[Link, ...]:
    """The data over all places of a township or, without one, of the county."""

    def file(kind: str, title: str, name: str) -> Link:
        return Link(title, urls.data(township, name), kind)

    table = f"各{county.terms.village}公开情况"
    links = [file("CSV", f"{table}{_OPENS}", "places.csv")]
    if county.workbooks:
        links.append(file("XLSX", f"{table}{_OPENS}", "places.xlsx"))
    links += [
        file("JSON", f"{table}{_PROGRAM}", "places.json"),
        file("JSON", f"表的格式{_PROGRAM}", "datapackage.json"),
        file("订阅", f"新的动态自动收到{_READER}", "feed.xml"),
    ]
    return tuple(links)


def news_downloads(township: str = "") -> tuple[Link, ...]:
    """动态 of a township or, without one, of the county."""
    return (
        Link(f"这些动态{_PROGRAM}", urls.data(township, "news.json"), "JSON"),
        Link(f"新的动态自动收到{_READER}", urls.data(township, "feed.xml"), "订阅"),
    )


def place_alternates(place: PlaceSite) -> tuple[Link, ...]:
    """What a page about a place is besides, for programs: its feed and the description of its data. `kind` is the type."""
    if not place.entries:
        return ()
    folder = place.place.folder
    feed = Link(f"{place.name}三务公开", urls.data(folder, "feed.xml"), ATOM)
    return feed, Link(f"{place.name}三务公开数据", urls.data(folder, "dataset.jsonld"), JSON_LD)


def overview_alternates(name: str, township: str = "") -> tuple[Link, ...]:
    """The same for a township or, without one, the county: its feed."""
    return (Link(f"{name}三务公开动态", urls.data(township, "feed.xml"), ATOM),)
