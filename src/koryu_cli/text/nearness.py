"""Nearness of spellings, by which suggestions are found."""

from collections.abc import Iterable
from functools import cache, lru_cache

from koryu_cli.text.folding import fold

_NEAR_ENOUGH = 0.5
_HOMOPHONES_WITHIN = 64


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> list[str]:
    """Return the candidates spelled most like a word, the nearest first.

    Two words are near by the share of the longer one's characters that need not be changed,
    added or left out to make it from the other; at least half. To change a kanji into one that is
    read alike counts for less, since a wrong conversion (間国) is a common slip. A word and a part
    of it are always near. Of equally near candidates those of the word's length come first, then
    those that were given first.
    """
    folded = fold(word)
    rank: dict[str, tuple[float, int]] = {}
    for candidate in candidates:
        other = _fold_candidate(candidate)
        if (nearness := _nearness(folded, other)) >= _NEAR_ENOUGH:
            rank[candidate] = -nearness, abs(len(other) - len(folded))
    return sorted(rank, key=rank.__getitem__)[:limit]


_fold_candidate = lru_cache(maxsize=2**13)(fold)
"""Folds words that are compared again and again: the names of a table."""


def _nearness(a: str, b: str) -> float:
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return max(1 - _distance(a, b) / max(len(a), len(b)), _NEAR_ENOUGH)
    return 0.0 if _are_far(a, b) else 1 - _distance(a, b) / max(len(a), len(b))


def _are_far(a: str, b: str) -> bool:
    """Tell, without working out how far, whether two words are certainly not near.

    At best, all characters that both have need not be changed, and every kanji beside them is read
    like one of the other word.
    """
    shorter, longer = sorted((len(a), len(b)))
    shared = min(sum(map(b.__contains__, a)), sum(map(a.__contains__, b)))
    kanji = min(sum(map("\u3400".__le__, a)), sum(map("\u3400".__le__, b)), shorter - shared)
    return shared + 0.5 * kanji < _NEAR_ENOUGH * longer or shared == 0


def _distance(a: str, b: str) -> float:
    """Return the least cost of the changes that make one word of the other (Levenshtein)."""
    row = [float(j) for j in range(len(b) + 1)]
    for i, x in enumerate(a, start=1):
        above, row = row, [float(i)]
        for j, y in enumerate(b):
            row.append(min(row[j] + 1, above[j + 1] + 1, above[j] + 1 - _likeness(x, y)))
    return row[-1]


@cache
def _likeness(x: str, y: str) -> float:
    """Return 1 for the same character, up to 0.5 for kanji that are read alike, 0 for others.

    JIS X 0208 lists the kanji of its level 1 in the order of their readings, so that those with
    the same reading stand near each other.
    """
    if x == y:
        return 1.0
    here, there = _place_by_reading(x), _place_by_reading(y)
    if here is None or there is None:
        return 0.0
    return max(0.0, 0.5 * (1 - abs(here - there) / _HOMOPHONES_WITHIN))


def _place_by_reading(character: str) -> int | None:
    """Return the place of a kanji of level 1 (rows 16 to 47) in JIS X 0208, if it is one."""
    code = character.encode("euc_jp", "ignore")
    if len(code) != 2 or not 0xB0 <= code[0] <= 0xCF:
        return None
    return (code[0] - 0xB0) * 94 + code[1] - 0xA1
