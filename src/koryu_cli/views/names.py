"""Names and terms of records, as they are shown in the language chosen.

In English, what no table has in English stays as it is written: divisions of other countries,
bodies, and municipalities whose reading is not known.
"""

from functools import cache
from typing import TYPE_CHECKING

from koryu_cli.language import is_english
from koryu_cli.places import countries
from koryu_cli.record.vocabulary import shown_term

if TYPE_CHECKING:
    from koryu_cli.record.models import AgreementDate, JapaneseGovernment, OverseasGovernment


def japanese_government(side: "JapaneseGovernment") -> str:
    """Return the name of a Japanese government: 北海道札幌市, Sapporo City, Hokkaido."""
    if not is_english() or side.body or not side.prefecture:
        return side.name
    if side.municipality is None:
        return full_prefecture(side.prefecture)
    name = municipality(side.municipality, side.kana)
    return side.name if name == side.municipality else f"{name}, {prefecture(side.prefecture)}"


def municipality(name: str, kana: str | None) -> str:
    """Return a municipality by its name and its reading: 札幌市, Sapporo City."""
    if not is_english():
        return name
    from koryu_cli.places.english import english_municipality  # Japanese does without

    return english_municipality(name, kana)


def full_prefecture(name: str) -> str:
    """Return a prefecture by its full name: 青森県, Aomori Prefecture."""
    if not is_english():
        return name
    from koryu_cli.places.english import english_prefecture  # Japanese does without

    return english_prefecture(name)


def prefecture(name: str) -> str:
    """Return a prefecture where that it is one is clear: 青森県, Aomori."""
    return full_prefecture(name).removesuffix(" Prefecture")


def prefecture_of(side: "JapaneseGovernment") -> str:
    """Return the prefecture of a government, or "" where it has none."""
    return prefecture(side.prefecture) if side.prefecture else ""


def country(name: str) -> str:
    """Return a country by its everyday Japanese name: 韓国, South Korea."""
    return _english_country(name) if is_english() else name


def country_of(side: "OverseasGovernment") -> str:
    """Return the country of a government, or "" where it is not known."""
    return country(side.country_name) if side.country_name else ""


def overseas_government(side: "OverseasGovernment") -> str:
    """Return a name that begins with that of its country: 大韓民国江原道, South Korea 江原道."""
    if not is_english() or not side.country_name:
        return side.name
    return f"{country(side.country_name)} {without_country(side)}"


def without_country(side: "OverseasGovernment") -> str:
    """Return the name of a government without that of its country, which mostly stands first."""
    found = countries.country(side.country or "")
    if found is None:
        return side.name
    rest = side.name
    for name in (found.official, found.name):
        rest = rest.removeprefix(name or "")
    place, _comma, last = rest.rpartition(", ")  # Portland, Oregon, USA
    if last.isascii() and countries.try_country(last) == found:
        return place.lstrip(countries.BEHIND_COUNTRY)
    if rest != side.name:
        return rest.lstrip(countries.BEHIND_COUNTRY)
    from koryu_cli.places import beginnings  # few names need its tables

    first = beginnings.country_at_beginning(rest)  # 米国
    is_its_own = len(first) > 1 and countries.try_country(first) == found
    return rest.removeprefix(first).lstrip(countries.BEHIND_COUNTRY) if is_its_own else rest


def date_of(day: "AgreementDate") -> str:
    """Return the date of an agreement: 平成8年6月24日, 24 June 1996; else as it is written."""
    if is_english() and day.span:
        from koryu_cli.wareki.writing import write  # Japanese does without

        return write(day.span)
    return day.wareki or day.text


@cache
def _english_country(name: str) -> str:
    from koryu_cli.places.countries import country_named  # Japanese does without

    found = country_named(name)
    return found.english if found else name


def value(word: str) -> str:
    """Return what agreements are counted by: a name, a term, an era or a period.

    平成, 2012年度 and 1990年代 are Heisei, FY2012 and 1990-1999.
    """
    if not is_english():
        return word
    if word[:4].isdecimal():
        year = word[:4]
        return {"年度": f"FY{year}", "年代": f"{year}-{year[:3]}9"}.get(word[4:], year)
    from koryu_cli.places import prefectures  # Japanese does without
    from koryu_cli.wareki import eras, writing  # Japanese does without

    if word in prefectures.names():
        return prefecture(word)
    if era := next((each for each in eras.ERAS if each.name == word), None):
        return writing.write_era(era)
    return country(shown_term(word))
