"""Rows for a spreadsheet: CSV by RFC 4180, and TSV."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from koryu_cli.views.columns import Column, Row

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


class _Returning:
    """A file that returns what is written to it; the writer of CSV passes that on."""

    def write(self, text: str) -> str:
        return text


def render_csv(
    columns: Sequence[Column[Row]],
    rows: Iterable[Row],
    *,
    bom: bool = False,
    header: bool = True,
) -> Iterator[str]:
    """Return a record a row; lines end with CR LF, line ends inside a cell stay.

    A cell that a spreadsheet would run as a formula gets a `'` before it.

    Args:
        columns: the columns.
        rows: the rows.
        bom: whether a byte order mark comes first, by which Excel knows UTF-8.
        header: whether the headings come before the rows.
    """
    if bom:
        yield BYTE_ORDER_MARK
    record_of = csv.writer(_Returning()).writerow
    for cells in _table(columns, rows, header=header):
        yield record_of(cells)


def render_tsv(
    columns: Sequence[Column[Row]], rows: Iterable[Row], *, header: bool = True
) -> Iterator[str]:
    r"""Return a line a row; in a cell, tab, line end and backslash are `\t \n \\`.

    Args:
        columns: the columns.
        rows: the rows.
        header: whether the headings come before the rows.
    """
    for cells in _table(columns, rows, header=header):
        yield "\t".join(map(_escape, cells)) + "\n"


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet would run a cell as a formula, or not show it as it is."""
    return cell.startswith(FORMULA_STARTS)


def _table(
    columns: Sequence[Column[Row]], rows: Iterable[Row], *, header: bool
) -> Iterator[list[str]]:
    if header:
        yield [column.header for column in columns]
    for row in rows:
        yield [_harmless(column.cell(row)) for column in columns]


def _harmless(cell: str) -> str:
    return f"'{cell}" if is_formula(cell) else cell


def _escape(cell: str) -> str:
    for raw, escaped in (("\\", r"\\"), ("\t", r"\t"), ("\r", r"\r"), ("\n", r"\n")):
        cell = cell.replace(raw, escaped)
    return cell
