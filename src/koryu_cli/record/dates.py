"""What the text of an agreement's date stands for, and whether the other fields agree with it."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from koryu_cli import wareki
from koryu_cli.language import _
from koryu_cli.record.rules import Disagreement
from koryu_cli.wareki.notations import read_common

PRECISIONS = ("day", "month", "year", "fiscal_year")
_FIELDS = ("start", "end", "precision", "wareki")
_NONE = (None, None, None, None)
_Fields = tuple[date | None, date | None, str | None, str | None]
_SINCE = "から"
_UNTIL_NOW = r"(?i:\s*[-‐–—―~～〜]\s*(?:present|now|現在|今日)?\s*\Z)"
_SINCE_IN_ENGLISH = r"(?i:\s*(?:since|from)\b(?=.*\d))"  # compiled when a date needs it


def derived(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the span of the date's text in its fields: None each if it cannot be read."""
    try:
        fields = _fields_of(values["text"])
    except wareki.DateError:
        fields = _NONE
    return dict(zip(_FIELDS, fields, strict=True))


def date_in(text: str) -> wareki.Span | None:
    """Return the span of a date's text, or None if the text says that there is no date.

    Words around the date are passed over: 平成4年から開始, since 1992 and 1992- are the years they
    name.

    Raises:
        DateError: the text is no date, or one that is not a day, a month, a year or a fiscal year.
    """
    beginning = text.partition(_SINCE)[0]
    span = wareki.parse_cell(beginning)
    if span and span.precision == "range" and (since := re.match(_SINCE_IN_ENGLISH, beginning)):
        span = wareki.parse_cell(" " * since.end() + beginning[since.end() :])
    elif span and span.precision == "range" and (until_now := re.search(_UNTIL_NOW, beginning)):
        span = wareki.parse_cell(beginning[: until_now.start()])
    if span and span.precision not in PRECISIONS:
        raise wareki.DateError(text, 0, len(text), _("年月日、年月、年または年度ではありません"))
    return span


def disagreements(values: Mapping[str, Any]) -> list[Disagreement]:
    """Return the fields of a date that do not agree with its text."""
    text = values.get("text")
    if text is None:
        return []
    try:
        expected = _fields_of(text)
    except wareki.DateError as error:
        if all(values.get(field) is None for field in _FIELDS):
            return []
        return [Disagreement("text", _("読み取れる年月日（{error}）", error=error))]
    get = values.get
    if (get("start"), get("end"), get("precision"), get("wareki")) == expected:
        return []
    return [
        Disagreement(field, _("text「{text}」の「{right}」", text=text, right=right))
        for field, right in zip(_FIELDS, expected, strict=True)
        if (value := get(field, right)) != right and (value is None or value != str(right))
    ]


def _fields_of(text: str) -> _Fields:
    """Return what the other fields of a date with a text are.

    Raises:
        DateError: the text cannot be read.
    """
    span = read_common(text) or date_in(text)
    if span is None:
        return _NONE
    start, end, precision, _notice = span
    era_form = wareki.format_wareki if precision == "day" else _era_form_of_period
    return start, end, precision, era_form(span) or None


# There are only so many months and years; days, of which there are many, are soon written.
_era_form_of_period = lru_cache(maxsize=2**11)(wareki.format_wareki)
