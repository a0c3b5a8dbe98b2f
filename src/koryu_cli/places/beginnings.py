"""The country that a Japanese text begins with: 米国ハワイ州, カナダ・ビクトリア市."""

import re

from koryu_cli.places.areas import find_area
from koryu_cli.places.countries import BEHIND_COUNTRY, is_name, may_be_name, try_country

_LONGEST = 24
_BEFORE_STATE = re.compile("[米英独仏伊豪加露墺][ァ-ヶー・]+州.*")
"""A country of one character before a state: 米ミネソタ州."""
_LAST_LATIN = "\u024f"
_IN_ENGLISH = r"([A-Za-z][A-Za-z .'&-]*)\s+(?=[^\x00-\u024f])"
# メキシコ市, バイエルン自由州, 香港島, 中国人, 英国領バミューダ.
_KIND_OF_PLACE = (
    "(?:特別|自治|広域|自由|準)*[市州県省郡区町村港島湾領人語系製側]|諸島(?!共和国)|半島|大学|シティ"
    "|地方(?!自治|政府)|自治地域|特別行政区|(?:自治)?連邦区"
)
_WATER_OR_HILL = "洋|[川湖山](?:$|[港市町村公])"
"""What follows in the name of a place where a country in katakana seems to begin it: インド洋."""
_OF_A_STATE = ("立", "家", "際", "会", "民", "営", "連")
"""What makes a word of the 国 before it: 国立, 国際."""
# Those that no place elsewhere is known to begin with, as Chilliwack does with チリ, Perugia with
# ペルー, Albany with アルバ: only they can stand before katakana with nothing between.
_BEFORE_KATAKANA = {
    "アイスランド", "アイルランド", "アメリカ", "アルゼンチン", "イギリス", "イスラエル",
    "イタリア", "インドネシア", "ウクライナ", "ウズベキスタン", "エクアドル", "エジプト",
    "オーストラリア", "オーストリア", "オランダ", "カザフスタン", "カナダ", "カンボジア",
    "ギリシャ", "クロアチア", "コスタリカ", "スイス", "スウェーデン", "スコットランド",
    "スペイン", "スリランカ", "スロバキア", "スロベニア", "タンザニア", "チェコ", "デンマーク",
    "トルコ", "ドイツ", "ニュージーランド", "ネパール", "ノルウェー", "ハンガリー", "パキスタン",
    "パラグアイ", "バングラデシュ", "フィリピン", "フィンランド", "フランス", "ブータン",
    "ブラジル", "ブルガリア", "ベトナム", "ベラルーシ", "ベルギー", "ポーランド", "ポルトガル",
    "マダガスカル", "マレーシア", "ミクロネシア", "ミャンマー", "モザンビーク", "モロッコ",
    "モンゴル", "ラトビア", "リトアニア", "ルーマニア", "ロシア",
}  # fmt: skip


def country_at_beginning(text: str) -> str:
    """Return the word for a country that a Japanese text begins with (米国ハワイ州), or "".

    It ends where a blank or a middle dot follows, or where the name of a place can begin: neither
    ペルージャ nor メキシコ市 begins with a country. It may be in English (South Korea 江原道).
    """
    if in_english := re.match(_IN_ENGLISH, text):
        return in_english[1] if try_country(in_english[1]) else ""
    if not may_be_name(text):
        return ""
    for length in range(min(len(text), _LONGEST), 0, -1):
        word, rest = text[:length].strip(BEHIND_COUNTRY), text[length:]
        is_parted = length > len(word) or rest[:1] in (*BEHIND_COUNTRY, "")
        if word[:1] <= _LAST_LATIN or not is_name(word):
            continue
        is_of_next_word = word[-1] == "国" and rest.startswith(_OF_A_STATE)
        if is_of_next_word and len(word) > 2 and is_name(word[:-1]):  # モンゴル国立大学
            continue
        if (
            is_parted
            or _BEFORE_STATE.fullmatch(text)
            or not (len(word) == 1 or _goes_on(word, rest))
        ):
            return word
    return ""


def _goes_on(word: str, rest: str) -> bool:
    """Tell whether a word for a country may be only the beginning of a place name."""
    ends_in_katakana = "ァ" <= word[-1] <= "ー"
    if re.match(_KIND_OF_PLACE, rest) or (ends_in_katakana and re.match(_WATER_OR_HILL, rest)):
        return True
    in_katakana = ends_in_katakana and "ァ" <= rest[0] <= "ー"
    begins_a_syllable = rest[0] not in "ーァィゥェォャュョッン"
    country = None if find_area(word) else try_country(word)
    is_clear = (country.name if country else word) in _BEFORE_KATAKANA
    return in_katakana and not (is_clear and begins_a_syllable)
