"""Rows as a Markdown table."""

import re
from collections.abc import Iterable, Iterator, Sequence

from koryu_cli.views.columns import Column, Row

SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def render(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[str]:
    """Return the lines of a table; text of the data is escaped, a line end becomes `<br>`."""
    yield _line(column.header for column in columns)
    yield _line("---:" if column.number else "---" for column in columns)
    for row in rows:
        yield _line(_escape(column.cell(row)) for column in columns)


def _line(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _escape(cell: str) -> str:
    return SPECIAL.sub(r"\\\1", cell).replace("\r", "").replace("\n", "<br>")
