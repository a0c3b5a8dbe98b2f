"""Which rows of a table are agreements, and what they have from the rows above them."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.date_parts import joined
from koryu_cli.ledger.headings import Meaning, meaning, stem
from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.remarks import RELATION
from koryu_cli.ledger.sheet import Row

_TOTAL = re.compile(
    r"[(【]?(?:\w{0,3}計|総数|延べ?件数|(?:sub|grand )?totals?)[:)】]*"
    r"(?:[0-9]+[件組団体市町村区都道府県自治提携姉妹友好国・]*)?",
    re.IGNORECASE,
)
"""The first cell of a row that counts those above it: 合計, 小計, 計 12件."""
_NO_PARTNER = re.compile(
    r"[0０]|未定|(?:調整|検討|休止)中|(?:姉妹|友好|提携)*(?:都市|自治体)(?:なし|無し)"
)
_MARKS = frozenset(["有り", "あり", "該当", "同左"])
"""What stands in a column of partners to say that they are of its kind."""
DITTO_MARKS = frozenset([
    "〃", "″", '"', "”", "々", "仝", "↑", "同", "同上", "上に同じ", "上と同じ", "上記に同じ",
    "ditto", "Ditto",
])  # fmt: skip
"""Cells that say what the cell above them says."""


class Entry(NamedTuple):
    """A row that is an agreement.

    Attributes:
        row: the row.
        texts: what its cells say, by the fields of the columns; blank ones are left out.
        inherited: the fields whose text is that of a row above, as of a merged cell.
        section: the heading of the section that the row stands in, or "".
        further: the indexes of columns in which it names another partner than in `texts`.
    """

    row: Row
    texts: dict[str, str]
    inherited: frozenset[str]
    section: str
    further: Sequence[int] = ()


class Passed(NamedTuple):
    """How many rows were passed over, by what they are."""

    titles: int = 0
    """What stands above the headings."""
    headings: int = 0
    """The headings, and where they are repeated further down."""
    sections: int = 0
    """Rows of which only one cell is filled."""
    totals: int = 0
    """Rows that count those above them."""
    without_partner: int = 0
    """Rows that name no partner, or say that there is none."""
    blank: int = 0


def entries_of(rows: Sequence[Row], columns: Columns) -> tuple[list[Entry], Passed]:
    """Return the rows that are agreements, and how many of the others there are."""
    if columns.are_own:
        return _all_rows(rows, columns)
    titles = sum(bool(row.filled()) for row in rows[: columns.titles])
    headings = columns.start - columns.titles
    blank, sections, totals, without_partner = columns.titles - titles, 0, 0, 0
    above: dict[str, str] = {}
    previous: dict[str, str] = {}
    parts: dict[int, str] = {}
    section = ""
    entries = []
    further = _further_partners(columns)
    for row in rows[columns.start :]:
        filled = row.filled()
        if not set(filled) - row.merged:
            blank += 1
        elif _is_heading(row, filled, columns):
            headings += 1
        elif _is_total(row.cells[filled[0]]):
            totals += 1
        elif len(filled) == 1 and not _is_beside_merged(filled[0], columns, above):
            sections += 1
            section = _begin_section(row, filled[0], columns, above) or section
        else:
            texts = previous = {
                field: previous.get(field, text) if text.strip() in DITTO_MARKS else text
                for field, text in _texts(row, filled, columns).items()
            }
            parts = {
                index: parts.get(index, "") if cell.strip() in DITTO_MARKS else cell
                for index in columns.date_parts
                for cell in (row.cell(index),)
            }
            if date := joined((parts[index], unit) for index, unit in columns.date_parts.items()):
                texts["date"] = date
            is_without = _has_no_partner(texts, columns)
            if is_without and (partner := _partner_in(row, further, columns)):
                texts |= partner
                is_without = False
            inherited = _inherit(texts, columns, above)
            if is_without:
                without_partner += 1
            else:
                entries.append(
                    Entry(row, texts, inherited, section, _others(row, further, texts, columns))
                )
    return entries, Passed(titles, headings, sections, totals, without_partner, blank)


def _all_rows(rows: Sequence[Row], columns: Columns) -> tuple[list[Entry], Passed]:
    """Return the rows that koryu has printed, in which every cell says what it is."""
    entries = [
        Entry(row, _texts(row, filled, columns), frozenset(), "")
        for row in rows[columns.start :]
        if (filled := [index for index, cell in enumerate(row.cells) if cell])
    ]
    blank = len(rows) - columns.start - len(entries)
    return entries, Passed(headings=columns.start, blank=blank)


def _texts(row: Row, filled: Sequence[int], columns: Columns) -> dict[str, str]:
    cells = {index: row.cells[index] for index in filled}
    return {field: cells[index] for field, index in columns.fields.items() if index in cells}


def _has_no_partner(texts: dict[str, str], columns: Columns) -> bool:
    """Tell whether a row names no partner in the column of partners: that of both sides, if one."""
    partners = "overseas" if "overseas" in columns.fields else "japan"
    return partners in columns.fields and _names_none(texts.get(partners, ""))


def _further_partners(columns: Columns) -> dict[int, Meaning]:
    """Return the meanings of the columns of partners behind the first: 姉妹都市 | 友好都市."""
    return {
        index: found
        for index, heading in columns.other.items()
        if (found := meaning(heading)) and found.fields[0] == "overseas"
    }


def _partner_in(row: Row, further: Mapping[int, Meaning], columns: Columns) -> dict[str, str]:
    """Return the partner of a row that names it in one of further columns, and its country."""
    index = next((each for each in further if not _names_none(row.cell(each))), None)
    if index is None:
        return {}
    partner = {"overseas": row.cell(index)}
    country = further[index].country
    return partner | ({"country": country} if country and "country" not in columns.fields else {})


def _others(
    row: Row, further: Mapping[int, Meaning], texts: Mapping[str, str], columns: Columns
) -> list[int]:
    """Return the further columns with partners beside that of the row: 姉妹都市 | 友好都市.

    The same one in another language, or its full name, has a heading of another kind.
    """
    first = columns.heading("overseas")
    return [
        index
        for index, found in further.items()
        if (found.country or _is_of_another_relation(columns.other[index], first))
        and _is_another(row.cell(index).strip(), texts.get("overseas", ""))
    ]


def _is_of_another_relation(heading: str, first: str) -> bool:
    """Tell whether a heading says what partners call each other, as the first does otherwise."""
    relation = stem(heading).removeprefix("海外")
    is_other = relation != stem(first).removeprefix("海外") or heading[-1].isdigit()
    return is_other and RELATION.fullmatch(relation) is not None


def _is_another(text: str, partner: str) -> bool:
    """Tell whether a cell names another partner, and is no mark and not the same one in short."""
    is_mark = len(text) < 2 or text in DITTO_MARKS or text in _MARKS
    return not is_mark and not _names_none(text) and text not in partner and partner not in text


def _names_none(text: str) -> bool:
    return says_nothing(text) or _NO_PARTNER.fullmatch(text.strip()) is not None


def _is_heading(row: Row, filled: Sequence[int], columns: Columns) -> bool:
    """Tell whether a row repeats the headings, as a long printed list does on each page."""
    return (
        columns.heading_row is not None
        and len(filled) > 1
        and all(row.cells[index].strip() == columns.headings[index] for index in filled)
    )


def _is_total(first: str) -> bool:
    """Tell whether a row that begins with a cell counts those above it."""
    return _TOTAL.fullmatch(re.sub(r"\s", "", normalize("NFKC", first))) is not None


def _is_beside_merged(index: int, columns: Columns, above: dict[str, str]) -> bool:
    """Tell whether the one cell filled is a partner beside the merged cell of a Japanese side."""
    return bool(index) and index == columns.fields.get("overseas") and bool(above)


def _begin_section(row: Row, index: int, columns: Columns, above: dict[str, str]) -> str:
    """Return the heading of a section; if it is a Japanese side, the rows below have it, too."""
    text = row.cells[index].strip()
    for field in ("prefecture", "japan"):
        if index == columns.fields.get(field) and japanese_side(text).problems == []:
            above.pop("japan", None)
            above[field] = text
            return ""
    return text


def _inherit(texts: dict[str, str], columns: Columns, above: dict[str, str]) -> frozenset[str]:
    """Add to the texts of a row what it has from those above it, and return the fields.

    Where another prefecture begins without a municipality, it is the prefecture itself.
    """
    prefecture = texts.get("prefecture")
    if prefecture and prefecture != above.get("prefecture") and "japan" not in texts:
        above.pop("japan", None)
    blank = {field for field in ("prefecture", "japan") if field in columns.fields} - set(texts)
    inherited = frozenset(blank & set(above))
    texts.update((field, above[field]) for field in inherited)
    above.update((field, texts[field]) for field in ("prefecture", "japan") if field in texts)
    return inherited
