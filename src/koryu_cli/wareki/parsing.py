"""Reading an expression, and saying what is wrong with one that cannot be read."""

from koryu_cli.wareki.errors import DateError, Fault
from koryu_cli.wareki.grammar import read
from koryu_cli.wareki.spans import Span
from koryu_cli.wareki.tokens import fold, places


def parse(text: str) -> Span:
    """Read an expression for a date: 平成24年5月23日, H24.5, 2012年度 or 平成6～11年.

    Args:
        text: one date or range, in any width, with or without blanks.

    Returns:
        Its days. A year, month, decade or third of a month (旬) is cut to its era, a fiscal year is
        not; a year past the era's end is counted on, and the span has a notice.

    Raises:
        DateError: it is not understood, there is no such date, or its parts do not agree.
    """
    folded = fold(text).strip(" \n")
    try:
        return read(folded)
    except Fault as fault:
        raise _explain(text, folded, fault) from None


def _explain(text: str, folded: str, fault: Fault) -> DateError:
    """Return the error of an expression, with its place in the text as it was given."""
    from koryu_cli.wareki.suggestions import suggest  # only an error needs it

    spots = list(places(folded))
    start, end = spots[fault.first][0], spots[fault.last][1]
    suggestion = fault.suggestion or suggest(folded, start, fault.kind)
    indent = len(text) - len(fold(text).lstrip(" \n"))
    return DateError(text, indent + start, indent + end, fault.reason, suggestion)
