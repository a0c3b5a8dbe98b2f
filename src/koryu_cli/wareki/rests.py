"""The grammar of a date that leaves out what it shares with the one before it.

rest = point without what it shares with the point before | part
     | ("同" | "翌") (("年" | "年度" | "月" | "日" | number) …)
"""

from datetime import date, timedelta

from koryu_cli.language import _
from koryu_cli.wareki.dates import MARKS, YEAR_UNITS
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.points import Dated, PointReader
from koryu_cli.wareki.spelling import Point, Unit, YearName
from koryu_cli.wareki.years import ERAS, LEAST_GREGORIAN_YEAR, SEPARATORS, named

_DEPTHS: dict[Unit, int] = {"year": 1, "fiscal_year": 1, "month": 2, "day": 3}
_WORDLIKE = frozenset(
    {"other", "count", "number", "first", "年", "月", "日", "-", "/", ".", "の", "now", "part"}
)


class RestReader(PointReader):
    """A reader of dates that may leave out a part."""

    __slots__ = ()

    def rest(self, before: Point) -> Dated:
        """Read a date that may leave out what it shares with the one before it."""
        token = self.tokens[self.position]
        if token.kind in ("same", "next"):
            return self.complete(self._relative(before))
        if token.kind == "third" and before.month:
            return self.complete(self.in_month(self.position, before.names, before.month))
        if token.kind == "part" and before.part:
            whole = before._replace(part="", first=self.position, last=self.position)
            return self.complete(self.part(whole))
        is_short = token.kind == "number" and token.number < LEAST_GREGORIAN_YEAR
        if is_short and not self.is_day_in_english():
            return self.complete(self._elided(before))
        return self.point()

    def _elided(self, before: Point) -> Point:
        first = self.position
        following = self.tokens[first + 1].kind
        if before.unit == "era":
            raise Fault(first, first, _("前の日付の続きとして読めません"))
        if following == "(" or self.later_unit(first) in YEAR_UNITS:
            self._refuse_count(first + 2)
            self.position += 1
            names = self.with_other_names(_year_like(before, self.tokens[first].number, first))
            return self.after_year(first, names)
        if before.month and self.tokens_with_unit("月"):
            month = self.tokens[first].number
            self.position += self.tokens_with_unit("月")
            return self.in_month(first, before.names, month)
        if before.day and self.tokens_with_unit("日"):
            self._refuse_count(first + 2)
            return self.in_month(first, before.names, before.month)
        if following in ("月", "日"):
            reason = _("前の日付にない単位なので、続きとして読めません")
            raise Fault(first, first + 1, reason)
        return self._elided_numbers(first, before)

    def _refuse_count(self, place: int) -> None:
        """Refuse a length of time (5年間) as the rest of a date."""
        if self.tokens[place].kind == "count":
            raise Fault(self.position, place, _("日付ではなく期間です"))

    def _elided_numbers(self, first: int, before: Point) -> Point:
        """Read numbers without units, H24.5.23～25 or ～6.2: the last ones of the date before."""
        numbers = self._separated_numbers()
        missing = _DEPTHS.get(before.unit, 0) - len(numbers)
        if missing < 0 or (self.running and not self._is_end_of_range(first)):
            raise Fault(first, self.position - 1, _("前の日付の続きとして読めません"))
        names = before.names
        if not missing:
            names = (_year_like(before, self.tokens[first].number, first),)
        parts = [0, before.month, before.day][:missing] + numbers + [0, 0]
        return self.made(first, names, before.unit, parts[1], parts[2])

    def _separated_numbers(self) -> list[int]:
        """Read up to three numbers with the same separator."""
        tokens = self.tokens
        separator = tokens[self.position + 1].kind
        numbers = [tokens[self.position].number]
        self.position += 1
        while (
            len(numbers) < 3
            and tokens[self.position].kind == separator
            and separator in SEPARATORS
            and tokens[self.position + 1].kind == "number"
        ):
            numbers.append(tokens[self.position + 1].number)
            self.position += 2
        return numbers

    def _is_end_of_range(self, first: int) -> bool:
        """Return whether numbers without units stand between the mark of a range and a stop."""
        after = self.tokens[self.position].kind
        return self.tokens[first - 1].kind in MARKS and after not in _WORDLIKE

    # --- 同 and 翌 ----------------------------------------------------------------------------

    def _relative(self, before: Point) -> Point:
        """Read a date that counts from the one before it: 同22年, 同年3月, 翌2006年7月, 翌月."""
        first = self.position
        ahead = self.tokens[first].number
        self.position += 1
        number = self.tokens[self.position]
        if number.kind == "number" or number.kind in ERAS:
            return self._named_relative(before, ahead)
        if self.skip("年"):
            return self.in_year(first, _later(before, ahead, first))
        if self.skip("年度"):
            if before.unit not in ("year", "fiscal_year") and before.month < 4:
                ahead -= 1
            return self.part(self.made(first, _later(before, ahead, first), "fiscal_year"))
        if before.month and self.skip("月"):
            years, month = divmod(before.month - 1 + ahead, 12)
            names = _later(before, years, first)
            return self.in_month(first, names, month + 1)
        if before.day and self.skip("日"):
            return self._later_day(first, before, ahead)
        raise Fault(first, self.position, _("前の日付の続きとして読めません"))

    def _named_relative(self, before: Point, ahead: int) -> Point:
        """Read a year that is named after 同 or 翌, which must be that year."""
        place = self.position
        number = self.tokens[place]
        if ahead and before.month and self.tokens_with_unit("月") == 2:  # 翌1月
            self.position += 2
            return self.in_month(place - 1, _later(before, ahead, place), number.number)
        if number.kind in ERAS or number.number >= LEAST_GREGORIAN_YEAR:
            point = self.date()
        else:
            point = self._elided(before)
        expected = before.names[0].year + ahead
        if ahead and point.names[0].year != expected:
            raise Fault(place, place, _("前の日付の翌年は{year}年です", year=expected))
        return point

    def _later_day(self, first: int, before: Point, ahead: int) -> Point:
        try:
            day = date(before.names[0].year, before.month, before.day) + timedelta(days=ahead)
        except (ValueError, OverflowError):
            raise Fault(first, self.position - 1, _("前の日付の続きとして読めません")) from None
        names = _later(before, day.year - before.names[0].year, first)
        return self.made(first, names, "day", day.month, day.day)


def _year_like(before: Point, number: int, place: int) -> YearName:
    """Return a year with the era, or else the century, of the one before it."""
    era, _number, year, _place = before.names[0]
    if era is None and number < 100:
        number += year // 100 * 100
    return named(era, number, place)


def _later(before: Point, years: int, place: int) -> tuple[YearName, ...]:
    """Return the names of a year some years after that of a date."""
    if years == 0:
        return before.names
    return (named(None, before.names[0].year + years, place),)
