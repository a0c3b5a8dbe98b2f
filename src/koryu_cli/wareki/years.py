"""The grammar of a year with its names, a method for each rule; see `grammar` for the whole.

year = (era | "西暦" |) number ["(" year ")"]
"""

from koryu_cli.language import _
from koryu_cli.wareki.eras import FIRST_GREGORIAN_DAY, Era
from koryu_cli.wareki.errors import Fault, not_read
from koryu_cli.wareki.spelling import Point, Unit, YearName
from koryu_cli.wareki.words import Kind, Token

LEAST_GREGORIAN_YEAR = 1000
SEPARATORS = frozenset({".", "/", "-", "・"})
ERAS = frozenset({"era", "abbreviation"})
NUMBERS = frozenset({"number", "first"})
STARTS = ERAS | {"number", "compact", "gregorian", "third"}
_YEAR_NAMES = ERAS | {"gregorian"}
_FULL_STOPS = frozenset({".", "・"})
_NAME_JOINTS = frozenset({"/", "・", "、"})
_LONGEST_DATE = 16


class YearReader:
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

    def is_joint(self, place: int) -> bool:
        """Return whether a full stop stands between an era and its number: S.63.4.1."""
        return (
            not self.running
            and self.tokens[place].kind in _FULL_STOPS
            and self.tokens[place + 1].kind in NUMBERS
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
            if name.era and number.kind in _FULL_STOPS and self.is_joint(place):
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
        raise Fault(self.position, place, not_read(), kind="start")

    def _bare_number(self, place: int) -> Fault:
        """Return what is wrong with a number that may not be a year."""
        following, last = self.ahead(1).kind, self.ahead(4)
        if following in ("月", "日"):
            return Fault(place, place, _("年がありません"), kind="no year")
        if following in SEPARATORS and last.kind == "number" and last.number >= 1000:
            return Fault(place, place + 4, _("年、月、日の順に書いてください"), kind="year last")
        if following in SEPARATORS and self._is_month_before_last_year(place):
            return Fault(place, place + 2, _("年、月、日の順に書いてください"), kind="year last")
        return Fault(place, place, _("元号がないので、どの年か決まりません"), kind="bare")

    def _is_month_before_last_year(self, place: int) -> bool:
        """Return whether a number is a month behind which a year stands at the end: 9/1990."""
        year, end = self.ahead(2), self.ahead(3)
        is_year = year.kind == "number" and year.number >= LEAST_GREGORIAN_YEAR
        return self.tokens[place].number <= 12 and is_year and end.kind == "end"

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


def named(era: Era | None, number: int, place: int) -> YearName:
    """Return a year by its number, in an era or the Gregorian calendar, at a token."""
    return YearName(era, number, era.year_zero + number if era else number, place)
