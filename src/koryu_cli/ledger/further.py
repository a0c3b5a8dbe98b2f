"""Columns that hold another agreement of the same row: 姉妹都市 | 友好都市, アメリカ | 中国."""

import re
from collections.abc import Mapping, Sequence

from koryu_cli.ledger.cells import says_nothing
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.divisions import looks_like_division
from koryu_cli.ledger.headings import meaning, stem
from koryu_cli.ledger.partners import partners
from koryu_cli.ledger.remarks import RELATION, is_date
from koryu_cli.ledger.sheet import Row

_OF_THE_ROW = {"id", "prefecture", "japan", "code"}
_OF_ONE_AGREEMENT = {"country", "divisions", "date", "text", "start", "end"}
"""Fields of which it is not clear whose they are, if the agreements of a row share a column."""
_REST = {"その他", "その他の国", "その他国", "他の国", "ほか"}
"""Headings of partners in other countries than those that name a country."""
_NO_NAME = re.compile(r"://|@|^[\d,，.．]+\D?$")
"""Addresses, and numbers as of visitors, which stand in columns for countries, too."""
_MARKS = frozenset(["有り", "あり", "該当", "同左", "同上"])
"""What stands in a column of partners to say that they are of its kind, or the same."""


def further_columns(columns: Columns) -> list[Columns]:
    """Return, for each column of partners behind the first, what the columns hold with it.

    Columns that stand beside it as those of the same fields stand beside the first are its own:
    国 | 姉妹都市 | 提携日 | 国 | 友好都市 | 提携日. All others are those of the row.
    """
    unmarked = columns.other.keys() - {*columns.marks}
    meanings = {index: columns.meaning(index) for index in sorted(unmarked)}
    countries = {
        index: found.country
        for index, found in meanings.items()
        if found and found.fields[0] == "overseas"
    }
    if columns.country or _has_relation(columns):  # アメリカ | 中国 | その他
        countries |= {index: None for index, name in columns.other.items() if stem(name) in _REST}
    return [
        _with(_own_fields(columns, index), columns)._replace(country=countries[index])
        for index in sorted(countries)
    ]


def with_relations(partners: Sequence[Columns]) -> list[Columns]:
    """Return what the columns hold with each partner, and what the headings call them if it varies.

    Args:
        partners: what they hold with the first, and with each further one.
    """
    headings = [each.heading("overseas").strip() for each in partners]
    if len({*headings}) == 1:
        return [*partners]
    return [
        each._replace(relation=heading) if RELATION.fullmatch(heading) else each
        for each, heading in zip(partners, headings, strict=True)
    ]


def _with(own: Mapping[str, int], columns: Columns) -> Columns:
    """Return columns in which some hold what others held, which are then without a field."""
    without = {columns.fields[field] for field in own.keys() & columns.fields.keys() - {"overseas"}}
    indexes = {*columns.other, *without} - {*own.values()}
    other = {index: columns.headings[index] for index in sorted(indexes)}
    return columns._replace(fields={**columns.fields, **own}, other=other)


def _own_fields(columns: Columns, partner: int) -> dict[str, int]:
    """Return the fields of a further partner that have columns of their own beside it.

    Those of the row have some only in a second table beside the first, which repeats the heading
    of the Japanese side.
    """
    own = {"overseas": partner}
    distance = partner - columns.fields.get("overseas", partner)
    for field, index in columns.fields.items():
        found = meaning(columns.other.get(index + distance, ""))
        if found and found.fields[0] == field:
            own[field] = index + distance
    is_table = "japan" in own and _are_alike(columns, columns.fields["japan"], own["japan"])
    return own if is_table else {field: own[field] for field in own.keys() - _OF_THE_ROW}


def _are_alike(columns: Columns, one: int, other: int) -> bool:
    return stem(columns.headings[one]) == stem(columns.headings[other])


def may_name_partner(columns: Columns, row: Row) -> bool:
    """Tell whether what a row has in the column of partners may be one.

    Under その他 it is one with its country or its kind, and under a country no number is one.
    """
    text = row.cell(columns.fields["overseas"]) if "overseas" in columns.fields else ""
    if columns.country and _NO_NAME.search(text.strip()):
        return False
    if _kind(columns) not in _REST:
        return True
    return looks_like_division(text.strip()) or any(each.countries for each in partners(text))


def agreements_in(row: Row, possible: Sequence[Columns]) -> tuple[list[Columns], list[int]]:
    """Return what the columns hold of each agreement of a row, and which other partners it names.

    Args:
        row: the row.
        possible: what they hold for each partner that may be named, the first surely.

    Returns:
        The columns of each agreement, and the indexes of those with other partners of which it is
        not clear what the row says.
    """
    first, *others = possible
    named = [each for each in others if _names_another(each, first, row)]
    clear = [each for each in named if _is_clear(each, first, row)]
    if not clear:
        return [first], [each.fields["overseas"] for each in named]
    used = {index for each in clear for index in each.fields.values()}
    kept = {index: heading for index, heading in first.other.items() if index not in used}
    agreements = [each._replace(other=kept) for each in (first, *clear)]
    return agreements, [index for each in named if (index := each.fields["overseas"]) not in used]


def _names_another(further: Columns, columns: Columns, row: Row) -> bool:
    """Tell whether a row may name another partner in a further column than in the first."""
    is_repeated = further.heading("overseas")[-1].isdigit() and _has_relation(further)
    if not (further.country or is_repeated or _is_of_others(further, columns)):
        return False
    text = row.cell(further.fields["overseas"]).strip()
    partner = row.cell(columns.fields["overseas"])
    is_mark = len(text) < 2 or text in _MARKS
    is_of_another_kind = RELATION.fullmatch(text) or _NO_NAME.search(text)
    is_same = text in partner or partner in text
    return not (is_mark or is_of_another_kind or is_same)


def _is_clear(further: Columns, columns: Columns, row: Row) -> bool:
    """Tell whether it is clear what a row says of another partner in a further column.

    It is not where a date, a country or a state in the row may be that of either partner.
    """
    of_either = {
        index
        for field, index in columns.fields.items()
        if field in _OF_ONE_AGREEMENT and further.fields[field] == index
    }
    is_blank = all(says_nothing(row.cell(index)) for index in of_either)
    is_date_alone = is_date(row.cell(further.fields["overseas"]))
    return is_blank and not is_date_alone and _is_of_others(further, columns)


def _is_of_others(further: Columns, columns: Columns) -> bool:
    """Tell whether a further column is surely that of other partners than the first.

    It is if their headings name two countries, or what two kinds of partners are called, or have
    numbers; or if it has columns of its own. The same partners in another language, or by their
    full names, have a heading of another kind.
    """
    if further.country:
        return further.country != columns.country
    if _kind(further) != _kind(columns):
        return _has_relation(further) or _kind(further) in _REST
    own = {*further.fields.values()} - {*columns.fields.values()}
    return columns.heading("overseas")[-1].isdigit() or len(own) > 1


def _has_relation(columns: Columns) -> bool:
    return RELATION.fullmatch(_kind(columns)) is not None


def _kind(columns: Columns) -> str:
    """Return what the heading of the partners calls them, without a number: 姉妹都市."""
    return stem(columns.heading("overseas")).removeprefix("海外")
