"""Words that were given to the wrong filter."""

import re
from collections.abc import Callable, Iterator
from unicodedata import normalize

from koryu_cli import wareki
from koryu_cli.language import _
from koryu_cli.places.countries import try_country
from koryu_cli.places.prefectures import UnknownPrefectureError, find_prefecture
from koryu_cli.record.english import TERMS
from koryu_cli.record.headings import HEADINGS
from koryu_cli.record.vocabulary import KINDS, THEMES
from koryu_cli.text import fold

_OPTIONS = {"countries": "-c", "prefectures": "-p", "themes": "-t", "kinds": "-k"}
_SEPARATORS = r"\s*[、,;/|]\s*"


def elsewhere(word: str, name: str) -> str:
    """Return what to say of a word that is no value of a filter, but of another, or is several.

    Args:
        word: what was given.
        name: the filter that it was given to, as `koryu_cli.query.filters.matcher` calls it.

    Returns:
        A sentence that names the options that would work, or "" if none would.
    """
    option = _OPTIONS[name]
    test = _TESTS[option]
    parts = [part for part in re.split(_SEPARATORS, normalize("NFKC", word)) if part.strip()]
    if len(parts) > 1 and all(map(test, parts)):
        return _(
            "「{word}」は 1 つの値になりません。{options} のように分けてください。",
            word=word,
            options=" ".join(f"{option} {_quoted(part)}" for part in parts),
        )
    for filtering in as_filters(word):
        if not filtering.startswith(f"{option} "):
            return _(
                "「{word}」は {option} の値になりません。{filtering} なら絞り込めます。",
                word=word,
                option=option,
                filtering=filtering,
            )
    return ""


def as_filters(word: str) -> Iterator[str]:
    """Yield the options that select by a word, as they are typed, the likeliest first."""
    if word == HEADINGS["reprinted"]:
        yield "--reprinted"
    for option, test in _TESTS.items():
        if test(word):
            yield f"{option} {_quoted(word)}"


def _quoted(word: str) -> str:
    return f'"{word}"' if re.search(r"\s", word) else word


def _is_prefecture(word: str) -> bool:
    try:
        find_prefecture(word)
    except UnknownPrefectureError:
        return False
    return True


def _is_term_of(vocabulary: tuple[str, ...]) -> Callable[[str], bool]:
    names = {
        fold(name)
        for term in vocabulary
        for name in (term, f"{term}書", TERMS[term], *_words(TERMS[term]))
    }
    return lambda word: fold(word) in names


def _words(term: str) -> list[str]:
    """Return the words of an English term that mean something by themselves."""
    return re.findall(r"\w{4,}", term)


def _is_municipality(word: str) -> bool:
    """Tell whether a word is a municipality of Japan, with or without its 市, 町, 村 or 区."""
    # The table is read only to explain a mistake.
    from koryu_cli.places.municipalities import find_municipalities

    return any(find_municipalities(word + kind) for kind in ("", "市", "町", "村", "区"))


def _is_date(word: str) -> bool:
    try:
        wareki.parse(word)
    except wareki.DateError:
        return False
    return True


_TESTS: dict[str, Callable[[str], bool]] = {
    "-c": lambda word: try_country(word) is not None,
    "-p": _is_prefecture,
    "-t": _is_term_of(THEMES),
    "-k": _is_term_of(KINDS),
    "--when": _is_date,
    "-g": _is_municipality,
}
