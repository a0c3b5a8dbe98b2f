"""From one calendar to the other, as `koryu date` does it."""

from typing import NamedTuple

from koryu_cli.wareki.characters import fold
from koryu_cli.wareki.formatting import format_gregorian, format_wareki
from koryu_cli.wareki.parsing import parse
from koryu_cli.wareki.spans import Span
from koryu_cli.wareki.tokens import tokenize


class Conversion(NamedTuple):
    """An expression, what it stands for, and both its forms.

    `output` is the one of them that the expression is not: the Gregorian form of an era's date and
    the era form of a Gregorian one. Where both calendars stand, the first one decides.
    """

    input: str
    span: Span
    gregorian: str
    wareki: str
    output: str

    def document(self) -> dict[str, str | None]:
        """Return the JSON object of the conversion: ISO dates, null for an open end."""
        start, end, precision, _ = self.span
        return {
            "input": self.input,
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "precision": precision,
            "gregorian": self.gregorian,
            "wareki": self.wareki,
        }


def convert(text: str, *, strict: bool = False) -> Conversion:
    """Convert an expression for a date to the other calendar.

    Args:
        text: an expression that `parse` understands.
        strict: whether a year past the end of its era is an error rather than a notice.

    Raises:
        DateError: it is not understood, or not allowed.
    """
    span = parse(text, strict=strict)
    gregorian, wareki = format_gregorian(span), format_wareki(span)
    return Conversion(text, span, gregorian, wareki, gregorian if _names_era(text) else wareki)


def _names_era(text: str) -> bool:
    """Return whether an era is the first thing in an expression, but for the mark of a range."""
    tokens = (token.kind for token in tokenize(fold(text)))
    first = next(kind for kind in tokens if kind not in ("range", "/", "line"))
    return first in ("era", "abbreviation")
