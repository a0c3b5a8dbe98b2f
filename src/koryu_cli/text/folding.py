"""The form in which two spellings of Japanese text are equal.

Most of it looks at one character at a time, so that what is part of a text stays part of it when
both are folded. Three things depend on the neighbours: a kana and its voicing mark become one
character, 々ゝゞ repeat what stands before them, and ヶ between kanji is read が. The last two
put one character in the place of one.
"""

import re
from functools import cache
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
    | {"カ": "カ", "ケ": "ケ"}  # these wait for their neighbours: see _GA
    | dict.fromkeys(_HYPHENS + _WAVE_DASHES, "-")
    | dict.fromkeys(_DOTS, "")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | {"゛": "\u3099", "゜": "\u309a", "ヽ": "ゝ", "ヾ": "ゞ", "〻": "々"}
)
_NUMERALS = "0-9〇一二三四五六七八九十廿百千万数何"
_KANJI = "\u3400-\u9fff\U00020000-\U0010ffff〇"


def _all_but(characters: str, first: str, last: str) -> str:
    """Return, as ranges of a character class, those from `first` to `last` but `characters`."""
    ranges, start = "", first
    for character in sorted(filter(lambda each: first <= each <= last, characters)):
        if start < character:
            ranges += f"{start}-{chr(ord(character) - 1)}"
        start = chr(ord(character) + 1)
    return ranges + f"{start}-{last}"


compiled = cache(re.compile)
"""Compiles a pattern when it is first used, which many a command does without."""

# Large hiragana and kanji in their new forms are folded already: most of a text is passed over.
_TO_FOLD = f"([^あいうえおか-ぢつ-もやゆよら-ろわ-ん{_all_but(''.join(NEW_FORMS), '一', '鿿')}]+)"
_SHORT = 32
"""Characters of a text that is not worth being taken to pieces, such as a name."""
# Between kanji or after a numeral ケ and カ, and after a numeral か, are read が: 霞ヶ関, 三か国.
_GA = f"[ケカか](?=[{_KANJI}])(?:(?<=[{_NUMERALS}].)|(?<=[{_KANJI}][ケカ]))"
_LEFT_OVER = (("ケ", "け"), ("カ", "か"), ("ガ", "が"), ("ゲ", "げ"))
# Not before a mark left over, with which the kana would become another one.
_REPEATED_KANA = "(?<=[ぁ-ん])[ゝゞ]+(?![\u3099\u309a])"


def fold(text: str) -> str:
    """Return the form that all spellings of a text share.

    Equal become: widths, cases, accented and plain Latin letters, hiragana and katakana, small and
    large kana, long-vowel marks, hyphens and dashes, repetition marks and what they repeat, old
    and new forms of a kanji, and ヶケヵカが between kanji or after a numeral (か too, there).
    Blanks, middle dots, and characters without a shape of their own (variation selectors,
    zero-width characters) go. The end of a line stays, so that nothing matches across it.

    Folding twice changes nothing more.
    """
    if len(text) <= _SHORT:
        folded = text.translate(FOLDED_CHARACTERS)
    else:
        pieces = compiled(_TO_FOLD).split(text)
        pieces[1::2] = map(_RUNS.__getitem__, pieces[1::2])
        folded = "".join(pieces)
    folded = normalize("NFC", folded)
    if "々" in folded:
        folded = re.sub("々+", _repeat_kanji, folded)
    folded = compiled(_GA).sub("が", folded)
    for katakana, hiragana in _LEFT_OVER:
        folded = folded.replace(katakana, hiragana)
    if "ゝ" in folded or "ゞ" in folded:
        folded = re.sub(_REPEATED_KANA, _repeat_kana, folded)
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


class _Runs(dict[str, str]):
    """The folded form of words that are met again and again, each character on its own."""

    LONGEST = 32
    MOST = 4096

    def __missing__(self, run: str) -> str:
        folded = run.translate(FOLDED_CHARACTERS)
        if len(run) <= self.LONGEST and len(self) < self.MOST:
            self[run] = folded
        return folded


FOLDED_CHARACTERS = _Characters()
_RUNS = _Runs()


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


def _repeat_kana(marks: re.Match[str]) -> str:
    """Repeat the kana before the marks, voiced for ゞ: いすゞ is いすず, づゝ is づつ."""
    plain = normalize("NFD", marks.string[marks.start() - 1])[0]
    voiced = normalize("NFC", plain + "\u3099")
    return marks[0].replace("ゝ", plain).replace("ゞ", voiced if len(voiced) == 1 else "ゞ")
