"""Counts for a terminal: a bar chart, or a cross table.

A bar is made of #, which every terminal draws one cell wide; in colour, the marks have the colour
of their ground, so that the bar is solid there and still there in a copy without colour.
"""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from koryu_cli.display import visible
from koryu_cli.query.counting import TOTAL, CrossTable
from koryu_cli.query.facets import Facet
from koryu_cli.views.counts import Bar, cross_bars, cross_columns, cross_rows
from koryu_cli.views.lines import narrowest
from koryu_cli.views.plain import GAP
from koryu_cli.views.table import Content, fit, grid

MARK = "#"
NOTHING = "-"
STYLE = "cyan on cyan"
LEAST_LABEL = 8
LEAST_BAR = 8
WIDEST_BAR = 40


def render(bars: Sequence[Bar], width: int | None) -> Table:
    """Return a chart with the exact figure beside each bar.

    Args:
        bars: what to draw, from top to bottom.
        width: cells of the terminal; long labels wrap and bars shrink until it fits.
    """
    labels = [" " * (GAP * bar.part) + visible(bar.label) for bar in bars]
    peak = max((bar.figure for bar in bars), default=0)
    longest = max(map(cell_len, labels), default=0)
    label_width, room = _share(longest, len(str(peak)), width)
    chart = Table.grid(padding=(0, GAP, 0, 0))
    chart.add_column(width=label_width, overflow="fold")
    chart.add_column(justify="right", no_wrap=True)
    chart.add_column(no_wrap=True)
    for bar, label in zip(bars, labels, strict=True):
        length = _length(bar.figure, peak, room)
        # A style of the text as a whole would colour the rest of the column, too.
        chart.add_row(Text(label), Text(str(bar.figure)), Text.assemble((MARK * length, STYLE)))
    return chart


def render_cross(counts: CrossTable, by: Facet, width: int | None) -> Table:
    """Return a cross table, or, where `width` has no room for its columns, the same as a chart.

    Args:
        counts: what to show.
        by: the facet of the rows.
        width: cells of the terminal.
    """
    columns, rows = cross_columns(counts, by, zero=NOTHING), cross_rows(counts)
    least = [narrowest(column.title) for column in columns]
    if width is not None and sum(least) + GAP * (len(least) - 1) > width:
        return render(cross_bars(counts), width)
    cells = [[column.cell(row) for row in rows] for column in columns]
    contents = [
        Content(column, each, max([low, *map(cell_len, each)]))
        for column, each, low in zip(columns, cells, least, strict=True)
    ]
    widths = fit(contents, width)
    if widths is None:
        return render(cross_bars(counts), width)
    table = grid(columns, widths)
    for row, *figures in zip(rows, *cells, strict=True):
        table.add_row(*map(Text, figures), style="bold" if row == TOTAL else "")
    return table


def _share(longest: int, figure: int, width: int | None) -> tuple[int, int]:
    """Return the widths of labels and bars in cells, beside figures of `figure` cells."""
    if width is None:
        return longest, WIDEST_BAR
    free = width - figure - 2 * GAP
    label = min(longest, max(free - LEAST_BAR, LEAST_LABEL))
    return label, min(free - label, WIDEST_BAR)


def _length(count: int, peak: int, room: int) -> int:
    """Return the length of a bar in cells, a whole number for each agreement if it fits."""
    longest = room // peak * peak or room if peak else 0
    return -(-count * longest // peak) if peak else 0
