"""Anniversaries as a list to be read, as rows, and as JSON documents."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from koryu_cli import wareki
from koryu_cli.display import visible
from koryu_cli.models import Agreement
from koryu_cli.query.anniversaries import Anniversary
from koryu_cli.views import entries
from koryu_cli.views.columns import AGREEMENT_COLUMNS, Column, together
from koryu_cli.views.lines import JapaneseText


def document(anniversary: Anniversary) -> dict[str, object]:
    """Return the JSON document of an anniversary."""
    agreement = anniversary.agreement
    return {
        "id": agreement.id,
        "title": agreement.title,
        "years": anniversary.years,
        "on": anniversary.on,
    }


def in_words(anniversary: Anniversary) -> str:
    """Return which anniversary it is: 20周年."""
    return f"{anniversary.years}周年"


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
    body.append(visible(entries.sides(agreement)) + "\n", "dim")
    body.append(in_words(anniversary), "bold cyan")
    body.append(f" {visible(agreement.title)}")
    for contact in contacts(agreement):
        body.append(f"\n連絡先: {visible(contact)}")
    weekday = f"（{_weekday(anniversary)}）" if anniversary.on else ""
    gregorian = wareki.format_gregorian(_span(anniversary)) + weekday
    return entries.Entry((_wareki(anniversary), gregorian), body)


def _span(anniversary: Anniversary) -> wareki.Span:
    return wareki.Span(anniversary.start, anniversary.end, anniversary.agreement.date.precision)


def _wareki(anniversary: Anniversary) -> str:
    return wareki.format_wareki(_span(anniversary))


def _weekday(anniversary: Anniversary) -> str:
    return wareki.weekday(anniversary.on) if anniversary.on else ""


def _of_agreement(key: str) -> Column[Anniversary]:
    column = next(column for column in AGREEMENT_COLUMNS if column.key == key)
    return Column(key, column.heading, lambda row: column.cell(row.agreement), number=column.number)


ANNIVERSARY_COLUMNS: tuple[Column[Anniversary], ...] = (
    Column("on", "期日", lambda row: str(row.on or "")),
    Column("weekday", "曜日", _weekday),
    Column("wareki", "和暦", _wareki),
    Column("years", "周年", in_words),
    *map(_of_agreement, ("id", "japan", "overseas", "title", "departments", "phone", "email")),
)
