"""From the parts of a date as they are written to its days: the rules of the eras."""

from datetime import date
from typing import Literal, NamedTuple

from koryu_cli.wareki.eras import FIRST_GREGORIAN_DAY, Era, era_of, month_length
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.formatting import format_day, format_year, weekday
from koryu_cli.wareki.spans import Precision, Span

Unit = Literal["day", "third", "month", "year", "fiscal_year", "decade", "era"]

FIRST_YEAR = FIRST_GREGORIAN_DAY.year
LAST_ERA_YEAR = 200
_PRECISIONS: dict[Unit, Precision] = {
    "day": "day",
    "third": "range",
    "month": "month",
    "year": "year",
    "fiscal_year": "fiscal_year",
    "decade": "range",
    "era": "era",
}
_THIRDS = {1: "上旬", 11: "中旬", 21: "下旬"}
_FINENESS: tuple[Precision, ...] = ("day", "month", "year", "fiscal_year", "range", "era")


class YearName(NamedTuple):
    """A year as it is written, its number in an era or a Gregorian one; what it is; its token."""

    era: Era | None
    number: int
    year: int
    place: int

    def __str__(self) -> str:
        return format_year(self.era, self.year) if self.era else f"{self.number}年"


class Point(NamedTuple):
    """A date as it is written, without a second end; `first` and `last` are its tokens."""

    names: tuple[YearName, ...]
    unit: Unit
    month: int
    day: int
    first: int
    last: int


def span_of(point: Point) -> Span:
    """Return the days of a date.

    Raises:
        Fault: there is no such date.
    """
    year = point.names[0].year
    era = point.names[0].era
    if point.unit == "era" and era:
        return Span(era.start, era.end, "era")
    for name in point.names:
        if year < FIRST_YEAR or (name.era and not 1 <= name.number <= LAST_ERA_YEAR):
            raise _unusable_year(name)
        if name.year != year:
            reason = f"{point.names[0]}は{year}年で、{name}と合いません"
            raise Fault(name.place, name.place, reason)
    try:
        start, end = _days(point, year)
    except ValueError:
        raise _no_such_day(point, year) from None
    return _clip(point, start, end)


def _unusable_year(name: YearName) -> Fault:
    if name.era and name.number < 1:
        reason = "年は元年（1年）からです"
    elif name.era and name.number > LAST_ERA_YEAR:
        reason = f"{LAST_ERA_YEAR}年より後の年です"
    else:
        reason = "明治5年（1872年）までの日本の暦は太陰太陽暦なので、西暦の日付に直せません"
    return Fault(name.place, name.place, reason)


def _days(point: Point, year: int) -> tuple[date, date]:
    """Return the first and last days, as if the era of the year went on for ever.

    Raises:
        ValueError: there is no such month or day.
    """
    match point.unit:
        case "day":
            day = date(year, point.month, point.day)
            return day, day
        case "month":
            start = date(year, point.month, 1)
            return start, start.replace(day=month_length(year, point.month))
        case "third":
            start = date(year, point.month, point.day)
            last = month_length(year, point.month) if point.day == 21 else point.day + 9
            return start, start.replace(day=last)
        case "fiscal_year":
            return date(year, 4, 1), date(year + 1, 3, 31)
        case "decade":
            if point.names[0].number % 10:
                raise ValueError(point.names[0].number)
            return date(year, 1, 1), date(year + 9, 12, 31)
        case _:
            return date(year, 1, 1), date(year, 12, 31)


def _no_such_day(point: Point, year: int) -> Fault:
    first, last, month = point.first, point.last, point.month
    if point.unit == "decade":
        name = point.names[0]
        start = name.number // 10 * 10
        suggestion = f"{name.era.name if name.era else ''}{start}年代" if start else None
        return Fault(first, last, "年代は10年ごとです", suggestion=suggestion)
    if point.unit == "fiscal_year":
        return Fault(first, last, f"{date.max.year}年より後の日付です")
    if not 1 <= month <= 12:
        return Fault(first, last, f"{month}月という月はありません", kind="month")
    length = month_length(year, month)
    reason = f"{year}年{month}月は{length}日までで、{point.day}日はありません"
    return Fault(first, last, reason, kind="day")


def _clip(point: Point, start: date, end: date) -> Span:
    """Cut the days to the eras that are named; what two eras have is added up."""
    precision = _PRECISIONS[point.unit]
    era = point.names[0].era
    if era and era.start <= start and (era.end is None or end <= era.end):
        return Span(start, end, precision)
    eras = [name.era for name in point.names if name.era]
    within = [era for era in eras if era.start <= end and (era.end is None or start <= era.end)]
    if not eras or (within and point.unit == "fiscal_year"):
        return Span(start, end, precision)
    if within:
        within.sort(key=lambda era: era.start)
        first, last = within[0].start, within[-1].end
        return Span(max(start, first), min(end, last) if last else end, precision)
    if end < eras[0].start:
        reason = f"{eras[0].name}は{format_day(eras[0].start)}からです"
        raise Fault(point.first, point.last, reason, suggestion=_name(point, start))
    return Span(start, end, precision, _notice(point, start))


def _notice(point: Point, start: date) -> str:
    """Return the remark that a date is past the end of the eras that it names."""
    era = next(name.era for name in point.names if name.era)
    last = era.end or start
    return (
        f"{era.name}は{format_year(era, last.year)}までなので、"
        f"{spell(point)}は{_name(point, start)}（{start.year}年）として読みました"
    )


def _name(point: Point, start: date) -> str:
    """Return a date with the name of the era that it is in."""
    name = format_year(era_of(start), start.year)
    match point.unit:
        case "day":
            return format_day(start)
        case "month":
            return f"{name}{start.month}月"
        case "third":
            return f"{name}{start.month}月{_THIRDS[start.day]}"
        case "fiscal_year":
            return f"{name}度"
        case _:
            return name


def spell(point: Point) -> str:
    """Return a date with all its parts: 平成24年5月23日, 平成31（2019）年度."""
    name, *others = map(str, point.names)
    if point.unit == "era":
        return name.rstrip("元年0123456789")
    head = f"{name[:-1]}（{'・'.join(others)}）年" if others else name
    match point.unit:
        case "day":
            return f"{head}{point.month}月{point.day}日"
        case "third":
            return f"{head}{point.month}月{_THIRDS[point.day]}"
        case "month":
            return f"{head}{point.month}月"
        case "year":
            return head
        case "fiscal_year":
            return f"{head}度"
        case "decade":
            return f"{head}代"


def check_weekday(day: date, number: int, place: int) -> None:
    """Hold a weekday, from 0 (Monday), against its day.

    Raises:
        Fault: the day has another one.
    """
    if day.weekday() != number:
        raise Fault(place, place, f"{day}は{weekday(day)}曜日です")


def both(one: Span, other: Span, first: int, last: int) -> Span:
    """Return what two readings of one date both allow, as exact as the more exact of them.

    Raises:
        Fault: they have no day in common.
    """
    start = max(filter(None, (one.start, other.start)), default=None)
    end = min(filter(None, (one.end, other.end)), default=None)
    if start and end and start > end:
        raise Fault(first, last, "二つの暦の日付が合いません")
    finer = min(one, other, key=lambda span: _FINENESS.index(span.precision))
    return Span(start, end, finer.precision, one.notice or other.notice)
