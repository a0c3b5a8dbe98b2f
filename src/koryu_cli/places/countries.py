"""The countries and areas of the world, from the table `countries.tsv` beside this module.

A line of the table is a country: alpha-2 code, alpha-3 code, everyday Japanese name, official
Japanese name, English name, and any number of other names, with tabs between them.

Sources: the 249 codes, ISO 3166-1; XK for Kosovo, which has none of its own there, as in CLDR.
Everyday Japanese and English names, Unicode CLDR 47, save where CLDR writes a formal name or an
explanation in brackets (アメリカ, 香港, マカオ, ミャンマー, バチカン, パレスチナ, ココス諸島,
コンゴ共和国, コンゴ民主共和国). Official names, the usage of treaties and of the Ministry of
Foreign Affairs of Japan (外務省); empty where none but the everyday name is in use. Other names:
ISO 3166-1 in full, former names, older spellings (マレイシア, イタリヤ), and common abbreviations.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from koryu_cli.errors import UsageError
from koryu_cli.language import _, is_english
from koryu_cli.places.areas import Area, area_names, find_area, former_states
from koryu_cli.places.lookup import key, may_begin, suggest
from koryu_cli.text import fold, listed

# As on maps (Natural Earth) and in lists: S. Korea, Dem. Rep. Congo, Solomon Is.
_IN_FULL = {
    "s": "south", "n": "north", "w": "west", "e": "east", "southern": "south", "northern": "north",
    "western": "west", "eastern": "east", "rep": "republic", "dem": "democratic", "is": "islands",
    "i": "islands", "island": "islands", "st": "saint", "eq": "equatorial", "herz": "herzegovina",
    "fr": "french", "br": "british", "us": "united_states", "barb": "barbuda", "ter": "territory",
    "gren": "grenadines", "vin": "vincent", "antarctic": "antarctic",
}  # fmt: skip
_LITTLE_WORDS = {"the", "of", "and"}
BEHIND_COUNTRY = " \u3000・･\n\t、，,／/:："
"""What may stand between a country and a place in it."""

_KINDS_OF_STATE = (
    "(.+?)(?:(?:連邦|民主|人民|社会主義|イスラム|アラブ|多民族)*共和国|(?:大)?公国|王国|連邦|首長国"
    "|国)"
)


class Country(NamedTuple):
    """A country or area of ISO 3166-1, or a former state, which has no codes.

    `name` is the everyday Japanese name (韓国), `official` the official one (大韓民国) where
    another than the everyday name is in use.
    """

    alpha2: str
    alpha3: str
    name: str
    official: str | None
    english: str
    aliases: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The everyday name in the language chosen."""
        return self.english if is_english() else self.name

    def with_code(self) -> str:
        """Return the everyday name with the alpha-2 code: 韓国（KR）."""
        return _("{name}（{code}）", name=self.shown, code=self.alpha2)

    def spellings(self) -> tuple[str, ...]:
        """Return every name and code of the country, the everyday name first."""
        official = (self.official,) if self.official else ()
        return (self.name, *official, self.english, *self.aliases, self.alpha2, self.alpha3)


class UnknownCountryError(UsageError):
    """A word that names no country, or more than one."""


def countries() -> tuple[Country, ...]:
    """Return all 250 countries in the order of their alpha-2 codes."""
    return tuple(_by_code().values())


def country(alpha2: str) -> Country | None:
    """Return the country with an alpha-2 code (capital letters), or None."""
    return _by_code().get(alpha2)


def country_named(name: str) -> Country | None:
    """Return the country with an everyday name, which may be that of a former state, or None."""
    found = next((each for each in countries() if each.name == name), None)
    of_old = (_former_state(each) for each in former_states() if each.name == name)
    return found or next(of_old, None)


def find_country(word: str) -> Country:
    """Return the country that a word names, in any width, case or kana.

    Args:
        word: the everyday or official Japanese name, the ISO code of 2 or 3 letters, the
            English name, or another name in use (韓国, 大韓民国, KR, kor, "South Korea", Korea);
            that of a part of a country or of a state that is no more (スコットランド, 西ドイツ).

    Returns:
        The country of today; for a state that several came of (ソ連) one without codes.

    Raises:
        UnknownCountryError: no country is named so, and the message suggests near names; or
            several are (コンゴ), and the message names them.
    """
    # What is written as in the table need not be folded, nor the table.
    as_written = [each for each in countries() if word in each.spellings()]
    match as_written if len(as_written) == 1 else _matches(word):
        case [only]:
            return only
        case []:
            message = _("「{word}」という国はありません。", word=word)
            raise UnknownCountryError(message + _advice(word))
        case several:
            choice = listed(each.with_code() for each in several)
            raise UnknownCountryError(
                _("「{word}」に当たる国は一つではありません: {choice}", word=word, choice=choice)
            )


@lru_cache(maxsize=2**12)
def try_country(word: str) -> Country | None:
    """Return the one country that a word names, as `find_country` does, or None."""
    if not word.isascii() and not may_be_name(word.lstrip()):
        return None
    found = _matches(word)
    return found[0] if len(found) == 1 else None


def may_be_name(word: str) -> bool:
    """Tell whether a text that is not in Latin letters may begin with the name of a country."""
    return may_begin(word[:3], _beginnings())


@cache
def _beginnings() -> frozenset[str]:
    """Return the first one and two characters of all folded words for countries."""
    return frozenset(word[:2] for word in (*_index(), *area_names()))


@lru_cache(maxsize=2**12)
def is_name(word: str) -> bool:
    """Tell whether a word is a name of a country, or one with 共和国 or the like behind it."""
    of_a_state = re.fullmatch(_KINDS_OF_STATE, word)
    words = (word, of_a_state[1]) if of_a_state else (word,)
    return any(key(each) in _index() or find_area(each) is not None for each in words)


def _advice(word: str) -> str:
    return suggest(word, _spellings()) or _("韓国、KR、Korea のように書いてください。")


def _matches(word: str) -> list[Country]:
    """Return the countries that a word names, by the first reading of it that names any."""
    if found := _index().get(key(word)):
        return found
    if area := find_area(word):
        return [_by_code()[area.country] if area.country else _former_state(area)]
    for readings in _readings(word):
        each_found = [_matches(reading) for reading in readings]
        if all(each_found):
            matches = {each for found in each_found for each in found}
            return sorted(each for each in matches if each.alpha2) or sorted(matches)
    is_name = word.isascii() and not re.search("[0-9]", word)
    return _loose_index().get(_loose_key(word), []) if is_name else []


def _readings(word: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways to read a name with brackets or a comma, as lists and maps have them.

    Korea (Republic of), Iran, Islamic Republic of, 大韓民国（韓国）: the second part before the
    first; or both are names.
    """
    parts = [
        part.strip() for part in re.split(r"[(（\[［,，/／=＝]", re.sub(r"[)）\]］]", "", word))
    ]
    if len(parts) == 2 and all(parts):
        yield (f"{parts[1]} {parts[0]}",)
        yield tuple(parts)
    if parts[-1].endswith(("側", "方")):
        yield (word[:-1],)
    if of_a_state := re.fullmatch(_KINDS_OF_STATE, word):  # an older official name: ボリビア共和国
        yield (of_a_state[1],)


def _former_state(area: Area) -> Country:
    return Country("", "", area.name, None, area.spellings[-1], area.spellings[1:-1])


@cache
def _by_code() -> dict[str, Country]:
    table = Path(__file__).with_name("countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {
        alpha2: Country(alpha2, alpha3, name, official or None, english, tuple(aliases))
        for alpha2, alpha3, name, official, english, *aliases in rows
    }


@cache
def _index() -> dict[str, list[Country]]:
    """Return the countries that each folded spelling stands for."""
    index: dict[str, list[Country]] = {}
    for each in countries():
        for folded in {key(spelling) for spelling in each.spellings()}:
            index.setdefault(folded, []).append(each)
    return index


def _spellings() -> dict[str, str]:
    """Return every name worth suggesting with its country as it is shown, everyday names first."""
    everyday = {each.name: each.shown for each in countries()}
    others = {spelling: each.shown for each in countries() for spelling in each.spellings()[1:-2]}
    return everyday | others


def _loose_key(word: str) -> str:
    """Return the form in which abbreviations and what they stand for agree: S. Korea."""
    words = re.findall(
        "[a-z]+", fold(word.replace(" ", "_").replace(".", "_")).replace("&", "_and_")
    )
    return "".join(_IN_FULL.get(each, each) for each in words if each not in _LITTLE_WORDS)


@cache
def _loose_index() -> dict[str, list[Country]]:
    index: dict[str, list[Country]] = {}
    for each in countries():
        for folded in {_loose_key(word) for word in each.spellings()[:-2] if word[0] < "\u0250"}:
            index.setdefault(folded, []).append(each)
    return index
