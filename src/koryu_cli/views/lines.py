"""Japanese text in lines of a given display width."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from koryu_cli.display import MARKS

NEVER_FIRST = (
    "、。，．・：；？！）」』】〕〉》〜～ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    "､｡･｣ｰｧｨｩｪｫｯｬｭｮ,.:;?!)]}"
)
"""Marks that may not begin a line (行頭禁則, JIS X 4051)."""
NEVER_LAST = "（「『【〔〈《([{｢"
"""Marks that may not end a line (行末禁則, JIS X 4051)."""
_WORD = r"[!-~\u00c0-\u024f]+"
"""A word in Latin letters, with its punctuation."""
_PIECE = re.compile(
    rf"[{re.escape(NEVER_LAST)}]*(?:{_WORD}|(?<=【)..(?=】)|[^{MARKS}])[{MARKS}{re.escape(NEVER_FIRST)}]*|.",
    re.DOTALL,
)

LATIN = re.compile(_WORD)
MIDDLE_DOT = "・"
TWO_CHARACTERS = 4
_CLUSTER = re.compile(f"[^{MARKS}][{MARKS}]*|.", re.DOTALL)
"""A character with its marks."""


def wrap(text: str, width: int) -> Iterator[str]:
    """Break `text` into lines of at most `width` cells, keeping words of ASCII whole."""
    start = 0
    for end in [*breaks(text, width), len(text)]:
        yield text[start:end].strip()
        start = end


def heading_lines(heading: str, width: int) -> list[str]:
    """Return the heading of a column in lines of `width` cells; one that wraps breaks after ・."""
    if cell_len(heading) <= width:
        return [heading]
    parts = heading.replace(MIDDLE_DOT, MIDDLE_DOT + "\n").split("\n")
    return [line for part in parts for line in wrap(part, width)]


def narrowest(heading: str) -> int:
    """Return the least width in cells at which no line of a heading is a single character."""
    whole = cell_len(heading)
    least = max([TWO_CHARACTERS, *map(cell_len, LATIN.findall(heading))])
    widths = range(least, whole)
    return next(
        (width for width in widths if all(len(line) > 1 for line in heading_lines(heading, width))),
        whole,
    )


def breaks(text: str, width: int) -> list[int]:
    """Return where lines of at most `width` cells begin, as offsets; the first is left out."""
    offsets: list[int] = []
    used = 0
    for match in _PIECE.finditer(text):
        piece, start = match[0], match.start()
        if used and used + cell_len(piece.rstrip()) > width:
            offsets.append(start)
            used = 0
        if not used and offsets and piece.isspace():
            offsets[-1] = start = match.end()
            continue
        for cluster in _CLUSTER.findall(piece):
            cells = cell_len(cluster)
            if used and used + cells > width and not cluster.isspace():
                offsets.append(start)
                used = 0
            used += cells
            start += len(cluster)
    return offsets
