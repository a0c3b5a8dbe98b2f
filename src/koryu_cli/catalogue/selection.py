"""A selection of agreements from a data file, which need not all be held in memory."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from itertools import chain, pairwise
from typing import Any, NamedTuple, overload

from koryu_cli.catalogue.validation import validated
from koryu_cli.errors import DataError
from koryu_cli.language import _
from koryu_cli.record.models import Agreement

Locator = Agreement | int
"""A record that is held, or the key by which its text is read again."""
Texts = Callable[[], AbstractContextManager[Callable[[int], bytes]]]
"""Opens the texts of records; what it opens returns a text by its key."""


class Rows(NamedTuple):
    """The selected records, column by column, so that a row takes a few bytes.

    Attributes:
        ids: their numbers.
        values: what each was selected for.
        locators: where they are.
    """

    ids: "array[int]"
    values: Sequence[Any]
    locators: Sequence[Locator]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, Any, Locator]]) -> "Rows":
        """Return rows as columns."""
        ids: array[int] = array("q")
        values: list[Any] = []

        def locators() -> Iterator[Locator]:
            for number, value, locator in rows:
                ids.append(number)
                values.append(value)
                yield locator

        return cls(ids, values, _locators(locators()))

    @classmethod
    def joined(cls, parts: Sequence["Rows"]) -> "Rows":
        """Return the rows of all parts, in their order."""
        ids, values, locators = map(chain.from_iterable, zip(*parts, strict=True))
        return cls(array("q", ids), [*values], _locators(locators))

    def taken(self, order: Iterable[int]) -> "Rows":
        """Return the rows at some positions, in that order."""
        positions = [*order]
        return Rows(
            array("q", map(self.ids.__getitem__, positions)),
            [*map(self.values.__getitem__, positions)],
            _locators(map(self.locators.__getitem__, positions)),
        )


def _locators(locators: Iterable[Locator]) -> Sequence[Locator]:
    """Return where records are, in a few bytes each if none of them is held."""
    keys: array[int] = array("q")
    locators = iter(locators)
    for locator in locators:
        if not isinstance(locator, int):
            return [*keys, locator, *locators]
        keys.append(locator)
    return keys


class Selection(Sequence[Agreement]):
    """Agreements of a data file, in an order; each is read when it is asked for."""

    def __init__(self, name: str, texts: Texts, rows: Rows) -> None:
        """Make a selection.

        Args:
            name: what messages call the data file.
            texts: opens the texts of the records that are not held.
            rows: the records, in their order.
        """
        self._name = name
        self._texts = texts
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
        return Selection(self._name, self._texts, self._rows.taken(order))

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
        text_at: Callable[[int], bytes] | None = None
        with ExitStack() as stack:
            for number, locator in zip(self._rows.ids, self._rows.locators, strict=True):
                if isinstance(locator, Agreement):
                    yield locator
                else:
                    text_at = text_at or stack.enter_context(self._texts())
                    yield self._same(number, locator, text_at)

    def _same(self, number: int, key: int, text_at: Callable[[int], bytes]) -> Agreement:
        """Return the agreement whose text has a key, if it still is the one that was selected."""
        try:
            agreement = validated(text_at(key))
        except (ValueError, DataError):
            agreement = None
        if agreement is None or agreement.id != number:
            raise changed(self._name)
        return agreement


def changed(name: str) -> DataError:
    """Return the error of the file called `name` that is not what it was when it was read."""
    return DataError(_("読んでいる間にデータファイルが変わりました: {name}", name=name))
