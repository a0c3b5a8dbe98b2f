"""What in running text is a date, and not a number, a duration or a part of a name."""

import re
from collections.abc import Callable

from koryu_cli.wareki.numerals import CHARACTERS
from koryu_cli.wareki.running import Text
from koryu_cli.wareki.spelling import Point
from koryu_cli.wareki.words import Kind

# A number of four digits is a year only among these, so that 3000年 is left alone.
_GREGORIAN_YEARS = range(1000, 2200)
_LAST_ROUND_DURATION = 1500
_SEPARATORS: frozenset[Kind] = frozenset({".", "/", "-", "・"})
_YEAR_UNITS: frozenset[Kind] = frozenset({"年", "年度", "年代"})
_PART_OF_A_CODE = re.compile(r"[0-9A-Za-z./_\-]")
_AROUND_A_RANGE = re.compile(r"[「『【〔\[〈《()」』】〕\]〉》、。 \n]")
_DASHES = "-‐‑−－ー‒–—―─━"
_NUMBER = rf"[0-9{CHARACTERS}]{{1,4}}\ ?"
_JOINT = r"(?:[、・,とや]|及び|および)\ ?"
_LISTED_YEAR = re.compile(rf"\ ?(?:{_JOINT}{_NUMBER}){{1,9}}年")
_LUNISOLAR_YEAR = re.compile(rf"\((?:明治|慶応|安政)\ ?[元0-9{CHARACTERS}]{{1,2}}\)\ ?年")
_LENGTH = r"間|以[上下内]|未満|余|程|ほど|[くぐ]らい|弱|強(?!化)|目|おき|ごと|ぶり|もの"
_TIME = re.compile(rf"(?:{_NUMBER}{_JOINT}){{0,9}}{_NUMBER}[年月]\ ?(?:{_LENGTH})")
_YEARS_LONG = re.compile(
    rf"{_LENGTH}|来|続|前(?![後半期])|後(?![半期])|に(?:わた|渡|及)|の(?:歴史|伝統|歳月|年月|月日|時)"
)
_BEHIND_A_YEAR = re.compile(rf"に(?!\ ?{_NUMBER})|[・~\-]|{_AROUND_A_RANGE.pattern}|\Z")
_NOW = re.compile(r"\ ?(?:現在|今日|今に|今も)")
_PART_OF_AN_ERA = re.compile(r"の?(?:[初前中後末]期|初[頭め]|はじめ|始め|半ば|終わり|末)")
_ABOUT = re.compile(r"(?:約|およそ|ほぼ|過去|数)\ ?\Z")


def starts_alone(text: Text, first: int) -> bool:
    """Return whether a bracket, a stop or a blank stands before a token."""
    return _AROUND_A_RANGE.match(text.before(first)) is not None


def ends_alone(text: Text, last: int) -> bool:
    """Return whether a bracket, a stop or a blank stands after a token."""
    return _AROUND_A_RANGE.match(text.after(last)) is not None


def leaves_end_open(text: Text, last: int) -> bool:
    """Return whether the mark of a range, the last token, has no end on purpose: （平成6年～）.

    A dash between blanks parts a date from what is told of it: 1889年10月1日 - 開業.
    """
    if text.tokens[last].kind == "/":
        return False
    is_dash = text.original[text.starts[last]] in _DASHES
    if is_dash and text.before(last) == text.after(last) == " ":
        return False
    return ends_alone(text, last) or _NOW.match(text.folded, text.ends[last]) is not None


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
    """Return whether a year is without 年.

    That may be its own (平成24年), of the end of its range (6～11年), of a later year in a list
    (2008・2009年) or behind the year of a lunisolar calendar (1869（明治2）年). A year in two
    calendars does without: 2024（令和6）.
    """
    if point.unit != "year" or len(point.names) > 1:
        return False
    written = text.tokens[point.first : last + 1]
    has_unit = any(token.kind in _YEAR_UNITS for token in written)
    end = text.ends[last]
    return not (
        has_unit or _LISTED_YEAR.match(text.folded, end) or _LUNISOLAR_YEAR.match(text.folded, end)
    )


def _is_separated(text: Text, point: Point) -> bool:
    """Return whether a date has separators instead of units: 24.5.23."""
    return point.unit in ("day", "month") and text.tokens[point.last - 1].kind in _SEPARATORS


def _is_code(text: Text, first: int, last: int) -> bool:
    """Return whether figures or letters go on before or after some tokens."""
    around = (text.before(first), text.after(last))
    return any(map(_PART_OF_A_CODE.match, around))


def _judge_era(text: Text, point: Point, last: int) -> bool:
    if point.unit == "era":
        return text.tokens[point.last].kind == "period"
    if point.unit == "day" and _is_separated(text, point):
        return not _is_code(text, point.first, last)
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
    return not _is_round_duration(text, point) and not _PART_OF_A_CODE.match(
        text.before(point.first)
    )


def _is_round_duration(text: Text, point: Point) -> bool:
    """Return whether a year is rather a length of time: 2000年にわたる, 1300年の."""
    year = point.names[0].year
    if point.unit != "year" or year % 100 or len(point.names) > 1:
        return False
    start, end = text.starts[point.first], text.ends[point.last]
    about = _ABOUT.search(text.folded[max(0, start - 4) : start])
    return year <= _LAST_ROUND_DURATION or bool(about or _YEARS_LONG.match(text.folded, end))


_JUDGES: dict[Kind, Callable[[Text, Point, int], bool]] = {
    "era": _judge_era,
    "abbreviation": _judge_abbreviation,
    "gregorian": _judge_gregorian,
    "number": _judge_number,
}


def is_length_of_time(text: Text, first: int) -> bool:
    """Return whether numbers of years or months that begin at a token count them: 3、4月程度."""
    return _TIME.match(text.folded, text.starts[first]) is not None


def is_part_named(text: Text, last: int) -> bool:
    """Return whether a part of an era is meant that has no certain days: 平成初期."""
    return _PART_OF_AN_ERA.match(text.folded, text.ends[last]) is not None


def ends_year_in_list(text: Text, joint: int, last: int) -> bool:
    """Return whether a year after the token `joint` is one of a list, not a length of time.

    20年、22年に and 2年・3年の are years, 3年、20年の契約 may be either.
    """
    if text.tokens[last].kind == ")":
        return True
    if text.folded[text.starts[joint]] not in "、,":
        return not _YEARS_LONG.match(text.folded, text.ends[last])
    return _BEHIND_A_YEAR.match(text.folded, text.ends[last]) is not None


def ends_year_in_range(text: Text, last: int) -> bool:
    """Return whether a range ends with a year (20年から24年の間), not a length of time.

    20年から24年が経過 goes on from the one year for the length of the other.
    """
    is_length = _YEARS_LONG.match(text.folded, text.ends[last])
    return not is_length and text.after(last) not in "がをも"
