"""The grammar of dates, a method for each rule; `parse` and `find` share it.

expression = range | point
range      = point mark [rest] | "～" point | point ("まで" | "以降" …)
mark       = "～" | "-" | "から"
rest       = point without what it shares with the point before
point      = date [weekday] [other]
other      = "(" date ")" | "/" date           the same date in the other calendar
date       = year ("年度" | "年代")
           | year ["年" [month "月" [day "日" | "上旬"]]]
           | year "." month ["." day]           also with - / ・
           | yyyymmdd | era ["時代"]
year       = (era | "西暦" |) number ["(" year ")"]
"""

from typing import NamedTuple

from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.reckoning import Point, Unit, YearName, both, check_weekday, span_of
from koryu_cli.wareki.spans import Span
from koryu_cli.wareki.tokens import Kind, Token, tokenize

LEAST_GREGORIAN_YEAR = 1000
_SEPARATORS = frozenset({".", "/", "-", "・"})
_MARKS = frozenset({"range", "-", "from"})
_YEAR_UNITS: dict[Kind, Unit] = {"年": "year", "年度": "fiscal_year", "年代": "decade"}
_ERAS = frozenset({"era", "abbreviation"})
_STARTS = _ERAS | {"number", "compact", "gregorian", "third"}
_NAME_JOINTS = frozenset({"(", "/", "・", "、"})
_LIST_JOINTS = frozenset({"、", "・"})
_WORDLIKE = frozenset({"other", "count", "number", "first", "年", "月", "日", "-", "/", "."})
_DEPTHS: dict[Unit, int] = {"year": 1, "month": 2, "day": 3}
_LONGEST_LIST = 12
_A_YEAR_OF_EVERY_ERA = 10
_END = Token("end")


def read(text: str) -> Span:
    """Return the days of an expression that is all there is in a folded text.

    Raises:
        Fault: it is not understood, there is no such date, or its parts do not agree.
    """
    parser = Parser(tokenize(text))
    span = parser.expression().span
    parser.expect_end()
    return span


class Dated(NamedTuple):
    """A date as it is written and the days that it stands for."""

    point: Point
    span: Span


class Parser:
    """A reader of tokens, at `position`; every rule leaves it after what it has read.

    In running text a rule may stop before what could go on with a date but does not, and a number
    may have its unit from a later one in a list (7、8月).
    """

    __slots__ = ("position", "running", "tokens")

    def __init__(self, tokens: list[Token], *, running: bool = False) -> None:
        self.tokens = tokens
        self.position = 0
        self.running = running

    def expect_end(self) -> None:
        """Check that nothing is left over.

        Raises:
            Fault: something is.
        """
        if self.tokens[self.position].kind != "end":
            last = len(self.tokens) - 2
            raise Fault(self.position, last, "この部分が余っています", kind="rest")

    # --- ranges -----------------------------------------------------------------------------

    def expression(self) -> Dated:
        """Read a range or a point; the point returned is the last one."""
        if self._skip("range"):
            self._skip("/")  # ../2013-03-31
            last = self.point()
            self._skip("until")
            return Dated(last.point, last.span._replace(start=None, precision="range"))
        return self.with_end(self.point())

    def with_end(self, first: Dated) -> Dated:
        """Read what makes a range of the date before it, if there is such a thing."""
        kind = self.tokens[self.position].kind
        if kind in _MARKS or (kind == "/" and self._is_interval(first.point)):
            return self._range(first)
        if self._skip("since"):
            return Dated(first.point, first.span._replace(end=None, precision="range"))
        if self._skip("until") or self._skip("before"):
            return Dated(first.point, first.span._replace(start=None, precision="range"))
        return first

    def _skip(self, kind: Kind) -> bool:
        """Go past a token of this kind, if there is one; return whether there is."""
        if self.tokens[self.position].kind != kind:
            return False
        self.position += 1
        return True

    def _is_interval(self, first: Point) -> bool:
        """Return whether a "/" stands between ISO dates: 2012-04-01/2013-03-31."""
        written = self.tokens[first.first : first.last + 1]
        return any(token.kind in ("-", "compact") for token in written)

    def _range(self, first: Dated) -> Dated:
        mark = self.position
        self.position += 1
        if self.tokens[self.position].kind not in _STARTS:
            if self.tokens[mark].kind == "/":
                self._skip("range")  # 2012-04-01/..
            return Dated(first.point, first.span._replace(end=None, precision="range"))
        try:
            return self._closed_range(first)
        except Fault:
            if not self.running:
                raise
        if self.tokens[mark].kind == "from":
            self.position = mark + 1
            return Dated(first.point, first.span._replace(end=None, precision="range"))
        self.position = mark
        return first

    def _closed_range(self, first: Dated) -> Dated:
        last = self.rest(first.point)
        self._skip("until")
        first = self._with_unit_of(last.point, first)
        start, end = first.span.start, last.span.end
        if start and end and end < start:
            raise Fault(last.point.first, last.point.last, "終わりが始まりより前です")
        notices = dict.fromkeys(filter(None, (first.span.notice, last.span.notice)))
        return Dated(last.point, Span(start, end, "range", "。".join(notices) or None))

    def _with_unit_of(self, last: Point, first: Dated) -> Dated:
        """Return the start of a range, 平成23～25年度, with the unit that only its end has."""
        written = self.tokens[first.point.first : first.point.last + 1]
        bare = first.point.unit == "year" and all(token.kind != "年" for token in written)
        if bare and last.unit in ("fiscal_year", "decade"):
            point = first.point._replace(unit=last.unit)
            return Dated(point, span_of(point))
        return first

    # --- what a later date leaves out ---------------------------------------------------------

    def rest(self, before: Point) -> Dated:
        """Read a date that may leave out what it shares with the one before it."""
        first = self.position
        token = self.tokens[first]
        if token.kind == "third" and before.month:
            return self._complete(self._day(before.names, before.month, first))
        if token.kind == "number" and token.number < LEAST_GREGORIAN_YEAR:
            return self._complete(self._elided(before, first))
        return self.point()

    def _elided(self, before: Point, first: int) -> Point:
        following = self.tokens[first + 1].kind
        if following == "(" or self._later_unit(first) in _YEAR_UNITS:
            self._refuse_count(first + 2)
            self.position += 1
            name = self._year_like(before, first)
            return self._after_year((name, *self._other_names(name)), first)
        if self.tokens_with_unit("月") and before.month:
            return self._month(before.names, first)
        if self.tokens_with_unit("日") and before.day:
            self._refuse_count(first + 2)
            return self._day(before.names, before.month, first)
        if following in ("月", "日"):
            raise Fault(first, first + 1, "前の日付にない単位なので、続きとして読めません")
        return self._elided_numbers(before, first)

    def _refuse_count(self, place: int) -> None:
        """Refuse a length of time (5年間) as the rest of a date."""
        if self.tokens[place].kind == "count":
            raise Fault(self.position, place, "日付ではなく期間です")

    def _year_like(self, before: Point, place: int) -> YearName:
        """Return a year with the era, or else the century, of the one before it."""
        number = self.tokens[place].number
        era, earlier, _ = before.names[0]
        if era is None and number < 100:
            number += earlier // 100 * 100
        return YearName(era, number, place)

    def _elided_numbers(self, before: Point, first: int) -> Point:
        """Read numbers without units, H24.5.23～25 or ～6.2: the last ones of the date before."""
        numbers = [first]
        separator = self.tokens[first + 1].kind
        while (
            separator in _SEPARATORS
            and self.tokens[numbers[-1] + 1].kind == separator
            and self.tokens[numbers[-1] + 2].kind == "number"
            and len(numbers) < 3
        ):
            numbers.append(numbers[-1] + 2)
        self.position = numbers[-1] + 1
        missing = _DEPTHS.get(before.unit, 0) - len(numbers)
        if missing < 0 or (self.running and not self._is_end_of_range(first)):
            raise Fault(first, self.position - 1, "前の日付の続きとして読めません")
        if missing == 0:
            name = self._year_like(before, numbers.pop(0))
            names: tuple[YearName, ...] = (name,)
        else:
            names = before.names
        month, day = before.month, before.day
        values = [self.tokens[number].number for number in numbers]
        if before.unit == "day" and values:
            day = values.pop()
        if values:
            month = values.pop()
        return Point(names, before.unit, month, day, first, self.position - 1)

    def _is_end_of_range(self, first: int) -> bool:
        """Return whether numbers without units stand between the mark of a range and a stop."""
        after = self.tokens[self.position].kind
        return self.tokens[first - 1].kind in _MARKS and after not in _WORDLIKE

    # --- points -----------------------------------------------------------------------------

    def point(self) -> Dated:
        """Read a date with its weekday and its other names."""
        return self._complete(self._date())

    def _complete(self, point: Point) -> Dated:
        try:
            span = span_of(point)
        except Fault as fault:
            raise self._narrowed(fault, point) from None
        token = self.tokens[self.position]
        if token.kind == "weekday" and point.unit == "day" and span.start:
            check_weekday(span.start, token.number, self.position)
            self.position += 1
            token = self.tokens[self.position]
        if token.kind == "(" or (
            token.kind == "/" and self.tokens[self.position + 1].kind in _ERAS
        ):
            return self._with_other(Dated(point, span))
        return Dated(point, span)

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

    def _with_other(self, dated: Dated) -> Dated:
        """Read the same date in the other calendar, in parentheses or after a "/"."""
        start = self.position
        self.position += 1
        try:
            other = self._date()
            both = _combine(dated, Dated(other, span_of(other)))
        except Fault:
            if not self.running:
                raise
        else:
            if self.tokens[start].kind == "/" or self._skip(")"):
                return both
        self.position = start
        return dated

    def _date(self) -> Point:
        first = self.position
        token = self.tokens[first]
        if token.kind == "compact":
            self.position += 1
            year, month_and_day = divmod(token.number, 10_000)
            names = (YearName(None, year, first),)
            return Point(names, "day", *divmod(month_and_day, 100), first, first)
        if token.kind == "era" and self.tokens[first + 1].kind not in ("number", "first"):
            self.position += 1
            self._skip("period")
            names = (YearName(token.era, _A_YEAR_OF_EVERY_ERA, first),)
            return Point(names, "era", 0, 0, first, self.position - 1)
        name = self._year_name()
        return self._after_year((name, *self._other_names(name)), first)

    def _year_name(self) -> YearName:
        token = self.tokens[self.position]
        if token.kind in _ERAS or token.kind == "gregorian":
            self.position += 1
        number = self.tokens[self.position]
        if number.kind == "number" or (number.kind == "first" and token.era):
            if token is number and number.number < LEAST_GREGORIAN_YEAR:
                reason = "元号がないので、どの年か決まりません"
                raise Fault(self.position, self.position, reason, kind="bare")
            self.position += 1
            return YearName(token.era, number.number, self.position - 1)
        if number.kind == "end":
            reason = "年がありません" if number is not token else "ここに日付が必要です"
            raise Fault(self.position, self.position, reason)
        first = self.position - (number is not token)
        raise Fault(first, self.position, "ここは日付として読めません", kind="start")

    def _other_names(self, name: YearName) -> tuple[YearName, ...]:
        """Read the year's other names, one or two, in parentheses: （1996）, （令和元年）."""
        if self.tokens[self.position].kind != "(":
            return ()
        start = self.position
        names: tuple[YearName, ...] = ()
        try:
            while len(names) < 2 and self.tokens[self.position].kind in _NAME_JOINTS:
                self.position += 1
                names += (self._year_name(),)
                self._skip("年")
        except Fault:
            names = ()
        agree = not self.running or all(other.year == name.year for other in names)
        if names and agree and self._skip(")"):
            return names
        self.position = start
        return ()

    def _after_year(self, names: tuple[YearName, ...], first: int) -> Point:
        kind = self.tokens[self.position].kind
        if kind in _SEPARATORS:
            return self._separated(names, first)
        unit = _YEAR_UNITS.get(kind)
        if unit:
            self.position += 1
        if kind == "年":
            names += self._other_names(names[0])
            return self._month(names, first)
        return (
            self._bare_year(names, first)
            if unit is None
            else Point(names, unit, 0, 0, first, self.position - 1)
        )

    def _bare_year(self, names: tuple[YearName, ...], first: int) -> Point:
        """Return a year that has its unit, if any, from a later one in a list (7、8年度)."""
        unit: Unit | None = None
        if self.running and self.tokens[self.position].kind in _LIST_JOINTS:
            unit = _YEAR_UNITS.get(self._later_unit(self.position - 1))
        return Point(names, unit or "year", 0, 0, first, self.position - 1)

    def _month(self, names: tuple[YearName, ...], first: int) -> Point:
        month = self.tokens[self.position].number
        length = self.tokens_with_unit("月")
        self.position += length
        if length == 2:
            return self._day(names, month, first)
        return Point(
            names,
            "month" if length else "year",
            month if length else 0,
            0,
            first,
            self.position - 1,
        )

    def _day(self, names: tuple[YearName, ...], month: int, first: int) -> Point:
        token = self.tokens[self.position]
        if token.kind == "third":
            self.position += 1
            return Point(names, "third", month, token.number, first, self.position - 1)
        if length := self.tokens_with_unit("日"):
            self.position += length
            return Point(names, "day", month, token.number, first, self.position - 1)
        return Point(names, "month", month, 0, first, self.position - 1)

    def tokens_with_unit(self, unit: Kind) -> int:
        """Return how many tokens the number here has with its unit.

        That is 1 if a later number has the unit for both (4～6月), 0 if it is not of this unit.
        """
        if self.tokens[self.position].kind != "number":
            return 0
        following = self.tokens[self.position + 1].kind
        if following == unit:
            return 2
        if following in _MARKS or (self.running and following in _LIST_JOINTS):
            return int(self._later_unit(self.position) == unit)
        return 0

    def _later_unit(self, place: int) -> Kind:
        """Return what stands after the numbers joined to the one here: 月 in 4～6月, 7、8、9月."""
        tokens = self.tokens
        joints = _MARKS | _LIST_JOINTS if self.running else _MARKS
        for _ in range(_LONGEST_LIST):
            if tokens[place + 1].kind not in joints or tokens[place + 2].kind != "number":
                break
            place += 2
        return tokens[place + 1].kind

    def _separated(self, names: tuple[YearName, ...], first: int) -> Point:
        """Read the month and day after a separator, which must be the same for both."""
        separator, month, following = self.tokens[self.position : self.position + 3] + [_END] * (
            len(self.tokens) < self.position + 3
        )
        if month.kind != "number" or self._is_year(names[0], month, separator):
            return self._bare_year(names, first)
        self.position += 2
        if following.kind == separator.kind:
            day = self.tokens[self.position + 1]
            if day.kind == "number" and day.number < 100:
                self.position += 2
                return Point(names, "day", month.number, day.number, first, self.position - 1)
        return Point(names, "month", month.number, 0, first, self.position - 1)

    def _is_year(self, name: YearName, number: Token, separator: Token) -> bool:
        """Return whether the number after the separator here is not a month but another year."""
        if number.number >= LEAST_GREGORIAN_YEAR:
            return True
        if self._later_unit(self.position + 1) in _YEAR_UNITS:
            return True
        return separator.kind == "-" and name.era is not None and number.number > 12


def _combine(first: Dated, second: Dated) -> Dated:
    """Return one date from the same in two calendars."""
    one, other = first.point, second.point
    units = {one.unit, other.unit}
    if one[1:4] == other[1:4] or units == {"fiscal_year", "year"}:
        unit: Unit = "fiscal_year" if "fiscal_year" in units else one.unit
        point = one._replace(names=one.names + other.names, unit=unit)
        return Dated(point, span_of(point))
    return Dated(one, both(first.span, second.span, other.first, other.last))
