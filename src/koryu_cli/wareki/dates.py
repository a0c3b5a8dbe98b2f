"""The grammar of a date itself, a method for each rule; see `grammar` for the whole.

date = year ("年度" | "年代") [part]
     | year ["年"] [["の"] (month ["月"] [["の"] (day ["日"] | "上旬" | part)] | part)]
     | year "." month ["." day]               also with - / ・, and "、" between three numbers
     | yyyymmdd | era yymmdd | era ["時代"] | now | in English
"""

from koryu_cli.language import _
from koryu_cli.wareki.eras import Era
from koryu_cli.wareki.errors import Fault, not_read
from koryu_cli.wareki.parts import NAMES
from koryu_cli.wareki.spelling import Point, Unit, YearName
from koryu_cli.wareki.words import Kind
from koryu_cli.wareki.years import (
    LEAST_GREGORIAN_YEAR,
    NUMBERS,
    SEPARATORS,
    YearReader,
    named,
)

MARKS = frozenset({"range", "-", "from"})
YEAR_UNITS: dict[Kind, Unit] = {"年": "year", "年度": "fiscal_year", "年代": "decade"}
LIST_JOINTS = frozenset({"、", "・"})
_UNITS_REPEATED: dict[Kind, Unit] = {"年": "year", "年度": "fiscal_year", "月": "month"}
_DASHES = frozenset({"-", "range"})
_BEFORE_A_PART = frozenset({"part", "の", "年", "年度", "月"})
_MIXED = frozenset({".", "/"})
_JOINTS = _MIXED | {"・", "の"}
_LONGEST_LIST = 12
_A_YEAR_OF_EVERY_ERA = 10


class DateReader(YearReader):
    """A reader of dates, without what stands around them."""

    __slots__ = ()

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
            if token.kind == "era" and following not in NUMBERS and not self.is_joint(first + 1):
                self.position += 1
                self.skip("period")
                names = (named(token.era, _A_YEAR_OF_EVERY_ERA, first),)
                return self.made(first, names, "era")
        elif not self.running and not self._is_plain(first) and (point := self.notation(first)):
            return point
        return self.after_year(first, self.with_other_names(self.year_name()))

    def _is_plain(self, first: int) -> bool:
        """Return whether a number here has 年 or another number behind it, as most have."""
        if self.tokens[first].kind != "number":
            return False
        following = self.tokens[first + 1].kind
        return following == "年" or (
            following in SEPARATORS and self.tokens[first + 2].kind == "number"
        )

    def notation(self, first: int) -> Point | None:  # noqa: ARG002 - for those who know one
        """Read a date in a notation of its own, at the token `first`; here there is none."""
        return None

    def _compact(self, first: int) -> Point:
        """Read a year with its month and day: 20120523."""
        year, month_and_day = divmod(self.tokens[first].number, 10_000)
        month, day = divmod(month_and_day, 100)
        if year < LEAST_GREGORIAN_YEAR:
            raise Fault(first, first, not_read(), kind="start")
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
        if number.kind in NUMBERS and number.number < LEAST_GREGORIAN_YEAR:
            raise Fault(place + 1, place + 1, _("元号と年の間に線は入りません"), kind="dash")

    # --- what stands behind a year --------------------------------------------------------------

    def after_year(self, first: int, names: tuple[YearName, ...]) -> Point:
        """Read on after the number of a year that begins at the token `first`."""
        kind = self.tokens[self.position].kind
        if kind == "年":
            self.position += 1
            all_names = self.with_other_names(*names)
            if all_names != names and self.tokens[self.position].name == "度":
                self.position += 1  # 2012年（平成24年）度
                return self.part(self.made(first, all_names, "fiscal_year"))
            return self.in_year(first, all_names)
        if kind in SEPARATORS or (kind == "、" and self._is_list_of_three()):
            return self._separated(first, names)
        if unit := YEAR_UNITS.get(kind):
            self.position += 1
            return self.part(self.made(first, names, unit))
        if len(names) > 1 and kind == "number" and self.ahead(1).kind == "月":
            return self.in_year(first, names)  # 平成8（1996年）6月24日
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
        point = self.made(first, names, "year")
        return self.part(point) if self.tokens[start].kind in _BEFORE_A_PART else point

    def _skip_joint(self) -> None:
        """Go past the の of 2016年の1月, and out of running text past a separator before it."""
        if self.tokens[self.position].kind == "の" or not self.running:
            following = self.tokens[self.position + 1]
            self.position += following.kind == "number" and following.number <= 31

    def _is_mixed(self) -> bool:
        """Return whether a month and a day stand here with a separator between them: 1/1.

        5・6月 are two months, and 1.5倍 is a number.
        """
        month, separator, day, behind = (self.ahead(count) for count in range(4))
        return (
            month.kind == day.kind == "number"
            and separator.kind in _MIXED
            and behind.kind != "月"
            and not (separator.kind == "." and behind.kind == "other")
        )

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
        if not self.running:
            self.skip("の")
            unit = _UNITS_REPEATED.get(self.tokens[self.position].kind)  # の年末
            self.position += unit == point.unit and self.ahead(1).kind == "part"
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
            if self.running and tokens[number].era and tokens[number + 1].kind in NUMBERS:
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
            day, behind = self.ahead(1), self.ahead(2)
            if day.kind == "number" and day.number < 100 and behind.kind != "月":
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
