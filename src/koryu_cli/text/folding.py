"""The form in which two spellings of Japanese text are equal.

Most of it looks at one character at a time, so that what is part of a text stays part of it when
both are folded. Three things depend on the neighbours: a kana and its voicing mark become one
character, 々ゝゞ repeat what stands before them, and ヶ between kanji is read が.
"""

import re
from unicodedata import category, combining, normalize

from koryu_cli.text.kanji import NEW_FORMS

_HYPHENS = "-\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2e3a\u2e3bー"
_WAVE_DASHES = "~\u223c\u301c\u3030"
_DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30a0\u30fb"
_LINE_ENDS = "\n\v\f\x85\u2028\u2029"
_SMALL_KANA = dict(
    zip(
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
        "あいうえおつやゆよわカケあいうえおつやゆよわカケくしすとぬはひふへほむらりるれろ",
        strict=True,
    )
)
# カ and ケ wait for their neighbours: see _read_ga.
_HIRAGANA = {
    chr(code): chr(code - 0x60)
    for code in range(ord("ア"), ord("ン") + 1)
    if chr(code) not in "カケ"
}
_ELEMENTS = (
    NEW_FORMS
    | _HIRAGANA
    | _SMALL_KANA
    | dict.fromkeys(_HYPHENS + _WAVE_DASHES, "-")
    | dict.fromkeys(_DOTS, "")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | {"゛": "\u3099", "゜": "\u309a", "ヽ": "ゝ", "〻": "々"}
)

_KANJI = "\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_NUMERALS = "0-9〇一二三四五六七八九十百千万数何廿"
_GA = re.compile(
    f"[ケカ](?<=[0-9々{_KANJI}].)(?=[{_KANJI}])|か(?<=[{_NUMERALS}].)(?=[{_KANJI}])",
)
_VARIATION_SELECTOR = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_REPEATED_KANJI = re.compile(f"(?<=[{_KANJI}])々+")
_REPEATED_KANA = re.compile("(?<=[ぁ-ん])[ゝゞ]+")


def fold(text: str) -> str:
    """Return the form that all spellings of a text share.

    Equal become: widths, cases, accented and plain Latin letters, hiragana and katakana, small and
    large kana, long-vowel marks, hyphens and dashes, repetition marks and what they repeat, old
    and new forms of a kanji, and ヶケヵカが between kanji (か too, after a numeral). Blanks, middle
    dots, and characters without a shape of their own (variation selectors, zero-width characters)
    go. The end of a line stays, so that nothing matches across it.

    Folding twice changes nothing more.
    """
    folded = normalize("NFC", text.translate(FOLDED_CHARACTERS))
    if "々" in folded:
        folded = _REPEATED_KANJI.sub(_repeat_kanji, folded)
    folded = _read_ga(folded)
    if "ゝ" in folded or "ゞ" in folded:
        folded = _REPEATED_KANA.sub(_repeat_kana, folded)
    return folded


def forms(term: str) -> tuple[str, ...]:
    """Return the folded forms that a term can have inside a folded text.

    There is more than one where the text around the term decides how its first or last character
    is read: ケ所 is けしょ by itself, and part of 六ヶ所 as が所. A term without anything to match,
    such as a lone middle dot, has none.
    """
    kanji = "廿"
    found = fold(term), fold(kanji + term)[1:], fold(term + kanji)[:-1]
    return tuple(form for form in dict.fromkeys(found) if form)


class _Characters(dict[int, str]):
    """The folded form of each character on its own, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


FOLDED_CHARACTERS = _Characters()


def _fold_character(character: str) -> str:
    if character in _ELEMENTS:
        return _ELEMENTS[character]
    decomposed = normalize("NFKD", normalize("NFKD", character).casefold())
    return normalize("NFC", "".join(_ELEMENTS.get(c, c) for c in decomposed if not _is_idle(c)))


def _is_idle(character: str) -> bool:
    """Tell whether a character has no part in the comparison: blank, invisible, or an accent."""
    if character in _ELEMENTS:
        return False
    if "\u0300" <= character <= "\u036f":
        return combining(character) != 1  # 1: a stroke across a sign, as in ≠
    return bool(_VARIATION_SELECTOR.match(character)) or (
        character.isspace() or category(character) == "Cf"
    )


def _read_ga(text: str) -> str:
    text = _GA.sub("が", text)
    for katakana, hiragana in zip("カケガゲ", "かけがげ", strict=True):
        text = text.replace(katakana, hiragana)
    return text


def _repeat_kanji(marks: re.Match[str]) -> str:
    """Repeat as many kanji as there are marks: 人々 is 人人, 部分々々 is 部分部分."""
    count = len(marks[0])
    before = marks.string[max(0, marks.start() - count) : marks.start()]
    unit = re.split(f"[^{_KANJI}]", before)[-1]
    return (unit * count)[:count]


def _repeat_kana(marks: re.Match[str]) -> str:
    """Repeat the kana before the marks, voiced for ゞ: いすゞ is いすず, づゝ is づつ."""
    plain = normalize("NFD", marks.string[marks.start() - 1])[0]
    voiced = normalize("NFC", plain + "\u3099")
    return marks[0].replace("ゝ", plain).replace("ゞ", voiced if len(voiced) == 1 else "ゞ")
