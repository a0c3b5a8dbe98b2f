"""Japanese text in lines of a given display width."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

NEVER_FIRST = "、。，．・：；？！）」』】〕〉》〜～ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}"
"""Marks that may not begin a line (行頭禁則, JIS X 4051)."""

_PIECE = re.compile(r"[!-~]+|.", re.DOTALL)


def wrap(text: str, width: int) -> Iterator[str]:
    """Break `text` into lines of at most `width` cells, keeping words of ASCII whole.

    A mark that may not begin a line takes the character before it along.
    """
    line = ""
    for piece in _PIECE.findall(text):
        if line.strip() and cell_len(line + piece) > width:
            carried = piece.lstrip()
            while carried and carried[0] in NEVER_FIRST and len(line) > 1:
                line, carried = line[:-1], line[-1] + carried
            yield line.rstrip()
            line = carried
        else:
            line += piece
    if line:
        yield line
