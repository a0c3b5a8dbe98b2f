"""Names of governments that are near to a word that is part of none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from koryu_cli.query.names import is_latin, named
from koryu_cli.record.models import Agreement
from koryu_cli.text import nearest

_KIND = "(?<=..)[都道府県市区町村州省郡]$| (?:City|Town|Village|Ward|Prefecture)$"


@dataclass(frozen=True)
class Names:
    """The names of governments in some agreements, and which of some words are part of one.

    Attributes:
        names: each name in Japanese, and the English ones where a word is in Latin letters.
        found: the words that are part of a name.
    """

    names: frozenset[str]
    found: frozenset[str]

    @classmethod
    def of(cls, agreements: Iterable[Agreement], words: Iterable[str]) -> "Names":
        """Return the names in some agreements, and which of some words `named` finds there."""
        tests = {word: named(word) for word in words}
        latin = any(map(is_latin, tests))
        names: set[str] = set()
        found: set[str] = set()
        for agreement in agreements:
            names.update(_short_names(agreement))
            if latin:
                names.update(_english_names(agreement))
            found.update(word for word, test in tests.items() if test(agreement))
        return cls(frozenset(names), frozenset(found))

    def __add__(self, other: "Names") -> "Names":
        return Names(self.names | other.names, self.found | other.found)


def nearest_names(names: Names, words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words that are no part of a name, with the names that are near to each."""
    in_full = {name: name for name in sorted(names.names)}
    spellings = in_full | {re.sub(_KIND, "", name): name for name in in_full}
    return {
        word: list(dict.fromkeys(spellings[near] for near in nearest(word, spellings)))
        for word in words
        if word not in names.found
    }


def _short_names(agreement: Agreement) -> Iterator[str]:
    for ours in agreement.japan:
        yield ours.body or ours.municipality or ours.prefecture or ours.name
    for theirs in agreement.overseas:
        yield theirs.body or (theirs.divisions[-1] if theirs.divisions else theirs.name)


def _english_names(agreement: Agreement) -> Iterator[str]:
    # Only a word in Latin letters is held against them.
    from koryu_cli.places.english import english_municipality, english_prefecture

    for ours in agreement.japan:
        if ours.municipality:
            yield english_municipality(ours.municipality, ours.kana)
        elif ours.prefecture:
            yield english_prefecture(ours.prefecture)
