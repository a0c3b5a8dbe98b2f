"""Japanese names in Latin letters, and the form in which all ways to spell one agree.

The rule is that of Japan's Digital Agency (デジタル庁, 行政基本情報データ連携モデル 住所) and of
the Geospatial Information Authority (国土地理院, 地名等の英語表記規程, 平成28年国地達第10号):
Hepburn, with n for ん everywhere (Gunma), t before ch for っ (Kutchan), and without marks of
length. ou, oo and uu are short where they are one word (Osaka, Kochi), and stay where two words
meet (Toyooka, Katsuura). Nothing parts an n from a vowel, as the municipalities themselves write
(Kanonji, Nanyo).
"""

import re
from functools import cache
from unicodedata import normalize

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さ す そ", "t": "た  てと", "n": "なにぬねの",
    "h": "はひ へほ", "m": "まみむめも", "y": "や ゆ よ", "r": "らりるれろ", "w": "わゐ ゑ ",
    "g": "がぎぐげご", "z": "ざ ずぜぞ", "d": "だ  でど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
_SINGLE = {
    "し": "shi", "せ": "se", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji",
    "づ": "zu", "を": "o", "ん": "n", "ゔ": "vu", "ー": "", "ゃ": "ya", "ゅ": "yu", "ょ": "yo",
    "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o",
}  # fmt: skip
_LETTERS = _SINGLE | {
    kana: consonant + vowel
    for consonant, row in _ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
    if kana != " "
}
_SYLLABLE = re.compile("[き-ゔ][ゃゅょ]|[ぁ-ゖー]")
# Where two words of a name meet between vowels that would else be one long vowel.
_MEETING = re.compile(
    "(?<=とよ)(?=おか|うら)|(?<=こと)(?=うら|おか)|(?<=せと)(?=うち)|(?<=かつ|まつ|やす)(?=うら)"
    "|(?<=も)(?=おか)|(?<=の)(?=おもて|うえ|うら|うち$)|(?<=ぶんご)(?=おおの)|(?<=ごしょ)(?=うら)"
    "|(?<=ひろ)(?=お$)|(?<=こ)(?=おり$|うみ$)|(?<=そ)(?=お$)|(?<=せの)(?=お$)"
    "|(?<=くず|むろ|もの)(?=う$)|(?<=^ゆ)(?=う$)",
    re.MULTILINE,
)


def romanize(kana: str) -> str:
    """Return a name in hiragana in Latin letters, in lower case: おおさか is osaka.

    Args:
        kana: the name without 市, 町 and the like; or several, one a line.
    """
    letters = _SYLLABLE.sub(_latin, _MEETING.sub("|", kana))
    letters = re.sub("っ(.)", _doubled, letters)
    return re.sub("o[ou]|uu", lambda found: found[0][0], letters).replace("|", "")


def romaji_key(word: str) -> str:
    """Return the form in which the ways to spell a Japanese name in Latin letters agree.

    Case, marks of length, hyphens, apostrophes and blanks go; siga is shiga, gumma is gunma,
    oosaka and Ohsaka are osaka. Figures, which no name has, stay. What is not Japanese is changed
    too, and no word to show.
    """
    letters = "".join(filter(_is_kept, normalize("NFKD", word).lower()))
    for pattern, spelling in _spellings():
        letters = pattern.sub(spelling, letters)
    return letters


@cache
def _spellings() -> list[tuple[re.Pattern[str], str]]:
    """Return the spellings of other systems, of passports and of older print, to apply in turn.

    With each stands that of `romanize`.
    """
    patterns = {
        "si": "shi", "sy": "sh", "ti": "chi", "(?:ty|cy)": "ch", "t(?=u)": "ts",
        "(?<![sct])hu": "fu", "(?:d?zi|di)": "ji", "(?:zy|jy|dy)": "j", "dzu|du": "zu",
        "c(?=ch)": "t", "m(?=[bmp])": "n", "oh(?![aeiou])": "o", "uh(?![aeiou])": "u",
        "o[ou]": "o", "uu": "u", "wo": "o", "alps": "arupusu",
    }  # fmt: skip
    return [(re.compile(pattern), spelling) for pattern, spelling in patterns.items()]


def _latin(syllable: re.Match[str]) -> str:
    first, *small = (_LETTERS.get(kana, kana) for kana in syllable[0])
    if not small:
        return first
    return first[:-1] + small[0].removeprefix("y" if first[:-1] in ("sh", "ch", "j") else "")


def _doubled(found: re.Match[str]) -> str:
    return {"c": "tc"}.get(found[1], found[1] * 2)


def _is_kept(character: str) -> bool:
    return "a" <= character <= "z" or "0" <= character <= "9" or character == "\n"
