"""Columns of marks for what the partner of a row is: ○ below 姉妹都市, or below 友好都市."""

import re
from collections.abc import Sequence

from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.remarks import RELATION, without_marks
from koryu_cli.ledger.sheet import Row

_KIND_OF_PARTNER = re.compile("姉妹|友好|親善|兄弟|パートナー|都市$")
"""What is in the words for kinds of partners, but not in those for fields of exchange."""
_MARKS = frozenset("○◯〇●◎✓✔☑レ■★有") | {"有り", "あり"}
_NO_MARKS = frozenset("×✕✗")


def is_kind_of_partner(word: str) -> bool:
    """Tell whether a word is one that partners call each other: 姉妹都市, 友好, but not 教育."""
    return RELATION.fullmatch(word) is not None and _KIND_OF_PARTNER.search(word) is not None


def kind_in(heading: str) -> str:
    """Return a heading without a footnote or a number behind it: 姉妹都市※1, 友好都市2."""
    return without_marks(heading).rstrip("0123456789")


def columns_of_marks(headings: Sequence[str], rows: Sequence[Row]) -> list[int]:
    """Return the columns whose headings call partners something, and that hold marks alone.

    Args:
        headings: the headings, "" where a column has none.
        rows: the rows below the headings.
    """
    named = [index for index, name in enumerate(headings) if is_kind_of_partner(kind_in(name))]
    return [index for index in named if _holds_marks([row.cell(index).strip() for row in rows])]


def marked(row: Row, columns: Sequence[int]) -> int | None:
    """Return the one of some columns in which a row has a mark; None where it has none, or more."""
    found = [index for index in columns if row.cell(index).strip() in _MARKS]
    return found[0] if len(found) == 1 else None


def _holds_marks(texts: Sequence[str]) -> bool:
    words = {*texts} - _NO_MARKS
    return not words.isdisjoint(_MARKS) and all(map(says_nothing, words - _MARKS))
