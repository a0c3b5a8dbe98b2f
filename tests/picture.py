"""The picture of a terminal in README, made from what koryu prints.

Run as a program, it brings `docs/koryu.svg` up to date.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.color import Color
from rich.console import Console
from rich.style import Style
from rich.text import Text

PICTURE = Path(__file__).parents[1] / "docs" / "koryu.svg"
COMMANDS = ("koryu list -c 韓国 --limit 3", "koryu stats --by theme", "koryu timeline 14")
WIDTH = 80
"""Cells of the terminal."""

FONT = "ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK JP', 'MS Gothic', monospace"
SIZE, CELL, LINE, MARGIN = 14, 8, 20, 16
"""Pixels: of the characters, a cell, a line, and the space around."""

INK, DIM, PAPER = "#1f2328", "#656d76", "#f6f8fa"
COLOURS = {6: "#0b7285"}
"""The colours of a terminal that koryu uses, by number: cyan, so dark that it can be read."""


def picture() -> str:
    """Return the picture, in SVG that needs neither a network nor a font of its own."""
    lines = [line for command in COMMANDS for line in _lines(command)][:-1]
    width, height = 2 * MARGIN + WIDTH * CELL, 2 * MARGIN + len(lines) * LINE
    shapes = [shape for row, line in enumerate(lines) for shape in _shapes(line, row)]
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
                f'width="{width}" height="{height}" font-size="{SIZE}" font-family="{FONT}">'
            ),
            f"<title>{escape(' / '.join(COMMANDS))}</title>",
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
            *shapes,
            "</svg>\n",
        ]
    )


def _lines(command: str) -> list[Text]:
    """Return a command and what it prints, with a blank line behind."""
    program, *arguments = command.split()
    process = subprocess.run(
        [sys.executable, "-m", f"{program}_cli", *arguments],
        env={**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=True,
    )
    printed = Text.from_ansi(process.stdout.rstrip("\n"), end="")
    return [Text(f"$ {command}", end=""), *printed.split("\n"), Text(end="")]


def _shapes(line: Text, row: int) -> Iterator[str]:
    """Yield a line as pieces of one style, each as wide as its cells, whatever the font is."""
    left, top = MARGIN, MARGIN + row * LINE
    for piece, style, _control in line.render(Console()):
        style = style or Style()
        width = cell_len(piece) * CELL
        if style.bgcolor:
            yield (
                f'<rect x="{left}" y="{top + 3}" width="{width}" height="{LINE - 6}" '
                f'fill="{_colour(style.bgcolor)}"/>'
            )
        elif piece.strip():
            colour = DIM if style.dim else _colour(style.color)
            weight = ' font-weight="bold"' if style.bold else ""
            yield (
                f'<text x="{left}" y="{top + SIZE}" textLength="{width}" '
                f'lengthAdjust="spacingAndGlyphs" xml:space="preserve" '
                f'fill="{colour}"{weight}>{escape(piece)}</text>'
            )
        left += width


def _colour(colour: Color | None) -> str:
    return COLOURS[colour.number or 0] if colour else INK


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8")
