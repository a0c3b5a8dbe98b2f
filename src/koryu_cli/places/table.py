"""The municipalities of Japan, now and formerly, from `municipalities.tsv` beside this module.

A line of the table is a municipality, with tabs between its 6-digit code, county (郡), name and
reading in hiragana; of one that is no more, also the day on which it ended and its successors of
today. A prefecture has no name, a ward of a designated city the name of its city too.

Sources: the 1,965 of today (2024-03-12), the address base registry (アドレス・ベース・レジストリ)
of Japan's Digital Agency (デジタル庁; CC BY 4.0), one reading mended. The 2,192 that ended from
1970 to 2024, the records of mergers and the like (廃置分合) in e-Stat, the portal of official
statistics of Japan, as gathered by the package jpcity (MIT); their counties are not known, and the
chains of their successors are followed to today.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from koryu_cli.places.prefectures import names as prefecture_names
from koryu_cli.text import fold


class Municipality(NamedTuple):
    """A municipality, or a prefecture.

    `prefecture` is the full name (青森県), `county` its 郡 or "", `name` the municipality
    (六ヶ所村, 札幌市中央区) or "" for a prefecture, `kana` the reading of the name or else of the
    prefecture. One that is no more has the day on which it was `abolished`, and its `successors`
    of today.
    """

    code: str
    prefecture: str
    county: str
    name: str
    kana: str
    abolished: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """The name with its prefecture, without the county: 青森県六ヶ所村."""
        return self.prefecture + self.name


def by_code(code: str) -> Municipality | None:
    """Return the municipality that has a 6-digit code now, else that had it last, or None."""
    return min(with_code(code), key=age, default=None)


def with_code(code: str) -> tuple[Municipality, ...]:
    """Return all that have or had a 6-digit code: a city that merged may hand its code on.

    The part of a prefecture is searched as one text, which is quicker than to index the table.
    """
    table, key = _table(), f"\n{code}\t"
    found = []
    end, last = _bounds(code[:2])
    while (start := table.find(key, end, last)) >= 0:
        end = table.index("\n", start + 1)
        found.append(_municipality(table[start + 1 : end]))
    return tuple(found)


def all_names(prefecture: str | None = None) -> dict[str, str]:
    """Return the name of each municipality of today, with its full name.

    Args:
        prefecture: the full name of the prefecture whose municipalities are wanted, if not all.
    """
    current = (each for line in _lines() if (each := _municipality(line)).abolished is None)
    return {
        each.name or each.prefecture: each.full_name
        for each in current
        if prefecture in (None, each.prefecture)
    }


def every() -> Iterable[Municipality]:
    """Yield all municipalities, those of today first."""
    return map(_municipality, _lines())


def named(folded: str) -> list[Municipality]:
    """Return all that have a folded name or reading, today and formerly."""
    rows = _by_name().get(folded) or _by_reading().get(folded, "")
    if folded.endswith("区"):
        rows = f"{rows}\n{_by_ward().get(folded, '')}"
    return _municipalities(rows)


def age(each: Municipality) -> int:
    """Return a key that sorts those of today first, then the last to end."""
    return -(each.abolished or date.max).toordinal()


def _municipalities(rows: str) -> list[Municipality]:
    """Return the municipalities on some lines of the table."""
    return [_municipality(line) for line in rows.split("\n") if line]


@cache
def _table() -> str:
    """Return the table, a line end before and after each line."""
    return "\n" + Path(__file__).with_name("municipalities.tsv").read_text(encoding="utf-8")


@cache
def _bounds(prefecture: str) -> tuple[int, int]:
    """Return where in the table the codes that begin with the two digits of a prefecture stand."""
    start = _table().find(f"\n{prefecture}")
    end = _table().find("\n", _table().rfind(f"\n{prefecture}") + 1)
    return max(start, 0), end + 1


@cache
def _lines() -> list[str]:
    return _table().splitlines()[1:]


@cache
def _municipality(line: str) -> Municipality:
    code, county, name, kana, *former = line.split("\t")
    prefecture = prefecture_names()[int(code[:2]) - 1]
    if not former:
        return Municipality(code, prefecture, county, name, kana)
    abolished, successors = former
    ended = date.fromisoformat(abolished)
    return Municipality(code, prefecture, county, name, kana, ended, tuple(successors.split("、")))


def _index(keys: Iterable[str]) -> dict[str, str]:
    """Return the lines that each key, in the order of the table, stands for, joined by line ends.

    A line is parted only when it is looked up.
    """
    index: dict[str, str] = {}
    for key, line in zip(keys, _lines(), strict=True):
        index[key] = f"{index[key]}\n{line}" if key in index else line
    return index


@cache
def _by_name() -> dict[str, str]:
    fields = (line.split("\t", 3) for line in _lines())
    names = [name or prefecture_names()[int(code[:2]) - 1] for code, _, name, *_ in fields]
    return _index(fold("\n".join(names)).split("\n"))


@cache
def _by_reading() -> dict[str, str]:
    readings = [line.split("\t", 4)[3] for line in _lines()]
    return _index(fold("\n".join(readings)).split("\n"))


@cache
def _by_ward() -> dict[str, str]:
    """Return the wards of designated cities by their names without the city."""
    index: dict[str, str] = {}
    for name, rows in _by_name().items():
        city, _, ward = name.rpartition("市")
        if city and ward.endswith("区"):
            index[ward] = f"{index[ward]}\n{rows}" if ward in index else rows
    return index


@cache
def by_county() -> dict[str, set[str]]:
    """Return the prefectures that each county of today lies in, by its folded name."""
    index: dict[str, set[str]] = {}
    for line in _lines():
        code, county, _ = line.split("\t", 2)
        if county:
            index.setdefault(fold(county), set()).add(prefecture_names()[int(code[:2]) - 1])
    return index
