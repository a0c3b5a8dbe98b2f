"""Words of the command line that several commands read alike."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from koryu_cli.aside import note
from koryu_cli.errors import UsageError
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.catalogue.selection import Selection
    from koryu_cli.query.numbers import Named
    from koryu_cli.wareki import Span

MOST_GAPS = 10
"""How many stretches of missing numbers are named."""


def read_span(word: str) -> "Span":
    """Read an expression for a date; a notice about it goes to standard error.

    Raises:
        UsageError: it is not understood; examples are given where nothing was likely meant.
    """
    from koryu_cli import wareki  # not every command reads dates

    try:
        span = wareki.parse(word)
    except wareki.DateError as error:
        if error.suggestion:
            raise
        examples = _("{error}。例: 2012年度、平成24年5月、平成20～24年", error=error)
        raise UsageError(examples) from None
    if span.notice:
        note(f"koryu: {span.notice}")
    return span


def named_agreements(agreements: "Selection", words: Sequence[str]) -> "Named":
    """Return the agreements that numbers name; what ranges lack is said on standard error.

    Raises:
        NotFoundError: none of them exists.
        UsageError: a word is no number; the message says how to look for a name.
    """
    from koryu_cli.query.numbers import NoNumberError, by_number, no_such  # help does without

    try:
        named = by_number(agreements, words)
    except NoNumberError as error:
        if not any(map(str.isalnum, error.word)):
            raise
        hint = _(
            "{error}。名で探すなら koryu list -g {word} とします。", error=error, word=error.word
        )
        raise NoNumberError(hint, error.word) from None
    if named.missing and not named.agreements:
        raise no_such(named.missing, agreements.ids)
    if named.gaps:
        gaps = [f"{first}-{last}" if first < last else f"{first}" for first, last in named.gaps]
        shown = _("、").join(gaps[:MOST_GAPS])
        more = len(gaps) - MOST_GAPS
        if more > 0:
            note(_("{numbers} などの番号の協定はありません。", numbers=shown))
        else:
            note(_("{numbers} 番の協定はありません。", numbers=shown))
    return named


def words_or_standard_input(words: Sequence[str]) -> list[str]:
    """Return `words`, each `-` among them replaced by the words of standard input.

    Raises:
        UsageError: standard input is a terminal, where nothing would come from.
    """
    if "-" not in words:
        return list(words)
    return [part for word in words for part in (_standard_input() if word == "-" else [word])]


def _standard_input() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            _("「-」は標準入力から読みます。例: koryu list --country 韓国 -o ids | koryu show -")
        )
    return sys.stdin.read().split()
