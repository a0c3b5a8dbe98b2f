"""Finding a term in a text, whatever way either is written."""

import re
from unicodedata import category, combining, normalize

from koryu_cli.text.folding import FOLDED_CHARACTERS, fold, forms


def contains(needle: str, haystack: str) -> bool:
    """Tell whether a term occurs in a text.

    For many texts, ask `any(form in fold(text) for form in forms(term))` with the forms made once.
    """
    folded = fold(haystack)
    return any(form in folded for form in forms(needle))


def find_all(needle: str, haystack: str) -> list[tuple[int, int]]:
    """Find the places where a term occurs in a text.

    Returns:
        The start and end (exclusive) of each place in the text as it was given, in order and not
        overlapping. A place covers whole characters with their marks: where the term is only a
        part of what a character stands for (株 in ㈱), all of that character.
    """
    folded = fold(haystack)
    found = [form for form in forms(needle) if form in folded]
    if not found:
        return []
    spans = _spans(haystack)
    places: list[tuple[int, int]] = []
    end_of_last = 0
    for match in re.finditer("|".join(map(re.escape, found)), folded):
        start, end = spans[match.start()][0], spans[match.end() - 1][1]
        if start >= end_of_last:
            places.append((start, end))
            end_of_last = end
    return places


def _spans(text: str) -> list[tuple[int, int]]:
    """Return, for each character of the folded text, the start and end of where it comes from."""
    clusters: list[tuple[str, int, int]] = []
    for place, character in enumerate(text):
        piece = FOLDED_CHARACTERS[ord(character)]
        before, start, end = clusters[-1] if clusters else ("", 0, 0)
        joined = normalize("NFC", before + piece)
        if piece and (not before or (joined == before + piece and not combining(piece[0]))):
            clusters.append((piece, place, place + 1))
        elif piece or (before and end == place and category(character) in ("Mn", "Cf")):
            clusters[-1] = joined, start, place + 1
    return [(start, end) for piece, start, end in clusters for _ in piece]
