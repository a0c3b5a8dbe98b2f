"""Words of the command line that several commands read alike."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from koryu_cli.errors import UsageError
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.wareki import Span


def read_span(word: str) -> "Span":
    """Read an expression for a date; a notice about it goes to standard error.

    Raises:
        DateError: it is not understood.
    """
    from koryu_cli import output, wareki  # not every command reads dates

    span = wareki.parse(word)
    if span.notice:
        output.note(f"koryu: {span.notice}")
    return span


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
