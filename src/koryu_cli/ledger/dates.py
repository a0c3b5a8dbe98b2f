"""The date of an agreement, from the cells of a row that give it or stand beside its parties."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from koryu_cli.ledger.cells import date_in
from koryu_cli.ledger.drafts import Draft


def date_of(draft: Draft, beside: Sequence[str]) -> dict[str, Any] | None:
    """Return the `date` of a record.

    It is read from its own words (記載), else from the date, else from the first and last day, else
    from what stands beside the names of the parties. Cells that are not needed then, and say
    something else, are kept as they are written.

    Args:
        draft: the row.
        beside: the dates that stand beside the names.
    """
    source = next((key for key in ("text", "date") if draft.text(key)), "date")
    days = _between(draft.text("start"), draft.text("end"))
    written = draft.text(source) or days or next(iter(beside), "")
    found = date_in(written)
    if found.problem:
        draft.problems.append(draft.finding(source, found.problem))
    if found.notice:
        draft.notices.append(draft.finding(source, found.notice))
    value: dict[str, Any] | None = found.value
    if value is None and written and draft.columns.are_own:
        value = {"text": written}
    if source == "text" and not _same_days(value, date_in(draft.text("date")).value):
        draft.keep("date")
    for key in ("start", "end"):
        if draft.text(key) != ((value or {}).get(key) or ""):
            draft.keep(key)
    return value


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


def _same_days(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    return other is None or (
        one is not None and all(one.get(key) == other[key] for key in ("start", "end"))
    )
