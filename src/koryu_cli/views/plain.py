"""Rows as a plain table, without colour or wrapping, for a pipe or a file."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from koryu_cli.display import visible
from koryu_cli.views.columns import Column, Row

GAP = 2
"""The cells between two columns."""


def render(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[str]:
    """Return the lines that `koryu_cli.views.table` shows, nothing wrapped or cut."""
    headings = [column.title for column in columns]
    lines = list(texts(columns, rows))
    widths = [max(map(cell_len, cells)) for cells in zip(headings, *lines, strict=True)]
    yield _line(columns, headings, widths)
    yield "-" * (sum(widths) + GAP * (len(widths) - 1)) + "\n"
    yield from (_line(columns, line, widths) for line in lines)


def texts(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[list[str]]:
    """Yield the cells of each row in one line each, their control characters made visible."""
    for row in rows:
        yield [visible(column.cell(row).replace("\n", " ")) for column in columns]


def _line(columns: Iterable[Column[Row]], cells: Iterable[str], widths: Iterable[int]) -> str:
    parts = []
    for column, text, width in zip(columns, cells, widths, strict=True):
        cell = text.rstrip()
        rest = " " * (width - cell_len(cell))
        parts.append(rest + cell if column.number else cell + rest)
    return (" " * GAP).join(parts).rstrip() + "\n"
