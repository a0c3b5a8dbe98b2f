"""Anniversaries (周年) of agreements."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from koryu_cli.record.models import Agreement
from koryu_cli.wareki import Span


@dataclass(frozen=True)
class Anniversary:
    """The return of an agreement's date.

    Attributes:
        agreement: the agreement.
        years: how many years after the agreement.
        start: its first day; the day itself where that is known.
        end: its last day, inclusive.
    """

    agreement: Agreement
    years: int
    start: date
    end: date

    @property
    def span(self) -> Span:
        """The days, as exact as the date of the agreement is known."""
        precision = self.agreement.span.precision if self.agreement.span else "range"
        return Span(self.start, self.end, precision)

    @property
    def on(self) -> date | None:
        """The day, or None where only the month or the year is known."""
        return self.start if self.span.precision == "day" else None


class Anniversaries(NamedTuple):
    """The anniversaries of some agreements in a span of days.

    Attributes:
        found: those whose number of years is asked for, by date.
        others: the number of those of other numbers of years.
        undated: the numbers of the agreements whose date is not known.
    """

    found: list[Anniversary]
    others: int
    undated: list[int]


def anniversaries(
    agreements: Iterable[Agreement],
    first: date,
    last: date,
    *,
    every: int = 1,
    years: Collection[int] = (),
) -> Anniversaries:
    """Return the anniversaries between two days (inclusive).

    The anniversary of a 29th of February is the 28th where the year has no 29th. Of an agreement
    known only to the month or the year, the whole month or year is the anniversary: it counts if
    it may lie between the two days, and comes after the days that are known in it.

    Args:
        agreements: the agreements.
        first: the first day.
        last: the last day.
        every: the numbers of years asked for are the multiples of this,
        years: or, if there are any, these.
    """
    found, others, undated = [], 0, []
    for agreement in agreements:
        if agreement.span is None:
            undated.append(agreement.id)
        for anniversary in _anniversaries_of(agreement, first, last):
            number = anniversary.years
            if number in years if years else number % every == 0:
                found.append(anniversary)
            else:
                others += 1
    found.sort(key=lambda a: (a.end, -a.start.toordinal(), a.agreement.id))
    return Anniversaries(found, others, undated)


def _anniversaries_of(agreement: Agreement, first: date, last: date) -> Iterator[Anniversary]:
    made = agreement.span
    if made is None or made.start is None or made.end is None:
        return
    longest = date.max.year - made.end.year
    for years in range(max(first.year - made.end.year, 1), last.year - made.start.year + 1):
        start = made.start + relativedelta(years=years)
        end = made.end + relativedelta(years=years) if years <= longest else date.max
        if start <= last and end >= first:
            yield Anniversary(agreement, years, start, end)
