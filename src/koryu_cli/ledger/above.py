"""What the rows of a table have from those above them: merged cells, ditto marks, sections."""

import re
from collections.abc import Iterable, Sequence

from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.date_parts import joined
from koryu_cli.ledger.headings import SIDES
from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.other_rows import names_none
from koryu_cli.ledger.remarks import BRACKETED, RELATION, is_date
from koryu_cli.ledger.sections import (
    Section,
    may_head,
    name_in,
    names_country_or_state,
    names_government,
    without_brackets,
)
from koryu_cli.ledger.sheet import Row
from koryu_cli.places import prefectures
from koryu_cli.places.beginnings import country_at_beginning
from koryu_cli.places.countries import try_country

DITTO_MARKS = frozenset([
    "〃", "″", '"', "”", "々", "仝", "↑", "同", "同上", "上に同じ", "上と同じ", "上記に同じ",
    "ditto", "Ditto",
])  # fmt: skip
"""Cells that say what the cell above them says."""
_GROUPS = ("relation", "country", "divisions")
"""Fields whose columns may group the rows."""
_OTHERS = "その他"
"""What stands among relations for those that have no name."""
_PLACES = ("country", "divisions", "overseas")
"""Fields that say where a partner is, the last one its name."""
_OURS = ("prefecture", "japan")
"""Fields that name the Japanese side."""
_OF_AN_AGREEMENT = ("id", "date", "agreement", "relation", "kind")
"""What a row may have that is another agreement with the partner above."""


def without_ditto_marks(row: Row, indexes: Iterable[int], above: Row | None) -> Row:
    """Return a row in which ditto marks in some columns are what stands in the row above."""
    marked = [index for index in indexes if row.cell(index).strip() in DITTO_MARKS]
    if above is None or not marked:
        return row
    cells = [*row.cells]
    for index in marked:
        cells[index] = above.cell(index) or cells[index]
    return row._replace(cells=tuple(cells))


def with_partner_above(row: Row, above: Row, columns: Columns, dates: Sequence[int]) -> Row:
    """Return a row with the partner of the row above where it is another agreement with it.

    It names no side, has a date and an agreement of its own, and nothing else but a number.

    Args:
        row: the row.
        above: the row directly above, which is one agreement.
        columns: what the columns hold of that one.
        dates: the columns of other dates.
    """
    own = {index for field, index in columns.fields.items() if field in _OF_AN_AGREEMENT}
    if not {*row.filled()} <= own | {*columns.date_parts, *dates}:
        return row
    if not (_is_dated(row, columns, dates) and _has_agreement(row, columns)):
        return row
    return _with_partner_of(row, above, columns)


def with_merged_partner(
    row: Row, above: Row, columns: Columns, further: Sequence[Columns], dates: Sequence[int]
) -> Row:
    """Return a row with the partner of the row above where its cell is merged with that one.

    It is blank, as is all to the left of the Japanese side; that is a government, and has a date if
    there are any.

    Args:
        row: the row.
        above: the row directly above, which is one agreement.
        columns: what the columns hold of that one.
        further: what they hold of further partners.
        dates: the columns of other dates.
    """
    fields = columns.fields
    if "overseas" not in fields or fields["overseas"] > fields.get("japan", -1):
        return row
    ours = [fields[field] for field in _OURS if field in fields]
    others = {*range(min(ours)), *(each.fields["overseas"] for each in further)}
    if any(row.cell(index).strip() for index in others - {fields.get("id")}):
        return row
    if any(map(_says_none, row.cells)):
        return row
    prefecture, name = (row.cell(fields[each]) if each in fields else "" for each in _OURS)
    side = japanese_side(name, prefecture, explained=False)
    is_government = any(each["code"] for each in side.governments)
    may_be_dated = "date" in fields or columns.date_parts or dates
    is_agreement = is_government and (_is_dated(row, columns, dates) or not may_be_dated)
    return _with_partner_of(row, above, columns) if is_agreement else row


def _says_none(text: str) -> bool:
    """Tell whether a text says in words that there is no partner: 提携なし."""
    return re.search(r"\w", text) is not None and names_none(text)


def _with_partner_of(row: Row, above: Row, columns: Columns) -> Row:
    cells = [*row.cells, *[""] * (len(above.cells) - len(row.cells))]
    for field in _PLACES:
        if (index := columns.fields.get(field)) is not None:
            cells[index] = above.cell(index)
    return row._replace(cells=tuple(cells))


def _is_dated(row: Row, columns: Columns, dates: Sequence[int]) -> bool:
    """Tell whether a row has the date of an agreement, and nothing beside it but a bracket."""
    whole = {columns.fields.get("date", -1), *dates} - {-1, *columns.date_parts}
    parts = joined((row.cell(index), unit) for index, unit in columns.date_parts.items())
    return any(is_date(BRACKETED.sub("", text)) for text in [parts, *map(row.cell, whole)])


def _has_agreement(row: Row, columns: Columns) -> bool:
    """Tell whether a row says what has been signed, or what partners call each other.

    A column to the left of both sides says so of the rows below, too.
    """
    indexes = [columns.fields.get(field, -1) for field in ("agreement", "relation", "kind")]
    return any(
        RELATION.fullmatch(row.cell(index).strip())
        for index in indexes
        if index > _first_side(columns)
    )


def begin_section(
    row: Row, index: int, columns: Columns, above: dict[str, str], section: Section
) -> Section:
    """Return the section that begins with a row; what it says of the rows below, they have, too.

    Groups within it end: those whose columns stand to the right of its own.

    Args:
        row: the row.
        index: the index of the cell with the heading.
        columns: what the columns hold.
        above: what the rows above say.
        section: the section that ends; it goes on where another Japanese side begins.
    """
    _begin_group(row.cells[index], index, columns, above)
    text = row.cells[index].strip()
    name = name_in(text)
    if name in prefectures.names():
        above.pop("japan", None)
        above["prefecture"] = name
        return section
    for field in ("prefecture", "japan"):
        if index == columns.fields.get(field) and japanese_side(text).problems == []:
            above.pop("japan", None)
            above[field] = text
            return section.of_next_side() if field == "japan" else section
    if "japan" not in columns.fields and names_government(name):
        above["japan"] = name
        return section.of_next_side()
    places = {columns.fields.get(field) for field in _PLACES}
    is_place = index in places and names_country_or_state(text)
    if index > _first_side(columns) and not is_place:  # a remark
        return section._replace(heading=text)
    if "prefecture" not in columns.fields and not may_head(text):  # その他の地域
        above.pop("prefecture", None)
    return section.then(text)._replace(column=index)


def _begin_group(text: str, index: int, columns: Columns, above: dict[str, str]) -> None:
    """End the groups in a column and to the right of it, and begin that which a text names."""
    field = next((each for each in _GROUPS if columns.fields.get(each) == index), "")
    may_group = field != "" and _may_group(field, text)
    if may_group or field == "relation":
        for each in _GROUPS:
            if columns.fields.get(each, -1) >= index:
                above.pop(each, None)
    if may_group:
        above[field] = text


def inherit(texts: dict[str, str], columns: Columns, above: dict[str, str]) -> frozenset[str]:
    """Add to the texts of a row what it has from those above it, and return the fields.

    Where another prefecture begins without a municipality, it is the prefecture itself.
    """
    prefecture = texts.get("prefecture")
    if prefecture and prefecture != above.get("prefecture") and "japan" not in texts:
        above.pop("japan", None)
    of_rows_above = {*columns.fields, *above} & {"prefecture", "japan"}
    blank = of_rows_above - set(texts)
    inherited = frozenset(blank & set(above))
    texts.update((field, above[field]) for field in inherited)
    above.update((field, texts[field]) for field in ("prefecture", "japan") if field in texts)
    return inherited


def inherit_group(texts: dict[str, str], columns: Columns, above: dict[str, str]) -> None:
    """Add to the texts of a row the relation, country and state that it has from rows above it.

    Their columns, to the left of both sides, group the rows; with another country the state ends.
    """
    for field in _GROUPS:
        if columns.fields.get(field, len(columns.headings)) > _first_side(columns):
            continue
        if field not in texts:
            texts |= {field: above[field]} if field in above else {}
            continue
        if texts[field] != above.pop(field, "") and field == "country":
            above.pop("divisions", None)
        if _may_group(field, texts[field]):
            above[field] = texts[field]


def _first_side(columns: Columns) -> int:
    """Return the index of the first column of the two sides, or -1 without one."""
    return min((columns.fields[side] for side in SIDES if side in columns.fields), default=-1)


def _may_group(field: str, text: str) -> bool:
    """Tell whether what stands in a column may be said of the rows below, too."""
    word = without_brackets(text)
    if field == "country":
        return try_country(word) is not None or country_at_beginning(word) != ""
    return field != "relation" or word == _OTHERS or RELATION.fullmatch(word) is not None
