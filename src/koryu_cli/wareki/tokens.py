"""From text to tokens: one for each word."""

import re
from collections.abc import Iterator

from koryu_cli.wareki.numerals import CHARACTERS, read_numeral
from koryu_cli.wareki.words import LATIN, MEANINGS, WORDS, Token

_WORD = re.compile(rf"\ *+({WORDS} | \S | \n | \Z)", re.VERBOSE)
_OTHER = Token("other")
_TIME = re.compile(r"(?:T|午[前後]|[AaPp][Mm]|\+)?\ *+[0-9]{1,2}(?:\ *+[:時]|[0-9]{2,4}\Z)")
_QUARTERS = {
    figure: Token("part", 1, name=f"第{number}四半期")
    for number in range(1, 5)
    for figure in (str(number), "一二三四"[number - 1])
}


def read_word(word: str) -> Token:
    """Return the token of a word that is not in the table."""
    if word.isascii() and word.isdigit():
        return _read_figures(word)
    if word[0] in CHARACTERS:
        value = read_numeral(word)
        return _OTHER if value is None else Token("number", value)
    if word[0] == "(":
        return MEANINGS[f"({word[1:].lstrip()[0]})"]
    if word.endswith("四半期") or "Q" in word:
        return _QUARTERS.get(word.strip("第 Q")[:1], _OTHER)
    if _TIME.match(word):
        return Token("time")
    word = word.replace(" ", "")
    return MEANINGS.get(word) or LATIN.get(word.lower(), _OTHER)


def _read_figures(word: str) -> Token:
    number = int(word) if len(word) <= 8 else 0
    match len(word):
        case 8:
            return Token("compact", number)
        case 6:
            return Token("packed", number)
        case 4 if word[0] == "0" and number:
            return Token("padded", number)
        case 1 | 2 | 3 | 4 if word[0] != "0":
            return Token("number", number)
        case _:
            return _OTHER


class _Words(dict[str, Token]):
    def __missing__(self, word: str) -> Token:
        return read_word(word)


_TOKENS = _Words(MEANINGS)


def tokenize(text: str) -> list[Token]:
    """Return the words of a folded text; the last is an "end". Blanks only separate."""
    return list(map(_TOKENS.__getitem__, _WORD.findall(text)))


def places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where in the folded text each of its words begins and ends."""
    return (match.span(1) for match in _WORD.finditer(text))
