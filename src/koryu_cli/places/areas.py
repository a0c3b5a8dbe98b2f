"""Names in use that are no country's of today: states that are no more, and parts of countries.

A state that is no more has the country of today that it goes on in, or none where several came of
it. Sources: ISO 3166-3 (codes for formerly used names of countries) and the Ministry of Foreign
Affairs of Japan (外務省, 国・地域) for what became of each.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from koryu_cli.places.lookup import key, may_begin


class Area(NamedTuple):
    """A former state or a part of a country.

    `country` is the alpha-2 code of the country of today, or "" where there is not one alone.
    """

    name: str
    country: str
    is_former_state: bool
    spellings: tuple[str, ...]


# Alpha-2 code of the one successor or -, name, other spellings, the English name last.
_FORMER_STATES = """
-  ソ連 ソ聯 ソビエト ソビエト連邦 ソビエト社会主義共和国連邦 USSR Soviet Soviet_Union
-  ユーゴスラビア ユーゴ ユーゴスラビア連邦共和国 ユーゴスラビア社会主義連邦共和国 Yugoslavia
-  セルビア・モンテネグロ Serbia_and_Montenegro
-  チェコスロバキア チェコ・スロバキア チェッコスロバキア チェコスロバキア共和国 Czechoslovakia
-  アラブ連合共和国 アラブ連合 United_Arab_Republic
-  オランダ領アンティル 蘭領アンティル Netherlands_Antilles
DE 西ドイツ 西独 West_Germany
DE 東ドイツ 東独 ドイツ民主共和国 East_Germany GDR German_Democratic_Republic
VN 南ベトナム ベトナム共和国 South_Vietnam
VN 北ベトナム ベトナム民主共和国 North_Vietnam
YE 南イエメン イエメン民主人民共和国 South_Yemen
YE 北イエメン イエメン・アラブ共和国 North_Yemen
KH クメール共和国 民主カンプチア カンプチア Kampuchea
LK セイロン Ceylon
BD 東パキスタン East_Pakistan
TH シャム Siam
IR ペルシャ ペルシア Persia
MN モンゴル人民共和国 蒙古
ZW ローデシア 南ローデシア Rhodesia
ZM 北ローデシア
MW ニヤサランド Nyasaland
TZ タンガニーカ Tanganyika
BF オートボルタ Upper_Volta
BJ ダホメ ダホメー Dahomey
NA 南西アフリカ South_West_Africa
BZ 英領ホンジュラス British_Honduras
GY 英領ギアナ British_Guiana
SR 蘭領ギアナ オランダ領ギアナ Dutch_Guiana
VU ニューヘブリディーズ New_Hebrides
KI ギルバート諸島 Gilbert_Islands
TV エリス諸島 Ellice_Islands
MD モルダビア Moldavia
"""

_PARTS = """
GB イングランド England
GB スコットランド Scotland
GB ウェールズ ウエールズ Wales
GB 北アイルランド Northern_Ireland
US ハワイ Hawaii
US アラスカ Alaska
US カリフォルニア California
CA ケベック Quebec
CN チベット 西蔵 Tibet
CN 内モンゴル 内蒙古 Inner_Mongolia
CN 海南島 Hainan
KR 済州島 Jeju
RU サハリン 樺太 Sakhalin
RU シベリア Siberia
RU 沿海州 沿海地方 Primorye
DE バイエルン Bavaria
ES カタルーニャ カタロニア Catalonia
ES カナリア諸島 Canary_Islands
PT アゾレス諸島 Azores
PT マデイラ Madeira
IT シチリア シシリー Sicily
IT サルデーニャ Sardinia
FR コルシカ コルス Corsica
BE フランドル フランダース Flanders
AU タスマニア Tasmania
ID バリ島 Bali
MY サバ Sabah
MY サラワク Sarawak
MP サイパン Saipan
MP テニアン Tinian
PF タヒチ Tahiti
EC ガラパゴス Galapagos
CL イースター島 Easter_Island
TZ ザンジバル Zanzibar
"""

# Countries of ISO 3166-1 that belong to another one.
_TERRITORIES = {
    "CN": "HK MO", "US": "GU MP PR AS VI UM", "DK": "GL FO", "NZ": "CK NU TK", "NL": "AW CW SX BQ",
    "FR": "PF NC GF GP MQ RE YT MF BL PM WF TF", "AU": "CX CC NF HM", "FI": "AX", "NO": "SJ BV",
    "GB": "BM GI KY FK MS TC VG AI SH PN IO GS GG JE IM",
}  # fmt: skip


def owner_of(alpha2: str) -> str:
    """Return the code of the country that a territory belongs to (HK: CN), or ""."""
    return next((owner for owner, codes in _TERRITORIES.items() if alpha2 in codes.split()), "")


@lru_cache(maxsize=2**12)
def find_area(word: str) -> Area | None:
    """Return the area that a word names, in any width, case or kana, or None."""
    if not word.isascii() and not may_begin(word.lstrip()[:3], _beginnings()):
        return None
    return _index().get(key(word.removeprefix("旧").removeprefix("former ")))


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:2] for word in _index())


def former_states() -> list[Area]:
    """Return the states that are no more."""
    return _areas(_FORMER_STATES, are_former_states=True)


def area_in(name: str) -> Area | None:
    """Return the area that a division is named after (ハワイ州, スコットランド), or None."""
    return find_area(name) or find_area(name.rstrip("州県省"))


def area_names() -> Iterable[str]:
    """Return every spelling of an area, in the form in which they are compared."""
    return _index()


@cache
def _index() -> dict[str, Area]:
    """Return the areas by their folded spellings."""
    areas = [
        *_areas(_FORMER_STATES, are_former_states=True),
        *_areas(_PARTS, are_former_states=False),
    ]
    return {key(spelling): area for area in areas for spelling in area.spellings}


def _areas(table: str, *, are_former_states: bool) -> list[Area]:
    lines = table.strip().splitlines()
    fields = ([word.replace("_", " ") for word in line.split()] for line in lines)
    return [
        Area(name, "" if code == "-" else code, are_former_states, (name, *spellings))
        for code, name, *spellings in fields
    ]
