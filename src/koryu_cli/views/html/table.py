"""Rows as a page with a table; on a telephone the cells of a row stand one below the other."""

import re
from collections.abc import Iterable, Iterator, Sequence

from koryu_cli.views.columns import Column, Row
from koryu_cli.views.html import page
from koryu_cli.views.html.page import link, text
from koryu_cli.views.links import address_of, telephone_of

JOINT = re.compile("(、|, |; )")
"""What stands between several addresses in a cell."""
LONGEST_WHOLE = 20
"""Characters of a date or number that is not broken; longer are several, or addresses."""


def render(
    columns: Sequence[Column[Row]], rows: Iterable[Row], title: str, notes: Iterable[str] = ()
) -> Iterator[str]:
    """Return a page with a heading row and a row a row; addresses are links.

    Args:
        columns: the columns.
        rows: the rows.
        title: the title of the page.
        notes: sentences that stand below.
    """
    return page.render(title, _table(columns, rows), notes)


def _table(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[str]:
    classes = [' class="number"' if column.number else "" for column in columns]
    headings = [text(column.header) for column in columns]
    yield '<table class="rows">\n<thead>\n<tr>'
    for name, heading in zip(classes, headings, strict=True):
        yield f'<th scope="col"{name}>{heading}</th>'
    yield "</tr>\n</thead>\n<tbody>\n"
    for row in rows:
        yield "<tr>"
        for column, name, heading in zip(columns, classes, headings, strict=True):
            data = column.cell(row)
            longest = max(map(len, data.split("\n")))
            whole = ' class="whole"' if column.whole and longest <= LONGEST_WHOLE else name
            yield f'<td{whole} data-label="{heading}">{cell(data)}</td>'
        yield "</tr>\n"
    yield "</tbody>\n</table>\n"


def cell(data: str) -> str:
    """Return the text of a cell as markup; one or several addresses on a line are links."""
    return "<br>".join(map(_line, data.split("\n")))


def _line(data: str) -> str:
    parts = JOINT.split(data)
    if all(address_of(part) or telephone_of(part) for part in parts[::2]):
        return "".join(map(link, parts))
    return text(data)
