"""Reading a date: an expression, or a cell that holds one."""

from collections.abc import Callable
from functools import cache

from koryu_cli.wareki.notations import read_common
from koryu_cli.wareki.spans import Span


def parse(text: str, *, strict: bool = False) -> Span:
    """Read an expression for a date: 平成24年5月23日, H24.5, 2012年度 or 平成6～11年.

    Args:
        text: one date or range, in any width, with or without blanks.
        strict: whether a year past the end of its era is an error rather than a notice.

    Returns:
        Its days. A year, month, decade or third of a month (旬) is cut to its era, a fiscal year is
        not. The span has a notice where a year past the era's end is counted on, where a time is
        passed over, and where the date is said to be approximate.

    Raises:
        DateError: it is not understood, there is no such date, or its parts do not agree.
    """
    span = read_common(text)
    return _grammar()(text, strict=strict) if span is None else span


def parse_cell(text: str) -> Span | None:
    """Read the date of a cell, with words around it: 平成26年6月1日現在, H9.12.12友好都市提携.

    Args:
        text: what stands in the cell, in any width.

    Returns:
        The days, as `parse` returns them; the notice of the span says what was passed over. None
        where the cell holds no date and says so: blank, －, なし, 不明.

    Raises:
        DateError: there is no date in it, or a part of one that is not understood, or several.
    """
    span = read_common(text)
    return _cells()(text) if span is None else span


@cache
def _grammar() -> Callable[..., Span]:
    """Return the reader of other notations; its tables take longer to make than many dates."""
    from koryu_cli.wareki.expressions import read_expression  # nearly all dates do without

    return read_expression


@cache
def _cells() -> Callable[[str], Span | None]:
    """Return the reader of other cells."""
    from koryu_cli.wareki.cells import read_cell  # nearly all cells do without

    return read_cell
