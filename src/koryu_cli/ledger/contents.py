"""What the columns of a table hold, by what stands in them, where their headings do not tell."""

import re
from collections.abc import Callable, Collection, Sequence

from koryu_cli.ledger.cells import number_in
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.date_columns import with_dates
from koryu_cli.ledger.headings import SIDES
from koryu_cli.ledger.marks import is_kind_of_partner
from koryu_cli.ledger.remarks import without_marks
from koryu_cli.ledger.sections import names_country_or_region, state_in
from koryu_cli.ledger.sheet import Row, texts_in
from koryu_cli.ledger.side_columns import with_sides, without_country_of_japan
from koryu_cli.places import prefectures
from koryu_cli.places.beginnings import country_at_beginning
from koryu_cli.places.countries import try_country
from koryu_cli.places.lookup import key
from koryu_cli.places.municipalities import find_municipalities

_PLACES = {*map(key, ("地域", "地区", "所在", "所在地", "場所", "位置", "エリア"))}
"""Headings of places, in which countries may stand."""
_NO_RELATION = re.compile(
    "都|道|府|県|市|(?:特別)?区|町|村|都道府県|市町村|政令(?:指定都)?市|指定都市|中核市|一般市|町村"
    "|国[内外]|海外|継続|実施中|活動中|交流中|休止中?|中止|停止中?|終了|解消|廃止|活発|[○◯×△－-]"
)
"""What stands under 区分 or 種別 that is not what partners are called: 市, 継続."""
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
    columns = with_dates(columns, names, rows, mapped)
    columns = _with_countries(columns, rows)
    columns = _with_prefectures(columns, rows)
    columns = _with_states(columns, rows)
    if "relation" not in mapped:
        columns = _with_relations(columns, rows)
    for index, heading in columns.other.items():
        if not names[index] or heading == "itemLabel":  # of Wikidata
            columns = _with_unnamed(columns, index, texts_in(rows, index))
    if not {*SIDES} & {*mapped}:
        columns = with_sides(columns, rows)
    return columns if "country" in mapped else without_country_of_japan(columns, rows)


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


def _with_states(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which one for places is that of states, if there are some among cities.

    It is so only where no other is: 地域 above 上海市 and 江蘇省.
    """

    def are_states(words: set[str]) -> bool:
        names = [word for word in words if not names_country_or_region(word)]
        are_all_places = all(state_in(word) or word.endswith("市") for word in words)
        return len(names) == len(words) and are_all_places and any(map(state_in, words))

    rows = [row for row in rows if len(row.filled()) > 1]
    return _with_places(columns, rows, "divisions", are_states)


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
    texts = texts_in(rows, index) if index is not None else []
    if texts and all(map(_is_no_relation, texts)):
        columns = columns.without_field("relation")
        alike = [each for each in columns.other if each != index and _means_relation(columns, each)]
        return columns.with_field("relation", alike[0]) if alike else columns

    def are_kinds_of_partners(words: set[str]) -> bool:
        return all(map(is_kind_of_partner, words))

    return _with_words(columns, rows, "relation", [*columns.other], are_kinds_of_partners)


def _is_no_relation(text: str) -> bool:
    """Tell whether a text says something else of a partner than what it is called."""
    return _NO_RELATION.fullmatch(text) is not None or names_country_or_region(text)


def _means_relation(columns: Columns, index: int) -> bool:
    found = columns.meaning(index)
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
        words = {*map(without_marks, texts_in(rows, index))}
        if words and are_of_field(words):
            return columns.with_field(field, index)
    return columns


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
