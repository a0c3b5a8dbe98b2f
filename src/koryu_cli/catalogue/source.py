"""A data file as a stream: the text of each record, from a JSON array or from NDJSON.

No more of a file is held than the record at hand, however long the file is.
"""

import re
import sys
from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Iterator
from itertools import islice
from json import JSONDecoder
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from koryu_cli.errors import DataError

if TYPE_CHECKING:
    from koryu_cli.catalogue.syntax import JsonError

STANDARD_INPUT = "-"
LONGEST_RECORD = 128 * 2**20
"""Bytes that a record may have; what goes on beyond them is no record."""
BLOCK = 2**17
"""How many bytes are read at once, at least."""

_BLANKS = re.compile(r"[ \t\r\n]*")
_COMMA = re.compile(r",[ \t\r\n]*")
_OPENING = re.compile(rb'\{[ \t\r\n]*"[^"]*"')
_decode_value = JSONDecoder().raw_decode


class RawRecord(NamedTuple):
    """The text of a record, the line (from 1) on which it starts, and the bytes before it."""

    line: int
    offset: int
    text: bytes


def shipped() -> Path:
    """Return the path of the catalogue that comes with koryu.

    An installed package holds it at its top; a checkout, in `data/` at its top.
    """
    packaged = Path(__file__).parents[1] / "agreements.json"
    if packaged.exists():
        return packaged
    return Path(__file__).parents[3] / "data" / "agreements.json"


def name_of(source: str) -> str:
    """Return how to speak of a data file."""
    return "標準入力" if source == STANDARD_INPUT else source


def open_source(source: str) -> BinaryIO:
    """Open a data file, `-` for standard input, to read its bytes.

    Raises:
        DataError: it cannot be opened, or nothing can come from standard input.
    """
    if source == STANDARD_INPUT:
        if sys.stdin is None or sys.stdin.isatty():
            raise DataError(
                "標準入力からデータが来ていません。例: koryu list --json | koryu check -"
            )
        return sys.stdin.buffer
    try:
        return Path(source).open("rb", buffering=BLOCK)
    except IsADirectoryError:
        raise DataError(f"ファイルではなくディレクトリです: {source}") from None
    except FileNotFoundError:
        raise DataError(f"データファイルが見つかりません: {source}") from None
    except PermissionError:
        raise DataError(f"データファイルを読む権限がありません: {source}") from None
    except (OSError, ValueError) as error:
        raise unreadable(source, error) from None


def unreadable(name: str, error: Exception) -> DataError:
    """Return the error of the file called `name` that the system does not let us read."""
    return DataError(f"データファイルを読めません: {name}（{error}）")


def records(stream: BinaryIO, name: str) -> Iterator[RawRecord]:
    """Yield the records of the data file called `name`, in their order.

    Raises:
        DataError: it is empty, an array is not JSON in UTF-8, or a record is too long. The lines
            of NDJSON are not looked into.
    """
    line, offset = 1, 0
    while block := stream.readline(BLOCK):
        text = block.removeprefix(BOM_UTF8) if offset == 0 else block
        if text.lstrip(b" \t\r\n").startswith(b"["):
            yield from _Array(stream, name, line, offset + len(block) - len(text), text).elements()
            return
        if text.strip():
            whole = text if text.endswith(b"\n") else text + stream.readline(LONGEST_RECORD)
            yield from _lines(stream, name, line, offset + len(block) - len(text), whole)
            return
        line += block.count(b"\n")
        offset += len(block)
    raise DataError(f"データが空です: {name}")


def _lines(stream: BinaryIO, name: str, line: int, offset: int, text: bytes) -> Iterator[RawRecord]:
    """Yield the lines that are not blank; `text` is the first."""
    while text:
        if len(text) >= LONGEST_RECORD:
            raise _too_long(name, line)
        if not text.isspace():
            yield RawRecord(line, offset, text)
        line += 1
        offset += len(text)
        text = stream.readline(LONGEST_RECORD)


def has_lines(stream: BinaryIO) -> bool:
    """Return whether a file, which can be gone back in, begins as NDJSON does, with a record."""
    beginning = stream.read(1)
    stream.seek(0)
    return beginning == b"{"


def records_between(
    stream: BinaryIO, name: str, start: int, end: int
) -> Iterator[tuple[int, bytes]]:
    """Yield the bytes before, and the text of, each record that starts in a part of a file.

    Of an array, the place where the first one after a part begins is yielded too, without a text.
    It must be where the next part has its first record: otherwise what was taken there for the
    beginning of an element is none.

    Args:
        stream: a file that begins with a record or an array, in which any place can be gone to.
        name: what the file is called.
        start: how many bytes stand before the part.
        end: how many bytes stand before what follows it.

    Raises:
        DataError: as `records` does; or no element of an array is seen to begin in the part.
    """
    if has_lines(stream):
        yield from _lines_between(stream, start, end)
        return
    beginning, border = _border(stream, name)
    place = beginning if start == 0 else _find(stream, name, border, start)
    stream.seek(place)
    array = _Array(stream, name, 1, place, stream.read(BLOCK))
    for record in array.elements(before="[0,"):
        if record.offset >= end:
            yield record.offset, b""
            return
        yield record.offset, record.text
    yield end, b""


def _border(stream: BinaryIO, name: str) -> tuple[int, bytes]:
    """Return where the first element of an array begins, and what stands where another does."""
    pair = list(islice(records(stream, name), 2))
    opening = _OPENING.match(pair[1].text) if len(pair) > 1 else None
    if opening is None:
        raise DataError(f"要素の始まりが見つかりません: {name}")
    first, second = pair
    end_of_first = first.offset + len(first.text) - 1
    stream.seek(end_of_first)
    border = stream.read(second.offset - end_of_first)
    return first.offset, border + opening[0]


def _find(stream: BinaryIO, name: str, border: bytes, start: int) -> int:
    """Return where the first element begins that does not begin before `start`."""
    inner = border.rindex(b"{")
    place = stream.seek(max(start - inner, 0))
    found = stream.read(8 * BLOCK).find(border)
    if found < 0:
        raise DataError(f"要素の始まりが見つかりません: {name}")
    return place + found + inner


def _lines_between(stream: BinaryIO, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    offset = stream.seek(max(start - 1, 0))
    if start:
        offset += len(stream.readline())
    while offset < end and (text := stream.readline(LONGEST_RECORD)):
        if not text.isspace():
            yield offset, text
        offset += len(text)


class _Array:
    """An array of which a part is at hand: `text`, read up to `position`."""

    def __init__(self, stream: BinaryIO, name: str, line: int, offset: int, start: bytes) -> None:
        self.stream = stream
        self.name = name
        self.decode = getincrementaldecoder("utf-8")().decode
        self.line, self.column, self.offset = line, 1, offset
        self.text, self.position, self.is_whole = "", 0, False
        self.take(start)

    def elements(self, before: str = "") -> Iterator[RawRecord]:
        """Yield the elements; `before` stands for what the parser has seen of the array."""
        if not before:
            self.advance(self.text.index("[") + 1)
            before = "["
        while self.next_mark() != "]" or before == "[0,":
            if before == "[0":
                comma = _COMMA.match(self.text, self.position)
                if comma is None:
                    raise self.fault(before)
                self.advance(comma.end())
                before = "[0,"
            else:
                end = self.end_of_value(before)
                line, offset = self.line, self.offset
                yield RawRecord(line, offset, self.advance(end))
                before = "[0"
        self.advance(self.position + 1)
        if self.next_mark():
            raise self.fault("[0]")

    def next_mark(self) -> str:
        """Go on to the next character that is not blank, and return it; at the end, nothing."""
        while True:
            mark = self.text[self.position : self.position + 1]
            if mark and mark in " \t\r\n" and (blanks := _BLANKS.match(self.text, self.position)):
                self.advance(blanks.end())
            elif mark or self.is_whole:
                return mark
            else:
                self.grow()

    def end_of_value(self, before: str) -> int:
        """Return where the value ends that starts here."""
        while True:
            try:
                _, end = _decode_value(self.text, self.position)
            except (ValueError, RecursionError):
                end = len(self.text)
                fault = self.fault(before)
                if self.is_whole or not fault.is_cut_short:
                    raise fault from None
            if end < len(self.text) or self.is_whole:
                return end
            if end - self.position >= LONGEST_RECORD:
                raise _too_long(self.name, self.line)
            self.grow()

    def advance(self, end: int) -> bytes:
        """Leave behind what stands before `end`, and return it."""
        passed = self.text[self.position : end]
        lines = passed.count("\n")
        self.line += lines
        self.column = len(passed) - passed.rfind("\n") if lines else self.column + len(passed)
        self.position = end
        encoded = passed.encode()
        self.offset += len(encoded)
        return encoded

    def grow(self) -> None:
        """Read on; as much again as is at hand, so that a long value takes linear time."""
        self.text = self.text[self.position :]
        self.position = 0
        self.take(self.stream.read(max(BLOCK, len(self.text))))

    def take(self, block: bytes) -> None:
        """Add what has been read; nothing means the end."""
        self.is_whole = not block
        try:
            self.text += self.decode(block, self.is_whole)
        except UnicodeDecodeError as error:
            lines = self.text.count("\n", self.position) + block.count(b"\n", 0, error.start)
            raise not_utf8(self.name, self.line + lines) from None

    def fault(self, before: str) -> "JsonError":
        """Return what is wrong with what follows `before`."""
        from koryu_cli.catalogue.syntax import (
            JsonError,  # comes with a parser that others do without
        )

        rest = self.text[self.position :]
        return JsonError(self.name, rest, line=self.line, column=self.column, before=before)


def _too_long(name: str, line: int) -> DataError:
    return DataError(f"{line} 行目からの 1 件が長すぎます（{LONGEST_RECORD:,} バイト以上）: {name}")


def not_utf8(name: str, line: int) -> DataError:
    """Return the error of the file called `name`, on whose `line` not UTF-8 stands."""
    return DataError(f"UTF-8 ではありません: {name} の {line} 行目")
