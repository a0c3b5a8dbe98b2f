"""Events as a timeline to be read."""

from collections.abc import Iterable

from rich.console import RenderableType

from koryu_cli import wareki
from koryu_cli.display import visible
from koryu_cli.query.events import Event
from koryu_cli.views import entries
from koryu_cli.views.columns import sides
from koryu_cli.views.lines import JapaneseText

OWN_MARK = "【提携】"


def render(events: Iterable[Event], width: int | None) -> RenderableType:
    """Return events one below the other, each with its date, form, governments and sentence.

    The date is marked where it stands in the sentence. An agreement's own date is marked 【提携】
    and followed by the title of the form.

    Args:
        events: what to show, in this order.
        width: cells of the terminal; without it no line is wrapped.
    """
    return entries.render(map(_entry, events), width)


def _entry(event: Event) -> entries.Entry:
    agreement = event.agreement
    body = JapaneseText(f"{agreement.id}  ")
    body.append(visible(sides(agreement)) + "\n", "dim")
    if event.place is None:
        body.append(OWN_MARK + visible(event.sentence), "bold")
        return entries.Entry(_dates(event.span), body, "bold cyan")
    end = event.place + len(event.text)
    body.append(visible(event.sentence[: event.place], lines=True))
    body.append(visible(event.text), "bold cyan")
    body.append(visible(event.sentence[end:], lines=True))
    return entries.Entry(_dates(event.span), body)


def _dates(span: wareki.Span) -> tuple[str, ...]:
    """Return a span in era form, and in the Gregorian calendar unless it is a range of days."""
    era_form = wareki.format_wareki(span)
    if span.start and span.end:
        era_form = era_form.replace("～", "\n～")
    if span.precision == "fiscal_year" and span.start:
        return era_form, f"{span.start.year}年度"
    if span.precision in ("day", "month", "year"):
        return era_form, wareki.format_gregorian(span)
    return (era_form,)
