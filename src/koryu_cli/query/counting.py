"""Counting agreements by facets, by one alone or by two against each other."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from operator import add
from typing import TYPE_CHECKING

from koryu_cli.query.facets import Facet

if TYPE_CHECKING:
    from koryu_cli.record.models import Agreement

TOTAL = "計"
"""The key of the margins of a cross table; no facet has it as a value."""


@dataclass
class Tally:
    """The counts of agreements by one or two facets, made in one pass.

    Attributes:
        agreements: the number of agreements.
        values: for each facet, the number of agreements by value.
        several: for each facet, the number of agreements that have several values.
        missing: for each facet, the number of agreements that have no value.
        cells: the number of agreements by a value of each of two facets; empty for one facet.
    """

    agreements: int
    values: list[Counter[str]]
    several: list[int]
    missing: list[int]
    cells: Counter[tuple[str, ...]]

    @classmethod
    def of(cls, agreements: "Iterable[Agreement]", facets: Sequence[Facet]) -> "Tally":
        """Count agreements by `facets`: first those that have the same values of all of them."""
        alike = Counter(tuple(tuple(facet.values(each)) for facet in facets) for each in agreements)
        none = [0] * len(facets)
        tally = cls(alike.total(), [Counter() for _ in facets], [*none], [*none], Counter())
        for values, count in alike.items():
            for position, each in enumerate(values):
                for value in each:
                    tally.values[position][value] += count
                tally.several[position] += count if len(each) > 1 else 0
                tally.missing[position] += 0 if each else count
            for cell in product(*values) if len(facets) > 1 else ():
                tally.cells[cell] += count
        return tally

    def __add__(self, other: "Tally") -> "Tally":
        """Return the tally of the agreements of both."""
        return Tally(
            self.agreements + other.agreements,
            list(map(add, self.values, other.values)),
            list(map(add, self.several, other.several)),
            list(map(add, self.missing, other.missing)),
            self.cells + other.cells,
        )


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

    def parts(self) -> dict[str, list[tuple[str, int]]]:
        """Return the cells of each row that are not zero, with their columns, margins included."""
        places = {column: place for place, column in enumerate([*self.columns, TOTAL])}
        parts: dict[str, list[tuple[str, int]]] = {row: [] for row in [*self.rows, TOTAL]}
        for (row, column), figure in self.cells.items():
            parts[row].append((column, figure))
        for cells in parts.values():
            cells.sort(key=lambda cell: places[cell[0]])
        return parts

    def documents(self) -> list[dict[str, str | int]]:
        """Return each cell that is not zero, without the margins, for JSON."""
        parts = self.parts()
        return [
            {"value": row, "across": column, "count": figure}
            for row in self.rows
            for column, figure in parts[row]
            if column != TOTAL
        ]


def count(tally: Tally, facet: Facet) -> list[Count]:
    """Return the counts of a tally by one `facet`, in the order of its axis."""
    values = tally.values[0]
    return [Count(value, values[value]) for value in facet.axis(values)]


def cross(tally: Tally, by: Facet, across: Facet) -> CrossTable:
    """Return the counts of a tally by two facets at once.

    A column of which every cell is zero is left out: there is always a narrower table without it.
    """
    rows, columns = tally.values
    margins = {(row, TOTAL): figure for row, figure in rows.items()}
    margins |= {(TOTAL, column): figure for column, figure in columns.items()}
    cells = tally.cells + Counter(margins | {(TOTAL, TOTAL): tally.agreements})
    return CrossTable(
        by.axis(rows), [each for each in across.axis(columns) if columns[each]], cells
    )
