"""Events as a timeline to be read."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from koryu_cli.display import visible
from koryu_cli.query.events import Event
from koryu_cli.views import entries
from koryu_cli.views.columns import beside
from koryu_cli.views.sentences import dates, pieces

if TYPE_CHECKING:
    from rich.console import RenderableType


def render(sentences: Iterable[Sequence[Event]], width: int | None) -> "RenderableType":
    """Return sentences one below the other, each with its date, form and governments.

    A sentence stands once, at the first of its dates, all of which are marked in it. An agreement's
    own date is marked 【提携】 and followed by the title of the form.

    Args:
        sentences: what to show, in this order: the events of each sentence.
        width: cells of the terminal; without it no line is wrapped.
    """
    return entries.render(map(_entry, sentences), width)


def render_plain(sentences: Iterable[Sequence[Event]]) -> Iterator[str]:
    """Return what `render` shows where there is neither colour nor a width."""
    return entries.render_plain(_plain(sentences))


def sentences_of_several(sentences: Iterable[Sequence[Event]]) -> int:
    """Return how many sentences stand at the first of several dates."""
    return sum(len({event.start for event in told}) > 1 for told in sentences)


def _entry(events: Sequence[Event]) -> entries.Entry:
    """Return the entry of a sentence with the events in it."""
    from koryu_cli.views.japanese_text import JapaneseText  # the plain form does without

    first = events[0]
    body = JapaneseText(_heading(first))
    is_own = first.place is None
    for piece, is_date in pieces(events):
        body.append(piece, "bold" if is_own else "bold cyan" if is_date else "")
    return entries.Entry(dates(first.span), body, "bold cyan" if is_own else "cyan")


def _plain(sentences: Iterable[Sequence[Event]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the dates of each sentence, and what `_entry` says behind them, without Rich."""
    dates_of = lru_cache(maxsize=1)(dates)  # of one after the other they are often the same
    for events in sentences:
        yield (
            dates_of(events[0].span),
            _heading(events[0]) + "".join(piece for piece, _ in pieces(events)),
        )


def _heading(event: Event) -> str:
    number, japan, overseas = event.agreement
    return f"{number}  {visible(beside(japan, overseas))}\n"
