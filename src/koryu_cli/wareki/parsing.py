"""Reading an expression, and saying what is wrong with one that cannot be read."""

import re

from koryu_cli.wareki.characters import fold
from koryu_cli.wareki.errors import DateError, Fault
from koryu_cli.wareki.grammar import read
from koryu_cli.wareki.notations import read_common
from koryu_cli.wareki.spans import Span

_SPACED_OUT = re.compile(r"(?:\S +){3,}\S")


def parse(text: str, *, strict: bool = False) -> Span:
    """Read an expression for a date: 平成24年5月23日, H24.5, 2012年度 or 平成6～11年.

    Args:
        text: one date or range, in any width, with or without blanks.
        strict: whether a year past the end of its era is an error rather than a notice.

    Returns:
        Its days. A year, month, decade or third of a month (旬) is cut to its era, a fiscal year is
        not; a year past the era's end is counted on, and the span has a notice.

    Raises:
        DateError: it is not understood, there is no such date, or its parts do not agree.
    """
    if (span := read_common(text)) is not None:
        return span
    expression = fold(text).strip(" \n")
    if " " in expression and _SPACED_OUT.fullmatch(expression):
        expression = expression.replace(" ", "")
    try:
        return read(expression, strict=strict)
    except Fault as fault:
        raise explain(text, expression, fault) from None


def explain(text: str, expression: str, fault: Fault) -> DateError:
    """Return the error of an expression, with its place in the text as it was given.

    Args:
        text: what was given.
        expression: it folded, without the blanks around it or without any.
        fault: what is wrong with the expression.
    """
    # Only an error needs these.
    from koryu_cli.wareki.suggestions import suggest
    from koryu_cli.wareki.tokens import places

    spots = list(places(expression))
    start, end = spots[fault.first][0], spots[fault.last][1]
    suggestion = fault.suggestion or suggest(expression, start, end, fault.kind)
    first, last = _place_in(fold(text), expression, start, end)
    return DateError(text, first, last, fault.reason, suggestion)


def _place_in(text: str, expression: str, start: int, end: int) -> tuple[int, int]:
    """Return where a part of an expression stands in a text that has more blanks."""
    indent = len(text) - len(text.lstrip(" \n"))
    if expression == text:
        return start, end
    if expression == text.strip(" \n"):
        return indent + start, indent + end
    characters = [place for place, character in enumerate(text) if character not in " \n"]
    return characters[start], characters[max(start, end - 1)] + (end > start)
