"""Which columns of a table hold the sides of an agreement, by what stands in them."""

import re
from collections.abc import Sequence

from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.headings import SIDES, meaning
from koryu_cli.ledger.remarks import BRACKETED
from koryu_cli.ledger.sheet import Row, texts_in
from koryu_cli.places.countries import try_country
from koryu_cli.places.municipalities import find_municipalities

_KINDS = frozenset("都道府県市区町村")
_PLACE = re.compile("[市州省郡区]$|特別自治道$")
"""The end of the name of a place, and of no person as 村 is."""


def with_sides(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns with what their cells tell of the two sides.

    Args:
        columns: what they hold by their headings.
        rows: the rows below the headings.
    """
    columns = _without_kinds(columns, rows)
    columns = _with_municipalities_abroad(columns, rows)
    columns = _with_sides_in_order(columns, rows)
    columns = _with_partners_in_japan(columns, rows)
    return _with_places_abroad(columns, rows)


def _without_kinds(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which none is that of the Japanese side if it has kinds alone: 市, 町."""
    if "japan" not in columns.fields:
        return columns
    words = {*texts_in(rows, columns.fields["japan"])}
    return columns.without_field("japan") if words and words <= _KINDS else columns


def _with_municipalities_abroad(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which a further one for municipalities holds the partners.

    No other column does, or only that of their states: 市町村 | 国 | 州 | 市町村.
    """
    partner = columns.fields.get("overseas", -1)
    found = columns.meaning(partner)
    is_of_states = found is not None and "divisions" in found.fields
    if "japan" not in columns.fields or (partner >= 0 and not is_of_states):
        return columns
    for index in columns.other:
        found = columns.meaning(index)
        if found is None or found.fields[0] != "japan" or index < partner:
            continue
        if _are_places_abroad({*texts_in(rows, index)}):
            columns = columns.with_field("overseas", index)
            return columns.with_field("divisions", partner) if is_of_states else columns
    return columns


def _with_sides_in_order(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of whose sides Japan's is that of its names, if the headings do not tell.

    A heading of either side (都市名, 提携自治体) is by itself that of the side left over. It is the
    other one if no municipality stands below it, but below the other heading mostly such.
    """
    japan, overseas = (columns.fields.get(side, -1) for side in SIDES)
    meanings = [found for index in (japan, overseas) if (found := columns.meaning(index))]
    is_either = any({*found.fields} == {*SIDES} for found in meanings)
    if overseas < 0 or columns.country or not is_either:
        return columns
    both = [row for row in rows if row.cell(japan).strip() and row.cell(overseas).strip()]
    names = {*texts_in(both, overseas)}
    in_japan = [*filter(find_municipalities, names)]
    if 2 * len(in_japan) <= len(names) or any(map(find_municipalities, texts_in(both, japan))):
        return columns
    return columns._replace(fields={**columns.fields, "japan": overseas, "overseas": japan})


def _with_partners_in_japan(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of a list made abroad, whose partners are those in Japan: 中方城市 | 外方城市.

    Its own side has a heading that names a country or says so (我國城市), and all partners are
    Japanese governments, or their country is Japan.
    """
    sides = _overseas(columns)
    own = next((index for index in sides if _is_made_there(columns.headings[index])), None)
    if own is None or "japan" in columns.fields:
        return columns
    all_in_japan = _has_country_of_japan(columns, rows)
    for index in (index for index in sides if index != own):
        names = {*texts_in(rows, index)}
        if not names or not (all_in_japan or all(map(find_municipalities, names))):
            continue
        fields = {**columns.fields, "japan": index, "overseas": own}
        indexes = sorted({*columns.headings} - {*fields.values()} - {*columns.date_parts})
        other = {each: columns.headings[each] for each in indexes}
        return columns._replace(fields=fields, other=other, country=sides[own])
    return columns


def _with_places_abroad(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of which the only one with names of places abroad holds the partners.

    Its heading is unknown, and no other column holds them.
    """
    if "japan" not in columns.fields or "overseas" in columns.fields:
        return columns
    found = [index for index in columns.other if _are_places_abroad({*texts_in(rows, index)})]
    return columns.with_field("overseas", found[0]) if len(found) == 1 else columns


def _are_places_abroad(names: set[str]) -> bool:
    """Tell whether most of some names end as those of places, and most are none in Japan."""
    places = [name for name in names if _PLACE.search(BRACKETED.sub("", name).strip())]
    in_japan = [*filter(find_municipalities, places)]
    return 2 * len(places) > len(names) and 2 * len(in_japan) < len(places)


def without_country_of_japan(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns of a list made abroad in which 国: 日本 does not speak of its own side."""
    if not columns.fields.keys() >= {*SIDES} or not _has_country_of_japan(columns, rows):
        return columns
    is_made_there = _is_made_there(columns.headings[columns.fields["overseas"]])
    return columns.without_field("country") if is_made_there else columns


def _has_country_of_japan(columns: Columns, rows: Sequence[Row]) -> bool:
    """Tell whether there is a column for the country, in which there is no other than Japan."""
    if "country" not in columns.fields:
        return False
    words = texts_in(rows, columns.fields["country"])
    return {place.alpha2 for place in map(try_country, words) if place} == {"JP"}


def _overseas(columns: Columns) -> dict[int, str | None]:
    """Return the columns whose headings mean the overseas side, and the country that each names."""
    meanings = {index: columns.meaning(index) for index in columns.headings}
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
