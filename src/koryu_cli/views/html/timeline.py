"""Events as a page: a table a year, the dates marked in the sentences that tell of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from koryu_cli.language import is_english
from koryu_cli.query.events import Event
from koryu_cli.views.columns import beside
from koryu_cli.views.html import page
from koryu_cli.views.html.page import lines, marked, text
from koryu_cli.views.sentences import by_sentence, dates, pieces
from koryu_cli.wareki import Span
from koryu_cli.wareki.writing import write


def render(events: Sequence[Event], title: str) -> Iterator[str]:
    """Return a page with a row a sentence: its first date, the form, and what it says.

    Args:
        events: what to show, in chronological order.
        title: the title of the page.
    """
    return page.render(title, _years(events))


def _years(events: Sequence[Event]) -> Iterator[str]:
    for year, told in groupby(by_sentence(events), lambda of_sentence: _year(of_sentence[0])):
        rows = "".join(map(_row, told))
        yield f'<h2>{year}</h2>\n<table class="dated">\n<tbody>\n{rows}</tbody>\n</table>\n'


def _year(event: Event) -> str:
    """Return the year in which an event begins, in both calendars."""
    year = (event.start or date.min).year
    era_form = write(Span(date(year, 1, 1), date(year, 12, 31), "year"))
    return f"{year}年（{era_form}）" if era_form and not is_english() else str(year)


def _row(events: Sequence[Event]) -> str:
    first = events[0]
    sentence = marked(pieces(events))
    if first.place is None:
        sentence = f"<strong>{sentence}</strong>"
    when = "<br>".join(map(lines, dates(first.span)))
    number, japan, overseas = first.agreement
    parties = f"{number}　{text(beside(japan, overseas))}"
    return (
        f'<tr><th scope="row">{when}</th>'
        f'<td><p class="empty">{parties}</p><p>{sentence}</p></td></tr>\n'
    )
