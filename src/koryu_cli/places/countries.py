"""The countries and areas of the world, from the table `countries.tsv` beside this module.

A line of the table is a country: alpha-2 code, alpha-3 code, everyday Japanese name, official
Japanese name, English name, and any number of other names, with tabs between them.

Sources: the 249 codes, ISO 3166-1. Everyday Japanese and English names, Unicode CLDR 47, save
where CLDR writes a formal name or an explanation in brackets (アメリカ, 香港, マカオ, ミャンマー,
バチカン, パレスチナ, ココス諸島, コンゴ共和国, コンゴ民主共和国). Official names, the usage of
外務省 (the Ministry of Foreign Affairs of Japan) and of treaties; empty where none but the everyday
name is in use. Other names: ISO 3166-1 in full, former names, and common abbreviations.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from koryu_cli.errors import UsageError
from koryu_cli.places.lookup import key, suggest


class Country(NamedTuple):
    """A country or area of ISO 3166-1.

    `name` is the everyday Japanese name (韓国), `official` the official one (大韓民国) where
    another than the everyday name is in use.
    """

    alpha2: str
    alpha3: str
    name: str
    official: str | None
    english: str
    aliases: tuple[str, ...]

    def spellings(self) -> tuple[str, ...]:
        """Return every name and code of the country, the everyday name first."""
        official = (self.official,) if self.official else ()
        return (self.name, *official, self.english, *self.aliases, self.alpha2, self.alpha3)


class UnknownCountryError(UsageError):
    """A word that names no country, or more than one."""


def countries() -> tuple[Country, ...]:
    """Return all 249 countries in the order of their alpha-2 codes."""
    return tuple(_by_code().values())


def country(alpha2: str) -> Country | None:
    """Return the country with an alpha-2 code (capital letters), or None."""
    return _by_code().get(alpha2)


def find_country(word: str) -> Country:
    """Return the country that a word names, in any width, case or kana.

    Args:
        word: the everyday or official Japanese name, the ISO code of 2 or 3 letters, the
            English name, or another name in use (韓国, 大韓民国, KR, kor, "South Korea", Korea).

    Raises:
        UnknownCountryError: no country is named so, and the message suggests near names; or
            several are (コンゴ), and the message names them.
    """
    # What is written as in the table need not be folded, nor the table.
    as_written = [each for each in countries() if word in each.spellings()]
    match as_written if len(as_written) == 1 else _index().get(key(word), []):
        case [only]:
            return only
        case []:
            advice = suggest(word, _spellings()) or "韓国、KR、Korea のように書いてください。"
            raise UnknownCountryError(f"「{word}」という国はありません。{advice}")
        case several:
            choice = "、".join(f"{each.name}（{each.alpha2}）" for each in several)
            raise UnknownCountryError(f"「{word}」に当たる国は一つではありません: {choice}")


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
    """Return every name worth suggesting with its country's everyday name, those first."""
    everyday = {each.name: each.name for each in countries()}
    others = {spelling: each.name for each in countries() for spelling in each.spellings()[1:-2]}
    return everyday | others
