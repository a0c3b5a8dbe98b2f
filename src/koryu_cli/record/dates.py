"""What the text of an agreement's date stands for, and whether the other fields agree with it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from koryu_cli import wareki
from koryu_cli.language import _
from koryu_cli.record.rules import Disagreement

PRECISIONS = ("day", "month", "year", "fiscal_year")
_FIELDS = ("start", "end", "precision", "wareki")
_SINCE = "から"


def derived(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the span of the date's text in its fields: None each if it cannot be read."""
    try:
        return _fields_of(values["text"])
    except wareki.DateError:
        return _fields(None)


def date_in(text: str) -> wareki.Span | None:
    """Return the span of a date's text, or None if the text says that there is no date.

    Words around the date are passed over; 平成4年から開始 is read as the year it names.

    Raises:
        DateError: the text is no date, or one that is not a day, a month, a year or a fiscal year.
    """
    span = wareki.parse_cell(text.partition(_SINCE)[0])
    if span and span.precision not in PRECISIONS:
        raise wareki.DateError(text, 0, len(text), _("年月日、年月、年または年度ではありません"))
    return span


def disagreements(values: Mapping[str, Any]) -> Iterator[Disagreement]:
    """Yield the fields of a date that do not agree with its text."""
    if "text" not in values:
        return
    try:
        expected = _fields_of(values["text"])
    except wareki.DateError as error:
        if any(values.get(field) is not None for field in _FIELDS):
            yield Disagreement("text", _("読み取れる年月日（{error}）", error=error))
        return
    for field, right in expected.items():
        value = values.get(field, right)
        if value != right and (value is None or value != str(right)):
            what = _("text「{text}」の「{right}」", text=values["text"], right=right)
            yield Disagreement(field, what)


@lru_cache(maxsize=2**14)
def _fields_of(text: str) -> dict[str, Any]:
    """Return what the other fields of a date with a text are.

    Raises:
        DateError: the text cannot be read.
    """
    return _fields(date_in(text))


def _fields(span: wareki.Span | None) -> dict[str, Any]:
    if span is None:
        return dict.fromkeys(_FIELDS)
    era_form = wareki.format_wareki(span) or None
    return dict(zip(_FIELDS, (span.start, span.end, span.precision, era_form), strict=True))
