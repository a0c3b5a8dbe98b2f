"""Search hits: each agreement with the texts in which the terms occur."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from koryu_cli.display import MARKS, visible
from koryu_cli.language import _
from koryu_cli.query.search import Hit
from koryu_cli.record.models import Agreement
from koryu_cli.text import Extent
from koryu_cli.text.sentences import bracketed
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
Excerpt = tuple[str, Sequence[Extent], Extent, tuple[str, str]]
"""A heading, the terms of its text, the extent of what is shown of it, and the marks of cuts."""


def render(hits: Iterable[tuple[Agreement, Hit]], width: int | None) -> "RenderableType":
    """Return each agreement with the texts that match, the matched words highlighted.

    Args:
        hits: the agreements and how each answers.
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
    for agreement, hit in hits:
        if parts:
            parts.append(Text())
        number = JapaneseText().append(f"{agreement.id}  ", "bold cyan")
        first, *others = map(highlighted, _heading(agreement, hit))
        parts += [number.append(first), *others]
        texts = Table.grid(padding=(0, 2, 0, 0))
        texts.add_column(style="cyan", no_wrap=True)
        texts.add_column()
        for field, pieces in snippets(agreement, hit):
            if width is not None and width < NARROW:
                parts += [Text(field, "cyan"), Padding(highlighted(pieces), (0, 0, 0, 2))]
            else:
                texts.add_row(field, highlighted(pieces))
        parts.append(texts)
    return Group(*parts)


def plain(agreement: Agreement, hit: Hit) -> str:
    """Return the lines of a hit as `render` shows them without colour and width, without Rich."""
    headline = visible(agreement.headline)
    lines = [headline, subtitle(agreement)] if headline else [subtitle(agreement)]
    lines[0] = f"{agreement.id}  {lines[0]}"
    texts = [
        (_(heading), f"{before}{visible(hit.text[first:last])}{after}")
        for heading, _terms, (first, last), (before, after) in _excerpts(agreement, hit)
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


def title_of(agreement: Agreement, hit: Hit) -> Pieces:
    """Return the heading of an agreement, cut at the extents of terms."""
    headline = agreement.headline
    for _heading, (first, last), places in hit.matches:
        if hit.text[first:last] == headline:
            return _pieces(hit.text, places, first, last)
    return [(visible(headline), False)]


def subtitle(agreement: Agreement) -> str:
    """Return what stands below the heading: both sides and the date."""
    date, both = date_of(agreement), sides(agreement)
    return visible(both + bracketed(date) if date else both)


def _heading(agreement: Agreement, hit: Hit) -> Iterator[Pieces]:
    """Yield the title, if there is one, and a line with both sides and the date."""
    if agreement.headline:
        yield title_of(agreement, hit)
    yield [(subtitle(agreement), False)]


def snippets(agreement: Agreement, hit: Hit) -> Iterator[tuple[str, Pieces]]:
    """Yield a heading and a snippet for the extents of each match, except in the title.

    Places near each other share a snippet.
    """
    for heading, terms, (first, last), (before, after) in _excerpts(agreement, hit):
        places = [place for place in terms if first <= place[0] < last]
        pieces = _pieces(hit.text, places, first, last)
        yield _(heading), [(before, False), *pieces, (after, False)]


def _excerpts(agreement: Agreement, hit: Hit) -> Iterator[Excerpt]:
    text, headline = hit.text, agreement.headline
    for heading, (first, last), terms in hit.matches:
        if text[first:last] != headline:
            for start, end in _near_each_other(text, terms):
                first, before = _beginning(text, start)
                last, after = _end(text, end)
                yield heading, terms, (first, last), (before, after)


def _pieces(text: str, extents: Iterable[Extent], first: int, last: int) -> Pieces:
    """Return `text` from `first` to `last`, cut at its `extents`."""
    pieces = []
    for start, end in extents:
        pieces += [(visible(text[first:start]), False), (visible(text[start:end]), True)]
        first = end
    return [*pieces, (visible(text[first:last]), False)]


def _near_each_other(text: str, terms: Sequence[Extent]) -> Iterator[Extent]:
    """Yield the extents of terms, as one of those within a line and with little between two."""
    first, last = terms[0]
    for start, end in terms[1:]:
        if start - last > 2 * CONTEXT or text.find("\n", last, start) >= 0:
            yield first, last
            first = start
        last = end
    yield first, last


def _beginning(text: str, start: int) -> tuple[int, str]:
    """Return where a snippet begins, in the line of its term, and the mark of what is cut off.

    No character is cut off from its marks.
    """
    first = max(0, start - CONTEXT)
    if (line_end := text.rfind("\n", first, start)) >= 0:
        return line_end + 1, ""
    while first > 0 and _is_mark(text[first]) and text[first - 1] != "\n":
        first -= 1
    return first, CUT if first > 0 and text[first - 1] != "\n" else ""


def _end(text: str, end: int) -> tuple[int, str]:
    """Return where a snippet ends, and the mark of what is cut off, as `_beginning` does."""
    last = min(end + CONTEXT, len(text))
    if (line_end := text.find("\n", end, last)) >= 0:
        return line_end, ""
    while last < len(text) and _is_mark(text[last]):
        last += 1
    return last, CUT if last < len(text) and text[last] != "\n" else ""


@cache
def _is_mark(character: str) -> bool:
    return MARK.match(character) is not None
