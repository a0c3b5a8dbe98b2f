"""A ledger as a whole: from the bytes of a spreadsheet to records, and what is wrong with them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from koryu_cli.errors import DataError
from koryu_cli.language import _
from koryu_cli.ledger import workbook
from koryu_cli.ledger.assignment import columns_of
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.findings import Finding, once_for_columns
from koryu_cli.ledger.given import by_field, check_values
from koryu_cli.ledger.heading_rows import SEARCHED, known_headings, own_joint
from koryu_cli.ledger.records import Outcome, Record, outcome_of
from koryu_cli.ledger.rows import Entry, Passed, entries_of
from koryu_cli.ledger.sheet import SEPARATORS, Row, decode, lines_of, rows_of, with_line_feeds
from koryu_cli.ledger.sniffing import kind_of
from koryu_cli.ledger.year_last import note_on
from koryu_cli.text import in_a_row

_MOST_LEFT_OUT = 3
"""How far apart numbers that follow each other may be, as rows without a partner have some too."""
EXPLAINED = 200
"""Faults for which it is sought what may have been meant."""


@dataclass(frozen=True)
class Ledger:
    """What a spreadsheet holds.

    Attributes:
        records: each record, in the JSON form of a data file, with the row that it comes from.
        left_out: the rows that give no record, as they name only one side.
        passed: how many rows are no agreements.
        problems: what could not be understood, in the order of the rows; first of whole columns.
        notices: what else a reader of the rows should know.
        columns: what the columns hold.
        sheets: the names of the sheets of a workbook, of which the first is read.
    """

    records: list[tuple[int, Record]]
    left_out: Sequence[int]
    passed: Passed
    problems: Sequence[Finding]
    notices: Sequence[Finding]
    columns: Columns
    sheets: Sequence[str]


def read(
    data: bytes,
    *,
    columns: Mapping[str, str] | None = None,
    values: Mapping[str, str] | None = None,
) -> Ledger:
    """Read a spreadsheet: CSV, TSV or an Excel workbook.

    Args:
        data: the bytes of the whole file.
        columns: by words that name fields (提携年月日, date), the heading or the letter of the
            column that holds each.
        values: by words that name fields, what rows have for them in which nothing stands.

    Raises:
        DataError: it is no table, or its headings are not known and `columns` names no column by
            its letter; or it is a workbook, and openpyxl is not installed.
        UsageError: a field or a column does not exist, or a value cannot be understood.
    """
    mapped, given = by_field(columns or {}), by_field(values or {})
    check_values(given)
    table, sheets = _table(data, mapped.values())
    layout = _layout(table, sheets, mapped)
    if not layout.are_own:
        table = [*map(with_line_feeds, table)]
    entries, passed = entries_of(table, layout)
    outcomes = _outcomes(entries, given)
    restart = _restart(entries, outcomes)
    records, duplicates = _numbered(entries, outcomes, are_own=restart is None)
    problems = [*duplicates, *(problem for each in outcomes for problem in each.problems)]
    notices = [*_orders_of_dates(layout), *filter(None, [restart])]
    notices += [notice for each in outcomes for notice in each.notices]
    return Ledger(
        records=records,
        left_out=sorted({entry.row.number for entry in entries} - {row for row, _ in records}),
        passed=passed,
        problems=once_for_columns(problems, _filled(entries), len({e.row.number for e in entries})),
        notices=list(dict.fromkeys(notices)),
        columns=layout,
        sheets=sheets,
    )


def _outcomes(entries: Sequence[Entry], values: Mapping[str, str]) -> list[Outcome]:
    """Return what becomes of each row; of many faults, only the first are explained."""
    outcomes = []
    faults = 0
    for entry in entries:
        outcome = outcome_of(entry, values, explained=faults < EXPLAINED)
        faults += len(outcome.problems)
        outcomes.append(outcome)
    return outcomes


def _table(data: bytes, mapped: Iterable[str]) -> tuple[list[Row], Sequence[str]]:
    """Return the rows of a file, and the names of a workbook's sheets.

    Which separator a text has, its headings tell.
    """
    if kind_of(data) == "workbook":
        return workbook.read(data)
    text = decode(data)
    if not text.strip():
        raise DataError(_("データが空です。"))
    if own_joint(next(lines_of(text)).cells):
        return list(lines_of(text)), ()
    words = [*mapped]
    separator = max(SEPARATORS, key=lambda each: _fitness(text, each, words))
    if not words:
        columns_of([*islice(rows_of(text, separator), SEARCHED)], {})  # a long file is not read on
    return list(rows_of(text, separator)), ()


def _layout(table: Sequence[Row], sheets: Sequence[str], mapped: Mapping[str, str]) -> Columns:
    """Return what the columns of a table hold; an error names the sheets that are not read."""
    try:
        return columns_of(table, mapped)
    except DataError as error:
        message = in_a_row([str(error), workbook.only_first_read(sheets)])
        raise DataError(message) from None


def _fitness(text: str, separator: str, mapped: Sequence[str]) -> tuple[int, int]:
    """Return how many headings are known, and how many cells there are, with a separator."""
    try:
        rows = list(islice(rows_of(text, separator), SEARCHED))
    except DataError:
        return 0, 0
    known = max((known_headings(row, mapped) for row in rows), default=0)
    return known, sum(len(row.cells) for row in rows)


def _orders_of_dates(columns: Columns) -> list[Finding]:
    """Return what to say of columns in which the year of dates stands last."""
    return [
        Finding(None, columns.headings[index], "", note_on(first))
        for index, first in columns.first_in_dates.items()
    ]


def _restart(entries: Sequence[Entry], outcomes: Sequence[Outcome]) -> Finding | None:
    """Return what to say of numbers that begin again in each section: 1, 2, 3, 1, 2; else None."""
    numbered = [
        (entry, number)
        for entry, outcome in zip(entries, outcomes, strict=True)
        if outcome.records and (number := outcome.records[0]["id"]) is not None
    ]
    restart: Entry | None = None
    for (before, last), (entry, number) in pairwise(numbered):
        if number == numbered[0][1] and (last != number or entry.section != before.section):
            restart = restart or entry
        elif not last < number <= last + _MOST_LEFT_OUT:
            return None
    if restart is None:
        return None
    message = _("番号がここから振り直されているので、行の番号を使います。")
    number = restart.texts["id"]
    return Finding(restart.row.number, restart.columns.heading("id"), number, message)


def _numbered(
    entries: Sequence[Entry], outcomes: Sequence[Outcome], *, are_own: bool
) -> tuple[list[tuple[int, Record]], list[Finding]]:
    """Return the records with their numbers, and the problems of numbers given twice.

    Where no row has a number of its own, the first record of a row has that of the row. Others
    without one are counted on from the greatest.

    Args:
        entries: the agreements.
        outcomes: what becomes of each.
        are_own: whether the numbers given are those of the records.
    """
    rows = [entry.row.number for entry in entries]
    numbers = {record["id"] for outcome in outcomes for record in outcome.records if are_own}
    given = numbers - {None}
    greatest = max([*given, *rows], default=0)
    first_rows: dict[int, int] = {}
    records, problems = [], []
    for row, entry, outcome in zip(rows, entries, outcomes, strict=True):
        for place, record in enumerate(outcome.records):
            number = record["id"] if given else row
            if not are_own and record["id"] is not None:
                record["other"][entry.columns.heading("id")] = entry.texts["id"]
            if first_rows.get(number, row) != row and place == 0:
                record["other"][entry.columns.heading("id")] = entry.texts["id"]
                problems.append(_duplicate(entry, first_rows[number]))
            if number is None or number in first_rows:
                greatest = number = greatest + 1
            first_rows[number] = row
            records.append((row, {**record, "id": number}))
    return records, problems


def _duplicate(entry: Entry, row: int) -> Finding:
    message = _("同じ番号が {row} 行目にもあります。別の番号を書いてください。", row=row)
    heading = entry.columns.heading("id")
    return Finding(entry.row.number, heading, entry.texts["id"], message)


def _filled(entries: Sequence[Entry]) -> Counter[str]:
    """Return in how many rows something stands in each column, by headings."""
    headings = {
        (entry.row.number, entry.columns.heading(field))
        for entry in entries
        for field in entry.texts
    }
    return Counter(heading for _row, heading in headings)
