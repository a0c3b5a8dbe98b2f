"""A selection of agreements from a data file, which need not all be held in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, BinaryIO, NamedTuple, overload

from pydantic_core import ValidationError

from koryu_cli import datafile
from koryu_cli.errors import DataError
from koryu_cli.models import Agreement

Place = Agreement | int | bytes
"""Where a record is to be had: here, so many bytes into the file, or from its own text."""


class Row(NamedTuple):
    """A selected record: its number, what it was selected for, and where it is to be had."""

    id: int
    value: Any
    place: Place


class Selection(Sequence[Agreement]):
    """Agreements of a data file, in an order; each is read when it is asked for."""

    def __init__(self, source: str, rows: Sequence[Row]) -> None:
        """Make a selection of the `rows` of the data file called `source`, in their order."""
        self._source = source
        self._rows = rows

    @property
    def ids(self) -> list[int]:
        """The numbers of the agreements."""
        return [row.id for row in self._rows]

    def by_value(self) -> "Selection":
        """Return the agreements with the greatest value first, equals by number."""
        return Selection(self._source, sorted(self._rows, key=lambda row: (-row.value, row.id)))

    def by_number(self) -> "Selection":
        """Return the agreements by number."""
        return Selection(self._source, sorted(self._rows, key=lambda row: row.id))

    def only(self, ids: Iterable[int]) -> "Selection":
        """Return the agreements with these numbers, in their order."""
        rows = {row.id: row for row in self._rows}
        return Selection(self._source, [rows[number] for number in ids])

    def arranged(self, key: Callable[[Agreement], Any], *, descending: bool) -> "Selection":
        """Return the agreements in the order of a key, equals as they stand here."""
        keys = list(map(key, self))
        order = sorted(range(len(keys)), key=keys.__getitem__, reverse=descending)
        return Selection(self._source, [self._rows[place] for place in order])

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Agreement: ...
    @overload
    def __getitem__(self, index: slice) -> "Selection": ...
    def __getitem__(self, index: int | slice) -> "Agreement | Selection":
        if isinstance(index, slice):
            return Selection(self._source, self._rows[index])
        return next(iter(Selection(self._source, [self._rows[index]])))

    def __iter__(self) -> Iterator[Agreement]:
        """Yield the agreements.

        Raises:
            DataError: the file can no longer be read, or is not what it was.
        """
        stream: BinaryIO | None = None
        try:
            for row in self._rows:
                if isinstance(row.place, Agreement):
                    yield row.place
                elif isinstance(row.place, bytes):
                    yield Agreement.model_validate_json(row.place)
                else:
                    stream = stream or datafile.open_source(self._source)
                    stream.seek(row.place)
                    yield self._same(row, stream.readline(datafile.LONGEST_RECORD))
        except OSError as error:
            raise datafile.unreadable(self._source, error) from None
        finally:
            if stream:
                stream.close()

    def _same(self, row: Row, text: bytes) -> Agreement:
        """Return the agreement in `text`, which must be the one that was selected."""
        try:
            agreement = Agreement.model_validate_json(text)
        except ValidationError:
            agreement = None
        if agreement is None or agreement.id != row.id:
            raise DataError(f"読んでいる間にデータファイルが変わりました: {self._source}")
        return agreement
