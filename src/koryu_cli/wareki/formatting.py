"""Dates in words: in era form (平成24年5月23日) and by ISO 8601 (2012-05-23)."""

from datetime import date

from koryu_cli.wareki.eras import ERAS, Era, era_of, month_length
from koryu_cli.wareki.spans import Span

WEEKDAYS = "月火水木金土日"
_ISO_LENGTHS = {"year": 4, "month": 7, "day": 10}


def weekday(day: date) -> str:
    """Return the weekday of a day as one character: 水."""
    return WEEKDAYS[day.weekday()]


def format_day(day: date) -> str:
    """Return a day in era form: 平成24年5月23日. A day that two eras share has the new one.

    Raises:
        ValueError: the day is before 1873-01-01.
    """
    return f"{format_year(era_of(day), day.year)}{day.month}月{day.day}日"


def format_year(era: Era, year: int) -> str:
    """Return a Gregorian year in an era: 平成24年, 平成元年."""
    number = year - era.year_zero
    return f"{era.name}{'元' if number == 1 else number}年"


def format_gregorian(span: Span) -> str:
    """Return a span by ISO 8601: 2012-05-23, 2012-05, 2012, or an interval of days.

    An interval has both its days, 2012-04-01/2013-03-31, or `..` for an open end.
    """
    if span.start and (length := _ISO_LENGTHS.get(span.precision)):
        return span.start.isoformat()[:length]
    return f"{span.start or '..'}/{span.end or '..'}"


def format_wareki(span: Span) -> str:
    """Return a span in era form, which `parse` reads back to the same days.

    A year or month in which the era changed has both names, 昭和64年/平成元年, unless the span is
    only the part that belongs to one of them; so has a fiscal year. A range has ～ between its
    ends, which are years or months where they are whole ones: 平成20年～平成24年.

    Raises:
        ValueError: the span begins or ends before 1873.
    """
    if span.start is None or span.precision == "range":
        return _format_range(span)
    if span.precision == "day":
        return format_day(span.start)
    if span.precision == "era":
        return era_of(span.start).name
    if span.precision == "fiscal_year":
        last = date(span.start.year, 12, 31)
        names = (format_year(era, last.year) + "度" for era in _eras_between(span.start, last))
    else:
        month = f"{span.start.month}月" if span.precision == "month" else ""
        eras = _eras_between(span.start, span.end or span.start)
        names = (format_year(era, span.start.year) + month for era in eras)
    return "/".join(names)


def _eras_between(start: date, end: date) -> list[Era]:
    """Return the eras of the days; one alone where they are what a period has in that era."""
    eras = [era for era in ERAS if era.start <= end and (era.end is None or start <= era.end)]
    if len(eras) > 1 and end == eras[0].end:
        return eras[:1]
    if len(eras) > 1 and start == eras[-1].start:
        return eras[-1:]
    return eras


def _format_range(span: Span) -> str:
    start, end = span.start, span.end
    if (start is None or (start.month, start.day) == (1, 1)) and (
        end is None or (end.month, end.day) == (12, 31)
    ):
        length = "年"
    elif (start is None or start.day == 1) and (
        end is None or end.day == month_length(end.year, end.month)
    ):
        length = "月"
    else:
        length = "日"
    ends = (format_day(day).partition(length)[0] + length if day else "" for day in (start, end))
    return "～".join(ends)
