"""Facets: the sides from which agreements are counted, alone and two against each other.

Every value of a facet is also a word for the filter that selects by it, and its count is the
number of agreements that pass that filter. So an agreement with two values counts for each, and
one whose date is a span counts for each year, era … that it may lie in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from koryu_cli import wareki
from koryu_cli.models import KINDS, THEMES, Agreement
from koryu_cli.places import prefectures
from koryu_cli.wareki.eras import ERAS

TOTAL = "計"
"""Where the margins of a cross table stand; no facet has it as a value."""
APRIL = 4


@dataclass(frozen=True)
class Facet:
    """A side from which agreements are counted.

    Attributes:
        heading: its name in Japanese.
        several: names, in a sentence, the agreements that have several values.
        values: gives the values of an agreement, each once.
        axis: gives the values that a count of agreements shows, in order.
        label: gives a value in the words of a chart.
    """

    heading: str
    several: str
    values: Callable[[Agreement], Sequence[str]]
    axis: Callable[[Sequence[Agreement]], list[str]]
    label: Callable[[str], str] = str


@dataclass(frozen=True)
class Count:
    """How many agreements have a value."""

    value: str
    count: int


@dataclass(frozen=True)
class CrossTable:
    """How many agreements have a value of one facet (rows) and a value of another (columns).

    `cells[row, column]` has margins under `TOTAL`: numbers of agreements, not sums of cells.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    cells: Counter[tuple[str, str]]

    def documents(self) -> list[dict[str, str | int]]:
        """Return each cell that is not zero, without the margins, for JSON."""
        return [
            {"value": row, "across": column, "count": self.cells[row, column]}
            for row in self.rows
            for column in self.columns
            if self.cells[row, column]
        ]


def count(agreements: Sequence[Agreement], facet: Facet) -> list[Count]:
    """Count agreements by the values of `facet`, in the order of its axis."""
    counts = Counter(value for agreement in agreements for value in facet.values(agreement))
    return [Count(value, counts[value]) for value in facet.axis(agreements)]


def cross(agreements: Sequence[Agreement], by: Facet, across: Facet) -> CrossTable:
    """Count agreements by the values of two facets at once."""
    cells = Counter(
        (row, column)
        for agreement in agreements
        for row in (*by.values(agreement), TOTAL)
        for column in (*across.values(agreement), TOTAL)
    )
    return CrossTable(by.axis(agreements), across.axis(agreements), cells)


def _vocabulary(
    heading: str, values: Callable[[Agreement], Iterable[str]], terms: Sequence[str] = ()
) -> Facet:
    """Return a facet whose frequent values come first, equals as in `terms`, else by name."""

    def different(agreement: Agreement) -> list[str]:
        return list(dict.fromkeys(values(agreement)))

    def axis(agreements: Sequence[Agreement]) -> list[str]:
        counts = Counter(value for agreement in agreements for value in different(agreement))
        known = [term for term in terms or sorted(counts) if term in counts]
        return sorted(known, key=lambda value: -counts[value])

    return Facet(heading, f"複数の{heading}に当たるもの", different, axis)


def _calendar(
    heading: str, periods: Callable[[date, date], list[str]], label: Callable[[str], str] = str
) -> Facet:
    """Return a facet of `periods` (all that a span of days touches), none left out between two."""

    def touched(agreement: Agreement) -> list[str]:
        return periods(agreement.date.start, agreement.date.end)

    def axis(agreements: Sequence[Agreement]) -> list[str]:
        if not agreements:
            return []
        days = [agreement.date for agreement in agreements]
        return periods(min(day.start for day in days), max(day.end for day in days))

    return Facet(heading, f"複数の{heading}に当たりうるもの", touched, axis, label)


def _years(first: date, last: date) -> list[str]:
    return [str(year) for year in range(first.year, last.year + 1)]


def _fiscal_years(first: date, last: date) -> list[str]:
    start, end = (day.year - (day.month < APRIL) for day in (first, last))
    return [f"{year}年度" for year in range(start, end + 1)]


def _decades(first: date, last: date) -> list[str]:
    start = first.year - first.year % 10
    return [f"{year}年代" for year in range(start, last.year + 1, 10)]


def _eras(first: date, last: date) -> list[str]:
    return [era.name for era in ERAS if era.start <= last and (not era.end or first <= era.end)]


def _both_calendars(value: str) -> str:
    return f"{value}（{wareki.format_wareki(wareki.parse(value))}）"


FACETS = {
    "country": _vocabulary("国", lambda a: (side.country_name for side in a.overseas)),
    "prefecture": _vocabulary(
        "都道府県", lambda a: (side.prefecture for side in a.japan), prefectures.names()
    ),
    "theme": _vocabulary("分野", lambda a: a.themes, THEMES),
    "kind": _vocabulary("種類", lambda a: (a.kind,), KINDS),
    "year": _calendar("年", _years, _both_calendars),
    "fiscal-year": _calendar("年度", _fiscal_years, _both_calendars),
    "era": _calendar("元号", _eras),
    "decade": _calendar("年代", _decades),
}
"""Every facet by its name on the command line."""
