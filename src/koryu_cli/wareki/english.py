"""Dates in English: May 23, 2012; 23 May 2012; May 23 10:54:37 2012."""

from koryu_cli.language import _
from koryu_cli.wareki.dates import DateReader
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.spelling import Point, YearName
from koryu_cli.wareki.words import Kind
from koryu_cli.wareki.years import LEAST_GREGORIAN_YEAR

_JOINTS: tuple[Kind, ...] = (".", "、", "-", "/")
"""What may stand between the parts."""


def read_english(reader: DateReader) -> Point | None:
    """Read a date in English at the reader's position; None if there is none.

    Raises:
        Fault: its year is missing.
    """
    first = reader.position
    names: tuple[YearName, ...] = ()
    number = reader.tokens[reader.position]
    if number.kind == "number" and number.number >= LEAST_GREGORIAN_YEAR:
        names = (reader.year_name(),)
        _skip_joints(reader)
    day = _day(reader)
    _skip_joints(reader)
    month = reader.tokens[reader.position]
    if not reader.skip("month name"):
        reader.position = first
        return None
    _skip_joints(reader)
    day = day or _day(reader)
    reader.skip("time")
    if not names:
        _skip_joints(reader)
        names = _year(reader)
    return reader.made(first, names, "day" if day else "month", month.number, day)


def _year(reader: DateReader) -> tuple[YearName, ...]:
    if reader.tokens[reader.position].kind == "end":
        raise Fault(reader.position, reader.position, _("年がありません"), kind="no year")
    return reader.with_other_names(reader.year_name())


def _day(reader: DateReader) -> int:
    """Read the number of a day, 23 or 23rd; 0 if there is none."""
    day = reader.tokens[reader.position]
    if day.kind != "number" or day.number >= LEAST_GREGORIAN_YEAR:
        return 0
    reader.position += 1
    while reader.skip("ordinal"):
        pass
    return day.number


def _skip_joints(reader: DateReader) -> None:
    while any(map(reader.skip, _JOINTS)):
        pass
