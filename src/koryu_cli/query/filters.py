"""The filters that every command shares: which agreements a question is about."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from koryu_cli.errors import UsageError
from koryu_cli.places.countries import find_country
from koryu_cli.places.prefectures import find_prefecture
from koryu_cli.record.models import Agreement
from koryu_cli.record.vocabulary import KINDS, THEMES
from koryu_cli.text import fold, forms, nearest
from koryu_cli.wareki import Span

Predicate = Callable[[Agreement], bool]
PeriodTest = Callable[[date | None, date | None], bool]
"""A test of a span of days, by its first and last day, inclusive; either may be open."""


def matcher(
    *,
    countries: Iterable[str] = (),
    prefectures: Iterable[str] = (),
    governments: Iterable[str] = (),
    themes: Iterable[str] = (),
    kinds: Iterable[str] = (),
    when: Sequence[Span] = (),
    since: Span | None = None,
    until: Span | None = None,
    reprinted: bool | None = None,
) -> Predicate:
    """Return a test that an agreement passes if every filter given holds.

    Of several words in one filter, one must hold. Dates compare by overlap: an agreement known
    only to the year passes if it may lie in the span.

    Args:
        countries: words for countries, as `find_country` reads them.
        prefectures: words for prefectures, as `find_prefecture` reads them.
        governments: parts of the name of a government of either side, or of its reading.
        themes: themes, or parts of their names.
        kinds: kinds of instrument, or parts of their names.
        when: spans in which the agreement was made.
        since: it was made at the start of this span, or later.
        until: it was made at the end of this span, or earlier.
        reprinted: whether the form also stands in another chapter of the survey.

    Raises:
        UsageError: a word that can match nothing; it suggests near ones.
    """
    tests: list[Predicate] = []
    if codes := {find_country(word).alpha2 for word in countries}:
        tests.append(lambda a: any(side.country in codes for side in a.overseas))
    if names := {find_prefecture(word).name for word in prefectures}:
        tests.append(lambda a: any(side.prefecture in names for side in a.japan))
    if parts := [form for word in governments for form in _parts(word)]:
        tests.append(lambda a: any(part in name for name in _government_names(a) for part in parts))
    if wanted_themes := _fitting(themes, THEMES, "分野"):
        tests.append(lambda a: not wanted_themes.isdisjoint(a.themes))
    if wanted_kinds := _fitting(map(_kind, kinds), KINDS, "種類"):
        tests.append(lambda a: a.kind in wanted_kinds)
    if when or since or until:
        may_lie_within = period(when=when, since=since, until=until)
        tests.append(lambda a: a.span is not None and may_lie_within(a.span.start, a.span.end))
    if reprinted is not None:
        tests.append(lambda a: a.reprinted is reprinted)
    return tests[0] if len(tests) == 1 else lambda a: all(test(a) for test in tests)


def period(
    *, when: Sequence[Span] = (), since: Span | None = None, until: Span | None = None
) -> PeriodTest:
    """Return a test that a span of days passes if it may lie where the filters say.

    Args:
        when: in one of these spans.
        since: on the first day of this span, or later.
        until: on the last day of this span, or earlier.
    """
    bounds = Span(since.start if since else None, until.end if until else None, "range")

    def may_lie_within(start: date | None, end: date | None) -> bool:
        overlaps_one = not when or any(span.overlaps(start, end) for span in when)
        return overlaps_one and bounds.overlaps(start, end)

    return may_lie_within


def _parts(word: str) -> tuple[str, ...]:
    """Return the folded forms of a part of a name."""
    if found := forms(word):
        return found
    raise UsageError(f"「{word}」は自治体名の一部になりません。例: -g 札幌")


def _kind(word: str) -> str:
    """Return a word for a kind, 協定書 as the 協定 that it counts as."""
    return "協定" if fold(word) == fold("協定書") else word


def _government_names(agreement: Agreement) -> Iterable[str]:
    for ours in agreement.japan:
        yield fold(ours.name)
        yield fold(ours.kana or "")
    for theirs in agreement.overseas:
        yield fold(theirs.name)


def _fitting(words: Iterable[str], vocabulary: Sequence[str], what: str) -> frozenset[str]:
    """Return the terms that `words` name: exactly, or else as a part of them."""
    return frozenset(term for word in words for term in _terms(word, vocabulary, what))


def _terms(word: str, vocabulary: Sequence[str], what: str) -> list[str]:
    folded = fold(word)
    exact = [term for term in vocabulary if fold(term) == folded]
    fitting = exact or [term for term in vocabulary if folded and folded in fold(term)]
    if not fitting:
        near = nearest(word, vocabulary)
        hint = f"もしかして: {'、'.join(near)}。" if near else ""
        raise UsageError(f"{what}「{word}」はありません。{hint}使えるもの: {'、'.join(vocabulary)}")
    return fitting
