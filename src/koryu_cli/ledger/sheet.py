"""A table of text, as it stands in a sheet: its cells, and the row numbers that Excel shows."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from koryu_cli.errors import DataError
from koryu_cli.language import _
from koryu_cli.ledger.sniffing import UTF_8_MARK, UTF_16_MARKS

SEPARATORS = (",", "\t", ";")
GUARDED = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would run as a formula."""

_END = "\0end"


class Row(NamedTuple):
    """The cells of a row, as they are written; `number` counts from 1, as Excel does.

    `merged` are the indexes (from 0) of the cells that are merged with the one above them, whose
    text they have; `links` the addresses that cells are links to, by their indexes.
    """

    number: int
    cells: tuple[str, ...]
    merged: frozenset[int] = frozenset()
    links: Mapping[int, str] = MappingProxyType({})

    def cell(self, index: int) -> str:
        """Return the text of a cell by its index, which is "" past the end of the row."""
        return self.cells[index] if index < len(self.cells) else ""

    def filled(self) -> list[int]:
        """Return the indexes of the cells that are not blank."""
        return [index for index, cell in enumerate(self.cells) if cell and not cell.isspace()]


def with_line_feeds(row: Row) -> Row:
    """Return a row in whose cells lines end with a line feed alone, whatever the file has there."""
    if not any("\r" in cell for cell in row.cells):
        return row
    return row._replace(cells=tuple(re.sub("\r\n?", "\n", cell) for cell in row.cells))


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8 or UTF-16 by their marks, else UTF-8, else CP932.

    Raises:
        DataError: it is in none of them; the message names the row, of the encoding in which more
            of the file can be read.
    """
    if data.startswith(UTF_8_MARK):
        data, encodings = data.removeprefix(UTF_8_MARK), ["utf-8"]
    elif data.startswith(UTF_16_MARKS):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8", "cp932"]
    faults = []
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            faults.append(error)
    last = max(faults, key=lambda fault: fault.start)
    before = data[: last.start].decode(last.encoding, "replace")
    rows = csv.reader(StringIO(before + _END, newline=""))
    raise DataError(
        _(
            "{row} 行目に、UTF-8 としても CP932（Shift_JIS）としても読めない文字があります。"
            "Excel で「CSV UTF-8」として保存してください。",
            row=sum(1 for _row in rows),
        )
    )


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """Yield the rows of a text whose cells stand between separators, quoted or not (RFC 4180).

    A cell of several lines is part of one row, and a blank line is a row.

    Raises:
        DataError: a quotation mark is not closed, so that nobody knows where its cell ends.
    """
    # One more line is given to the reader, which becomes part of a cell that is still open.
    lines = chain(StringIO(text, newline=""), [_END])
    number = 0
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=separator), start=1):
            if cells == [_END]:
                return
            if cells and cells[-1].endswith(_END):
                break
            yield Row(number, tuple(map(_unguarded, cells)))
    except csv.Error:
        number += 1
    raise DataError(
        _('{row} 行目のセルの引用符（"）が閉じていません。引用符を直してください。', row=number)
    )


def lines_of(text: str) -> Iterator[Row]:
    r"""Yield the rows of what koryu prints as TSV: a line each, `\t \n \r \\` in cells escaped."""
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        cells = (re.sub(r"\\([tnr\\])", _unescaped, cell) for cell in line.split("\t"))
        yield Row(number, tuple(map(_unguarded, cells)))


def _unescaped(escape: re.Match[str]) -> str:
    return {"t": "\t", "n": "\n", "r": "\r"}.get(escape[1], escape[1])


def _unguarded(cell: str) -> str:
    """Return a cell without the ' that keeps a spreadsheet from running it as a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in GUARDED else cell


def letter(index: int) -> str:
    """Return the letters by which Excel calls the column with an index from 0: A, B, … Z, AA."""
    letters = ""
    while index >= 0:
        index, place = index // 26 - 1, index % 26
        letters = chr(ord("A") + place) + letters
    return letters


def index_of(letters: str) -> int:
    """Return the index, from 0, of the column that Excel calls by letters from A to Z."""
    index = 0
    for each in letters.upper():
        index = index * 26 + ord(each) - ord("A") + 1
    return index - 1


def texts_in(rows: Sequence[Row], index: int) -> list[str]:
    """Return what stands in the cells of a column that are not blank."""
    return [text for row in rows if (text := row.cell(index).strip())]
