"""What all layouts of data files have in common."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from koryu_cli.errors import DataError
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.ledger.reading import Ledger

LONGEST_RECORD = 128 * 2**20
"""Bytes that a record may have; what goes on beyond them is no record."""
BLOCK = 2**17
"""How many bytes are read at once, at least."""


class RawRecord(NamedTuple):
    """The JSON text of a record, not yet validated.

    Attributes:
        line: the line of the file, from 1, on which it starts.
        offset: how many bytes of the file stand before it.
        text: the record.
    """

    line: int
    offset: int
    text: bytes


class Beginning(NamedTuple):
    """A data file of which the blanks at its beginning, and the block after them, are read.

    Attributes:
        stream: the file.
        name: what messages call it.
        line: the line, from 1, on which the block starts.
        offset: how many bytes stand before the block.
        block: what has been read.
    """

    stream: BinaryIO
    name: str
    line: int
    offset: int
    block: bytes


class Layout(Protocol):
    """A data file as a stream of records."""

    @property
    def text_at(self) -> Callable[[int], bytes] | None:
        """What returns the text of the record at an offset of an ordinary file.

        It raises a `DataError` where there is none any more. None if a record cannot be read alone.
        """

    @property
    def ledger(self) -> "Ledger | None":
        """What was found in a spreadsheet; None for JSON."""

    def records(self) -> Iterator[RawRecord]:
        """Yield the records in the order of the file, which is read once.

        Raises:
            DataError: the file is not laid out so, or a record is too long.
        """

    def texts_between(self, start: int, end: int) -> Iterator[tuple[int, bytes]] | None:
        """Return the records that begin in a part of an ordinary file; None if it has no parts.

        Each comes as its offset and its text. The parts of a file, read each for itself, give the
        records that the whole gives.

        Args:
            start: offset of the part.
            end: offset of what follows it.
        """


def too_long(name: str, line: int) -> DataError:
    """Return the error of the file called `name`, on whose `line` a record begins without end."""
    return DataError(
        _(
            "{line} 行目からの 1 件が長すぎます（{longest:,} バイト以上）: {name}",
            line=line,
            longest=LONGEST_RECORD,
            name=name,
        )
    )


def not_utf8(name: str, line: int) -> DataError:
    """Return the error of the file called `name`, on whose `line` not UTF-8 stands."""
    return DataError(_("UTF-8 ではありません: {name} の {line} 行目", name=name, line=line))
