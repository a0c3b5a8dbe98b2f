"""What is said beside results, on standard error: notes, and how far a reading is."""

import os
import shutil
import sys
from time import monotonic
from typing import IO, AnyStr

from koryu_cli.display import visible
from koryu_cli.language import _


class Progress:
    """A progress line on standard error, shown once a reading has taken `PATIENCE` seconds."""

    PATIENCE = 1.0
    WIDTH = 30

    def __init__(self) -> None:
        """Start the clock."""
        self._begun = monotonic()
        self._done = 0
        self._shown = ""

    def tell(self, done: int, whole: int | None) -> None:
        """Show the share of the bytes read, or their number where the whole is not known.

        Where it is a guess, one below an earlier guess is not shown.
        """
        if monotonic() - self._begun < self.PATIENCE:
            return
        self._done = max(done, self._done)
        text = f"{self._done * 100 // whole}%" if whole else f"{self._done >> 20} MB"
        if text != self._shown:
            self._shown = text
            _write("\r" + _("読み込んでいます... {part}", part=text))

    def end(self) -> None:
        """Erase the line."""
        self._done = 0
        if self._shown:
            self._shown = ""
            _write("\r" + " " * self.WIDTH + "\r")


def note(text: str) -> None:
    """Write a text to standard error, on a terminal wrapped; control characters become visible."""
    lines = visible(text, lines=True).split("\n")
    if sys.stderr is not None and sys.stderr.isatty():
        from koryu_cli.views.lines import wrap  # Rich measures text; a pipe does without

        width = shutil.get_terminal_size().columns
        lines = [part for line in lines for part in wrap(line, width)]
    _write("\n".join(lines) + "\n")


def _write(text: str) -> None:
    """Write to standard error, where it can be written to."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            discard(sys.stderr)


def discard(stream: IO[AnyStr]) -> None:
    """Connect a broken stream to the null device, so that the flush at exit does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
