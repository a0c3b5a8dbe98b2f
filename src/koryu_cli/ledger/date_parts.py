"""Dates that stand in several cells of a row: 年 | 月 | 日."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.headings import meaning
from koryu_cli.places.lookup import key
from koryu_cli.wareki.eras import ERAS

_IN_BRACKETS = "（年）"
"""The unit of the year in the other calendar: 1980年（昭和55年）11月18日."""
_ORDERS = (
    ["年", "月", "日"],
    ["年", "月日"],
    ["年", "月"],
    ["日", "月", "年"],
    ["月", "日", "年"],
    ["年", _IN_BRACKETS, "月", "日"],
    ["年", _IN_BRACKETS, "月日"],
)
"""The units of what stands in columns side by side."""
_NAMES = {
    **dict.fromkeys(("西暦", "年西暦", "和暦", "年和暦", "year"), "年"),
    "month": "月",
    "day": "日",
}
"""Ends of headings that are no units, and the units that they stand for."""
UNITS = ("年", "月日", "月", "日")
"""Headings of the parts of a date, of which those above them say which date it is."""
_SEQUENCE = ("年", _IN_BRACKETS, "月日", "月", "日")
"""The units in the order in which a date has them."""
_HEADING = re.compile(f"(.*?)({'|'.join([*_NAMES, '月日', '年', '月', '日'])})")
ERA_HEADINGS = ("元号", "年号", "和暦")
"""Headings of columns that hold the era of the date behind them."""
_ERAS = {key(word) for era in ERAS for word in (era.name, era.name[0], era.letter)}
_ERA_IN_BRACKETS = re.compile(f"[(（]({'|'.join(era.name for era in ERAS)})[)）]")
_WITHOUT_ERA = re.compile(
    r"(?:[\d〇一二三四五六七八九十]{1,3}|元)\s*(?:[年./／．・-].*)?", re.DOTALL
)
"""A date that begins with the year of an era: 34.11.17, 34年11月17日."""
_WITHOUT_UNIT = re.compile(r"(?!.*\d\s*[年./／-]\s*\d).*[\d〇一二三四五六七八九十元][)）]?")
_YEAR = re.compile(r"\D*(?:\d{1,4}|元)?\s*年?")
_PART = re.compile(r"\d{1,2}[年月日]?|元年?")
_WHOLE = re.compile(r"(?<=\d)\.0$")
"""What a database writes behind a whole number."""
_MONTH_IN_WORDS = re.compile(r"[A-Za-z]+\.?")
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*[./／．-]\s*(\d{1,2})")


def date_parts(headings: Sequence[str]) -> dict[int, str]:
    """Return the columns side by side that hold the parts of a date, and the unit of each.

    They are called by their indexes from 0, the year first; there are none if no such headings
    stand together: 年 | 月 | 日, 提携年 | 提携月 | 提携日, 年 | 月日, 元号 | 年 | 月 | 日,
    西暦 | 和暦 | 月日, Day | Month | Year.
    """
    keys = [*map(key, headings)]
    for first in range(len(keys)):
        for order in _ORDERS:
            prefix, units = _prefix_and_units(keys[first : first + len(order)])
            if units != order:
                continue
            if prefix and not any(map(_is_of_agreement, headings[first : first + len(order)])):
                continue
            parts = sorted(enumerate(units, first), key=lambda part: _SEQUENCE.index(part[1]))
            has_era = first > 0 and keys[first - 1] in ERA_HEADINGS
            return dict([(first - 1, ""), *parts] if has_era else parts)
    return {}


def _prefix_and_units(keys: Sequence[str]) -> tuple[str, list[str]]:
    """Return what the keys of headings begin with, and their units; none without all of these.

    What the first begins with may be left out of the others: 提携年 | 月 | 日.
    """
    prefix, names = "", []
    for index, each in enumerate(keys):
        if not (found := _HEADING.fullmatch(each)) or (index and found[1] not in ("", prefix)):
            return prefix, []
        prefix = found[1] or prefix
        names.append(found[2])
    units = [_NAMES.get(name, name) for name in names]
    if {name[-2:] for name in names[:2]} == {"西暦", "和暦"}:
        units[1] = _IN_BRACKETS
    return prefix, units


def _is_of_agreement(heading: str) -> bool:
    """Tell whether a heading means the date of an agreement (提携年), not another one (設置年)."""
    found = meaning(heading)
    return found is not None and found.fields[0] == "date"


def units_in(columns: Sequence[Sequence[str]]) -> list[str]:
    """Return the units of a date's column and those behind it, by what stands in them.

    Args:
        columns: what stands in the cells of each that are not blank.

    Returns:
        A unit for each column, "" for an era; none if they hold no parts of a date.
    """
    years, *others = columns
    texts = [*chain.from_iterable(others)]
    are_parts = texts and all(map(_YEAR.fullmatch, years)) and all(map(_PART.fullmatch, texts))
    return ["", "年", "月", "日"][-len(columns) :] if are_parts and len(others) in (2, 3) else []


def are_eras_of(dates: Sequence[str], eras: Sequence[str]) -> bool:
    """Tell whether some cells hold the eras of the dates in the cells behind them: 昭和 | 34.11.17.

    Args:
        dates: what stands in the cells of the dates that are not blank; none may have an era.
        eras: what stands in those before them.
    """
    numbered = [date for date in dates if any(map(str.isnumeric, date))]  # 不明 is no date
    are_without = bool(numbered) and all(map(_WITHOUT_ERA.fullmatch, numbered))
    return are_without and all(key(era) in _ERAS for era in eras)


def with_era_of(heading: str, text: str) -> str:
    """Return a date without an era with that in its heading: 34.11.17 under 提携年月日（昭和）."""
    era = _ERA_IN_BRACKETS.search(heading)
    return era[1] + text if era and _WITHOUT_ERA.fullmatch(text) else text


def joined(cells: Iterable[tuple[str, str]]) -> str:
    """Return a date whose parts stand in several cells as one text, or "" without any of them.

    Args:
        cells: the parts, each with its unit, which may stand in the cell too.
    """
    parts = [(_part(cell), unit) for cell, unit in cells]
    if any(unit == "月" and _MONTH_IN_WORDS.fullmatch(part) for part, unit in parts):
        return " ".join(part for part, _unit in parts if part)
    text = ""
    for part, unit in parts:
        if unit == _IN_BRACKETS:
            year = _with_unit(part, "年")
            text += f"（{year}）" if text and year else year
        else:
            text += _with_unit(part, unit)
    return text


def _part(cell: str) -> str:
    return "" if says_nothing(cell) else _WHOLE.sub("", cell.strip())


def _with_unit(part: str, unit: str) -> str:
    if unit == "月日":
        month_and_day = _MONTH_AND_DAY.fullmatch(part)
        return f"{month_and_day[1]}月{month_and_day[2]}日" if month_and_day else part
    return part + (unit if _WITHOUT_UNIT.fullmatch(part) else "")
