"""Which columns of a table hold the date of an agreement, by what stands in them."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import Any

from koryu_cli.ledger.above import DITTO_MARKS
from koryu_cli.ledger.cells import date_in, says_nothing
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.date_parts import ERA_HEADINGS, are_eras_of, units_in
from koryu_cli.ledger.sheet import Row, texts_in
from koryu_cli.ledger.year_last import First, first_in
from koryu_cli.places.lookup import key

_UNITS = re.compile("年月日|年月|月日|年度|年|日付|日|西暦|和暦|year|date")
"""What the date of something is called."""


def with_dates(
    columns: Columns, names: Sequence[str], rows: Sequence[Row], mapped: Collection[str]
) -> Columns:
    """Return columns with what their cells tell of dates.

    Args:
        columns: what they hold by their headings.
        names: the headings, "" where a column has none.
        rows: the rows below the headings.
        mapped: the fields of which it is said which column holds them.
    """
    columns = _with_date_in_parts(columns, names, rows)
    if "date" not in mapped:
        columns = _with_more_exact_dates(columns, rows)
        columns = columns._replace(dates=_dates(columns))
    columns = _with_years(columns, rows)
    return columns._replace(first_in_dates=_first_in_dates(columns, rows))


def _with_date_in_parts(columns: Columns, names: Sequence[str], rows: Sequence[Row]) -> Columns:
    """Return columns of which those behind the date hold parts of it, if that is what they hold.

    Its heading then stands above them all, as that of merged cells: 提携年月日 | | above
    昭和34 | 11 | 17, or above 昭和 | 34 | 11 | 17. One before it may hold its era.
    """
    first = columns.fields.get("date")
    if first is None or columns.date_parts:
        return columns
    if _has_era_before(columns, first, rows):
        other = {index: name for index, name in columns.other.items() if index != first - 1}
        return columns._replace(date_parts={first - 1: "", first: ""}, other=other)
    unnamed = takewhile(lambda index: not names[index], range(first + 1, len(names)))
    indexes = [first, *unnamed]
    units = units_in([texts_in(rows, index) for index in indexes])
    if not units:
        return columns
    parts = dict(zip(indexes, units, strict=True))
    other = {index: heading for index, heading in columns.other.items() if index not in parts}
    return columns._replace(date_parts=parts, other=other)


def _has_era_before(columns: Columns, date: int, rows: Sequence[Row]) -> bool:
    """Tell whether a column without a field has the eras of the dates in the one behind it."""
    before = date - 1
    if key(columns.other.get(before, "")) not in ERA_HEADINGS:
        return False
    dates, eras = (
        [text for text in texts_in(rows, index) if text not in DITTO_MARKS]
        for index in (date, before)
    )
    return are_eras_of(dates, eras)


def _with_years(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which that under 年 is the date, if there is no other and it has years."""
    index = next((each for each, heading in columns.other.items() if key(heading) == "年"), None)
    if "date" in columns.fields or index is None:
        return columns
    found = [date_in(text) for text in texts_in(rows, index) if not says_nothing(text)]
    precisions = {None if each.notice else (each.value or {}).get("precision") for each in found}
    return columns.with_field("date", index) if precisions == {"year"} else columns


def _with_more_exact_dates(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which another one holds the date, if it has days or months of its years.

    Both are dates of the same: 提携年 before 提携年月日, and 西暦 before 和暦.
    """
    first = columns.fields.get("date")
    if first is None or columns.date_parts:
        return columns
    what = _of_what(columns.headings[first])
    for index in columns.other:
        found = columns.meaning(index)
        is_date = found is not None and found.fields[0] == "date"
        if not is_date or _of_what(columns.headings[index]) != what:
            continue
        both = [
            (_date(row.cell(first)), _date(row.cell(index)))
            for row in rows
            if row.cell(first).strip() and row.cell(index).strip()
        ]
        if both and all(_is_more_exact(day, year) for year, day in both):
            return columns.without_field("date").with_field("date", index)
    return columns


def _of_what(heading: str) -> str:
    """Return of what a heading says that it is the date: 提携 for 提携年 and 提携年月日."""
    return _UNITS.sub("", key(heading))


def _date(text: str) -> Mapping[str, Any]:
    return date_in(text).value or {}


def _is_more_exact(exact: Mapping[str, Any], year: Mapping[str, Any]) -> bool:
    """Tell whether a date is a day or a month of a year."""
    is_exact = exact.get("precision") in ("day", "month") and year.get("precision") == "year"
    return is_exact and str(exact["start"])[:4] == str(year["start"])[:4]


def _dates(columns: Columns) -> list[int]:
    """Return the columns without a field whose headings mean the date of an agreement."""
    meanings = {index: columns.meaning(index) for index in columns.other}
    return [index for index, found in meanings.items() if found and found.fields == ("date",)]


def _first_in_dates(columns: Columns, rows: Sequence[Row]) -> dict[int, First]:
    """Return what stands first in dates whose year stands last, by the columns that tell it."""
    indexes = {*columns.dates, columns.fields.get("date", -1)} - {-1}
    found = {index: first_in(texts_in(rows, index)) for index in sorted(indexes)}
    return {index: first for index, first in found.items() if first}
