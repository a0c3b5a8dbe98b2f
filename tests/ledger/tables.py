"""Tables for tests, written as they stand in a sheet."""

from koryu_cli.ledger.sheet import Row


def table(*lines: str) -> list[Row]:
    """A table of lines with a vertical line between cells; ↵ is a line end in a cell."""
    return [
        Row(number, tuple(cell.strip().replace("↵", "\n") for cell in line.split("|")))
        for number, line in enumerate(lines, start=1)
    ]
