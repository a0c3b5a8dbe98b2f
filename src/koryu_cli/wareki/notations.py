"""The few notations that nearly all dates have, read without the grammar and with its answer."""

import re
from datetime import date
from functools import partial

from koryu_cli.wareki.eras import ERAS, month_length
from koryu_cli.wareki.spans import Span

# The year zero and the days of each era, by each of its names.
_ERAS = {
    word: (era.year_zero, era.start, era.end or date.max)
    for era in ERAS
    for word in (era.name, era.name[0], era.letter, era.letter.lower(), era.ligature)
}
_FIRST, _LAST = date(1000, 1, 1), date.max
_DIGIT = "[0-9０-９]"
_YEAR = rf"(?:({'|'.join(_ERAS)})({_DIGIT}{{1,2}}+|元)|({_DIGIT}{{4}}+))"
# An era, a year, and as many of the other parts as there are, each with what stands behind it.
# Possessive throughout, so that what is none of these costs little.
_COMMON = re.compile(
    rf"{_YEAR}(?:(年度?+|[./-])(?:({_DIGIT}{{1,2}}+)([月./-]?+)({_DIGIT}{{0,2}}+)(日?+))?+)?+"
)
# The same with a year's Gregorian name behind it or its 年.
_BOTH = re.compile(rf"({_YEAR}(?:年度?+)?+)[（(]({_DIGIT}{{4}})年?[）)]((?:[^度（(][^（(]*)?)")
# What Span() does, in half the time.
_span = partial(tuple.__new__, Span)
_DAYS = frozenset({"年月日", "--", "//", ".."})
_MONTHS = frozenset({"年月", "-", "/", "."})


def read_common(text: str) -> Span | None:
    """Return the days of a date in a common notation: 平成24年5月23日, H24.5, 2012-05-23, 2012年度.

    Returns:
        What the grammar returns for it. None where the notation is another, or where there is more
        to say than its days: there is no such date, or it is not wholly in its era.
    """
    match = _COMMON.fullmatch(text)
    if match is None:
        if "（" in text or "(" in text:
            return _read_both(text)
        return _read_compact(text)
    word, number, gregorian, unit, month, behind_month, day, behind_day = match.groups("")
    if gregorian:
        year, first, last = int(gregorian), _FIRST, _LAST
    else:
        zero, first, last = _ERAS[word]
        year = zero + (1 if number == "元" else int(number))
    shape = unit + behind_month + behind_day
    try:
        if day:
            if shape not in _DAYS:
                return None
            start = date(year, int(month), int(day))
            return _span((start, start, "day", None)) if first <= start <= last else None
        span = _month(year, shape, month) if month else _year(year, shape)
    except ValueError:
        return None
    if span is None or span.start is None or span.end is None:
        return None
    return span if first <= span.start and span.end <= last else None


def _read_both(text: str) -> Span | None:
    """Return the days of a date whose year is named in both calendars: 平成8（1996）年6月24日."""
    match = _BOTH.fullmatch(text)
    if match is None:
        return None
    span = read_common(match[1] + match[6])
    return span if span and span.start and span.start.year == int(match[5]) else None


def _month(year: int, shape: str, month: str) -> Span | None:
    if shape not in _MONTHS:
        return None
    start = date(year, int(month), 1)
    return Span(start, date(year, start.month, month_length(year, start.month)), "month")


def _year(year: int, shape: str) -> Span | None:
    if shape in ("", "年"):
        return Span(date(year, 1, 1), date(year, 12, 31), "year")
    if shape == "年度":
        return Span(date(year, 4, 1), date(year + 1, 3, 31), "fiscal_year")
    return None


def _read_compact(text: str) -> Span | None:
    """Return the days of a date of eight figures: 20120523."""
    if len(text) != 8 or text[0] == "0" or not (text.isascii() and text.isdigit()):
        return None
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
    return Span(day, day, "day")
