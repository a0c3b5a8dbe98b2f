"""Finding the dates in running text."""

from collections.abc import Iterator
from typing import NamedTuple

from koryu_cli.wareki import evidence
from koryu_cli.wareki.context import Context
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.grammar import LEAST_GREGORIAN_YEAR, Dated, Parser, read
from koryu_cli.wareki.running import Text
from koryu_cli.wareki.spans import Span
from koryu_cli.wareki.spelling import Point, spell
from koryu_cli.wareki.words import Kind

_YEAR_NAMES: frozenset[Kind] = frozenset({"era", "abbreviation", "gregorian"})
_AROUND: frozenset[Kind] = frozenset({"(", ")", "「", "」", "line"})
_NOTABLE: frozenset[Kind] = frozenset({*_YEAR_NAMES, *_AROUND, "number", "range", "next"})

_BEFORE_THE_SAME = frozenset(["", *"(（[［〔〈【《=＝/／"])


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

    A date in both calendars is one mention. A later date takes what it leaves out from an earlier
    one: in a list (2012年2月8日、9日), and a month without a year takes that of the last date
    before it where the text carries it so far, unless it would go back in time. Days of every year
    (毎年11月11日), durations and counts (5年おき, 3年に1名) and numbers that only look like dates
    are passed over. So are dates in English, which only `parse` and `parse_cell` read.
    """
    before: Mention | None = None
    for mention in _Finder(Text(text)).mentions():
        if before is None or not _is_said_again(text, before, mention):
            yield mention
        before = mention


class _Finder:
    """A text with its parser, the last date that was found, and what it carries on."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.parser = Parser(text.tokens, running=True)
        self.context = Context(text)
        self.last: Point | None = None

    def mentions(self) -> Iterator[Mention]:
        """Yield the dates of the text."""
        kinds = [token.kind for token in self.text.tokens]
        end = 0  # the token after the last mention
        for place, kind in enumerate(kinds):
            if kind not in _NOTABLE or place < end:
                continue
            if kind in _AROUND:
                self.context.pass_over(place, kind)
                continue
            found = self.date_at(place)
            while found:
                yield found
                end = self.parser.position
                found = self.next_in_list(end)

    def date_at(self, place: int) -> Mention | None:
        """Return the date that starts at a token, if one does."""
        token = self.text.tokens[place]
        is_short = token.kind == "number" and token.number < LEAST_GREGORIAN_YEAR
        if is_short or token.kind == "next":
            return self._without_year(place)
        if token.kind == "range":
            return self._range_without_start(place)
        self.parser.position = place
        try:
            first = self.parser.point()
            found = self._with_end(first)
        except Fault:
            return None
        if evidence.is_evident(self.text, first.point, self.parser.position - 1):
            return self._mention(place, first, found, whole=True)
        return None

    def next_in_list(self, place: int) -> Mention | None:
        """Return the date that goes on with a list (、11月) after the last date, if one does."""
        tokens = self.text.tokens
        if self.last is None or tokens[place].kind not in ("、", "・"):
            return None
        if tokens[place + 1].kind != "number" or tokens[place + 1].number >= LEAST_GREGORIAN_YEAR:
            return None
        if evidence.is_length_of_time(self.text, place + 1):
            return None
        rest = self._rest(place + 1, self.last)
        if rest is None:
            return None
        first, found = rest
        shares_unit = tokens[place - 1].kind == "number"  # 平成7、12、17年
        if found.span.precision == "year" and not shares_unit:
            last = self.parser.position - 1
            if not evidence.ends_year_in_list(self.text, place, last):
                return None
        return self._mention(place + 1, first, found, whole=False)

    def _without_year(self, place: int) -> Mention | None:
        """Return the date that takes its year or a part of it from an earlier one."""
        if not self._begins_without_year(place):
            return None
        earlier = self.context.earlier(place)
        rest = self._rest(place, earlier) if earlier else None
        if rest is None:
            if self.text.tokens[place + 1].kind == "年":
                self.context.pass_over_year(place)
            return None
        first, found = rest
        last = self.parser.position - 1
        if found.span.notice:  # 八五年 after 昭和61年 is no 昭和85年
            return None
        if not self.context.is_carried(place, last, is_range=found is not first):
            return None
        return self._mention(place, first, found, whole=False)

    def _begins_without_year(self, place: int) -> bool:
        """Return whether a date like 5月, 34年, 31日 or 翌年3月 begins at a token."""
        self.parser.position = place
        if self.text.tokens[place].kind == "next":
            kinds = [self.parser.ahead(count).kind for count in range(1, 5)]
            is_short = self.parser.ahead(1).number < LEAST_GREGORIAN_YEAR
            is_month = [kind for kind in kinds if kind != "の"][:3] == ["年", "number", "月"]
            return is_month or (is_short and kinds[0] == "number" and kinds[1] in ("年", "年度"))
        following = self.parser.ahead(1).kind
        return following in ("年", "日") or bool(self.parser.tokens_with_unit("月"))

    def _rest(self, place: int, before: Point) -> tuple[Dated, Dated] | None:
        """Read a date that is not earlier than the one from which it takes what it leaves out.

        Returns:
            The date and the range that it begins, which is the same date where there is none.
        """
        self.parser.position = place
        try:
            first = self.parser.rest(before)
            found = self._with_end(first)
        except Fault:
            return None
        end = first.span.end
        start = (before.names[0].year, before.month, before.day)
        return (first, found) if end and start <= (end.year, end.month, end.day) else None

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
            return self._mention(place, found, found, whole=True)
        return None

    def _with_end(self, first: Dated) -> Dated:
        """Go on to the end of a range; a mark that has nothing after it must stand at an end."""
        end = self.parser.position
        found = self.parser.with_end(first)
        last = self.parser.position - 1
        is_mark = self.text.tokens[last].kind in ("range", "-", "/")
        if is_mark and not evidence.leaves_end_open(self.text, last):
            self.parser.position = end
            return first
        is_part = found.point.unit == "era" and evidence.is_part_named(self.text, last)
        if is_part or self._ends_with_length_of_time(found.point, last):
            self.parser.position = end + 1
            return Dated(first.point, first.span._replace(end=None, precision="range"))
        return found

    def _ends_with_length_of_time(self, end: Point, last: int) -> bool:
        """Return whether what was read as the end of a range says how long it is."""
        tokens = self.text.tokens
        return (
            end.unit == "year"
            and tokens[end.first].kind == "number"
            and tokens[end.first].number < LEAST_GREGORIAN_YEAR
            and tokens[end.first - 1].kind == "from"
            and not evidence.ends_year_in_range(self.text, last)
        )

    def _mention(self, place: int, first: Dated, found: Dated, *, whole: bool) -> Mention | None:
        """Return what was read, if it has a first or a last day (not 令和時代まで).

        `whole` says that it took nothing from an earlier date.
        """
        if not (found.span.start or found.span.end):
            return None
        self.last = found.point
        last = self.parser.position - 1
        start, end = self.text.starts[place], self.text.ends[last]
        self.context.take(found.point, found.span, start, end)
        text = expression = self.text.original[start:end]
        ends = (self.text.tokens[last].kind, self.text.tokens[first.point.last].kind)
        if whole and found.span.precision != "year" and "number" in ends:
            # Its unit may stand at a later one only: 平成7 in 平成7、8年度.
            whole = _reads_to(self.text.folded[start:end], found.span)
        if not whole:
            expression = _spell_out(first, found)
        return Mention(start, end, text, expression, found.span)


def _is_said_again(text: str, before: Mention, mention: Mention) -> bool:
    """Return whether a date is said again: 1966年（昭和41年、丙午の年）, 1966年昭和41年."""
    is_same = before.span[:2] == mention.span[:2] and before.text != mention.text
    return is_same and text[before.end : mention.start].strip() in _BEFORE_THE_SAME


def _reads_to(expression: str, span: Span) -> bool:
    try:
        return read(expression) == span
    except Fault:
        return False


def _spell_out(first: Dated, found: Dated) -> str:
    """Return an expression for a date, or the range that it begins, that leaves nothing out."""
    if found is first:
        return spell(first.point)
    start = spell(first.point) if found.span.start else ""
    return f"{start}～{spell(found.point) if found.span.end else ''}"
