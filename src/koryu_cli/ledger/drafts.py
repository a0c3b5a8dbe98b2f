"""A row of a ledger on its way to a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from koryu_cli.ledger.cells import Found, fault_of
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.findings import Finding
from koryu_cli.ledger.rows import Entry


@dataclass
class Draft:
    """What has been found in the cells of a row so far.

    Attributes:
        entry: the row.
        columns: what its columns hold.
        values: what to take for the fields of which nothing stands in the row.
        explained: whether problems say what may have been meant, where this takes time.
        texts: the cells of the row, and those values, by fields: without blanks around them, but
            in a table that koryu has printed.
        other: what is kept as it is written, by headings.
        problems: what could not be understood.
        notices: what else a reader of the row should know.
    """

    entry: Entry
    values: Mapping[str, str]
    explained: bool
    texts: dict[str, str] = field(init=False)
    other: dict[str, str] = field(init=False)
    problems: list[Finding] = field(default_factory=list)
    notices: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        row, texts = self.entry.row, {**self.values, **self.entry.texts}
        kept = {heading: row.cell(index) for index, heading in self.columns.other.items()}
        self.other = {heading: text for heading, text in kept.items() if text.strip()}
        if self.columns.are_own:
            self.texts = texts
            return
        cells = self.entry.texts.items()
        faults = {key: fault for key, text in cells if (fault := fault_of(text))}
        self.texts = {key: text.strip() for key, text in texts.items() if key not in faults}
        for key, fault in faults.items():
            self.keep(key)
            heading = self.columns.heading(key)
            self.problems.append(Finding(row.number, heading, texts[key], fault))

    @property
    def columns(self) -> Columns:
        """What the columns hold."""
        return self.entry.columns

    def text(self, key: str) -> str:
        """Return the text for a field, or "" where there is none."""
        return self.texts.get(key, "")

    def verbatim(self, key: str) -> str | None:
        """Return the text for a field as it is written, or None where there is none."""
        if key not in self.texts:
            return None
        return self.entry.texts.get(key) or self.values.get(key) or None

    def keep(self, key: str) -> None:
        """Keep the cell of a field as it is written."""
        if text := self.entry.texts.get(key):
            self.other[self.columns.heading(key)] = text

    def take(self, key: str, found: Found) -> Any:
        """Return what a cell says; one that cannot be understood is kept as it is written."""
        if found.notice:
            self.notices.append(self.finding(key, found.notice))
        if found.problem:
            self.problems.append(self.finding(key, found.problem))
            self.keep(key)
        return found.value

    def leave_out(self, key: str, message: str) -> None:
        """Say why there is no record of the row."""
        self.problems.append(self.finding(key, message)._replace(is_left_out=True))

    def finding(self, key: str, message: str) -> Finding:
        """Return what there is to say of the cell of a field."""
        heading = self.columns.heading(key)
        return Finding(self.entry.row.number, heading, self.text(key), message)
