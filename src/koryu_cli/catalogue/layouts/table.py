"""A ledger: CSV, TSV or an Excel workbook, which is read as a whole."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from koryu_cli.catalogue.layouts.layout import Beginning, RawRecord
from koryu_cli.errors import DataError
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.ledger.reading import Ledger


LARGEST_LEDGER = 64 * 2**20
"""Bytes that a ledger may have, so that input without end is given up."""


class Table:
    """A spreadsheet whose rows are agreements.

    Attributes:
        ledger: what it holds.
    """

    def __init__(
        self,
        beginning: Beginning,
        columns: Mapping[str, str] | None,
        values: Mapping[str, str] | None,
    ) -> None:
        """Read a spreadsheet of which the blank lines at its beginning and a block are read.

        Args:
            beginning: the file.
            columns: by words for fields, the heading or letter of the column that holds each.
            values: by words for fields, what rows have for them in which nothing stands.

        Raises:
            DataError: it is no spreadsheet, or one without headings.
            UsageError: `columns` or `values` cannot be understood.
        """
        from koryu_cli.ledger import reading  # JSON data do without

        blank_lines = b"\n" * (beginning.line - 1)
        data = blank_lines + beginning.block + beginning.stream.read(LARGEST_LEDGER)
        if len(data) > LARGEST_LEDGER:
            raise DataError(
                _(
                    "{name}: 表として大きすぎます（{limit} MB まで）。",
                    name=beginning.name,
                    limit=LARGEST_LEDGER >> 20,
                )
            )
        try:
            self.ledger: Ledger = reading.read(data, columns=columns, values=values)
        except DataError as error:
            raise DataError(f"{beginning.name}: {error}") from None

    def records(self) -> Iterator[RawRecord]:
        """Yield the record of each row."""
        from pydantic_core import to_json  # completion, which sniffs at layouts, does without

        records = self.ledger.records
        for index, (row, record) in enumerate(records):
            yield RawRecord(row, 0, to_json(record))
            records[index] = (row, {})  # what has been read is not needed any more

    def texts_between(self, start: int, end: int) -> None:
        """Return None: a row may take values from those above it."""

    text_at = None
