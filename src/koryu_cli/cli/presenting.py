"""Writing agreements: as a list, as search hits or as cards."""

from contextlib import nullcontext
from typing import TYPE_CHECKING, Literal

from koryu_cli.cli.formats import AgreementFormat
from koryu_cli.cli.options import FormatOptions, ListOptions
from koryu_cli.cli.rendering import present_rows
from koryu_cli.errors import UsageError
from koryu_cli.language import _, in_japanese
from koryu_cli.query.order import arranged
from koryu_cli.views.columns import (
    AGREEMENT_COLUMNS,
    JSON_COLUMNS,
    TABLE_COLUMNS,
    Column,
    distinct,
    narrowed,
    other_columns,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from koryu_cli.catalogue.reading import Found, Test
    from koryu_cli.catalogue.selection import Selection
    from koryu_cli.cli.settings import Settings
    from koryu_cli.query.search import Query
    from koryu_cli.record.models import Agreement

PAGES: tuple[AgreementFormat, ...] = ("table", "markdown", "html")
"""The formats for people, which show less of an agreement than those for programs."""
SPREADSHEETS: tuple[AgreementFormat, ...] = ("csv", "tsv", "xlsx")


def present_list(
    settings: "Settings",
    test: "Test",
    listing: ListOptions,
    form: FormatOptions,
    name: AgreementFormat,
) -> "Found[Selection] | Found[int]":
    """Write the agreements that pass a test, or with --count their number; return which was found.

    The options are checked before any data is read.

    Raises:
        UsageError: an option that cannot be understood, or a number that is to go to a file.
    """
    if listing.count and form.file is not None:
        raise UsageError(_("--count は件数を画面に示します。--output と同時には使えません。"))
    listing.chosen(_known_columns(name), ())
    if name == "ids" and listing.columns and not listing.unique:
        raise _numbers_only("--columns")
    listing.orders(AGREEMENT_COLUMNS)
    window = listing.window()
    if listing.unique:
        return _present_values(settings, test, listing, form, name)
    if not listing.count:
        selected = settings.select(test)
        present_agreements(settings, selected, listing, form, name)
        return selected
    counted = settings.count(test)
    settings.output.write([f"{len(range(counted.value)[window])}\n"])
    return counted


def _known_columns(name: AgreementFormat) -> "Sequence[Column[Agreement]]":
    """Return the columns that can be asked for in a format."""
    return JSON_COLUMNS if name in ("json", "ndjson") else AGREEMENT_COLUMNS


def _language_of(name: AgreementFormat) -> "AbstractContextManager[None]":
    """Return the context in which what a format holds is worked out.

    JSON and numbers are the same in both languages.
    """
    return in_japanese() if name in ("json", "ndjson", "ids") else nullcontext()


def _numbers_only(option: str) -> UsageError:
    return UsageError(
        _("-o ids は番号だけを示します。{option} とは同時に使えません。", option=option)
    )


def _present_values(
    settings: "Settings",
    test: "Test",
    listing: ListOptions,
    form: FormatOptions,
    name: AgreementFormat,
) -> "Found[Selection]":
    """Write the values of a column of the agreements that pass a test, each once; return these.

    Raises:
        UsageError: there is no such column, or the format has numbers only.
    """
    column = listing.only_column(AGREEMENT_COLUMNS)
    if name == "ids":
        raise _numbers_only("--unique")
    selected = settings.select(test)
    with _language_of(name):
        agreements = arranged(selected.value, listing.orders(AGREEMENT_COLUMNS))
        values = [*distinct(value for each in agreements for value in column.values_of(each))]
    shown = values[listing.window()]
    if listing.count:
        settings.output.write([f"{len(shown)}\n"])
        return selected
    columns: list[Column[str]] = [
        Column(column.key, column.heading, str, number=column.number, whole=column.whole)
    ]
    documents = ({column.key: int(value) if column.number else value} for value in shown)
    title = _(
        "{heading} {found} 件のうち {count} 件（{source} {total} 件から）"
        if len(shown) < len(values)
        else "{heading} {count} 件（{source} {total} 件のうち {forms} 件から）",
        heading=column.title,
        found=len(values),
        count=len(shown),
        source=settings.source_name(),
        total=selected.total,
        forms=len(agreements),
    )
    present_rows(form.onto(settings.output), name, columns, shown, documents, form.layout(title))
    if name == "table":
        settings.output.note(title)
    return selected


def present_agreements(
    settings: "Settings",
    found: "Found[Selection]",
    listing: ListOptions,
    form: FormatOptions,
    name: AgreementFormat,
) -> None:
    """Write the agreements of a selection as a list.

    Args:
        settings: the options that every command has.
        found: the selection, and what it was made from. For a spreadsheet, a ledger's own columns
            follow those that koryu has.
        listing: columns, order and number of what is shown.
        form: the options for formats.
        name: the format.
    """
    output = form.onto(settings.output)
    with _language_of(name):
        shown = arranged(found.value, listing.orders(AGREEMENT_COLUMNS))[listing.window()]
    if name == "ids":
        output.write(f"{number}\n" for number in shown.ids)
        return
    default = TABLE_COLUMNS if name in PAGES else AGREEMENT_COLUMNS
    if name in SPREADSHEETS and found.ledger:
        kept = (heading for agreement in shown for heading in agreement.other)
        headings = dict.fromkeys([*found.ledger.columns.other.values(), *kept])
        default = (*default, *other_columns(headings, default))
    columns = listing.chosen(_known_columns(name), default)
    title = settings.count_of(len(shown), len(found.value), found.total)
    documents = narrowed(shown, columns) if listing.columns else shown
    present_rows(output, name, columns, shown, documents, form.layout(title))
    if name == "table":
        settings.output.note(title)


def present_hits(
    settings: "Settings",
    test: "Test",
    query: "Query",
    listing: ListOptions,
    form: FormatOptions,
    name: Literal["table", "html"],
) -> "Found[Selection]":
    """Write the agreements that pass a test and answer a query, the best first; return them."""
    from koryu_cli.query.search import find  # lists do without
    from koryu_cli.views import hits

    orders, window = listing.orders(AGREEMENT_COLUMNS), listing.window()
    output = form.onto(settings.output)
    is_plain = name == "table" and output.is_plain()
    writes_all = is_plain and window.stop is None

    def answer(agreement: "Agreement") -> tuple[int, str] | None:
        """Return the points of a hit, and its lines if they are sure to be written."""
        hit = find(agreement, query) if test(agreement) else None
        return hit and (hit.points, hits.plain(agreement, hit) if writes_all else "")

    selected = settings.select(answer)
    found = selected.value.ranked(lambda points_and_lines: points_and_lines[0])
    shown = arranged(found, orders)[window]
    count = settings.count_of(len(shown), len(found), selected.total)
    pages = ((agreement, hit) for agreement in shown if (hit := find(agreement, query)))
    if writes_all:
        output.write(hits.apart(lines for _points, lines in shown.values))
    elif is_plain:
        output.write(hits.apart(hits.plain(*page) for page in pages))
    elif name == "table":
        output.show(hits.render(pages, output.width()), long=True)
    else:
        from koryu_cli.views.html import hits as page  # the terminal does without

        words = " ".join(term.word for term in query.wanted)
        title = _("「{words}」の検索結果: {found}", words=words, found=count)
        output.write(page.render(pages, title), utf_8=True)
        return selected
    settings.output.note(count)
    return selected


def present_cards(
    settings: "Settings", found: "Found[Selection]", form: FormatOptions, name: AgreementFormat
) -> None:
    """Write agreements as cards where people read the format, else as a list."""
    output, agreements = form.onto(settings.output), found.value
    match name:
        case "table" if output.is_plain():
            from koryu_cli.views import plain_card  # Rich takes longer to import than all the rest

            output.write(plain_card.render(agreements))
        case "table":
            from koryu_cli.views import card  # only this needs all of Rich's layout

            output.show(card.render(agreements, output.width()), long=True)
        case "markdown":
            from koryu_cli.views import markdown_cards  # the other formats do without

            output.write(markdown_cards.render(agreements))
        case "html":
            from koryu_cli.views.html import cards  # the other formats do without

            output.write(cards.render(agreements), utf_8=True)
        case _:
            present_agreements(settings, found, ListOptions(), form, name)
