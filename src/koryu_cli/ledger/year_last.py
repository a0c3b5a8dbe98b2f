"""Dates whose year stands last, 3/5/1990, which those of a column together tell how to read.

If one of them has a number beyond 12, it is plain what stands first in them all.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from koryu_cli.language import _

First = Literal["day", "month"]
"""What stands first in dates whose year stands last."""
_ORDERS: tuple[First, ...] = ("day", "month")
_YEAR_LAST = re.compile(r"\s*(\d{1,2})([./．／-])(\d{1,2})\2(\d{4})\s*")


def first_in(texts: Iterable[str]) -> First | None:
    """Return what stands first in those of some dates whose year stands last.

    None if there are none, or if they can be read in both orders, or in neither.
    """
    dates = [text for text in texts if _YEAR_LAST.fullmatch(text)]
    possible = [first for first in _ORDERS if all(_in_iso_format(text, first) for text in dates)]
    return possible[0] if len(possible) == 1 else None


def with_year_first(text: str, first: First | None) -> str:
    """Return a date whose year stands last in ISO format; any other text as it is.

    Args:
        text: the date.
        first: what stands first in it; None where that is not known.
    """
    return (first and _in_iso_format(text, first)) or text


def note_on(first: First) -> str:
    """Return the sentence that says in what order the dates of a column were read."""
    if first == "day":
        return _("年が最後に来る日付は、日・月・年の順に読みました。")
    return _("年が最後に来る日付は、月・日・年の順に読みました。")


def _in_iso_format(text: str, first: First) -> str:
    """Return a date whose year stands last in ISO format, or "" if it is none in this order."""
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return ""
    day, month = match.group(1, 3) if first == "day" else match.group(3, 1)
    try:
        return date(int(match[4]), int(month), int(day)).isoformat()
    except ValueError:
        return ""
