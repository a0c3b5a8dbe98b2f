"""A running text with its words; what no date has in it is one token, however long it is."""

import re
from functools import cache
from itertools import accumulate
from string import ascii_letters

from koryu_cli.wareki.characters import fold
from koryu_cli.wareki.eras import ERAS
from koryu_cli.wareki.numerals import CHARACTERS
from koryu_cli.wareki.tokens import read_word
from koryu_cli.wareki.words import MEANINGS, WORDS, Token

# With these a date, or a bracket or line that a date may be in, can begin. Every other word of a
# date matters only directly behind one of them.
_LETTERS = "MTSHRmtshr明大昭平令"
_BEGINNINGS = rf"0-9{CHARACTERS}{_LETTERS}㍾㍽㍼㍻㋿西翌~‥.(){{}}\[\]〈〉《》【】〔〕「」『』\n"
_NAMES = "|".join(rf"{era.name[0]}\ *+{era.name[1]}" for era in ERAS)
_NO_ERA = rf"(?!{_NAMES}|.\ *+[元0-9{CHARACTERS}])[{_LETTERS}]"
_STRETCH = rf"[^{_BEGINNINGS}]*+(?:{_NO_ERA}[^{_BEGINNINGS}]*+)*+"
# The most frequent words, and they alone, ahead of the many others.
_FREQUENT = r"""
    [0-9]{1,4}(?=[年月日]) | 年(?![\ 度代]) | [月日](?!曜) | \((?!\ *+[月火水木金土日]) | [)「」\n]
"""
_OTHER = Token("other")
_FIRST_CHARACTERS = frozenset(
    {*(word[:1] for word in MEANINGS), *CHARACTERS, *ascii_letters, *"午第ŌōŪū"}
)
"""What the words of dates begin with."""


@cache
def _word() -> re.Pattern[str]:
    """Return the expression for a word; compiled late, for only running text needs it."""
    firsts = re.escape("".join(_FIRST_CHARACTERS))
    singles = re.escape("".join(w for w, m in MEANINGS.items() if len(w) == 1 and m.kind != "part"))
    return re.compile(
        rf"([^\ {firsts}]{_STRETCH} | {_FREQUENT} | {WORDS} | [{singles}] | [^\ ]{_STRETCH})",
        re.VERBOSE,
    )


def _read(word: str) -> Token:
    """Return the token of a word that is not in the table."""
    return read_word(word) if word[0] in _FIRST_CHARACTERS else _OTHER


class Text:
    """A running text with its words and their places; outside it there are only line ends.

    `starts` and `ends` are the places of the tokens in the text; the last token is an "end".
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.folded = fold(original)
        pieces = _word().split(self.folded)  # blanks, word, blanks, word, …, blanks
        places = list(accumulate(map(len, pieces)))
        known = MEANINGS.get
        self.tokens = [known(word) or _read(word) for word in pieces[1::2]]
        self.tokens.append(MEANINGS[""])
        self.starts = places[::2]
        self.ends = [*places[1::2], places[-1]]

    def before(self, place: int) -> str:
        """Return the character before a token."""
        start = self.starts[place]
        return self.folded[start - 1] if start else "\n"

    def after(self, place: int) -> str:
        """Return the character after a token."""
        end = self.ends[place]
        return self.folded[end] if end < len(self.folded) else "\n"
