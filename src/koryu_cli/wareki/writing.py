"""Dates and eras as they are written in the language chosen."""

from datetime import date

from koryu_cli.language import is_english
from koryu_cli.wareki.eras import Era
from koryu_cli.wareki.formatting import (
    format_day,
    format_gregorian,
    format_wareki,
    format_year,
    weekday,
)
from koryu_cli.wareki.spans import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def write(span: Span) -> str:
    """Return a span in era form (平成8年6月24日), in English by the Gregorian calendar.

    The English is 24 June 1996, June 1996, 1996 or FY2012, and an ISO 8601 interval for a span
    that has no such name; `parse` reads all of them.

    Returns:
        "" where no era has a name for the span, as `format_wareki` has it; in English never.
    """
    if not is_english():
        return format_wareki(span)
    if span.start is None:
        return format_gregorian(span)
    match span.precision:
        case "day":
            return write_day(span.start)
        case "month":
            return f"{MONTHS[span.start.month - 1]} {span.start.year}"
        case "year":
            return str(span.start.year)
        case "fiscal_year":
            return f"FY{span.start.year}"
        case _:
            return format_gregorian(span)


def write_day(day: date) -> str:
    """Return a day: 平成8年6月24日, 24 June 1996.

    Raises:
        ValueError: the day is before 1873, and English is not chosen.
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if is_english() else format_day(day)


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
