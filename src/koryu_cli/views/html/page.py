"""The frame of a page: its head, its style and its heading.

The style is for screens from a telephone's on, and for A4 paper. Text stands out from its ground by
7 to 1 or more, twice what WCAG 2.2 asks of readable text (1.4.3: 4.5 to 1).
"""

from collections.abc import Iterable, Iterator
from html import escape

from koryu_cli.display import visible
from koryu_cli.language import _, is_english
from koryu_cli.views.links import ARCHIVE, address_of, page_of, telephone_of

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: #fff; color: #1a1a1a;
  font: 1rem/1.7 "Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP", sans-serif;
  line-break: strict; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.15rem; }
h2 { margin: 1.25rem 0 .25rem; color: #14425e; font-size: 1rem; }
p { margin: 0; white-space: pre-wrap; }
ul { margin: 0; padding-left: 1.25rem; }
a { color: #0b4f8a; }
mark { background: #ffe58a; color: inherit; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid #c8ccd0; text-align: left;
  vertical-align: top; white-space: pre-line; }
thead th, thead td { border-bottom: 2px solid #14425e; color: #14425e; white-space: nowrap; }
tbody th { width: 1%; min-width: 8em; color: #4a4f54; font-weight: normal; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number, td.whole { white-space: nowrap; }
:where(.rows tr:not(:has(:nth-child(12))) > td:not(.number)) { min-width: 4.2em; }
td:not(.whole):has(a:not([href^="tel:"])) { min-width: 15em; }
a[href^="tel:"] { white-space: nowrap; }
.chart td.number { width: 1%; }
.chart th { white-space: nowrap; }
.dated th { width: 12em; }
.note, .empty { color: #4a4f54; }
.note { margin-top: 1rem; font-size: .9rem; }
article td:first-child { width: 1%; min-width: 11em; }
article { padding-bottom: 1.5rem; }
article + article { padding-top: 1.5rem; border-top: 2px solid #14425e; }
.bar { display: block; min-width: 1px; height: 1.1em; background: #2f6f9f;
  print-color-adjust: exact; }
td.bars { vertical-align: middle; }
@media screen and (max-width: 40rem) {
  tbody th, .chart th, article td:first-child { min-width: 7.2em; white-space: normal; }
  .dated th, .dated td { display: block; width: auto; padding: 0; }
  .dated th { border: 0; }
  .dated td { margin-bottom: .6rem; padding-bottom: .6rem; }
  table.rows, table.rows tbody, table.rows tr, table.rows td { display: block; }
  table.rows thead { display: none; }
  table.rows tr { padding: .5rem 0; border-bottom: 1px solid #c8ccd0; }
  table.rows td { padding: .1rem 0 .1rem 6.5em; border: 0; text-align: left;
    white-space: pre-line; }
  table.rows td:not(:empty) { display: flow-root; }
  table.rows td:empty { display: none; }
  table.rows td::before { float: left; width: 6em; margin-left: -6.5em;
    content: attr(data-label); color: #4a4f54; }
}
@page { size: A4; margin: 14mm; }
@media print {
  :root { font-size: 9pt; }
  body { max-width: none; padding: 0; line-height: 1.5; }
  h2 { margin-top: .8rem; }
  th, td { padding: .15rem .5rem; }
  h1, h2 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  article { padding: 0; border: 0; }
  article + article { padding: 0; border: 0; break-before: page; }
}
"""


def render(
    title: str, body: Iterable[str], notes: Iterable[str] = (), *, heading: bool = True
) -> Iterator[str]:
    """Return a whole page.

    Args:
        title: its title.
        body: its markup.
        notes: sentences that stand below.
        heading: whether the title stands at its head, too.
    """
    language = "en" if is_english() else "ja"
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    if heading:
        yield f"<h1>{text(title)}</h1>\n"
    yield from body
    for note in notes:
        yield f'<p class="note">{text(note)}</p>\n'
    yield "</body>\n</html>\n"


def text(data: str) -> str:
    """Return a text as markup that shows it; control characters become visible."""
    return escape(visible(data, lines=True))


def lines(data: str) -> str:
    """Return a text as markup in which lines end where they do, also in a word processor."""
    return text(data).replace("\n", "<br>")


def marked(pieces: Iterable[tuple[str, bool]]) -> str:
    """Return a text as markup, those of its pieces marked that are said to be."""
    return "".join(
        f"<mark>{text(piece)}</mark>" if is_marked else text(piece) for piece, is_marked in pieces
    )


def link(data: str) -> str:
    """Return a text as markup, an address or a telephone number as a link.

    A page of the web has its archived copy beside it.
    """
    target = address_of(data) or telephone_of(data)
    if target is None:
        return lines(data)
    markup = f'<a href="{text(target)}">{text(data)}</a>'
    if page := page_of(data):
        label = text(_("（保存されたページ）"))
        markup += f' <a href="{text(ARCHIVE + page)}">{label}</a>'
    return markup
