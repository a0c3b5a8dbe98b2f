"""Which municipalities of Japan a text in Latin letters names.

A name is one only with its kind (Sapporo City, Sapporo-shi) or its prefecture (Beppu, Oita), in any
common spelling, and never by likeness: Kyoto alone may be the city or the prefecture.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from koryu_cli.language import is_english
from koryu_cli.places.english import base_of, english_name
from koryu_cli.places.prefectures import prefectures
from koryu_cli.places.romanization import romaji_key, romanize
from koryu_cli.places.table import Municipality, every

_SUFFIXES = {
    "市区": "city",
    "市": "shi|si",
    "町": "town|cho|chou|machi|mati",
    "村": "village|mura|son",
    "区": "ward|ku",
    "都道府県": "prefecture|pref|ken|metropolis|(?<=-)(?:to|fu|hu|do)",
    "郡": "district|county|gun",
}
_WITH_SUFFIX = {
    kinds: re.compile(rf"(.+?)[ -](?:{suffixes})\.?", re.IGNORECASE)
    for kinds, suffixes in _SUFFIXES.items()
}
_WITH_PREFIX = {
    kinds: re.compile(rf"(?:the )?{prefix} of (.+)", re.IGNORECASE)
    for kinds, prefix in {
        "市区": "city",
        "町": "town",
        "村": "village",
        "都道府県": "prefecture",
    }.items()
}
_KIND_IN_BRACKETS = r"(?i)\s*\((city|town|village|ward|prefecture)\)"
_NAMED_ALONE = ("hokkaido", "tokyo")


class _Name(NamedTuple):
    """A name in Latin letters: its key, and the last kanji that it may stand for; "" for any."""

    key: str
    kinds: str


def find_in_latin(text: str, prefecture: str | None = None) -> list[Municipality]:
    """Return the municipalities and prefectures that a text names, those of today first.

    A ward of a city is named only where no other is: Sakai, Osaka is the city.

    Args:
        text: the name, then, after commas, what it lies in, or before them: "Yoichi Town,
            Hokkaido", "Hyogo Prefecture, Kobe City".
        prefecture: the full name of the prefecture in which to look, if it is known.
    """
    parts = _parts(text)
    found = _named(*parts, prefecture=prefecture)
    if not found and len(parts) > 1:
        found = _named(*reversed(parts), prefecture=prefecture)
    return [each for each in found if not _is_ward_of_city(each)] or found


def _named(name: _Name, *places: _Name, prefecture: str | None) -> list[Municipality]:
    is_alone = not places and prefecture is None
    if not name.key or (is_alone and not name.kinds and name.key not in _NAMED_ALONE):
        return []
    return [
        each
        for each in named_in_latin(name.key)
        if _is_of_kind(each, name)
        and prefecture in (None, each.prefecture)
        and all(_lies_in(each, place) for place in places)
    ]


def _is_ward_of_city(each: Municipality) -> bool:
    return each.name.endswith("区") and "市" in each.name


def alike_in_latin(text: str) -> list[str]:
    """Return the governments that have the name in a text, in Latin letters: if any, of today.

    In Japanese each has its name in Japanese before it.
    """
    name, *_ = _parts(text)
    named = named_in_latin(name.key)
    named = [each for each in named if each.abolished is None] or named
    if is_english():
        return list(map(in_full, named))
    return [f"{each.full_name}（{in_full(each)}）" for each in named]


def named_in_latin(key: str) -> list[Municipality]:
    """Return all that have a name by its key, prefectures first."""
    return _by_key().get(key, [])


def in_full(each: Municipality) -> str:
    """Return the English name of a government with its prefecture: Sapporo City, Hokkaido."""
    prefecture = next(other for other in prefectures() if other.name == each.prefecture)
    name = english_name(each)
    return f"{name}, {prefecture.romaji.capitalize()}" if each.name else name


def _parts(text: str) -> list[_Name]:
    """Return a name and what it lies in; Japan itself is left out."""
    with_kind = re.sub(_KIND_IN_BRACKETS, r" \1", normalize("NFKC", text))
    plain = re.sub("[()]", lambda found: "," if found[0] == "(" else "", with_kind)
    words = [word.strip() for word in plain.split(",") if word.strip()]
    names = [_name(word) for word in words]
    return [name for name in names if name.key not in ("japan", "nihon", "nippon")] or [
        _Name("", "")
    ]


def _name(word: str) -> _Name:
    for forms in (_WITH_PREFIX, _WITH_SUFFIX):
        for kinds, form in forms.items():
            if found := form.fullmatch(word):
                return _Name(romaji_key(found[1]), kinds)
    return _Name(romaji_key(word), "")


def _is_of_kind(each: Municipality, name: _Name) -> bool:
    kind = each.name[-1:] or each.prefecture[-1]
    is_city = kind == "市" or "市" not in each.name  # special wards call themselves cities
    return not name.kinds or (kind in name.kinds and (name.kinds != "市区" or is_city))


def _lies_in(each: Municipality, place: _Name) -> bool:
    """Tell whether a municipality lies in a place.

    That is its prefecture, a county, the city of a ward, or what a former one is a part of today.
    """
    prefecture = prefectures()[int(each.code[:2]) - 1]
    if place.kinds in ("", "都道府県") and place.key == romaji_key(prefecture.romaji):
        return each.name != ""
    if place.kinds == "郡":
        return True
    city, _, ward = each.name.rpartition("市")
    around = (f"{city}市",) if city and ward else each.successors
    return any(other.name in around for other in named_in_latin(place.key))


@cache
def _by_key() -> dict[str, list[Municipality]]:
    index: dict[str, list[Municipality]] = {}
    municipalities = list(every())
    bases = "\n".join(_bases(municipalities))
    for key, each in zip(romaji_key(romanize(bases)).split("\n"), municipalities, strict=True):
        index.setdefault(key, []).append(each)
    return index


def _bases(municipalities: list[Municipality]) -> Iterator[str]:
    """Yield the readings of names without 市 and the like, of a ward without its city."""
    cities = {each.name: each.kana for each in municipalities if each.name.endswith("市")}
    for each in municipalities:
        city, _, ward = each.name.rpartition("市")
        if not each.name:
            yield prefectures()[int(each.code[:2]) - 1].spellings()[3]
        else:
            yield base_of(
                each.name,
                each.kana.removeprefix(cities.get(f"{city}市", "") if ward.endswith("区") else ""),
            )
