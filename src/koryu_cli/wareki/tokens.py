"""From text to tokens: one width, one form of each character, then one token for each word.

Every character is replaced by exactly one, so that places in the text stay what they were.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from koryu_cli.wareki.eras import ERAS, Era
from koryu_cli.wareki.numerals import CHARACTERS, read_numeral, write_numeral

Kind = Literal[
    "number",  # 24, 二十四
    "compact",  # 20120523
    "first",  # 元
    "era",  # 平成, ㍻
    "abbreviation",  # 平, H
    "period",  # 時代
    "gregorian",  # 西暦
    "年",
    "年度",
    "年代",
    "月",
    "日",
    "third",  # 上旬
    "weekday",  # （水）, 水曜日
    ".",
    "/",
    "-",
    "・",
    "、",
    "(",
    ")",
    "「",
    "」",
    "range",  # ～
    "from",  # から
    "since",  # 以降
    "until",  # まで
    "before",  # 以前
    "count",  # what makes a number of years or days of the 年 or 日 before it: 間, 以上
    "line",  # the end of a line
    "other",
    "end",
]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a date; `number` is its value, or a weekday from 0 (Monday)."""

    kind: Kind
    number: int = 0
    era: Era | None = None


# --- characters -----------------------------------------------------------------------------

# Radicals and compatibility ideographs, as copies from PDF files have them, and full-width forms.
_BLOCKS = (range(0x2F00, 0x2FD6), range(0xF900, 0xFADA), range(0xFF01, 0xFF66))
_REPLACED = {
    code: form
    for block in _BLOCKS
    for code in block
    if len(form := normalize("NFKC", chr(code))) == 1
}
# Two radicals without a compatibility mapping; their ideographs by EquivalentUnifiedIdeograph.txt
# of the Unicode Character Database.
_REPLACED |= {ord("⺜"): "日", ord("⺝"): "月"}
for _characters, _form in (
    ("\t\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000\u200b\u2060\ufeff", " "),
    ("".join(map(chr, range(0x2000, 0x200B))), " "),
    ("\r\x85\u2028\u2029", "\n"),
    ("‐‑−", "-"),
    ("〜∼〰‒–—―─━", "~"),
    ("･·∙⋅", "・"),
    ("∕⁄", "/"),
    ("，", "、"),
    ("◯", "○"),
):
    _REPLACED |= dict.fromkeys(map(ord, _characters), _form)
_REPLACED |= {ord("－"): "-", ord("ｰ"): "ー", ord("･"): "・", ord("、"): "、", ord("～"): "~"}

_FORMS = {chr(code): form for code, form in _REPLACED.items() if chr(code) != form}
_UNUSUAL = re.compile(f"[{re.escape(''.join(_FORMS))}]")


def fold(text: str) -> str:
    """Give every character its usual form; the length stays the same."""
    if _UNUSUAL.search(text):
        for character in _FORMS.keys() & text:  # each once, so that long texts are quick
            text = text.replace(character, _FORMS[character])
    return text


# --- words ----------------------------------------------------------------------------------

_WORDS: dict[str, Token] = {
    "": Token("end"),
    "元": Token("first", 1),
    "時代": Token("period"),
    "西暦": Token("gregorian"),
    "上旬": Token("third", 1),
    "中旬": Token("third", 11),
    "下旬": Token("third", 21),
    "..": Token("range"),
    "‥": Token("range"),
    "~": Token("range"),
    "から": Token("from"),
    "より": Token("from"),
    "まで": Token("until"),
    "以前": Token("before"),
    "以降": Token("since"),
    "以後": Token("since"),
    "以来": Token("since"),
    ",": Token("、"),
    "ー": Token("-"),
    "と": Token("、"),
    "や": Token("、"),
    "及び": Token("、"),
    "および": Token("、"),
    "\n": Token("line"),
}
for _word in ("年", "年度", "年代", "月", "日", ".", "/", "-", "・", "、", "(", ")"):
    _WORDS[_word] = Token(_word)
_WORDS |= dict.fromkeys("([〔【〈《", Token("(")) | dict.fromkeys(")]〕】〉》", Token(")"))
_WORDS |= dict.fromkeys("「『", Token("「")) | dict.fromkeys("」』", Token("」"))
for _era in ERAS:
    _WORDS[_era.name] = _WORDS[_era.ligature] = Token("era", era=_era)
    for _short in (_era.name[0], _era.letter, _era.letter.lower()):
        _WORDS[_short] = Token("abbreviation", era=_era)
# The numbers of ordinary dates, so that they need not be computed.
for _number in range(100):
    _WORDS[f"{_number}"] = _WORDS[f"{_number:02}"] = Token("number", _number)
    _WORDS[write_numeral(_number)] = Token("number", _number)
for _number in range(1900, 2100):
    _WORDS[f"{_number}"] = Token("number", _number)
for _number, _weekday in enumerate("月火水木金土日"):
    _WORDS[f"{_weekday}曜"] = _WORDS[f"{_weekday}曜日"] = Token("weekday", _number)
    _WORDS[chr(ord("㈪") + _number)] = _WORDS[f"({_weekday})"] = Token("weekday", _number)

# After 年 or 日 these make a length of time or an age of a number that could be a date's.
_COUNTS = (
    *("間", "以上", "以下", "以内", "未満", "余", "程", "ほど", "くらい", "弱", "強", "目", "生"),
    *("毎", "おき", "ごと", "ぶり", "来", "前", "後", "もの", "にわた", "に渡", "にお", "に及"),
)
_WORDS |= dict.fromkeys(_COUNTS, Token("count"))

_ERA_NAMES = "|".join(rf"{era.name[0]}(?:\ *+{era.name[1]})?" for era in ERAS)
WORDS = rf"""
        [0-9]++ | 年(?:\ *+[度代](?!表))? | [月日](?!曜) | [/-] | \.\.?+ | [{CHARACTERS}]++
    | {_ERA_NAMES} | 時代 | 西\ *+暦 | [上中下]旬
    | \(\ *+[月火水木金土日]\ *+(?:曜日?)?\ *+(?:・?\ *+祝日?)?\ *+\) | [月火水木金土日]曜日?
    | から | より(?!前|後|以前|以後) | まで | 以[前降後来]
    | 及び | および | [前後][半期] | {"|".join(_COUNTS)}
"""
SINGLE_WORDS = tuple(word for word in _WORDS if len(word) == 1)
_WORD = re.compile(rf"\ *+({WORDS} | \S | \n | \Z)", re.VERBOSE)


def _read_word(word: str) -> Token:
    """Return the token of a word that is not in the table."""
    if word[0] in "0123456789":
        if len(word) == 8:
            return Token("compact", int(word))
        return Token("number", int(word)) if len(word) <= 4 and word[0] != "0" else Token("other")
    if word[0] in CHARACTERS:
        value = read_numeral(word)
        return Token("other") if value is None else Token("number", value)
    if word[0] == "(":
        return _WORDS[f"({word[1:].lstrip()[0]})"]
    return _WORDS.get(word.replace(" ", ""), Token("other"))


class _Words(dict[str, Token]):
    def __missing__(self, word: str) -> Token:
        return _read_word(word)


_TOKENS = _Words(_WORDS)


def tokenize(text: str) -> list[Token]:
    """Return the words of a folded text; the last is an "end". Blanks only separate."""
    return read_words(_WORD.findall(text))


def read_words(words: list[str]) -> list[Token]:
    """Return the tokens of words."""
    return list(map(_TOKENS.__getitem__, words))


def places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where in the folded text each of its words begins and ends."""
    return (match.span(1) for match in _WORD.finditer(text))
