"""Reading an expression, and saying what is wrong with one that cannot be read."""

import re

from koryu_cli.wareki.characters import fold
from koryu_cli.wareki.errors import DateError, Fault
from koryu_cli.wareki.grammar import read
from koryu_cli.wareki.spans import Span
from koryu_cli.wareki.tokens import places

_SPACED_OUT = re.compile(r"(?:\S +){3,}\S")


def read_expression(text: str, *, strict: bool = False) -> Span:
    """Read an expression for a date by the grammar, as `parse` describes it.

    Raises:
        DateError: it is not understood, there is no such date, or its parts do not agree.
    """
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
    spots = list(places(expression))
    start, end = spots[fault.first][0], spots[fault.last][1]

    def suggested() -> str | None:
        from koryu_cli.wareki.suggestions import suggest  # few errors are shown

        return fault.suggestion or suggest(expression, start, end, fault.kind)

    return DateError(text, *_place_in(fold(text), expression, start, end), fault.reason, suggested)


def _place_in(text: str, expression: str, start: int, end: int) -> tuple[int, int]:
    """Return where a part of an expression stands in a text that has more blanks."""
    indent = len(text) - len(text.lstrip(" \n"))
    if expression == text:
        return start, end
    if expression == text.strip(" \n"):
        return indent + start, indent + end
    characters = [place for place, character in enumerate(text) if character not in " \n"]
    return characters[start], characters[max(start, end - 1)] + (end > start)
