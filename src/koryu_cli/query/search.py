"""Full-text search over everything that an agreement says in words."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from koryu_cli.errors import UsageError
from koryu_cli.models import Agreement
from koryu_cli.text import find_all, fold, forms, nearest

NAME_WEIGHT = 10
"""How much a term in a title or name counts against one in a text."""
WORDS = re.compile(r"[㐀-鿿々ヶ]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}")

Place = tuple[int, int]


@dataclass(frozen=True)
class SearchField:
    """A part of an agreement that is searched, and what a match in it counts."""

    heading: str
    texts: Callable[[Agreement], Iterable[str | None]]
    weight: int = 1


FIELDS = (
    SearchField("標題", lambda a: (a.title,), NAME_WEIGHT),
    SearchField("協定等", lambda a: (a.agreement,), NAME_WEIGHT),
    SearchField(
        "日本側",
        lambda a: (text for side in a.japan for text in (side.name, side.kana)),
        NAME_WEIGHT,
    ),
    SearchField(
        "海外側",
        lambda a: (text for side in a.overseas for text in (side.name, side.country_name)),
        NAME_WEIGHT,
    ),
    SearchField("提携年月日", lambda a: (a.date.text,)),
    SearchField("経緯", lambda a: (a.background,)),
    SearchField("取組内容", lambda a: (a.activities,)),
    SearchField("成果・課題等", lambda a: (a.outcomes,)),
    SearchField("ホームページ", lambda a: (link.label for link in a.links)),
    SearchField("担当部署", lambda a: (name for c in a.contacts for name in c.departments)),
)


@dataclass(frozen=True)
class Query:
    """What is looked for: every term of `wanted` must occur, none of `unwanted` may."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A text in which terms occur, and where: start and end (exclusive) of places, in order."""

    heading: str
    text: str
    places: tuple[Place, ...]


def parse_terms(words: Iterable[str]) -> Query:
    """Read search terms; one that begins with `-` must not occur.

    Raises:
        UsageError: a term without a letter to look for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for word in words:
        term = word[1:] if word[:1] in ("-", "－") else word
        if not forms(term):
            raise UsageError(f"「{word}」には探す文字がありません。例: koryu search 下水 環境")
        (wanted if term is word else unwanted).append(term)
    return Query(tuple(wanted), tuple(unwanted))


def finder(query: Query) -> Callable[[Agreement], bool]:
    """Return what tells whether an agreement answers a query."""
    wanted = [forms(term) for term in query.wanted]
    unwanted = [form for term in query.unwanted for form in forms(term)]

    def finds(agreement: Agreement) -> bool:
        folded = fold("\n".join(_texts(agreement)))
        return all(any(form in folded for form in term) for term in wanted) and not any(
            form in folded for form in unwanted
        )

    return finds


def scorer(query: Query) -> Callable[[Agreement], int]:
    """Return what tells how well an agreement answers a query; 0 if it does not.

    A term counts in every field where it occurs, ten times as much in a title or name.
    """
    finds, wanted = finder(query), [forms(term) for term in query.wanted]

    def score(agreement: Agreement) -> int:
        if not finds(agreement):
            return 0
        weights = [(field.weight, _folded(field, agreement)) for field in FIELDS]
        return sum(
            weight
            for term in wanted
            for weight, text in weights
            if any(form in text for form in term)
        )

    return score


def _texts(agreement: Agreement) -> Iterator[str]:
    """Yield everything that is searched."""
    return (text for field in FIELDS for text in field.texts(agreement) if text)


def _folded(field: SearchField, agreement: Agreement) -> str:
    """Return all texts of a field, folded, with line ends between them."""
    return fold("\n".join(text for text in field.texts(agreement) if text))


def matches(agreement: Agreement, query: Query) -> list[Match]:
    """Return the texts of an agreement in which wanted terms occur, in the order of `FIELDS`."""
    found = []
    for field in FIELDS:
        for text in field.texts(agreement):
            places = sorted(
                {place for term in query.wanted for place in find_all(term, text or "")}
            )
            if text and places:
                found.append(Match(field.heading, text, tuple(places)))
    return found


def vocabulary(
    agreements: Iterable[Agreement], query: Query
) -> tuple[Counter[str], frozenset[str]]:
    """Return how often each word stands in the texts, and the wanted terms that do not."""
    words: Counter[str] = Counter()
    missing = {term: forms(term) for term in query.wanted}
    for agreement in agreements:
        texts = "\n".join(_texts(agreement))
        words.update(WORDS.findall(texts))
        folded = fold(texts) if missing else ""
        missing = {
            term: spellings
            for term, spellings in missing.items()
            if not any(form in folded for form in spellings)
        }
    return words, frozenset(missing)


def suggestions(
    parts: Iterable[tuple[Counter[str], frozenset[str]]], query: Query
) -> dict[str, list[str]]:
    """Return, for each wanted term that occurs nowhere, words of the texts that are near it.

    Of equally near ones the more frequent come first.

    Args:
        parts: the `vocabulary` of each part of the catalogue.
        query: what was looked for.
    """
    counts, missing = zip(*parts, strict=True)
    total = sum(counts, Counter[str]())
    words = sorted(total, key=lambda word: (-total[word], word))
    nowhere = frozenset.intersection(*missing)
    near = {term: nearest(term, words) for term in query.wanted if term in nowhere}
    return {term: found for term, found in near.items() if found}
