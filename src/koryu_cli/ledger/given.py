"""What a user says of a ledger: which column holds a field, and what rows without it have."""

from collections.abc import Iterable, Mapping

from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.ledger import cells, contacts
from koryu_cli.ledger.headings import field_named, fields
from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.overseas import overseas_sides
from koryu_cli.places.countries import find_country, try_country
from koryu_cli.places.prefectures import find_prefecture
from koryu_cli.text import listed


def by_field(given: Mapping[str, str]) -> dict[str, str]:
    """Return what is given by words that name fields (日本側, japan, 自治体名), by fields.

    Raises:
        UsageError: a word names no field; the message names them all.
    """
    found = {word: field_named(word) for word in given}
    for word, field in found.items():
        if field is None:
            names = listed(map(_, fields().values()))
            raise UsageError(
                _("「{word}」という項目はありません。項目は {names} です。", word=word, names=names)
            )
    return {field: given[word] for word, field in found.items() if field}


def check_values(values: Mapping[str, str]) -> None:
    """Check what rows are to have for fields of which nothing stands in them.

    Raises:
        UsageError: a value cannot be understood, or every row needs one of its own.
    """
    for field, value in values.items():
        for problem in filter(None, _problems(field, value)):
            heading = _(fields()[field])
            raise UsageError(
                _("--set {field}={value}: {problem}", field=heading, value=value, problem=problem)
            )


def _problems(field: str, value: str) -> Iterable[str | None]:
    match field:
        case "id":
            yield _("番号は行ごとに違う値です。")
        case "japan":
            yield from (problem.message for problem in japanese_side(value).problems)
        case "overseas":
            sides = overseas_sides(value)
            yield from (problem.message for side in sides for problem in side.problems)
        case "country" if not try_country(value):
            find_country(value)
        case "prefecture":
            find_prefecture(value)
        case _:
            yield _READERS[field](value).problem if field in _READERS else None


_READERS = {
    "date": cells.date_in,
    "text": cells.date_in,
    "themes": cells.themes_in,
    "page": cells.number_in,
    "reprinted": cells.mark_in,
    "url": contacts.links_in,
    "phone": contacts.phones_in,
    "email": contacts.emails_in,
}
