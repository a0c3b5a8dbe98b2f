"""Finding a term in texts, whatever way either is written."""

import re
from functools import cache, cached_property, lru_cache
from itertools import chain
from unicodedata import category, combining, normalize

from koryu_cli.text.folding import FOLDED_CHARACTERS, fold, forms
from koryu_cli.text.kanji import NEW_FORMS

Extent = tuple[int, int]
"""The start and end offsets (exclusive) of a part of a text."""

# Characters other than old forms that are folded to kanji: radicals, and kanji in circles,
# squares and brackets, and for compatibility. All others are folded to what they are, or to kana.
_STANDING_FOR_KANJI = (
    range(0x2E80, 0x2FE0),
    range(0x3038, 0x303B),
    range(0x3190, 0x31A0),
    range(0x3200, 0x3400),
    range(0xF900, 0xFB00),
    range(0x1F200, 0x1F300),
    range(0x2F800, 0x2FA20),
)
_REPEATING = "々〻"
_folded = lru_cache(maxsize=4)(fold)
"""Folds a text once for all the terms that are looked for in it one after the other."""


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

    def is_in(self, text: str) -> bool:
        """Tell whether the term occurs in a text, in any form."""
        if not self.may_be_in(text):
            return False
        as_kanji = self._extents_as_kanji(text)
        if as_kanji is not None:
            return as_kanji != []
        return any(form in _folded(text) for form in self.forms)

    def may_be_in(self, text: str) -> bool:
        """Tell whether the term can occur in a text.

        It cannot if one of its kanji is nowhere in the text, in any form. This is found out faster
        than the text is folded.
        """
        for signs in self._signs:
            for sign in signs:
                if sign in text:
                    break
            else:
                return False
        return True

    def extents_in(self, text: str) -> list[Extent]:
        """Return the extents of the term in a text, in order and not overlapping.

        An extent covers whole characters with their marks: where the term is only a part of what a
        character stands for (株 in ㈱), all of that character.
        """
        as_kanji = self._extents_as_kanji(text)
        if as_kanji is not None:
            return as_kanji
        matches = [match.span() for match in self._pattern.finditer(_folded(text))]
        if not matches:
            return []
        return self._extents_as_given(text, matches) or _extents(text, matches)

    def _extents_as_kanji(self, text: str) -> list[Extent] | None:
        """Return the extents in a text of which only the kanji of the term need be looked at."""
        if self._written is None or not self._is_all(text):
            return None
        extents = [match.span() for match in self._written.finditer(text)]
        length = len(self.forms[0])
        for start, end in extents:
            if end - start > length or _goes_on(text, end):
                return None
        return extents

    def _is_all(self, text: str) -> bool:
        """Tell whether nothing in a text stands for kanji of the term but their spellings."""
        for sign in self._stand_ins:
            if sign in text:
                return False
        for mark, repeated in self._repeated.items():
            if mark in text and repeated.search(text):
                return False
        return True

    def _extents_as_given(self, text: str, matches: list[Extent]) -> list[Extent]:
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
            if _goes_on(text, end):
                return []
            extents.append((start, end))
        return extents

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self.forms)) or r"(?!)")

    @cached_property
    def _kanji(self) -> dict[str, str]:
        """Each kanji that all forms have, with all its spellings."""
        common = set(self.forms[0]).intersection(*self.forms) if self.forms else set()
        spellings = {kanji: kanji for kanji in common if "一" <= kanji <= "鿿"}
        for old, new in NEW_FORMS.items():
            if new in spellings:
                spellings[new] += old
        return spellings

    @cached_property
    def _stand_ins(self) -> dict[str, str]:
        """The characters that may stand for a kanji of the term, with what they stand for: ㈱."""
        kanji = set("".join(self._kanji.values()))
        return {
            character: form
            for character, form in _forms_stood_for().items()
            if not kanji.isdisjoint(form) and character not in kanji
        }

    @cached_property
    def _signs(self) -> list[str]:
        """For each kanji that all forms have, its spellings and what may stand for it."""
        return [
            spellings
            + "".join(
                each
                for each, form in self._stand_ins.items()
                if not set(spellings).isdisjoint(form)
            )
            for spellings in self._kanji.values()
        ]

    @cached_property
    def _written(self) -> re.Pattern[str] | None:
        r"""The kanji of a term that has nothing else, in all spellings; None for other terms.

        What goes when a text is folded may stand between them, and is `\W`.
        """
        kanji = self._kanji
        if not self.is_solid or not all(each in kanji for form in self.forms for each in form):
            return None
        return re.compile(r"\W*".join(f"[{kanji[each]}]" for each in self.forms[0]))

    @cached_property
    def _repeated(self) -> dict[str, re.Pattern[str]]:
        """Each repeating mark where it may repeat a kanji of the term: 木々, 木村々々."""
        before = "".join(self._kanji.values()) + _REPEATING
        return {mark: re.compile(rf"{mark}(?<=[{before}\W].)") for mark in _REPEATING}


@cache
def _forms_stood_for() -> dict[str, str]:
    """Return what each character that may stand for kanji stands for."""
    characters = map(chr, chain.from_iterable(_STANDING_FOR_KANJI))
    return {character: normalize("NFKD", character) for character in characters}


def contains(needle: str, haystack: str) -> bool:
    """Tell whether a term occurs in a text."""
    return Term(needle).is_in(haystack)


def find_all(needle: str, haystack: str) -> list[Extent]:
    """Return the extents of a term in a text, as `Term.extents_in` does."""
    return Term(needle).extents_in(haystack)


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


def _goes_on(text: str, end: int) -> bool:
    """Tell whether the character at an offset becomes a part of the one before it."""
    if end == len(text) or "一" <= text[end] <= "鿿":  # most often
        return False
    return _is_joined(text[end - 1], text[end])


@lru_cache(maxsize=2**12)
def _is_joined(before: str, character: str) -> bool:
    """Tell whether a character becomes a part of the one before it."""
    both = FOLDED_CHARACTERS[ord(before)] + FOLDED_CHARACTERS[ord(character)]
    return _is_mark(character) or normalize("NFC", both) != both
