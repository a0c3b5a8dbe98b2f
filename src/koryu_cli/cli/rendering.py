"""Writing rows: the view of each format, and where it goes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from koryu_cli.cli.formats import TableFormat, TextFormat
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.output import Output
    from koryu_cli.views.columns import Column, Row


class Layout(NamedTuple):
    """What a format shows beside the rows.

    Attributes:
        title: what a page or a workbook is called.
        notes: sentences that stand below on a page.
        bom: whether CSV starts with a byte order mark.
        header: whether the headings of the columns come before the rows.
    """

    title: str = ""
    notes: Sequence[str] = ()
    bom: bool = False
    header: bool = True


def render_rows(
    form: TextFormat,
    columns: "Sequence[Column[Row]]",
    rows: "Iterable[Row]",
    documents: Iterable[object],
    layout: Layout,
) -> Iterator[str]:
    """Return rows in a format that is text.

    Args:
        form: the format.
        columns: what all but JSON show of a row.
        rows: the rows.
        documents: what JSON shows, a document a row.
        layout: what stands beside the rows.
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

            return delimited.render_csv(columns, rows, bom=layout.bom, header=layout.header)
        case "tsv":
            from koryu_cli.views import delimited  # the other formats do without

            return delimited.render_tsv(columns, rows, header=layout.header)
        case "markdown":
            from koryu_cli.views import markdown  # the other formats do without

            return markdown.render(columns, rows)
        case "html":
            from koryu_cli.views.html import table  # the other formats do without

            return table.render(columns, rows, layout.title, layout.notes)


def is_utf_8(form: TextFormat, layout: Layout) -> bool:
    """Tell whether a format is UTF-8 by its own rules, whatever the terminal's encoding is.

    JSON is by RFC 8259, a page of HTML says so itself, and CSV with a byte order mark has it.
    """
    return form in ("json", "ndjson", "html") or (form == "csv" and layout.bom)


def show_table(output: "Output", columns: "Sequence[Column[Row]]", rows: "Sequence[Row]") -> None:
    """Write rows as a table for people."""
    if output.is_plain():
        from koryu_cli.views import plain  # Rich takes longer to import than all the rest

        output.write(plain.render(columns, rows))
    else:
        from koryu_cli.views import table  # draws with Rich

        layout = table.lay_out(columns, rows, output.width())
        output.show(table.render(layout, output.width()))
        if layout.left_out:
            output.note(
                _(
                    "幅が足りないため、{headings}の列を省きました。"
                    "--columns {keys} を付けると、すべて示します。",
                    headings=_("、").join(column.title for column in layout.left_out),
                    keys=",".join(column.key for column in columns),
                )
            )


def present_rows(
    output: "Output",
    form: TableFormat,
    columns: "Sequence[Column[Row]]",
    rows: "Sequence[Row]",
    documents: Iterable[object],
    layout: Layout,
) -> None:
    """Write rows as a table for people, or in another format."""
    if form == "table":
        show_table(output, columns, rows)
    elif form == "xlsx":
        from koryu_cli.views import xlsx  # the other formats do without

        output.write_bytes(xlsx.render(columns, rows, title=layout.title))
    else:
        text = render_rows(form, columns, rows, documents, layout)
        output.write(text, utf_8=is_utf_8(form, layout))
