"""Rows of a table that are no agreements, and cells that name no partner."""

import re
from collections.abc import Sequence
from itertools import islice
from unicodedata import normalize

from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.heading_rows import LEAST_KNOWN, known_headings
from koryu_cli.ledger.headings import meaning
from koryu_cli.ledger.sections import may_head
from koryu_cli.ledger.sheet import Row

_TOTAL = re.compile(
    r"[(【]?(?:\w{0,3}計|総数|延べ?件数|(?:sub|grand )?totals?)[:)】]*"
    r"(?:[0-9]+[件組団体市町村区都道府県自治提携姉妹友好国・]*)?|うち.*",
    re.IGNORECASE,
)
"""The first cell of a row that counts those above it: 合計, 小計, 計 12件."""
_COUNT = re.compile(r"\s*[0-9０-９,]+(?:[市町村]+|自治体|団体|都市|件|[かカヶケ]国)?\s*")
_NO_PARTNER = re.compile(
    r"[0０〇]|未(?:定|締結|提携)|(?:調整|検討|休止)中|(?:なし|無し)[(（].*[)）]|国内のみ"
    r"|(?:姉妹|友好|提携|締結|協定|都市|自治体)*(?:は|を)?(?:なし|無し|していない|(?:ありま|していま)せん)"
)


def first_section(titles: Sequence[Row]) -> Row | None:
    """Return the row above the headings that heads a section, as those further down do, if any."""
    last = next((row for row in reversed(titles) if row.filled()), None)
    if last is None or len(last.filled()) > 1:
        return None
    return last if may_head(last.cells[last.filled()[0]]) else None


def is_heading(row: Row, filled: Sequence[int], columns: Columns) -> bool:
    """Tell whether a row repeats the headings, as a long printed list does on each page.

    Of like ones in a row, those behind the first have got a number. Some may be others that mean
    the same: 省 for 州.
    """
    if columns.heading_row is None or len(filled) == 1:
        return False
    may_be_headings = len(filled) > LEAST_KNOWN and _are_mostly_known(row, filled)
    if may_be_headings and len(filled) == known_headings(row) and _means_the_same(row, columns):
        return True
    cells = [(row.cells[index].strip(), columns.headings[index]) for index in filled]
    others = [(cell, heading) for cell, heading in cells if not heading.startswith(cell)]
    return len(others) < len(cells) and all(
        (found := meaning(cell)) and found == meaning(heading) for cell, heading in others
    )


def _are_mostly_known(row: Row, filled: Sequence[int]) -> bool:
    """Tell whether all cells but one can be headings: 年 alone is none, but a part of a date.

    In a row of data this is known after two cells.
    """
    cells = (row.cells[index].strip() for index in filled)
    unknown = (cell for cell in cells if cell.isdecimal() or meaning(cell) is None)
    return len([*islice(unknown, 2)]) < 2


def _means_the_same(row: Row, columns: Columns) -> bool:
    """Tell whether the headings of another table, or in another language, mean what these do."""
    for field, index in columns.fields.items():
        found = meaning(row.cell(index))
        if found and (field not in found.fields or found.country not in (None, columns.country)):
            return False
    return True


def is_total(first: str) -> bool:
    """Tell whether a row that begins with a cell counts those above it."""
    return _TOTAL.fullmatch(re.sub(r"\s", "", normalize("NFKC", first))) is not None


def are_counts(cells: Sequence[str]) -> bool:
    """Tell whether cells hold nothing but how many there are: 35市町村, 20か国, 80."""
    return all(map(_COUNT.fullmatch, cells)) and not all(map(str.isdecimal, cells))


def names_none(text: str) -> bool:
    """Tell whether what stands in the column of partners names none: －, 未締結, なし（検討中）."""
    return says_nothing(text) or _NO_PARTNER.fullmatch(text.strip()) is not None
