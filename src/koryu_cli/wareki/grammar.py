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

from koryu_cli.wareki.eras import Era
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.reckoning import Point, Unit, YearName, both, check_weekday, span_of
from koryu_cli.wareki.spans import Span
from koryu_cli.wareki.tokens import Kind, Token, tokenize

LEAST_GREGORIAN_YEAR = 1000
_SEPARATORS = frozenset({".", "/", "-", "・"})
_MARKS = frozenset({"range", "-", "from"})
_YEAR_UNITS: dict[Kind, Unit] = {"年": "year", "年度": "fiscal_year", "年代": "decade"}
_ERAS = frozenset({"era", "abbreviation"})
_YEAR_NAMES = _ERAS | {"gregorian"}
_STARTS = _ERAS | {"number", "compact", "gregorian", "third"}
_NAME_JOINTS = frozenset({"/", "・", "、"})
_LIST_JOINTS = frozenset({"、", "・"})
_WORDLIKE = frozenset({"other", "count", "number", "first", "年", "月", "日", "-", "/", "."})
_DEPTHS: dict[Unit, int] = {"year": 1, "month": 2, "day": 3}
_LONGEST_LIST = 12
_LONGEST_DATE = 16
_A_YEAR_OF_EVERY_ERA = 10


def read(text: str) -> Span:
    """Return the days of an expression that is all there is in a folded text.

    Raises:
        Fault: it is not understood, there is no such date, or its parts do not agree.
    """
    tokens = tokenize(text)
    parser = Parser(tokens)
    span = parser.expression().span
    if tokens[parser.position].kind != "end":
        raise Fault(parser.position, len(tokens) - 2, "この部分が余っています", kind="rest")
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
        if kind == "end":
            return first
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
        token = self.tokens[self.position]
        if token.kind == "third" and before.month:
            return self._complete(self._day(self.position, before.names, before.month))
        if token.kind == "number" and token.number < LEAST_GREGORIAN_YEAR:
            return self._complete(self._elided(before))
        return self.point()

    def _elided(self, before: Point) -> Point:
        first = self.position
        following = self.tokens[first + 1].kind
        if following == "(" or self._later_unit(first) in _YEAR_UNITS:
            self._refuse_count(first + 2)
            self.position += 1
            return self._after_year(first, self._with_other_names(self._year_like(before, first)))
        if before.month and self.tokens_with_unit("月"):
            return self._month(first, before.names)
        if before.day and self.tokens_with_unit("日"):
            self._refuse_count(first + 2)
            return self._day(first, before.names, before.month)
        if following in ("月", "日"):
            raise Fault(first, first + 1, "前の日付にない単位なので、続きとして読めません")
        return self._elided_numbers(first, before)

    def _refuse_count(self, place: int) -> None:
        """Refuse a length of time (5年間) as the rest of a date."""
        if self.tokens[place].kind == "count":
            raise Fault(self.position, place, "日付ではなく期間です")

    def _year_like(self, before: Point, place: int) -> YearName:
        """Return a year with the era, or else the century, of the one before it."""
        number = self.tokens[place].number
        era, _, year, _ = before.names[0]
        if era is None and number < 100:
            number += year // 100 * 100
        return _named(era, number, place)

    def _elided_numbers(self, first: int, before: Point) -> Point:
        """Read numbers without units, H24.5.23～25 or ～6.2: the last ones of the date before."""
        numbers = self._separated_numbers()
        missing = _DEPTHS.get(before.unit, 0) - len(numbers)
        if missing < 0 or (self.running and not self._is_end_of_range(first)):
            raise Fault(first, self.position - 1, "前の日付の続きとして読めません")
        names = before.names if missing else (self._year_like(before, first),)
        parts = [0, before.month, before.day][:missing] + numbers + [0, 0]
        return self._point(first, names, before.unit, parts[1], parts[2])

    def _separated_numbers(self) -> list[int]:
        """Read up to three numbers with the same separator."""
        tokens = self.tokens
        separator = tokens[self.position + 1].kind
        numbers = [tokens[self.position].number]
        self.position += 1
        while (
            len(numbers) < 3
            and tokens[self.position].kind == separator
            and separator in _SEPARATORS
            and tokens[self.position + 1].kind == "number"
        ):
            numbers.append(tokens[self.position + 1].number)
            self.position += 2
        return numbers

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
        following = self.tokens[self.position + 1].kind if token.kind == "/" else None
        if following in _ERAS or self._is_parenthesis(self.position):
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
            month, day = divmod(month_and_day, 100)
            return self._point(first, (_named(None, year, first),), "day", month, day)
        if token.kind == "era" and self.tokens[first + 1].kind not in ("number", "first"):
            self.position += 1
            self._skip("period")
            return self._point(first, (_named(token.era, _A_YEAR_OF_EVERY_ERA, first),), "era")
        return self._after_year(first, self._with_other_names(self._year_name()))

    def _point(
        self, first: int, names: tuple[YearName, ...], unit: Unit, month: int = 0, day: int = 0
    ) -> Point:
        """Return a date that goes from the token `first` to the one before this."""
        return Point(names, unit, month, day, first, self.position - 1)

    def _year_name(self) -> YearName:
        place = self.position
        name = number = self.tokens[place]
        if name.kind in _YEAR_NAMES:
            place += 1
            number = self.tokens[place]
        if number.kind == "number" or (number.kind == "first" and name.era):
            if number is name and number.number < LEAST_GREGORIAN_YEAR:
                raise Fault(place, place, "元号がないので、どの年か決まりません", kind="bare")
            self.position = place + 1
            return _named(name.era, number.number, place)
        if number.kind == "end":
            raise Fault(
                place, place, "ここに日付が必要です" if number is name else "年がありません"
            )
        raise Fault(self.position, place, "ここは日付として読めません", kind="start")

    def _with_other_names(self, *names: YearName) -> tuple[YearName, ...]:
        """Read a year's other names, one or two, in parentheses: （1996）, （令和元年）."""
        if not self._is_parenthesis(self.position):
            return names
        start = self.position
        others: tuple[YearName, ...] = ()
        try:
            while len(others) < 2:
                self.position += 1
                others += (self._year_name(),)
                self._skip("年")
                if self.tokens[self.position].kind not in _NAME_JOINTS:
                    break
        except Fault:
            others = ()
        agree = not self.running or all(other.year == names[0].year for other in others)
        if others and agree and self._skip(")"):
            return names + others
        self.position = start
        return names

    def _is_parenthesis(self, place: int) -> bool:
        """Return whether a parenthesis opens here that may hold a date and is closed."""
        if self.tokens[place].kind != "(":
            return False
        if not self.running:
            return True
        inside = self.tokens[place + 1 : place + _LONGEST_DATE]
        return inside[0].kind in _STARTS and any(token.kind == ")" for token in inside)

    def _after_year(self, first: int, names: tuple[YearName, ...]) -> Point:
        kind = self.tokens[self.position].kind
        if kind == "年":
            self.position += 1
            return self._month(first, self._with_other_names(*names))
        if kind in _SEPARATORS:
            return self._separated(first, names)
        if unit := _YEAR_UNITS.get(kind):
            self.position += 1
            return self._point(first, names, unit)
        return self._bare_year(first, names)

    def _bare_year(self, first: int, names: tuple[YearName, ...]) -> Point:
        """Return a year that has its unit, if any, from a later one in a list (7、8年度)."""
        unit: Unit | None = None
        if self.running and self.tokens[self.position].kind in _LIST_JOINTS:
            unit = _YEAR_UNITS.get(self._later_unit(self.position - 1))
        return self._point(first, names, unit or "year")

    def _month(self, first: int, names: tuple[YearName, ...]) -> Point:
        month = self.tokens[self.position].number
        length = self.tokens_with_unit("月")
        self.position += length
        if length == 2:
            return self._day(first, names, month)
        if length == 1:
            return self._point(first, names, "month", month)
        return self._point(first, names, "year")

    def _day(self, first: int, names: tuple[YearName, ...], month: int) -> Point:
        token = self.tokens[self.position]
        if token.kind == "third":
            self.position += 1
            return self._point(first, names, "third", month, token.number)
        if length := self.tokens_with_unit("日"):
            self.position += length
            return self._point(first, names, "day", month, token.number)
        return self._point(first, names, "month", month)

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

    def _separated(self, first: int, names: tuple[YearName, ...]) -> Point:
        """Read the month and day after a separator, which must be the same for both."""
        separator = self.tokens[self.position].kind
        month = self.tokens[self.position + 1]
        if month.kind != "number" or self._is_year(names[0], month.number, separator):
            return self._bare_year(first, names)
        self.position += 2
        if self.tokens[self.position].kind == separator:
            day = self.tokens[self.position + 1]
            if day.kind == "number" and day.number < 100:
                self.position += 2
                return self._point(first, names, "day", month.number, day.number)
        return self._point(first, names, "month", month.number)

    def _is_year(self, name: YearName, number: int, separator: Kind) -> bool:
        """Return whether the number after the separator here is not a month but another year."""
        is_joined = self._later_unit(self.position + 1) in _YEAR_UNITS  # 1995-96年, 平成20・21年度
        if number <= 12 or number >= LEAST_GREGORIAN_YEAR:
            return is_joined or number >= LEAST_GREGORIAN_YEAR
        if separator == "-":
            return is_joined or name.era is not None
        return is_joined and self.running and separator in _LIST_JOINTS


def _named(era: Era | None, number: int, place: int) -> YearName:
    return YearName(era, number, era.year_zero + number if era else number, place)


def _combine(first: Dated, second: Dated) -> Dated:
    """Return one date from the same in two calendars."""
    one, other = first.point, second.point
    units = {one.unit, other.unit}
    if one[1:4] == other[1:4] or units == {"fiscal_year", "year"}:
        unit: Unit = "fiscal_year" if "fiscal_year" in units else one.unit
        names = {(name.era, name.year): name for name in one.names + other.names}
        point = one._replace(names=tuple(names.values()), unit=unit)
        return Dated(point, span_of(point))
    return Dated(one, both(first.span, second.span, other.first, other.last))
