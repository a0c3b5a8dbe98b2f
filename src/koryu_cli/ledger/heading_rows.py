"""Where the headings of a table stand: in which of its first rows, and in how many."""

import re
from collections.abc import Iterable, Mapping, Sequence

from koryu_cli.language import _
from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.date_parts import UNITS, date_parts
from koryu_cli.ledger.headings import Meaning, by_field, fields, meaning
from koryu_cli.ledger.sheet import Row, letter
from koryu_cli.places.lookup import key
from koryu_cli.places.municipalities import find_municipalities
from koryu_cli.record.headings import HEADINGS
from koryu_cli.text import listed

EXAMPLES = ("japan", "overseas", "country", "date")
"""The fields whose headings are named to a reader of a sheet without any."""
SEARCHED = 10
"""The rows, from the first, among which the headings are sought."""
LEAST_KNOWN = 2
"""How many fields the headings of a row must name for it to be the heading row."""
PRINTED = {"id", "japan", "overseas", "country", "divisions", "text", "start", "end", "reprinted"}
"""Fields whose columns no ledger has together but one that koryu has printed."""
_OF_AN_AGREEMENT = {"japan", "prefecture", "overseas", "country", "divisions", "date"}
LONGEST_HEADING = 60
"""Characters beyond which a cell is no heading."""
_NUMERAL = "[0-9０-９〇一二三四五六七八九十元]"
_DATA = re.compile(rf"https?://|@|{_NUMERAL}\s*[年./／-]\s*{_NUMERAL}")
"""What stands in no heading: an address, or the parts of a date."""


def heading_row(rows: Sequence[Row], mapped: Iterable[str] = ()) -> int | None:
    """Return the index of the first of some rows that holds headings; None if none does.

    Args:
        rows: the table; only its first rows are looked at.
        mapped: headings that are known beside those that always are.
    """
    words = [*mapped]
    counts = (known_headings(row, words) for row in rows[:SEARCHED])
    return next((at for at, count in enumerate(counts) if count >= LEAST_KNOWN), None)


def known_headings(row: Row, mapped: Iterable[str] = ()) -> int:
    """Return how many fields the headings in a row name; 0 where it holds data, or names countries.

    Args:
        row: the row.
        mapped: headings that are known beside those that always are.
    """
    keys = {key(word) for word in mapped}
    cells = [
        cell for index in row.filled() if len(cell := row.cell(index).strip()) <= LONGEST_HEADING
    ]
    if any(map(_DATA.search, cells)):
        return 0
    meanings = [(index, found) for index, cell in enumerate(cells) if (found := meaning(cell))]
    unknown = [cell for cell in cells if key(cell) in keys and meaning(cell) is None]
    if not unknown and _is_sideways([found for _index, found in meanings]):
        return 0
    known = by_field(meanings, {})
    has_date_in_parts = "date" not in known and bool(date_parts(row.cells))
    return len(unknown) + len(known) + has_date_in_parts


def _is_sideways(meanings: Sequence[Meaning]) -> bool:
    """Tell whether a row is one of countries, in a table laid out sideways: 国名 | 米国 | 韓国."""
    countries = [found for found in meanings if found.country]
    return len(countries) > 1 and all(
        found.country or found.fields == ("country",) for found in meanings
    )


def row_above_data(rows: Sequence[Row], fields: Mapping[str, int]) -> int | None:
    """Return the index of the row above data whose columns are said to hold fields, or None.

    It is the first below the titles, and holds the heading of one of them, or those that nobody
    knows above dates.
    """
    first = next((index for index, row in enumerate(rows) if len(row.filled()) > 1), -1)
    is_known = first >= 0 and any(
        (found := meaning(rows[first].cell(index))) and field in found.fields
        for field, index in fields.items()
    )
    return first if is_known else _row_above_dates(rows, fields)


def _row_above_dates(rows: Sequence[Row], fields: Mapping[str, int]) -> int | None:
    """Return the index of the row with headings that nobody knows above dates, or None.

    It has words, not a date, in the column of the date, and no municipality in that of the Japanese
    side; above it there are only titles.
    """
    if not {"date", "japan"} <= fields.keys():
        return None
    dates = [row.cell(fields["date"]).strip() for row in rows[:SEARCHED]]
    first = next((index for index, text in enumerate(dates) if not says_nothing(text)), -1)
    if first < 0 or any(len(row.filled()) > 1 for row in rows[:first]):
        return None
    has_numeral = re.compile(_NUMERAL).search
    is_data = has_numeral(dates[first]) or find_municipalities(rows[first].cell(fields["japan"]))
    return None if is_data or not any(map(has_numeral, dates[first:])) else first


def own_joint(headings: Sequence[str]) -> str:
    """Return what stands between values in the cells of a table that koryu has printed, or "".

    All headings that koryu prints are among its own: in English, the keys of the fields. Others are
    those of the ledger that was printed.
    """
    own = {heading: field for field, heading in fields().items()}
    if {own.get(heading, "") for heading in headings} >= PRINTED:
        return "、"
    return "; " if set(headings) >= PRINTED else ""


def is_lower(upper: Sequence[str], row: Row) -> bool:
    """Tell whether a row holds headings that stand below those of the row above: 日本側 | 県 | 市.

    Some of them stand where the row above is blank, as only the first of merged cells is filled.
    """
    below_blanks = [index for index in row.filled() if index and not upper[index]]
    is_known = known_headings(row) >= LEAST_KNOWN or bool(date_parts(row.cells))
    return bool(below_blanks) and (is_known or _is_below_group(upper, row))


def _is_below_group(upper: Sequence[str], row: Row) -> bool:
    """Tell whether a row has nothing but words below headings that stand above several columns.

    What stands below the headings of a side, or of a date, is an agreement.
    """
    filled = row.filled()
    groups = {index for index in filled if not upper[index] or not all(upper[index : index + 2])}
    words = [row.cell(index).strip() for index in filled]
    is_data = any(map(_DATA.search, words)) or any(map(says_nothing, words))
    if any(map(_holds_agreement, (_group_of(upper, index) for index in filled))):
        return False
    return len(filled) > 1 and {*filled} == groups and not is_data and len(upper) > len(filled)


def _group_of(upper: Sequence[str], index: int) -> str:
    """Return the heading above a column, which may stand above one to the left."""
    return next((name for name in reversed(upper[: index + 1]) if name), "")


def _holds_agreement(heading: str) -> bool:
    found = meaning(heading)
    return found is not None and found.fields[0] in _OF_AN_AGREEMENT


def combined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the headings of columns of which two rows of headings tell: 海外側 | 自治体名."""
    names = []
    group = ""
    for above, below in zip(upper, lower, strict=True):
        group = above or group
        found = meaning(below)
        whole = meaning(group + below) if group != below else None
        is_of_a_side = found is None or found.fields[0] in ("japan", "overseas")
        is_of_another_date = below in UNITS and group != below and group and not meaning(group)
        is_joined = below and ((whole and is_of_a_side) or is_of_another_date)
        names.append(group + below if is_joined else below or above)
    return names


def no_headings(rows: Sequence[Row]) -> str:
    """Return the message that a table has no headings, which shows its first row."""
    first = next((row for row in rows if row.filled()), None)
    if first is None:
        return _("データが空です。")
    cells = (f"{letter(index)} = {first.cell(index).strip()}" for index in first.filled())
    return _(
        "初めの {searched} 行に、見出し（{headings} など）が二つ以上ある行がありません。"
        "{row} 行目は {cells} です。"
        "列を --map 提携年月日=A --map 日本側=B のように指定してください。",
        searched=SEARCHED,
        headings=listed(_(HEADINGS[field]) for field in EXAMPLES),
        row=first.number,
        cells=listed(cells),
    )
