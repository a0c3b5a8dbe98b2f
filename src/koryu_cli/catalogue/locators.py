"""Where the values of a JSON text stand. The text is known to be JSON."""

import re
from collections.abc import Iterator, Sequence
from json import JSONDecoder

_SEPARATORS = re.compile(r"[ \t\r\n,:]*")
_decode = JSONDecoder().raw_decode


def lines_before(text: str, path: Sequence[str | int]) -> int:
    """Return how many lines of `text` end before the value that `path` leads to.

    Args:
        text: a JSON value, without blanks before it.
        path: keys and indexes from the outside in; where it leads nowhere, the last value that
            it reaches counts.
    """
    position = 0
    for step in path:
        starts = {key: start for key, start, _ in _values(text, position)}
        if step not in starts:
            break
        position = starts[step]
    return text.count("\n", 0, position)


def _values(text: str, position: int) -> Iterator[tuple[str | int, int, int]]:
    """Return key or index, start and end of each value of the array or object at `position`."""
    opening = text[position]
    if opening not in "[{":
        return
    position = _after_separators(text, position + 1)
    index = 0
    while text[position] not in "]}":
        key: str | int = index
        if opening == "{":
            key, position = _decode(text, position)
            position = _after_separators(text, position)
        _, end = _decode(text, position)
        yield key, position, end
        position = _after_separators(text, end)
        index += 1


def _after_separators(text: str, position: int) -> int:
    match = _SEPARATORS.match(text, position)
    return match.end() if match else position
