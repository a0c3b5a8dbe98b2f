"""Agreements by their numbers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from koryu_cli.catalogue.selection import Selection
from koryu_cli.errors import NotFoundError, UsageError
from koryu_cli.language import _

LONGEST = 16
"""The digits of the largest number that a record may have, 2^53 - 1."""

_NUMBER = re.compile(
    rf"第?(?P<first>\d{{1,{LONGEST}}})[番号]?(?:[-~～〜–—−](?P<last>\d{{1,{LONGEST}}})[番号]?)?"
)
_SEPARATORS = re.compile(r"[,、，]")
_BYTE_ORDER_MARK = "\ufeff"


class Named(NamedTuple):
    """The agreements that numbers name.

    Attributes:
        agreements: those that exist, in the order asked for, each once.
        missing: the numbers and ranges that name none, as they are written.
        gaps: what is missing in the other ranges: first and last number, inclusive.
    """

    agreements: Selection
    missing: Sequence[str]
    gaps: Sequence[tuple[int, int]]


class NoNumberError(UsageError):
    """A word that is no number, no range and no list of them; `word` is the word."""

    def __init__(self, message: str, word: str) -> None:
        super().__init__(message)
        self.word = word


def by_number(agreements: Selection, words: Iterable[str]) -> Named:
    """Return the agreements that words name.

    Args:
        agreements: the whole catalogue, by number.
        words: numbers (17, 17番), ranges (3-5) and lists of them (1,3), in any width.

    Raises:
        NoNumberError: a word is none of these.
        UsageError: a range ends before it starts.
    """
    ids = agreements.ids
    chosen: dict[int, None] = {}
    missing: list[str] = []
    gaps: list[tuple[int, int]] = []
    for word in words:
        parts = [*filter(None, _SEPARATORS.split(word.strip(_BYTE_ORDER_MARK)))]
        for part in parts or [word]:
            first, last = _bounds(part)
            found = ids[bisect_left(ids, first) : bisect_right(ids, last)]
            if found:
                gaps += _gaps(found, first, last)
            else:
                missing.append(part.strip())
            chosen.update(dict.fromkeys(found))
    return Named(agreements.only(chosen), missing, gaps)


def no_such(words: Iterable[str], ids: Sequence[int]) -> NotFoundError:
    """Return the error of numbers that no agreement has, where these are the numbers there are."""
    named = _("、").join(words)
    if not ids:
        return NotFoundError(_("「{word}」番の協定はありません。", word=named))
    return NotFoundError(
        _(
            "「{word}」番の協定はありません。番号は {first} から {last} までです。",
            word=named,
            first=ids[0],
            last=ids[-1],
        )
    )


def _bounds(word: str) -> tuple[int, int]:
    match = _NUMBER.fullmatch("".join(normalize("NFKC", word).split()))
    if not match:
        raise NoNumberError(_("「{word}」は番号ではありません。例: 17、3-5", word=word), word)
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if last < first:
        raise UsageError(
            _(
                "範囲「{word}」の終わりが始まりより前です。例: {last}-{first}",
                word=word,
                last=last,
                first=first,
            )
        )
    return first, last


def _gaps(found: Sequence[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of numbers from `first` to `last` that are not among those found."""
    expected = first
    for number in (*found, last + 1):
        if number > expected:
            yield expected, number - 1
        expected = number + 1
