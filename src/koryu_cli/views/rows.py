"""Events and anniversaries as rows, and as JSON documents."""

from typing import TYPE_CHECKING

from koryu_cli import wareki
from koryu_cli.language import _, is_english
from koryu_cli.record.headings import HEADINGS
from koryu_cli.views.columns import AGREEMENT_COLUMNS, Column
from koryu_cli.wareki.writing import write, write_weekday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koryu_cli.query.anniversaries import Anniversary
    from koryu_cli.query.events import Event

EVENT_COLUMNS: "tuple[Column[Event], ...]" = (
    Column("start", HEADINGS["start"], lambda event: str(event.span.start or ""), whole=True),
    Column("end", HEADINGS["end"], lambda event: str(event.span.end or ""), whole=True),
    Column("text", "時期", lambda event: event.text, whole=True),
    Column("id", HEADINGS["id"], lambda event: str(event.agreement.id), number=True),
    Column("japan", HEADINGS["japan"], lambda event: event.agreement.japan),
    Column("overseas", HEADINGS["overseas"], lambda event: event.agreement.overseas),
    Column("field", "欄", lambda event: _(HEADINGS[event.field])),
    Column("sentence", "文", lambda event: event.sentence),
)


def event_document(event: "Event") -> dict[str, object]:
    """Return the JSON document of an event."""
    return {
        "id": event.agreement.id,
        "field": event.field,
        "text": event.text,
        "start": event.span.start,
        "end": event.span.end,
        "precision": event.span.precision,
        "sentence": event.sentence,
    }


def anniversary_document(
    anniversary: "Anniversary", columns: "Sequence[Column[Anniversary]] | None" = None
) -> dict[str, object]:
    """Return the JSON document of an anniversary, of some columns alone if they are named."""
    agreement = anniversary.agreement
    document: dict[str, object] = {
        "id": agreement.id,
        "title": agreement.title,
        "years": anniversary.years,
        "on": anniversary.on,
        "japan": agreement.japan,
        "overseas": agreement.overseas,
        "contacts": agreement.contacts,
    }
    if columns is None:
        return document
    return {each.key: document.get(each.key, each.cell(anniversary)) for each in columns}


def in_words(anniversary: "Anniversary") -> str:
    """Return the name of an anniversary: 20周年."""
    return _("{count}周年", count=anniversary.years)


def span_of(anniversary: "Anniversary") -> wareki.Span:
    """Return the days of an anniversary, as exact as its date is known."""
    return anniversary.span


def era_form(anniversary: "Anniversary") -> str:
    """Return the date of an anniversary in its era: 令和9年6月27日."""
    return wareki.format_wareki(span_of(anniversary))


def weekday_of(anniversary: "Anniversary") -> str:
    """Return the weekday of an anniversary, or "" where its day is not known."""
    return write_weekday(anniversary.on) if anniversary.on else ""


def dates_of(anniversary: "Anniversary") -> tuple[str, ...]:
    """Return the date in both calendars, a day with its weekday; in English in one alone."""
    weekday = weekday_of(anniversary)
    if is_english():
        return write(span_of(anniversary)), weekday
    gregorian = wareki.format_gregorian(span_of(anniversary))
    return era_form(anniversary), f"{gregorian}（{weekday}）" if weekday else gregorian


def _of_agreement(key: str) -> "Column[Anniversary]":
    column = next(column for column in AGREEMENT_COLUMNS if column.key == key)
    return Column(
        key,
        column.heading,
        lambda row: column.cell(row.agreement),
        least=column.least,
        number=column.number,
        whole=column.whole,
        between=column.between,
    )


ANNIVERSARY_COLUMNS: "tuple[Column[Anniversary], ...]" = (
    Column("on", "期日", lambda row: str(row.on or ""), whole=True),
    Column("weekday", "曜日", weekday_of),
    Column("wareki", HEADINGS["wareki"], era_form, whole=True),
    Column("years", "周年", lambda row: str(row.years), number=True),
    *map(_of_agreement, ("id", "japan", "overseas")),
    Column("title", HEADINGS["title"], lambda row: row.agreement.headline),
    *map(_of_agreement, ("departments", "phone", "email")),
)
