"""Parts of sentences that many messages share, and names within them."""

from collections.abc import Iterable, Sequence

from koryu_cli.language import _, is_english

_LAST_LATIN = "\u024f"


def listed(words: Iterable[str]) -> str:
    """Return words as a list within a sentence: A、B、C."""
    return _("、").join(words)


def joint() -> str:
    """Return what stands between names in a list; English ones have commas in them."""
    return "; " if is_english() else "、"


def listed_names(names: Iterable[str]) -> str:
    """Return names as a list within a sentence."""
    return joint().join(names)


def bracketed(text: str) -> str:
    """Return a text in the brackets in which it stands behind another."""
    return f" ({text})" if is_english() else f"（{text}）"


def chained(divisions: Sequence[str]) -> str:
    """Return divisions, outermost first, as one name: 江原道襄陽郡; "Buckley, Flintshire"."""
    is_latin = max(map(max, divisions), default="") <= _LAST_LATIN
    return ", ".join(reversed(divisions)) if is_latin else "".join(divisions)


def in_a_row(sentences: Iterable[str]) -> str:
    """Return whole sentences one behind the other; of blank ones nothing is seen."""
    return (" " if is_english() else "").join(filter(None, sentences))


def perhaps(words: Iterable[str]) -> str:
    """Return the sentence that names what may have been meant, or "" where there is nothing.

    It is a part of a message: in a language with blanks between sentences, one follows.
    """
    guesses = listed(words)
    return _("もしかして: {guesses}。", guesses=guesses) if guesses else ""
