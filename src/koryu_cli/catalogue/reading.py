"""The agreements of a data file, read as a stream, each of them validated."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from os import PathLike
from typing import TYPE_CHECKING, BinaryIO, Generic, NamedTuple, Protocol, TypeVar

from koryu_cli.catalogue import source as sources
from koryu_cli.catalogue.layouts.layout import Layout, RawRecord, not_utf8
from koryu_cli.catalogue.layouts.sniffing import layout_of
from koryu_cli.catalogue.selection import Locator, Rows, Selection, changed
from koryu_cli.catalogue.validation import validated
from koryu_cli.errors import DataError
from koryu_cli.record.models import Agreement

if TYPE_CHECKING:
    from koryu_cli.catalogue.problems import Problem
    from koryu_cli.ledger.reading import Ledger

HELD = 1000
"""How many records are held as they were read; others are read again when they are asked for."""
SHARED_FROM = 4 * 2**20
"""Bytes of data that are worth the cost of more processes."""
STEP = 500
"""After how many records progress is told."""

Result = TypeVar("Result")
Other = TypeVar("Other")
Test = Callable[[Agreement], object]
Entry = tuple[Agreement, Locator]
"""A record as it is met in the file, and by what it can be had again."""


class Progress(Protocol):
    """What is told how far the reading of a file is."""

    def tell(self, done: int, whole: int | None) -> None:
        """Hear how many bytes have been read, and how many there are, if that is known."""

    def end(self) -> None:
        """Hear that the file has been read, or cannot be."""


class Found(NamedTuple, Generic[Result]):
    """What the reading of a data file gave.

    Attributes:
        value: what was made of its records.
        total: how many records it has.
        can_be_read_again: whether another reading gives the same: of a file it does, of a pipe not.
        ledger: what else was found in it, if it is a ledger.
    """

    value: Result
    total: int
    can_be_read_again: bool
    ledger: "Ledger | None" = None

    def with_value(self, value: Other) -> "Found[Other]":
        """Return the same with another value."""
        return Found(value, self.total, self.can_be_read_again, self.ledger)


@dataclass(frozen=True, repr=False, eq=False)
class Catalogue:
    """The agreements of a data file; each question reads it anew.

    Attributes:
        source: path of the file; `-` is standard input.
        progress: is told, time and again, how far a reading is.
        columns: of a ledger, by words for fields, the heading or letter of the column of each.
        values: of a ledger, by words for fields, what rows have in which nothing stands for them.
    """

    source: str
    progress: Progress | None = None
    columns: Mapping[str, str] | None = None
    values: Mapping[str, str] | None = None

    @property
    def name(self) -> str:
        """What messages call the file."""
        return sources.name_of(self.source)

    def gather(self, collect: Callable[[Iterator[Entry]], Result]) -> Found[list[Result]]:
        """Read the file once and return what `collect` makes of its records.

        A long file that can be divided is read in parts, each in a process of its own. There is a
        result for each part, in their order.

        Args:
            collect: takes the entries of a part, in the order of the file. Its result must be
                picklable.

        Raises:
            DataError: the data cannot be read or are not JSON; as `InvalidDataError`, with every
                problem found, where a record is not valid.
        """
        with sources.opened(self.source) as stream:
            size = sources.size_of(self.source, stream)
            layout = self._layout(stream)
            try:
                parts = self._parts(collect, stream, layout, size)
                if parts is None:
                    if self.progress:
                        self.progress.end()
                    parts = [self._whole(collect, layout, size)]
            finally:
                if self.progress:
                    self.progress.end()
        results = [part.result for part in parts]
        total = sum(part.total for part in parts)
        return Found(results, total, size is not None, layout.ledger)

    def select(self, test: Test) -> Found[Selection]:
        """Read the file and return the agreements for which `test` gives something true.

        They come by number; what the test gives is the value of each in the selection.
        """

        def chosen(entries: Iterator[Entry]) -> Rows:
            return Rows.of(
                (agreement.id, value, locator)
                for agreement, locator in entries
                if (value := test(agreement))
            )

        found = self.gather(chosen)
        rows = Rows.joined(found.value)
        return found.with_value(Selection(self.name, self._texts, rows).by_number())

    def select_all(self) -> Found[Selection]:
        """Read the file and return all its agreements."""
        return self.select(lambda _: True)

    def count(self, test: Test) -> Found[int]:
        """Read the file and return for how many agreements `test` gives something true."""
        found = self.gather(lambda entries: sum(bool(test(each)) for each, _ in entries))
        return found.with_value(sum(found.value))

    def _whole(
        self, collect: Callable[[Iterator[Entry]], Result], layout: Layout, size: int | None
    ) -> "_Part[Result]":
        """Return what `collect` makes of all records.

        It is given the records up to the first problem; all problems are raised at the end.
        """
        positions: dict[int | None, int] = {}
        problems: list[Problem] = []
        position = 0

        def entries() -> Iterator[Entry]:
            nonlocal position
            for record in layout.records():
                position += 1
                agreement = _valid_or_none(record)
                number = agreement.id if agreement else _number_of_faulty(record, self.name)
                twin = number is not None and positions.setdefault(number, position) != position
                if agreement is None or twin:
                    from koryu_cli.catalogue import problems as faults  # only if there are any

                    first = positions[number] if twin else None
                    problems.extend(faults.problems_of(record, number, position, twin=first))
                    if len(problems) >= faults.MOST_PROBLEMS:
                        break
                elif not problems:
                    is_held = size is None or position <= HELD or layout.text_at is None
                    yield agreement, agreement if is_held else record.offset
                if self.progress and position % STEP == 0:
                    self.progress.tell(record.offset, size)

        result = collect(entries())
        if problems:
            from koryu_cli.catalogue.problems import InvalidDataError  # only if there are any

            raise InvalidDataError(self.name, problems)
        return _Part(result, position)

    def _parts(
        self,
        collect: Callable[[Iterator[Entry]], Result],
        stream: BinaryIO,
        layout: Layout,
        size: int | None,
    ) -> "list[_Part[Result]] | None":
        """Return what `collect` makes of each part of the file, in their order.

        None is returned if the file is short or not to be divided, if there are no processes to be
        had, or if anything is wrong with a record: to say what, the file is read as a whole.
        """
        if size is None or size < SHARED_FROM or layout.texts_between(0, 0) is None:
            return None
        from koryu_cli.catalogue import processes  # only a long file is worth more of them

        count, teller = processes.available(), os.getpid()

        def tell(start: int, offset: int) -> None:
            """Tell how far all processes are when this one has come from `start` to `offset`."""
            if self.progress and os.getpid() == teller:
                self.progress.tell(min(start + count * (offset - start), size), size)

        part = partial(self._part, collect, os.fstat(stream.fileno()), tell)
        tasks = [partial(part, start, end) for start, end in pairwise(_bounds(size, count))]
        try:
            parts = processes.share(tasks, count) if count > 1 else []
        except (processes.WorkerError, DataError, ValueError):
            return None
        numbers = set[int]().union(*(part.numbers for part in parts))
        is_sound = len(numbers) == sum(part.total for part in parts)
        return parts if parts and is_sound else None

    def _part(
        self,
        collect: Callable[[Iterator[Entry]], Result],
        file: os.stat_result,
        tell: Callable[[int, int], None],
        start: int,
        end: int,
    ) -> "_Part[Result]":
        """Return what `collect` makes of the records that start in a part of the file.

        Args:
            collect: takes their entries.
            file: which file it is: another one may have taken its name.
            tell: hears, time and again, where the part starts, and how far it has been read.
            start: where the part begins.
            end: where it ends.

        Raises:
            ValueError: a record is not valid.
            DataError: the file cannot be read, or is another one.
        """
        numbers: set[int] = set()
        total = 0

        def entries(texts: Iterable[tuple[int, bytes]]) -> Iterator[Entry]:
            nonlocal total
            for total, (offset, text) in enumerate(texts, 1):
                agreement = validated(text)
                numbers.add(agreement.id)
                yield agreement, offset
                if total % STEP == 0:
                    tell(start, offset)

        with sources.opened(self.source) as stream:
            if not os.path.samestat(file, os.fstat(stream.fileno())):
                raise changed(self.name)
            texts = self._layout(stream).texts_between(start, end) or ()
            return _Part(collect(entries(texts)), total, numbers)

    @contextmanager
    def _texts(self) -> Iterator[Callable[[int], bytes]]:
        """Open the file to read the texts of its records by their offsets."""
        with sources.opened(self.source) as stream:
            text_at = self._layout(stream).text_at
            if text_at is None:
                raise changed(self.name)
            yield text_at

    def _layout(self, stream: BinaryIO) -> Layout:
        return layout_of(stream, self.name, self.columns, self.values)


def _bounds(size: int, count: int) -> list[int]:
    """Return where the parts of a file begin and end that so many processes read.

    Each takes its share of half of what is left, so that all come to their ends at about the same
    time ("guided self-scheduling": Polychronopoulos and Kuck, IEEE Trans. Comput. 36, 1987).
    """
    bounds = [0]
    while (rest := size - bounds[-1]) > 0:
        length = max(rest // (2 * count), SHARED_FROM // 4, 1)
        bounds.append(bounds[-1] + min(length, rest))
    return bounds


class _Part(NamedTuple, Generic[Result]):
    """What was made of a part of a file, how many records it has, and their numbers."""

    result: Result
    total: int
    numbers: frozenset[int] | set[int] = frozenset()


def read(
    source: str | PathLike[str] | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    values: Mapping[str, str] | None = None,
) -> list[Agreement]:
    """Read all agreements of a data file, ordered by id.

    Args:
        source: path of a JSON array, of NDJSON or of a ledger (CSV, TSV, Excel workbook); `-` for
            standard input; without it, the shipped catalogue.
        columns: of a ledger, by words for fields, the heading or letter of the column of each.
        values: of a ledger, by words for fields, what rows have in which nothing stands for them.

    Raises:
        DataError: as `Catalogue.gather` does.
    """
    path = str(sources.shipped() if source is None else source)
    return list(Catalogue(path, columns=columns, values=values).select_all().value)


def _valid_or_none(record: RawRecord) -> Agreement | None:
    try:
        return validated(record.text)
    except ValueError:
        return None


def _number_of_faulty(record: RawRecord, name: str) -> int | None:
    """Return the number of a record of the file called `name` that is not valid, if it has one.

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
        raise not_utf8(name, record.line) from None
    raise JsonError(name, text, line=record.line)
