"""Finding a term in texts, whatever way either is written."""

import re
from functools import cached_property
from unicodedata import category, combining, normalize

from koryu_cli.text.folding import FOLDED_CHARACTERS, compiled, fold, forms
from koryu_cli.text.kanji import NEW_FORMS

Extent = tuple[int, int]
"""The start and end offsets (exclusive) of a part of a text."""

# Characters other than old forms that are folded to kanji: radicals, and kanji in circles,
# squares and brackets, and for compatibility. All others are folded to what they are, or to kana.
_STANDING_FOR_KANJI = (
    "[\u2e80-\u2fdf\u3038-\u303a\u3190-\u319f\u3200-\u33ff\uf900-\ufaff"
    "\U0001f200-\U0001f2ff\U0002f800-\U0002fa1f]"
)


class Term:
    """A search term.

    Attributes:
        word: the term as it is given.
        forms: the folded forms that it can have inside a folded text.
        is_solid: whether it begins and ends with characters that stay when it is folded, and has
            no mark that a text could attach elsewhere.
    """

    def __init__(self, word: str) -> None:
        """Prepare to look for `word` in many texts."""
        self.word = word
        self.forms = forms(word)
        self.is_solid = (
            self.forms != () and not any(map(_is_mark, word)) and _has_shape_at_ends(word)
        )

    def is_in(self, folded: str) -> bool:
        """Tell whether the term occurs in a text, which is folded."""
        return any(form in folded for form in self.forms)

    def may_be_in(self, text: str) -> bool:
        """Tell whether the term can occur in a text as it was given.

        It cannot if one of its kanji is nowhere in the text, in any form. This is found out faster
        than the text is folded.
        """
        return (
            all(any(spelling in text for spelling in kanji) for kanji in self._kanji)
            or compiled(_STANDING_FOR_KANJI).search(text) is not None
        )

    def extents_in(self, text: str, folded: str) -> list[Extent]:
        """Return the extents of the term in a text, in order and not overlapping.

        An extent covers whole characters with their marks: where the term is only a part of what a
        character stands for (株 in ㈱), all of that character.

        Args:
            text: the text as it was given.
            folded: the same text, folded.
        """
        matches = [match.span() for match in self._pattern.finditer(folded)]
        if not matches:
            return []
        return self._extents_as_written(text, matches) or _extents(text, matches)

    def _extents_as_written(self, text: str, matches: list[Extent]) -> list[Extent]:
        """Return the extents in a text if the term is written there exactly as given; else none.

        It mostly is, and finding it is much faster than folding character by character.
        """
        extents: list[Extent] = []
        end = end_of_match = 0
        for start_of_match, next_end in matches if self.is_solid else ():
            start = text.find(self.word, end)
            if start < 0 or len(fold(text[end:start])) != start_of_match - end_of_match:
                return []
            end, end_of_match = start + len(self.word), next_end
            if text[end : end + 1] and _joins(text[end - 1], text[end]):
                return []
            extents.append((start, end))
        return extents

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self.forms)) or r"(?!)")

    @cached_property
    def _kanji(self) -> list[str]:
        """Each kanji that all forms have, in all its spellings."""
        common = set(self.forms[0]).intersection(*self.forms) if self.forms else set()
        spellings = {kanji: kanji for kanji in common if "一" <= kanji <= "鿿"}
        for old, new in NEW_FORMS.items():
            if new in spellings:
                spellings[new] += old
        return list(spellings.values())


def contains(needle: str, haystack: str) -> bool:
    """Tell whether a term occurs in a text."""
    return Term(needle).is_in(fold(haystack))


def find_all(needle: str, haystack: str) -> list[Extent]:
    """Return the extents of a term in a text, as `Term.extents_in` does."""
    return Term(needle).extents_in(haystack, fold(haystack))


def _extents(text: str, matches: list[Extent]) -> list[Extent]:
    """Return the extents in a text that matches in its folded form come from."""
    spans = _spans(text)
    extents: list[Extent] = []
    end_of_last = 0
    for first, last in matches:
        start, end = spans[first][0], spans[last - 1][1]
        if start >= end_of_last:
            extents.append((start, end))
            end_of_last = end
    return extents


def _spans(text: str) -> list[Extent]:
    """Return, for each character of the folded text, the extent of what it was folded from."""
    clusters: list[tuple[str, int, int]] = []
    for offset, character in enumerate(text):
        piece = FOLDED_CHARACTERS[ord(character)]
        before, start, end = clusters[-1] if clusters else ("", 0, 0)
        joined = normalize("NFC", before + piece)
        if piece and (not before or (joined == before + piece and not combining(piece[0]))):
            clusters.append((piece, offset, offset + 1))
        elif piece or (before and end == offset and _is_mark(character)):
            clusters[-1] = joined, start, offset + 1
    return [(start, end) for piece, start, end in clusters for _ in piece]


def _has_shape_at_ends(word: str) -> bool:
    """Tell whether the first and the last character stay when a word is folded."""
    return all(FOLDED_CHARACTERS[ord(character)] for character in (word[0], word[-1]))


def _is_mark(character: str) -> bool:
    """Tell whether a character is a mark, or invisible beside another."""
    return (
        category(character) in ("Mn", "Cf")
        or combining(FOLDED_CHARACTERS[ord(character)][:1] or "a") > 0
    )


def _joins(before: str, character: str) -> bool:
    """Tell whether a character becomes a part of the one before it."""
    both = FOLDED_CHARACTERS[ord(before)] + FOLDED_CHARACTERS[ord(character)]
    return _is_mark(character) or normalize("NFC", both) != both
