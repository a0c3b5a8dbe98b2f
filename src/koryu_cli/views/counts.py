"""Counts as columns and bars, and the sentences that explain them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from koryu_cli import wareki
from koryu_cli.language import _
from koryu_cli.query.facets import TOTAL, Count, CrossTable, Facet, Tally
from koryu_cli.views.columns import Column

RUN = re.compile(r"[!-~]+")
IN_BOTH_CALENDARS = ("year", "fiscal-year")
"""The facets of which a value stands for a year."""
NARROWEST = 2
WHOLE = 1000
"""A minimum width that no column reaches: such a column is never wrapped."""


class Bar(NamedTuple):
    """A line of a chart; a `part` is a subdivision of the last line above that is none."""

    label: str
    figure: int
    part: bool = False


def count_columns(facet: Facet) -> tuple[Column[Count], ...]:
    """Return the columns of counts by one facet."""
    return (
        Column("value", facet.heading, lambda count: count.value),
        Column("count", "件数", lambda count: str(count.count), number=True),
    )


def bars(counts: Sequence[Count], facet: Facet) -> list[Bar]:
    """Return counts by one facet as lines of a chart."""
    return [Bar(label(count.value, facet), count.count) for count in counts]


def cross_columns(table: CrossTable, by: Facet, *, zero: str = "0") -> list[Column[str]]:
    """Return the columns of a cross table, whose rows are `cross_rows`.

    Args:
        table: the counts.
        by: the facet of its rows.
        zero: what stands where nothing was counted.
    """
    heads: Column[str] = Column("value", by.heading, str, least=WHOLE)
    return [heads, *(_cross_column(table, value, zero) for value in (*table.columns, TOTAL))]


def _cross_column(table: CrossTable, value: str, zero: str) -> Column[str]:
    def cell(row: str) -> str:
        return str(table.cells[row, value] or zero)

    largest = len(str(table.cells[TOTAL, value]))
    least = max([NARROWEST, largest, *map(len, RUN.findall(value))])
    return Column(value, value, cell, least=least, number=True)


def cross_rows(table: CrossTable) -> list[str]:
    """Return the keys of the rows of a cross table, the margin last."""
    return [*table.rows, TOTAL] if table.rows else []


def cross_bars(table: CrossTable) -> list[Bar]:
    """Return a cross table as bars: each row, then its cells as parts."""
    lines = []
    for row in cross_rows(table):
        lines.append(Bar(row, table.cells[row, TOTAL]))
        parts = [(column, table.cells[row, column]) for column in table.columns]
        lines += [Bar(column, count, part=True) for column, count in parts if count]
    return lines


def label(value: str, facet: Facet) -> str:
    """Return a value of a facet as charts show it, a year in both calendars: 2012（平成24年）."""
    if facet.key not in IN_BOTH_CALENDARS:
        return value
    return f"{value}（{wareki.format_wareki(wareki.parse(value))}）"


def caption(facets: Sequence[Facet], chosen: int, total: int, source: str) -> str:
    """Return the title of a table or chart: by which facets it counts, and how many of what.

    Args:
        facets: the facets.
        chosen: how many agreements were counted.
        total: how many there were to choose from.
        source: what they are.
    """
    by = _("・").join(_("{facet}別", facet=_(facet.heading)) for facet in facets)
    if chosen == total:
        return _("{by}の件数: {source} {total} 件", by=by, source=source, total=total)
    return _(
        "{by}の件数: {source} {total} 件のうち {chosen} 件",
        by=by,
        source=source,
        total=total,
        chosen=chosen,
    )


def remarks(tally: Tally, facets: Sequence[Facet]) -> list[str]:
    """Return the sentences that say which agreements are counted several times."""
    lines = [
        _remark(facet, several, values.total())
        for facet, several, values in zip(facets, tally.several, tally.values, strict=True)
        if several
    ]
    if lines and len(facets) > 1:
        lines.append(_("{total}は実数で、内訳の和より小さいことがある。", total=_(TOTAL)))
    return lines


def _remark(facet: Facet, several: int, whole: int) -> str:
    """Return the sentence about the agreements that have several values of a facet."""
    if facet.is_of_dates:
        message = (
            "複数の{facet}に当たりうるもの（{several} 件）は、それぞれに数えた（延べ {whole} 件）。"
        )
    else:
        message = (
            "複数の{facet}に当たるもの（{several} 件）は、それぞれに数えた（延べ {whole} 件）。"
        )
    return _(message, facet=_(facet.heading), several=several, whole=whole)
