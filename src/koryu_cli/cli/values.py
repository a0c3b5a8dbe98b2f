"""The values that completion offers for options and arguments, each with what it means.

A key is pressed and waits for the answer, so the data are read as plain JSON: to validate them
would take longer than all the rest. Whatever is wrong with them raises, and nothing is offered.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import typer

Candidate = tuple[str, str]
"""A word that may stand at the end of a command line, and what it means."""

MOST = 500
"""How many records are looked at, so that a long file does not keep the key waiting."""

FILE = "<file>"
"""What the scripts for shells take for: here stands the name of a file."""


def countries(context: typer.Context) -> list[Candidate]:
    """Return the everyday names of the countries in the data, with counts."""
    return _counted(context, lambda record: (side["country_name"] for side in record["overseas"]))


def prefectures(context: typer.Context) -> list[Candidate]:
    """Return the prefectures in the data, with counts."""
    return _counted(context, lambda record: (side["prefecture"] for side in record["japan"]))


def themes(context: typer.Context) -> list[Candidate]:
    """Return the themes in the data, with counts."""
    return _counted(context, lambda record: record["themes"])


def kinds(context: typer.Context) -> list[Candidate]:
    """Return the kinds of instrument in the data, with counts."""
    return _counted(context, lambda record: [record["kind"]])


def governments(context: typer.Context) -> list[Candidate]:
    """Return the governments in the data: the last part of each name, with the whole."""
    names: dict[str, str] = {}
    for record in _records(context):
        for ours in record["japan"]:
            names.setdefault(ours["municipality"] or ours["prefecture"], ours["name"])
        for theirs in record["overseas"]:
            parts = [part for part in theirs["divisions"] if part in theirs["name"]]
            names.setdefault(parts[-1] if parts else theirs["name"], theirs["name"])
    return list(names.items())


def numbers(context: typer.Context) -> list[Candidate]:
    """Return the numbers of all forms, with titles."""
    return [(str(record["id"]), record["title"]) for record in _records(context)]


def numbers_with_pages(context: typer.Context) -> list[Candidate]:
    """Return the numbers of the forms that name a web page, with titles."""
    return [(str(record["id"]), record["title"]) for record in _records(context) if record["links"]]


def columns(incomplete: str) -> list[Candidate]:
    """Return the columns that may stand at the end of a list with commas, with headings."""
    from koryu_cli.views.columns import AGREEMENT_COLUMNS

    *named, last = re.split("[,、]", incomplete)
    before = incomplete.removesuffix(last)
    return [
        (before + column.key, column.heading)
        for column in AGREEMENT_COLUMNS
        if column.key not in named
    ]


def sort_fields() -> list[Candidate]:
    """Return the fields to sort by, ascending and descending, with headings."""
    from koryu_cli.query.order import FIELDS
    from koryu_cli.views.columns import AGREEMENT_COLUMNS

    headings = {column.key: column.heading for column in AGREEMENT_COLUMNS}
    ascending = [(field, f"{headings[field]}の順") for field in FIELDS]
    return ascending + [(f"-{field}", f"{headings[field]}の逆順") for field in FIELDS]


def facets() -> list[Candidate]:
    """Return what agreements are counted by, with names in Japanese."""
    from koryu_cli.query.facets import FACETS

    return [(name, facet.heading) for name, facet in FACETS.items()]


def formats(context: typer.Context) -> list[str]:
    """Return the formats that the command of `context` writes."""
    from koryu_cli.cli.commands import anniversaries, date
    from koryu_cli.cli.presenting import AGREEMENT_FORMATS, ROW_FORMATS

    match context.info_name:
        case "anniversaries":
            return list(anniversaries.FORMATS)
        case "date":
            return list(date.FORMATS)
        case "check" | "stats" | "timeline":
            return list(ROW_FORMATS)
        case _:
            return list(AGREEMENT_FORMATS)


def files(incomplete: str) -> list[Candidate]:
    """Return what lets the shell itself complete the name of a file."""
    return [(incomplete, FILE)]


def colors() -> list[str]:
    """Return when results may be coloured."""
    from koryu_cli.output import COLOR_CHOICES

    return list(COLOR_CHOICES)


def _counted(
    context: typer.Context, values: Callable[[dict[str, Any]], Iterable[str]]
) -> list[Candidate]:
    """Return each value that records have, the most frequent first, with how many have it."""
    records = list(_records(context))
    unit = "件" if len(records) < MOST else "件以上"
    counts = Counter(value for record in records for value in set(values(record)))
    return [(value, f"{count} {unit}") for value, count in counts.most_common()]


def _records(context: typer.Context) -> Iterator[dict[str, Any]]:
    """Yield the first records of the data file that the command line or the environment names.

    Only an ordinary file is read: standard input or a pipe would keep the key waiting.
    """
    import json  # every command imports this module, and most read no data through it

    from koryu_cli.catalogue import source as sources
    from koryu_cli.catalogue.layouts.sniffing import layout_of

    source = context.find_root().params["data"]
    path = Path(source).expanduser() if source else sources.shipped()
    if path.is_file():
        with path.open("rb") as stream:
            for record in islice(layout_of(stream, str(path)).records(), MOST):
                yield json.loads(record.text)
