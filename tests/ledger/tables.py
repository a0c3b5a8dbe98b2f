"""Tables for tests, written as they stand in a sheet."""

from typing import Any

from koryu_cli.ledger.reading import Ledger, read
from koryu_cli.ledger.sheet import Row


def table(*lines: str) -> list[Row]:
    """A table of lines with a vertical line between cells; ↵ is a line end in a cell."""
    return [
        Row(number, tuple(cell.strip().replace("↵", "\n") for cell in line.split("|")))
        for number, line in enumerate(lines, start=1)
    ]


def ledger(*lines: str, columns: Any = None, values: Any = None) -> Ledger:
    """Read lines of CSV with a vertical line in place of the comma."""
    data = "\n".join(lines).replace("|", ",").encode()
    return read(data, columns=columns, values=values)
