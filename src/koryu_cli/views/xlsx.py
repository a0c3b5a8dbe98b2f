"""Rows as an Excel workbook (.xlsx, ISO/IEC 29500) of one sheet.

The same rows give the same bytes: the workbook holds no time at which it was written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from io import BytesIO
from itertools import chain
from typing import IO, TYPE_CHECKING, Any, Literal
from unicodedata import combining, east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from koryu_cli.errors import DataError, KoryuError
from koryu_cli.language import _
from koryu_cli.views.columns import Column, Row
from koryu_cli.views.delimited import is_formula
from koryu_cli.views.links import address_of

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook

WIDE = 60
"""The width of a column, in half-width characters, beyond which its texts are wrapped."""
WIDEST = 250
"""The same where a text of that width would be higher than Excel lets a row be."""
PADDING = 2
PAGE_WIDTH = 260
"""Half-width characters side by side that can still be read on a page of A4."""
LINE_HEIGHT = 18
"""Points that a line of Japanese text takes."""
MOST_LINES = 22
"""Lines in a row, which may be 409 points high."""
LONGEST_TEXT = 32_767
"""UTF-16 code units in a cell, Excel's limit."""
LONGEST_NUMBER = 15
"""Digits of a number that Excel keeps."""
MOST_ROWS = 2**20
LONGEST_ADDRESS = 2_079
FIRST_DAY = date(1900, 3, 1)
"""The first day that all programs number alike: Excel counts a 29 February 1900."""
A4 = "9"
"""Excel's number of the paper size."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of the document and its parts: the first that a ZIP archive can give."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NOT_IN_XML = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


class WorkbookError(KoryuError):
    """Rows that a workbook cannot hold."""

    exit_code = 1


class _Archive(ZipFile):
    """An archive whose members all have the same time."""

    def open(
        self,
        name: str | ZipInfo,
        mode: Literal["r", "w"] = "r",
        pwd: bytes | None = None,
        *,
        force_zip64: bool = False,
    ) -> IO[bytes]:
        """Open a member; `write` and `writestr` come here, too."""
        if isinstance(name, ZipInfo):
            name.date_time = EARLIEST
        return super().open(name, mode, pwd, force_zip64=force_zip64)


def render(
    columns: Sequence[Column[Row]], rows: Iterable[Row], *, title: str = ""
) -> Iterator[bytes]:
    """Return a workbook with a heading row that stays in sight, and a row a row.

    Numbers, days in ISO format and web addresses become those of Excel; all else is text.

    Args:
        columns: the columns.
        rows: the rows.
        title: the title of the document.

    Raises:
        DataError: openpyxl is not installed.
        WorkbookError: there are more rows, or longer texts, than Excel takes.
    """
    try:
        from openpyxl.workbook import Workbook
    except ImportError:
        raise DataError(
            _(
                "Excel ブックを書くには openpyxl が要ります。"
                "pip install 'koryu-cli[excel]' で入れてください。"
            )
        ) from None
    table = [[column.cell(row) for column in columns] for row in rows]
    _check(table)
    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "koryu", title
    book.properties.created = book.properties.modified = datetime(*EARLIEST)
    _fill(book, columns, table)
    yield _bytes_of(book)


def _check(table: Sequence[Sequence[str]]) -> None:
    """Raise a `WorkbookError` if Excel does not take so many rows, or so long a text."""
    if len(table) >= MOST_ROWS:
        raise WorkbookError(
            _("Excel のシートに入るのは {most} 行までです。CSV なら書けます。", most=MOST_ROWS - 1)
        )
    for text in chain.from_iterable(table):
        if len(_escaped(text).encode("utf-16-le")) // 2 > LONGEST_TEXT:
            raise WorkbookError(
                _(
                    "Excel のセルに入るのは {most} 字までです。CSV なら書けます: 「{text}...」",
                    most=LONGEST_TEXT,
                    text=text[:20],
                )
            )


def _escaped(text: str) -> str:
    """Return a text with the characters that XML does not have, as Excel writes them: _x0007_."""
    return _NOT_IN_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def _fill(book: "Workbook", columns: Sequence[Column[Row]], table: list[list[str]]) -> None:
    """Write the sheet, whose layout must be set before its first row."""
    from openpyxl.utils import get_column_letter

    sheet: Any = book.create_sheet(_("一覧"))
    headings = [column.header for column in columns]
    widths = [_column_width(texts) for texts in zip(headings, *table, strict=True)]
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width + PADDING
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(table) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = -(-sum(widths) // PAGE_WIDTH)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.append([_heading(sheet, heading) for heading in headings])
    for number, row in enumerate(table, start=2):
        lines = max(map(_lines, row, widths))
        if lines > 1:
            sheet.row_dimensions[number].height = min(lines, MOST_LINES) * LINE_HEIGHT
        sheet.append(list(map(partial(_cell, sheet), columns, row)))


def _cell(sheet: Any, column: Column[Row], text: str) -> "Cell | None":
    """Return a cell with the number or day that a text stands for, or else with the text."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    if not text:
        return None
    if column.number and text.isdecimal() and len(text) <= LONGEST_NUMBER:
        cell = WriteOnlyCell(sheet, int(text))
    elif (day := _day(text)) and day >= FIRST_DAY:
        cell = WriteOnlyCell(sheet, day)  # type: ignore[arg-type]  # a date is a value too
        cell.number_format = "yyyy-mm-dd"
    else:
        return _linked(_text(sheet, text), text)
    cell.alignment = Alignment(vertical="top")
    return cell


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _text(sheet: Any, text: str) -> "Cell":
    """Return a cell with a text, which stays one when it is edited."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell = WriteOnlyCell(sheet, _escaped(text))
    cell.data_type = "s"  # also where openpyxl takes it for a formula
    cell.quotePrefix = is_formula(text)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _linked(cell: "Cell", text: str) -> "Cell":
    """Return a cell, as a link if its text is one address."""
    from openpyxl.styles import Font

    address = address_of(text)
    if address and len(address) <= LONGEST_ADDRESS:
        cell.hyperlink = address
        cell.font = Font(color="0563C1", underline="single")
    return cell


def _heading(sheet: Any, text: str) -> "Cell":
    from openpyxl.styles import Font, PatternFill

    cell = _text(sheet, text)
    cell.font, cell.fill = Font(bold=True), PatternFill("solid", "E7E6E6")
    return cell


def _column_width(texts: Sequence[str]) -> int:
    """Return the width of a column in half-width characters: as its texts need it, within limits.

    Programs do not fit the height of rows to wrapped texts by themselves, nor is it without limit.
    """
    longest = max(_width(line) for text in texts for line in text.split("\n"))
    width = max(1, min(longest, WIDE))
    while width < min(longest, WIDEST) and max(_lines(text, width) for text in texts) > MOST_LINES:
        width = min(2 * width, longest, WIDEST)
    return width


def _lines(text: str, width: int) -> int:
    """Return how many lines of a width, in half-width characters, a text takes."""
    return sum(max(1, -(-_width(line) // width)) for line in text.split("\n"))


def _width(line: str) -> int:
    """Return the width of a line in half-width characters."""
    if line.isascii():
        return len(line)
    return sum(0 if combining(each) else 1 + (east_asian_width(each) in "WFA") for each in line)


def _bytes_of(book: "Workbook") -> bytes:
    from openpyxl.writer.excel import ExcelWriter

    content = BytesIO()
    ExcelWriter(book, _Archive(content, "w", ZIP_DEFLATED)).save()
    return content.getvalue()
