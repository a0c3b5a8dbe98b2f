"""Rows as a table for a terminal."""

from collections.abc import Iterable, Sequence

from rich.box import Box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from koryu_cli.views.columns import ALWAYS, Column, Row
from koryu_cli.views.lines import JapaneseText
from koryu_cli.views.plain import GAP, texts

NARROWEST = 2
"""Cells of the narrowest column: a full-width character."""
RULE = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
"""A line of hyphens below the headings; line-drawing characters may be two cells wide in Japan."""


def render(columns: Sequence[Column[Row]], rows: Iterable[Row], width: int | None) -> Table:
    """Return a table of `rows`.

    Args:
        columns: the columns, in this order.
        rows: the rows.
        width: cells of the terminal; columns are left out, then text is wrapped, until it fits.
            Without it neither happens.
    """
    lines = list(texts(columns, rows))
    cells = {column.key: [line[place] for line in lines] for place, column in enumerate(columns)}
    widths = {
        column.key: max(map(cell_len, [column.title, *cells[column.key]])) for column in columns
    }
    if width is not None:
        columns, widths = fit(columns, widths, width)
    table = Table(box=RULE, show_edge=False, padding=(0, 1, 0, 0), pad_edge=False)
    for column in columns:
        table.add_column(
            Text(column.title, "bold"),
            width=widths[column.key],
            justify="right" if column.number else "left",
        )
    for position in range(len(lines)):
        table.add_row(
            *(
                (Text if column.number else JapaneseText)(cells[column.key][position])
                for column in columns
            )
        )
    return table


def fit(
    columns: Sequence[Column[Row]], natural: dict[str, int], width: int
) -> tuple[list[Column[Row]], dict[str, int]]:
    """Return the columns that fit into `width` cells, and the width of each.

    Columns are left out, the least important first, until the rest can have their minimum width;
    only those that are never left out become narrower still.

    Args:
        columns: all of them, in order.
        natural: the width that each would take, by key.
        width: the room for all, gaps included.
    """
    chosen = list(columns)
    least = {column.key: min(column.least, natural[column.key]) for column in columns}

    def lacks_room(widths: dict[str, int]) -> bool:
        return sum(widths[column.key] + GAP for column in chosen) - GAP > width

    while lacks_room(least) and min(column.importance for column in chosen) < ALWAYS:
        chosen.remove(min(reversed(chosen), key=lambda column: column.importance))
    widths = {column.key: natural[column.key] for column in chosen}
    narrowest = {
        column.key: natural[column.key] if column.number else NARROWEST for column in chosen
    }
    for floor in (least, narrowest):
        while lacks_room(widths) and (keys := [key for key in widths if widths[key] > floor[key]]):
            widths[max(keys, key=widths.__getitem__)] -= 1
    return chosen, widths
