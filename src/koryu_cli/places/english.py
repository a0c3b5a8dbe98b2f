"""The English names of Japanese governments: Sapporo City, Aomori Prefecture, Hokkaido.

City, Town, Village, Ward and Prefecture stand for 市, 町, 村, 区 and 府県, as the Geospatial
Information Authority has them (国土地理院, 地名等の英語表記規程). Hokkaido and Tokyo, which are
called so alone, have none. A special ward is a Ward, as a ward of a designated city is; the latter
is named with its city (Chuo Ward, Sapporo City).
"""

import re

from koryu_cli.places.prefectures import prefectures
from koryu_cli.places.romanization import romanize
from koryu_cli.places.table import Municipality, named
from koryu_cli.text import fold

KINDS = {"市": "City", "町": "Town", "村": "Village", "区": "Ward"}
_READINGS = {"市": "し$", "町": "(?:ちょう|まち)$", "村": "(?:むら|そん)$", "区": "く$"}
_FOREIGN = {"みなみあるぷす": "Minami-Alps"}
"""Names of words that are not Japanese."""


def english_name(government: Municipality) -> str:
    """Return the English name of a municipality, or of a prefecture."""
    if not government.name:
        return english_prefecture(government.prefecture)
    return english_municipality(government.name, government.kana)


def english_prefecture(name: str) -> str:
    """Return the English name of a prefecture by its full name: 青森県 is Aomori Prefecture."""
    romaji = next(each.romaji for each in prefectures() if each.name == name).capitalize()
    return romaji if name[-1] in "道都" else f"{romaji} Prefecture"


def english_municipality(name: str, kana: str | None) -> str:
    """Return the English name of a municipality: 札幌市 is Sapporo City.

    Args:
        name: the municipality (六ヶ所村, 札幌市中央区), now or formerly.
        kana: its reading in hiragana, or None. Without a reading that ends as the name does, the
            name stays as it is.
    """
    city, _, ward = name.rpartition("市")
    if city and ward.endswith("区"):
        return _english_ward(f"{city}市", ward, kana or "") or name
    base = base_of(name, kana or "")
    if not base:
        return name
    return f"{_FOREIGN.get(base) or romanize(base).capitalize()} {KINDS[name[-1]]}"


def base_of(name: str, kana: str) -> str:
    """Return the reading of a name without that of its 市, 町, 村 or 区; "" if it has none."""
    base, count = re.subn(_READINGS.get(name[-1:], "(?!)"), "", kana)
    return base if count else ""


def _english_ward(city: str, ward: str, kana: str) -> str:
    for each in named(fold(city)):
        if each.name == city and kana.startswith(each.kana):
            in_english = english_municipality(ward, kana.removeprefix(each.kana))
            return f"{in_english}, {english_name(each)}"
    return ""
