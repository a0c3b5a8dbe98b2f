"""Rows for a terminal: as a table, or one below the other where a table does not fit."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from rich.box import Box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from koryu_cli.views.columns import ALWAYS, Column, Row
from koryu_cli.views.japanese_text import JapaneseText
from koryu_cli.views.lines import LATIN, heading_lines, narrowest
from koryu_cli.views.plain import GAP, texts
from koryu_cli.views.widths import share

LONGEST_WORD = 20
"""Cells of the longest word in Latin letters for which a column is kept wide enough."""
SAMPLE = 100
"""How many rows decide which column gets the room."""
LONGEST_HEADING = 12
"""Cells of the longest heading that is never broken."""
LEAST_BESIDE = 14
"""Cells that a value needs to stand beside its heading; with less it stands below."""
INDENT = 2
UNLIMITED = 100_000
RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
"""A line of hyphens below the headings; line-drawing characters may be two cells wide in Japan."""


class Content(NamedTuple):
    """A column with the text of its cells; it has to be at least so many cells wide."""

    column: Column[Any]
    cells: Sequence[str]
    least: int


class Layout(NamedTuple):
    """How rows are shown in a width.

    Attributes:
        contents: the columns that are shown.
        widths: the width of each, or None where the rows stand one below the other.
        left_out: the columns that found no room.
    """

    contents: Sequence[Content]
    widths: Sequence[int] | None
    left_out: Sequence[Column[Any]] = ()


def lay_out(columns: Sequence[Column[Row]], rows: Iterable[Row], width: int | None) -> Layout:
    """Return how rows are shown in `width` cells, or, without it, in as many as they take.

    Columns whose importance is not `ALWAYS` give way, the least important first, until the others
    have the room that they need. If those that never give way lack it, the rows stand one below
    the other, with all columns.
    """
    cells = list(zip(*texts(columns, rows), strict=True)) or [()] * len(columns)
    contents = [
        Content(column, each, _least(column, each))
        for column, each in zip(columns, cells, strict=True)
    ]
    shown = contents
    while (widths := fit(shown, width)) is None:
        first = min(reversed(shown), key=lambda content: content.column.importance)
        if first.column.importance == ALWAYS:
            return Layout(contents, None)
        shown = [content for content in shown if content is not first]
    left_out = [content.column for content in contents if content not in shown]
    return Layout(shown, widths, left_out)


def fit(contents: Sequence[Content], width: int | None) -> list[int] | None:
    """Return the width of each column of a table in `width` cells, or None if it does not fit."""
    gaps = GAP * (len(contents) - 1)
    cells = [
        [cell_len(each.column.title), *map(cell_len, each.cells[: SAMPLE if width else None])]
        for each in contents
    ]
    return share(cells, [each.least for each in contents], (width or UNLIMITED) - gaps)


def render(layout: Layout, width: int | None) -> RenderableType:
    """Return the rows of a layout that was made for `width` cells."""
    if layout.widths is None:
        return _below_each_other(layout.contents, width or UNLIMITED)
    columns = [content.column for content in layout.contents]
    table = grid(columns, layout.widths)
    for row in zip(*(content.cells for content in layout.contents), strict=True):
        table.add_row(*map(_text, columns, row, layout.widths))
    return table


def grid(columns: Sequence[Column[Row]], widths: Sequence[int]) -> Table:
    """Return a table that has headings, at the bottom of their line, and no rows yet."""
    headings = [
        heading_lines(column.title, width) for column, width in zip(columns, widths, strict=True)
    ]
    most = max(map(len, headings), default=0)
    table = Table(box=RULE, show_edge=False, padding=(0, GAP - 1, 0, 0), pad_edge=False)
    for column, width, lines in zip(columns, widths, headings, strict=True):
        table.add_column(
            Text("\n".join([""] * (most - len(lines)) + lines), "bold"),
            width=width,
            justify="right" if column.number else "left",
            overflow="fold",
        )
    return table


def _below_each_other(contents: Sequence[Content], width: int) -> RenderableType:
    """Return rows one below the other, each value beside its heading or, in need, below it."""
    heads = max(cell_len(content.column.title) for content in contents)
    room = width - heads - GAP
    parts: list[RenderableType] = []
    for row in zip(*(content.cells for content in contents), strict=True):
        parts += [Text()] if parts else []
        for (column, *_rest), cell in zip(contents, row, strict=True):
            heading = Text(column.title, "bold")
            if room >= max(LEAST_BESIDE, _widest_value(column, [cell])):
                parts.append(_beside(heading, heads, _text(column, cell, room)))
            else:
                below = _text(column, cell, width - INDENT)
                parts += [heading, Padding(below, (0, 0, 0, INDENT))]
    return Group(*parts)


def _beside(heading: Text, heads: int, text: Text) -> Table:
    line = Table.grid(padding=(0, GAP, 0, 0))
    line.add_column(width=heads)
    line.add_column()
    line.add_row(heading, text)
    return line


def _least(column: Column[Row], cells: Sequence[str]) -> int:
    """Return the width in cells that a column needs."""
    heading = max(narrowest(column.title), min(cell_len(column.title), LONGEST_HEADING))
    if column.number or column.whole:
        return max(heading, _widest_value(column, cells))
    natural = max(map(cell_len, cells), default=0)
    words = (cell_len(word) for cell in cells[:SAMPLE] for word in LATIN.findall(cell))
    longest = max((word for word in words if word <= LONGEST_WORD), default=0)
    return max(heading, min(max(column.least, longest), natural))


def _widest_value(column: Column[Row], cells: Sequence[str]) -> int:
    """Return the cells of the widest value of a column that may not be broken."""
    if not (column.number or column.whole):
        return 0
    values = (value for cell in cells for value in _values(column, cell))
    return max(map(cell_len, values), default=0)


def _values(column: Column[Row], cell: str) -> list[str]:
    """Return the values that are joined in a cell, each with what joins it to the next."""
    *values, last = cell.split(column.between())
    return [*(value + column.between() for value in values), last]


def _text(column: Column[Row], cell: str, width: int) -> Text:
    """Return the text of a cell for a room of `width` cells."""
    if column.number or column.whole:
        return Text("\n".join(_packed(_values(column, cell), width)), overflow="fold")
    return JapaneseText(cell)


def _packed(values: Sequence[str], width: int) -> list[str]:
    """Return lines of as many values each as there is room for."""
    lines = [""]
    for value in values:
        if lines[-1] and cell_len(lines[-1] + value) > width:
            lines.append("")
        lines[-1] += value
    return lines
