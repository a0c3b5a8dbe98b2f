"""What the columns of a table hold, by what stands in them, where their headings do not tell."""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import takewhile

from koryu_cli.ledger.above import DITTO_MARKS
from koryu_cli.ledger.cells import date_in, number_in, says_nothing
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.date_parts import ERA_HEADINGS, are_eras_of, units_in
from koryu_cli.ledger.headings import SIDES, Meaning, meaning
from koryu_cli.ledger.marks import is_kind_of_partner
from koryu_cli.ledger.remarks import without_marks
from koryu_cli.ledger.sections import names_region
from koryu_cli.ledger.sheet import Row
from koryu_cli.ledger.year_last import First, first_in
from koryu_cli.places import prefectures
from koryu_cli.places.beginnings import country_at_beginning
from koryu_cli.places.countries import try_country
from koryu_cli.places.lookup import key
from koryu_cli.places.municipalities import find_municipalities

_PLACES = {*map(key, ("地域", "地区", "所在", "所在地", "場所", "位置", "エリア"))}
"""Headings of places, in which countries may stand."""
_NO_RELATION = re.compile(
    "都|道|府|県|市|[特別]*区|町|村|都道府県|市町村|政令(?:指定都)?市|指定都市|中核市|一般市|町村"
    "|国[内外]|海外|継続|実施中|活動中|交流中|休止中?|中止|停止中?|終了|解消|廃止|活発|[○◯×△－-]"
)
"""What columns tell of in which what partners are called stands as often."""
_REGION_OF_JAPAN = "中国"
"""A country that is a region of Japan, too: it alone does not make a column that of countries."""


def by_contents(
    columns: Columns, names: Sequence[str], rows: Sequence[Row], mapped: Collection[str]
) -> Columns:
    """Return columns with what their cells tell of them beyond their headings.

    Args:
        columns: what they hold by their headings.
        names: the headings, "" where a column has none.
        rows: the rows below the headings.
        mapped: the fields of which it is said which column holds them.
    """
    columns = _with_date_in_parts(columns, names, rows)
    if "date" not in mapped:
        columns = columns._replace(dates=_dates(columns))
    columns = _with_years(columns, rows)
    columns = columns._replace(first_in_dates=_first_in_dates(columns, rows))
    columns = _with_countries(columns, rows)
    columns = _with_prefectures(columns, rows)
    if "relation" not in mapped:
        columns = _with_relations(columns, rows)
    for index, heading in columns.other.items():
        if not names[index] or heading == "itemLabel":  # of Wikidata
            columns = _with_unnamed(columns, index, _texts(rows, index))
    if not {*SIDES} & {*mapped}:
        columns = _with_municipalities_abroad(columns, rows)
        columns = _with_sides_in_order(columns, rows)
        columns = _with_partners_in_japan(columns, rows)
    return columns if "country" in mapped else _without_country_of_japan(columns, rows)


def _with_date_in_parts(columns: Columns, names: Sequence[str], rows: Sequence[Row]) -> Columns:
    """Return columns of which those behind the date hold parts of it, if that is what they hold.

    Its heading then stands above them all, as that of merged cells: 提携年月日 | | above
    昭和34 | 11 | 17, or above 昭和 | 34 | 11 | 17. One before it may hold its era.
    """
    first = columns.fields.get("date")
    if first is None or columns.date_parts:
        return columns
    if _has_era_before(columns, first, rows):
        other = {index: name for index, name in columns.other.items() if index != first - 1}
        return columns._replace(date_parts={first - 1: "", first: ""}, other=other)
    unnamed = takewhile(lambda index: not names[index], range(first + 1, len(names)))
    indexes = [first, *unnamed]
    units = units_in([_texts(rows, index) for index in indexes])
    if not units:
        return columns
    parts = dict(zip(indexes, units, strict=True))
    other = {index: heading for index, heading in columns.other.items() if index not in parts}
    return columns._replace(date_parts=parts, other=other)


def _has_era_before(columns: Columns, date: int, rows: Sequence[Row]) -> bool:
    """Tell whether a column without a field has the eras of the dates in the one behind it."""
    before = date - 1
    if key(columns.other.get(before, "")) not in ERA_HEADINGS:
        return False
    dates, eras = (
        [text for text in _texts(rows, index) if text not in DITTO_MARKS]
        for index in (date, before)
    )
    return are_eras_of(dates, eras)


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
    return columns if columns.country else _with_places(columns, rows, "country", _are_countries)


def _are_countries(words: set[str]) -> bool:
    others = words - {_REGION_OF_JAPAN}
    return bool(others) and all(try_country(word) or country_at_beginning(word) for word in others)


def _with_prefectures(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which one for places is that of the prefecture, if all there are those.

    It is so only where no other is: 地域 above 北海道.
    """
    return _with_places(columns, rows, "prefecture", {*prefectures.names()}.issuperset)


def _with_places(
    columns: Columns, rows: Sequence[Row], field: str, are_of_field: Callable[[set[str]], bool]
) -> Columns:
    places = [index for index, heading in columns.other.items() if key(heading) in _PLACES]
    return _with_words(columns, rows, field, places, are_of_field)


def _with_relations(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which one is that of the relation, if all there says what partners are.

    Its heading need not say so: 提携内容 above 姉妹都市 and 友好都市. One whose heading does is not
    if it tells of something else: 区分 above 市 and 町.
    """
    index = columns.fields.get("relation")
    if index is not None and all(map(_is_no_relation, _texts(rows, index) or [""])):
        columns = columns.without_field("relation")
        alike = [each for each in columns.other if each != index and _means_relation(columns, each)]
        return columns.with_field("relation", alike[0]) if alike else columns

    def are_kinds_of_partners(words: set[str]) -> bool:
        return all(map(is_kind_of_partner, words))

    return _with_words(columns, rows, "relation", [*columns.other], are_kinds_of_partners)


def _is_no_relation(text: str) -> bool:
    """Tell whether a text says something else of a partner than what it is called."""
    return _NO_RELATION.fullmatch(text) is not None or names_region(text)


def _means_relation(columns: Columns, index: int) -> bool:
    found = _meaning(columns, index)
    return found is not None and found.fields[0] == "relation"


def _with_words(
    columns: Columns,
    rows: Sequence[Row],
    field: str,
    indexes: Sequence[int],
    are_of_field: Callable[[set[str]], bool],
) -> Columns:
    """Return columns of which the first of some in which all words are of a field holds it.

    They stay as they are where another column does, or no word stands there.
    """
    if field in columns.fields:
        return columns
    for index in indexes:
        words = {*map(without_marks, _texts(rows, index))}
        if words and are_of_field(words):
            return columns.with_field(field, index)
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
    """Return columns of whose sides Japan's is that of its names, if the headings do not tell.

    A heading of either side (都市名, 提携自治体) is by itself that of the side left over. It is the
    other one if no municipality stands below it, but below the other heading mostly such.
    """
    japan, overseas = (columns.fields.get(side, -1) for side in SIDES)
    found = meaning(columns.headings.get(japan, ""))
    if overseas < 0 or columns.country or found is None or {*found.fields} != {*SIDES}:
        return columns
    both = [row for row in rows if row.cell(japan).strip() and row.cell(overseas).strip()]
    names = {*_texts(both, overseas)}
    in_japan = [*filter(find_municipalities, names)]
    if 2 * len(in_japan) <= len(names) or any(map(find_municipalities, _texts(both, japan))):
        return columns
    return columns._replace(fields={**columns.fields, "japan": overseas, "overseas": japan})


def _with_municipalities_abroad(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which a further one for municipalities holds the partners.

    No other column does, or only that of their states: 市町村 | 国 | 州 | 市町村.
    """
    partner = columns.fields.get("overseas", -1)
    is_of_states = "divisions" in (found.fields if (found := _meaning(columns, partner)) else ())
    if "japan" not in columns.fields or (partner >= 0 and not is_of_states):
        return columns
    for index in columns.other:
        found = _meaning(columns, index)
        names = {*_texts(rows, index)}
        if found is None or found.fields[0] != "japan" or not names or index < partner:
            continue
        if 2 * len([*filter(find_municipalities, names)]) <= len(names):
            columns = columns.with_field("overseas", index)
            return columns.with_field("divisions", partner) if is_of_states else columns
    return columns


def _meaning(columns: Columns, index: int) -> Meaning | None:
    return meaning(columns.headings.get(index, ""))


def _with_partners_in_japan(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of a list made abroad, whose partners are those in Japan: 中方城市 | 外方城市.

    Its own side has a heading that names a country or says so (我國城市), and all partners are
    Japanese governments.
    """
    sides = _overseas(columns)
    own = next((index for index in sides if _is_made_there(columns.headings[index])), None)
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
    """Return columns of a list made abroad in which 国: 日本 does not speak of its own side."""
    if not {"country", *SIDES} <= columns.fields.keys():
        return columns
    index = columns.fields["country"]
    words = {*_texts(rows, index)}
    is_japan = words and {place.alpha2 for place in map(try_country, words) if place} == {"JP"}
    if not is_japan or not _is_made_there(columns.headings[columns.fields["overseas"]]):
        return columns
    fields = {field: each for field, each in columns.fields.items() if field != "country"}
    other = dict(sorted({**columns.other, index: columns.headings[index]}.items()))
    return columns._replace(fields=fields, other=other)


def _dates(columns: Columns) -> list[int]:
    """Return the columns without a field whose headings mean the date of an agreement."""
    meanings = {index: meaning(heading) for index, heading in columns.other.items()}
    return [index for index, found in meanings.items() if found and found.fields == ("date",)]


def _first_in_dates(columns: Columns, rows: Sequence[Row]) -> dict[int, First]:
    """Return what stands first in dates whose year stands last, by the columns that tell it."""
    indexes = {*columns.dates, columns.fields.get("date", -1)} - {-1}
    found = {index: first_in(_texts(rows, index)) for index in sorted(indexes)}
    return {index: first for index, first in found.items() if first}


def _overseas(columns: Columns) -> dict[int, str | None]:
    """Return the columns whose headings mean the overseas side, and the country that each names."""
    meanings = {index: meaning(heading) for index, heading in columns.headings.items()}
    return {
        index: found.country
        for index, found in meanings.items()
        if found and found.fields == ("overseas",)
    }


def _is_made_there(heading: str) -> bool:
    """Tell whether a heading is that of the own side of a list made abroad: 中方城市, 我國城市."""
    found = meaning(heading)
    names_country = found is not None and found.fields == ("overseas",) and found.country
    return bool(names_country) or heading.startswith("我")
