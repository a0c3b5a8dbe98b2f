"""The events of a timeline: every date that the texts mention, and the date of each agreement."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from heapq import merge
from typing import Any, Literal, NamedTuple

from koryu_cli import wareki
from koryu_cli.record.models import Agreement

Field = Literal["date", "background", "activities", "outcomes"]
TEXTS: tuple[Field, ...] = ("background", "activities", "outcomes")

_OPENING = "「『（(【〔［《〈"
_CLOSING = "」』）)】〕］》〉"
_MARK = re.compile(f"[{re.escape(_OPENING + _CLOSING)}。\n]")
_ITEM = "・ \u3000\n"
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_SENTENCE = 500
_EXCERPT = 100  # characters on either side of a date in a longer one


class Parties(NamedTuple):
    """Of an agreement, its number and the names of its two sides: what is held with its events."""

    id: int
    japan: str
    overseas: str


class Event(NamedTuple):
    """A date and what it is the date of.

    Attributes:
        agreement: whose form mentions it.
        field: where it stands; `date` is the agreement's own date.
        text: the date as it is written.
        span: the days it stands for.
        sentence: the sentence it stands in; of the agreement's own date, the title of the form.
        place: where `text` begins in `sentence`; none for the agreement's own date.
    """

    agreement: Parties
    field: Field
    text: str
    span: wareki.Span
    sentence: str
    place: int | None = None

    @property
    def start(self) -> date | None:
        """The first day; where only the last is known (平成25年3月まで), that one."""
        return self.span.start or self.span.end


def events(
    agreements: Iterable[Agreement], names: Callable[[Agreement], tuple[str, str]]
) -> list[Event]:
    """Return every event of the agreements in chronological order.

    Of those that begin together the more exact come first, then those of the lower number, in the
    order of the form.

    Args:
        agreements: whose forms are read.
        names: returns what to call the Japanese side of one, and the other.
    """
    held: dict[Any, Any] = {}
    return sorted(
        (
            event
            for agreement in agreements
            for event in _events_of(agreement, Parties(agreement.id, *names(agreement)), held)
        ),
        key=_position,
    )


def merged(lists: Iterable[Iterable[Event]]) -> Iterator[Event]:
    """Yield the events of some lists that are each in chronological order, in this order."""
    return merge(*lists, key=_position)


def _position(event: Event) -> tuple[date, date, int]:
    """Return by what an event is ordered; those of one form come in its order already."""
    return event.start or date.min, event.span.end or date.max, event.agreement.id


def _events_of(agreement: Agreement, parties: Parties, held: dict[Any, Any]) -> Iterator[Event]:
    """Yield the events of an agreement; `held` has what they consist of once for all of them."""
    once = held.setdefault
    if agreement.date and (span := agreement.date.span):
        yield Event(parties, "date", agreement.date.text, span, agreement.headline)
    for field in TEXTS:
        text: str = getattr(agreement, field) or ""
        boundaries = _boundaries(text)
        before = ""
        for mention in wareki.find(text):
            sentence, place = _sentence_around(mention, text, boundaries)
            before = before if sentence == before else sentence  # held once for all its dates
            written, span = mention.text, mention.span
            yield Event(parties, field, once(written, written), once(span, span), before, place)


def _boundaries(text: str) -> list[int]:
    """Return where sentences begin and end: at line ends, and after each 。 outside brackets."""
    places, depth = [0], 0
    for mark in _MARK.finditer(text):
        if mark[0] == "\n" or (mark[0] == "。" and not depth):
            places.append(mark.end())
            depth = 0
        elif mark[0] in _OPENING:
            depth += 1
        elif mark[0] in _CLOSING:
            depth = max(depth - 1, 0)
    return [*places, len(text)]


def _sentence_around(mention: wareki.Mention, text: str, boundaries: list[int]) -> tuple[str, int]:
    """Return the sentence of `text` that a date stands in, and where in it the date begins.

    A sentence that says nothing but the date (【平成24年7月】) is the heading of the next, which
    then belongs to it. The mark before a list item is left out. Of a sentence of more than
    500 characters only those around the date are returned, so that a long text without 。 is not
    repeated whole for each of its dates.
    """
    begin = boundaries[bisect_right(boundaries, mention.start) - 1]
    last = bisect_left(boundaries, mention.end)
    if _is_alone(mention, text, begin, boundaries[last]):
        last = min(last + 1, len(boundaries) - 1)
    if boundaries[last] - begin > _LONGEST_SENTENCE:
        return _excerpt_around(mention, text, begin, boundaries[last])
    sentence = text[begin : boundaries[last]].rstrip()
    body = sentence.lstrip(_ITEM)
    return body, mention.start - begin - len(sentence) + len(body)


def _is_alone(mention: wareki.Mention, text: str, begin: int, end: int) -> bool:
    """Return whether the sentence from `begin` to `end` says nothing but a date."""
    begin = max(begin, mention.start - _EXCERPT)
    end = min(end, mention.end + _EXCERPT)
    return not _LETTER.search(text, begin, mention.start) and not _LETTER.search(
        text, mention.end, end
    )


def _excerpt_around(mention: wareki.Mention, text: str, begin: int, end: int) -> tuple[str, int]:
    """Return what stands around a date in a sentence too long to be told for each of its dates.

    Where the sentence goes on, there is an ellipsis (…).
    """
    cut, close = max(begin, mention.start - _EXCERPT), min(end, mention.end + _EXCERPT)
    before = text[cut : mention.start].lstrip(_ITEM)
    behind = text[mention.start : close].rstrip()
    before = f"…{before}" if cut > begin else before
    return f"{before}{behind}{'…' if close < end else ''}", len(before)
