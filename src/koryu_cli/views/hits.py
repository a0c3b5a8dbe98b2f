"""Search hits: each agreement with the texts in which the terms occur."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from koryu_cli.display import MARKS, visible
from koryu_cli.language import _
from koryu_cli.query.search import Match
from koryu_cli.record.models import Agreement
from koryu_cli.text import Extent
from koryu_cli.views.columns import date_of, sides

if TYPE_CHECKING:
    from rich.console import RenderableType

CONTEXT = 24
"""How many characters of a text are shown on either side of a match."""
NARROW = 48
"""Cells of a terminal on which a text does not stand beside the name of its field."""
HIGHLIGHT = "bold reverse"
CUT = "..."
MARK = re.compile(f"[{MARKS}]")

Pieces = list[tuple[str, bool]]
"""A text cut at the extents of terms; each piece with whether it is a term."""
Excerpt = tuple[Match, Sequence[Extent], Extent, tuple[str, str]]
"""A match, some of its extents, the extent of what is shown of the text, and the marks of cuts."""


def render(
    hits: Iterable[tuple[Agreement, Sequence[Match]]], width: int | None
) -> "RenderableType":
    """Return each agreement with the texts that match, the matched words highlighted.

    Args:
        hits: the agreements and what matches in each.
        width: cells of the terminal. Where it is small, a field stands above its text.
    """
    from rich.console import Group  # the plain form does without
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from koryu_cli.views.japanese_text import JapaneseText

    def highlighted(pieces: Pieces) -> JapaneseText:
        text = JapaneseText()
        for piece, is_match in pieces:
            text.append(piece, HIGHLIGHT if is_match else "")
        return text

    parts: list[RenderableType] = []
    for agreement, found in hits:
        if parts:
            parts.append(Text())
        number = JapaneseText().append(f"{agreement.id}  ", "bold cyan")
        first, *others = map(highlighted, _heading(agreement, found))
        parts += [number.append(first), *others]
        texts = Table.grid(padding=(0, 2, 0, 0))
        texts.add_column(style="cyan", no_wrap=True)
        texts.add_column()
        for field, pieces in snippets(agreement, found):
            if width is not None and width < NARROW:
                parts += [Text(field, "cyan"), Padding(highlighted(pieces), (0, 0, 0, 2))]
            else:
                texts.add_row(field, highlighted(pieces))
        parts.append(texts)
    return Group(*parts)


def plain(agreement: Agreement, found: Iterable[Match]) -> str:
    """Return the lines of a hit as `render` shows them without colour and width, without Rich."""
    headline = visible(agreement.headline)
    lines = [headline, subtitle(agreement)] if headline else [subtitle(agreement)]
    lines[0] = f"{agreement.id}  {lines[0]}"
    texts = [
        (_(match.heading), f"{before}{visible(match.text[first:last])}{after}")
        for match, _extents, (first, last), (before, after) in _excerpts(agreement, found)
    ]
    longest = max([_width(field) for field, _text in texts], default=0)
    lines += [f"{_padded(field, longest)}  {text}" for field, text in texts]
    return "\n".join(map(str.rstrip, lines)) + "\n"


def apart(hits: Iterable[str]) -> Iterator[str]:
    """Return the lines of hits with a blank line between two."""
    separator = ""
    for lines in hits:
        yield separator + lines
        separator = "\n"


@cache
def _width(heading: str) -> int:
    """Return the cells of a heading, without Rich, which a page without a width does without."""
    return sum(2 if east_asian_width(character) in "FW" else 1 for character in heading)


@cache
def _padded(heading: str, width: int) -> str:
    """Return a heading with blanks up to a width in cells."""
    return heading + " " * (width - _width(heading))


def title_of(agreement: Agreement, found: Iterable[Match]) -> Pieces:
    """Return the heading of an agreement, cut at the extents of terms."""
    extents = next((match.extents for match in found if match.text == agreement.headline), ())
    return _pieces(agreement.headline, extents, 0, len(agreement.headline))


def subtitle(agreement: Agreement) -> str:
    """Return what stands below the heading: both sides and the date."""
    date, both = date_of(agreement), sides(agreement)
    return visible(_("{sides}（{date}）", sides=both, date=date) if date else both)


def _heading(agreement: Agreement, found: Iterable[Match]) -> Iterator[Pieces]:
    """Yield the title, if there is one, and a line with both sides and the date."""
    if agreement.headline:
        yield title_of(agreement, found)
    yield [(subtitle(agreement), False)]


def snippets(agreement: Agreement, found: Iterable[Match]) -> Iterator[tuple[str, Pieces]]:
    """Yield a heading and a snippet for the extents of each match, except in the title.

    Places near each other share a snippet.
    """
    for match, extents, (first, last), (before, after) in _excerpts(agreement, found):
        pieces = _pieces(match.text, extents, first, last)
        yield _(match.heading), [(before, False), *pieces, (after, False)]


def _excerpts(agreement: Agreement, found: Iterable[Match]) -> Iterator[Excerpt]:
    headline = agreement.headline
    for match in found:
        text = match.text
        for extents in _near_extents(match) if text != headline else ():
            first, last = _window(text, extents[0][0], extents[-1][1])
            before = CUT if first > 0 and text[first - 1] != "\n" else ""
            after = CUT if last < len(text) and text[last] != "\n" else ""
            yield match, extents, (first, last), (before, after)


def _pieces(text: str, extents: Iterable[Extent], first: int, last: int) -> Pieces:
    """Return `text` from `first` to `last`, cut at its `extents`."""
    pieces = []
    for start, end in extents:
        pieces += [(visible(text[first:start]), False), (visible(text[start:end]), True)]
        first = end
    return [*pieces, (visible(text[first:last]), False)]


def _near_extents(match: Match) -> list[list[Extent]]:
    groups: list[list[Extent]] = []
    for start, end in match.extents:
        last_end = groups[-1][-1][1] if groups else 0
        if groups and start - last_end <= 2 * CONTEXT and "\n" not in match.text[last_end:start]:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return groups


def _window(text: str, start: int, end: int) -> Extent:
    """Return the extent of a snippet: within one line, and no character cut off from its marks."""
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    first = max(first, text.rfind("\n", first, start) + 1)
    line_end = text.find("\n", end, last)
    last = last if line_end < 0 else line_end
    while first > 0 and _is_mark(text[first]) and text[first - 1] != "\n":
        first -= 1
    while last < len(text) and _is_mark(text[last]):
        last += 1
    return first, last


@cache
def _is_mark(character: str) -> bool:
    return MARK.match(character) is not None
