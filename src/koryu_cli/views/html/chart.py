"""Counts as a page: a table whose rows have bars."""

from collections.abc import Iterable, Iterator, Sequence

from koryu_cli.language import _
from koryu_cli.views.counts import Bar
from koryu_cli.views.html import page
from koryu_cli.views.html.page import text


def render(bars: Sequence[Bar], heading: str, title: str, remarks: Iterable[str]) -> Iterator[str]:
    """Return a page with a row a bar: what was counted, how many, and the bar.

    Args:
        bars: the lines of the chart.
        heading: what was counted by, in Japanese.
        title: the title of the page.
        remarks: what stands below, a paragraph each.
    """
    return page.render(title, _chart(bars, heading), remarks)


def _chart(bars: Sequence[Bar], heading: str) -> Iterator[str]:
    peak = max((bar.figure for bar in bars), default=0)
    yield f'<table class="chart">\n<thead>\n<tr><th scope="col">{text(_(heading))}</th>'
    yield f'<th scope="col" class="number">{text(_("件数"))}</th>'
    yield '<td class="bars" aria-hidden="true"></td></tr>\n</thead>\n<tbody>\n'
    for bar in bars:
        share = f"{100 * bar.figure / peak:.4g}" if peak else "0"
        yield f'<tr><th scope="row">{text(bar.label)}</th><td class="number">{bar.figure}</td>'
        yield f'<td class="bars"><span class="bar" style="width:{share}%"></span></td></tr>\n'
    yield "</tbody>\n</table>\n"
