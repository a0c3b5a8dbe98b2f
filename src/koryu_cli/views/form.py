"""What a form says, part by part, for the pages that lay it out as a card."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from koryu_cli import wareki
from koryu_cli.language import _, is_english
from koryu_cli.record.headings import HEADINGS
from koryu_cli.record.models import Agreement, AgreementDate, Contact, Link, OverseasGovernment
from koryu_cli.record.vocabulary import shown_term
from koryu_cli.views import names
from koryu_cli.views.columns import sides, together
from koryu_cli.wareki.writing import write, write_weekday

ITEM = "・"
CELL_GAP = "\u3000"
EMPTY = "（記載なし）"
SEPARATOR = "-" * 40
"""What stands between two forms."""
SECTIONS = {
    "background": "(3) 提携に至った経緯",
    "activities": "(4) 提携後の取組内容",
    "outcomes": "(5) 取組による成果・課題等",
    "links": "(6) 取組を紹介しているホームページのURL",
    "contacts": "(7) 問い合わせ先（担当課）",
}
"""The sections of a form of the survey, by field."""


class Paragraph(NamedTuple):
    """A line of a text."""

    text: str


class Item(NamedTuple):
    """A line of a text that is an item of a list, without its mark."""

    text: str


class Grid(NamedTuple):
    """Rows of two cells; where they are `labelled`, the first says what the second is."""

    rows: Sequence[tuple[str, str]]
    labelled: bool = True


Block = Paragraph | Item | Grid | Link
Blocks = Sequence[Block]


class Section(NamedTuple):
    """A section of a form; without blocks, it is empty in the form."""

    heading: str
    blocks: Blocks


def headline(agreement: Agreement) -> str:
    """Return what stands at the head of a form."""
    return agreement.headline or sides(agreement)


def summary(agreement: Agreement) -> Grid:
    """Return the fields that a record has a value for."""
    fields = {
        "japan": "\n".join(map(names.japanese_government, agreement.japan)),
        "overseas": "\n".join(_overseas(side) for side in agreement.overseas),
        "country": together(map(names.country_of, agreement.overseas)),
        "date": both_calendars(agreement.date) if agreement.date else None,
        "agreement": agreement.agreement,
        "relation": agreement.relation,
        "kind": shown_term(agreement.kind or ""),
        "themes": together(map(shown_term, agreement.themes)),
    }
    rows = [(_(HEADINGS[field]), value) for field, value in fields.items() if value]
    return Grid([*rows, *_source(agreement)])


def sections(agreement: Agreement) -> Iterator[Section]:
    """Yield the sections of a form, the empty ones too; of another record, those it has."""
    contents: dict[str, Blocks] = {
        "background": _text(agreement.background),
        "activities": _text(agreement.activities),
        "outcomes": _text(agreement.outcomes),
        "links": agreement.links,
        "contacts": _contacts(agreement.contacts),
        "note": _text(agreement.note),
        "other": [Grid(list(agreement.other.items()))],
    }
    for field, blocks in contents.items():
        if agreement.category and field in SECTIONS:
            yield Section(_(SECTIONS[field]), blocks)
        elif getattr(agreement, field):
            yield Section(_(HEADINGS[field]), blocks)


def both_calendars(day: AgreementDate) -> str:
    """Return a date in both calendars, a day with its weekday: 平成24年5月23日（2012-05-23 水）.

    In English it is 23 May 2012 (Wednesday). One that cannot be read is returned as it is written.
    """
    span = day.span
    if span is None or span.start is None:
        return day.text
    if is_english():
        weekday = f" ({write_weekday(span.start)})" if span.precision == "day" else ""
        return write(span) + weekday
    weekday = f" {wareki.weekday(span.start)}" if span.precision == "day" else ""
    gregorian = wareki.format_gregorian(span) + weekday
    return f"{day.wareki}（{gregorian}）" if day.wareki else gregorian


def _overseas(side: OverseasGovernment) -> str:
    """Return the name of a government with the divisions that it does not hold itself."""
    beside = [division for division in side.divisions if division not in side.name]
    name = names.overseas_government(side)
    return _("{name}（{divisions}）", name=name, divisions=together(beside)) if beside else name


def _source(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Yield where in a survey a form stands."""
    if agreement.category:
        values = {"category": agreement.category, "number": agreement.id, "page": agreement.page}
        if agreement.page:
            place = _("{category} {number}番、{page}ページ", **values)
        else:
            place = _("{category} {number}番", **values)
        if agreement.reprinted:
            place = _("{place}（再掲。調査のほかの章にも載る）", place=place)
        yield _("掲載"), place


def _text(text: str | None) -> Blocks:
    """Return the lines of a text; one of which every line has several cells is a table."""
    lines = text.split("\n") if text else []
    if len(lines) > 1 and all(CELL_GAP in line for line in lines):
        return [Grid([_cells(line) for line in lines], labelled=False)]
    return [
        Item(line.removeprefix(ITEM)) if line.startswith(ITEM) else Paragraph(line)
        for line in lines
    ]


def _cells(line: str) -> tuple[str, str]:
    first, _gap, rest = line.partition(CELL_GAP)
    return first, rest


def _contacts(contacts: Sequence[Contact]) -> Blocks:
    rows = [row for contact in contacts for row in _contact(contact)]
    return [Grid(rows)] if rows else []


def _contact(contact: Contact) -> Iterator[tuple[str, str]]:
    yield _(HEADINGS["departments"]), "\n".join(contact.departments)
    yield _(HEADINGS["phone"]), contact.phone or _(EMPTY)
    yield _(HEADINGS["email"]), contact.email or _(EMPTY)
