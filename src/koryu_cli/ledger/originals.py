"""The lines of a cell that one name takes: it goes on in the next, or its original stands there."""

import re

from koryu_cli.ledger.beside_name import EDGES, REMARK_IN_ENGLISH, country_word
from koryu_cli.ledger.divisions import is_latin
from koryu_cli.ledger.remarks import is_date
from koryu_cli.places.areas import area_in, find_area
from koryu_cli.places.countries import try_country

_WITHIN_A_NAME = re.compile(
    r"(?<=[・･－‐＝=])\s*\n\s*"
    r"|\s*\n\s*(?=[市町村州省県郡区道港]\s*(?:[\n(（]|$)|[(（](?![0-9０-９]{1,3}[)）]))"
)
"""A line end within a name, as a narrow column has it, or before its bracket, which is no number:
ナホトカ↵市, バード・↵ゾーデン市, リヨン市↵（フランス）."""
_LETTER, _JAPANESE = "A-Za-z\u00c0-\u024f", "ぁ-ヿ一-\u9fff"
_WITH_ORIGINAL = re.compile(
    rf"(?<![^\s/／])([^\s/／]*[{_JAPANESE}])(?:\s+|\s*[/／]\s*)"
    rf"([{_LETTER}][{_LETTER}.,'’ -]{{2,}}[{_LETTER}.])(?=\s*(?:[\n(（]|$)|\s+[{_JAPANESE}])"
)
"""A name and its original behind it, most often on a line of its own: ミュンヘン市↵München."""
_CITY_IN_JAPANESE = re.compile("(?![旧現])[^州省県郡]+[市町村]")
_KATAKANA = re.compile("[ァ-ー]+")
_KANJI = re.compile("[\u4e00-\u9fff]+")


def with_names_on_lines(text: str) -> str:
    """Return a cell in which no line ends within a name, or between a name and its original."""
    return _WITH_ORIGINAL.sub(_bracketed_original, _WITHIN_A_NAME.sub("", text))


def _bracketed_original(found: re.Match[str]) -> str:
    """Return a name with its original in brackets; a country beside either stays as it is."""
    name, original = found.groups()
    has_country = country_word(name) or country_word(original.rpartition(",")[2].strip())
    is_one = not has_country and is_original(original, name)
    return f"{name}（{original}）" if is_one else found[0]


def is_original(content: str, name: str) -> bool:
    """Tell whether a bracket holds the original of a name in its letters, or a name as it is read.

    It may be kanji in katakana, and a city's name in Japanese behind that in Latin letters.
    """
    is_foreign = is_latin(content) and not is_latin(name)
    is_in_japanese = (
        is_latin(name)
        and _CITY_IN_JAPANESE.fullmatch(content)
        and not (country_word(name) or find_area(name) or "," in name)
    )
    kind = name.strip()[-1:]  # 束草市（ソクチョ市）
    is_reading = _KATAKANA.fullmatch(content.removesuffix(kind)) and _KANJI.fullmatch(name.strip())
    is_other = is_date(content) or (country_word(content) and not _is_same(content, name))
    is_remark = REMARK_IN_ENGLISH.fullmatch(content) is not None
    return bool(is_foreign or is_in_japanese or is_reading) and not (is_other or is_remark)


def _is_same(word: str, name: str) -> bool:
    """Tell whether a word for a country or a part of one means the place that a name is."""
    place, named = name.strip(EDGES), find_area(word)
    return area_in(place) == named and (
        named is not None or try_country(place) == try_country(word)
    )
