"""Words that were given to the wrong filter."""

import re
from collections.abc import Callable
from unicodedata import normalize

from koryu_cli import wareki
from koryu_cli.language import _
from koryu_cli.places.countries import try_country
from koryu_cli.places.prefectures import UnknownPrefectureError, find_prefecture
from koryu_cli.record.english import TERMS
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
    if fitting := [other for other in options_for(word) if other != option]:
        return _(
            "「{word}」は {option} の値になりません。{other} {quoted} なら絞り込めます。",
            word=word,
            option=option,
            other=fitting[0],
            quoted=_quoted(word),
        )
    return ""


def options_for(word: str) -> list[str]:
    """Return the options of filters that a word is a value of, the likeliest first."""
    return [option for option, test in _TESTS.items() if test(word)]


def _quoted(word: str) -> str:
    return f'"{word}"' if re.search(r"\s", word) else word


def _is_prefecture(word: str) -> bool:
    try:
        find_prefecture(word)
    except UnknownPrefectureError:
        return False
    return True


def _is_term_of(vocabulary: tuple[str, ...]) -> Callable[[str], bool]:
    def is_term(word: str) -> bool:
        folded = fold(word)
        return any(
            folded in (fold(term), fold(f"{term}書"), fold(TERMS[term])) for term in vocabulary
        )

    return is_term


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
