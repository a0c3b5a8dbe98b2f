"""Anniversaries (周年) of agreements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

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


def anniversaries(
    agreements: Iterable[Agreement], first: date, last: date, *, every: int
) -> list[Anniversary]:
    """Return the anniversaries between two days (inclusive), by date.

    The anniversary of a 29th of February is the 28th where the year has no 29th. Of an agreement
    known only to the month or the year, the whole month or year is the anniversary: it counts if
    it may lie between the two days, and comes after the days that are known in it.

    Args:
        agreements: whose anniversaries are looked for.
        first: the first day.
        last: the last day.
        every: only the anniversaries are counted whose number of years is a multiple of this.
    """
    found = (
        anniversary
        for agreement in agreements
        for anniversary in _anniversaries_of(agreement, first, last, every)
    )
    return sorted(found, key=lambda a: (a.end, -a.start.toordinal(), a.agreement.id))


def _anniversaries_of(
    agreement: Agreement, first: date, last: date, every: int
) -> Iterator[Anniversary]:
    made = agreement.span
    if made is None or made.start is None or made.end is None:
        return
    for years in range(first.year - made.start.year, last.year - made.start.year + 1):
        if years < 1 or years % every:
            continue
        start = made.start + relativedelta(years=years)
        end = made.end + relativedelta(years=years)
        if start <= last and end >= first:
            yield Anniversary(agreement, years, start, end)
