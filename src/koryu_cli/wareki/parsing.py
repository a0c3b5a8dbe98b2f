"""Reading an expression, and saying what is wrong with one that cannot be read."""

import re

from koryu_cli.wareki.characters import fold
from koryu_cli.wareki.errors import DateError, Fault
from koryu_cli.wareki.grammar import read
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
    folded = fold(text)
    expression = folded.strip(" \n")
    if " " in expression and _SPACED_OUT.fullmatch(expression):
        expression = expression.replace(" ", "")
    try:
        return read(expression, strict=strict)
    except Fault as fault:
        raise _explain(text, folded, expression, fault) from None


def _explain(text: str, folded: str, expression: str, fault: Fault) -> DateError:
    """Return the error of an expression, with its place in the text as it was given."""
    from koryu_cli.wareki.suggestions import suggest  # only an error needs it
    from koryu_cli.wareki.tokens import places

    spots = list(places(expression))
    start, end = spots[fault.first][0], spots[fault.last][1]
    suggestion = fault.suggestion or suggest(expression, start, end, fault.kind)
    indent = len(folded) - len(folded.lstrip(" \n"))
    places_in_text = [indent + place for place in range(len(expression))]
    if len(expression) < len(folded.strip(" \n")):
        places_in_text = [place for place, character in enumerate(folded) if character not in " \n"]
    places_in_text.append(indent + len(folded.strip(" \n")))
    first = places_in_text[start]
    last = places_in_text[end - 1] + 1 if end > start else first
    return DateError(text, first, last, fault.reason, suggestion)
