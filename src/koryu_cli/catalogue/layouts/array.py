"""A JSON array, of which only the element at hand is held."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from json import JSONDecoder
from typing import TYPE_CHECKING

from koryu_cli.catalogue.layouts import layout as limits
from koryu_cli.catalogue.layouts.layout import Beginning, RawRecord, not_utf8, too_long

if TYPE_CHECKING:
    from koryu_cli.catalogue.syntax import JsonError

_BLANKS = re.compile(r"[ \t\r\n]*")
_COMMA = re.compile(r",[ \t\r\n]*")
_decode_value = JSONDecoder().raw_decode

# What a parser has to see before a text to take it for the rest of an array, by what has been read.
OPENED = "["
AFTER_ELEMENT = "[0"
AFTER_COMMA = "[0,"
CLOSED = "[0]"


class Array:
    """A file that is an array, of which `_text` is at hand, read up to `_position`."""

    ledger = None

    def __init__(self, beginning: Beginning) -> None:
        """Take a file of which the block with the opening bracket is read."""
        self._stream, self._name, line, offset, block = beginning
        self._go_to(line, offset)
        self._take(block)

    def records(self) -> Iterator[RawRecord]:
        """Yield the elements.

        Raises:
            DataError: the file is not JSON in UTF-8, or an element is too long.
        """
        self._advance(self._text.index("[") + 1)
        state = OPENED
        while self._next_mark() != "]" or state == AFTER_COMMA:
            if state == AFTER_ELEMENT:
                comma = _COMMA.match(self._text, self._position)
                if comma is None:
                    raise self._fault(state)
                self._advance(comma.end())
                state = AFTER_COMMA
            else:
                end = self._end_of_value(state)
                line, offset = self._line, self._offset
                yield RawRecord(line, offset, self._advance(end))
                state = AFTER_ELEMENT
        self._advance(self._position + 1)
        if self._next_mark():
            raise self._fault(CLOSED)

    def texts_between(self, start: int, end: int) -> None:
        """Return None: where an element begins shows only from the beginning of the array."""

    def text_at(self, offset: int) -> bytes:
        """Return the element at an offset.

        Raises:
            DataError: there is no JSON value.
        """
        self._stream.seek(offset)
        self._go_to(1, offset)
        self._grow()
        return self._advance(self._end_of_value(AFTER_COMMA))

    def _go_to(self, line: int, offset: int) -> None:
        self._decode = getincrementaldecoder("utf-8")().decode
        self._line, self._column, self._offset = line, 1, offset
        self._text, self._position, self._is_whole = "", 0, False

    def _next_mark(self) -> str:
        """Advance to the next character that is not blank, and return it; "" at the end."""
        while True:
            mark = self._text[self._position : self._position + 1]
            if mark and mark in " \t\r\n" and (blanks := _BLANKS.match(self._text, self._position)):
                self._advance(blanks.end())
            elif mark or self._is_whole:
                return mark
            else:
                self._grow()

    def _end_of_value(self, state: str) -> int:
        """Return where the value at hand ends."""
        while True:
            try:
                _, end = _decode_value(self._text, self._position)
            except (ValueError, RecursionError):
                end = len(self._text)
                fault = self._fault(state)
                if self._is_whole or not fault.is_cut_short:
                    raise fault from None
            if end < len(self._text) or self._is_whole:
                return end
            if end - self._position >= limits.LONGEST_RECORD:
                raise too_long(self._name, self._line)
            self._grow()

    def _advance(self, end: int) -> bytes:
        """Leave behind the text before `end`, and return it."""
        passed = self._text[self._position : end]
        lines = passed.count("\n")
        self._line += lines
        self._column = len(passed) - passed.rfind("\n") if lines else self._column + len(passed)
        self._position = end
        encoded = passed.encode()
        self._offset += len(encoded)
        return encoded

    def _grow(self) -> None:
        """Read on; as much again as is at hand, so that a long value takes linear time."""
        self._text = self._text[self._position :]
        self._position = 0
        self._take(self._stream.read(max(limits.BLOCK, len(self._text))))

    def _take(self, block: bytes) -> None:
        """Add a block that has been read; an empty one is the end of the file."""
        self._is_whole = not block
        try:
            self._text += self._decode(block, self._is_whole)
        except UnicodeDecodeError as error:
            lines = self._text.count("\n", self._position) + block.count(b"\n", 0, error.start)
            raise not_utf8(self._name, self._line + lines) from None

    def _fault(self, state: str) -> "JsonError":
        """Return what is wrong with the text at hand."""
        from koryu_cli.catalogue.syntax import JsonError  # a sound file does without its parser

        rest = self._text[self._position :]
        return JsonError(self._name, rest, line=self._line, column=self._column, before=state)
