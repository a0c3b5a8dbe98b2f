"""What was probably meant by an expression that is not understood."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from difflib import SequenceMatcher

from koryu_cli.wareki.characters import fold
from koryu_cli.wareki.eras import ERAS
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.grammar import read
from koryu_cli.wareki.now import today

_NUMERALS = "0-9元一二三四五六七八九十〇"
_WORD_BEFORE_A_NUMBER = re.compile(rf"[^\W{_NUMERALS}]{{1,10}}+(?=\ *[{_NUMERALS}])")
_NAMES = {name: era.name for era in ERAS for name in (era.name, *era.readings)}
_WORD = re.compile(r"\w")
_APOSTROPHES = ("'", "‘", "’")
_LEAST_LIKENESS = 0.5
_MOST = 2
_LONGEST = 60  # characters of what could be meant as a date
_NEAR_FUTURE = timedelta(days=366)
_YEAR_LAST = re.compile(r"(?<![0-9])(?:([0-9]{1,2})[./-])?([0-9]{1,2})[./-]([0-9]{4})")
_DASHES = re.compile(r"([0-9]{4})~([0-9]{1,2})~([0-9]{1,2})(?![0-9])")
_LIST = re.compile(r"([0-9]+)(?:[・、,][0-9]+)*[・、,]([0-9]+)")
_NUMBERS = re.compile(r"[0-9]+(?:[./・-][0-9]+)+")
_END_OF_RANGE = re.compile(r"([0-9]{4})[-/]([0-9]{2})(?:年度?)?")
_SIX_FIGURES = re.compile("([0-9]{2})([0-9]{2})([0-9]{2})")
_MONTH_LAST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")


def suggest(expression: str, start: int, end: int, kind: str) -> str | None:
    """Return what can be read and was likely meant, up to two of them; None if nothing is likely.

    Args:
        expression: what is not understood, folded.
        start: where in it the fault begins.
        end: where it ends.
        kind: the kind of fault that the grammar found.
    """
    sought = _BY_KIND.get(kind)
    if sought is None or len(expression) > _LONGEST:
        return None
    latest = today() + _NEAR_FUTURE
    readings = dict.fromkeys(sought(expression, start, end))
    likely = [reading for reading in readings if _is_likely(reading, latest)]
    return " / ".join(likely[:_MOST]).replace("~", "～") or None


def _with_era(expression: str, start: int, _end: int) -> Iterable[str]:
    """Put each era before a year, the newest first; in a cell, only its numbers are repeated.

    An apostrophe before it stands for a century: '82.
    """
    if expression[:start].endswith(_APOSTROPHES):
        expression, start = expression[: start - 1] + expression[start:], start - 1
        names = ["20", "19"]
    elif "年代" in expression:
        names = ["19", "昭和"]
    else:
        names = [era.name if "年" in expression else era.letter for era in reversed(ERAS)]
    numbers = _NUMBERS.match(expression, start)
    others = expression[:start] + expression[numbers.end() :] if numbers else ""
    for name in names:
        if numbers and _WORD.search(others):
            yield name + numbers[0]
        else:
            yield expression[:start] + name + expression[start:]


def _with_corrected_era(expression: str, _start: int, _end: int) -> Iterable[str]:
    """Put the eras that are most like the word before the first number in its place."""
    word = _WORD_BEFORE_A_NUMBER.match(expression)
    if word is None:
        return
    alike = {name: _likeness(word[0].lower(), name) for name in _NAMES}
    best = max(_LEAST_LIKENESS, *alike.values())
    rest = expression[word.end() :].lstrip()
    yield from (_NAMES[name] + rest for name, likeness in alike.items() if likeness == best)


def _with_a_beginning(expression: str, start: int, end: int) -> Iterable[str]:
    """Put an era for a word, or part six figures, which lack an era, a century or a day: 201205."""
    yield from _with_corrected_era(expression, start, end)
    if match := _SIX_FIGURES.fullmatch(expression):
        first, second, third = match.groups()
        yield f"{first}{second}-{third}"
        yield f"20{first}-{second}-{third}"
        yield from (f"{letter}{first}.{second}.{third}" for letter in "HS")
        yield f"19{first}-{second}-{third}"


def _likeness(word: str, name: str) -> float:
    """Return how like a word is to an era: 0 to 1, and 0 if no character is where it should be."""
    if not any(map(str.__eq__, word, name)) and word[-1:] != name[-1:]:
        return 0
    return SequenceMatcher(None, word, name).ratio()


def _with_year_first(expression: str, _start: int, _end: int) -> Iterable[str]:
    """Put the year first, and then the month, or both orders of month and day."""
    for one, other, year in _YEAR_LAST.findall(expression):
        if one:
            yield f"{year}-{one:0>2}-{other:0>2}"
            yield f"{year}-{other:0>2}-{one:0>2}"
        else:
            yield f"{year}-{other:0>2}"


def _without_dash(expression: str, start: int, end: int) -> Iterable[str]:
    yield expression[:start].rstrip() + expression[end:].lstrip()


def _with_hyphens(expression: str, _start: int, _end: int) -> Iterable[str]:
    """Write a date that has dashes for its hyphens, and looks like a range, with hyphens."""
    yield _DASHES.sub(r"\1-\2-\3", expression)


def _as_range(expression: str, _start: int, _end: int) -> Iterable[str]:
    """Write a list of numbers that follow each other as a range."""
    for match in _LIST.finditer(expression):
        numbers = [int(number) for number in re.findall("[0-9]+", match[0])]
        if numbers == [*range(numbers[0], numbers[0] + len(numbers))]:
            yield f"{expression[: match.start(1)]}{match[1]}～{expression[match.start(2) :]}"


def _with_a_month(expression: str, _start: int, _end: int) -> Iterable[str]:
    """Write 2012-13 as years, and 2012-23-05 with its month before its day."""
    if match := _END_OF_RANGE.fullmatch(expression):
        yield f"{match[1]}～{match[1][:2]}{match[2]}"
    if match := _MONTH_LAST.fullmatch(expression):
        year, separator, day, month = match.groups()
        yield separator.join((year, month, day))


_BY_KIND: dict[str, Callable[[str, int, int], Iterable[str]]] = {
    "bare": _with_era,
    "year last": _with_year_first,
    "start": _with_a_beginning,
    "rest": _with_corrected_era,
    "dash": _without_dash,
    "order": _with_hyphens,
    "list": _as_range,
    "month": _with_a_month,
}


def _is_likely(expression: str, latest: date) -> bool:
    """Return whether an expression can be read, lies in its era and does not begin too late."""
    try:
        span = read(fold(expression))
    except Fault:
        return False
    first = span.start or span.end
    return span.notice is None and (first is None or first <= latest)
