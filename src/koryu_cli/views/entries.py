"""Dated entries, one below the other: the date on the left, the body on the right."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from koryu_cli.views.lines import wrap

LABEL_WIDTH = 18
GAP = 2
NARROW = 56
WIDEST = 100


class Entry(NamedTuple):
    """An entry; `dates` are notations of its date, of which the first is emphasized."""

    dates: tuple[str, ...]
    body: Text
    style: str = "cyan"


def render(entries: Iterable[Entry], width: int | None) -> RenderableType:
    """Return entries with a blank line between them.

    Args:
        entries: what to show; text from a data file in it is already `visible`.
        width: cells of the terminal; without it no body is wrapped. Where it is small, the date
            stands above the body.
    """
    if width is not None and width < NARROW:
        parts: list[RenderableType] = []
        for entry in entries:
            parts += [Text()] if parts else []
            parts += [_label(entry, "  "), Padding(entry.body, (0, 0, 0, 2))]
        return Group(*parts)
    grid = Table.grid(padding=(0, GAP, 1, 0), pad_edge=False, collapse_padding=False)
    grid.add_column(width=LABEL_WIDTH, overflow="fold")
    grid.add_column()
    for entry in entries:
        grid.add_row(_label(entry, "\n"), entry.body)
    return Constrain(grid, width and min(width, WIDEST))


def render_plain(entries: Iterable[tuple[Sequence[str], str]]) -> Iterator[str]:
    """Return what `render` shows without a width, and without colour, entry by entry.

    Args:
        entries: the notations of each date, and the body.
    """
    for number, (dates, body) in enumerate(entries):
        label = [line for form in dates for line in _folded(form)]
        lines = zip_longest(label, body.split("\n"), fillvalue="")
        yield "\n" * bool(number) + "".join(
            (date + " " * (LABEL_WIDTH + GAP - cell_len(date)) + text).rstrip() + "\n"
            for date, text in lines
        )


def _folded(form: str) -> Iterator[str]:
    """Yield the lines of a notation of a date."""
    for line in form.split("\n"):
        yield from [line] if cell_len(line) <= LABEL_WIDTH else wrap(line, LABEL_WIDTH)


def _label(entry: Entry, separator: str) -> Text:
    first, *others = entry.dates
    return Text(separator).join([Text(first, entry.style), *(Text(form, "dim") for form in others)])
