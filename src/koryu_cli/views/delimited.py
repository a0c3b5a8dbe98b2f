"""Rows for a spreadsheet: CSV by RFC 4180, and TSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from koryu_cli.views.columns import Column, Row

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render_csv(
    columns: Sequence[Column[Row]], rows: Iterable[Row], *, bom: bool = False
) -> Iterator[str]:
    """Return a header and a record a row; lines end with CR LF, line ends inside a cell stay.

    A cell that a spreadsheet would run as a formula gets a `'` before it. With `bom`, a byte
    order mark comes first, by which Excel knows UTF-8.
    """
    if bom:
        yield BYTE_ORDER_MARK
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    for cells in _table(columns, rows):
        writer.writerow(cells)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def render_tsv(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[str]:
    r"""Return a header and a line a row; in a cell, tab, line end and backslash are `\t \n \\`."""
    for cells in _table(columns, rows):
        yield "\t".join(map(_escape, cells)) + "\n"


def _table(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[list[str]]:
    yield [column.header for column in columns]
    for row in rows:
        yield [_harmless(column.cell(row)) for column in columns]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _escape(cell: str) -> str:
    for raw, escaped in (("\\", r"\\"), ("\t", r"\t"), ("\r", r"\r"), ("\n", r"\n")):
        cell = cell.replace(raw, escaped)
    return cell
