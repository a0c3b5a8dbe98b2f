"""Search hits as a page: each agreement with the texts in which the terms occur, marked."""

from collections.abc import Iterable, Iterator

from koryu_cli.query.search import Hit
from koryu_cli.record.models import Agreement
from koryu_cli.views.hits import snippets, subtitle, title_of
from koryu_cli.views.html import page
from koryu_cli.views.html.page import marked, text


def render(hits: Iterable[tuple[Agreement, Hit]], title: str) -> Iterator[str]:
    """Return a page with each agreement and the texts that match.

    Args:
        hits: the agreements, each with how it answers.
        title: the title of the page.
    """
    return page.render(title, (_rendered(*hit) for hit in hits))


def _rendered(agreement: Agreement, hit: Hit) -> str:
    heading = f"<h2>{agreement.id}　{marked(title_of(agreement, hit))}</h2>\n"
    rows = "".join(
        f'<tr><th scope="row">{text(field)}</th><td>{marked(pieces)}</td></tr>\n'
        for field, pieces in snippets(agreement, hit)
    )
    table = f"<table>\n<tbody>\n{rows}</tbody>\n</table>\n" if rows else ""
    return f'{heading}<p class="empty">{text(subtitle(agreement))}</p>\n{table}'
