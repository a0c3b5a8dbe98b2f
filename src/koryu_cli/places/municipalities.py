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

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from koryu_cli.language import _
from koryu_cli.places.prefectures import names as prefecture_names
from koryu_cli.places.prefectures import prefectures
from koryu_cli.text import fold, nearest

_PREFECTURE_OR_COUNTY = re.compile("^(?:北海道|.{2,3}?[都府県])?(?:.{1,4}?郡)?(?=.{2})")
_COUNTY = re.compile("(.{1,4}?郡)(.+)")
_BRACKETED = re.compile(r"(.+?)\s*[(（〔［\[](.+)[)）〕］\]]\s*")


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
    return min(with_code(code), key=_age, default=None)


def with_code(code: str) -> tuple[Municipality, ...]:
    """Return all that have or had a 6-digit code: a city that merged may hand its code on.

    The table is searched as one text, which is quicker for a few codes than an index of all.
    """
    table, key = _table(), f"\n{code}\t"
    found = []
    start = table.find(key)
    while start >= 0:
        end = table.index("\n", start + 1)
        found.append(_municipality(table[start + 1 : end]))
        start = table.find(key, end)
    return tuple(found)


def find_municipalities(text: str, prefecture: str | None = None) -> tuple[Municipality, ...]:
    """Return the municipalities and prefectures that a text names in full, in any spelling.

    The name may stand behind its prefecture, with or without 県, and its county, or before either
    in brackets (下北郡大間町, 大間町(下北郡), 青森六ヶ所村); it may be its reading in kana. A ward
    of a designated city may stand without the city. Several are found where they share a name.

    Args:
        text: the name, in any width, with old or new kanji.
        prefecture: the full name of the prefecture in which to look, if it is known.

    Returns:
        Those of today, in the order of their codes; only where there is none, those of old, the
        last to end first. Spelt exactly as in the text rather than otherwise (鹿島市, 鹿嶋市).
    """
    name, place = text.strip(), ""
    if bracketed := _BRACKETED.fullmatch(name):
        name, place = bracketed.groups()
    places = [fold(place)] if place else []
    for prefix, rest in _partings(fold(name)):
        found = [
            each
            for each in _named(rest)
            if (prefecture is None or each.prefecture == prefecture)
            and all(_lies_in(each, part) for part in (*prefix, *places))
        ]
        if found:
            return _best(found, name)
    return ()


def explain(text: str, prefecture: str | None = None) -> str:
    """Return why a text does not name one municipality, and what would, as a sentence in Japanese.

    Args:
        text: what `find_municipalities` finds nothing for, or several.
        prefecture: the full name of the prefecture in which it was looked for, if any.
    """
    if several := find_municipalities(text, prefecture):
        names = "、".join(each.prefecture + each.county + each.name for each in several)
        return _(
            "「{text}」は一つではありません（{names}）。都道府県（と郡）を添えてください。",
            text=text,
            names=names,
        )
    bare = _PREFECTURE_OR_COUNTY.sub("", text)
    if elsewhere := find_municipalities(bare):
        places = "、".join(f"{each.prefecture}{each.county}（{each.code}）" for each in elsewhere)
        place = prefecture or text.removesuffix(bare)
        return _(
            "{place}に「{name}」はありません。{name}があるのは{places}です。",
            place=place,
            name=bare,
            places=places,
        )
    return _no_such(text, bare, prefecture)


def _no_such(text: str, bare: str, prefecture: str | None) -> str:
    within = next((name for name in prefecture_names() if text.startswith(name)), prefecture)
    names = all_names(within)
    if not bare.endswith("区"):
        names = {name: in_full for name, in_full in names.items() if name[-1] != "区"}
    if near := nearest(bare, names):
        return _(
            "「{text}」という自治体はありません。もしかして: {names}。",
            text=text,
            names="、".join(names[name] for name in near),
        )
    return _(
        "「{text}」という自治体はありません。「北海道札幌市」のように書いてください。", text=text
    )


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


def _partings(folded: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the ways to part a folded name into the places it lies in and the rest."""
    yield (), folded
    begins = [()] + [(begin,) for begin in _prefecture_beginnings() if folded.startswith(begin)]
    for begin in begins:
        rest = folded.removeprefix("".join(begin))
        if begin:
            yield begin, rest
        if in_county := _COUNTY.fullmatch(rest):
            yield (*begin, in_county[1]), in_county[2]


@cache
def _prefecture_beginnings() -> tuple[str, ...]:
    """Return the folded names of the prefectures, with and without 県, the full ones first."""
    spellings = [each.spellings()[:2] for each in prefectures()]
    return tuple(
        dict.fromkeys(fold(name) for names in zip(*spellings, strict=True) for name in names)
    )


def _lies_in(each: Municipality, place: str) -> bool:
    """Tell whether a municipality lies in a place: a prefecture, a county, a ward's city.

    Of one that is no more the county is not known; one that there is or was in the prefecture is
    believed.
    """
    names = (*map(fold, prefectures()[int(each.code[:2]) - 1].spellings()[:2]), "")
    return any(_is_within(each, place.removeprefix(name)) for name in names)


def _is_within(each: Municipality, area: str) -> bool:
    """Tell whether a municipality lies in an area of its prefecture: "" is all of it."""
    if each.abolished and each.name[-1] in "町村" and area.endswith("郡"):
        return each.prefecture in _by_county().get(area, {each.prefecture})
    city = each.name.rpartition("市")[0] + "市" if each.name.endswith("区") else ""
    return area in ("", fold(each.county), fold(city))


def _best(found: list[Municipality], name: str) -> tuple[Municipality, ...]:
    """Return those of today if there are any, and those spelt as in the text if there are any."""
    current = [each for each in found if each.abolished is None] or sorted(found, key=_age)
    as_written = [
        each
        for each in current
        if name.endswith(each.name or each.prefecture) or each.name.endswith(name)
    ]
    return tuple(as_written or current)


def _age(each: Municipality) -> int:
    """Return a key that sorts those of today first, then the last to end."""
    return -(each.abolished or date.max).toordinal()


def _named(folded: str) -> list[Municipality]:
    """Return all that have a folded name or reading, today and formerly."""
    rows = _by_name().get(folded) or _by_reading().get(folded, "")
    if folded.endswith("区"):
        rows = f"{rows}\n{_by_ward().get(folded, '')}"
    return _municipalities(rows)


def _municipalities(rows: str) -> list[Municipality]:
    """Return the municipalities on some lines of the table."""
    return [_municipality(line) for line in rows.split("\n") if line]


@cache
def _table() -> str:
    """Return the table, a line end before and after each line."""
    return "\n" + Path(__file__).with_name("municipalities.tsv").read_text(encoding="utf-8")


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
def _by_county() -> dict[str, set[str]]:
    """Return the prefectures that each county of today lies in, by its folded name."""
    index: dict[str, set[str]] = {}
    for line in _lines():
        code, county, _ = line.split("\t", 2)
        if county:
            index.setdefault(fold(county), set()).add(prefecture_names()[int(code[:2]) - 1])
    return index
