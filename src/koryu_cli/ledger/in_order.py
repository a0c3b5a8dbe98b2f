"""Several agreements in one row, whose cells name the parts of each in the same order."""

from collections.abc import Sequence
from typing import NamedTuple

from koryu_cli.ledger.cells import date_in
from koryu_cli.ledger.divisions import stand_beside_each_other
from koryu_cli.ledger.originals import with_names_on_lines
from koryu_cli.ledger.remarks import BRACKETED, is_no_beginning, without_marks
from koryu_cli.ledger.sides import split_outside_brackets
from koryu_cli.places.countries import try_country

_SEPARATORS = (r"\n", "[、，;；]")
"""What stands between the parts of a cell: line ends, else commas."""


class Place(NamedTuple):
    """What cells say of a partner, or of several: the name, the country and the division."""

    name: str
    country: str
    division: str


def places_in(cells: Place, date: str) -> list[Place]:
    """Return what the cells of a row say of each of several partners in one of them.

    A country and a division stand in the same order as the partners, or are those of all. Unless
    there are as many countries or dates, and the names are of one kind, it is not clear that there
    are several partners, and none is returned.
    """
    names = _parts(with_names_on_lines(cells.name))
    count = len(names)
    if not stand_beside_each_other(BRACKETED.sub("", name) for name in names):
        return []
    if count < 2 or not (
        _are_different_countries(_parts(cells.country), count) or _are_different_days(date, count)
    ):
        return []
    countries, divisions = _each(cells.country, count), _each(cells.division, count)
    return [Place(*each) for each in zip(names, countries, divisions, strict=True)]


def _are_different_countries(words: Sequence[str], count: int) -> bool:
    """Tell whether words for countries are those of so many partners: not アメリカ and USA."""
    return len(words) == count and len({*words}) == len({try_country(each) for each in words})


def _are_different_days(text: str, count: int) -> bool:
    """Tell whether a cell has as many dates, and no day in both calendars."""
    starts = [(date_in(each).value or {}).get("start") for each in dates_in(text, count)]
    return bool(starts) and len({*starts}) == count


def dates_in(text: str, count: int) -> list[str]:
    """Return the dates of several agreements in a cell, or none unless there are as many."""
    dates = _parts(text)
    return dates if len(dates) == count > 1 and all(map(_is_of_beginning, dates)) else []


def _is_of_beginning(text: str) -> bool:
    return not date_in(text).problem and not is_no_beginning(text)


def _each(text: str, count: int) -> list[str]:
    """Return the parts of a cell if there are as many, else the whole cell for each."""
    parts = _parts(text)
    return parts if len(parts) == count else [text] * count


def _parts(text: str) -> list[str]:
    """Return the parts of a cell, of which marks alone are none: its lines, if it has several."""
    lists = (
        [part.strip() for part in split_outside_brackets(separator, text) if without_marks(part)]
        for separator in _SEPARATORS
    )
    return next((parts for parts in lists if len(parts) > 1), [text])
