"""NDJSON: a record a line."""

from collections.abc import Iterator

from koryu_cli.catalogue.layouts import layout as limits
from koryu_cli.catalogue.layouts.layout import Beginning, RawRecord, too_long


class Lines:
    """A file with a record on each line that is not blank; the lines are not looked into."""

    ledger = None

    def __init__(self, beginning: Beginning) -> None:
        """Take a file of which the first line, or the first block of it, is read."""
        self._beginning = beginning
        self._stream = beginning.stream

    def records(self) -> Iterator[RawRecord]:
        """Yield the lines that are not blank."""
        _, name, line, offset, text = self._beginning
        if not text.endswith(b"\n"):
            text += self._stream.readline(limits.LONGEST_RECORD)
        while text:
            if len(text) >= limits.LONGEST_RECORD:
                raise too_long(name, line)
            if not text.isspace():
                yield RawRecord(line, offset, text)
            line += 1
            offset += len(text)
            text = self._stream.readline(limits.LONGEST_RECORD)

    def texts_between(self, start: int, end: int) -> Iterator[tuple[int, bytes]]:
        """Yield the lines that begin in a part and are not blank, each behind its offset."""
        readline = self._stream.readline
        if start > self._beginning.offset:
            offset = self._stream.seek(start - 1)
            offset += len(readline())
        else:
            offset = self._stream.seek(self._beginning.offset)
        while offset < end and (text := readline(limits.LONGEST_RECORD)):
            if not text.isspace():
                yield offset, text
            offset += len(text)

    def text_at(self, offset: int) -> bytes:
        """Return the line at an offset."""
        self._stream.seek(offset)
        return self._stream.readline(limits.LONGEST_RECORD)
