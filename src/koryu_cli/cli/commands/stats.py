"""`koryu stats`: how many agreements there are, by country, theme, year and so on."""

from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli import candidates
from koryu_cli.cli.filtering import FilterOptions
from koryu_cli.cli.formats import FORMATS, TableFormat
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.mistakes import not_named
from koryu_cli.cli.options import FormatOptions
from koryu_cli.cli.rendering import present_rows
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.suggesting import explain_nothing
from koryu_cli.errors import UsageError
from koryu_cli.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from koryu_cli.catalogue.reading import Entry
    from koryu_cli.query.counting import Tally
    from koryu_cli.query.facets import Facet

EXAMPLES = """
koryu stats
koryu stats --by year --country 韓国
koryu stats --by country --across theme
koryu stats --by prefecture --across kind -o csv --bom > kinds.csv
"""
SCOPE = "この調査に載る協定を数えたもので、協定のすべてではない。"
PAGES = ("table", "html")
"""The formats in which remarks are a part of the page."""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("stats", cls=Command, epilog=EXAMPLES)
@grouped
def stats(
    *,
    by: Annotated[
        str,
        typer.Option(
            metavar="項目",
            help="何ごとに数えるか: 国 country、都道府県 prefecture、分野 theme、種類 kind、"
            "年 year、年度 fiscal-year、元号 era、年代 decade",
            autocompletion=candidates.facets,
        ),
    ] = "country",
    across: Annotated[
        str | None,
        typer.Option(
            metavar="項目",
            help="この項目も横に並べ、クロス集計表にする",
            autocompletion=candidates.facets,
        ),
    ] = None,
    filters: FilterOptions,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """条件に合う協定を項目ごとに数える。

    数は、その値で絞り込んだ koryu list --count と同じ。
    """
    from koryu_cli.query.counting import Tally  # help does without records

    name, facets, matches = form.chosen(FORMATS.stats), _facets(by, across), filters.matcher()

    def tally(entries: "Iterable[Entry]") -> Tally:
        return Tally.of((each for each, _ in entries if matches(each)), facets)

    found = settings.gather(tally)
    counted = reduce(add, found.value)
    _present(settings, counted, found.total, facets, form, name)
    if not counted.agreements and found.can_be_read_again:
        explain_nothing(settings, filters)


def _facet(option: str, word: str) -> str:
    """Return the name of the facet that a word stands for, in English or Japanese.

    Raises:
        UsageError: there is no such facet.
    """
    from koryu_cli.query.facets import FACETS  # help does without

    for name, facet in FACETS.items():
        if word.lower() in (name, facet.heading):
            return name
    raise not_named(option, word, {name: facet.heading for name, facet in FACETS.items()})


def _facets(by: str, across: str | None) -> "list[Facet]":
    """Return the facets called `by` and `across`, in English or Japanese.

    Raises:
        UsageError: there is no such facet, or both are the same.
    """
    from koryu_cli.query.facets import FACETS  # help does without records

    options = {"--by": by} if across is None else {"--by": by, "--across": across}
    names = [_facet(option, word) for option, word in options.items()]
    if len(set(names)) < len(names):
        from koryu_cli.text import listed  # only a mistake needs it

        others = listed(name for name in FACETS if name not in names)
        raise UsageError(
            _(
                "--across の値「{across}」は --by と同じです。使えるもの: {others}",
                across=across,
                others=others,
            )
        )
    return [FACETS[name] for name in names]


def _present(
    settings: Settings,
    tally: "Tally",
    total: int,
    facets: "Sequence[Facet]",
    form: FormatOptions,
    name: TableFormat,
) -> None:
    """Write the counts; the remarks stand below on a page, else go to standard error."""
    from koryu_cli.query.counting import count, cross  # help does without records
    from koryu_cli.views import counts

    output, (by, *across) = form.onto(settings.output), facets
    remarks = counts.remarks(tally, facets)
    if name in PAGES and settings.data is None:
        remarks.append(_(SCOPE))
    caption = counts.caption(facets, tally.agreements, total, settings.source_name())
    layout = form.layout(caption, remarks)
    if name == "table":
        from koryu_cli.views import stats as view  # draws with Rich

        output.show(view.render(tally, facets, caption, remarks, output.width()))
    elif across:
        table = cross(tally, by, *across)
        columns, rows = counts.cross_columns(table, by), counts.cross_rows(table)
        present_rows(output, name, columns, rows, table.documents(), layout)
    elif name == "html":
        from koryu_cli.views.html import chart  # the other formats do without

        page = chart.render(counts.bars(count(tally, by), by), by.heading, caption, remarks)
        output.write(page, utf_8=True)
    else:
        found = count(tally, by)
        present_rows(output, name, counts.count_columns(by), found, found, layout)
    if name not in (*PAGES, "json", "ndjson"):
        for remark in remarks:
            output.note(remark)
