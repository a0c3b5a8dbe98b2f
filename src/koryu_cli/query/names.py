"""Matching the names of governments, of either side, whatever way they are written."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.places.countries import BEHIND_COUNTRY, try_country
from koryu_cli.places.lookup import plain_v
from koryu_cli.places.prefectures import prefectures
from koryu_cli.record.models import Agreement, JapaneseGovernment, OverseasGovernment
from koryu_cli.text import fold, forms

Predicate = Callable[[Agreement], bool]

_IN_COUNTY = r".*郡.+[町村]\s*"
_LATIN = r"[\x00-\u024f\uff01-\uff5e\s]*"


def named(word: str) -> Predicate:
    """Return a test that an agreement passes if a word is part of the name of a government.

    Args:
        word: a part of a name or reading, or of a division abroad, in simplified kanji too; romaji
            in any common spelling, an English name; a prefecture without its 県, or a 郡, before a
            municipality; a country before one; or several of these with 、 or ; between, which must
            all be there, as in a cell of a table.

    Raises:
        UsageError: the word has nothing to match.
    """
    parts = [part for part in re.split("[、;；]", word) if forms(part)]
    if not parts:
        raise UsageError(_("「{word}」は自治体名の一部になりません。例: 札幌", word=word))
    if len(parts) > 1:
        tests = [named(part) for part in parts]
        return lambda agreement: all(test(agreement) for test in tests)
    ours = [_japanese_part(word)]
    theirs = [_overseas_part(word)]
    if is_latin(word):
        ours.append(_romaji_part(word))
    if re.fullmatch(_IN_COUNTY, word):
        ours.append(_listed(word))
    if test := _behind_country(word):
        theirs.append(test)
    return lambda agreement: (
        any(test(side) for side in agreement.japan for test in ours)
        or any(test(side) for side in agreement.overseas for test in theirs)
    )


def is_latin(word: str) -> bool:
    """Tell whether a word has Latin letters and signs only, in any width."""
    return re.fullmatch(_LATIN, word) is not None


def _japanese_part(word: str) -> Callable[[JapaneseGovernment], bool]:
    # Most commands name no government.
    from koryu_cli.places.simplified import in_japanese

    spellings = [word, in_japanese(word), *_with_prefecture(word)]
    parts = {part: None for spelling in spellings for part in _forms(spelling)}
    return lambda side: any(part in name for name in _japanese_names(side) for part in parts)


def _overseas_part(word: str) -> Callable[[OverseasGovernment], bool]:
    parts = _forms(word)
    return lambda side: any(
        part in _spelling(name) for name in (side.name, *side.divisions) for part in parts
    )


def _romaji_part(word: str) -> Callable[[JapaneseGovernment], bool]:
    # Only words in Latin letters need it.
    from koryu_cli.places.romanization import romaji_key

    sought = romaji_key(word)
    return lambda side: (
        sought != ""
        and any(
            sought in name for name in _in_romaji(side.prefecture, side.municipality, side.kana)
        )
    )


def _listed(word: str) -> Callable[[JapaneseGovernment], bool]:
    """Return a test of a municipality that a word names with its 郡."""
    # Only such a word needs the table.
    from koryu_cli.places.municipalities import find_municipalities

    codes = {each.code for each in find_municipalities(word)}
    return lambda side: side.code in codes


def _behind_country(word: str) -> Callable[[OverseasGovernment], bool] | None:
    """Return a test of a name behind that of its country, as koryu prints it: 韓国 江原道襄陽郡."""
    # Only names need its tables.
    from koryu_cli.places.beginnings import country_at_beginning

    first = country_at_beginning(word)
    country = try_country(first) if len(first) > 1 else None
    if country is None:
        return None
    name = country.name
    parts = _forms(word.removeprefix(first).strip(BEHIND_COUNTRY)) or ("",)
    return lambda side: (
        side.country_name == name
        and any(
            part in _spelling(text)
            for text in (side.name, "".join(side.divisions))
            for part in parts
        )
    )


def _with_prefecture(word: str) -> Iterator[str]:
    """Yield a name with its prefecture in full, where it has one without 県: 青森六ヶ所村."""
    for prefecture in prefectures():
        full, short = prefecture.spellings()[:2]
        rest = word.removeprefix(short)
        if full != short and rest not in ("", word):
            yield full + rest


def _japanese_names(side: JapaneseGovernment) -> Iterator[str]:
    yield _spelling(side.name)
    yield fold(side.kana or "")
    if side.municipality and side.name != f"{side.prefecture}{side.municipality}":
        yield _spelling(f"{side.prefecture}{side.municipality}")


@lru_cache(maxsize=2**12)
def _in_romaji(
    prefecture: str | None, municipality: str | None, kana: str | None
) -> tuple[str, ...]:
    """Return the English name and the reading of a government in the key of romaji."""
    # Only a word in Latin letters is held against romaji.
    from koryu_cli.places.english import english_municipality, english_prefecture
    from koryu_cli.places.romanization import romaji_key, romanize

    around = english_prefecture(prefecture) if prefecture else ""
    if not municipality:
        return (romaji_key(around + romanize(kana or "")),)
    name = english_municipality(municipality, kana)
    return romaji_key(name + around), romaji_key(around.split()[0] + romanize(kana or ""))


def _forms(word: str) -> tuple[str, ...]:
    """Return the forms that a part of a name can have inside one."""
    return tuple(_plain(form) for form in forms(word))


def _spelling(name: str) -> str:
    return _plain(fold(name))


def _plain(folded: str) -> str:
    """Return a folded name without ＝ between its parts, and with ば for ゔぁ."""
    return plain_v(folded).replace("=", "")
