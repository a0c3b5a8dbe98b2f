"""Full-text search over everything that an agreement says in words."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.record.headings import HEADINGS
from koryu_cli.record.models import Agreement
from koryu_cli.text import Extent, Term, nearest

NAME_WEIGHT = 10
"""The weight of a match in a title or name; one in a text has the weight 1."""
WORDS = re.compile(r"[㐀-鿿々ヶ]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}")


@dataclass(frozen=True)
class SearchField:
    """A field that is searched; `weight` is what a match in it adds to the score."""

    key: str
    texts: Callable[[Agreement], Iterable[str | None]]
    weight: int = 1

    @property
    def heading(self) -> str:
        """The name of the field in Japanese."""
        return HEADINGS[self.key]


FIELDS = (
    SearchField("title", lambda a: (a.title,), NAME_WEIGHT),
    SearchField("agreement", lambda a: (a.agreement,), NAME_WEIGHT),
    SearchField("relation", lambda a: (a.relation,), NAME_WEIGHT),
    SearchField(
        "japan",
        lambda a: (text for side in a.japan for text in (side.name, side.kana)),
        NAME_WEIGHT,
    ),
    SearchField(
        "overseas",
        lambda a: (text for side in a.overseas for text in (side.name, side.country_name)),
        NAME_WEIGHT,
    ),
    SearchField(
        "divisions",
        lambda a: (n for side in a.overseas for n in side.divisions if n not in side.name),
    ),
    SearchField("date", lambda a: (a.date.text if a.date else None,)),
    SearchField("background", lambda a: (a.background,)),
    SearchField("activities", lambda a: (a.activities,)),
    SearchField("outcomes", lambda a: (a.outcomes,)),
    SearchField("links", lambda a: (link.label for link in a.links)),
    SearchField("departments", lambda a: (name for c in a.contacts for name in c.departments)),
    SearchField("phone", lambda a: (contact.phone for contact in a.contacts)),
    SearchField("email", lambda a: (contact.email for contact in a.contacts)),
    SearchField("note", lambda a: (a.note,)),
    SearchField("other", lambda a: a.other.values()),
)


@dataclass(frozen=True)
class Query:
    """A query: every term of `wanted` must occur, none of `unwanted` may."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


@dataclass(frozen=True)
class Match:
    """A text in which terms occur.

    Attributes:
        heading: the field that the text belongs to.
        text: the text.
        extents: the extents of the terms in it, in order.
        words: the terms that occur.
    """

    heading: str
    text: str
    extents: tuple[Extent, ...]
    words: tuple[str, ...]


MINUS = ("-", "－", "−", "‐", "–", "—")
"""What may stand before a term that must not occur, as keyboards and word processors write it."""
FULL_WIDTH_BLANK = "\u3000"


def parse_terms(words: Iterable[str]) -> Query:
    """Read search terms; one that begins with a minus must not occur.

    A blank inside a word, which takes quotation marks to write, is part of a phrase; a full-width
    one separates terms.

    Raises:
        UsageError: a term without a letter to look for.
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for word in (part for each in words for part in _parts(each)):
        is_wanted = not word.startswith(MINUS)
        term = Term(word if is_wanted else word[1:])
        if not term.forms:
            raise UsageError(_("「{word}」には探す文字がありません。例: 下水 環境", word=word))
        (wanted if is_wanted else unwanted).append(term)
    return Query(tuple(wanted), tuple(unwanted))


def _parts(word: str) -> list[str]:
    """Return the parts of a word between full-width blanks; a blank word as it is."""
    return [part for part in word.split(FULL_WIDTH_BLANK) if part.strip()] or [word]


def answers(agreement: Agreement, query: Query) -> bool:
    """Tell whether an agreement answers a query."""
    return score(agreement, query) is not None


def _texts(agreement: Agreement) -> Iterator[str]:
    """Yield everything that is searched."""
    return (text for field in FIELDS for text in field.texts(agreement) if text)


def matches(agreement: Agreement, query: Query) -> list[Match]:
    """Return the texts of an agreement in which wanted terms occur, in the order of `FIELDS`."""
    found = []
    for field in FIELDS:
        for text in filter(None, field.texts(agreement)):
            terms = [term for term in query.wanted if term.is_in(text)]
            if extents := {extent for term in terms for extent in term.extents_in(text)}:
                words = tuple(term.word for term in terms)
                found.append(Match(field.heading, text, tuple(sorted(extents)), words))
    return found


def score(agreement: Agreement, query: Query) -> int | None:
    """Return how well an agreement answers a query, or None if it does not.

    A term counts in every field where it occurs, ten times as much in a title or name.
    """
    fields = [
        (field.weight, text)
        for field in FIELDS
        if (text := "\n".join(filter(None, field.texts(agreement))))
    ]
    texts = "\n".join(text for _, text in fields)
    if not all(term.may_be_in(texts) for term in query.wanted):
        return None
    if any(term.is_in(texts) for term in query.unwanted):
        return None
    weights = [sum(weight for weight, text in fields if term.is_in(text)) for term in query.wanted]
    return sum(weights) if all(weights) else None


def vocabulary(
    agreements: Iterable[Agreement], query: Query
) -> tuple[Counter[str], frozenset[str]]:
    """Return the frequencies of the words of all texts, and the wanted terms that do not occur."""
    words: Counter[str] = Counter()
    missing = query.wanted
    for agreement in agreements:
        texts = "\n".join(_texts(agreement))
        words.update(WORDS.findall(texts))
        missing = tuple(term for term in missing if not term.is_in(texts))
    return words, frozenset(term.word for term in missing)


def suggestions(
    parts: Iterable[tuple[Counter[str], frozenset[str]]], query: Query
) -> dict[str, list[str]]:
    """Return, for each wanted term that occurs nowhere, the words of the texts near it, if any.

    Of equally near ones the more frequent come first.

    Args:
        parts: the `vocabulary` of each part of the catalogue.
        query: what was looked for.
    """
    counts, missing = zip(*parts, strict=True)
    total = sum(counts, Counter[str]())
    words = sorted(total, key=lambda word: (-total[word], word))
    nowhere = frozenset.intersection(*missing)
    return {term.word: nearest(term.word, words) for term in query.wanted if term.word in nowhere}
