"""The span of days that a date stands for."""

from datetime import date
from typing import Literal, NamedTuple

from koryu_cli.language import _

LAST_ERA_YEAR = 200
"""The last year of an era that is read or written."""

Precision = Literal["day", "month", "year", "fiscal_year", "era", "range"]


class Span(NamedTuple):
    """A stretch of days, both ends inclusive; None is an open end.

    `precision` says what was written: a day, a month, a year, a fiscal year (年度), a whole era, or
    anything else (`range`: 平成6～11年, 平成6年から, 昭和50年代, 5月上旬). `notice` is a remark for
    the user, in Japanese: the count of years ran past the end of the era.
    """

    start: date | None
    end: date | None
    precision: Precision
    notice: str | None = None

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Return whether a day lies both in this span and between `start` and `end`, inclusive."""
        return (self.start is None or end is None or self.start <= end) and (
            self.end is None or start is None or start <= self.end
        )


def noted(span: Span, notice: str | None) -> Span:
    """Return a span with one notice more, if there is one that it does not have yet."""
    if notice is None or notice in (span.notice or ""):
        return span
    if span.notice is None:
        return span._replace(notice=notice)
    both = _("{first}。{second}", first=span.notice, second=notice)
    return span._replace(notice=both)
