"""Events as a timeline to be read."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType

from koryu_cli import wareki
from koryu_cli.display import visible
from koryu_cli.language import _, is_english
from koryu_cli.query.events import Event
from koryu_cli.views import entries
from koryu_cli.views.columns import sides
from koryu_cli.views.lines import JapaneseText
from koryu_cli.wareki.writing import write

OWN_MARK = "【提携】"


def render(events: Iterable[Event], width: int | None) -> RenderableType:
    """Return events one below the other, each with its date, form, governments and sentence.

    A sentence stands once, at the first of its dates, all of which are marked in it. An agreement's
    own date is marked 【提携】 and followed by the title of the form.

    Args:
        events: what to show, in this order.
        width: cells of the terminal; without it no line is wrapped.
    """
    return entries.render(map(_entry, _by_sentence(events)), width)


def render_plain(events: Iterable[Event]) -> Iterator[str]:
    """Return what `render` shows where there is neither colour nor a width."""
    return entries.render_plain(map(_entry, _by_sentence(events)))


def _by_sentence(events: Iterable[Event]) -> Iterable[list[Event]]:
    """Return the events of each sentence, sentences in the order of their first events."""
    sentences: dict[tuple[int, str, str], list[Event]] = {}
    for event in events:
        key = event.agreement.id, event.field, event.sentence
        sentences.setdefault(key, []).append(event)
    return sentences.values()


def _entry(events: Sequence[Event]) -> entries.Entry:
    """Return the entry of a sentence with the events in it."""
    first, sentence = events[0], events[0].sentence
    body = JapaneseText(f"{first.agreement.id}  {visible(sides(first.agreement))}\n")
    if first.place is None:
        body.append(_(OWN_MARK) + visible(sentence), "bold")
        return entries.Entry(_dates(first.span), body, "bold cyan")
    done = 0
    for start, length in sorted({(each.place or 0, len(each.text)) for each in events}):
        body.append(visible(sentence[done:start], lines=True))
        done = start + length
        body.append(visible(sentence[start:done]), "bold cyan")
    body.append(visible(sentence[done:], lines=True))
    return entries.Entry(_dates(first.span), body)


def _dates(span: wareki.Span) -> tuple[str, ...]:
    """Return a span in era form, and in the Gregorian calendar unless it is a range of days.

    In English it stands in the Gregorian calendar alone.
    """
    if is_english():
        return (write(span).replace(" to ", " to\n"),)
    era_form = wareki.format_wareki(span)
    if span.start and span.end:
        era_form = era_form.replace("～", "\n～")
    if span.precision == "fiscal_year" and span.start:
        return era_form, f"{span.start.year}年度"
    if span.precision in ("day", "month", "year"):
        return era_form, wareki.format_gregorian(span)
    return (era_form,)
