"""The catalogue: the agreements of a data file, read as a stream, each of them validated."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO, Generic, NamedTuple, Protocol, TypeVar

from pydantic_core import ValidationError

from koryu_cli.catalogue import source as datafile
from koryu_cli.catalogue.register import NumberSet, Register
from koryu_cli.catalogue.selection import Place, Rows, Selection
from koryu_cli.catalogue.source import RawRecord
from koryu_cli.errors import DataError
from koryu_cli.record.models import Agreement

if TYPE_CHECKING:
    from koryu_cli.catalogue.problems import Problem

KEPT = 1000
"""How many records are kept as they were read; others are read again when they are asked for."""
SHARED_FROM = 4 * 2**20
"""Bytes of data that are worth the cost of more processes."""
STEP = 500
"""After how many records progress is told."""
MOST_PROBLEMS = 10_000
"""After so many problems a file is not looked at any further."""

Result = TypeVar("Result")
Test = Callable[[Agreement], object]
Entry = tuple[Agreement, Place]
"""A record as it is met in the file, and where it can be had again."""


class Progress(Protocol):
    """What is told how far the reading of a file is."""

    def tell(self, done: int, whole: int | None) -> None:
        """Hear how many bytes have been read, and how many there are, if that is known."""

    def end(self) -> None:
        """Hear that the file has been read, or cannot be."""


class InvalidDataError(DataError):
    """A data file (called `name`) whose records are not all valid.

    `problems` holds every fault found.
    """

    def __init__(self, name: str, problems: "list[Problem]") -> None:
        """Make the error of the data called `name`."""
        self.name = name
        self.problems = problems
        more = "以上" if len(problems) >= MOST_PROBLEMS else ""
        lines = [f"データに {len(problems)} 件{more}の問題があります: {name}"]
        super().__init__("\n".join([*lines, *(f"  {problem}" for problem in problems)]))


class Catalogue:
    """The agreements of a data file.

    Attributes:
        name: what the file is called.
        total: how many records it has, known when it has been read.
        can_be_read_again: whether another reading would give the same records, which is known
            then, too: an ordinary file gives them, a pipe does not.
    """

    def __init__(self, source: str | None = None, progress: Progress | None = None) -> None:
        """Name the file; nothing is read yet.

        Args:
            source: path of a JSON array or of NDJSON (a record a line) in UTF-8; `-` for standard
                input; none for the shipped catalogue.
            progress: is told, time and again, how far the reading is.
        """
        self.source = str(datafile.shipped()) if source is None else source
        self.name = datafile.name_of(self.source)
        self._is_standard_input = self.source == datafile.STANDARD_INPUT
        self.total = 0
        self.can_be_read_again = False
        self._progress = progress

    def gather(self, collect: Callable[[Iterator[Entry]], Result]) -> list[Result]:
        """Read the file once and return what `collect` makes of its records.

        A long file is read in parts, each in a process of its own. There is a result for each
        part, in their order.

        Args:
            collect: takes the entries of a part, in the order of the file. Its result must be
                picklable.

        Raises:
            DataError: the data cannot be read or are not JSON; as `InvalidDataError`, with every
                problem found, where a record is not valid.
        """
        stream = datafile.open_source(self.source)
        try:
            size = None if self._is_standard_input else _size(stream)
            self.can_be_read_again = size is not None
            if size is not None and (parts := self._parts(collect, size)):
                return parts
            return [collect(self._entries(stream, size))]
        except OSError as error:
            raise datafile.unreadable(self.name, error) from None
        finally:
            if self._progress:
                self._progress.end()
            if not self._is_standard_input:
                stream.close()

    def select(self, test: Test) -> Selection:
        """Read the file and return the agreements for which `test` gives something true.

        They come by number; what the test gives is the value of each in the selection.
        """

        def chosen(entries: Iterator[Entry]) -> Rows:
            return Rows.of(
                (agreement.id, value, place)
                for agreement, place in entries
                if (value := test(agreement))
            )

        return Selection(self.source, Rows.joined(self.gather(chosen))).by_number()

    def select_all(self) -> Selection:
        """Read the file and return all its agreements."""
        return self.select(lambda _: True)

    def count(self, test: Test) -> int:
        """Read the file and return for how many agreements `test` gives something true."""
        return sum(self.gather(lambda entries: sum(bool(test(each)) for each, _ in entries)))

    def _entries(self, stream: BinaryIO, size: int | None) -> Iterator[Entry]:
        """Yield the records up to the first problem; at the end, raise all problems.

        Args:
            stream: the file, at its beginning.
            size: how many bytes it has, if it is an ordinary file, which can be read again.
        """
        place_of = _place_in(stream) if size else lambda _, text: text
        register = Register()
        problems: list[Problem] = []
        for position, record in enumerate(datafile.records(stream, self.name), 1):
            agreement = _validated(record.text)
            number = agreement.id if agreement else self._number_of_faulty(record)
            twin = register.enter(number)
            if agreement is None or twin:
                from koryu_cli.catalogue.problems import problems_of  # a sound file does without

                problems += problems_of(record, number, position, twin=twin)
                if len(problems) >= MOST_PROBLEMS:
                    break
            elif not problems:
                kept = agreement if position <= KEPT else None
                yield agreement, kept or place_of(record.offset, record.text)
            if self._progress and position % STEP == 0:
                self._progress.tell(record.offset, size)
        self.total = len(register)
        if problems:
            raise InvalidDataError(self.name, problems)

    def _number_of_faulty(self, record: RawRecord) -> int | None:
        """Return the number of a record that is not valid, if it has one.

        Raises:
            DataError: it is not JSON in UTF-8.
        """
        from koryu_cli.catalogue.problems import number_of  # a sound file does without
        from koryu_cli.catalogue.syntax import JsonError

        try:
            return number_of(record.text)
        except ValueError:
            pass
        try:
            text = record.text.decode()
        except UnicodeDecodeError:
            raise datafile.not_utf8(self.name, record.line) from None
        raise JsonError(self.name, text, line=record.line)

    def _parts(self, collect: Callable[[Iterator[Entry]], Result], size: int) -> list[Result]:
        """Return what `collect` makes of each part of a file that has so many bytes.

        Nothing is returned if the file is short, if there are no processes to be had, or if
        anything is wrong with a record: to say what, the file is then to be read as a whole.
        """
        if size < SHARED_FROM:
            return []
        from koryu_cli.catalogue import processes  # only a long file is worth more of them

        count = processes.available()
        bounds = [size * part // count for part in range(count + 1)]
        tasks = [partial(self._part, collect, start, end) for start, end in pairwise(bounds)]
        try:
            parts = processes.share(tasks) if count > 1 else []
        except (processes.WorkerError, ValidationError, DataError):
            return []
        borders = [(part.offsets[1:], following.offsets[:1]) for part, following in pairwise(parts)]
        if any(found and found != expected for found, expected in borders):
            return []
        numbers = NumberSet()
        if not all(numbers.add_all(part.numbers) for part in parts):
            return []
        self.total = sum(part.total for part in parts)
        return [part.result for part in parts]

    def _part(
        self, collect: Callable[[Iterator[Entry]], Result], start: int, end: int
    ) -> "Part[Result]":
        """Return what `collect` makes of the records that start in a part of the file.

        Raises:
            ValidationError: a record is not valid.
            DataError: the file cannot be read, or a number is repeated.
        """
        validate, numbers = Agreement.__pydantic_validator__.validate_json, NumberSet()
        offsets: list[int] = []
        total = 0

        def entries() -> Iterator[Entry]:
            nonlocal total
            for offset, text in datafile.records_between(stream, self.name, start, end):
                if not total or not text:
                    offsets.append(offset)
                if not text:
                    return
                total += 1
                agreement = validate(text)
                if not numbers.add(agreement.id):
                    raise DataError(f"{agreement.id}番が二度あります: {self.name}")
                yield agreement, place_of(offset, text)
                if self._progress and not start and total % STEP == 0:
                    self._progress.tell(offset, end)

        with datafile.open_source(self.source) as stream:
            place_of = _place_in(stream)
            return Part(collect(entries()), total, numbers, offsets)


class Part(NamedTuple, Generic[Result]):
    """What was made of a part of a file.

    Attributes:
        result: that.
        total: how many records it has.
        numbers: their numbers.
        offsets: where its first record begins and, in an array, the first one after it.
    """

    result: Result
    total: int
    numbers: NumberSet
    offsets: list[int]


def read(source: str | None = None) -> list[Agreement]:
    """Read all agreements of a data file, ordered by id.

    Args:
        source: as for `Catalogue`.

    Raises:
        DataError: as `Catalogue.gather` does.
    """
    return list(Catalogue(source).select_all())


def _validated(text: bytes) -> Agreement | None:
    try:
        return Agreement.model_validate_json(text)
    except ValidationError:
        return None


def _place_in(stream: BinaryIO) -> Callable[[int, bytes], Place]:
    """Return what tells where a record is to be had again in a file, by its offset and its text."""
    if datafile.has_lines(stream):
        return lambda offset, _: offset
    return lambda offset, text: (offset, len(text))


def _size(stream: BinaryIO) -> int | None:
    """Return how many bytes a file has, if it is an ordinary file."""
    status = os.fstat(stream.fileno())
    return status.st_size if S_ISREG(status.st_mode) else None
