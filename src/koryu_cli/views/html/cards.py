"""Forms as a page of cards, which is printed a card a page."""

from collections.abc import Iterable, Iterator
from itertools import groupby

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
from koryu_cli.views.html import page
from koryu_cli.views.html.page import link, text

MOST_NAMED = 3
"""How many forms the title of the page names."""


def render(agreements: Iterable[Agreement]) -> Iterator[str]:
    """Return a page with all that the forms of agreements say, in the forms' order."""
    shown = list(agreements)
    title = _("、").join(headline(agreement) for agreement in shown[:MOST_NAMED])
    return page.render(title, map(_card, shown), heading=False)


def _card(agreement: Agreement) -> str:
    parts = [f"<article>\n<h1>{agreement.id}　{text(headline(agreement))}</h1>\n"]
    parts.append(_block(summary(agreement)))
    for heading, blocks in sections(agreement):
        parts.append(f"<h2>{text(heading)}</h2>\n{_content(blocks)}")
    if source := citation(agreement):
        parts.append(f'<p class="note">{text(source)}</p>\n')
    return "".join([*parts, "</article>\n"])


def _content(blocks: Blocks) -> str:
    if not blocks:
        return f'<p class="empty">{text(_(EMPTY))}</p>\n'
    parts = []
    for of_list, group in groupby(blocks, lambda block: isinstance(block, Item)):
        markup = "".join(map(_block, group))
        parts.append(f"<ul>\n{markup}</ul>\n" if of_list else markup)
    return "".join(parts)


def _block(block: Block) -> str:
    match block:
        case Paragraph(line):
            return f"<p>{text(line)}</p>\n"
        case Item(line):
            return f"<li>{text(line)}</li>\n"
        case Grid(rows, labelled):
            cell = 'th scope="row"' if labelled else "td"
            lines = (
                f"<tr><{cell}>{text(label)}</{cell[:2]}><td>{link(value)}</td></tr>\n"
                for label, value in rows
            )
            return f"<table>\n<tbody>\n{''.join(lines)}</tbody>\n</table>\n"
        case Link(label=label, url=url):
            return f"<p>{text(label or '')}{link(url)}</p>\n"
