"""The grammar of a date with what stands around it; see `grammar` for the whole.

point = date [weekday] [time] ["頃"] [other]
other = "(" date ")" | "/" date              the same date in the other calendar
"""

from typing import NamedTuple

from koryu_cli.language import _
from koryu_cli.wareki.dates import MARKS, DateReader
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.reckoning import both, check_weekday, disagreement, span_of
from koryu_cli.wareki.spans import Span, noted
from koryu_cli.wareki.spelling import Point, Unit
from koryu_cli.wareki.years import ERAS, LEAST_GREGORIAN_YEAR

_ENDS = MARKS | {"since", "until", "before"}
NO_DATE = frozenset({"start", "bare", "no year"})
"""The kinds of faults of what does not look like a date."""


_JOINTS_IN_ENGLISH = frozenset({".", "、", "-", "/"})
_REMARKS = frozenset({"time", "about"})


class Dated(NamedTuple):
    """A date as it is written and the days that it stands for."""

    point: Point
    span: Span


class PointReader(DateReader):
    """A reader of dates with what stands around them."""

    __slots__ = ()

    def notation(self, first: int) -> Point | None:
        """Read a date that has no other form: 今年, FY2012, May 23, 2012."""
        token = self.tokens[first]
        if token.kind == "now":
            from koryu_cli.wareki.relative import read_now  # only words for now need the clock

            return read_now(self)
        if token.kind == "fiscal":
            self.position += 1
            names = self.with_other_names(self.year_name())
            return self.part(self.made(first, names, "fiscal_year"))
        if token.kind == "month name" or (token.kind == "number" and self.is_day_in_english()):
            from koryu_cli.wareki.english import read_english  # few dates are in English

            return read_english(self)
        return None

    def is_day_in_english(self) -> bool:
        """Return whether a number here has the name of a month behind it: 23rd May, 23-May."""
        following = self.tokens[self.position + 1].kind
        if following in _JOINTS_IN_ENGLISH:
            return self.tokens[self.position + 2].kind == "month name"
        return following in ("month name", "ordinal")

    def point(self) -> Dated:
        """Read a date with what stands around it."""
        token = self.tokens[self.position]
        if token.kind != "weekday" or self.running:
            return self.complete(self.date())
        place = self.position
        self.position += 1
        self.skip("、")
        dated = self.complete(self.date())
        if dated.span.precision != "day" or not dated.span.start:
            raise Fault(place, place, _("曜日がありますが、日がありません"), kind="weekday")
        check_weekday(dated.span.start, token.number, place)
        return dated

    def complete(self, point: Point) -> Dated:
        """Read what may stand behind a date: weekday, time, 頃, the other calendar."""
        span = self.span_of(point)
        token = self.tokens[self.position]
        in_brackets = token.kind == "(" and self.ahead(2).kind == ")"  # (Wed)
        weekday = self.ahead(1) if in_brackets else token
        if weekday.kind == "weekday" and point.unit == "day" and span.start:
            check_weekday(span.start, weekday.number, self.position + in_brackets)
            self.position += 3 if in_brackets else 1
        if self.tokens[point.last - 1].kind == "time":  # May 23 10:54:37 2012
            span = noted(span, _("時刻は読み飛ばしました"))
        kind = self.tokens[self.position].kind
        if kind in _REMARKS and (not self.running or self._is_about_an_end()):
            span = self._with_remarks(point, span)
            kind = self.tokens[self.position].kind
        if kind in ("(", "/") and self._is_before_other(point):
            return self._with_other(Dated(point, span))
        return Dated(point, span)

    def span_of(self, point: Point) -> Span:
        """Return the days of a date.

        Raises:
            Fault: there is no such date.
        """
        try:
            return span_of(point, strict=self.strict)
        except Fault as fault:
            raise self._narrowed(fault, point) from None

    def _narrowed(self, fault: Fault, point: Point) -> Fault:
        """Return the fault of a month or day with the place of its number."""
        tokens = self.tokens
        written = range(point.first, point.last + 1)
        numbers = [place for place in written if tokens[place].kind == "number"]
        back = 2 if fault.kind == "month" and point.unit == "day" else 1
        if fault.kind in ("month", "day") and len(numbers) >= back:
            fault.first = numbers[-back]
            fault.last = fault.first + (tokens[fault.first + 1].kind in ("月", "日"))
        return fault

    def _is_about_an_end(self) -> bool:
        """Return whether a word like 頃 stands before the mark of a range: 1985年頃から."""
        return self.tokens[self.position].kind == "about" and self.ahead(1).kind in _ENDS

    def _with_remarks(self, point: Point, span: Span) -> Span:
        """Pass over a time and words like 頃, with a notice."""
        if point.unit == "day" and self.skip("time"):
            while self.tokens[self.position].kind in MARKS and self.ahead(1).kind == "time":
                self.position += 2
                self.skip("until")
            span = noted(span, _("時刻は読み飛ばしました"))
        if self.skip("about"):
            span = noted(span, _("おおよその日付ですが、書かれたとおりの期間として読みました"))
        return span

    def _is_before_other(self, point: Point) -> bool:
        """Return whether the same date in the other calendar follows."""
        if self.tokens[self.position].kind != "/":
            return self.is_parenthesis(self.position)
        following = self.tokens[self.position + 1]
        if following.kind == "number":  # S55/1980
            return point.names[0].era is not None and following.number >= LEAST_GREGORIAN_YEAR
        return following.kind in ERAS

    def _with_other(self, dated: Dated) -> Dated:
        """Read the same date in the other calendar, in parentheses or after a "/"."""
        start = self.position
        self.position += 1
        try:
            other = self.date()
            if self.loose and self.tokens[self.position].kind != ")":
                self.position = start
                return dated
            both_names = self._combine(dated, Dated(other, self.span_of(other)))
            if not self.running:
                self.skip("about")
        except Fault as fault:
            if not (self.running or (self.loose and fault.kind in NO_DATE)):
                raise
        else:
            if self.tokens[start].kind == "/" or self.skip(")"):
                return both_names
        self.position = start
        return dated

    def _combine(self, first: Dated, second: Dated) -> Dated:
        """Return one date from the same in two calendars."""
        one, other = first.point, second.point
        units = {one.unit, other.unit}
        same = (one[1:4], one.part) == (other[1:4], other.part) and one.unit != "era"
        if same or units == {"fiscal_year", "year"}:
            unit: Unit = "fiscal_year" if "fiscal_year" in units else one.unit
            names = {(name.era, name.year): name for name in one.names + other.names}
            point = one._replace(names=tuple(names.values()), unit=unit)
            return Dated(point, noted(self.span_of(point), first.span.notice))
        span = both(first.span, second.span)
        if units == {"era"} and first.span != second.span:
            span = None
        if span is None:
            reason, meant = disagreement(one, other, first.span, second.span)
            raise Fault(other.first, other.last, reason, suggestion=meant)
        if span[:2] == second.span[:2]:  # the finer of the two
            one = other._replace(first=one.first, last=one.last)
        return Dated(one, span)
