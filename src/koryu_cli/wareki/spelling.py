"""A date in words again, as it was read: all its parts, in their usual form."""

from datetime import date
from typing import Literal, NamedTuple

from koryu_cli.wareki.eras import Era, era_of
from koryu_cli.wareki.formatting import format_day, format_year

Unit = Literal["day", "third", "month", "year", "fiscal_year", "decade", "era"]

_THIRDS = {1: "上旬", 11: "中旬", 21: "下旬"}


class YearName(NamedTuple):
    """A year as it is written, its number in an era or a Gregorian one; what it is; its token."""

    era: Era | None
    number: int
    year: int
    place: int

    def __str__(self) -> str:
        if self.era:
            return format_year(self.era, self.year)
        return f"{self.number}年" if self.number >= 1000 else f"西暦{self.number}年"


class Point(NamedTuple):
    """A date as it is written, without a second end; `first` and `last` are its tokens.

    `part` is the part of it that is meant (末), "" where all of it is.
    """

    names: tuple[YearName, ...]
    unit: Unit
    month: int
    day: int
    first: int
    last: int
    part: str = ""


def spell(point: Point) -> str:
    """Return a date with all its parts: 平成24年5月23日, 平成31（2019）年度, 1990年代末."""
    name, *others = map(str, point.names)
    era = point.names[0].era
    if point.unit == "era" and era:
        return era.name
    head = (
        f"{name[:-1]}（{'・'.join(other.rstrip('年') for other in others)}）年" if others else name
    )
    return head + _rest(point, point.month, point.day) + point.part


def in_its_era(point: Point, start: date) -> str:
    """Return a date that begins on a day with the name of the era that this day is in."""
    if point.unit == "day":
        return format_day(start)
    year = point.names[0].year
    if point.unit == "decade":
        return format_year(era_of(start), start.year)
    return format_year(era_of(start), year) + _rest(point, start.month, start.day) + point.part


def _rest(point: Point, month: int, day: int) -> str:
    """Return what stands behind the 年 of a date."""
    match point.unit:
        case "day":
            return f"{month}月{day}日"
        case "third":
            return f"{month}月{_THIRDS[day]}"
        case "month":
            return f"{month}月"
        case "fiscal_year":
            return "度"
        case "decade":
            return "代"
        case _:
            return ""
