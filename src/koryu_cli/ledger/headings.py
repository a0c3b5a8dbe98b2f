"""What the headings of a ledger mean: which field of a record each column holds.

Headings are compared without width, case, blanks, line ends, brackets and other punctuation,
without a number before or behind them, and without 名, 名称, 等, 欄, a plural s or Label (of
Wikidata) at their ends.

A line of the table `headings.tsv` beside this module is a field and headings that name it, with
tabs between them, the one that koryu prints first. Where a line begins with several fields, the
headings mean the first of them that no other heading means.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from koryu_cli.places.american_states import is_american_state
from koryu_cli.places.areas import area_in
from koryu_cli.places.countries import countries
from koryu_cli.places.lookup import key
from koryu_cli.places.municipalities import find_municipalities
from koryu_cli.places.prefectures import prefectures

SIDES = ("japan", "overseas")
"""The fields of the two sides."""
_NUMBER = re.compile("[0-9]+(?=[^0-9])|(?<=[^0-9])[0-9]+$")
_END = re.compile("(?<=.)(?:等の名称|(?<=[体市港国])の名称|名称|名等|等名|名|等|欄|s|label)$")
_OVERSEAS = (
    "(?:国際|海外|外国|姉妹|友好|交流|提携|相手|締結|締盟|協定|盟約|縁組|先|方|側|の|都市|港)+"
    "(?:先|相手|方|側|都市|地域|自治体|市町村|地方政府|団体|機関|港湾?|学?校|大学|[州省道県市町村]+)"
)
_OF_EITHER_SIDE = (
    "(?:提携|締結|締盟|協定|盟約|縁組)+の?(?:自治体|市?区?[市県]?町村?|団体|地方公共団体)"
)
_GOVERNMENT = (
    "(?:自治体|地方自治体|地方公共団体|都道府県|市町村?|区市町村|市区町村|都市|団体|港湾?)+"
)
_JAPANESE = (
    f"(?:日本|国内|県内|道内|府内|都内|本県|我が国|本邦|側|の)+(?:{_GOVERNMENT})?"
    "|管内側?(?:の?市?区?町村)?"
)
_OF_THE_AREA = "管(?:内|轄|轄地域|轄区域)の?(?:自治体|地方自治体|地方公共団体|都市|団体)"
"""Governments in the area of an office, in Japan or abroad."""
_ABROAD = "(?:海外|国外|外国|相手|先方|overseas?|foreign|partner)(?:側|先|方)?"
"""What stands in the bracket of a heading that is of the overseas side: 自治体名（海外）."""
_COUNTRY = (
    "(?:海外|外国|姉妹|友好|交流|提携|相手|締結|協定|所在|都市|自治体|先|方|側|の)*国名?"
    "(?:及び|又は|または|と)?(?:地域|州|省|県|名)*"
)
_DATE = (
    "(?:国際|姉妹|友好|都市|交流|提携|締結|締盟|調印|署名|盟約|縁組|結盟|協定書?|覚書|宣言|当初|開始|成立"
    "|合意|発効|宣誓|等|の)+"
    "(?:年月日|年月|月日|日付|期日|日期|日時|時期|日|年)"
)
_ENGLISH_PLACE = (
    "(?:(?:cit|municipalit|authorit|communit|count)(?:y|ie)|town|village|ward|port|prefecture"
    "|council|district|shire|borough|state|province|local|government|name|side|and|or|of)s?"
)
_ENGLISH_PARTNER = (
    "(?:(?:sister|twin|twinned|partner|counterpart|overseas)s?"
    "|(?:friendship|friendly|affiliated|signing|foreign|international)(?=.))"
)
_ENGLISH_OVERSEAS = (
    f"(?:{_ENGLISH_PLACE})*{_ENGLISH_PARTNER}(?:{_ENGLISH_PARTNER}|{_ENGLISH_PLACE})*"
)
_ENGLISH_DATE = (
    "(?=.*(?:date|year|since|signed|established|concluded|formed|twinned|began"
    "|commenced))"
    "(?:date|year|since|signed|signing|signature|established|establishment|concluded|conclusion"
    "|formed|formation|twinned|twinning|started|start|began|commenced|agreement"
    "|affiliation|relationship|relation|partnership|sister|friendship|city|link|of|on|the|was|and)+"
)
_BEGINNING = (
    "(?:国際|姉妹|友好|都市|の)*交流の?開始の?(?:年月日|年月|月日|日付|期日|日期|日時|時期|日|年)?"
)
_DIVISION = "(?:海外|外国|交流|提携|相手|締結|協定|先|方|側|の)+[州省県道]+"
_COMPOUNDS = {
    "overseas,divisions": _DIVISION,
    "overseas,japan": _OF_EITHER_SIDE,
    "japan,overseas": _OF_THE_AREA,
    "overseas": f"{_OVERSEAS}|{_ENGLISH_OVERSEAS}",
    "japan": _JAPANESE,
    "country": _COUNTRY,
    "date,": _BEGINNING,
    "date": f"{_DATE}|{_ENGLISH_DATE}",
}
"""Fields, as in the table, and the headings made up of words for them."""
_SIDE = re.compile(
    "(?<=.)(?:側|方|の|姉妹|友好|提携|交流|締盟|相手|先|自治体|都市|城市|市町村|市|県|地方政府|州|省|港|団体"
    "|地方|公共団体|パートナー)+$"
    f"|(?<=.)(?!and|or|of)(?:{_ENGLISH_PARTNER}|{_ENGLISH_PLACE})+$"
    f"|^(?!and|or|of)(?:{_ENGLISH_PARTNER}|{_ENGLISH_PLACE})+(?:in)?(?=.)"
)
_IN_A_STATE = re.compile(
    rf"(?i:(?:(?:{_ENGLISH_PARTNER}|{_ENGLISH_PLACE})\s+)+in)\s+([A-Z]\w*(?:\s+[A-Z]\w*)*)"
    "|[ァ-ヶー・]+[州省県]側の?(?:自治体|都市|市町村)?名?"
)
"""A heading of partners in a part of a country: Sister City in Oregon, イリノイ州側."""
_STATE = re.compile("(?:[州省]|state|province)$")
_CITY = re.compile("市|cit|town|municip")
"""Words in the stems of headings of states and of cities: US State | US City."""
_REMARK = re.compile(r"[(（\[［【〔](.*?)[)）\]］】〕]")
_DEMONYMS = {
    "american": "US", "argentine": "AR", "argentinian": "AR", "australian": "AU", "austrian": "AT",
    "belgian": "BE", "brazilian": "BR", "british": "GB", "bulgarian": "BG", "cambodian": "KH",
    "canadian": "CA", "chilean": "CL", "chinese": "CN", "croatian": "HR", "czech": "CZ",
    "danish": "DK", "dutch": "NL", "egyptian": "EG", "english": "GB", "estonian": "EE",
    "filipino": "PH", "finnish": "FI", "french": "FR", "german": "DE", "greek": "GR",
    "hawaiian": "US", "hungarian": "HU", "icelandic": "IS", "indian": "IN", "indonesian": "ID",
    "irish": "IE", "israeli": "IL", "italian": "IT", "japanese": "JP", "korean": "KR",
    "latvian": "LV", "lithuanian": "LT", "malaysian": "MY", "mexican": "MX", "mongolian": "MN",
    "nepalese": "NP", "norwegian": "NO", "paraguayan": "PY", "peruvian": "PE", "philippine": "PH",
    "polish": "PL", "portuguese": "PT", "romanian": "RO", "russian": "RU", "scottish": "GB",
    "saudiarabian": "SA", "serbian": "RS", "slovak": "SK", "slovenian": "SI", "southafrican": "ZA",
    "southkorean": "KR", "spanish": "ES", "srilankan": "LK", "swedish": "SE",
    "swiss": "CH", "taiwanese": "TW", "thai": "TH", "turkish": "TR", "ukrainian": "UA", "us": "US",
    "usa": "US", "nz": "NZ", "uzbek": "UZ", "vietnamese": "VN", "welsh": "GB",
}  # fmt: skip
"""Words and letters for a country and what belongs to it, other than its names, with its code."""


class Meaning(NamedTuple):
    """What a heading means: a field of a record, and the country that it names, if any.

    Of several fields the first counts that no other heading means; "" stands for none of them.
    """

    fields: tuple[str, ...]
    country: str | None = None


@lru_cache(maxsize=2**12)
def meaning(heading: str) -> Meaning | None:
    """Return what a heading means, or None where it is not known.

    A heading that names a country (カナダ, ドイツ側, U.S. Counterparts) is that of the side there,
    and so is one that names a state of America. One that names a Japanese municipality before 側 is
    that of the Japanese side.
    In two languages (国名 / Country) or with a remark in brackets (URL（日本側）), the part that is
    known counts.
    """
    heading = _REMARK.sub(_without_language, heading)
    for part in _parts(heading):
        if not (word := stem(part)):
            continue
        if found := _meanings().get(word) or _compound(word):
            may_be_in_bracket = found.fields in (("country",), ("date",))
            rest = _without_remark(heading) if may_be_in_bracket else heading
            outer = meaning(rest) if rest != heading else None
            is_beside = outer is not None and outer.fields[0] == "overseas"  # 提携先（国名）
            if is_beside and found.fields == ("date",):  # 姉妹都市（提携年月日）
                return Meaning(("overseas", "date"))
            return outer if is_beside else _of_side_in_bracket(heading, found) or found
        if country := _country(word) or _country(key(part)):
            return _of_side(country)
        if state := _IN_A_STATE.fullmatch(part.strip()):
            name = (state[1] or "").lower().removesuffix(" prefecture")
            is_prefecture = name in {each.romaji for each in prefectures()}
            return Meaning(("japan" if is_prefecture else "overseas", ""))
        if _is_side_of_municipality(word):
            return Meaning(("japan",))
    return None


def _is_side_of_municipality(word: str) -> bool:
    """Tell whether a heading names a Japanese government with 側 behind it: 北九州側, 札幌市側."""
    name = word.removesuffix("側")
    kinds = ("", "市", "県", "町", "村") if len(name) > 1 and name != word else ()
    return any(find_municipalities(name + kind) for kind in kinds)


def _of_side_in_bracket(heading: str, found: Meaning) -> Meaning | None:
    """Return what a heading means whose bracket says of which side it is, else None.

    It names a country there, or the side: 都市名（ドイツ）, 自治体名（海外）.
    """
    words = map(key, _REMARK.findall(heading)) if found.fields[0] in SIDES else ()
    for word in words:
        if country := _country(word):
            return _of_side(country)
        if re.fullmatch(_ABROAD, word):
            return Meaning(("overseas",))
        if re.fullmatch(_JAPANESE, word):  # 提携先（国内） is of neither side
            return Meaning(("" if found.fields == ("overseas",) else "japan",))
    return None


def _without_language(bracketed: re.Match[str]) -> str:
    """Return nothing instead of a bracket that says in what language the column is: (English)."""
    return "" if stem(bracketed[1]) == "english" else bracketed[0]


def _of_side(country: str) -> Meaning:
    """Return what a heading means that names the country of a side."""
    return Meaning(("japan",)) if country == "JP" else Meaning(("overseas",), country)


def countries_of_cities(headings: Iterable[str]) -> set[str]:
    """Return the alpha-2 codes of the countries whose cities some headings name: 米国の都市名."""
    stems = filter(_CITY.search, map(stem, headings))
    return {country for word in stems if (country := _country(word))}


def is_state_beside_city(heading: str, countries: Container[str]) -> bool:
    """Tell whether a heading names the states of a country whose cities another one names."""
    word, country = stem(heading), _country(stem(heading))
    if country is None or not _STATE.search(word) or area_in(word) or word in _countries():
        return False
    return country in countries


def by_field(meanings: Iterable[tuple[int, Meaning]], mapped: Mapping[str, int]) -> dict[str, int]:
    """Return the index of the column of each field, `mapped` ones first.

    Of several headings for a field it is that of the first, but surer ones go first: those that
    mean nothing else, and of these those that do not mean it as the name of a country.
    """
    places = dict(mapped)
    for index, found in sorted(
        meanings, key=lambda pair: (len(pair[1].fields) > 1, bool(pair[1].country))
    ):
        free = (field for field in found.fields if field and field not in places)
        if index not in mapped.values() and (field := next(free, None)):
            places[field] = index
    return places


def field_named(word: str) -> str | None:
    """Return the field that a key or heading names, or None."""
    found = _meanings().get(stem(word))
    return found.fields[0] if found else None


def fields() -> dict[str, str]:
    """Return all fields, with the heading by which koryu calls each."""
    return {field: heading for field, heading, *_ in _table() if "," not in field}


def _parts(heading: str) -> Iterator[str]:
    yield heading
    yield from filter(str.strip, re.split(r"[\n/／|]|及び", _without_remark(heading)))


def _without_remark(heading: str) -> str:
    return _REMARK.sub("", heading)


def stem(heading: str) -> str:
    """Return a heading as it is compared: 姉妹都市 for 姉妹都市名2."""
    return _END.sub("", _NUMBER.sub("", key(heading), count=1))


@cache
def _meanings() -> dict[str, Meaning]:
    meanings = {
        stem(heading): Meaning(tuple(field.split(",")))
        for field, *headings in _table()
        for heading in headings
    }
    return meanings | {stem(field): Meaning((field,)) for field in fields()}


@cache
def _table() -> list[list[str]]:
    table = Path(__file__).with_name("headings.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines()]


def _compound(word: str) -> Meaning | None:
    found = (field for field, pattern in _COMPOUNDS.items() if re.fullmatch(pattern, word))
    return next((Meaning(tuple(field.split(","))) for field in found), None)


def _country(word: str) -> str | None:
    """Return the alpha-2 code of the country, or of a part of it, that a canonical heading names.

    One character (米, 英) names a country only before 側 or 方.
    """
    is_before_side = word[1:2] in ("側", "方")
    names = (re.sub("[側方]$", "", word), _SIDE.sub("", word), word)  # 豪州側, 中国都市, 沿海州
    spellings = [name for name in names if len(name) > 1 or is_before_side]
    if country := next(filter(None, map(_countries().get, spellings)), None):
        return country
    if area := next(filter(None, map(area_in, spellings)), None):
        return area.country
    return "US" if any(map(is_american_state, spellings)) else None


@cache
def _countries() -> dict[str, str]:
    names = {
        form(name): country.alpha2
        for country in countries()
        for name in country.spellings()[:-2]
        for form in (stem, key)
    }
    return names | _DEMONYMS
