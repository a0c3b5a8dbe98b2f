"""The date of an agreement, from the cells of a row that give it or stand beside its parties."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any

from koryu_cli.language import _
from koryu_cli.ledger.cells import Found, date_in
from koryu_cli.ledger.columns import Columns
from koryu_cli.ledger.date_parts import with_era_of
from koryu_cli.ledger.drafts import Draft
from koryu_cli.ledger.remarks import BRACKETED, is_no_beginning
from koryu_cli.ledger.sides import split_outside_brackets
from koryu_cli.ledger.year_last import with_year_first
from koryu_cli.wareki.errors import quote

_OF_ANOTHER_DAY = re.compile(
    r"(?:[年月日]|[0-9０-９])(?:に|頃|付け?)?(?:"
    r"(?:交流|提携)?(?:解消|終了|廃止|失効|満了|中止|休止|停止)(?=\W|$)"
    r"|(?:に?(?:締結|提携|調印)の?)?予定)"
    r"|^\W*(?:有効期限|失効|終了|解消|調整中|expired|ended|terminated|dissolved)",
    re.IGNORECASE,
)
"""What says of a date that an agreement ended then, or is still to be made."""
_PARTS = (
    r"\s*[、，,;；/／\n→⇒※]\s*(?![0-9０-９]{1,2}(?![0-9０-９年]))"
    r"|\s+(?=明治|大正|昭和|平成|令和|[MTSHR]\.?\d|\d{4}(?!\d))"
)
"""What stands between several dates in a cell, but not between the numbers of one."""


def date_of(draft: Draft, beside: Mapping[str, Sequence[str]]) -> dict[str, Any] | None:
    """Return the `date` of a record.

    It is read from its own words (記載), else from the date, else from the first and last day or
    the first alone, else from what stands beside the names of the parties. Cells that are not
    needed then, and say something else, are kept as they are written.

    Args:
        draft: the row.
        beside: the dates that stand beside the names, by the fields of their cells.
    """
    start, end = draft.text("start"), draft.text("end")
    given = {"text": draft.text("text"), "date": draft.text("date"), "start": "" if end else start}
    source = next((key for key, text in given.items() if text), "date")
    days = _between(start, end) if start and end else ""
    written = given[source] or days or next(chain.from_iterable(beside.values()), "")
    found = _date_in(written, draft.columns, source) if written else Found()
    if found.problem and (of_beginning := _beginning_in(written)):
        found = of_beginning
        draft.keep(source)
    elif found.value and not found.problem and not draft.columns.are_own and _is_other_day(written):
        found = Found(problem=_("提携した日の日付ではないようです。提携した日を書いてください。"))
        draft.keep(source)
    if found.problem:
        draft.problems.append(draft.finding(source, found.problem))
    if found.notice:
        draft.notices.append(draft.finding(source, found.notice))
    value: dict[str, Any] = found.value or {}
    if written and not value and draft.columns.are_own:
        value = {"text": written}
    others = beside if source == "date" else {**beside, "date": [given["date"]]}
    for key, texts in others.items():
        if not all(text == written or _is_same(value, text) for text in texts):
            draft.keep(key)
    for key, text in (("start", start), ("end", end)):
        if text not in (value.get(key) or "", written):
            draft.keep(key)
    return value or None


def _is_other_day(text: str) -> bool:
    """Tell whether a date is not that on which an agreement was made, by the words around it."""
    return _OF_ANOTHER_DAY.search(BRACKETED.sub("", text).partition("から")[0]) is not None


def _date_in(text: str, columns: Columns, source: str) -> Found:
    """Read a date as its column says.

    A year under 提携年度 is a fiscal year, and one under 提携年月日（昭和） is of that era. The
    others in the column may tell which number of 3/5/1990 is the day.
    """
    heading = columns.heading(source)
    text = with_year_first(text, columns.first_in_dates.get(columns.fields.get(source, -1)))
    with_era = with_era_of(heading, text)
    if with_era != text and not date_in(with_era).problem:
        text = with_era
    found = date_in(text)
    if "年度" in heading and found.value and found.value["precision"] == "year":
        of_fiscal_year = date_in(text.removesuffix("年") + "年度")
        if of_fiscal_year.value["precision"] == "fiscal_year":
            return of_fiscal_year
    return found


def _beginning_in(text: str) -> Found | None:
    """Read the date of the beginning beside that of an end or a renewal, or return None.

    It alone is the text of the date: S60.5.1 of S60.5.1（H20.3.31解消）.
    """
    parts = [BRACKETED.sub(_without_end, part) for part in split_outside_brackets(_PARTS, text)]
    of_beginning = [part.strip() for part in parts if part.strip() and not is_no_beginning(part)]
    found = (
        date_in(of_beginning[0]) if len(of_beginning) == 1 and of_beginning != [text] else Found()
    )
    if found.value is None or found.problem:
        return None
    notice = _(
        "「{text}」のうち「{date}」だけを日付として読みました",
        text=quote(text),
        date=quote(found.value["text"]),
    )
    return found._replace(notice=notice)


def _without_end(bracketed: re.Match[str]) -> str:
    """Return what a bracket says, or nothing if it dates an end or a renewal."""
    is_dated = re.search("[0-9０-９元]", bracketed[0]) is not None
    return "" if is_dated and is_no_beginning(bracketed[0]) else bracketed[0]


def _between(start: str, end: str) -> str:
    """Return the text of the date whose first and last day are given in ISO format, or ""."""
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return ""
    after = last + timedelta(days=1)
    if first == last:
        return start
    if first.day == after.day == 1:
        months = (after.year - first.year) * 12 + after.month - first.month
        if months == 1:
            return start[:7]
        if months == 12 and first.month in (1, 4):
            return f"{first.year}年" if first.month == 1 else f"{first.year}年度"
    return ""


def _is_same(value: Mapping[str, Any], text: str) -> bool:
    """Tell whether a text is blank, or a date of the same days as the `date` of a record."""
    days = _days(date_in(text).value or {})
    return not text or (any(days) and days == _days(value))


def _days(value: Mapping[str, Any]) -> list[Any]:
    return [value.get(key) for key in ("start", "end")]
