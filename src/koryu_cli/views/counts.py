"""Counts as columns and bars, and the sentences that explain them."""

from collections.abc import Sequence
from typing import NamedTuple

from koryu_cli import wareki
from koryu_cli.language import _, is_english
from koryu_cli.query.counting import TOTAL, Count, CrossTable, Tally
from koryu_cli.query.facets import Facet
from koryu_cli.text.sentences import listed
from koryu_cli.views import names
from koryu_cli.views.columns import Column

IN_BOTH_CALENDARS = ("year", "fiscal-year")
"""The facets of which a value stands for a year."""
MOST_GAPS = 3
"""How many runs of empty periods a remark names."""


class Bar(NamedTuple):
    """A line of a chart; a `part` is a subdivision of the last line above that is none."""

    label: str
    figure: int
    part: bool = False


def count_columns(facet: Facet) -> tuple[Column[Count], ...]:
    """Return the columns of counts by one facet."""
    return (
        Column(
            "value", facet.heading, lambda count: names.value(count.value), number=_is_number(facet)
        ),
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
    heads: Column[str] = Column("value", by.heading, _shown, number=_is_number(by), whole=True)
    return [heads, *(_cross_column(table, value, zero) for value in (*table.columns, TOTAL))]


def _is_number(facet: Facet) -> bool:
    """Tell whether the values of a facet are numbers to a spreadsheet: 2012, but not 2012年度."""
    return facet.key == "year"


def _shown(value: str) -> str:
    """Return a value, or the margin, in the language chosen."""
    return _(TOTAL) if value == TOTAL else names.value(value)


def _cross_column(table: CrossTable, value: str, zero: str) -> Column[str]:
    def cell(row: str) -> str:
        return str(table.cells[row, value] or zero)

    return Column(_shown(value), _shown(value), cell, number=True)


def cross_rows(table: CrossTable) -> list[str]:
    """Return the keys of the rows of a cross table, the margin last."""
    return [*table.rows, TOTAL] if table.rows else []


def cross_bars(table: CrossTable) -> list[Bar]:
    """Return a cross table as bars: each row, then its cells as parts."""
    lines, parts = [], table.parts()
    for row in cross_rows(table):
        lines.append(Bar(_shown(row), table.cells[row, TOTAL]))
        lines += [
            Bar(_shown(value), figure, part=True) for value, figure in parts[row] if value != TOTAL
        ]
    return lines


def label(value: str, facet: Facet) -> str:
    """Return a value of a facet as charts show it, a year in both calendars: 2012（平成24年）.

    In English, it stands in the Gregorian calendar alone.
    """
    if facet.key not in IN_BOTH_CALENDARS or is_english():
        return names.value(value)
    try:
        era_form = wareki.format_wareki(wareki.parse(value))
    except wareki.DateError:  # 9999年度 ends after the last day that there is
        era_form = ""
    return f"{value}（{era_form}）" if era_form else value


def caption(facets: Sequence[Facet], chosen: int, total: int, source: str) -> str:
    """Return the title of a table or chart: by which facets it counts, and how many of what.

    Args:
        facets: the facets.
        chosen: how many agreements were counted.
        total: how many there were to choose from.
        source: what they are.
    """
    by = _("・").join(_("{facet}別", facet=_(facet.heading).lower()) for facet in facets)
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
    """Return the sentences that explain counts.

    They say how many agreements are counted several times, how many have no value, and which
    values are left out.
    """
    lines = [
        _several(facet, several, values.total())
        for facet, values, several in zip(facets, tally.values, tally.several, strict=True)
        if several
    ]
    if lines and len(facets) > 1:
        lines.append(_("{total}は実数で、内訳の和より小さいことがある。", total=_(TOTAL)))
    missing = zip(facets, tally.missing, strict=True)
    lines += [_missing(facet, number, facets) for facet, number in missing if number]
    if gaps := facets[0].gaps(tally.values[0]):
        lines.append(_gaps(gaps))
    return lines


def _several(facet: Facet, several: int, whole: int) -> str:
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


def _missing(facet: Facet, missing: int, facets: Sequence[Facet]) -> str:
    """Return the sentence about the agreements that have no value of a facet."""
    if len(facets) == 1:
        message = "{facet}の分からないもの（{missing} 件）は、数えていない。"
    else:
        message = "{facet}の分からないもの（{missing} 件）は、{total}だけに数えた。"
    return _(message, facet=_(facet.heading), missing=missing, total=_(TOTAL))


def _gaps(gaps: Sequence[tuple[str, str]]) -> str:
    """Return the sentence about runs of values that are left out, each given by its ends."""
    ends = ((names.value(first), names.value(last)) for first, last in gaps[:MOST_GAPS])
    runs = listed(_("{first}～{last}", first=first, last=last) for first, last in ends)
    if len(gaps) > MOST_GAPS:
        return _("0 件の続くところ（{runs} など）は省いた。", runs=runs)
    return _("0 件の続く {runs} は省いた。", runs=runs)
