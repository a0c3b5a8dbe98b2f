"""The form in which two spellings of Japanese text are equal.

Most of it looks at one character at a time, so that what is part of a text stays part of it when
both are folded. Three things depend on the neighbours: a kana and its voicing mark become one
character, 々ゝゞ repeat what stands before them, and ヶ between kanji is read が. The last two
put one character in the place of one.
"""

import re
from unicodedata import category, combining, normalize

from koryu_cli.text.kanji import NEW_FORMS

_HYPHENS = "-ー\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2e3a\u2e3b"
_WAVE_DASHES = "~\u223c\u301c\u3030"
_DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30a0\u30fb"
_LINE_ENDS = "\n\v\f\x85\u2028\u2029"
_HIRAGANA = {chr(code): chr(code - 0x60) for code in range(ord("ァ"), ord("ヶ") + 1)}
_LARGE_KANA = dict(
    zip(
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
        "あいうえおつやゆよわカケあいうえおつやゆよわカケくしすとぬはひふへほむらりるれろ",
        strict=True,
    )
)
_ELEMENTS = (
    NEW_FORMS
    | _HIRAGANA
    | _LARGE_KANA
    | {"カ": "カ", "ケ": "ケ"}  # these wait for their neighbours: see _read_ga
    | dict.fromkeys(_HYPHENS + _WAVE_DASHES, "-")
    | dict.fromkeys(_DOTS, "")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | {"゛": "\u3099", "゜": "\u309a", "ヽ": "ゝ", "ヾ": "ゞ", "〻": "々"}
)
_NUMERALS = frozenset("0123456789〇一二三四五六七八九十廿百千万数何")

_GA = re.compile("[ケカかガゲ]")
_REPEATED_KANJI = re.compile("々+")
# Not before a mark left over, with which the kana would become another one.
_REPEATED_KANA = re.compile("(?<=[ぁ-ん])[ゝゞ]+(?![\u3099\u309a])")


def fold(text: str) -> str:
    """Return the form that all spellings of a text share.

    Equal become: widths, cases, accented and plain Latin letters, hiragana and katakana, small and
    large kana, long-vowel marks, hyphens and dashes, repetition marks and what they repeat, old
    and new forms of a kanji, and ヶケヵカが between kanji or after a numeral (か too, there).
    Blanks, middle dots, and characters without a shape of their own (variation selectors,
    zero-width characters) go. The end of a line stays, so that nothing matches across it.

    Folding twice changes nothing more.
    """
    folded = normalize("NFC", text.translate(FOLDED_CHARACTERS))
    if "々" in folded:
        folded = _REPEATED_KANJI.sub(_repeat_kanji, folded)
    folded = _GA.sub(_read_ga, folded)
    if "ゝ" in folded or "ゞ" in folded:
        folded = _REPEATED_KANA.sub(_repeat_kana, folded)
    return folded


def forms(term: str) -> tuple[str, ...]:
    """Return the folded forms that a term can have inside a folded text.

    There are two where the text around the term decides how its first or last character is read:
    ケ所 is け所 by itself, and が所 in 六ヶ所. A term without anything to match, such as a lone
    middle dot, has none.
    """
    found = fold(term), fold("廿" + term)[1:], fold(term + "廿")[:-1]
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
    elements = normalize("NFKD", normalize("NFKD", character).casefold())
    return normalize("NFC", "".join(_ELEMENTS.get(e, "" if _is_idle(e) else e) for e in elements))


def _is_idle(character: str) -> bool:
    """Tell whether a character has no part in the comparison: blank, invisible, or an accent."""
    if "\u0300" <= character <= "\u036f":
        return combining(character) != 1  # 1: a stroke through a sign, as in ≠
    return (
        character.isspace()
        or category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _is_kanji(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character > "\U0001ffff" or character == "〇"


def _repeat_kanji(marks: re.Match[str]) -> str:
    """Repeat as many kanji as there are marks: 人々 is 人人, 部分々々 is 部分部分."""
    count = len(marks[0])
    unit = marks.string[max(0, marks.start() - count) : marks.start()]
    while not all(map(_is_kanji, unit)):
        unit = unit[1:]
    return (unit * count)[:count] or marks[0]


def _read_ga(kana: re.Match[str]) -> str:
    """Read ケ or カ between kanji, and か after a numeral, as が: 霞ヶ関, 三か国."""
    sign = kana[0]
    before = kana.string[max(0, kana.start() - 1) : kana.start()]
    after = kana.string[kana.end() : kana.end() + 1]
    joins = before in _NUMERALS or (sign != "か" and _is_kanji(before))
    return "が" if sign in "ケカか" and joins and _is_kanji(after) else _HIRAGANA.get(sign, sign)


def _repeat_kana(marks: re.Match[str]) -> str:
    """Repeat the kana before the marks, voiced for ゞ: いすゞ is いすず, づゝ is づつ."""
    plain = normalize("NFD", marks.string[marks.start() - 1])[0]
    voiced = normalize("NFC", plain + "\u3099")
    return marks[0].replace("ゝ", plain).replace("ゞ", voiced if len(voiced) == 1 else "ゞ")
