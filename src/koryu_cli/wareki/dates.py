"""The grammar of a date itself, a method for each rule; see `grammar` for the whole.

date  = year ("年度" | "年代") [part]
      | year ["年"] [["の"] (month ["月"] [["の"] (day ["日"] | "上旬" | part)] | part)]
      | year "." month ["." day]              also with - / ・, and "、" between three numbers
      | yyyymmdd | era yymmdd | era ["時代"] | now | in English
year  = (era | "西暦" |) number ["(" year ")"]
"""

from koryu_cli.language import _
from koryu_cli.wareki.eras import FIRST_GREGORIAN_DAY, Era
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.parts import NAMES
from koryu_cli.wareki.spelling import Point, Unit, YearName
from koryu_cli.wareki.words import Kind, Token

LEAST_GREGORIAN_YEAR = 1000
SEPARATORS = frozenset({".", "/", "-", "・"})
MARKS = frozenset({"range", "-", "from"})
YEAR_UNITS: dict[Kind, Unit] = {"年": "year", "年度": "fiscal_year", "年代": "decade"}
ERAS = frozenset({"era", "abbreviation"})
STARTS = ERAS | {"number", "compact", "gregorian", "third"}
LIST_JOINTS = frozenset({"、", "・"})
_YEAR_NAMES = ERAS | {"gregorian"}
_DASHES = frozenset({"-", "range"})
_BEFORE_A_PART = frozenset({"part", "の", "年", "年度", "月"})
_NUMBERS = frozenset({"number", "first"})
_MIXED = frozenset({".", "/", "・"})
_JOINTS = _MIXED | {"の"}
_FULL_STOPS = frozenset({".", "・"})
_NAME_JOINTS = frozenset({"/", "・", "、"})
_LONGEST_LIST = 12
_LONGEST_DATE = 16
_A_YEAR_OF_EVERY_ERA = 10


class DateReader:
    """A reader of tokens, at `position`; every rule leaves it after what it has read.

    In running text a rule may stop before what could go on with a date but does not, and a number
    may have its unit from a later one in a list (7、8月). With `strict` a year past the end of its
    era is a fault. With `loose`, in a cell, parentheses behind a date may hold other words.
    """

    __slots__ = ("loose", "position", "running", "strict", "tokens")

    def __init__(
        self,
        tokens: list[Token],
        *,
        running: bool = False,
        strict: bool = False,
        loose: bool = False,
    ) -> None:
        self.tokens = tokens
        self.position = 0
        self.running = running
        self.strict = strict
        self.loose = loose

    def skip(self, kind: Kind) -> bool:
        """Go past a token of this kind, if there is one; return whether there is."""
        if self.tokens[self.position].kind != kind:
            return False
        self.position += 1
        return True

    def ahead(self, count: int) -> Token:
        """Return a token after the one here; behind the last there is only the last."""
        return self.tokens[min(self.position + count, len(self.tokens) - 1)]

    def made(
        self, first: int, names: tuple[YearName, ...], unit: Unit, month: int = 0, day: int = 0
    ) -> Point:
        """Return a date that goes from the token `first` to the one before this."""
        return Point(names, unit, month, day, first, self.position - 1)

    # --- the forms of a date ------------------------------------------------------------------

    def date(self) -> Point:
        """Read a date without what stands around it."""
        first = self.position
        token = self.tokens[first]
        if token.kind == "compact":
            return self._compact(first)
        if token.era:
            following = self.tokens[first + 1].kind
            if not self.running and following == "packed":
                return self._packed(first, token.era)
            if following in _DASHES:
                self._refuse_dash(first)
            if token.kind == "era" and following not in _NUMBERS and not self._is_joint(first + 1):
                self.position += 1
                self.skip("period")
                names = (named(token.era, _A_YEAR_OF_EVERY_ERA, first),)
                return self.made(first, names, "era")
        elif not self.running and (point := self.notation(first)):
            return point
        return self.after_year(first, self.with_other_names(self.year_name()))

    def notation(self, first: int) -> Point | None:  # noqa: ARG002 - for those who know one
        """Read a date in a notation of its own, at the token `first`; here there is none."""
        return None

    def _compact(self, first: int) -> Point:
        """Read a year with its month and day: 20120523."""
        year, month_and_day = divmod(self.tokens[first].number, 10_000)
        month, day = divmod(month_and_day, 100)
        if year < LEAST_GREGORIAN_YEAR:
            raise Fault(first, first, _("ここは日付として読めません"), kind="start")
        self.position += 1
        return self.made(first, (named(None, year, first),), "day", month, day)

    def _packed(self, first: int, era: Era) -> Point:
        """Read a year of an era with its month and day: H310430."""
        year, month_and_day = divmod(self.tokens[first + 1].number, 10_000)
        month, day = divmod(month_and_day, 100)
        self.position += 2
        return self.made(first, (named(era, year, first + 1),), "day", month, day)

    def _refuse_dash(self, place: int) -> None:
        """Refuse a dash between an era and its number, 平成-24年, which is no range."""
        number = self.tokens[place + 2]
        if number.kind in _NUMBERS and number.number < LEAST_GREGORIAN_YEAR:
            raise Fault(place + 1, place + 1, _("元号と年の間に線は入りません"), kind="dash")

    # --- years ----------------------------------------------------------------------------------

    def _is_joint(self, place: int) -> bool:
        """Return whether a full stop stands between an era and its number: S.63.4.1."""
        return (
            not self.running
            and self.tokens[place].kind in _FULL_STOPS
            and self.tokens[place + 1].kind in _NUMBERS
        )

    def year_name(self) -> YearName:
        """Read a year with its era, if it has one.

        Raises:
            Fault: there is none.
        """
        place = self.position
        name = number = self.tokens[place]
        if name.kind in _YEAR_NAMES:
            place += 1
            number = self.tokens[place]
            if name.era and number.kind in _FULL_STOPS and self._is_joint(place):
                place += 1
                number = self.tokens[place]
        if number.kind == "padded" and not name.era and not self.running:
            self.position = place + 1
            return named(None, number.number, place)
        if number.kind == "number" or (number.kind == "first" and name.era):
            if number is name and number.number < LEAST_GREGORIAN_YEAR:
                raise self._bare_number(place)
            self.position = place + 1
            return named(name.era, number.number, place)
        if number.kind == "end":
            reason = _("ここに日付が必要です") if number is name else _("年がありません")
            raise Fault(place, place, reason, kind="start")
        raise Fault(self.position, place, _("ここは日付として読めません"), kind="start")

    def _bare_number(self, place: int) -> Fault:
        """Return what is wrong with a number that may not be a year."""
        following, last = self.ahead(1).kind, self.ahead(4)
        if following in ("月", "日"):
            return Fault(place, place, _("年がありません"), kind="no year")
        if following in SEPARATORS and last.kind == "number" and last.number >= 1000:
            return Fault(place, place + 4, _("年、月、日の順に書いてください"), kind="year last")
        return Fault(place, place, _("元号がないので、どの年か決まりません"), kind="bare")

    def with_other_names(self, *names: YearName) -> tuple[YearName, ...]:
        """Read a year's other names, one or two, in parentheses: （1996）, （令和元年）."""
        if self.tokens[self.position].kind != "(" or not self.is_parenthesis(self.position):
            return names
        start = self.position
        others: tuple[YearName, ...] = ()
        try:
            while len(others) < 2:
                self.position += 1
                others += (self.year_name(),)
                self.skip("年")
                if self.tokens[self.position].kind not in _NAME_JOINTS:
                    break
        except Fault:
            others = ()
        year = names[0].year
        agree = not self.running or all(
            other.year == year and (other.era is None or year >= FIRST_GREGORIAN_DAY.year)
            for other in others
        )
        if others and agree and self.skip(")"):
            return names + others
        self.position = start
        return names

    def is_parenthesis(self, place: int) -> bool:
        """Return whether a parenthesis opens here that may hold a date and is closed."""
        if self.tokens[place].kind != "(":
            return False
        if not self.running:
            return True
        inside = self.tokens[place + 1 : place + _LONGEST_DATE]
        return inside[0].kind in STARTS and any(token.kind == ")" for token in inside)

    # --- what stands behind a year --------------------------------------------------------------

    def after_year(self, first: int, names: tuple[YearName, ...]) -> Point:
        """Read on after the number of a year that begins at the token `first`."""
        kind = self.tokens[self.position].kind
        if kind == "年":
            self.position += 1
            return self.in_year(first, self.with_other_names(*names))
        if kind in SEPARATORS or (kind == "、" and self._is_list_of_three()):
            return self._separated(first, names)
        if unit := YEAR_UNITS.get(kind):
            self.position += 1
            return self.part(self.made(first, names, unit))
        return self._bare_year(first, names)

    def _bare_year(self, first: int, names: tuple[YearName, ...]) -> Point:
        """Return a year that has its unit, if any, from a later one in a list (7、8年度)."""
        unit: Unit | None = None
        if self.running and self.tokens[self.position].kind in LIST_JOINTS:
            unit = YEAR_UNITS.get(self.later_unit(self.position - 1))
        return self.part(self.made(first, names, unit or "year"))

    def in_year(self, first: int, names: tuple[YearName, ...]) -> Point:
        """Read on after the 年 of a year: a month, a part, or nothing."""
        start = self.position
        if self.tokens[start].kind in _JOINTS:
            self._skip_joint()
        if self.tokens[self.position].kind == "number":
            month = self.tokens[self.position].number
            length = self.tokens_with_unit("月")
            if length == 0 and not self.running and self._is_mixed():
                self.position += 2
                return self._day_number(first, names, month)
            self.position += length
            if length == 2:
                return self.in_month(first, names, month)
            if length == 1:
                return self.made(first, names, "month", month)
        self.position = start
        return self.part(self.made(first, names, "year"))

    def _skip_joint(self) -> None:
        """Go past the の of 2016年の1月, and out of running text past a separator before it."""
        if self.tokens[self.position].kind == "の" or not self.running:
            following = self.tokens[self.position + 1]
            self.position += following.kind == "number" and following.number <= 31

    def _is_mixed(self) -> bool:
        """Return whether a month and a day stand here with a separator between them: 1/1."""
        month, separator, day = self.tokens[self.position], self.ahead(1), self.ahead(2)
        return month.kind == day.kind == "number" and separator.kind in _MIXED

    def in_month(self, first: int, names: tuple[YearName, ...], month: int) -> Point:
        """Read on after the 月 of a month: a day, a third, a part, or nothing."""
        start = self.position
        if self.tokens[start].kind in _JOINTS and not self.running:
            self._skip_joint()
        token = self.tokens[self.position]
        if token.kind == "third":
            self.position += 1
            return self.made(first, names, "third", month, token.number)
        if length := self.tokens_with_unit("日"):
            self.position += length
            return self.made(first, names, "day", month, token.number)
        self.position = start
        return self.part(self.made(first, names, "month", month))

    def _day_number(self, first: int, names: tuple[YearName, ...], month: int) -> Point:
        """Read a day that may have its unit."""
        day = self.tokens[self.position].number
        self.position += 1
        if not self.running:
            self.skip("日")
        return self.made(first, names, "day", month, day)

    def part(self, point: Point) -> Point:
        """Read a part of a year or a month behind it: 末, の上半期."""
        start = self.position
        if self.tokens[start].kind not in _BEFORE_A_PART:
            return point
        if not self.running:
            self.skip("の")
            repeated = self.tokens[self.position].kind in ("年", "年度", "月")  # の年末
            self.position += repeated and self.ahead(1).kind == "part"
        token = self.tokens[self.position]
        is_part = token.kind == "part" and token.name in NAMES.get(point.unit, ())
        if not is_part or (self.running and not token.number):
            self.position = start
            return point
        self.position += 1
        return point._replace(part=token.name, last=self.position - 1)

    def tokens_with_unit(self, unit: Kind) -> int:
        """Return how many tokens the number here has with its unit.

        That is 1 if a later number has the unit for both (4～6月), 0 if it is not of this unit.
        """
        if self.tokens[self.position].kind != "number":
            return 0
        following = self.tokens[self.position + 1].kind
        if following == unit:
            return 2
        if following in MARKS or (self.running and following in LIST_JOINTS):
            return int(self.later_unit(self.position) == unit)
        return 0

    def later_unit(self, place: int) -> Kind:
        """Return what stands after the numbers joined to the one here: 月 in 4～6月, 7、8、9月.

        In running text a number may have its era: 平成30・令和元年度.
        """
        tokens = self.tokens
        joints = MARKS | LIST_JOINTS if self.running else MARKS
        for _step in range(_LONGEST_LIST):
            if tokens[place + 1].kind not in joints:
                break
            number = place + 2
            if self.running and tokens[number].era and tokens[number + 1].kind in _NUMBERS:
                number += 1
            elif tokens[number].kind != "number":
                break
            place = number
        return tokens[place + 1].kind

    # --- numbers without units --------------------------------------------------------------------

    def _separated(self, first: int, names: tuple[YearName, ...]) -> Point:
        """Read the month and day after a separator, which is the same for both or nearly so."""
        separator = self.tokens[self.position].kind
        month = self.tokens[self.position + 1]
        if month.kind != "number" or self._is_year(names[0], month.number, separator):
            return self._bare_year(first, names)
        self.position += 2
        if not self.running and self.skip("月"):
            return self.in_month(first, names, month.number)
        second = self.tokens[self.position].kind
        mixed = not self.running and {separator, second} <= _MIXED
        if second == separator or mixed:
            day = self.tokens[self.position + 1]
            if day.kind == "number" and day.number < 100:
                self.position += 1
                return self._day_number(first, names, month.number)
        return self.part(self.made(first, names, "month", month.number))

    def _is_list_of_three(self) -> bool:
        """Return whether commas stand between a year, a month and a day: 3,7,18."""
        comma, month, second, day, behind = (self.ahead(count) for count in range(5))
        return (
            not self.running
            and comma.number == second.number == 1
            and second.kind == "、"
            and month.kind == day.kind == "number"
            and behind.kind not in YEAR_UNITS
        )

    def _is_year(self, name: YearName, number: int, separator: Kind) -> bool:
        """Return whether the number after the separator here is not a month but another year."""
        if self.later_unit(self.position + 1) in YEAR_UNITS:
            return True
        is_end = separator == "-" and name.era is not None
        return number >= LEAST_GREGORIAN_YEAR or (number > 12 and is_end)


def named(era: Era | None, number: int, place: int) -> YearName:
    """Return a year by its number, in an era or the Gregorian calendar, at a token."""
    return YearName(era, number, era.year_zero + number if era else number, place)
