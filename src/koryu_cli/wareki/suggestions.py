"""What was probably meant by an expression that is not understood."""

import re
from difflib import SequenceMatcher

from koryu_cli.wareki.eras import ERAS
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.grammar import read

_LEADING_WORD = re.compile(r"[^\W\d元一二三四五六七八九十〇]{1,10}+")
_NAMES = {name: era.name for era in ERAS for name in (era.name, *era.readings)}
_LEAST_LIKENESS = 0.5


def suggest(expression: str, start: int, kind: str) -> str | None:
    """Return another expression that can be read, None if there is none near enough.

    Args:
        expression: what is not understood, folded.
        start: where in it the fault begins.
        kind: the kind of fault that the grammar found.
    """
    if kind == "bare":
        return _with_era(expression, start)
    if kind in ("start", "rest"):
        return _with_corrected_era(expression)
    return None


def _with_era(expression: str, start: int) -> str | None:
    """Put before a year those eras, newest first, in which there is such a date."""
    if "年代" in expression:
        names = ["19", "昭和"]
    else:
        names = [era.name if "年" in expression else era.letter for era in reversed(ERAS)]
    readings = (expression[:start] + name + expression[start:] for name in names)
    return " / ".join([reading for reading in readings if _is_ordinary(reading)][:3]) or None


def _with_corrected_era(expression: str) -> str | None:
    """Put the eras that are most like the first word in its place."""
    word = _LEADING_WORD.match(expression)
    if word is None:
        return None
    alike = {name: SequenceMatcher(None, word[0].lower(), name).ratio() for name in _NAMES}
    best = max(_LEAST_LIKENESS, *alike.values())
    rest = expression[word.end() :].lstrip()
    readings = (_NAMES[name] + rest for name, likeness in alike.items() if likeness == best)
    return " / ".join(filter(_is_ordinary, readings)) or None


def _is_ordinary(expression: str) -> bool:
    """Return whether an expression can be read and lies in its era."""
    try:
        return read(expression).notice is None
    except Fault:
        return False
