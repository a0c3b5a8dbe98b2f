"""The 47 prefectures of Japan.

Sources: numbers and names, JIS X 0401; romaji, the Hepburn system without marks of length.
"""

import re
from functools import cache
from typing import NamedTuple

from koryu_cli.errors import UsageError
from koryu_cli.language import _, is_english
from koryu_cli.places.lookup import key, suggest
from koryu_cli.text import fold

# The last character of a name: what may be left out of the name and its reading, and what may
# follow the romaji.
_ENDINGS = {
    "道": ("", "", ""),
    "都": ("都", "と", "to"),
    "府": ("府", "ふ", "fu"),
    "県": ("県", "けん", "ken"),
}


class Prefecture(NamedTuple):
    """A prefecture: JIS X 0401 number, full name (青森県), its reading in hiragana, romaji.

    The romaji leaves out 都, 府 and 県: aomori, tokyo, but hokkaido.
    """

    number: int
    name: str
    kana: str
    romaji: str

    @property
    def shown(self) -> str:
        """The name in the language chosen: 青森県, Aomori."""
        return self.romaji.capitalize() if is_english() else self.name

    def spellings(self) -> tuple[str, ...]:
        """Return the names of the prefecture, with and without 都, 府 or 県, the full one first."""
        kanji, kana, romaji = _ENDINGS[self.name[-1]]
        return (
            self.name,
            self.name.removesuffix(kanji),
            self.kana,
            self.kana.removesuffix(kana),
            self.romaji,
            self.romaji + romaji,
        )


class UnknownPrefectureError(UsageError):
    """A word that names no prefecture."""


_PREFECTURES = (
    Prefecture(1, "北海道", "ほっかいどう", "hokkaido"),
    Prefecture(2, "青森県", "あおもりけん", "aomori"),
    Prefecture(3, "岩手県", "いわてけん", "iwate"),
    Prefecture(4, "宮城県", "みやぎけん", "miyagi"),
    Prefecture(5, "秋田県", "あきたけん", "akita"),
    Prefecture(6, "山形県", "やまがたけん", "yamagata"),
    Prefecture(7, "福島県", "ふくしまけん", "fukushima"),
    Prefecture(8, "茨城県", "いばらきけん", "ibaraki"),
    Prefecture(9, "栃木県", "とちぎけん", "tochigi"),
    Prefecture(10, "群馬県", "ぐんまけん", "gunma"),
    Prefecture(11, "埼玉県", "さいたまけん", "saitama"),
    Prefecture(12, "千葉県", "ちばけん", "chiba"),
    Prefecture(13, "東京都", "とうきょうと", "tokyo"),
    Prefecture(14, "神奈川県", "かながわけん", "kanagawa"),
    Prefecture(15, "新潟県", "にいがたけん", "niigata"),
    Prefecture(16, "富山県", "とやまけん", "toyama"),
    Prefecture(17, "石川県", "いしかわけん", "ishikawa"),
    Prefecture(18, "福井県", "ふくいけん", "fukui"),
    Prefecture(19, "山梨県", "やまなしけん", "yamanashi"),
    Prefecture(20, "長野県", "ながのけん", "nagano"),
    Prefecture(21, "岐阜県", "ぎふけん", "gifu"),
    Prefecture(22, "静岡県", "しずおかけん", "shizuoka"),
    Prefecture(23, "愛知県", "あいちけん", "aichi"),
    Prefecture(24, "三重県", "みえけん", "mie"),
    Prefecture(25, "滋賀県", "しがけん", "shiga"),
    Prefecture(26, "京都府", "きょうとふ", "kyoto"),
    Prefecture(27, "大阪府", "おおさかふ", "osaka"),
    Prefecture(28, "兵庫県", "ひょうごけん", "hyogo"),
    Prefecture(29, "奈良県", "ならけん", "nara"),
    Prefecture(30, "和歌山県", "わかやまけん", "wakayama"),
    Prefecture(31, "鳥取県", "とっとりけん", "tottori"),
    Prefecture(32, "島根県", "しまねけん", "shimane"),
    Prefecture(33, "岡山県", "おかやまけん", "okayama"),
    Prefecture(34, "広島県", "ひろしまけん", "hiroshima"),
    Prefecture(35, "山口県", "やまぐちけん", "yamaguchi"),
    Prefecture(36, "徳島県", "とくしまけん", "tokushima"),
    Prefecture(37, "香川県", "かがわけん", "kagawa"),
    Prefecture(38, "愛媛県", "えひめけん", "ehime"),
    Prefecture(39, "高知県", "こうちけん", "kochi"),
    Prefecture(40, "福岡県", "ふくおかけん", "fukuoka"),
    Prefecture(41, "佐賀県", "さがけん", "saga"),
    Prefecture(42, "長崎県", "ながさきけん", "nagasaki"),
    Prefecture(43, "熊本県", "くまもとけん", "kumamoto"),
    Prefecture(44, "大分県", "おおいたけん", "oita"),
    Prefecture(45, "宮崎県", "みやざきけん", "miyazaki"),
    Prefecture(46, "鹿児島県", "かごしまけん", "kagoshima"),
    Prefecture(47, "沖縄県", "おきなわけん", "okinawa"),
)


def prefectures() -> tuple[Prefecture, ...]:
    """Return the 47 prefectures in the order of their numbers."""
    return _PREFECTURES


@cache
def names() -> tuple[str, ...]:
    """Return the full names of the 47 prefectures in the order of their numbers."""
    return tuple(prefecture.name for prefecture in _PREFECTURES)


def find_prefecture(word: str) -> Prefecture:
    """Return the prefecture that a word names, in any width, case or kana.

    Args:
        word: the name with or without 都, 府 or 県 (青森県, 青森), its reading (あおもりけん,
            アオモリ), its number (2, 02), or romaji in any common spelling, with or without the
            ending or Prefecture (aomori, Tōkyō-to, oosaka, siga, gumma, Osaka Prefecture).

    Raises:
        UnknownPrefectureError: no prefecture is named so; the message suggests near names.
    """
    number = fold(word).strip()
    if re.fullmatch("[0-9]{1,2}", number) and 1 <= int(number) <= len(_PREFECTURES):
        return _PREFECTURES[int(number) - 1]
    if found := _index().get(key(word)) or _by_romaji(word) or _by_simplified(word):
        return found
    advice = suggest(word, _spellings()) or _("北海道、青森、02、aomori のように書いてください。")
    raise UnknownPrefectureError(
        _("「{word}」という都道府県はありません。{advice}", word=word, advice=advice)
    )


@cache
def _index() -> dict[str, Prefecture]:
    """Return the prefecture that each folded name stands for."""
    return {
        key(spelling): prefecture
        for prefecture in _PREFECTURES
        for spelling in prefecture.spellings()
    }


def _by_romaji(word: str) -> Prefecture | None:
    """Return the prefecture that a word in romaji names in any spelling, or None."""
    # Most words are names or their usual romaji: the patterns for the others are seldom needed.
    from koryu_cli.places.romanization import romaji_key

    spelt = romaji_key(word)
    kinds = ("", "pref", "prefecture", "metropolis")
    for prefecture in _PREFECTURES:
        romaji = prefecture.spellings()[-2:]
        if spelt and any(spelt == romaji_key(each + kind) for each in romaji for kind in kinds):
            return prefecture
    return None


def _by_simplified(word: str) -> Prefecture | None:
    """Return the prefecture that a word names in simplified kanji (爱知县), or None."""
    # Few words are Chinese.
    from koryu_cli.places.simplified import in_japanese

    return _index().get(key(in_japanese(word)))


def _spellings() -> dict[str, str]:
    """Return every name worth suggesting, romaji without the ending, with the name to show."""
    return {
        spelling: prefecture.shown
        for prefecture in _PREFECTURES
        for spelling in prefecture.spellings()[:-1]
    }
