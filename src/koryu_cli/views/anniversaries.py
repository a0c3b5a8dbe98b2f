"""Anniversaries as a list to be read."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from koryu_cli.display import visible
from koryu_cli.language import _
from koryu_cli.query.anniversaries import Anniversary
from koryu_cli.record.models import Agreement
from koryu_cli.views import entries
from koryu_cli.views.columns import sides, together
from koryu_cli.views.japanese_text import JapaneseText
from koryu_cli.views.rows import dates_of, in_words


def contacts(agreement: Agreement) -> Iterator[str]:
    """Yield whom to ask, each with the departments, and the telephone or else the address."""
    for contact in agreement.contacts:
        parts = [together(contact.departments), contact.phone or contact.email]
        yield " ".join(filter(None, parts))


def render(anniversaries: Iterable[Anniversary], caption: str, width: int | None) -> RenderableType:
    """Return anniversaries one below the other, each with its date, both sides and contacts.

    Args:
        anniversaries: what to show, in this order.
        caption: what stands above them.
        width: cells of the terminal; without it no line is wrapped.
    """
    found = list(map(_entry, anniversaries))
    heading = JapaneseText(caption, "bold")
    return Group(heading, Text(), entries.render(found, width)) if found else heading


def _entry(anniversary: Anniversary) -> entries.Entry:
    agreement = anniversary.agreement
    body = JapaneseText(f"{agreement.id}  ")
    body.append(visible(sides(agreement)) + "\n")
    body.append(in_words(anniversary), "bold cyan")
    body.append(f" {visible(agreement.headline)}".rstrip())
    for contact in contacts(agreement):
        body.append("\n" + _("連絡先: {contact}", contact=visible(contact)))
    return entries.Entry(dates_of(anniversary), body)
