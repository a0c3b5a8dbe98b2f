"""What a search found: each agreement with the places where the terms occur."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from koryu_cli.display import visible
from koryu_cli.models import Agreement
from koryu_cli.query.search import Match, Place
from koryu_cli.views.columns import japanese_side, overseas_side
from koryu_cli.views.lines import MARKS, JapaneseText

CONTEXT = 24
"""How many characters of a text are shown on either side of a match."""
HIGHLIGHT = "bold reverse"
CUT = "..."
MARK = re.compile(f"[{MARKS}]")


def render(hits: Iterable[tuple[Agreement, Sequence[Match]]]) -> RenderableType:
    """Return each agreement with the texts that match, the matched words highlighted."""
    parts: list[RenderableType] = []
    for agreement, found in hits:
        if parts:
            parts.append(Text())
        in_title = next((match.places for match in found if match.text == agreement.title), ())
        heading = JapaneseText().append(f"{agreement.id}  ", "bold cyan")
        heading.append(_highlighted(agreement.title, in_title, 0, len(agreement.title)))
        sides = f"{japanese_side(agreement)} - {overseas_side(agreement)}"
        parts += [heading, JapaneseText(f"{visible(sides)}（{agreement.date.wareki}）", "dim")]
        parts.append(_texts([match for match in found if match.text != agreement.title]))
    return Group(*parts)


def _texts(found: Iterable[Match]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for match in found:
        for snippet in _snippets(match):
            table.add_row(match.heading, snippet)
    return table


def _snippets(match: Match) -> Iterator[JapaneseText]:
    """Return the text around the places of a match; those near each other share a snippet."""
    for places in _near_places(match):
        first, last = _window(match.text, places[0][0], places[-1][1])
        snippet = JapaneseText(CUT if first > 0 and match.text[first - 1] != "\n" else "")
        snippet.append(_highlighted(match.text, places, first, last))
        if last < len(match.text) and match.text[last] != "\n":
            snippet.append(CUT)
        yield snippet


def _highlighted(text: str, places: Iterable[Place], first: int, last: int) -> Text:
    """Return `text` from `first` to `last` with its `places` highlighted."""
    shown = Text()
    for start, end in places:
        shown.append(visible(text[first:start]))
        shown.append(visible(text[start:end]), HIGHLIGHT)
        first = end
    return shown.append(visible(text[first:last]))


def _near_places(match: Match) -> list[list[Place]]:
    groups: list[list[Place]] = []
    for start, end in match.places:
        last_end = groups[-1][-1][1] if groups else 0
        if groups and start - last_end <= 2 * CONTEXT and "\n" not in match.text[last_end:start]:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return groups


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Return what is shown around a match: within its line, and no character without its marks."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    first = max(line_start, start - CONTEXT)
    last = min(len(text) if line_end < 0 else line_end, end + CONTEXT)
    while first > line_start and MARK.match(text, first):
        first -= 1
    while last < len(text) and MARK.match(text, last):
        last += 1
    return first, last
