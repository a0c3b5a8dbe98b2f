"""Events as a timeline to be read."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType

from koryu_cli.display import visible
from koryu_cli.query.events import Event
from koryu_cli.views import entries
from koryu_cli.views.columns import sides
from koryu_cli.views.lines import JapaneseText
from koryu_cli.views.sentences import by_sentence, dates, pieces


def render(events: Iterable[Event], width: int | None) -> RenderableType:
    """Return events one below the other, each with its date, form, governments and sentence.

    A sentence stands once, at the first of its dates, all of which are marked in it. An agreement's
    own date is marked 【提携】 and followed by the title of the form.

    Args:
        events: what to show, in this order.
        width: cells of the terminal; without it no line is wrapped.
    """
    return entries.render(map(_entry, by_sentence(events)), width)


def render_plain(events: Iterable[Event]) -> Iterator[str]:
    """Return what `render` shows where there is neither colour nor a width."""
    return entries.render_plain((dates(each[0].span), _plain(each)) for each in by_sentence(events))


def sentences_of_several(events: Iterable[Event]) -> int:
    """Return how many sentences stand at the first of several dates."""
    return sum(len({event.start for event in told}) > 1 for told in by_sentence(events))


def _entry(events: Sequence[Event]) -> entries.Entry:
    """Return the entry of a sentence with the events in it."""
    first = events[0]
    body = JapaneseText(_heading(first))
    is_own = first.place is None
    for piece, is_date in pieces(events):
        body.append(piece, "bold" if is_own else "bold cyan" if is_date else "")
    return entries.Entry(dates(first.span), body, "bold cyan" if is_own else "cyan")


def _plain(events: Sequence[Event]) -> str:
    """Return what `_entry` says behind the date, without Rich."""
    return _heading(events[0]) + "".join(piece for piece, _ in pieces(events))


def _heading(event: Event) -> str:
    return f"{event.agreement.id}  {visible(sides(event.agreement))}\n"
