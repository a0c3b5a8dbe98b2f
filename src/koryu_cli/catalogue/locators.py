"""Where the values of a JSON text stand. The text is known to be JSON."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from json import JSONDecoder

Path = tuple[str | int, ...]

_SEPARATORS = re.compile(r"[ \t\r\n,:]*")
_decode = JSONDecoder().raw_decode


class _Tree(dict[str | int, "_Tree"]):
    """Steps of paths, each with those that follow it."""


def lines_before(text: str, paths: Iterable[Path]) -> list[int]:
    """Return, for each path, how many lines of `text` end before the value that it leads to.

    Args:
        text: a JSON value, without blanks before it.
        paths: keys and indexes from the outside in; where one leads nowhere, the last value that it
            reaches counts.
    """
    paths = list(paths)
    starts = dict(_starts(text, 0, (), _tree(paths)))
    ends_of_lines = [match.start() for match in re.finditer("\n", text)]
    return [bisect_left(ends_of_lines, _nearest(path, starts)) for path in paths]


def _tree(paths: Iterable[Path]) -> _Tree:
    """Return the paths as a tree, so that a text is gone through once for all of them."""
    tree = _Tree()
    for path in paths:
        node = tree
        for step in path:
            node = node.setdefault(step, _Tree())
    return tree


def _starts(text: str, position: int, path: Path, tree: _Tree) -> Iterator[tuple[Path, int]]:
    """Yield each path of a tree that leads from the value at `position` to one, and where."""
    yield path, position
    values = _values(text, position) if tree else ()
    for step, start in {step: start for step, start, _ in values if step in tree}.items():
        yield from _starts(text, start, (*path, step), tree[step])


def _nearest(path: Path, starts: Mapping[Path, int]) -> int:
    while path not in starts:
        path = path[:-1]
    return starts[path]


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
