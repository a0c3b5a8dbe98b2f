"""Finding the dates in running text."""

from collections.abc import Iterator
from typing import NamedTuple

from koryu_cli.wareki import evidence
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.grammar import LEAST_GREGORIAN_YEAR, Dated, Parser, read
from koryu_cli.wareki.reckoning import Point, span_of, spell
from koryu_cli.wareki.running import Text
from koryu_cli.wareki.spans import Span


class Mention(NamedTuple):
    """A date in a text.

    `start` and `end` are its place in the text (end exclusive), and `text` is what stands there.
    `expression` is what `parse` reads to the same span: `text` itself, or with what the text left
    out because an earlier or later date has it (平成21年11月 for the second of 平成21年7月、11月).
    """

    start: int
    end: int
    text: str
    expression: str
    span: Span


def find(text: str) -> Iterator[Mention]:
    """Find the dates in running text, in their order.

    A later date takes what it leaves out from an earlier one: in a list (2012年2月8日、9日), and a
    month without a year takes that of the last date before it, unless it would go back in time.
    Durations and counts (5年おき, 3年に1名) and numbers that only look like dates are passed over.
    """
    finder = _Finder(Text(text))
    place = 0
    while finder.text.tokens[place].kind != "end":
        found = finder.date_at(place)
        if found is None:
            place += 1
        while found:
            yield found
            place = finder.parser.position
            found = finder.next_in_list(place)


class _Finder:
    """A text with its parser, and the last date that was found."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.parser = Parser(text.tokens, running=True)
        self.last: Point | None = None

    def date_at(self, place: int) -> Mention | None:
        """Return the date that starts at a token, if one does."""
        token = self.text.tokens[place]
        if token.kind == "number" and token.number < LEAST_GREGORIAN_YEAR:
            return self._month_of_earlier_year(place)
        if token.kind == "range":
            return self._range_without_start(place)
        if token.kind not in ("era", "abbreviation", "gregorian", "number"):
            return None
        self.parser.position = place
        try:
            first = self.parser.point()
            found = self._with_end(first)
        except Fault:
            return None
        if evidence.is_evident(self.text, first.point, self.parser.position - 1):
            return self._mention(place, first.point, found, whole=True)
        return None

    def next_in_list(self, place: int) -> Mention | None:
        """Return the date that goes on with a list (、11月) after the last date, if one does."""
        if self.last is None or self.text.tokens[place].kind not in ("、", "・"):
            return None
        number = self.text.tokens[place + 1]
        if number.kind != "number" or number.number >= LEAST_GREGORIAN_YEAR:
            return None
        return self._rest(place + 1, self.last)

    def _month_of_earlier_year(self, place: int) -> Mention | None:
        if self.last is None or self.last.unit not in ("day", "third", "month", "year"):
            return None
        self.parser.position = place
        if not self.parser.tokens_with_unit("月"):
            return None
        if not evidence.is_month_of_earlier_year(self.text, place):
            return None
        return self._rest(place, self.last._replace(month=self.last.month or 1))

    def _rest(self, place: int, before: Point) -> Mention | None:
        """Return a date that is not earlier than the one from which it takes what it leaves out."""
        self.parser.position = place
        try:
            first = self.parser.rest(before)
            found = self._with_end(first)
        except Fault:
            return None
        start, end = span_of(before).start, first.span.end
        if start is None or end is None or end < start:
            return None
        last = self.parser.position - 1
        if found.span.precision == "year" and not evidence.ends_year_in_list(self.text, last):
            return None
        return self._mention(place, first.point, found, whole=False)

    def _range_without_start(self, place: int) -> Mention | None:
        """Return the range that begins with its mark: （～平成25年3月）."""
        if not evidence.starts_alone(self.text, place):
            return None
        self.parser.position = place
        try:
            found = self.parser.expression()
        except Fault:
            return None
        last = self.parser.position - 1
        evident = evidence.is_evident(self.text, found.point, last)
        if evident and evidence.ends_alone(self.text, last):
            return self._mention(place, found.point, found, whole=True)
        return None

    def _with_end(self, first: Dated) -> Dated:
        """Go on to the end of a range; a mark that has nothing after it must stand at an end."""
        end = self.parser.position
        found = self.parser.with_end(first)
        last = self.parser.position - 1
        is_mark = self.text.tokens[last].kind in ("range", "-")
        if is_mark and not evidence.ends_alone(self.text, last):
            self.parser.position = end
            return first
        return found

    def _mention(self, place: int, first: Point, found: Dated, *, whole: bool) -> Mention:
        """Return what was read; `whole` says that it took nothing from an earlier date."""
        self.last = found.point
        last = self.parser.position - 1
        start, end = self.text.starts[place], self.text.ends[last]
        text = expression = self.text.original[start:end]
        if whole and found.span.precision != "year" and self.text.tokens[last].kind == "number":
            # Its unit may stand at a later one only: 平成7 in 平成7、8年度.
            whole = _reads_to(self.text.folded[start:end], found.span)
        if not whole:
            expression = _spell_out(first, found)
        return Mention(start, end, text, expression, found.span)


def _reads_to(expression: str, span: Span) -> bool:
    try:
        return read(expression) == span
    except Fault:
        return False


def _spell_out(first: Point, found: Dated) -> str:
    """Return an expression for a date that leaves nothing out."""
    if first == found.point and found.span == span_of(first):
        return spell(first)
    start = spell(first) if found.span.start else ""
    return f"{start}～{spell(found.point) if found.span.end else ''}"
