"""Rows as a Markdown table, as GitHub Flavored Markdown has it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from koryu_cli.display import visible
from koryu_cli.views.columns import Column, Row

SPECIAL = re.compile(r"[\\`*_\[\]<>|&~$]")
ADDRESS = re.compile(
    r"""https?://[!#-;=?-~]*[#-&*+/-9=A-Z_a-z~-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+""", re.ASCII
)
"""A web address, without a comma, a bracket and the like at its end; or an e-mail address."""


def render(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[str]:
    """Return the lines of a table; text of the data is escaped, a line end becomes `<br>`."""
    yield _line(column.header for column in columns)
    yield _line("---:" if column.number else "---" for column in columns)
    for row in rows:
        yield _line(escape_cell(column.cell(row)) for column in columns)


def escape(text: str) -> str:
    r"""Return a text as Markdown that shows it.

    An address becomes an autolink, which stays whole: in `http://a/b\_c`, GitHub would take the
    backslash for a part of the address.
    """
    parts = []
    start = 0
    for match in ADDRESS.finditer(text):
        parts += [_escaped(text[start : match.start()]), f"<{match[0]}>"]
        start = match.end()
    return "".join([*parts, _escaped(text[start:])])


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", visible(text, lines=True))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def escape_cell(text: str) -> str:
    """Return a text as a cell of a table; a bar needs its backslash in an address too."""
    escaped = re.sub(r"(?<!\\)\|", r"\\|", escape(text.replace("\r", "")))
    return escaped.replace("\n", "<br>")
