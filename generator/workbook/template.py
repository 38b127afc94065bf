"""Makes a workbook to fill in, or the one that goes back with what is wrong in red. It uses nothing that Excel 2010 had not."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.base.dates import parse_date
from generator.base.money import parse_money
from generator.records.common import Kind
from generator.records.layout import Address
from generator.source.document import parse
from generator.workbook.cells import FIGURES, text_of
from generator.workbook.closing import closing_columns
from generator.workbook.filled import Cell, Filled
from generator.workbook.free_tables import COLUMNS, has_tables, sheet_names, write_sheet
from generator.workbook.free_tables import FIRST as FIRST_OF_TABLE
from generator.workbook.free_tables import ROWS as ROWS_OF_TABLE
from generator.workbook.intake import FIRST, HEAD, HIDDEN, LABEL, MARK, VALUE, letter
from generator.workbook.sheets import BASE, Column, Sheet, left_out, sheets_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ROWS = 200
"""Rows to fill in, in the largest sheet; in the others `FEW`, for reviews `FEWEST`."""
FEW, FEWEST = 40, 12
TITLE, HELP, SUMS, EXAMPLE = 0, 1, 2, HEAD + 1
"""Rows around the headings."""
_A4, _LONGEST_LIST = 9, 255
_WIDTH = {"金额": 13, "数": 10, "比例": 8, "整数": 8, "日期": 12, "期间": 12, "是否": 6, "网址": 24, "文字": 15}
_WIDE = frozenset(
    {"摘要", "内容", "用途", "意见", "情况", "依据", "原因", "结果", "事项", "说明", "正文", "答复", "问题"}
)
_NONE: Mapping[str, Sequence[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of a place: names to choose from, by the name of a column."""

    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)


def template(
    kind: Kind[Any],
    address: Address,
    title: str,
    filled: Filled,
    sources: Sources,
    notes: Mapping[Cell, str] = MappingProxyType({}),
    loose: Sequence[str] = (),
) -> bytes:
    """A workbook with some values in it.

    Args:
        address: of the record that it is to become.
        notes: what is wrong with a cell; it is red and has the words beside it.
        loose: what is wrong with no cell of its own.
    """
    from xlsxwriter import Workbook  # only here: most commands make no workbook

    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
    made = _Book(book, kind, title, filled, sources, notes)
    *listed, base = sheets_of(kind)
    made.base(base)
    for sheet in listed:
        made.rows(sheet)
    if has_tables(kind):
        made.tables()
    made.help(loose)
    made.options(address)
    book.close()
    return data.getvalue()


class _Book:
    """A workbook while it is written."""

    def __init__(
        self, book: Workbook, kind: Kind[Any], title: str, filled: Filled, sources: Sources, notes: Mapping[Cell, str]
    ) -> None:
        self.book, self.kind, self.title, self.filled, self.notes = book, kind, title, filled, notes
        self.lists = dict(sources.lists)
        self.long: list[tuple[str, ...]] = []
        """The choices that are too long for a cell's own rule; they stand in the hidden sheet."""
        document = parse("", kind.sample.encode()).document
        self.sample: Mapping[str, Any] = document.root if document else {}
        add = book.add_format
        self.bold = add({"bold": True})
        self.title_look = add({"bold": True, "font_size": 14})
        self.head = add({"bold": True, "bg_color": "#F4D999", "border": 1, "text_wrap": True, "valign": "vcenter"})
        self.must = add(
            {
                "bold": True,
                "bg_color": "#F4D999",
                "border": 1,
                "text_wrap": True,
                "valign": "vcenter",
                "font_color": "#A3211A",
            }
        )
        self.grey = add({"italic": True, "font_color": "#808080", "border": 1})
        self.small = add({"font_color": "#5B5149"})
        self.red = add({"bg_color": "#F8CBAD", "font_color": "#9C0006"})
        self.sum_look = add({"bold": True, "num_format": "#,##0.00"})
        self.looks = {
            (wrong, style): add(
                {"border": 1, "locked": False, "text_wrap": style == "@", "num_format": style}
                | ({"bg_color": "#F8CBAD"} if wrong else {})
            )
            for wrong in (False, True)
            for style in ("@", "#,##0.00", "General", "yyyy-mm-dd")
        }

    def rows(self, sheet: Sheet) -> None:
        """A sheet with a row for each part of a list."""
        page = self.book.add_worksheet(sheet.name)
        given = self.filled.rows.get(sheet.name, ())
        usual = FEWEST if len(sheet.route) > 1 else ROWS if sheet is sheets_of(self.kind)[0] else FEW
        count = max(len(given) + FEWEST, usual)
        last = FIRST + count - 1
        page.write_string(TITLE, 0, f"{self.title}　{sheet.name}", self.title_look)
        page.write_string(
            HELP, 0, "从灰色例子的下一行填起，一行一项；红字的列一定要填。有箭头的格子，从单子里选。", self.small
        )
        example = self._example(sheet)
        for at, column in enumerate(sheet.columns):
            self._column(page, at, column, last)
            page.write_string(EXAMPLE, at, example.get(column.name, ""), self.grey)
            if column.field.value == "金额":
                area = f"{letter(at)}{FIRST + 1}:{letter(at)}{last + 1}"
                amounts = (parse_money(row.get(column.name, "")) or 0 for row in given)
                page.write_formula(SUMS, at, f"=SUM({area})", self.sum_look, float(sum(amounts)))
            for index in range(count):
                cell = (sheet.name, index, column.name)
                text = given[index].get(column.name, "") if index < len(given) else ""
                self._cell(page, FIRST + index, at, column, text, self.notes.get(cell, ""))
        if any(column.field.value == "金额" for column in sheet.columns):
            page.write_string(SUMS, 0, "合计", self.bold)
        if sheet.name == "账户" and self.kind.folder == "finance":
            closing_columns(page, sheet, sheets_of(self.kind)[0], ROWS, self.head, self.sum_look, self.red)
        self._set_up(page, len(sheet.columns), last)

    def base(self, sheet: Sheet) -> None:
        """The sheet of single values: a name, a value, and how it is written."""
        page = self.book.add_worksheet(sheet.name)
        page.set_column(LABEL, LABEL, 22)
        page.set_column(VALUE, VALUE, 44)
        page.set_column(VALUE + 1, VALUE + 1, 46)
        page.write_string(TITLE, 0, f"{self.title}　{sheet.name}", self.title_look)
        page.write_string(HELP, 0, "填中间一列；红字的一定要填，别的没有就空着。", self.small)
        for at, heading in enumerate(("项目", "内容", "怎么写")):
            page.write_string(HEAD, at, heading, self.head)
        for number, column in enumerate(sheet.columns, HEAD + 1):
            page.write_string(number, LABEL, column.name, self.must if column.required else self.head)
            if column.route[-1] in _WIDE:
                page.set_row(number, 60)
            cell = (BASE, 0, column.name)
            self._cell(page, number, VALUE, column, self.filled.base.get(column.name, ""), self.notes.get(cell, ""))
            self._choice(page, number, number, VALUE, column)
            page.write_string(number, VALUE + 1, self._how(column), self.grey)
        self._set_up(page, VALUE + 2, HEAD + len(sheet.columns))

    def tables(self) -> None:
        """A sheet for each free table."""
        add = self.book.add_format
        looks = {"title": self.title_look, "small": self.small, "head": self.head}
        looks["input"] = add({"border": 1, "locked": False, "num_format": "General", "text_wrap": True})
        looks["wrong"] = add({"border": 1, "locked": False, "text_wrap": True, "bg_color": "#F8CBAD"})
        looks["head_input"] = add({"border": 1, "locked": False, "bold": True, "num_format": "@"})
        there = {table.sheet: table for table in self.filled.tables}
        for name in sheet_names():
            page = self.book.add_worksheet(name)
            told: dict[int, str] = {}
            for (sheet, index, _), note in self.notes.items():
                if sheet == name:
                    told[index] = f"{told[index]}\n{note}" if index in told else note
            write_sheet(page, f"{self.title}　{name}", there.get(name), told, looks)
            self._set_up(page, COLUMNS + 1, FIRST_OF_TABLE + ROWS_OF_TABLE)

    def help(self, loose: Sequence[str]) -> None:
        """The sheet that tells how to fill it in, and in a workbook that goes back, what has no cell of its own."""
        page = self.book.add_worksheet("怎么填")
        page.set_column(0, 0, 100)
        wrapped = self.book.add_format({"text_wrap": True, "valign": "top"})
        lines = [
            f"{self.title}：{self.kind.name}填报表",
            "1. 先填“基本信息”，再填别的表。红色的格子是有问题的，鼠标放上去看怎么改。",
            "2. 日期写2026-3-1；金额只写数字，单位是元；人的姓名，普通村民写成“王某某”。",
            "3. 身份证号、手机号、银行卡号不要写：读的时候会去掉。",
            "4. 填好存盘，运行 disclose import 这个文件。没有问题，记录就写好了；有问题，另外给一份标红的。",
        ]
        if absent := left_out(self.kind):
            lines.append(f"5. 这里写不下的：{'、'.join(absent)}。要写的，在记录文件（YAML）里加。")
        for number, line in enumerate([*lines, *(["", "还有这些问题："] if loose else []), *loose]):
            page.write_string(number, 0, line, wrapped)
        if loose:
            page.activate()
        page.protect()

    def options(self, address: Address) -> None:
        """The hidden sheet: what record it is to become, and long lists of choices."""
        page = self.book.add_worksheet(HIDDEN)
        page.write_string(0, 0, MARK)
        page.write_string(0, 1, address.path.removesuffix(".yml"))
        for at, choices in enumerate(self.long):
            for number, choice in enumerate(choices, 1):
                page.write_string(number, at, choice)
        page.very_hidden()
        page.protect()

    def _set_up(self, page: Worksheet, columns: int, last: int) -> None:
        """Headings cannot be changed, rows can; print on A4 with the headings on each page."""
        page.protect(
            options={"insert_rows": True, "format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
        )
        page.set_default_row(18)
        page.freeze_panes(HEAD + 1, 0)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEAD)
        page.print_area(0, 0, last, columns - 1)
        page.set_footer("&C第&P页，共&N页")

    def _column(self, page: Worksheet, at: int, column: Column, last: int) -> None:
        name = column.route[-1]
        page.set_column(at, at, 30 if name in _WIDE else _WIDTH[column.field.value])
        page.write_string(HEAD, at, column.name, self.must if column.required else self.head)
        if said := self._how(column):
            page.write_comment(HEAD, at, said)
        self._choice(page, FIRST, last, at, column)

    def _choice(self, page: Worksheet, first: int, last: int, at: int, column: Column) -> None:
        """The drop-down of a cell, or which figures and days it takes."""
        area = (first, at, last, at)
        known = tuple(dict.fromkeys(self.lists.get(column.route[-1], ())))
        choices = column.choices or known
        if choices and not column.field.many:
            # What is only known may be another one this time; what the record can be is one of these.
            how = {"error_type": "stop" if column.choices else "warning", "error_title": "不在单子里"}
            page.data_validation(*area, {"validate": "list", "source": self._source(choices)} | how | _WORDS["单子"])
        elif column.field.many:
            return
        elif column.field.value == "金额":
            # 约820、不详 may be written: a warning, no more.
            page.data_validation(
                *area,
                {"validate": "decimal", "criteria": "between", "minimum": -1e11, "maximum": 1e11} | _WORDS["金额"],
            )
        elif column.field.value == "日期":
            limits = {"minimum": date(1949, 10, 1), "maximum": date(2099, 12, 31)}
            page.data_validation(*area, {"validate": "date", "criteria": "between"} | limits | _WORDS["日期"])

    def _source(self, choices: tuple[str, ...]) -> list[str] | str:
        if len(",".join(choices)) <= _LONGEST_LIST and not any("," in choice for choice in choices):
            return list(choices)
        if choices not in self.long:
            self.long.append(choices)
        at = letter(self.long.index(choices))
        return f"={HIDDEN}!${at}$2:${at}${len(choices) + 1}"

    def _cell(self, page: Worksheet, row: int, at: int, column: Column, text: str, note: str) -> None:
        value: float | date | None = None
        if column.field.value in FIGURES and not column.field.many:
            amount = parse_money(text)
            value = None if amount is None else float(amount)
        elif column.field.value == "日期" and not column.field.many:
            value = parse_date(text)
        look = self._look(column, bool(note))
        if isinstance(value, date):
            page.write_datetime(row, at, datetime(value.year, value.month, value.day), look)
        elif value is not None:
            page.write_number(row, at, value, look)
        elif text:
            page.write_string(row, at, text, look)
        else:
            page.write_blank(row, at, None, look)
        if note:
            page.write_comment(row, at, note, {"x_scale": 2.4, "y_scale": 1.6})

    def _look(self, column: Column, wrong: bool) -> Format:
        if column.field.many:
            return self.looks[wrong, "@"]
        style = {"金额": "#,##0.00", "日期": "yyyy-mm-dd"}.get(column.field.value, "@")
        return self.looks[wrong, "General" if column.field.value in ("数", "比例", "整数") else style]

    def _how(self, column: Column) -> str:
        said = [column.field.meaning] if column.field.meaning else []
        if column.field.many:
            said.append("几项用顿号隔开")
        if column.field.unit and column.field.unit not in "".join(said):
            said.append(f"单位：{column.field.unit}")
        return "；".join(said)

    def _example(self, sheet: Sheet) -> Mapping[str, str]:
        """The first row of the kind's sample."""
        part: Any = self.sample
        for name in sheet.route:
            part = part.get(name) if isinstance(part, Mapping) else None
        row = part[0] if isinstance(part, list) and part else {}
        return {column.name: text_of(_inside(row, column.route), column.field, None) for column in sheet.columns}


_WORDS = {
    "单子": {"error_message": "从单子里选一个"},
    "金额": {"error_type": "warning", "error_title": "金额", "error_message": "只写数字，单位是元"},
    "日期": {"error_type": "warning", "error_title": "日期", "error_message": "写成2026-3-1这样"},
}


def _inside(row: Any, route: Sequence[str]) -> Any:
    for name in route:
        row = row.get(name) if isinstance(row, Mapping) else None
    return "、".join(row) if isinstance(row, list) and all(isinstance(one, str) for one in row) else row
