"""Forms as Markdown cards, with headings and texts."""

import re
from collections.abc import Iterable, Iterator

from koryu_cli.language import _
from koryu_cli.record.citation import citation
from koryu_cli.record.models import Agreement, Link
from koryu_cli.views.form import (
    EMPTY,
    Block,
    Blocks,
    Grid,
    Item,
    Paragraph,
    headline,
    sections,
    summary,
)
from koryu_cli.views.markdown import escape, escape_cell

MARKER = re.compile(r"\A\s*(\d{0,9})(?=[#+=.)-])", re.ASCII)
"""The beginning of a line that would be a heading or an item of a list, up to its mark."""


def render(agreements: Iterable[Agreement]) -> Iterator[str]:
    """Return the cards of agreements, each under a heading of its own."""
    separator = ""
    for agreement in agreements:
        yield separator + "\n\n".join(_card(agreement)) + "\n"
        separator = "\n"


def _card(agreement: Agreement) -> Iterator[str]:
    yield f"# {agreement.id}　{_inline(headline(agreement))}"
    yield _block(summary(agreement))
    for heading, blocks in sections(agreement):
        yield f"## {_inline(heading)}"
        yield _content(blocks) if blocks else _inline(_(EMPTY))
    if source := citation(agreement):
        yield _inline(source)


def _content(blocks: Blocks) -> str:
    """Return blocks with a blank line between them, except between the items of a list."""
    text = ""
    for before, block in zip((None, *blocks), blocks, strict=False):
        in_list = isinstance(before, Item) and isinstance(block, Item)
        text += ("\n" if in_list else "\n\n" if before else "") + _block(block)
    return text


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return _line(text)
        case Item(text):
            return f"- {_line(text)}"
        case Grid(rows, labelled=True):
            return "\n".join(f"- {_inline(label)}: {_inline(value)}" for label, value in rows)
        case Grid(rows):
            cells = (f"| {escape_cell(first)} | {escape_cell(rest)} |" for first, rest in rows)
            return "\n".join(["|  |  |", "| --- | --- |", *cells])
        case Link(label=label, url=url):
            return _inline(f"{label or ''}{url}")


def _line(text: str) -> str:
    """Return a line of a text, which neither begins a heading nor a list."""
    return MARKER.sub(r"\1\\", _inline(text), count=1)


def _inline(text: str) -> str:
    """Return a text in one line of Markdown."""
    return escape(text).strip().replace("\n", "<br>")
