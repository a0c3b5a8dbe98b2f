"""An agreement as a card to be read: all that its form says, in the form's order."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

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
from koryu_cli.views.japanese_text import JapaneseText

WIDEST = 100


def render(agreements: Iterable[Agreement], width: int | None) -> RenderableType:
    """Return the cards of agreements, one below the other.

    Args:
        agreements: the records.
        width: cells of the terminal; without it no line is wrapped.
    """
    cards: list[RenderableType] = []
    for agreement in agreements:
        if cards:
            cards += [Text(), Text(SEPARATOR, "dim"), Text()]
        cards.append(_card(agreement))
    return Constrain(Group(*cards), width and min(width, WIDEST))


def _card(agreement: Agreement) -> RenderableType:
    title = JapaneseText()
    title.append(f"{agreement.id}  ", "bold cyan").append(visible(headline(agreement)), "bold")
    parts: list[RenderableType] = [title, Text(), _block(summary(agreement))]
    for heading, blocks in sections(agreement):
        content = Group(*map(_block, blocks)) if blocks else Text(_(EMPTY), "dim")
        parts += [Text(), JapaneseText(heading, "bold cyan"), Padding(content, (0, 0, 0, 2))]
    if source := citation(agreement):
        parts += [Text(), JapaneseText(source, "dim")]
    return Group(*parts)


def _block(block: Block) -> RenderableType:
    match block:
        case Paragraph(text):
            return JapaneseText(visible(text))
        case Item(text):
            item = Table.grid()
            item.add_column(width=2)
            item.add_column()
            item.add_row(ITEM, JapaneseText(visible(text)))
            return item
        case Grid(rows, labelled):
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(style="dim" if labelled else "", no_wrap=True)
            grid.add_column()
            for label, value in rows:
                grid.add_row(visible(label), JapaneseText(visible(value, lines=True)))
            return grid
        case Link(label=label, url=url):
            return Text.assemble(visible(label or ""), (visible(url), Style(link=url)))
