"""What the columns of a table hold, by their headings and by what stands in them."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple
from unicodedata import normalize

from koryu_cli.errors import DataError, UsageError
from koryu_cli.language import _
from koryu_cli.ledger.cells import date_in, number_in, says_nothing
from koryu_cli.ledger.date_parts import date_parts, units_in
from koryu_cli.ledger.heading_rows import (
    combined,
    heading_row,
    is_lower,
    no_headings,
    own_joint,
    row_above_dates,
)
from koryu_cli.ledger.headings import SIDES, by_field, fields, meaning
from koryu_cli.ledger.remarks import without_marks
from koryu_cli.ledger.sheet import Row, index_of, letter
from koryu_cli.places.beginnings import country_at_beginning
from koryu_cli.places.countries import try_country
from koryu_cli.places.lookup import key
from koryu_cli.places.municipalities import find_municipalities
from koryu_cli.record.headings import numbered
from koryu_cli.text import listed

_PLACES = {*map(key, ("地域", "地区", "所在地", "場所", "位置", "エリア"))}
"""Headings of places, in which countries may stand."""
_REGION_OF_JAPAN = "中国"
"""A country that is a region of Japan, too: it alone does not make a column that of countries."""


class Columns(NamedTuple):
    """What the columns of a table hold; they are called by their indexes from 0.

    Attributes:
        titles: how many rows stand before the headings.
        start: how many rows stand before the first one of data.
        heading_row: the number of the lowest heading row; None where there is none.
        fields: the index of the column that holds each field.
        headings: the heading of each column, as it is written; `A列` for one without.
        other: under what heading columns without a field are kept, by their indexes.
        country: the alpha-2 code of the country that the heading of the overseas side names.
        date_parts: the columns that hold the parts of the date, if it stands in several, and the
            unit of each; the one of the field is that of the year.
        dates: the columns without a field that hold dates of agreements, too; none if it is said
            which column holds the date.
        joint: what stands between values in a cell if koryu has printed the table; else "".
    """

    titles: int
    start: int
    heading_row: int | None
    fields: Mapping[str, int]
    headings: Mapping[int, str]
    other: Mapping[int, str]
    country: str | None
    date_parts: Mapping[int, str]
    dates: Sequence[int] = ()
    joint: str = ""

    @property
    def are_own(self) -> bool:
        """Whether they are those that koryu itself prints, all together."""
        return bool(self.joint)

    def heading(self, field: str) -> str:
        """Return the heading of the column that holds a field, or koryu's own without one."""
        index = self.fields.get(field)
        return _(fields()[field]) if index is None else self.headings[index]

    def is_date(self, index: int) -> bool:
        """Tell whether the heading of a column means the date of an agreement."""
        found = meaning(self.headings[index])
        return found is not None and found.fields == ("date",)

    def with_field(self, field: str, index: int) -> "Columns":
        """Return columns of which one that had no field holds one."""
        other = {each: heading for each, heading in self.other.items() if each != index}
        return self._replace(fields={**self.fields, field: index}, other=other)


def columns_of(rows: Sequence[Row], mapped: Mapping[str, str]) -> Columns:
    """Return what the columns of a table hold.

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
        first = row_above_dates(rows, columns.fields)
        if first is None:
            return columns
    names = [rows[first].cell(index).strip() for index in range(width)]
    last = first
    while last + 1 < len(rows) and is_lower(names, rows[last + 1]):
        last += 1
        names = combined(names, [rows[last].cell(index).strip() for index in range(width)])
    columns = Columns(first, last + 1, rows[last].number, *_assigned(names, mapped))
    if joint := own_joint(names):
        return columns._replace(joint=joint)
    data = rows[last + 1 :]
    columns = _with_date_in_parts(columns, names, data)
    if "date" not in mapped:
        columns = columns._replace(dates=[*filter(columns.is_date, columns.other)])
    columns = _with_years(columns, data)
    columns = _with_countries(columns, data)
    for index, heading in columns.other.items():
        if not names[index] or heading.endswith("Label"):  # itemLabel, of Wikidata
            columns = _with_unnamed(columns, index, _texts(data, index))
    if not {*SIDES} & mapped.keys():
        columns = _with_sides_in_order(columns, data)
    columns = _with_partners_in_japan(columns, data)
    return _without_country_of_japan(columns, data)


def _assigned(
    names: Sequence[str], mapped: Mapping[str, str]
) -> tuple[dict[str, int], dict[int, str], dict[int, str], str | None, dict[int, str]]:
    """Return `fields`, `headings`, `other`, `country` and `date_parts` of some columns.

    A field has the column that is said to hold it, else the first whose heading means it.
    """
    headings = _numbered(names)
    places = {field: _index(word, headings) for field, word in mapped.items()}
    meanings = [
        (index, found)
        for index, name in enumerate(names)
        if f"{name}Label" not in names and (found := meaning(name))  # of Wikidata: city | cityLabel
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


def _with_date_in_parts(columns: Columns, names: Sequence[str], rows: Sequence[Row]) -> Columns:
    """Return columns of which those behind the date hold parts of it, if that is what they hold.

    Its heading then stands above them all, as that of merged cells: 提携年月日 | | above
    昭和34 | 11 | 17, or above 昭和 | 34 | 11 | 17.
    """
    first = columns.fields.get("date")
    if first is None or columns.date_parts:
        return columns
    unnamed = takewhile(lambda index: not names[index], range(first + 1, len(names)))
    indexes = [first, *unnamed]
    units = units_in([_texts(rows, index) for index in indexes])
    if not units:
        return columns
    parts = dict(zip(indexes, units, strict=True))
    other = {index: heading for index, heading in columns.other.items() if index not in parts}
    return columns._replace(date_parts=parts, other=other)


def _with_years(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which that under 年 is the date, if there is no other and it has years."""
    index = next((each for each, heading in columns.other.items() if key(heading) == "年"), None)
    if "date" in columns.fields or index is None:
        return columns
    found = [date_in(text) for text in _texts(rows, index) if not says_nothing(text)]
    precisions = {None if each.notice else (each.value or {}).get("precision") for each in found}
    return columns.with_field("date", index) if precisions == {"year"} else columns


def _with_countries(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which one for places is that of the country, if all there begin with one.

    It is so only where no other is: 所在地 above 米国テキサス州, but not 地域 above アジア.
    """
    if "country" in columns.fields or columns.country:
        return columns
    for index in (each for each, heading in columns.other.items() if key(heading) in _PLACES):
        words = {*map(without_marks, _texts(rows, index))} - {_REGION_OF_JAPAN}
        if words and all(try_country(word) or country_at_beginning(word) for word in words):
            return columns.with_field("country", index)
    return columns


def _texts(rows: Sequence[Row], index: int) -> list[str]:
    """Return what stands in the cells of a column that are not blank."""
    return [text for row in rows if (text := row.cell(index).strip())]


def _with_unnamed(columns: Columns, index: int, texts: Sequence[str]) -> Columns:
    """Return columns of which one whose heading says nothing is known by what stands in it.

    Different numbers are those of the rows, and names of Japanese governments the Japanese side.
    """
    numbers = [number_in(text).value for text in texts]
    if "id" not in columns.fields and all(numbers) and len(set(numbers)) == len(numbers) > 0:
        field = "id"
    elif "japan" not in columns.fields and texts and all(map(find_municipalities, set(texts))):
        field = "japan"
    else:
        return columns
    return columns.with_field(field, index)


def _with_sides_in_order(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of whose sides, if their headings tell nothing, Japan's is that of its names.

    Without it the first would be the overseas side: 都市名 | 都市名.
    """
    japan, overseas = (columns.fields.get(side, -1) for side in SIDES)
    meanings = [meaning(columns.headings.get(index, "")) for index in (japan, overseas)]
    are_alike = all(found and set(found.fields) == set(SIDES) for found in meanings)
    if not are_alike or any(map(find_municipalities, _texts(rows, japan))):
        return columns
    if not all(map(find_municipalities, _texts(rows, overseas) or [""])):
        return columns
    return columns._replace(fields={**columns.fields, "japan": overseas, "overseas": japan})


def _with_partners_in_japan(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of a list made abroad, whose partners are those in Japan: 中方城市 | 外方城市.

    Its own side has a heading that names a country or says so (我國城市), and all partners are
    Japanese governments.
    """
    sides = {
        index: found.country
        for index, heading in columns.headings.items()
        if (found := meaning(heading)) and found.fields == ("overseas",)
    }
    named = (index for index in sides if sides[index] or columns.headings[index].startswith("我"))
    own = next(named, None)
    if own is None or "japan" in columns.fields:
        return columns
    for index in (index for index in sides if index != own):
        names = {*_texts(rows, index)}
        if not names or not all(map(find_municipalities, names)):
            continue
        fields = {**columns.fields, "japan": index, "overseas": own}
        indexes = sorted({*columns.headings} - {*fields.values()} - {*columns.date_parts})
        other = {each: columns.headings[each] for each in indexes}
        return columns._replace(fields=fields, other=other, country=sides[own])
    return columns


def _without_country_of_japan(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which that of the country is not that of the partners, if all is Japan.

    A list made abroad says so of the governments of Japan, which have a column of their own; in one
    of Japan's, partners there would be governments of Japan, too.
    """
    if not {"country", *SIDES} <= columns.fields.keys():
        return columns
    index, partners = columns.fields["country"], {*_texts(rows, columns.fields["overseas"])}
    words = {*_texts(rows, index)}
    is_japan = words and {place.alpha2 for place in map(try_country, words) if place} == {"JP"}
    if not is_japan or any(map(find_municipalities, partners)):
        return columns
    fields = {field: each for field, each in columns.fields.items() if field != "country"}
    other = dict(sorted({**columns.other, index: columns.headings[index]}.items()))
    return columns._replace(fields=fields, other=other)


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
