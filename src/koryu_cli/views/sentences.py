"""The events of a timeline, sentence by sentence, and their dates, for the pages that show them."""

from collections.abc import Collection, Iterable, Sequence

from koryu_cli import wareki
from koryu_cli.display import visible
from koryu_cli.language import _, is_english
from koryu_cli.query.events import Event
from koryu_cli.wareki.writing import write


def by_sentence(events: Iterable[Event]) -> Collection[list[Event]]:
    """Return the events of each sentence, sentences in the order of their first events."""
    sentences: dict[tuple[int, str, str], list[Event]] = {}
    for event in events:
        key = event.agreement.id, event.field, event.sentence
        sentences.setdefault(key, []).append(event)
    return sentences.values()


def pieces(events: Sequence[Event]) -> list[tuple[str, bool]]:
    """Return the sentence of some events cut at their dates, each piece with whether it is one.

    The title that stands for an agreement's own date is one piece, after 【提携】.
    """
    sentence, done, cut = events[0].sentence, 0, []
    if events[0].place is None:
        return [(_("【提携】") + visible(sentence), False)]
    for start, length in sorted({(each.place or 0, len(each.text)) for each in events}):
        cut.append((visible(sentence[done:start], lines=True), False))
        done = start + length
        cut.append((visible(sentence[start:done]), True))
    return [*cut, (visible(sentence[done:], lines=True), False)]


def dates(span: wareki.Span) -> tuple[str, ...]:
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
