"""Facets: the properties by which agreements are counted, one alone or two against each other.

Every value of a facet is also a word for the filter that selects by it, and its count is the
number of agreements that pass that filter. So an agreement with two values counts for each, and
one whose date is a span counts for each year, era … that it may lie in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from operator import add
from typing import TYPE_CHECKING

from koryu_cli.places import prefectures
from koryu_cli.record.vocabulary import KINDS, THEMES
from koryu_cli.wareki.eras import ERAS

if TYPE_CHECKING:
    from koryu_cli.record.models import Agreement

TOTAL = "計"
"""The key of the margins of a cross table; no facet has it as a value."""
APRIL = 4
"""The month in which a fiscal year begins."""


@dataclass(frozen=True)
class Facet:
    """A property by which agreements are counted.

    Attributes:
        key: its name on the command line.
        heading: its name in Japanese.
        values: returns the values of an agreement, each once.
        axis: returns the values that a count shows, in order; takes the tally and the position of
            this facet in it.
        is_of_dates: whether its values are periods, of which the date of an agreement may touch
            several without lying in each.
    """

    key: str
    heading: str
    values: Callable[["Agreement"], Sequence[str]]
    axis: Callable[["Tally", int], list[str]]
    is_of_dates: bool = False


@dataclass
class Tally:
    """The counts of agreements by one or two facets, made in one pass.

    Attributes:
        agreements: the number of agreements.
        values: for each facet, the number of agreements by value.
        several: for each facet, the number of agreements that have several values.
        cells: the number of agreements by a tuple of a value of each facet, or `TOTAL` for any.
        days: the first and the last day of all agreements.
    """

    agreements: int
    values: list[Counter[str]]
    several: list[int]
    cells: Counter[tuple[str, ...]]
    days: tuple[date, date] = (date.max, date.min)

    @classmethod
    def of(cls, agreements: "Iterable[Agreement]", facets: Sequence[Facet]) -> "Tally":
        """Count agreements by `facets`."""
        tally = cls(0, [Counter() for _ in facets], [0] * len(facets), Counter())
        for agreement in agreements:
            values = [facet.values(agreement) for facet in facets]
            tally.agreements += 1
            for position, each in enumerate(values):
                tally.values[position].update(each)
                tally.several[position] += len(each) > 1
            tally.cells.update(product(*((*each, TOTAL) for each in values)))
            if (span := agreement.span) and span.start and span.end:
                tally.widen(span.start, span.end)
        return tally

    def widen(self, first: date, last: date) -> None:
        """Extend the days to include those from `first` to `last`."""
        self.days = min(self.days[0], first), max(self.days[1], last)

    def __add__(self, other: "Tally") -> "Tally":
        """Return the tally of the agreements of both."""
        total = Tally(
            self.agreements + other.agreements,
            list(map(add, self.values, other.values)),
            list(map(add, self.several, other.several)),
            self.cells + other.cells,
            self.days,
        )
        total.widen(*other.days)
        return total


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
    cells: Counter[tuple[str, ...]]

    def documents(self) -> list[dict[str, str | int]]:
        """Return each cell that is not zero, without the margins, for JSON."""
        return [
            {"value": row, "across": column, "count": self.cells[row, column]}
            for row in self.rows
            for column in self.columns
            if self.cells[row, column]
        ]


def count(tally: Tally, facet: Facet) -> list[Count]:
    """Return the counts of a tally by one `facet`, in the order of its axis."""
    return [Count(value, tally.values[0][value]) for value in facet.axis(tally, 0)]


def cross(tally: Tally, by: Facet, across: Facet) -> CrossTable:
    """Return the counts of a tally by two facets at once."""
    return CrossTable(by.axis(tally, 0), across.axis(tally, 1), tally.cells)


def _vocabulary(
    key: str,
    heading: str,
    values: "Callable[[Agreement], Iterable[str | None]]",
    terms: Sequence[str] = (),
) -> Facet:
    """Return a facet whose frequent values come first, equals as in `terms`, else by name."""

    def different(agreement: "Agreement") -> list[str]:
        return list(dict.fromkeys(filter(None, values(agreement))))

    def axis(tally: Tally, position: int) -> list[str]:
        counts = tally.values[position]
        known = [term for term in terms or sorted(counts) if term in counts]
        return sorted(known, key=lambda value: -counts[value])

    return Facet(key, heading, different, axis)


def _calendar(key: str, heading: str, periods: Callable[[date, date], list[str]]) -> Facet:
    """Return a facet whose axis has every period from the first day to the last, empty ones too.

    Args:
        key: the name of the facet.
        heading: the same in Japanese.
        periods: returns the periods that a span of days, given by its first and last, touches.
    """

    def touched(agreement: "Agreement") -> list[str]:
        span = agreement.span
        return periods(span.start, span.end) if span and span.start and span.end else []

    def axis(tally: Tally, _: int) -> list[str]:
        return periods(*tally.days) if tally.days[0] <= tally.days[1] else []

    return Facet(key, heading, touched, axis, is_of_dates=True)


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


_FACETS = (
    _vocabulary("country", "国", lambda a: (side.country_name for side in a.overseas)),
    _vocabulary(
        "prefecture",
        "都道府県",
        lambda a: (side.prefecture for side in a.japan),
        prefectures.names(),
    ),
    _vocabulary("theme", "分野", lambda a: a.themes, THEMES),
    _vocabulary("kind", "種類", lambda a: (a.kind,), KINDS),
    _calendar("year", "年", _years),
    _calendar("fiscal-year", "年度", _fiscal_years),
    _calendar("era", "元号", _eras),
    _calendar("decade", "年代", _decades),
)
FACETS = {facet.key: facet for facet in _FACETS}
"""Every facet by its key."""
