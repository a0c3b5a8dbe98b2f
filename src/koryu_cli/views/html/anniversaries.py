"""Anniversaries as a page: a row each, with the date, the agreement and whom to ask."""

from collections.abc import Iterable, Iterator

from koryu_cli.query.anniversaries import Anniversary
from koryu_cli.record.headings import HEADINGS
from koryu_cli.views.columns import Column, sides
from koryu_cli.views.html import table
from koryu_cli.views.rows import dates_of, in_words


def render(anniversaries: Iterable[Anniversary], title: str, notes: Iterable[str]) -> Iterator[str]:
    """Return a page with a row an anniversary; addresses and telephone numbers are links.

    Args:
        anniversaries: what to show, in this order.
        title: the title of the page.
        notes: sentences that stand below.
    """
    return table.render(COLUMNS, anniversaries, title, notes)


def _agreement(anniversary: Anniversary) -> str:
    agreement = anniversary.agreement
    return f"{agreement.headline}\n{sides(agreement)}".strip()


def _contacts(anniversary: Anniversary) -> str:
    """Return whom to ask: the departments, the telephone number and the address, a line each."""
    return "\n".join(
        line
        for contact in anniversary.agreement.contacts
        for line in (*contact.departments, contact.phone, contact.email)
        if line
    )


COLUMNS: tuple[Column[Anniversary], ...] = (
    Column("on", "期日", lambda row: "\n".join(dates_of(row)), whole=True),
    Column("years", "周年", in_words, whole=True),
    Column("id", HEADINGS["id"], lambda row: str(row.agreement.id), number=True),
    Column("agreement", HEADINGS["agreement"], _agreement),
    Column("contacts", HEADINGS["contacts"], _contacts),
)
