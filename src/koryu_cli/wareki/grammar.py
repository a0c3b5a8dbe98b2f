"""The grammar of dates; `parse` and `find` share it.

expression = (range | point) ["の間" | "にわたって"]
range      = point mark [rest] | "～" point | point ("まで" | "以降" …) | "from" point ["to" rest]
mark       = "～" | "-" | "から"

A point is in `points`, the date in it in `dates`, and in `rests` a date that leaves out what it
shares with the one before.
"""

from koryu_cli.language import _
from koryu_cli.wareki.dates import LIST_JOINTS, MARKS
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.points import NO_DATE, Dated
from koryu_cli.wareki.rests import RestReader
from koryu_cli.wareki.spans import Span, noted
from koryu_cli.wareki.spelling import Point
from koryu_cli.wareki.tokens import tokenize
from koryu_cli.wareki.years import LEAST_GREGORIAN_YEAR, STARTS

__all__ = ["LEAST_GREGORIAN_YEAR", "NO_DATE", "Dated", "Parser", "read"]

_STARTS = STARTS | {"same", "next", "part"}
_STARTS_ALONE = _STARTS | {"now", "padded", "fiscal", "month name", "weekday"}
STARTS_IN_A_CELL = _STARTS_ALONE - {"now", "padded", "third", "part", "same", "next"} | {
    "range",
    "starting",
}
"""What the date of a cell begins with, wherever in it."""


def read(text: str, *, strict: bool = False) -> Span:
    """Return the days of an expression that is all there is in a folded text.

    Args:
        text: the expression.
        strict: whether a year past the end of its era is a fault rather than a notice.

    Raises:
        Fault: it is not understood, there is no such date, or its parts do not agree.
    """
    tokens = tokenize(text)
    parser = Parser(tokens, strict=strict)
    span = parser.expression().span
    parser.skip_during()
    rest = parser.position
    if tokens[rest].kind == "end":
        if span.start is None and span.end is None:
            raise Fault(0, len(tokens) - 2, _("始まりも終わりもない期間です"))
        return span
    if tokens[rest].kind in LIST_JOINTS and tokens[rest + 1].kind == "number":
        raise Fault(rest, len(tokens) - 2, _("日付が二つ以上あります"), kind="list")
    raise Fault(rest, len(tokens) - 2, _("この部分が余っています"), kind="rest")


class Parser(RestReader):
    """A reader of expressions."""

    __slots__ = ()

    def expression(self) -> Dated:
        """Read a range or a point; the point returned is the last one."""
        if self.skip("range"):
            self.skip("/")  # ../2013-03-31
            last = self.point()
            self.skip("until")
            return _until(last)
        if self.skip("starting"):
            dated = self.with_end(self.point())
            return _from(dated) if dated.span.end and dated.span.precision != "range" else dated
        return self.with_end(self.point())

    def with_end(self, first: Dated) -> Dated:
        """Read what makes a range of the date before it, if there is such a thing."""
        kind = self.tokens[self.position].kind
        if kind == "end":
            return first
        if kind in MARKS or (kind == "/" and self._is_interval(first.point)):
            return self._range(first)
        if kind == "since":
            self.position += 1
            return _from(first)
        if kind in ("until", "before"):
            self.position += 1
            return _until(first)
        return first

    def skip_during(self) -> None:
        """Go past a word that says that all of a span is meant: の間, にわたって."""
        token = self.tokens[self.position]
        self.position += token.kind == "during" or (token.kind == "count" and token.number == 1)

    def _is_interval(self, first: Point) -> bool:
        """Return whether a "/" stands between ISO dates: 2012-04-01/2013-03-31."""
        written = self.tokens[first.first : first.last + 1]
        return any(token.kind in ("-", "compact") for token in written)

    def _range(self, first: Dated) -> Dated:
        mark = self.position
        self.position += 1
        starts = _STARTS if self.running else _STARTS_ALONE
        if self.tokens[self.position].kind not in starts:
            if self.tokens[mark].kind == "/":
                self.skip("range")  # 2012-04-01/..
            return _from(first)
        try:
            return self._closed_range(first)
        except Fault:
            if not self.running:
                raise
        if self.tokens[mark].kind == "from":
            self.position = mark + 1
            return _from(first)
        self.position = mark
        return first

    def _closed_range(self, first: Dated) -> Dated:
        last = self.rest(first.point)
        self.skip("until")
        first, last = self._with_unit_of(last.point, first), self._with_unit_of(first.point, last)
        start, end = first.span.start, last.span.end
        if start and end and end < start:
            place = (last.point.first, last.point.last)
            raise Fault(*place, _("終わりが始まりより前です"), kind="order")
        span = noted(Span(start, end, "range", first.span.notice), last.span.notice)
        return Dated(last.point, span)

    def _with_unit_of(self, other: Point, end: Dated) -> Dated:
        """Return an end of a range with the unit of the other, if it has none: 平成23～25年度."""
        written = self.tokens[end.point.first : end.point.last + 1]
        bare = end.point.unit == "year" and all(token.kind != "年" for token in written)
        if bare and not end.point.part and other.unit in ("fiscal_year", "decade"):
            point = end.point._replace(unit=other.unit)
            return Dated(point, self.span_of(point))
        return end


def _from(first: Dated) -> Dated:
    """Return the range that begins with a date and has no end."""
    start, _end, _precision, notice = first.span
    return Dated(first.point, Span(start, None, "range", notice))


def _until(last: Dated) -> Dated:
    """Return the range that ends with a date and has no beginning."""
    _start, end, _precision, notice = last.span
    return Dated(last.point, Span(None, end, "range", notice))
