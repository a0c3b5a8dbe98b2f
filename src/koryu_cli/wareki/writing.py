"""Dates and eras as they are written in the language chosen."""

from datetime import date

from koryu_cli.language import is_english
from koryu_cli.wareki.eras import Era
from koryu_cli.wareki.formatting import (
    format_day,
    format_gregorian,
    format_wareki,
    format_year,
    unit_of,
    weekday,
)
from koryu_cli.wareki.spans import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_UNITS = ("day", "month", "year", "fiscal_year")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def write(span: Span) -> str:
    """Return a span in era form (平成8年6月24日), in English by the Gregorian calendar.

    The English is 24 June 1996, June 1996, 1996 or FY2012, and of a span that has no such name
    `1998 to 2012`, `from June 1996` or `until 24 June 1996`; `parse` reads all of them.

    Returns:
        "" where no era has a name for the span, as `format_wareki` has it; in English never.
    """
    if not is_english():
        return format_wareki(span)
    if span.start and span.precision in _UNITS:
        return _write(span.start, span.precision)
    unit = unit_of(span.start, span.end)
    if span.start is None:
        return f"until {_write(span.end, unit)}" if span.end else format_gregorian(span)
    start = _write(span.start, unit)
    return f"{start} to {_write(span.end, unit)}" if span.end else f"from {start}"


def _write(day: date, unit: str) -> str:
    match unit:
        case "year":
            return str(day.year)
        case "month":
            return f"{MONTHS[day.month - 1]} {day.year}"
        case "fiscal_year":
            return f"FY{day.year}"
        case _:
            return write_day(day)


def write_day(day: date, era: Era | None = None) -> str:
    """Return a day, in an era that it is in: 平成8年6月24日, 24 June 1996.

    Raises:
        ValueError: the day is before 1873, and English is not chosen.
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if is_english() else format_day(day, era)


def write_weekday(day: date) -> str:
    """Return the weekday of a day: 水, Wednesday."""
    return WEEKDAYS[day.weekday()] if is_english() else weekday(day)


def write_era(era: Era) -> str:
    """Return the name of an era: 平成, Heisei."""
    return era.readings[1].capitalize() if is_english() else era.name


def write_year(era: Era, year: int) -> str:
    """Return a Gregorian year in an era: 平成24年, Heisei 24."""
    if is_english():
        return f"{write_era(era)} {year - era.year_zero}"
    return format_year(era, year)
