"""What there is to say of the cells of a ledger."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from koryu_cli.language import _

LONGEST = 60
"""How many characters of a value are quoted."""
MANY = 10
"""Faults of a column from which it is at fault as a whole, whatever each of them is."""


class Finding(NamedTuple):
    """What is wrong with a cell, or what else a reader of it should know.

    Attributes:
        row: its row number in Excel; None for a whole column.
        heading: the heading of its column.
        value: what stands in it.
        message: a whole sentence, which says what would work if something is wrong.
        is_left_out: whether the row gives no record for it.
    """

    row: int | None
    heading: str
    value: str
    message: str
    is_left_out: bool = False

    @property
    def quote(self) -> str:
        """Return the value on one line, shortened to be read."""
        value = " ".join(self.value.split())
        return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"

    def __str__(self) -> str:
        """Return the finding as one line."""
        parts = {"heading": self.heading, "value": self.quote, "text": self.message}
        if self.row is None:
            return _("{heading}の列: {text}", **parts)
        if not self.value:
            return _("{row} 行目 {heading}: {text}", row=self.row, **parts)
        return _("{row} 行目 {heading}「{value}」: {text}", row=self.row, **parts)


def once_for_columns(
    findings: Iterable[Finding], filled: Mapping[str, int], rows: int
) -> list[Finding]:
    """Return findings in the order of rows, first one in place of all those of a column.

    A column is at fault as a whole if the same is wrong in every row, or with everything that
    stands in it, or if much stands in it and nothing can be understood.

    Args:
        findings: what is wrong with cells; the same may be in it twice.
        filled: in how many rows something stands in each column, by headings.
        rows: how many rows there are.
    """
    by_heading: dict[str, list[Finding]] = {}
    for finding in dict.fromkeys(findings):
        by_heading.setdefault(finding.heading, []).append(finding)
    result = []
    for heading, found in by_heading.items():
        count = len({finding.row for finding in found})
        is_whole = 1 < count in (rows, filled.get(heading, rows))
        alike = len({finding.message for finding in found}) == 1
        if is_whole and (alike or count >= MANY):
            result.append(_of_column(found[0], count, alike=alike))
        else:
            result += found
    return sorted(result, key=lambda finding: finding.row or 0)


def _of_column(first: Finding, count: int, *, alike: bool) -> Finding:
    parts = {"count": count, "row": first.row, "value": first.quote, "text": first.message}
    if alike and not first.value:
        message = _("{text}（{count} 行すべて）", **parts)
    elif alike:
        message = _("{text}（{row} 行目の「{value}」など {count} 行すべて）", **parts)
    else:
        message = _("{count} 行のどれも読めません。{row} 行目「{value}」: {text}", **parts)
    return first._replace(row=None, message=message)
