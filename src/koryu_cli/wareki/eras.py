"""The eras of modern Japan (元号) and the days on which they changed.

Sources: 元号法 (昭和54年法律第43号) with 元号を改める政令 (昭和64年政令第1号, 平成31年政令第143号)
for 平成 and 令和; the imperial rescripts 大正改元の詔書 (1912-07-30) and 昭和改元の詔書
(1926-12-25), which made the day of change the first of the new era from its beginning, so that it
belongs to both; 明治5年太政官布告第337号 (改暦ノ布告), which made the day after 明治5年12月2日 the
1st of January of 明治6年, 1873, by the Gregorian calendar.
"""

from datetime import date
from typing import NamedTuple


class Era(NamedTuple):
    """An era with its days by the Gregorian calendar, both inclusive; the present one is open.

    A year's number in the era is the Gregorian year less `year_zero`. The first of the readings
    is in hiragana, the others are in Latin letters.
    """

    name: str
    letter: str
    ligature: str
    readings: tuple[str, ...]
    year_zero: int
    start: date
    end: date | None


FIRST_GREGORIAN_DAY = date(1873, 1, 1)

ERAS = (
    Era("明治", "M", "㍾", ("めいじ", "meiji"), 1867, FIRST_GREGORIAN_DAY, date(1912, 7, 30)),
    Era(
        "大正",
        "T",
        "㍽",
        ("たいしょう", "taisho", "taishō", "taisyo"),
        1911,
        date(1912, 7, 30),
        date(1926, 12, 25),
    ),
    Era(
        "昭和",
        "S",
        "㍼",
        ("しょうわ", "showa", "shōwa", "syowa"),
        1925,
        date(1926, 12, 25),
        date(1989, 1, 7),
    ),
    Era("平成", "H", "㍻", ("へいせい", "heisei"), 1988, date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", "㋿", ("れいわ", "reiwa"), 2018, date(2019, 5, 1), None),
)
_NEWEST_FIRST = [(era.start, era) for era in reversed(ERAS)]
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def era_of(day: date) -> Era:
    """Return the era of a day; a day of change that two eras share has the new one.

    Raises:
        ValueError: the day is before 1873, when Japan used a lunisolar calendar.
    """
    for start, era in _NEWEST_FIRST:
        if day >= start:
            return era
    raise ValueError(f"{day} is before {FIRST_GREGORIAN_DAY}")


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month of the Gregorian calendar."""
    if month == 2 and year % 4 == 0 and (year % 100 or year % 400 == 0):
        return 29
    return _MONTH_LENGTHS[month - 1]
