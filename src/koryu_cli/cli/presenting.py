"""Writing results: the view of the format asked for, and the stream."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from koryu_cli.cli.formats import AgreementFormat, RowFormat, TableFormat
from koryu_cli.cli.options import ListOptions
from koryu_cli.query.order import arranged
from koryu_cli.views.columns import AGREEMENT_COLUMNS, TABLE_COLUMNS

if TYPE_CHECKING:
    from koryu_cli.catalogue.reading import Found, Test
    from koryu_cli.catalogue.selection import Selection
    from koryu_cli.cli.settings import Settings
    from koryu_cli.output import Output
    from koryu_cli.query.search import Query
    from koryu_cli.record.models import Agreement
    from koryu_cli.views.columns import Column, Row


def render_rows(
    form: RowFormat,
    columns: "Sequence[Column[Row]]",
    rows: "Sequence[Row]",
    documents: Iterable[object],
    *,
    bom: bool = False,
) -> Iterator[str]:
    """Return rows in a format for other programs.

    Args:
        form: the format.
        columns: what all but JSON show of a row.
        rows: the rows.
        documents: what JSON shows, a document a row.
        bom: whether CSV starts with a byte order mark.
    """
    match form:
        case "json":
            from koryu_cli.views import json  # the other formats do without

            return json.render(documents)
        case "ndjson":
            from koryu_cli.views import json  # the other formats do without

            return json.render_lines(documents)
        case "csv":
            from koryu_cli.views import delimited  # the other formats do without

            return delimited.render_csv(columns, rows, bom=bom)
        case "tsv":
            from koryu_cli.views import delimited  # the other formats do without

            return delimited.render_tsv(columns, rows)
        case "markdown":
            from koryu_cli.views import markdown  # the other formats do without

            return markdown.render(columns, rows)


def show_table(output: "Output", columns: "Sequence[Column[Row]]", rows: "Sequence[Row]") -> None:
    """Write rows as a table for people."""
    if output.is_plain():
        from koryu_cli.views import plain  # Rich takes longer to import than all the rest

        output.write(plain.render(columns, rows))
    else:
        from koryu_cli.views import table  # draws with Rich

        output.show(table.render(columns, rows, output.width()))


def present_rows(
    output: "Output",
    form: TableFormat,
    columns: "Sequence[Column[Row]]",
    rows: "Sequence[Row]",
    documents: Iterable[object],
    *,
    bom: bool = False,
) -> None:
    """Write rows as a table for people, or in a format for other programs."""
    if form == "table":
        show_table(output, columns, rows)
    else:
        output.write(render_rows(form, columns, rows, documents, bom=bom))


def present_list(
    settings: "Settings",
    test: "Test",
    listing: ListOptions,
    form: AgreementFormat,
    *,
    bom: bool,
) -> "Found[Selection] | Found[int]":
    """Write the agreements that pass a test, or with --count their number; return which was found.

    The options are checked before any data is read.
    """
    listing.chosen(AGREEMENT_COLUMNS, AGREEMENT_COLUMNS)
    listing.order()
    limit = listing.number()
    if not listing.count:
        selected = settings.select(test)
        present_agreements(settings, selected.value, selected.total, listing, form, bom=bom)
        return selected
    counted = settings.count(test)
    shown = counted.value if limit is None else min(counted.value, limit)
    settings.output.write([f"{shown}\n"])
    return counted


def present_agreements(
    settings: "Settings",
    chosen: "Selection",
    total: int,
    listing: ListOptions,
    form: AgreementFormat,
    *,
    bom: bool,
) -> None:
    """Write the agreements of a selection as a list.

    Args:
        settings: the options that every command has.
        chosen: the selection.
        total: how many agreements it was made from.
        listing: columns, order and number of what is shown.
        form: the format.
        bom: whether CSV starts with a byte order mark.
    """
    output = settings.output
    shown = arranged(chosen, listing.order())[: listing.number()]
    if form == "ids":
        output.write(f"{number}\n" for number in shown.ids)
        return
    default = TABLE_COLUMNS if form in ("table", "markdown") else AGREEMENT_COLUMNS
    columns = listing.chosen(AGREEMENT_COLUMNS, default)
    present_rows(output, form, columns, shown, shown, bom=bom)
    if form == "table":
        settings.note_count(len(shown), total)


def present_hits(
    settings: "Settings",
    test: "Test",
    query: "Query",
    listing: ListOptions,
) -> "Found[Selection]":
    """Write the agreements that pass a test, to be read, the best first; return them."""
    from koryu_cli.query.search import matches, score  # lists do without
    from koryu_cli.views import hits as view

    order, limit, output = listing.order(), listing.number(), settings.output

    def rank(agreement: "Agreement") -> int:
        return 1 + score(matches(agreement, query)) if test(agreement) else 0

    selected = settings.select(rank)
    hits = selected.value.ranked(lambda rank: rank)
    shown = arranged(hits, order)[:limit]
    pages = ((agreement, matches(agreement, query)) for agreement in shown)
    if output.is_plain():
        output.write(view.render_plain(pages))
    else:
        output.show(view.render(pages), long=True)
    settings.note_count(len(shown), selected.total)
    return selected


def present_cards(
    settings: "Settings", agreements: "Selection", form: AgreementFormat, *, bom: bool
) -> None:
    """Write agreements as cards, or in another format as a list."""
    if form != "table":
        total = len(agreements)
        present_agreements(settings, agreements, total, ListOptions(), form, bom=bom)
        return
    from koryu_cli.views import card  # only this needs all of Rich's layout

    output = settings.output
    output.show(card.render(agreements, output.width()), long=True)
