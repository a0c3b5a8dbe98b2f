"""Japanese dates: reading them, finding them in text, writing them in both calendars."""

from koryu_cli.wareki.cells import parse_cell
from koryu_cli.wareki.conversion import Conversion, convert
from koryu_cli.wareki.errors import DateError
from koryu_cli.wareki.finding import Mention, find
from koryu_cli.wareki.formatting import format_day, format_gregorian, format_wareki, weekday
from koryu_cli.wareki.parsing import parse
from koryu_cli.wareki.spans import Precision, Span

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
