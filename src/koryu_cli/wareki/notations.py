"""The few notations that nearly all dates have, read without the grammar and with its answer."""

import re
from datetime import date

from koryu_cli.wareki.eras import ERAS, Era, month_length
from koryu_cli.wareki.spans import Span

_ERAS: dict[str, Era] = {
    word: era
    for era in ERAS
    for word in (era.name, era.name[0], era.letter, era.letter.lower(), era.ligature)
}
_DIGIT = "[0-9０-９]"
_OTHER_YEAR = rf"(?:[（(]({_DIGIT}{{4}})年?[）)])?+"
# An era, a year and its Gregorian name, then as many of the other parts as there are, each with
# what stands behind it. Possessive throughout, so that what is none of these costs little.
_COMMON = re.compile(
    rf"({'|'.join(_ERAS)})?+({_DIGIT}{{1,4}}+|元){_OTHER_YEAR}(?:(?:(年度?+){_OTHER_YEAR}|([./-]))"
    rf"(?:({_DIGIT}{{1,2}}+)([月./-]?+)({_DIGIT}{{0,2}}+)(日?+))?+)?+"
)
_DAYS = frozenset({"年月日", "--", "//", ".."})
_MONTHS = frozenset({"年月", "-", "/", "."})
_YEARS = frozenset({"年", ""})
_FISCAL_YEAR = "年度"


def read_common(text: str) -> Span | None:
    """Return the days of a date in a common notation: 平成24年5月23日, H24.5, 2012-05-23, 2012年度.

    Returns:
        What the grammar returns for it. None where the notation is another, or where there is more
        to say than its days: there is no such date, or it is not wholly in its era.
    """
    match = _COMMON.fullmatch(text)
    if match is None:
        return _read_compact(text)
    word, number, name, unit, other_name, separator, month, behind_month, day, behind_day = (
        match.groups("")
    )
    era = _ERAS.get(word)
    if era is not None and len(number) < 3:
        year = era.year_zero + (1 if number == "元" else int(number))
    elif era is None and len(number) == 4 and number[0] not in "0０":
        year = int(number)
    else:
        return None
    if (name and int(name) != year) or (other_name and int(other_name) != year):
        return None
    shape = f"{unit}{separator}{behind_month}{behind_day}"
    try:
        span = _span(shape, year, month, day)
    except ValueError:
        return None
    return span if span is None or era is None or _is_within(span, era) else None


def _is_within(span: Span, era: Era) -> bool:
    start, end, _, _ = span
    return (start is None or era.start <= start) and (
        end is None or era.end is None or end <= era.end
    )


def _span(shape: str, year: int, month: str, day: str) -> Span | None:
    """Return the days of a date whose parts have the units or separators `shape` behind them.

    Raises:
        ValueError: there is no such day.
    """
    if shape in _DAYS:
        start = date(year, int(month), int(day))
        return Span(start, start, "day")
    if day:
        return None
    if shape in _MONTHS:
        start = date(year, int(month), 1)
        return Span(start, date(year, start.month, month_length(year, start.month)), "month")
    if month:
        return None
    if shape in _YEARS:
        return Span(date(year, 1, 1), date(year, 12, 31), "year")
    if shape == _FISCAL_YEAR:
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
