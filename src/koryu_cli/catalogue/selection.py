"""A selection of agreements from a data file, which need not all be held in memory."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, BinaryIO, NamedTuple, overload

from pydantic_core import ValidationError

from koryu_cli.catalogue import source as datafile
from koryu_cli.errors import DataError
from koryu_cli.record.models import Agreement

Place = Agreement | int | tuple[int, int] | bytes
"""Where a record is to be had: here; on the line that begins after so many bytes of the file; after
so many bytes, in so many; or from its own text."""


class Rows(NamedTuple):
    """The selected records, column by column, so that a row takes a few bytes.

    Attributes:
        ids: their numbers.
        values: what each was selected for.
        places: where they are to be had.
    """

    ids: "array[int]"
    values: Sequence[Any]
    places: Sequence[Place]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, Any, Place]]) -> "Rows":
        """Return rows as columns."""
        ids: array[int] = array("q")
        values: list[Any] = []
        in_file: array[int] = array("q")
        places: list[Place] = []
        for number, value, place in rows:
            ids.append(number)
            values.append(value)
            if isinstance(place, int) and not places:
                in_file.append(place)
            else:
                places.append(place)
        return cls(ids, values, [*in_file, *places] if places else in_file)

    @classmethod
    def joined(cls, parts: Sequence["Rows"]) -> "Rows":
        """Return the rows of all parts, in their order."""
        if len(parts) == 1:
            return parts[0]
        return cls.of(row for part in parts for row in zip(*part, strict=True))

    def taken(self, order: Iterable[int]) -> "Rows":
        """Return the rows at some positions, in that order."""
        return Rows.of((self.ids[at], self.values[at], self.places[at]) for at in order)


class Selection(Sequence[Agreement]):
    """Agreements of a data file, in an order; each is read when it is asked for."""

    def __init__(self, source: str, rows: Rows) -> None:
        """Make a selection of the `rows` of the data file called `source`, in their order."""
        self._source = source
        self._rows = rows

    @property
    def ids(self) -> Sequence[int]:
        """The numbers of the agreements."""
        return self._rows.ids

    @property
    def values(self) -> Sequence[Any]:
        """What each was selected for."""
        return self._rows.values

    def ranked(self, rank: Callable[[Any], int]) -> "Selection":
        """Return the agreements whose values have the highest rank first, equals by number."""
        ids, values, _ = self._rows
        return self._taken(sorted(range(len(ids)), key=lambda at: (-rank(values[at]), ids[at])))

    def by_number(self) -> "Selection":
        """Return the agreements by number."""
        ids = self._rows.ids
        if all(number < following for number, following in pairwise(ids)):
            return self
        return self._taken(sorted(range(len(ids)), key=ids.__getitem__))

    def only(self, ids: Iterable[int]) -> "Selection":
        """Return the agreements with these numbers, in their order."""
        positions = {number: at for at, number in enumerate(self._rows.ids)}
        return self._taken(positions[number] for number in ids)

    def arranged(self, key: Callable[[Agreement], Any], *, descending: bool) -> "Selection":
        """Return the agreements in the order of a key, equals as they stand here."""
        keys = list(map(key, self))
        return self._taken(sorted(range(len(keys)), key=keys.__getitem__, reverse=descending))

    def _taken(self, order: Iterable[int]) -> "Selection":
        return Selection(self._source, self._rows.taken(order))

    def __len__(self) -> int:
        return len(self._rows.ids)

    @overload
    def __getitem__(self, index: int) -> Agreement: ...
    @overload
    def __getitem__(self, index: slice) -> "Selection": ...
    def __getitem__(self, index: int | slice) -> "Agreement | Selection":
        if isinstance(index, slice):
            return self._taken(range(len(self))[index])
        return next(iter(self._taken([index])))

    def __iter__(self) -> Iterator[Agreement]:
        """Yield the agreements.

        Raises:
            DataError: the file can no longer be read, or is not what it was.
        """
        stream: BinaryIO | None = None
        try:
            for number, place in zip(self._rows.ids, self._rows.places, strict=True):
                if isinstance(place, Agreement):
                    yield place
                elif isinstance(place, bytes):
                    yield Agreement.model_validate_json(place)
                else:
                    stream = stream or datafile.open_source(self._source)
                    yield self._same(number, _read(stream, place))
        except OSError as error:
            raise datafile.unreadable(self._source, error) from None
        finally:
            if stream:
                stream.close()

    def _same(self, number: int, text: bytes) -> Agreement:
        """Return the agreement in `text`, which must be the one that was selected."""
        try:
            agreement = Agreement.model_validate_json(text)
        except ValidationError:
            agreement = None
        if agreement is None or agreement.id != number:
            raise DataError(f"読んでいる間にデータファイルが変わりました: {self._source}")
        return agreement


def _read(stream: BinaryIO, place: int | tuple[int, int]) -> bytes:
    if isinstance(place, int):
        stream.seek(place)
        return stream.readline(datafile.LONGEST_RECORD)
    offset, length = place
    stream.seek(offset)
    return stream.read(length)
