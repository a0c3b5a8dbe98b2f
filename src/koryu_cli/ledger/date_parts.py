"""Dates that stand in several cells of a row: 年 | 月 | 日."""

import re
from collections.abc import Iterable, Sequence

from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.headings import meaning
from koryu_cli.places.lookup import key

_PARTS = (
    (["年", "月", "日"], ["年", "月", "日"]),
    (["年", "月日"], ["年", "月日"]),
    (["年", "月"], ["年", "月"]),
    (["year", "month", "day"], ["年", "月", "日"]),
)
"""The ends of the headings of columns side by side, and the units of what stands in them."""
UNITS = ("年", "月", "日", "月日")
"""Headings of the parts of a date, of which those above them say which date it is."""
_ERA = ("元号", "年号")
_ENDS_WITH_NUMBER = re.compile(r"[\d〇一二三四五六七八九十元][)）]?$")
_WHOLE = re.compile(r"(?<=\d)\.0$")
"""What a database writes behind a whole number."""
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*[./／．-]\s*(\d{1,2})")


def date_parts(headings: Sequence[str]) -> dict[int, str]:
    """Return the columns side by side that hold the parts of a date, and the unit of each.

    They are called by their indexes from 0; there are none if no such headings stand together:
    年 | 月 | 日, 提携年 | 提携月 | 提携日, 年 | 月日, 元号 | 年 | 月 | 日, Year | Month | Day.
    """
    keys = [*map(key, headings)]
    for first in range(len(keys)):
        for ends, units in _PARTS:
            found = keys[first : first + len(ends)]
            prefix = found[0].removesuffix(ends[0])
            if [each.removeprefix(prefix) for each in found] != ends:
                continue
            if not prefix or _is_of_agreement(headings[first]):
                parts = dict(enumerate(units, first))
                return {first - 1: "", **parts} if first and keys[first - 1] in _ERA else parts
    return {}


def _is_of_agreement(heading: str) -> bool:
    """Tell whether a heading means the date of an agreement (提携年), not another one (設置年)."""
    found = meaning(heading)
    return found is not None and found.fields[0] == "date"


def joined(cells: Iterable[tuple[str, str]]) -> str:
    """Return a date whose parts stand in several cells as one text, or "" without any of them.

    Args:
        cells: the parts, each with its unit, which may stand in the cell too.
    """
    text = ""
    for cell, unit in cells:
        part = "" if says_nothing(cell) else _WHOLE.sub("", cell.strip())
        if unit == "月日":
            month_and_day = _MONTH_AND_DAY.fullmatch(part)
            text += f"{month_and_day[1]}月{month_and_day[2]}日" if month_and_day else part
        else:
            text += part + (unit if _ENDS_WITH_NUMBER.search(part) else "")
    return text
