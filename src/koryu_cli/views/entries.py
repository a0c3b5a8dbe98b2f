"""Dated entries, one below the other: the date on the left, the body on the right."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from koryu_cli.views.lines import wrap

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

LABEL_WIDTH = 18
GAP = 2
NARROW = 56
WIDEST = 100
_NO_LABEL = " " * (LABEL_WIDTH + GAP)


class Entry(NamedTuple):
    """An entry; `dates` are notations of its date, of which the first is emphasized."""

    dates: tuple[str, ...]
    body: "Text"
    style: str = "cyan"


def render(entries: Iterable[Entry], width: int | None) -> "RenderableType":
    """Return entries with a blank line between them.

    Args:
        entries: what to show; text from a data file in it is already `visible`.
        width: cells of the terminal; without it no body is wrapped. Where it is small, the date
            stands above the body.
    """
    from rich.console import Group  # the plain form does without
    from rich.constrain import Constrain
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

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


def render_plain(entries: Iterable[tuple[tuple[str, ...], str]]) -> Iterator[str]:
    """Return what `render` shows without a width, and without colour, entry by entry.

    Args:
        entries: the notations of each date, and the body.
    """
    label_of = lru_cache(maxsize=1)(_plain_label)  # entries that follow each other often share it
    for number, (dates, body) in enumerate(entries):
        lines = zip_longest(label_of(dates), body.split("\n"))
        yield "\n" * bool(number) + "".join(
            f"{date or _NO_LABEL}{text or ''}".rstrip() + "\n" for date, text in lines
        )


def _plain_label(dates: tuple[str, ...]) -> list[str]:
    """Return the lines of some notations of a date, filled up to the body."""
    lines = (line for form in dates for line in _folded(form))
    return [line + " " * (len(_NO_LABEL) - cell_len(line)) for line in lines]


def _folded(form: str) -> Iterator[str]:
    """Yield the lines of a notation of a date."""
    for line in form.split("\n"):
        yield from [line] if cell_len(line) <= LABEL_WIDTH else wrap(line, LABEL_WIDTH)


def _label(entry: Entry, separator: str) -> "Text":
    from rich.text import Text  # the plain form does without

    first, *others = entry.dates
    return Text(separator).join([Text(first, entry.style), *(Text(form, "dim") for form in others)])
