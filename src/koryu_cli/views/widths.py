"""How wide the columns of a table are: room goes to where it saves the most lines."""

from collections.abc import Sequence


def share(cells: Sequence[Sequence[int]], least: Sequence[int], room: int) -> list[int] | None:
    """Return the width of each column so that all fit, or None where they do not.

    From the widths at which nothing wraps, the column is narrowed, one cell at a time, whose
    narrowing costs the fewest lines and broken cells; of equals, the widest.

    Args:
        cells: of each column, the widths of its cells; as many in each.
        least: of each column, the width below which it is not narrowed.
        room: the cells that there are for all columns, gaps left out.
    """
    if sum(least) > room:
        return None
    widths = [min(max([low, *column]), room) for column, low in zip(cells, least, strict=True)]
    heights = [_heights(column, width) for column, width in zip(cells, widths, strict=True)]
    while sum(widths) > room:
        narrower = {
            at: _heights(cells[at], width - 1)
            for at, width in enumerate(widths)
            if width > least[at]
        }
        costs = {
            at: _length([*heights[:at], lines, *heights[at + 1 :]])
            for at, lines in narrower.items()
        }
        at = min(narrower, key=lambda at: (costs[at], -widths[at]))
        widths[at] -= 1
        heights[at] = narrower[at]
    return widths


def _length(heights: Sequence[list[int]]) -> int:
    """Return the lines of a table, and one more for each cell that is broken."""
    lines: int = sum(map(max, zip(*heights, strict=True)))
    return lines + sum(len(column) - column.count(1) for column in heights)


def _heights(cells: Sequence[int], width: int) -> list[int]:
    """Return how many lines each cell takes, of characters that are mostly two cells wide."""
    even = max(width - width % 2, 1)
    return [1 if cell <= width else -(-cell // even) for cell in cells]
