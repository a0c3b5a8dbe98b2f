"""From a selection to what is written: the format asked for, its view, and the stream."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from koryu_cli.cli.options import FormatOptions, ListOptions

if TYPE_CHECKING:
    from koryu_cli.catalogue.reading import Catalogue, Found, Test
    from koryu_cli.catalogue.selection import Selection
    from koryu_cli.cli.app import Settings
    from koryu_cli.output import Output
    from koryu_cli.query.search import Query
    from koryu_cli.record.models import Agreement
    from koryu_cli.views.columns import Column, Row

ROW_FORMATS = ("table", "json", "ndjson", "csv", "tsv", "markdown")
AGREEMENT_FORMATS = (*ROW_FORMATS, "ids")


def present_rows(
    output: "Output",
    columns: "Sequence[Column[Row]]",
    rows: "Sequence[Row]",
    documents: Iterable[object],
    *,
    form: str,
    bom: bool = False,
) -> None:
    """Write rows in one of `ROW_FORMATS`.

    Args:
        output: where to.
        columns: what tables, CSV, TSV and Markdown show of a row.
        rows: the rows.
        documents: what JSON shows, a document a row.
        form: the format.
        bom: whether CSV starts with a byte order mark.
    """
    match form:
        case "json":
            from koryu_cli.views import json

            output.write(json.render(documents))
        case "ndjson":
            from koryu_cli.views import json

            output.write(json.render_lines(documents))
        case "csv":
            from koryu_cli.views import delimited

            output.write(delimited.render_csv(columns, rows, bom=bom))
        case "tsv":
            from koryu_cli.views import delimited

            output.write(delimited.render_tsv(columns, rows))
        case "markdown":
            from koryu_cli.views import markdown

            output.write(markdown.render(columns, rows))
        case _ if output.is_plain():
            from koryu_cli.views import plain

            output.write(plain.render(columns, rows))
        case _:
            from koryu_cli.views import table

            output.show(table.render(columns, rows, output.width()))


def present_list(
    settings: "Settings",
    catalogue: "Catalogue",
    test: "Test",
    listing: ListOptions,
    form: FormatOptions,
) -> "Found[Selection] | Found[int]":
    """Write the agreements of a catalogue that pass a test, or their number; return either.

    What is wrong with the options is said before anything is read.
    """
    from koryu_cli.query.order import order
    from koryu_cli.views.columns import AGREEMENT_COLUMNS

    form.chosen(AGREEMENT_FORMATS)
    listing.chosen(AGREEMENT_COLUMNS, AGREEMENT_COLUMNS)
    order(listing.sort)
    limit = listing.number()
    if not listing.count:
        selected = catalogue.select(test)
        present_agreements(settings, selected.value, selected.total, listing, form)
        return selected
    counted = catalogue.count(test)
    shown = counted.value if limit is None else min(counted.value, limit)
    settings.output.write([f"{shown}\n"])
    return counted


def present_agreements(
    settings: "Settings",
    chosen: "Selection",
    total: int,
    listing: ListOptions,
    form: FormatOptions,
) -> None:
    """Write the agreements of a selection as a list.

    Args:
        settings: what the options before the command say.
        chosen: the selection.
        total: how many agreements it was made from.
        listing: columns, order and number of what is shown.
        form: the format.
    """
    from koryu_cli.query.order import arranged
    from koryu_cli.views import columns as views

    output, name = settings.output, form.chosen(AGREEMENT_FORMATS)
    shown = arranged(chosen, listing.sort)[: listing.number()]
    if name == "ids":
        output.write(f"{number}\n" for number in shown.ids)
        return
    default = views.TABLE_COLUMNS if name in ("table", "markdown") else views.AGREEMENT_COLUMNS
    columns = listing.chosen(views.AGREEMENT_COLUMNS, default)
    present_rows(output, columns, shown, shown, form=name, bom=form.bom)
    if name == "table":
        settings.note_count(len(shown), total)


def present_hits(
    settings: "Settings",
    catalogue: "Catalogue",
    test: "Test",
    query: "Query",
    listing: ListOptions,
) -> "Found[Selection]":
    """Write the agreements that pass a test, to be read, the best first; return them."""
    from koryu_cli.query.order import arranged, order
    from koryu_cli.query.search import matches, score
    from koryu_cli.views import hits as view

    order(listing.sort)
    limit = listing.number()
    output, plain = settings.output, settings.output.is_plain()

    def hit(agreement: "Agreement") -> tuple[int, str] | None:
        if not test(agreement):
            return None
        found = matches(agreement, query)
        return score(found), view.render_plain(agreement, found) if plain else ""

    selected = catalogue.select(hit)
    hits = selected.value.ranked(lambda value: value[0])
    shown = arranged(hits, listing.sort)[:limit]
    if plain:
        output.write(["\n".join(page for _, page in shown.values)])
    else:
        output.show(view.render((each, matches(each, query)) for each in shown), long=True)
    settings.note_count(len(shown), selected.total)
    return selected


def present_cards(settings: "Settings", agreements: "Selection", form: FormatOptions) -> None:
    """Write agreements as cards, or in another format as a list."""
    name = form.chosen(AGREEMENT_FORMATS)
    if name != "table":
        listing = ListOptions()
        present_agreements(settings, agreements, len(agreements), listing, form)
        return
    from koryu_cli.views import card

    output = settings.output
    output.show(card.render(agreements, output.width()), long=True)
