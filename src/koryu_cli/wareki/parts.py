"""The parts of a year, a month and so on: 末, 前半, 第1四半期, 春.

A word for a part has no sharp edges. Where two readings are possible the wider one is taken, so
that the day meant is within it: 3月末 is 21 to 31 March, 年末 is December, 初頭 the first three
months, 半ば the middle third.
"""

from datetime import date

from koryu_cli.wareki.eras import month_length
from koryu_cli.wareki.spelling import Unit

_OF_A_YEAR = {
    "初頭": (0, 3),
    "前半": (0, 6),
    "半ば": (4, 4),
    "後半": (6, 6),
    "末": (11, 1),
    "第1四半期": (0, 3),
    "第2四半期": (3, 3),
    "第3四半期": (6, 3),
    "第4四半期": (9, 3),
}
"""Months from its first, and how many."""
_OF_A_DECADE = {"初頭": (0, 3), "前半": (0, 5), "半ば": (4, 3), "後半": (5, 5), "末": (7, 3)}
"""Years from its first, and how many."""
_OF_A_MONTH = {"初頭": (1, 10), "前半": (1, 15), "半ば": (11, 20), "後半": (16, 31), "末": (21, 31)}
"""First day and last."""
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
"""First month; the winter of a year goes on into the next."""
_DAYS = {"元日": (1, 1), "大晦日": (12, 31)}
_LAST_DAY = "末日"
_FIRST_DAY = "朔日"

NAMES: dict[Unit, frozenset[str]] = {
    "month": frozenset({*_OF_A_MONTH, _LAST_DAY, _FIRST_DAY}),
    "year": frozenset({*_OF_A_YEAR, *_SEASONS, *_DAYS, _LAST_DAY}),
    "fiscal_year": frozenset({*_OF_A_YEAR, *_SEASONS, _LAST_DAY}),
    "decade": frozenset(_OF_A_DECADE),
}
"""The parts that there are of each unit."""


def part_of(name: str, whole: Unit, start: date, end: date) -> tuple[date, date]:
    """Return the first and last days of a part.

    Args:
        name: the part, one of those of `NAMES[whole]`.
        whole: what it is a part of.
        start: the first day of the whole.
        end: its last day.

    Raises:
        ValueError: it goes on beyond the year 9999.
    """
    if name == _LAST_DAY:
        return end, end
    if name == _FIRST_DAY:
        return start, start
    if name in _DAYS:
        day = start.replace(month=_DAYS[name][0], day=_DAYS[name][1])
        return day, day
    if whole == "month":
        first, last = _OF_A_MONTH[name]
        return start.replace(day=first), start.replace(day=min(last, end.day))
    if whole == "decade":
        years, length = _OF_A_DECADE[name]
        first_year = start.year + years
        return date(first_year, 1, 1), date(first_year + length - 1, 12, 31)
    if name in _SEASONS:
        first_day, last_day = _months(date(start.year, 1, 1), _SEASONS[name] - 1, 3)
        return max(first_day, start), last_day
    return _months(start, *_OF_A_YEAR[name])


def _months(start: date, offset: int, length: int) -> tuple[date, date]:
    """Return the first and last days of some months, from `offset` months after the first."""
    years, month = divmod(start.month - 1 + offset, 12)
    first = date(start.year + years, month + 1, 1)
    years, month = divmod(first.month - 2 + length, 12)
    year = first.year + years
    return first, date(year, month + 1, month_length(year, month + 1))
