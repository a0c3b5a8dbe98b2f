"""Counts as a page to be read: a chart or a cross table between its caption and its remarks."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from koryu_cli.query.counting import Tally, count, cross
from koryu_cli.query.facets import Facet
from koryu_cli.views import chart, counts
from koryu_cli.views.japanese_text import JapaneseText


def render(
    tally: Tally, facets: Sequence[Facet], caption: str, remarks: Iterable[str], width: int | None
) -> RenderableType:
    """Return the counts of a tally by one facet as a chart, by two as a cross table.

    Args:
        tally: the counts.
        facets: the facets of the tally.
        caption: what stands above.
        remarks: what stands below, a paragraph each.
        width: cells of the terminal; without it nothing is wrapped.
    """
    by, *across = facets
    if across:
        body = chart.render_cross(cross(tally, by, *across), by, width)
    else:
        body = chart.render(counts.bars(count(tally, by), by), width)
    parts: list[RenderableType] = [JapaneseText(caption, "bold"), Text(), body]
    if below := [JapaneseText(remark, "dim") for remark in remarks]:
        parts += [Text(), *below]
    return Group(*parts)
