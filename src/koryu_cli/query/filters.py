"""The filters that every command shares: which agreements a question is about."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypedDict, Unpack
from unicodedata import normalize

from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.places.countries import UnknownCountryError, find_country
from koryu_cli.places.prefectures import UnknownPrefectureError, find_prefecture
from koryu_cli.query.names import Predicate as Predicate
from koryu_cli.query.names import named
from koryu_cli.record.vocabulary import KINDS, THEMES, shown_term
from koryu_cli.text import fold, nearest
from koryu_cli.text.sentences import listed, perhaps
from koryu_cli.wareki import Span

PeriodTest = Callable[[date | None, date | None], bool]
"""A test of a span of days, by its first and last day, inclusive; either may be open."""
NOT = "!"
"""What stands before a value of a filter that is to be left out."""


class UnfitValueError(UsageError):
    """A word that no agreement can pass a filter by.

    Attributes:
        filter: the parameter of `matcher` that the word was given to.
        word: the word.
    """

    def __init__(self, message: str, *, filter: str, word: str) -> None:  # noqa: A002 - its name
        super().__init__(message)
        self.filter = filter
        self.word = word


class Spans(TypedDict, total=False):
    """What the filters for dates ask for, as `matcher` and `period` take it."""

    when: Sequence[Span]
    not_when: Sequence[Span]
    since: Span | None
    until: Span | None


def matcher(
    *,
    countries: Iterable[str] = (),
    prefectures: Iterable[str] = (),
    governments: Iterable[str] = (),
    themes: Iterable[str] = (),
    kinds: Iterable[str] = (),
    reprinted: bool | None = None,
    **dates: Unpack[Spans],
) -> Predicate:
    """Return a test that an agreement passes if every filter given holds.

    Of several words in one filter, one must hold, and none of those behind a `NOT`. Dates compare
    by overlap: an agreement known only to the year passes if it may lie in the span.

    Args:
        countries: words for countries, as `find_country` reads them.
        prefectures: words for prefectures, as `find_prefecture` reads them.
        governments: parts of the name of a government of either side, as `named` reads them.
        themes: themes, or parts of their names.
        kinds: kinds of instrument, or parts of their names.
        reprinted: whether the form also stands in another chapter of the survey.
        dates: when the agreement was made, as `period` takes it. One without a date was made in
            none of the spans.

    Raises:
        UnfitValueError: a word that can match nothing; the message suggests near ones.
    """
    tests = [
        *_tests(countries, _of_country),
        *_tests(prefectures, _of_prefecture),
        *_tests(governments, named),
        *_tests(themes, _of_theme),
        *_tests(kinds, _of_kind),
    ]
    without = dates.pop("not_when", ())
    if any(dates.values()):
        tests.append(_made(period(**dates)))
    if without:
        tests.append(_negated(_made(period(when=without))))
    if reprinted is not None:
        tests.append(lambda a: a.reprinted is reprinted)
    tests = tests or [lambda _: True]
    return tests[0] if len(tests) == 1 else lambda a: all(test(a) for test in tests)


def excluded(word: str) -> str | None:
    """Return what a value leaves out (!中国, in any width), or None if it leaves out nothing."""
    plain = word.strip()
    return plain[1:] if len(plain) > 1 and normalize("NFKC", plain[0]) == NOT else None


def period(
    *,
    when: Sequence[Span] = (),
    not_when: Sequence[Span] = (),
    since: Span | None = None,
    until: Span | None = None,
) -> PeriodTest:
    """Return a test that a span of days passes if it may lie where the filters say.

    Args:
        when: in one of these spans.
        not_when: in none of these.
        since: on the first day of this span, or later.
        until: on the last day of this span, or earlier.
    """
    bounds = Span(since.start if since else None, until.end if until else None, "range")

    def may_lie_within(start: date | None, end: date | None) -> bool:
        overlaps_one = not when or any(span.overlaps(start, end) for span in when)
        overlaps_wrong = any(span.overlaps(start, end) for span in not_when)
        return overlaps_one and not overlaps_wrong and bounds.overlaps(start, end)

    return may_lie_within


def _tests(words: Iterable[str], test_of: Callable[[str], Predicate]) -> list[Predicate]:
    """Return the tests that the words of one filter are."""
    wanted, unwanted = [], []
    for word in words:
        without = excluded(word)
        if without is None:
            wanted.append(test_of(word))
        else:
            unwanted.append(_negated(test_of(without)))
    return [*([_either(wanted)] if wanted else []), *unwanted]


def _either(tests: Sequence[Predicate]) -> Predicate:
    return tests[0] if len(tests) == 1 else lambda a: any(test(a) for test in tests)


def _negated(test: Predicate) -> Predicate:
    return lambda a: not test(a)


def _made(may_lie_within: PeriodTest) -> Predicate:
    return lambda a: a.span is not None and may_lie_within(a.span.start, a.span.end)


def _of_country(word: str) -> Predicate:
    try:
        name = find_country(word).name
    except UnknownCountryError as error:
        raise UnfitValueError(str(error), filter="countries", word=word) from None
    return lambda a: name in [side.country_name for side in a.overseas]


def _of_prefecture(word: str) -> Predicate:
    try:
        name = find_prefecture(word).name
    except UnknownPrefectureError as error:
        raise UnfitValueError(str(error), filter="prefectures", word=word) from None
    return lambda a: name in [side.prefecture for side in a.japan]


def _of_theme(word: str) -> Predicate:
    terms = frozenset(_terms(word, THEMES))
    if not terms:
        message = _no_term(_("分野"), word, THEMES)
        raise UnfitValueError(message, filter="themes", word=word)
    return lambda a: not terms.isdisjoint(a.themes)


def _of_kind(word: str) -> Predicate:
    terms = frozenset(_terms(word, KINDS))
    if not terms:
        message = _no_term(_("種類"), word, KINDS)
        raise UnfitValueError(message, filter="kinds", word=word)
    return lambda a: a.kind in terms


def _terms(word: str, vocabulary: Sequence[str]) -> list[str]:
    """Return the terms that a word names in either language: exactly, or else in part.

    書 may stand behind a term in Japanese.
    """
    from koryu_cli.record.english import TERMS  # most filters do without

    folded = fold(word)
    names = {term: (fold(term), fold(TERMS[term])) for term in vocabulary}
    exact = [term for term in vocabulary if folded in (*names[term], fold(f"{term}書"))]
    return exact or [term for term in vocabulary if folded and _in_any(folded, names[term])]


def _in_any(word: str, names: Iterable[str]) -> bool:
    return any(word in name for name in names)


def _no_term(what: str, word: str, vocabulary: Sequence[str]) -> str:
    from koryu_cli.record.english import TERMS  # only a mistake needs all terms

    near = nearest(word, (*vocabulary, *map(TERMS.__getitem__, vocabulary)))
    return _(
        "{what}「{word}」はありません。{perhaps}使えるもの: {vocabulary}",
        what=what,
        word=word,
        perhaps=perhaps(dict.fromkeys(map(shown_term, near))),
        vocabulary=listed(map(shown_term, vocabulary)),
    )
