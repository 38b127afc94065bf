"""A township opened and its places judged. Every command that looks at records comes through here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.base.finding import Finding
from generator.build.asked import belongs, concerns
from generator.build.files import Surroundings, TownshipFiles, read_files
from generator.build.moves import Moves
from generator.build.setting import Setting
from generator.publish import ledger as ledgers
from generator.publish.ledger import Book
from generator.records.layout import Place
from generator.records.local import Layer
from generator.records.published import Ledger
from generator.rules.judge import JudgedPlace, Layout, PlaceFiles, judge_place, lay_out
from generator.rules.profiles import own_level


@dataclass(frozen=True, slots=True)
class OpenTownship:
    """A township with all that is needed to judge any of its places."""

    setting: Setting
    files: TownshipFiles
    layout: Layout
    book: Book
    moves: Moves
    levels: tuple[Layer, ...]
    """The county, and the township where it lays something down for its villages."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with files that belong to no place."""
        return (*self.files.tree.findings, *self.layout.findings, *self.book.findings)

    def around(self, place: Place) -> Surroundings:
        """Who answers when the rules of a place ask about files."""
        return Surroundings(
            self.setting.content, self.files, place, self.setting.divisions, self.setting.ledger, self.moves
        )

    def files_of(self, place: Place) -> PlaceFiles:
        """What lies in the folder of a place, and what the ledger says of it."""
        folder = f"{place.folder}/"
        files = frozenset(path for path in (*self.files.data, *self.files.tree.others) if path.startswith(folder))
        lines = self.book.lines
        own = None if lines is None else {path: line for path, line in lines.items() if self._place_of(path) == place}
        return PlaceFiles(place, self.layout.places[place], files, own, self.book.damaged)

    def _place_of(self, path: str) -> Place:
        """Whose line of the ledger it is. Who is gone is told at the township; county.yml belongs to the county's own records."""
        place = Place(*path.split("/")[:2]) if path.count("/") > 1 else Place(self.files.township)
        return place if place in self.layout.places else Place(self.files.township)

    def judge(self, files: PlaceFiles, around: Surroundings) -> JudgedPlace:
        """Read and judge one place."""
        levels = self.levels if files.place.village else () if files.place.is_county else self.levels[:1]
        return judge_place(files, levels, self.files.data.__getitem__, around, self.setting.as_of)


def moves_of(setting: Setting, files: TownshipFiles, lines: Ledger) -> Moves:
    """What a township knows of moves; `lines`: its part of the ledger."""
    return Moves(setting.content, files.data, setting.divisions, lines, setting.as_of)


def open_township(setting: Setting, files: TownshipFiles) -> OpenTownship:
    """Sort a township's files by place and load its part of the ledger."""
    township = files.township
    own = Place(township)
    book = ledgers.load(setting.ledger, township)
    moves = moves_of(setting, files, book.lines)
    around = Surroundings(setting.content, files, own, setting.divisions, setting.ledger, moves)
    levels = (setting.profile, *own_level(own, files.data.__getitem__, around, setting.profile))
    return OpenTownship(setting, files, lay_out(township, files.data), book, moves, levels)


def judged_places(opened: OpenTownship, only: Sequence[str] = ("",)) -> Iterator[JudgedPlace]:
    """Judge the township itself, then its villages.

    Args:
        only: files and folders; the places that these concern.
    """
    for place in opened.layout.places:
        if any(concerns(place, asked) for asked in only):
            yield opened.judge(opened.files_of(place), opened.around(place))


@dataclass(frozen=True, slots=True)
class CheckedTownship:
    """What is wrong in a township."""

    findings: tuple[Finding, ...]
    records: int
    """Record files found, readable or not."""
    withheld: int
    drafts: tuple[str, ...]
    """The paths of the records without 公开日期."""


def check_township(setting: Setting, township: str, only: Sequence[str] = ("",)) -> CheckedTownship:
    """Read and judge one township, or those of its places that are asked for."""
    opened = open_township(setting, read_files(setting.content, township))
    findings = [*opened.findings]
    records = withheld = 0
    drafts: list[str] = []
    for judged in judged_places(opened, only):
        findings += judged.findings
        records += len(opened.layout.places[judged.place])
        withheld += len(judged.withheld)
        drafts += sorted(address.path for address in judged.drafts)
    told = tuple(sorted(findings, key=Finding.sort_key))
    if any(belongs(township, asked) for asked in only):
        records = opened.files.records
    return CheckedTownship(told, records, withheld, tuple(drafts))
