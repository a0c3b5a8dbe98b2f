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
from koryu_cli.record.models import Agreement, AgreementDate, Contact, Link
from koryu_cli.views.columns import together
from koryu_cli.views.lines import JapaneseText

WIDEST = 100
SEPARATOR_WIDTH = 40
ITEM = "・"
CELL_GAP = "\u3000"
EMPTY = "（記載なし）"


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
    sections = {
        "(3) 提携に至った経緯": _text(agreement.background),
        "(4) 提携後の取組内容": _text(agreement.activities),
        "(5) 取組による成果・課題等": _text(agreement.outcomes),
        "(6) 取組を紹介しているホームページのURL": _links(agreement.links),
        "(7) 問い合わせ先（担当課）": _contacts(agreement.contacts),
    }
    title = JapaneseText()
    title.append(f"{agreement.id}  ", "bold cyan").append(visible(agreement.title), "bold")
    parts: list[RenderableType] = [title, Text(), _summary(agreement)]
    for heading, content in sections.items():
        parts += [Text(), Text(heading, "bold cyan"), Padding(content, (0, 0, 0, 2))]
    return Group(*parts)


def both_calendars(day: AgreementDate) -> str:
    """Return a date in both calendars, a day with its weekday: 平成24年5月23日（2012-05-23 水）."""
    gregorian = wareki.format_gregorian(wareki.Span(day.start, day.end, day.precision))
    weekday = f" {wareki.weekday(day.start)}" if day.precision == "day" else ""
    return f"{day.wareki}（{gregorian}{weekday}）"


def _summary(agreement: Agreement) -> Table:
    reprinted = "（再掲。調査のほかの章にも載る）" if agreement.reprinted else ""
    return _grid(
        ("日本側", "\n".join(side.name for side in agreement.japan)),
        ("海外側", "\n".join(side.name for side in agreement.overseas)),
        ("国", together(side.country_name for side in agreement.overseas)),
        ("提携年月日", both_calendars(agreement.date)),
        ("協定等", agreement.agreement),
        ("種類", agreement.kind),
        ("分野", together(agreement.themes)),
        ("掲載", f"{agreement.category} {agreement.id}番、{agreement.page}ページ{reprinted}"),
    )


def _text(text: str | None) -> RenderableType:
    if text is None:
        return Text(EMPTY, "dim")
    lines = visible(text, lines=True).split("\n")
    if len(lines) > 1 and all(CELL_GAP in line for line in lines):
        return _grid(*(_cells(line) for line in lines), style="")
    return Group(*map(_line, lines))


def _cells(line: str) -> tuple[str, str]:
    first, _, rest = line.partition(CELL_GAP)
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
    return Group(*lines) if lines else Text(EMPTY, "dim")


def _contacts(contacts: Iterable[Contact]) -> RenderableType:
    rows = [row for contact in contacts for row in _contact(contact)]
    return _grid(*rows) if rows else Text(EMPTY, "dim")


def _contact(contact: Contact) -> Iterator[tuple[str, str]]:
    yield "担当部署", "\n".join(contact.departments)
    yield "電話番号", contact.phone or EMPTY
    yield "電子メール", contact.email or EMPTY


def _grid(*rows: tuple[str, str], style: str = "dim") -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=style, no_wrap=True)
    grid.add_column()
    for label, value in rows:
        grid.add_row(label, JapaneseText(visible(value, lines=True)))
    return grid
