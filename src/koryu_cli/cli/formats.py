"""The output formats, and which command has which.

A new format needs a name here, a view, and a line in the `match` that mypy then asks for.
"""

from typing import Literal, NamedTuple, get_args

TextFormat = Literal["json", "ndjson", "csv", "tsv", "markdown", "html"]
"""The text formats in which any result with rows can be written."""
RowFormat = Literal[TextFormat, "xlsx"]
"""The same, and the format that is bytes."""
TableFormat = Literal["table", RowFormat]
AgreementFormat = Literal[TableFormat, "ids"]
AnniversaryFormat = Literal[AgreementFormat, "ical"]
DateFormat = Literal["table", "json", "ndjson", "csv", "tsv"]

ALIASES = {"ics": "ical"}
"""Other names of formats."""
ENDINGS: dict[str, AnniversaryFormat | DateFormat] = {
    ".txt": "table",
    ".json": "json",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".ics": "ical",
}
"""The format that the ending of a file's name means."""


class Formats(NamedTuple):
    """The formats of each command, by its name, the default first."""

    list: tuple[AgreementFormat, ...] = get_args(AgreementFormat)
    show: tuple[AgreementFormat, ...] = get_args(AgreementFormat)
    search: tuple[AgreementFormat, ...] = get_args(AgreementFormat)
    stats: tuple[TableFormat, ...] = get_args(TableFormat)
    timeline: tuple[TableFormat, ...] = get_args(TableFormat)
    anniversaries: tuple[AnniversaryFormat, ...] = get_args(AnniversaryFormat)
    date: tuple[DateFormat, ...] = get_args(DateFormat)
    check: tuple[TableFormat, ...] = get_args(TableFormat)

    def of(self, command: str) -> tuple[str, ...]:
        """Return the formats of the command called `command`."""
        formats: tuple[str, ...] = getattr(self, command)
        return formats


FORMATS = Formats()
ALL_FORMATS: tuple[str, ...] = (*get_args(AnniversaryFormat),)
