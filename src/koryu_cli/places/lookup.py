"""How a word is held against the names of places."""

import re
import unicodedata
from collections.abc import Mapping

from koryu_cli.text import fold, nearest

_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_NOISE = re.compile(r"^\s*the\s|[\W_ー]")


def key(word: str) -> str:
    """Return the form of a place name in which its spellings agree.

    Beyond the foldings of `koryu_cli.text`, Latin letters lose their accents, & is read as
    "and", and a leading "the", blanks, punctuation, hyphens and long-vowel marks are left out:
    U.S.A. = USA, Cote d'Ivoire = Côte d’Ivoire, The Netherlands = Netherlands.
    """
    decomposed = unicodedata.normalize("NFKD", word).replace("&", " and ")
    plain = unicodedata.normalize("NFKC", _LATIN_MARKS.sub("", decomposed))
    return _NOISE.sub("", fold(plain))


def suggest(word: str, spellings: Mapping[str, str]) -> str:
    """Return a sentence in Japanese that names the places spelt nearly as `word`, or "".

    Args:
        word: what the user wrote.
        spellings: every spelling to compare, with the name of the place it stands for; of
            equally near ones, the first come first.
    """
    near: dict[str, str] = {}
    for spelling in nearest(word, spellings) if key(word) else ():
        name = spellings[spelling]
        near.setdefault(name, name if spelling in name else f"{name}（{spelling}）")
    return f"もしかして: {'、'.join(near.values())}" if near else ""
