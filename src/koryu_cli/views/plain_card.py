"""An agreement as a plain card, without colour or wrapping, for a pipe or a file."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from koryu_cli.display import visible
from koryu_cli.language import _
from koryu_cli.record.citation import citation
from koryu_cli.record.models import Agreement, Link
from koryu_cli.views.form import (
    EMPTY,
    ITEM,
    SEPARATOR,
    Block,
    Grid,
    Item,
    Paragraph,
    headline,
    sections,
    summary,
)

INDENT = "  "
GAP = 2
"""The cells between a label and what it says."""


def render(agreements: Iterable[Agreement]) -> Iterator[str]:
    """Return the cards that `koryu_cli.views.card` shows, one by one, nothing wrapped."""
    separator = ""
    for agreement in agreements:
        yield separator + "".join(f"{line.rstrip()}\n" for line in _lines(agreement))
        separator = f"\n{SEPARATOR}\n\n"


def _lines(agreement: Agreement) -> Iterator[str]:
    yield f"{agreement.id}  {visible(headline(agreement))}"
    yield ""
    yield from _block(summary(agreement))
    for heading, blocks in sections(agreement):
        yield from ("", heading)
        content = (line for block in blocks for line in _block(block)) if blocks else [_(EMPTY)]
        yield from (INDENT + line for line in content)
    if source := citation(agreement):
        yield from ("", source)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield visible(text)
        case Item(text):
            yield ITEM + visible(text)
        case Grid(rows):
            labels = [visible(label) for label, _value in rows]
            width = max(map(cell_len, labels), default=0) + GAP
            for label, (_label, value) in zip(labels, rows, strict=True):
                first, *others = visible(value, lines=True).split("\n")
                yield label + " " * (width - cell_len(label)) + first
                yield from (" " * width + line for line in others)
        case Link(label=label, url=url):
            yield visible(label or "") + visible(url)
