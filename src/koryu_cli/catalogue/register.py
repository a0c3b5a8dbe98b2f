"""The numbers of records, to find out which are repeated."""


class NumberSet:
    """A set of numbers that takes a bit for each, where they lie close together."""

    BITS = 6
    MASK = 2**BITS - 1

    def __init__(self) -> None:
        """Begin without any."""
        self._pages: dict[int, int] = {}

    def add(self, number: int) -> bool:
        """Add a number, and tell whether it is new."""
        return self._add(number >> self.BITS, 1 << (number & self.MASK))

    def add_all(self, others: "NumberSet") -> bool:
        """Add other numbers as long as they are new, and tell whether all of them are."""
        return all(self._add(page, bits) for page, bits in others._pages.items())

    def _add(self, page: int, bits: int) -> bool:
        known = self._pages.get(page, 0)
        self._pages[page] = known | bits
        return not known & bits


class Register:
    """The numbers of records in the order of a file."""

    def __init__(self) -> None:
        """Begin without any."""
        self._order: list[int | None] = []
        self._known = NumberSet()
        self._places: dict[int | None, int] = {}
        self._placed = 0

    def __len__(self) -> int:
        return len(self._order)

    def enter(self, number: int | None) -> int | None:
        """Enter the number of the next record, if it has one.

        Returns:
            The place, from 1, of the first record that has the same number, if there is one.
        """
        self._order.append(number)
        if number is None or self._known.add(number):
            return None
        while self._placed < len(self._order) - 1:
            self._places.setdefault(self._order[self._placed], self._placed + 1)
            self._placed += 1
        return self._places[number]
