"""From the parts of a date as they are written to its days: the rules of the eras."""

from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple

from koryu_cli.wareki.eras import FIRST_GREGORIAN_DAY, Era, era_of
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.formatting import format_day, format_year, weekday
from koryu_cli.wareki.spans import Precision, Span

Unit = Literal["day", "third", "month", "year", "fiscal_year", "decade", "era"]

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
    """A year as it is written: its number in an era, or a Gregorian one; and its token."""

    era: Era | None
    number: int
    place: int

    @property
    def year(self) -> int:
        """The Gregorian year."""
        return self.era.year(self.number) if self.era else self.number

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
    name = point.names[0]
    year = name.year
    for other in point.names:
        _check_year(other)
        if other.year != year:
            raise Fault(other.place, other.place, f"{name}は{year}年で、{other}と合いません")
    if point.unit == "era" and name.era:
        return Span(name.era.start, name.era.end, "era")
    start, end = _days(point, year)
    if point.unit == "fiscal_year":
        return Span(start, end, "fiscal_year", _notice(point, start))
    return _clip(point, start, end)


def _check_year(name: YearName) -> None:
    if name.era is None:
        if name.number >= FIRST_GREGORIAN_DAY.year:
            return
    elif not 1 <= name.number <= LAST_ERA_YEAR:
        reason = (
            "年は元年（1年）からです" if name.number < 1 else f"{LAST_ERA_YEAR}年より後の年です"
        )
        raise Fault(name.place, name.place, reason)
    elif name.year >= FIRST_GREGORIAN_DAY.year:
        return
    raise Fault(
        name.place,
        name.place,
        "明治5年（1872年）までの日本の暦は太陰太陽暦なので、西暦の日付に直せません",
    )


def _days(point: Point, year: int) -> tuple[date, date]:
    """Return the first and last days, as if the era of the year went on for ever."""
    month = point.month
    if point.unit in ("day", "third", "month"):
        if not 1 <= month <= 12:
            raise Fault(point.first, point.last, f"{month}月という月はありません", kind="month")
        length = monthrange(year, month)[1]
        if point.unit == "day":
            if not 1 <= point.day <= length:
                reason = f"{year}年{month}月は{length}日までで、{point.day}日はありません"
                raise Fault(point.first, point.last, reason, kind="day")
            day = date(year, month, point.day)
            return day, day
        if point.unit == "third":
            last = length if point.day == 21 else point.day + 9
            return date(year, month, point.day), date(year, month, last)
        return date(year, month, 1), date(year, month, length)
    if point.unit == "fiscal_year":
        return date(year, 4, 1), date(_in_range(point, year + 1), 3, 31)
    if point.unit == "decade":
        number = point.names[0].number
        if number % 10:
            reason = "年代は10年ごとです"
            raise Fault(point.first, point.last, reason, suggestion=_decade(point.names[0]))
        return date(year, 1, 1), date(_in_range(point, year + 9), 12, 31)
    return date(year, 1, 1), date(year, 12, 31)


def _in_range(point: Point, year: int) -> int:
    if year > date.max.year:
        raise Fault(point.first, point.last, f"{date.max.year}年より後の年です")
    return year


def _decade(name: YearName) -> str | None:
    start = name.number // 10 * 10
    return f"{name.era.name if name.era else ''}{start}年代" if start else None


def _clip(point: Point, start: date, end: date) -> Span:
    """Cut the days to the eras that are named; what two eras have is added up."""
    precision = _PRECISIONS[point.unit]
    eras = [name.era for name in point.names if name.era]
    within = [era for era in eras if era.start <= end and (era.end is None or start <= era.end)]
    if within:
        first = max(start, min(era.start for era in within))
        last = end
        if all(era.end for era in within):
            last = min(end, max(era.end for era in within if era.end))
        return Span(first, last, precision)
    for era in eras:
        if end < era.start:
            reason = f"{era.name}は{format_day(era.start)}からです"
            raise Fault(point.first, point.last, reason, suggestion=_name(point, start))
    return Span(start, end, precision, _notice(point, start))


def _notice(point: Point, start: date) -> str | None:
    """Return the remark that a date is past the end of every era that it names."""
    eras = [name.era for name in point.names if name.era]
    if not eras or any(era.end is None or start <= era.end for era in eras):
        return None
    era = eras[-1]
    return (
        f"{era.name}は{format_year(era, era.end.year)}までなので、"  # type: ignore[union-attr]
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
