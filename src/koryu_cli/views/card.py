"""An agreement as a card to be read: all that its form says, in the form's order."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from koryu_cli import wareki
from koryu_cli.display import visible
from koryu_cli.language import _, is_english
from koryu_cli.record.citation import citation
from koryu_cli.record.headings import HEADINGS
from koryu_cli.record.models import Agreement, AgreementDate, Contact, Link, OverseasGovernment
from koryu_cli.record.vocabulary import shown_term
from koryu_cli.views import names
from koryu_cli.views.columns import sides, together
from koryu_cli.views.lines import JapaneseText
from koryu_cli.wareki.writing import write, write_weekday

WIDEST = 100
SEPARATOR_WIDTH = 40
ITEM = "・"
CELL_GAP = "\u3000"
EMPTY = "（記載なし）"
SECTIONS = {
    "background": "(3) 提携に至った経緯",
    "activities": "(4) 提携後の取組内容",
    "outcomes": "(5) 取組による成果・課題等",
    "links": "(6) 取組を紹介しているホームページのURL",
    "contacts": "(7) 問い合わせ先（担当課）",
}
"""The sections of a form of the survey, by field."""


def render(agreements: Iterable[Agreement], width: int | None) -> RenderableType:
    """Return the cards of agreements, one below the other.

    Args:
        agreements: the records.
        width: cells of the terminal; without it no line is wrapped.
    """
    cards: list[RenderableType] = []
    for agreement in agreements:
        if cards:
            cards += [Text(), Text("-" * SEPARATOR_WIDTH, "dim"), Text()]
        cards.append(_card(agreement))
    return Constrain(Group(*cards), width and min(width, WIDEST))


def _card(agreement: Agreement) -> RenderableType:
    title = JapaneseText()
    headline = agreement.headline or sides(agreement)
    title.append(f"{agreement.id}  ", "bold cyan").append(visible(headline), "bold")
    parts: list[RenderableType] = [title, Text(), _summary(agreement)]
    for heading, content in _sections(agreement):
        parts += [Text(), Text(heading, "bold cyan"), Padding(content, (0, 0, 0, 2))]
    if source := citation(agreement):
        parts += [Text(), JapaneseText(source, "dim")]
    return Group(*parts)


def _sections(agreement: Agreement) -> Iterator[tuple[str, RenderableType]]:
    """Yield the sections of a form, the empty ones too; of another record, those it has."""
    contents = {
        "background": _text(agreement.background),
        "activities": _text(agreement.activities),
        "outcomes": _text(agreement.outcomes),
        "links": _links(agreement.links),
        "contacts": _contacts(agreement.contacts),
        "note": _text(agreement.note),
        "other": _grid(*agreement.other.items()),
    }
    for field, content in contents.items():
        if agreement.category and field in SECTIONS:
            yield _(SECTIONS[field]), content
        elif getattr(agreement, field):
            yield _(HEADINGS[field]), content


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


def _summary(agreement: Agreement) -> Table:
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
    return _grid(*rows, *_source(agreement))


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


def _text(text: str | None) -> RenderableType:
    if text is None:
        return Text(_(EMPTY), "dim")
    lines = visible(text, lines=True).split("\n")
    if len(lines) > 1 and all(CELL_GAP in line for line in lines):
        return _grid(*(_cells(line) for line in lines), style="")
    return Group(*map(_line, lines))


def _cells(line: str) -> tuple[str, str]:
    first, _gap, rest = line.partition(CELL_GAP)
    return first, rest


def _line(line: str) -> RenderableType:
    if not line.startswith(ITEM):
        return JapaneseText(line)
    item = Table.grid()
    item.add_column(width=2)
    item.add_column()
    item.add_row(ITEM, JapaneseText(line.removeprefix(ITEM)))
    return item


def _links(links: Iterable[Link]) -> RenderableType:
    lines = [
        Text.assemble(visible(link.label or ""), (visible(link.url), Style(link=link.url)))
        for link in links
    ]
    return Group(*lines) if lines else Text(_(EMPTY), "dim")


def _contacts(contacts: Iterable[Contact]) -> RenderableType:
    rows = [row for contact in contacts for row in _contact(contact)]
    return _grid(*rows) if rows else Text(_(EMPTY), "dim")


def _contact(contact: Contact) -> Iterator[tuple[str, str]]:
    yield _("担当部署"), "\n".join(contact.departments)
    yield _("電話番号"), contact.phone or _(EMPTY)
    yield _("電子メール"), contact.email or _(EMPTY)


def _grid(*rows: tuple[str, str], style: str = "dim") -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=style, no_wrap=True)
    grid.add_column()
    for label, value in rows:
        grid.add_row(label, JapaneseText(visible(value, lines=True)))
    return grid
