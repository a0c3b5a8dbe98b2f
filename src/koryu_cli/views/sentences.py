"""The events of a timeline, sentence by sentence, and their dates, for the pages that show them."""

from collections.abc import Sequence
from itertools import groupby

from koryu_cli import wareki
from koryu_cli.display import visible
from koryu_cli.language import _, is_english
from koryu_cli.query.events import Event
from koryu_cli.wareki.writing import write


def by_sentence(events: Sequence[Event]) -> list[tuple[Event, ...]]:
    """Return the events of each sentence, sentences in the order of their first events.

    A timeline may have hundreds of thousands: only the sentences of one form at a time are told
    apart by their texts, which takes half the memory.
    """
    groups: list[tuple[Event, ...]] = [()] * len(events)

    def number(place: int) -> int:
        return events[place].agreement.id

    for _number, of_form in groupby(sorted(range(len(events)), key=number), number):
        sentences: dict[tuple[str, str], list[int]] = {}
        for place in of_form:
            sentences.setdefault((events[place].field, events[place].sentence), []).append(place)
        for places in sentences.values():
            groups[places[0]] = tuple(map(events.__getitem__, places))
    return list(filter(None, groups))


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
