"""The few notations that nearly all dates have, read without the grammar and with its answer."""

import re
from datetime import date
from functools import partial

from koryu_cli.wareki.eras import ERAS, month_length
from koryu_cli.wareki.spans import Precision, Span

# The year zero and the days of each era, by each of its names; without one, of the calendar.
_ERAS: dict[str | None, tuple[int, date, date]] = {
    None: (0, date(1000, 1, 1), date.max),
    **{
        word: (era.year_zero, era.start, era.end or date.max)
        for era in ERAS
        for word in (era.name, era.name[0], era.letter, era.letter.lower(), era.ligature)
    },
}
# Looked up rather than read by int(), in a third of the time.
_NUMBERS = {"元": 1} | {
    digits.translate(width): number
    for number in range(100)
    for digits in (f"{number}", f"{number:02}")
    for width in ({}, str.maketrans("0123456789", "０１２３４５６７８９"))
}
# A year; a month and perhaps a day, with units or with separators; 年度. Names and numbers are
# held against the tables, and signs are alternatives: sets of characters take long to compile.
_NUMBER = r"(\d\d?+)"
_GREGORIAN = "([0-9０-９]{4}+)"
_COMMON = re.compile(
    rf"(?:(\D\D?)(\d\d?+|元)|{_GREGORIAN})(?:(?:\(|（){_GREGORIAN}年?(?:\)|）))?+"
    rf"(?:(?:年|([./-])){_NUMBER}(?:(?(5)\5|月){_NUMBER}(?(5)|日)|(?(5)|月))|(年度?+))?+"
)
# What Span() does, in half the time.
_span = partial(tuple.__new__, Span)


def read_common(text: str) -> Span | None:
    """Return the days of a date in a common notation: 平成24年5月23日, H24.5, 2012-05-23, 2012年度.

    An era's year may have its Gregorian name behind it: 平成8（1996）年6月24日.

    Returns:
        What the grammar returns for it. None where the notation is another, or where there is more
        to say than its days: there is no such date, or it is not wholly in its era.
    """
    match = _COMMON.fullmatch(text)
    if match is None:
        return _read_compact(text)
    word, number, gregorian, also, _, month, day, unit = match.groups()
    try:
        zero, first, last = _ERAS[word]
        year = zero + (int(gregorian) if gregorian else _NUMBERS[number])
        if also and int(also) != year:
            return None
        if day:
            start = date(year, _NUMBERS[month], _NUMBERS[day])
            return _span((start, start, "day", None)) if first <= start <= last else None
        start, end, precision = _period(year, month, unit)
    except (KeyError, ValueError):
        return None
    return Span(start, end, precision) if first <= start and end <= last else None


def _period(year: int, month: str | None, unit: str | None) -> tuple[date, date, Precision]:
    if month:
        start = date(year, _NUMBERS[month], 1)
        end = date(year, start.month, month_length(year, start.month))
        return start, end, "month"
    if unit == "年度":
        return date(year, 4, 1), date(year + 1, 3, 31), "fiscal_year"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _read_compact(text: str) -> Span | None:
    """Return the day of eight figures: 20120523."""
    if len(text) != 8 or text[0] == "0" or not (text.isascii() and text.isdigit()):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return _span((day, day, "day", None))
