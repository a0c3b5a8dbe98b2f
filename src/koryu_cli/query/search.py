"""Full-text search over everything that an agreement says in words."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.record.headings import HEADINGS
from koryu_cli.record.models import Agreement
from koryu_cli.text import Extent, Term, nearest

NAMES = frozenset({"title", "agreement", "relation", "japan", "overseas"})
"""The fields of titles and names."""
NAME_WEIGHT = 10
"""What a match in a title or name adds to a score; one in another text adds 1."""
WORDS = re.compile(r"[㐀-鿿々ヶ]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}")


@dataclass(frozen=True)
class Query:
    """A query: every term of `wanted` must occur, none of `unwanted` may."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


class Match(NamedTuple):
    """A text in which terms occur; its extents are those in the text of the `Hit`.

    Attributes:
        heading: the field that the text belongs to.
        extent: where the text is.
        terms: where terms are in it, in order and not overlapping.
    """

    heading: str
    extent: Extent
    terms: Sequence[Extent]


class Hit(NamedTuple):
    """How an agreement answers a query.

    Attributes:
        points: how well: a term counts in every field where it occurs, ten times as much in a
            title or name.
        text: everything that is searched, in the order of a card, a line end between two texts.
        matches: the texts in which wanted terms occur, in their order.
    """

    points: int
    text: str
    matches: Sequence[Match]


MINUS = ("-", "－", "−", "‐", "–", "—")
"""What may stand before a term that must not occur, as keyboards and word processors write it."""
_BETWEEN_TERMS = re.compile("[\u3000\n\v\f\r\x85\u2028\u2029]+")
"""What parts terms within a word: full-width blanks, and line ends, which no term goes beyond."""


def parse_terms(words: Iterable[str]) -> Query:
    """Read search terms; one that begins with a minus must not occur.

    A blank inside a word, which takes quotation marks to write, is part of a phrase; a full-width
    one, or a line end, separates terms.

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
    """Return the parts of a word that are terms; a blank word as it is."""
    return [part for part in _BETWEEN_TERMS.split(word) if part.strip()] or [word]


def answers(agreement: Agreement, query: Query) -> bool:
    """Tell whether an agreement answers a query."""
    whole = _whole(_texts(agreement))
    return _may_answer(whole, query) and all(term.is_in(whole) for term in query.wanted)


def find(agreement: Agreement, query: Query) -> Hit | None:
    """Return how an agreement answers a query, or None if it does not.

    All texts are looked through at once, which takes less than each by itself: no term goes on
    beyond the end of a line.
    """
    texts = [*_texts(agreement)]
    whole = _whole(texts)
    if not _may_answer(whole, query):
        return None
    ends = [*accumulate([len(text) + 1 for _field, text in texts])]
    points = 0
    places: list[Extent] = []
    for term in query.wanted:
        extents = term.extents_in(whole)
        if not extents:
            return None
        fields = set()
        end_of_text = 0
        for start, _end in extents:
            if start >= end_of_text:
                position = bisect_right(ends, start)
                fields.add(texts[position][0])
                end_of_text = ends[position]
        points += len(fields) + (NAME_WEIGHT - 1) * len(fields & NAMES)
        places += extents
    matches: list[Match] = []
    terms: list[Extent] = []
    end_of_text = 0
    for place in _merged(places):
        if place[0] >= end_of_text:
            position = bisect_right(ends, place[0])
            field, text = texts[position]
            end_of_text, terms = ends[position], []
            extent = end_of_text - 1 - len(text), end_of_text - 1
            matches.append(Match(HEADINGS[field], extent, terms))
        terms.append(place)
    return Hit(points, whole, matches)


def _merged(extents: Iterable[Extent]) -> list[Extent]:
    """Return extents in order, those that overlap as one: of 下水道 and 水道 the longer one."""
    merged: list[Extent] = []
    end_of_last = 0
    for start, end in sorted(extents):
        if start < end_of_last:
            start, end = merged.pop()[0], max(end, end_of_last)
        merged.append((start, end))
        end_of_last = end
    return merged


def _may_answer(text: str, query: Query) -> bool:
    """Tell whether no unwanted term is in a text, and every wanted one can be."""
    for term in query.wanted:
        if not term.may_be_in(text):
            return False
    return not any(term.is_in(text) for term in query.unwanted)


def _texts(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Yield everything that is searched, in the order of a card, each text behind its field.

    A field that may have none has a blank one then.
    """
    yield "title", agreement.title or ""
    yield "agreement", agreement.agreement or ""
    yield "relation", agreement.relation or ""
    for ours in agreement.japan:
        yield "japan", ours.name
        yield "japan", ours.kana or ""
    for theirs in agreement.overseas:
        yield "overseas", theirs.name
        yield "overseas", theirs.country_name or ""
    for theirs in agreement.overseas:
        for name in theirs.divisions:
            if name not in theirs.name:
                yield "divisions", name
    yield "date", agreement.date.text if agreement.date else ""
    yield "background", agreement.background or ""
    yield "activities", agreement.activities or ""
    yield "outcomes", agreement.outcomes or ""
    for link in agreement.links:
        yield "links", link.label or ""
    for contact in agreement.contacts:
        for name in contact.departments:
            yield "departments", name
        yield "phone", contact.phone or ""
        yield "email", contact.email or ""
    yield "note", agreement.note or ""
    for text in agreement.other.values():
        yield "other", text


def _whole(texts: Iterable[tuple[str, str]]) -> str:
    """Return the texts behind their fields as one, a line end between two."""
    return "\n".join([text for _field, text in texts])


def vocabulary(
    agreements: Iterable[Agreement], query: Query
) -> tuple[Counter[str], frozenset[str]]:
    """Return the frequencies of the words of all texts, and the wanted terms that do not occur."""
    words: Counter[str] = Counter()
    missing = query.wanted
    for agreement in agreements:
        texts = _whole(_texts(agreement))
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
    total = Counter[str]()
    for each in counts:
        total.update(each)
    words = sorted(total, key=lambda word: (-total[word], word))
    nowhere = frozenset.intersection(*missing)
    return {term.word: nearest(term.word, words) for term in query.wanted if term.word in nowhere}
