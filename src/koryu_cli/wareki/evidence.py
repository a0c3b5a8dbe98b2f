"""What in running text is a date, and not a number, a duration or a part of a name."""

import re
from collections.abc import Callable

from koryu_cli.wareki.reckoning import Point
from koryu_cli.wareki.running import Text
from koryu_cli.wareki.tokens import Kind

# A number of four digits is a year only among these, so that 3000年 is left alone.
_GREGORIAN_YEARS = range(1873, 2200)
_UNITS: frozenset[Kind] = frozenset({"年", "年度", "年代", "月", "日", "third", "period"})
_YEAR_UNITS: frozenset[Kind] = frozenset({"年", "年度", "年代"})
_NUMERIC: frozenset[Kind] = frozenset({"number", "年", "年度", "月", "日", ".", "/", "-", "・"})
_PART_OF_A_CODE = re.compile(r"[0-9A-Za-z./_\-]")
_OTHER_YEAR = re.compile(r"(?:毎|例|隔|翌|前|昨|来|各|近)年[ 、の]?\Z")
_AROUND_A_RANGE = re.compile(r"[「『【〔\[〈《()」』】〕\]〉》、。 \n]")


def starts_alone(text: Text, first: int) -> bool:
    """Return whether a bracket, a stop or a blank stands before a token."""
    return _AROUND_A_RANGE.match(text.before(first)) is not None


def ends_alone(text: Text, last: int) -> bool:
    """Return whether a bracket, a stop or a blank stands after a token."""
    return _AROUND_A_RANGE.match(text.after(last)) is not None


def is_evident(text: Text, point: Point, last: int) -> bool:
    """Return whether a reader takes a date for one.

    Args:
        text: where it stands.
        point: the date, or the first one of a range.
        last: the last token of all that belongs to the date.
    """
    judge = _JUDGES.get(text.tokens[point.first].kind)
    return judge is not None and judge(text, point, last)


def _is_bare(text: Text, point: Point, last: int) -> bool:
    """Return whether a year is without 年, of its own (平成24) or of the range's end (6～11年)."""
    has_unit = text.tokens[point.last].kind in _UNITS or text.tokens[last].kind in _UNITS
    return point.unit == "year" and not has_unit


def _is_separated(text: Text, point: Point) -> bool:
    """Return whether a date has separators instead of units: 24.5.23."""
    return point.unit in ("day", "month") and text.tokens[point.last - 1].kind in (
        ".",
        "/",
        "-",
        "・",
    )


def _is_code(text: Text, first: int, last: int) -> bool:
    """Return whether figures or letters go on before or after some tokens."""
    around = (text.before(first), text.after(last))
    return any(map(_PART_OF_A_CODE.match, around))


def _judge_era(text: Text, point: Point, last: int) -> bool:
    if point.unit == "era":
        return text.tokens[point.last].kind == "period"
    if _is_bare(text, point, last) or _is_separated(text, point):
        return not text.after(last).isalnum() and not _is_code(text, point.first, last)
    return True


def _judge_abbreviation(text: Text, point: Point, last: int) -> bool:
    before = text.before(point.first)
    if _PART_OF_A_CODE.match(before) or "一" <= before <= "鿿" or _is_bare(text, point, last):
        return False
    if _is_separated(text, point):
        return point.unit == "day" and not _is_code(text, point.first, last)
    if point.unit == "year":  # R3年 but not 大3年, T2年生
        letter = text.folded[text.starts[point.first]].isascii()
        return letter and text.tokens[point.last + 1].kind != "count"
    return True


def _judge_gregorian(text: Text, point: Point, last: int) -> bool:
    return not (_is_bare(text, point, last) and text.after(last).isalnum())


def _judge_number(text: Text, point: Point, last: int) -> bool:
    if point.names[0].year not in _GREGORIAN_YEARS or _is_bare(text, point, last):
        return False
    if _is_separated(text, point):
        return point.unit == "day" and not _is_code(text, point.first, last)
    duration = point.unit == "year" and text.tokens[point.last + 1].kind == "count"
    return not duration and not _PART_OF_A_CODE.match(text.before(point.first))


_JUDGES: dict[Kind, Callable[[Text, Point, int], bool]] = {
    "era": _judge_era,
    "abbreviation": _judge_abbreviation,
    "gregorian": _judge_gregorian,
    "number": _judge_number,
}


def is_month_of_earlier_year(text: Text, place: int) -> bool:
    """Return whether a month without a year may take one from an earlier date.

    毎年10月 and 翌年3月 may not, 同年3月 may.
    """
    start = text.starts[place]
    before = text.folded[max(0, start - 4) : start]
    if before.endswith("同年"):
        return True
    after_a_number = place > 0 and text.tokens[place - 1].kind in _NUMERIC
    return not after_a_number and not _OTHER_YEAR.search(before)


def ends_year_in_list(text: Text, last: int) -> bool:
    """Return whether the last token, 年, ends a year of a list (20年、22年に), not a duration."""
    if text.after(last) == "に":
        return text.tokens[min(last + 2, len(text.tokens) - 1)].kind != "number"
    return text.after(last) in "・~-" or ends_alone(text, last)
