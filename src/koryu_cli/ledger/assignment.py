"""Which column of a table holds which field."""

import re
from collections.abc import Collection, Mapping, Sequence
from unicodedata import normalize

from koryu_cli.errors import DataError, UsageError
from koryu_cli.language import _
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.contents import by_contents
from koryu_cli.ledger.date_parts import date_parts
from koryu_cli.ledger.heading_rows import (
    combined,
    heading_row,
    is_lower,
    no_headings,
    own_joint,
    row_above_data,
)
from koryu_cli.ledger.headings import (
    Meaning,
    by_field,
    countries_of_cities,
    is_state_beside_city,
    meaning,
)
from koryu_cli.ledger.marks import columns_of_marks
from koryu_cli.ledger.sheet import Row, index_of, letter
from koryu_cli.places.lookup import key
from koryu_cli.record.headings import numbered
from koryu_cli.text import listed


def columns_of(rows: Sequence[Row], mapped: Mapping[str, str]) -> Columns:
    """Return what the columns of a table hold, by their headings and by what stands in them.

    Args:
        rows: the table, from its first row.
        mapped: by fields, the headings or letters of the columns that are said to hold them.

    Raises:
        DataError: there is no heading row, and no column is named by its letter.
        UsageError: a column in `mapped` does not exist.
    """
    first = heading_row(rows, mapped.values())
    width = max((len(row.cells) for row in rows), default=0)
    if first is None:
        if not mapped:
            raise DataError(no_headings(rows))
        columns = Columns(0, 0, None, *_assigned([""] * width, mapped))
        first = row_above_data(rows, columns.fields)
        if first is None:
            return columns
    names = [rows[first].cell(index).strip() for index in range(width)]
    last = first
    while last + 1 < len(rows) and is_lower(names, rows[last + 1]):
        last += 1
        names = combined(names, [rows[last].cell(index).strip() for index in range(width)])
    below = rows[last + 1 :]
    marks = columns_of_marks(names, below)
    columns = Columns(first, last + 1, rows[last].number, *_assigned(names, mapped, marks))
    columns = columns._replace(marks=[index for index in marks if index in columns.other])
    if joint := own_joint(names):
        return columns._replace(joint=joint)
    return by_contents(columns, names, below, mapped)


def _assigned(
    names: Sequence[str], mapped: Mapping[str, str], marks: Collection[int] = ()
) -> tuple[dict[str, int], dict[int, str], dict[int, str], str | None, dict[int, str]]:
    """Return `fields`, `headings`, `other`, `country` and `date_parts` of some columns.

    A field has the column that is said to hold it, else the first whose heading means it, which one
    in `marks` does not.
    """
    headings = _numbered(names)
    countries = countries_of_cities(names)
    labels = {name for name in names if name.endswith("Label")}
    places = {field: _index(word, headings) for field, word in mapped.items()}
    meanings = [
        (index, Meaning(("divisions",)) if is_state_beside_city(name, countries) else found)
        for index, name in enumerate(names)
        if f"{name}Label" not in labels  # of Wikidata: city, cityLabel
        and index not in marks
        and (found := meaning(name))
    ]
    places = by_field(meanings, places)
    if "overseas" not in places and "divisions" not in mapped and "divisions" in places:
        places["overseas"] = places.pop("divisions")  # 国名 | 州・省名
    country = next(
        (found.country for index, found in meanings if index == places.get("overseas")), None
    )
    parts = date_parts(names)
    year = next((index for index, unit in parts.items() if unit == "年"), -1)
    unsure = {index for index, found in meanings if len(found.fields) > 1}
    if parts and "date" not in mapped and places.get("date", year) in {*parts, *unsure}:
        places["date"] = year
    elif places.get("date") != year:
        parts = {}
    taken = {*places.values(), *parts}
    other = {index: name for index, name in headings.items() if index not in taken}
    return places, headings, other, country, parts


def _numbered(names: Sequence[str]) -> dict[int, str]:
    """Return what to call each column: its heading, with a number if there was one like it."""
    headings = (
        re.sub(r"\s*\n\s*", "", name) or f"{letter(index)}列" for index, name in enumerate(names)
    )
    return dict(enumerate(numbered(headings)))


def _index(word: str, headings: Mapping[int, str]) -> int:
    """Return the index of the column that a heading or letters name."""
    for index, heading in headings.items():
        if key(heading) == key(word):
            return index
    letters = normalize("NFKC", word).strip().removesuffix("列")
    if re.fullmatch("[A-Za-z]{1,3}", letters) and (index := index_of(letters)) in headings:
        return index
    raise UsageError(
        _(
            "「{word}」という列はありません。見出し（{headings}）か列の文字（A から {last}）で"
            "指定してください。",
            word=word,
            headings=listed(headings.values()),
            last=letter(max(headings, default=0)),
        )
    )
