"""Anniversaries as an iCalendar file (RFC 5545), which calendar programs read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from koryu_cli.display import visible
from koryu_cli.language import _
from koryu_cli.query.anniversaries import Anniversary
from koryu_cli.record.models import Agreement
from koryu_cli.views.columns import date_of, japanese_side, overseas_side, sides, together

NAMESPACE = UUID("7d0b7a5e-2f4c-4a39-9d86-5b1f0c2e8a63")
"""The namespace of the UIDs (RFC 9562, section 6.5); UIDs that are UUIDs follow RFC 7986, 5.3."""
LINE_END = "\r\n"
LONGEST_LINE = 75
"""Octets of a line without its end, RFC 5545 section 3.1."""


def render(anniversaries: Iterable[Anniversary]) -> Iterator[str]:
    """Return the lines of a calendar with an all-day event for each anniversary.

    One without a known day has no place in a calendar and is left out. The same anniversary has
    the same UID and the same text every time, whatever data file it comes from and whatever its
    number there: its DTSTAMP, the last change of what the event says, is the day of the agreement.
    """
    known: Counter[str] = Counter()
    yield from _lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//koryu//koryu-cli//JA")
    for anniversary in anniversaries:
        if anniversary.on:
            identity = _identity(anniversary)
            known[identity] += 1
            yield from _lines(*_event(anniversary, f"{identity}\n{known[identity]}"))
    yield from _lines("END:VCALENDAR")


def _identity(anniversary: Anniversary) -> str:
    """Return what tells an anniversary from all others: whose it is, of what, and its day."""
    agreement = anniversary.agreement
    governments = [
        *(side.name for side in agreement.japan),
        *(side.name for side in agreement.overseas),
    ]
    return "\n".join(
        [*governments, agreement.headline, str(anniversary.on), str(anniversary.years)]
    )


def _event(anniversary: Anniversary, identity: str) -> Iterator[str]:
    agreement = anniversary.agreement
    day = f"{anniversary.start:%Y%m%d}"
    stamp = agreement.span.start if agreement.span else None
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE, identity)}"
    yield f"DTSTAMP:{stamp or anniversary.start:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day}"
    headline = _headline(agreement)
    summary = _("{count}周年: {headline}", count=anniversary.years, headline=headline)
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(_description(agreement))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _headline(agreement: Agreement) -> str:
    """Return the title, which names the parties, else the agreement's name with both sides."""
    both = sides(agreement)
    if agreement.title or not agreement.headline:
        return agreement.title or both
    return _("{name}（{sides}）", name=agreement.headline, sides=both)


def _description(agreement: Agreement) -> str:
    lines = [
        _("日本側: {side}", side=japanese_side(agreement)),
        _("海外側: {side}", side=overseas_side(agreement)),
        _("提携年月日: {date}", date=date_of(agreement)),
    ]
    for contact in agreement.contacts:
        parts = [together(contact.departments), contact.phone, contact.email]
        lines.append(_("連絡先: {contact}", contact=" ".join(filter(None, parts))))
    return "\n".join(lines)


def _text(value: str) -> str:
    r"""Escape a value of the type TEXT, RFC 5545 section 3.3.11: `\\ \; \, \n`."""
    value = visible(value, lines=True)
    for raw, escaped in (("\\", r"\\"), (";", r"\;"), (",", r"\,"), ("\n", r"\n")):
        value = value.replace(raw, escaped)
    return value


def _lines(*lines: str) -> Iterator[str]:
    for line in lines:
        yield from _folded(line)


def _folded(line: str) -> Iterator[str]:
    """Break a line before it is too long; each further part begins with a blank."""
    part, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > LONGEST_LINE:
            yield part + LINE_END
            part, octets = " ", 1
        part += character
        octets += size
    yield part + LINE_END
