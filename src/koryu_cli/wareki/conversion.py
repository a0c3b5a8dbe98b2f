"""From one calendar to the other, as `koryu date` does it."""

from functools import partial
from typing import NamedTuple

from koryu_cli.wareki.formatting import format_gregorian, format_wareki
from koryu_cli.wareki.notations import read_common
from koryu_cli.wareki.parsing import parse, parse_cell
from koryu_cli.wareki.spans import Span

_GREGORIAN = frozenset({"gregorian", "now", "padded"})


class Conversion(NamedTuple):
    """An expression and what it stands for; `names_era` says that an era is the first thing in it.

    `output` is the one of its forms that the expression is not: the Gregorian form of an era's date
    and the era form of a Gregorian one. Where both calendars stand, the first one decides.
    """

    input: str
    span: Span
    names_era: bool

    @property
    def gregorian(self) -> str:
        """The date by ISO 8601."""
        return format_gregorian(self.span)

    @property
    def wareki(self) -> str:
        """The date in era form; "" where no era has a name for it."""
        return format_wareki(self.span)

    @property
    def output(self) -> str:
        """The answer: the form in the other calendar."""
        return format_gregorian(self.span) if self.names_era else format_wareki(self.span)

    def document(self) -> dict[str, str | None]:
        """Return the JSON object of the conversion: ISO dates, null for what there is not."""
        start, end, precision, _ = self.span
        return {
            "input": self.input,
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "precision": precision,
            "gregorian": self.gregorian,
            "wareki": self.wareki or None,
        }


# What Conversion() does, in half the time.
_conversion = partial(tuple.__new__, Conversion)


def convert(text: str, *, strict: bool = False) -> Conversion | None:
    """Convert an expression for a date, or a cell with one, to the other calendar.

    Args:
        text: an expression that `parse` understands, or what `parse_cell` does.
        strict: whether only an expression is taken, and a year past the end of its era is an error
            rather than a notice.

    Returns:
        None for a cell that says that it has no date, or is empty.

    Raises:
        DateError: it is not understood, or not allowed.
    """
    span = read_common(text)
    if span is not None:
        return _conversion((text, span, not text[0].isdecimal()))
    if text.strip():
        span = parse(text, strict=True) if strict else parse_cell(text)
    return span and Conversion(text, span, _names_era(text))


def _names_era(text: str) -> bool:
    """Return whether an era stands in a text before any Gregorian year."""
    from koryu_cli.wareki.characters import fold  # common notations do without
    from koryu_cli.wareki.tokens import tokenize
    from koryu_cli.wareki.years import LEAST_GREGORIAN_YEAR

    return next(
        (
            token.era is not None
            for token in tokenize(fold(text))
            if token.era or token.kind in _GREGORIAN or token.number >= LEAST_GREGORIAN_YEAR
        ),
        False,
    )
