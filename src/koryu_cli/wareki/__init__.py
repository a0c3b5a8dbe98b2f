"""Japanese dates: reading them, finding them in text, writing them in both calendars."""

from typing import TYPE_CHECKING, Any

from koryu_cli.wareki.conversion import Conversion, convert
from koryu_cli.wareki.errors import DateError
from koryu_cli.wareki.formatting import format_day, format_gregorian, format_wareki, weekday
from koryu_cli.wareki.parsing import parse, parse_cell
from koryu_cli.wareki.spans import Precision, Span

if TYPE_CHECKING:
    from koryu_cli.wareki.finding import Mention, find

__all__ = [
    "Conversion",
    "DateError",
    "Mention",
    "Precision",
    "Span",
    "convert",
    "find",
    "format_day",
    "format_gregorian",
    "format_wareki",
    "parse",
    "parse_cell",
    "weekday",
]


def __getattr__(name: str) -> Any:
    """Import what finds dates in running text when it is first asked for.

    Raises:
        AttributeError: there is no such name.
    """
    if name not in ("Mention", "find"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from koryu_cli.wareki import finding  # its patterns take as long as a date to read

    return getattr(finding, name)
