"""The first sheet of an Excel workbook (.xlsx, ISO/IEC 29500) that is shown, as a table of text.

What stands in the file is not trusted: its size is looked at before it is unpacked, and rows,
columns and merged cells count only as far as there are cells.
"""

import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from zipfile import ZipFile

from koryu_cli.errors import DataError
from koryu_cli.language import _
from koryu_cli.ledger.cells import WITHOUT_VALUE
from koryu_cli.ledger.sheet import Row
from koryu_cli.text import listed

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LARGEST = 2**27
"""Bytes, unpacked, beyond which a workbook is not read."""
MOST_CELLS = 5_000_000
"""Cells, blank ones before others in their row included, beyond which a sheet is not read."""

_LOOKED_AT = 50
"""How many rows and columns of a sheet that is not read are looked at."""
_END_OF_DAYS = 2_958_466
"""The number of the day behind 9999-12-31, as Excel counts days."""
_ERA_YEAR = re.compile("g{0,3}e{1,2}")
_NO_PLACE_HOLDER = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
"""The parts of a number format that stand for no digit: literals, colours, locales."""


class _Merged(NamedTuple):
    """Cells merged into one: the first and last row numbers, and the index of the first column."""

    first: int
    last: int
    column: int


def read(data: bytes) -> tuple[list[Row], list[str]]:
    """Return the rows of a workbook's first sheet, and the names of all sheets that hold anything.

    Of sheets that are hidden none counts, unless all are. Formulas stand with the values last
    worked out, dates in ISO format as exact as they are shown, and cells that are merged downwards
    with the text of the first of them.

    Raises:
        DataError: openpyxl is not installed; or the workbook is broken, or far too large.
    """
    try:
        import openpyxl  # an extra, and slow to import: only workbooks need it
    except ImportError:
        raise DataError(
            _(
                "Excel ブックを読むには openpyxl が要ります。"
                "pip install 'koryu-cli[excel]' で入れてください。"
            )
        ) from None
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST:
                raise _too_large()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that openpyxl passes over: styles, charts
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            first, *others = _sheets(book)
            names = [first.title, *(sheet.title for sheet in others if _holds_anything(sheet))]
            return _rows_of(book, first), names
    except DataError:
        raise
    except Exception:  # whatever openpyxl and the parsers under it raise of a broken workbook
        raise DataError(
            _("Excel ブックが壊れています。Excel で開き、保存し直してください。")
        ) from None


def only_first_read(names: Sequence[str]) -> str:
    """Return what to say of a workbook with several sheets, by their names; "" of one with one."""
    first, *others = names or [""]
    if not others:
        return ""
    return _(
        "読んだのは最初のシート「{first}」だけです。"
        "表がほかのシート（{others}）にあれば、そのシートを先頭に移して保存してください。",
        first=first,
        others=listed(others),
    )


def _sheets(book: "Workbook") -> list[Any]:
    """Return the sheets that are shown; all of them if none is."""
    sheets: list[Any] = book.worksheets
    return [sheet for sheet in sheets if sheet.sheet_state == "visible"] or sheets


def _holds_anything(sheet: Any) -> bool:
    """Tell whether one of the first cells of a sheet is filled; a sheet of charts has none."""
    rows = sheet.iter_rows(max_row=_LOOKED_AT, max_col=_LOOKED_AT, values_only=True)
    return any(value is not None for row in rows for value in row)


def _rows_of(book: "Workbook", sheet: Any) -> list[Row]:
    """Return the rows of a sheet, in one pass over it.

    openpyxl's own rows are made as wide and as many as the file says, and it makes every cell that
    is said to be merged. Its parser beneath them gives what is there.
    """
    from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

    class Parser(WorkSheetParser):
        """A parser that tells a formula whose value was not saved from a blank cell."""

        def parse_cell(self, element: Any) -> Any:
            cell = super().parse_cell(element)
            is_blank = not element.findtext(VALUE_TAG) and element.get("t") != "str"
            if is_blank and element.find(FORMULA_TAG) is not None:
                cell["value"] = WITHOUT_VALUE
            return cell

    with sheet._get_source() as source:
        parser = Parser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=sheet.parent._date_formats,
            timedelta_formats=sheet.parent._timedelta_formats,
        )
        rows: list[Row] = []
        count = 0
        for number, cells in parser.parse():
            texts = [""] * max((cell["column"] for cell in cells), default=0)
            count += len(texts)
            if count > MOST_CELLS:
                raise _too_large()
            for cell in cells:
                texts[cell["column"] - 1] = _text(sheet, cell)
            rows.append(Row(number, tuple(texts)))
    rows.sort(key=lambda row: row.number)
    merged = parser.merged_cells.mergeCell if parser.merged_cells else ()
    ranges = [_Merged(each.min_row, each.max_row, each.min_col - 1) for each in merged]
    return _with_links(_fill(rows, ranges), sheet, parser.hyperlinks.hyperlink)


def _text(sheet: Any, cell: dict[str, Any]) -> str:
    """Return what stands in a cell, as it is shown as far as this changes its meaning."""
    match cell["value"]:
        case None:
            return ""
        case str(value):
            return _unescaped(value) if "_x" in value else value
        case bool(value):
            return str(value).upper()
        case datetime() as value:
            return _date(value, _number_format(sheet, cell))
        case int() | float() as value:
            number_format = _number_format(sheet, cell) if cell["style_id"] else ""
            if 1 <= value < _END_OF_DAYS and _ERA_YEAR.fullmatch(_shown(number_format)):
                # Its format is none of dates to openpyxl, which only workbooks need.
                from openpyxl.utils.datetime import from_excel

                return _date(from_excel(value, sheet.parent.epoch), number_format)
            digits = f"{value:.15g}" if isinstance(value, float) else str(value)
            return _formatted(digits, number_format)
        case value:
            return str(value)


def _formatted(digits: str, number_format: str) -> str:
    """Return a number with the zeros and marks of a format: 0000, 0.00, 000-000-0000.

    No figure is left out that the format does not show.
    """
    whole, _point, part = digits.partition(".")
    if (decimals := re.fullmatch(r"0\.(0+)", number_format)) and whole.lstrip("-").isdecimal():
        return f"{whole}.{part:0<{len(decimals[1])}}"
    if not re.fullmatch("[0-]*0", number_format) or not digits.isdecimal():
        return digits
    figures = iter(digits.zfill(number_format.count("0")))
    shown = "".join(next(figures) if each == "0" else each for each in number_format)
    return digits if next(figures, "") else shown


def _unescaped(text: str) -> str:
    """Return a text in which control characters stand as themselves, and line ends as one."""
    from openpyxl.utils.escape import unescape

    return str(unescape(text)).replace("\r\n", "\n")


def _number_format(sheet: Any, cell: dict[str, Any]) -> str:
    from openpyxl.cell.read_only import ReadOnlyCell

    return ReadOnlyCell(sheet, **cell).number_format


def _date(value: datetime, number_format: str) -> str:
    """Return a date in ISO format, to the month or year where its format shows no more."""
    shown = _shown(number_format)
    if value.hour or value.minute or value.second:
        return value.isoformat(" ", "seconds")
    if "d" in shown or not set(shown) & set("eyg"):
        return value.date().isoformat()
    if "m" in shown:
        return f"{value:%Y-%m}"
    return f"{value:%Y}年度" if "年度" in number_format else f"{value:%Y}"


def _shown(number_format: str) -> str:
    """Return the letters of a number format that stand for parts of a value: ggge of ggge"年";@."""
    return _NO_PLACE_HOLDER.sub("", number_format.lower()).partition(";")[0].strip()


def _fill(rows: list[Row], ranges: Iterable[_Merged]) -> list[Row]:
    """Give cells that are merged downwards the text of the first; openpyxl leaves them blank."""
    numbers = [row.number for row in rows]
    count = 0
    for first, last, column in ranges:
        start = bisect_left(numbers, first)
        if first == last or start == len(rows) or numbers[start] != first:
            continue
        if not (text := rows[start].cell(column)):
            continue
        for index in range(start + 1, bisect_right(numbers, last)):
            count += column + 1
            if count > MOST_CELLS:
                raise _too_large()
            row = rows[index]
            cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
            cells[column] = text
            rows[index] = row._replace(cells=tuple(cells), merged=row.merged | {column})
    return rows


def _with_links(rows: list[Row], sheet: Any, links: Iterable[Any]) -> list[Row]:
    """Give cells the addresses that they are links to."""
    targets = _targets(sheet)
    by_row: dict[int, dict[int, str]] = {}
    for link in links:
        from openpyxl.utils.cell import coordinate_to_tuple

        if target := targets.get(link.id):
            row, column = coordinate_to_tuple(link.ref.partition(":")[0])
            by_row.setdefault(row, {})[column - 1] = target
    return [row._replace(links=by_row[row.number]) if row.number in by_row else row for row in rows]


def _targets(sheet: Any) -> Mapping[str, str]:
    """Return the web addresses that the relations of a sheet lead to, by their ids."""
    from openpyxl.packaging.relationship import get_dependents, get_rels_path

    archive, path_of = sheet.parent._archive, cast(Any, get_rels_path)
    path = path_of(sheet._worksheet_path)
    if path not in archive.namelist():
        return {}
    relations: Any = get_dependents(archive, path)
    return {each.Id: each.Target for each in relations if each.TargetMode == "External"}


def _too_large() -> DataError:
    return DataError(_("Excel ブックが大きすぎます。協定の表だけを別のブックに保存してください。"))
