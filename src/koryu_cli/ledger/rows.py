"""Which rows of a table are agreements."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from koryu_cli.ledger.above import (
    DITTO_MARKS,
    begin_section,
    inherit,
    inherit_group,
    with_merged_partner,
    with_partner_above,
    without_ditto_marks,
)
from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.date_parts import joined
from koryu_cli.ledger.further import (
    agreements_in,
    further_columns,
    may_name_partner,
    with_relations,
)
from koryu_cli.ledger.other_rows import are_counts, first_section, is_heading, is_total, names_none
from koryu_cli.ledger.sections import Section, is_count, may_head, name_like_places
from koryu_cli.ledger.sheet import Row

_REMARKS = {"note", "background", "activities", "outcomes", "url", "departments", "phone", "email"}
"""Fields that say more of an agreement, on several lines too."""


class Entry(NamedTuple):
    """A row that is an agreement, or one of several in a row.

    Attributes:
        row: the row; a ditto mark in it is what stands above.
        texts: what its cells say, by the fields of the columns; blank ones are left out.
        inherited: the fields whose text is that of a row above, as of a merged cell.
        section: the section that the row stands in.
        columns: what the columns hold of this agreement.
        unclear: the indexes of columns with another partner of which no agreement can be made.
    """

    row: Row
    texts: dict[str, str]
    inherited: frozenset[str]
    section: Section
    columns: Columns
    unclear: Sequence[int] = ()


class Passed(NamedTuple):
    """How many rows were passed over, by what they are."""

    titles: int = 0
    """What stands above the headings."""
    headings: int = 0
    """The headings, and where they are repeated further down."""
    sections: int = 0
    """Rows of which only one cell is filled, or another with a count."""
    totals: int = 0
    """Rows that count those above them."""
    without_partner: int = 0
    """Rows that name no partner, or say that there is none."""
    blank: int = 0
    """Blank rows, and those that only go on with the agreement above."""


def entries_of(rows: Sequence[Row], columns: Columns) -> tuple[list[Entry], Passed]:
    """Return the rows that are agreements, and how many of the others there are."""
    if columns.are_own:
        return _all_rows(rows, columns)
    titles = sum(bool(row.filled()) for row in rows[: columns.titles])
    headings = columns.start - columns.titles
    blank, sections, totals, without_partner = columns.titles - titles, 0, 0, 0
    previous: Row | None = None
    entries: list[Entry] = []
    found: list[Entry] = []
    table = _table(columns)
    section = Section()
    if first := first_section(rows[: columns.titles]):
        titles, sections = titles - 1, 1
        section = begin_section(first, first.filled()[0], columns, table.of_row, section)
    for row in rows[columns.start :]:
        if len(found) == 1 and found[0].row.number == row.number - 1:
            row = with_partner_above(row, found[0].row, found[0].columns, table.dates)
            above = found[0]
            row = with_merged_partner(row, above.row, above.columns, table.further, table.dates)
        filled = row.filled()
        if not set(filled) - row.merged:
            blank += 1
        elif entries and previous == entries[-1].row and _goes_on(row, table):
            blank += 1
            entries[-len(found) :] = [_continued(each, row) for each in entries[-len(found) :]]
            previous = entries[-1].row
        elif is_heading(row, filled, columns):
            headings += 1
        elif is_total(row.cells[filled[0]]) or are_counts([row.cells[each] for each in filled]):
            totals += 1
        elif _heads_section(row, filled, table, section):
            sections += 1
            section = begin_section(row, filled[0], columns, table.of_row, section)
        else:
            row = previous = without_ditto_marks(row, table.known, previous)
            found = _agreements_in(row, table, section)
            entries += found
            without_partner += not found
    return entries, Passed(titles, headings, sections, totals, without_partner, blank)


class _Table(NamedTuple):
    """What the rows of a table are read by.

    Attributes:
        columns: what its columns hold.
        further: what they hold for each further partner.
        partners: the columns of partners; one alone in its row stands beside the merged cell of the
            Japanese side.
        dates: the columns of other dates.
        known: all columns that hold something.
        above: what the rows above say, for each column of the Japanese side: tables may stand side
            by side.
    """

    columns: Columns
    further: Sequence[Columns]
    partners: set[int]
    dates: Sequence[int]
    known: set[int]
    above: Mapping[int | None, dict[str, str]]

    @property
    def of_row(self) -> dict[str, str]:
        """What the rows above say of the agreement with the first partner."""
        return self.above[self.columns.fields.get("japan")]


def _table(columns: Columns) -> _Table:
    each_partner = with_relations([columns, *further_columns(columns)])
    columns, *further = each_partner
    of_others = {each.fields.get("date") for each in further}
    dates = [index for index in columns.dates if index not in of_others]
    fields = chain(*(each.fields.values() for each in each_partner))
    return _Table(
        columns=columns,
        further=further,
        partners={each.fields.get("overseas", 0) for each in each_partner} - {0},
        dates=dates,
        known={*columns.date_parts, *dates, *fields},
        above={each.fields.get("japan"): {} for each in each_partner},
    )


def _heads_section(row: Row, filled: Sequence[int], table: _Table, section: Section) -> bool:
    """Tell whether a row heads a section: one cell is filled, or a count stands behind it.

    A partner alone stands beside the merged cell of the Japanese side; but not what is like the
    heading of the section.
    """
    first, *others = filled
    is_like = first == section.column and name_like_places(row.cells[first], section.heading)
    if table.of_row and first in table.partners and not is_like:
        return False
    if not others:
        return True
    is_of_field = others[0] in table.columns.fields.values()
    is_counted = len(others) == 1 and is_of_field and is_count(row.cells[others[0]])
    return is_counted and may_head(row.cells[first])


def _agreements_in(row: Row, table: _Table, section: Section) -> list[Entry]:
    """Return the agreements of a row, none where it names no partner."""
    columns = table.columns
    row = _with_state_as_partner(row, columns.fields, table.dates)
    partners = _partners_in(row, columns, table.further)
    if len(partners) == 1:
        partners = [_with_date_filled(partners[0], row, table.dates)]
    first = partners[0] if partners else columns
    above = table.above[first.fields.get("japan")]
    texts, inherited = _texts_with_those_above(row, first, above)
    inherit_group(texts, columns, table.of_row)
    if not partners:
        return []
    return [*_agreements(row, texts, inherited, section, partners, table.above)]


def _all_rows(rows: Sequence[Row], columns: Columns) -> tuple[list[Entry], Passed]:
    """Return the rows that koryu has printed, in which every cell says what it is."""
    entries = [
        Entry(row, _texts(row, filled, columns), frozenset(), Section(), columns)
        for row in rows[columns.start :]
        if (filled := [index for index, cell in enumerate(row.cells) if cell])
    ]
    blank = len(rows) - columns.start - len(entries)
    return entries, Passed(headings=columns.start, blank=blank)


def _goes_on(row: Row, table: _Table) -> bool:
    """Tell whether a row goes on with the agreement above: it only has more remarks on it.

    Both sides are merged with those above, and nothing else stands in it that makes an agreement.
    """
    fields = table.columns.fields
    sides = {fields[side] for side in ("japan", "overseas") if side in fields}
    remarks = {index for field, index in fields.items() if field in _REMARKS}
    is_merged = len(sides) > 1 and sides <= row.merged
    return is_merged and not {*row.filled()} & table.known - row.merged - remarks


def _continued(entry: Entry, row: Row) -> Entry:
    """Return an entry with what stands in the row that goes on with it, on lines of its own."""
    cells = [*entry.row.cells]
    for index in {*row.filled()} - row.merged:
        cells += [""] * (index + 1 - len(cells))
        cells[index] = "\n".join(filter(None, [cells[index], row.cell(index)]))
    whole = entry.row._replace(cells=tuple(cells))
    fields = {field: whole.cell(index) for field, index in entry.columns.fields.items()}
    remarks = {field: text for field, text in fields.items() if field in _REMARKS and text}
    return entry._replace(row=whole, texts={**entry.texts, **remarks})


def _with_state_as_partner(row: Row, fields: Mapping[str, int], dates: Sequence[int]) -> Row:
    """Return a row whose partner is the state where only that is named beside a date."""
    if not {"overseas", "divisions", "date"} <= fields.keys():
        return row
    partner, state = row.cell(fields["overseas"]), row.cell(fields["divisions"])
    is_dated = any(not says_nothing(row.cell(index)) for index in (fields["date"], *dates))
    if partner.strip() or says_nothing(state) or not is_dated:
        return row
    cells = [*row.cells]
    cells[fields["overseas"]] = state
    return row._replace(cells=tuple(cells))


def _texts_with_those_above(
    row: Row, columns: Columns, above: dict[str, str]
) -> tuple[dict[str, str], frozenset[str]]:
    """Return what a row says of an agreement, and the fields of which rows above it say so."""
    texts = _texts(row, row.filled(), columns)
    if _is_without_city(texts):
        texts.pop("japan")
        above.pop("japan", None)
    return texts, inherit(texts, columns, above)


def _texts(row: Row, filled: Sequence[int], columns: Columns) -> dict[str, str]:
    """Return what the filled cells of a row say, but for a number merged over several rows."""
    texts = {field: row.cells[index] for field, index in columns.fields.items() if index in filled}
    if columns.fields.get("id") in row.merged:
        texts.pop("id", None)
    if columns.fields.get("date") in columns.date_parts:
        parts = [(row.cell(index), unit) for index, unit in columns.date_parts.items()]
        texts |= {"date": date} if (date := joined(parts)) else {}
    return texts


def _partners_in(row: Row, columns: Columns, further: Sequence[Columns]) -> list[Columns]:
    """Return what the columns hold for each partner that a row names, that of the row first.

    Where they have no column, or that of both sides, each row names one.
    """
    partners = "overseas" if "overseas" in columns.fields else "japan"
    return [
        each
        for each in (columns, *further)
        if partners not in each.fields
        or (not names_none(row.cell(each.fields[partners])) and may_name_partner(each, row))
    ]


def _with_date_filled(columns: Columns, row: Row, others: Sequence[int]) -> Columns:
    """Return columns of which the date is the first that a row has: 姉妹提携日 | 友好提携日."""
    first = columns.fields.get("date")
    if first is None or first in columns.date_parts or not says_nothing(row.cell(first)):
        return columns
    filled = (index for index in others if not says_nothing(row.cell(index)))
    index = next(filled, first)
    other = {each: columns.headings[each] for each in sorted({*columns.other, first} - {index})}
    return columns._replace(fields={**columns.fields, "date": index}, other=other)


def _is_without_city(texts: Mapping[str, str]) -> bool:
    """Tell whether a row says that it names no municipality: －, None."""
    text = texts.get("japan", "").strip()
    return text != "" and text not in DITTO_MARKS and says_nothing(text)


def _agreements(
    row: Row,
    texts: dict[str, str],
    inherited: frozenset[str],
    section: Section,
    partners: Sequence[Columns],
    above: Mapping[int | None, dict[str, str]],
) -> Iterator[Entry]:
    """Yield the agreement of a row, and those with partners in further columns.

    Args:
        row: the row.
        texts: what its cells say of the agreement with the first partner.
        inherited: the fields of it whose text is that of a row above.
        section: the section that the row stands in.
        partners: what the columns hold for each partner, the first of which is that of the row.
        above: what the rows above say, for each column of the Japanese side.
    """
    (first, *others), unclear = agreements_in(row, partners)
    yield Entry(row, texts, inherited, section, first, unclear)
    for each in others:
        own, from_above = _texts_with_those_above(row, each, above[each.fields.get("japan")])
        yield Entry(row, own, from_above, section, each)
