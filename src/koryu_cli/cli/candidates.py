"""The values that completion offers for options and arguments, each with what it means.

The user has pressed Tab and waits, so the data are read as plain JSON: to validate them would take
longer than all the rest. Data that cannot be read raise, and nothing is offered.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import typer

from koryu_cli.cli.formats import FORMATS
from koryu_cli.language import LANGUAGES, _
from koryu_cli.output import COLOR_CHOICES

Candidate = tuple[str, str]
"""A word that may complete a command line, and its meaning."""

MOST = 500
"""How many records of a file are read, so that a long one does not keep the user waiting."""

FILE = "<file>"
"""The meaning that tells the shell's script to complete the name of a file itself."""


def countries(context: typer.Context) -> list[Candidate]:
    """Return the everyday names of the countries in the data, with counts."""
    from koryu_cli.views import names  # only completion needs it

    return _counted(
        context, lambda record: (names.country(side["country_name"]) for side in record["overseas"])
    )


def prefectures(context: typer.Context) -> list[Candidate]:
    """Return the prefectures in the data, with counts."""
    from koryu_cli.views import names  # only completion needs it

    return _counted(
        context, lambda record: (names.prefecture(side["prefecture"]) for side in record["japan"])
    )


def themes(context: typer.Context) -> list[Candidate]:
    """Return the themes in the data, with counts."""
    from koryu_cli.record.vocabulary import shown_term  # only completion needs it

    return _counted(context, lambda record: map(shown_term, record["themes"]))


def kinds(context: typer.Context) -> list[Candidate]:
    """Return the kinds of instrument in the data, with counts."""
    from koryu_cli.record.vocabulary import shown_term  # only completion needs it

    return _counted(context, lambda record: [shown_term(record["kind"])])


def governments(context: typer.Context) -> list[Candidate]:
    """Return the governments in the data: the last part of each name, with the whole."""
    from koryu_cli.views import names  # only completion needs it

    found: dict[str, str] = {}
    for record in _records(context):
        for ours in record["japan"]:
            municipality = names.municipality(ours["municipality"] or "", ours["kana"])
            found.setdefault(municipality or names.prefecture(ours["prefecture"]), ours["name"])
        for theirs in record["overseas"]:
            parts = [part for part in theirs["divisions"] if part in theirs["name"]]
            found.setdefault(parts[-1] if parts else theirs["name"], theirs["name"])
    return list(found.items())


def numbers(context: typer.Context) -> list[Candidate]:
    """Return the numbers of all forms, with titles."""
    return [(str(record["id"]), record["title"]) for record in _records(context)]


def numbers_with_pages(context: typer.Context) -> list[Candidate]:
    """Return the numbers of the forms that name a web page, with titles."""
    return [(str(record["id"]), record["title"]) for record in _records(context) if record["links"]]


def columns(context: typer.Context, incomplete: str) -> list[Candidate]:
    """Return the columns that may stand at the end of a list with commas, with headings."""
    from koryu_cli.views.columns import AGREEMENT_COLUMNS, Column  # only completion needs it

    known: Sequence[Column[Any]] = AGREEMENT_COLUMNS
    if context.info_name == "anniversaries":
        from koryu_cli.views.rows import ANNIVERSARY_COLUMNS  # only this command has them

        known = ANNIVERSARY_COLUMNS
    *named, last = re.split("[,、]", incomplete)
    before = incomplete.removesuffix(last)
    return [(before + column.key, column.title) for column in known if column.key not in named]


def sort_fields() -> list[Candidate]:
    """Return the fields to sort by, ascending and descending, with headings."""
    from koryu_cli.views.columns import AGREEMENT_COLUMNS  # only completion needs it

    titles = {column.key: column.title for column in AGREEMENT_COLUMNS}
    ascending = [(field, _("{column}の順", column=titles[field])) for field in titles]
    return ascending + [
        (f"-{field}", _("{column}の逆順", column=titles[field])) for field in titles
    ]


def facets() -> list[Candidate]:
    """Return the facets, with their headings."""
    from koryu_cli.query.facets import (
        FACETS,  # every command imports this module, and few need dates
    )

    return [(name, _(facet.heading)) for name, facet in FACETS.items()]


def formats(context: typer.Context) -> list[str]:
    """Return the formats that the command of `context` writes."""
    return list(FORMATS.of(context.info_name or ""))


def files(incomplete: str) -> list[Candidate]:
    """Return the candidate that tells the shell to complete the name of a file itself."""
    return [(incomplete, FILE)]


def colors() -> list[str]:
    """Return the values of --color."""
    return list(COLOR_CHOICES)


def languages() -> list[str]:
    """Return the languages that koryu speaks."""
    return list(LANGUAGES)


def _counted(
    context: typer.Context, values: Callable[[dict[str, Any]], Iterable[str]]
) -> list[Candidate]:
    """Return the values of the records, the most frequent first, each with its count."""
    records = list(_records(context))
    counts = Counter(value for record in records for value in set(values(record)))
    message = "{count} 件" if len(records) < MOST else "{count} 件以上"
    return [(value, _(message, count=count)) for value, count in counts.most_common()]


def _records(context: typer.Context) -> Iterator[dict[str, Any]]:
    """Yield the first records of the data file that the command line or the environment names.

    Only a regular file is read: standard input or a pipe would keep the user waiting.
    """
    import json  # every command imports this module, and most read no data through it

    from koryu_cli.catalogue import source as sources
    from koryu_cli.catalogue.layouts.sniffing import layout_of

    source = context.params.get("data") or context.find_root().params["data"]
    path = Path(source).expanduser() if source else sources.shipped()
    if path.is_file():
        with path.open("rb") as stream:
            for record in islice(layout_of(stream, str(path)).records(), MOST):
                yield json.loads(record.text)
