"""Parts of sentences that many messages share."""

from collections.abc import Iterable

from koryu_cli.language import _, is_english


def listed(words: Iterable[str]) -> str:
    """Return words as a list within a sentence: A、B、C."""
    return _("、").join(words)


def joint() -> str:
    """Return what stands between names in a list; English ones have commas in them."""
    return "; " if is_english() else "、"


def listed_names(names: Iterable[str]) -> str:
    """Return names as a list within a sentence."""
    return joint().join(names)


def in_a_row(sentences: Iterable[str]) -> str:
    """Return whole sentences one behind the other."""
    return (" " if is_english() else "").join(sentences)


def perhaps(words: Iterable[str]) -> str:
    """Return the sentence that names what may have been meant, or "" where there is nothing.

    It is a part of a message: in a language with blanks between sentences, one follows.
    """
    guesses = listed(words)
    return _("もしかして: {guesses}。", guesses=guesses) if guesses else ""
