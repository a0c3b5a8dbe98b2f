"""Anniversaries as a list to be read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from koryu_cli.display import visible
from koryu_cli.language import _
from koryu_cli.query.anniversaries import Anniversary
from koryu_cli.record.models import Agreement
from koryu_cli.views import entries
from koryu_cli.views.columns import sides, together
from koryu_cli.views.rows import dates_of, in_words

if TYPE_CHECKING:
    from rich.console import RenderableType


def contacts(agreement: Agreement) -> Iterator[str]:
    """Yield whom to ask, each with the departments, and the telephone or else the address."""
    for contact in agreement.contacts:
        parts = [together(contact.departments), contact.phone or contact.email]
        yield " ".join(filter(None, parts))


def render(
    anniversaries: Iterable[Anniversary], caption: str, width: int | None
) -> "RenderableType":
    """Return anniversaries one below the other, each with its date, both sides and contacts.

    Args:
        anniversaries: what to show, in this order.
        caption: what stands above them.
        width: cells of the terminal; without it no line is wrapped.
    """
    from rich.console import Group  # the plain form does without
    from rich.text import Text

    from koryu_cli.views.japanese_text import JapaneseText

    def entry(anniversary: Anniversary) -> entries.Entry:
        body = JapaneseText()
        for text, style in _pieces(anniversary):
            body.append(text, style)
        return entries.Entry(dates_of(anniversary), body)

    found = list(map(entry, anniversaries))
    heading = JapaneseText(caption, "bold")
    return Group(heading, Text(), entries.render(found, width)) if found else heading


def render_plain(anniversaries: Sequence[Anniversary], caption: str) -> Iterator[str]:
    """Return what `render` shows where there is neither colour nor a width, without Rich."""
    yield f"{caption}\n" + "\n" * bool(anniversaries)
    yield from entries.render_plain(
        (dates_of(each), "".join(text for text, _style in _pieces(each))) for each in anniversaries
    )


def _pieces(anniversary: Anniversary) -> Iterator[tuple[str, str]]:
    """Yield what is said of an anniversary, piece by piece, each with its style."""
    agreement = anniversary.agreement
    yield f"{agreement.id}  {visible(sides(agreement))}\n", ""
    yield in_words(anniversary), "bold cyan"
    yield f" {visible(agreement.headline)}".rstrip(), ""
    for contact in contacts(agreement):
        yield "\n" + _("連絡先: {contact}", contact=visible(contact)), ""
