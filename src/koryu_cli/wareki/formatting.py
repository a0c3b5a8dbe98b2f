"""Dates in words: in era form (平成24年5月23日) and by ISO 8601 (2012-05-23)."""

from datetime import date
from typing import Literal

from koryu_cli.wareki.eras import ERAS, FIRST_GREGORIAN_DAY, Era, era_of, month_length
from koryu_cli.wareki.spans import LAST_ERA_YEAR, Precision, Span

WEEKDAYS = "月火水木金土日"
_FIRST_DAY = FIRST_GREGORIAN_DAY
_LAST_DAY = date(ERAS[-1].year_zero + LAST_ERA_YEAR, 12, 31)
_ISO_LENGTHS = {"year": 4, "month": 7}


def weekday(day: date) -> str:
    """Return the weekday of a day as one character: 水."""
    return WEEKDAYS[day.weekday()]


def format_day(day: date, era: Era | None = None) -> str:
    """Return a day in era form: 平成24年5月23日.

    Args:
        day: the day.
        era: an era that the day is in; without it, of two that share the day, the new one.

    Raises:
        ValueError: the day is before 1873-01-01.
    """
    era = era or era_of(day)
    number = day.year - era.year_zero
    return f"{era.name}{'元' if number == 1 else number}年{day.month}月{day.day}日"


def format_year(era: Era, year: int) -> str:
    """Return a Gregorian year in an era: 平成24年, 平成元年."""
    number = year - era.year_zero
    return f"{era.name}{'元' if number == 1 else number}年"


def format_gregorian(span: Span) -> str:
    """Return a span by ISO 8601: 2012-05-23, 2012-05, 2012, or an interval of days.

    An interval has both its days, 2012-04-01/2013-03-31, or `..` for an open end.
    """
    start, end, precision, _ = span
    if start is not None and precision == "day":
        return start.isoformat()  # most often
    if start is not None and (length := _ISO_LENGTHS.get(precision)):
        return start.isoformat()[:length]
    return f"{start or '..'}/{end or '..'}"


def format_wareki(span: Span) -> str:
    """Return a span in era form, which `parse` reads back to the same days.

    A year or month in which the era changed has both names, 昭和64年/平成元年, unless the span is
    only the part that belongs to one of them; so has a fiscal year. A range has ～ between its
    ends, which are years or months where they are whole ones: 平成20年～平成24年.

    Returns:
        "" where no era has a name for it: it begins or ends before 1873, or after the last year of
        an era that is read.
    """
    start, end, precision, _ = span
    if precision == "day" and start is not None and _FIRST_DAY <= start <= _LAST_DAY:
        return format_day(start)  # most often
    if not _has_names(start, end, precision):
        return ""
    if precision == "era" and (era := _era_from_to(start, end)):
        return era.name
    if start is None or end is None:
        return _format_range(start, end)
    if start == end:
        return format_day(start)
    if precision == "fiscal_year" and _is_fiscal_year(start, end):
        eras = _eras_between(start, date(start.year, 12, 31))
        return "/".join(f"{format_year(era, start.year)}度" for era in eras)
    names = [_whole_month(start, end), _whole_year(start, end)]
    if precision == "year":  # 昭和元年 has the same days as its only month
        names.reverse()
    return names[0] or names[1] or _format_range(start, end)


def _has_names(start: date | None, end: date | None, precision: Precision) -> bool:
    """Return whether each end is in a year that an era names."""
    last = start if precision == "fiscal_year" else end or start
    return (start or end or _FIRST_DAY) >= _FIRST_DAY and (last is None or last <= _LAST_DAY)


def _era_from_to(start: date | None, end: date | None) -> Era | None:
    """Return the era that has just these days."""
    return next((era for era in ERAS if (era.start, era.end) == (start, end)), None)


def _is_fiscal_year(start: date, end: date) -> bool:
    return (start.month, start.day, end) == (4, 1, date(start.year + 1, 3, 31))


def _whole_month(start: date, end: date) -> str:
    """Return the names of a month, or of what an era has of it, if the days are one, else ""."""
    year, month = start.year, start.month
    eras = _eras_between(start, end)
    if (start, end) != _within(
        eras, date(year, month, 1), date(year, month, month_length(year, month))
    ):
        return ""
    return "/".join(f"{format_year(era, year)}{month}月" for era in eras)


def _whole_year(start: date, end: date) -> str:
    """Return the names of a year, or of what an era has of it, if the days are one, else ""."""
    eras = _eras_between(start, end)
    if (start, end) != _within(eras, date(start.year, 1, 1), date(start.year, 12, 31)):
        return ""
    return "/".join(format_year(era, start.year) for era in eras)


def _within(eras: list[Era], start: date, end: date) -> tuple[date, date]:
    """Return what there is of a period in eras that follow each other."""
    last = eras[-1].end
    return max(start, eras[0].start), min(end, last) if last else end


def _eras_between(start: date, end: date) -> list[Era]:
    """Return the eras of the days; one alone where they are what a period has in that era."""
    eras = [era for era in ERAS if era.start <= end and (era.end is None or start <= era.end)]
    if len(eras) > 1 and end == eras[0].end:
        return eras[:1]
    if len(eras) > 1 and start == eras[-1].start:
        return eras[-1:]
    return eras


def _format_range(start: date | None, end: date | None) -> str:
    length = {"year": "年", "month": "月", "day": "日"}[unit_of(start, end)]
    ends = (format_day(day).partition(length)[0] + length if day else "" for day in (start, end))
    return "～".join(ends)


def unit_of(start: date | None, end: date | None) -> Literal["year", "month", "day"]:
    """Return the largest unit that days are whole ones of; either end may be open."""
    if (start is None or (start.month, start.day) == (1, 1)) and (
        end is None or (end.month, end.day) == (12, 31)
    ):
        return "year"
    if (start is None or start.day == 1) and (
        end is None or end.day == month_length(end.year, end.month)
    ):
        return "month"
    return "day"
