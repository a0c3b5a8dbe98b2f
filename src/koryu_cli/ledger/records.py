"""From a row of a ledger to its record, or several, in the JSON form of a data file."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from koryu_cli.ledger import cells, contacts, own
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.dates import date_of
from koryu_cli.ledger.drafts import Draft
from koryu_cli.ledger.findings import Finding
from koryu_cli.ledger.in_order import dates_in
from koryu_cli.ledger.marks import kind_in, marked
from koryu_cli.ledger.parties import relation_of, sides_of
from koryu_cli.ledger.rows import Entry
from koryu_cli.places.lookup import key
from koryu_cli.record.english import TERMS
from koryu_cli.record.vocabulary import KINDS, kind_of

Record = dict[str, Any]

_WORDS = ("category", "title", "agreement")
_TEXTS = ("background", "activities", "outcomes", "note")
_READERS = {
    "id": cells.number_in,
    "page": cells.number_in,
    "reprinted": cells.mark_in,
    "themes": cells.themes_in,
}


class Outcome(NamedTuple):
    """What becomes of a row: its records, and what there is to say of its cells.

    The `id` of a record is None where the row gives none.
    """

    records: list[Record]
    problems: list[Finding]
    notices: list[Finding]


def outcome_of(entry: Entry, values: Mapping[str, str], *, explained: bool) -> Outcome:
    """Return what becomes of a row.

    Args:
        entry: the row.
        values: what to take for the fields of which nothing stands in the row.
        explained: whether problems say what may have been meant, where this takes time.
    """
    draft = Draft(entry, values, explained)
    records = list(_records(draft))
    if any(problem.is_left_out for problem in draft.problems):
        records = []
    return Outcome(records, draft.problems, draft.notices)


def _records(draft: Draft) -> Iterator[Record]:
    japan, agreements = sides_of(draft)
    shared = _shared(draft)
    of_row = shared["relation"] or draft.columns.relation or _marked_relation(draft)
    of_others = of_row or draft.entry.section.relation or None
    count, date = len(agreements), draft.text("date")
    dates = dates_in(date, count) or [date] * count
    for overseas, date in zip(agreements, dates, strict=True):
        draft.texts["date"] = date
        yield {
            **shared,
            "relation": relation_of(draft, japan, overseas) or of_others,
            "japan": japan.governments,
            "overseas": overseas.governments,
            "date": date_of(draft, {"overseas": overseas.dates, "japan": japan.dates}),
        }


def _shared(draft: Draft) -> Record:
    """Return what all agreements of a row have alike."""
    texts = draft.texts
    values = {
        key: draft.take(key, read(texts[key])) for key, read in _READERS.items() if key in texts
    }
    return {
        "id": values.get("id"),
        **{key: texts.get(key) or None for key in _WORDS},
        **{key: draft.verbatim(key) for key in _TEXTS},
        "page": values.get("page"),
        "reprinted": values.get("reprinted") or False,
        "themes": values.get("themes") or [],
        "links": _links(draft),
        "contacts": _contacts(draft),
        "relation": _kind_as_relation(draft) if "kind" in texts else None,
        "other": draft.other,
    }


def _kind_as_relation(draft: Draft) -> str | None:
    """Return the kind (種類) of an agreement where it is what the parties call each other.

    The kind of instrument follows from the name of the agreement.
    """
    kind, agreement = draft.text("kind"), draft.text("agreement")
    follows = agreement and kind in (kind_of(agreement), TERMS[kind_of(agreement)])
    if not kind or follows or draft.columns.are_own:
        return None
    if kind in KINDS or draft.text("relation"):
        draft.keep("kind")
        return None
    return kind


def _marked_relation(draft: Draft) -> str:
    """Return what the column with a mark says that the partner is, or ""."""
    index = marked(draft.entry.row, draft.columns.marks)
    if index is None or draft.text("relation"):
        return ""
    heading = draft.columns.other[index]
    del draft.other[heading]
    return kind_in(heading)


def _links(draft: Draft) -> list[dict[str, Any]]:
    """Return the addresses in the cell for them, and those that other cells are links to."""
    if draft.columns.are_own:
        return own.links_of(draft)
    row, column = draft.entry.row, draft.columns.fields.get("url", -1)
    links: list[dict[str, Any]] = []
    if "url" in draft.texts:
        links += draft.take("url", contacts.links_in(draft.text("url"), row.links.get(column)))
    for index, target in row.links.items():
        if index != column and target not in row.cell(index):
            links += contacts.links_in(row.cell(index), target).value
    return links


def _may_be_no_phone(columns: Columns) -> bool:
    """Tell whether the heading of the column for telephone numbers may mean others: 連絡先."""
    found = columns.meaning(columns.fields.get("phone", -1))
    return found is not None and found.fields[0] != "phone"


def _contacts(draft: Draft) -> list[dict[str, Any]]:
    if draft.columns.are_own:
        return own.contacts_of(draft)
    if not draft.texts.keys() & {"departments", "phone", "email"}:
        return []
    texts, phones = [draft.text("departments")], []
    found = contacts.phones_in(draft.text("phone"))
    if found.problem and contacts.holds_contact(draft.text("phone")):  # 国際課 011-211-2032
        texts.append(draft.text("phone"))
    elif found.problem and _may_be_no_phone(draft.columns):
        draft.keep("phone")
    else:
        phones = draft.take("phone", found)
    for field in ("departments", "phone"):
        if contacts.has_fax(draft.text(field)):
            draft.keep(field)
    if "fax" in key(draft.columns.heading("phone")) and len(phones) > 1:
        phones = phones[:1]
        draft.keep("phone")
    emails = draft.take("email", contacts.emails_in(draft.text("email")))
    return contacts.contacts_of("\n".join(filter(None, texts)), phones, emails)
