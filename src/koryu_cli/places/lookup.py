"""How a word is held against the names of places."""

import re
from collections.abc import Mapping
from functools import lru_cache

from koryu_cli.language import _
from koryu_cli.text import fold, nearest, perhaps

_NOISE = re.compile(r"^the|[\W_]")
_PLAIN = {"ゔあ": "ば", "ゔい": "び", "ゔえ": "べ", "ゔお": "ぼ", "ゔゆ": "びゆ", "ゔ": "ぶ"}


def key(word: str) -> str:
    """Return the form of a place name in which its spellings agree.

    Beyond the foldings of `koryu_cli.text`, & is read as "and", and punctuation, hyphens,
    long-vowel marks and a leading "the" are left out: U.S.A. = USA, Cote d'Ivoire = Côte d’Ivoire,
    The Netherlands = Netherlands. ヴ is read as バ行: ヴェトナム = ベトナム.
    """
    return _NOISE.sub("", plain_v(fold(word)).replace("&", "and"))


@lru_cache(maxsize=2**13)
def may_begin(start: str, beginnings: frozenset[str]) -> bool:
    """Tell whether a text may begin with one of many names, which is quicker than to look for it.

    Args:
        start: the first three characters of the text; more would be as slow as to look.
        beginnings: the first two characters of the keys of the names, or one where there is one.
    """
    begins = key(start)[:2]
    return len(begins) < 2 or start[0] == "旧" or not {begins[0], begins}.isdisjoint(beginnings)


def plain_v(folded: str) -> str:
    """Return a folded text with ば, び … for ゔあ, ゔい …: the two ways to write a foreign v."""
    if "ゔ" in folded:
        for foreign, plain in _PLAIN.items():
            folded = folded.replace(foreign, plain)
    return folded


def suggest(word: str, spellings: Mapping[str, str]) -> str:
    """Return a sentence that names the places spelt nearly as `word`, or "".

    Args:
        word: what the user wrote.
        spellings: every spelling to compare, with the name of the place it stands for; of
            equally near ones, the first come first.
    """
    near: dict[str, str] = {}
    for spelling in nearest(word, spellings) if key(word) else ():
        name = spellings[spelling]
        both = _("{name}（{spelling}）", name=name, spelling=spelling)
        near.setdefault(name, name if key(spelling) in key(name) else both)
    return perhaps(near.values())
