"""Records as JSON that koryu reads again: an array, or a record a line (NDJSON)."""

from collections.abc import Iterable, Iterator

from pydantic_core import to_json


def render(documents: Iterable[object]) -> Iterator[str]:
    """Return an indented JSON array with real characters, document by document."""
    before = "[\n"
    for document in documents:
        yield before + "  " + to_json(document, indent=2).decode().replace("\n", "\n  ")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def render_lines(documents: Iterable[object]) -> Iterator[str]:
    """Return each document as a line of JSON."""
    return (to_json(document).decode() + "\n" for document in documents)
