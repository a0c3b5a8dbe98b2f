"""The cells of a row that stand for one value: its date, its number, its themes."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple
from unicodedata import normalize

from koryu_cli import wareki
from koryu_cli.language import _
from koryu_cli.record import dates
from koryu_cli.record.english import TERMS
from koryu_cli.record.vocabulary import THEMES, shown_term
from koryu_cli.text import fold, listed

_PARTS_OF_THEMES = re.compile(r"\s*・\s*|\s+and\s+")
DIVIDERS = re.compile(r"\s*[、，,;；/／\n]\s*")
"""What stands between the values of a cell that holds several."""

_NOTHING = re.compile(
    r"[\W_ー]*(?:(?:該当|記載|特に|提携先?)?(?:なし|無し|ナシ|無)|none|n/?a|null)?[\W_ー]*",
    re.IGNORECASE,
)
_ERROR = re.compile(r"\s*#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)\s*")
"""What Excel shows in place of a value that cannot be worked out."""
WITHOUT_VALUE = "#FORMULA!"
"""What stands for a formula whose value a workbook does not have."""
_SPAN = ("start", "end", "precision", "wareki")
_SERIAL = re.compile(r"([1-9][0-9]{4})(?:\.[0-9]+)?")
_SERIAL_ORIGIN = date(1899, 12, 30)
_NUMBER = re.compile(r"(?:No\.?|第)?\s*\(?([0-9]{1,15})\s*[番号]?[.)]?", re.IGNORECASE)
_MARKS = ("再掲", "○", "◯", "〇", "●", "✓", "true", "yes", "1", "reprinted")


class Found(NamedTuple):
    """What a cell says: a value for the record, or what is wrong and what would work."""

    value: Any = None
    problem: str | None = None
    notice: str | None = None


def says_nothing(text: str) -> bool:
    """Tell whether a cell is blank or says that there is nothing: －, なし."""
    if not text:
        return True
    return _NOTHING.fullmatch(normalize("NFKC", text)) is not None and not fault_of(text)


def fault_of(text: str) -> str:
    """Return what is wrong with a cell that holds no value but an error of Excel, else ""."""
    if text == WITHOUT_VALUE:
        return _("数式の値が保存されていません。Excel で開き、保存し直してください。")
    return _("Excel のエラーです。正しい値を書いてください。") if _ERROR.fullmatch(text) else ""


def number_in(text: str) -> Found:
    """Read a number from 1: 3, ３, ③, ⑶, No.3, 3番, 3)."""
    match = _NUMBER.fullmatch(normalize("NFKC", text).strip())
    if match and int(match[1]) > 0:
        return Found(int(match[1]))
    return Found() if says_nothing(text) else Found(problem=_("1 以上の整数を書いてください。"))


def date_in(text: str) -> Found:
    """Read a date, also one that Excel has turned into a number; its value is `date` of a record.

    A text that cannot be read keeps its place, with None for what follows from it.
    """
    if serial := _SERIAL.fullmatch(normalize("NFKC", text)):
        text = (_SERIAL_ORIGIN + timedelta(days=int(serial[1]))).isoformat()
    try:
        span = dates.date_in(text)
    except wareki.DateError as error:
        return Found({"text": text} | dict.fromkeys(_SPAN), _reason(error))
    if span is None:
        return Found()
    days = (span.start and span.start.isoformat(), span.end and span.end.isoformat())
    era_form = wareki.format_wareki(span) or None
    found = {"text": text} | dict(zip(_SPAN, (*days, span.precision, era_form), strict=True))
    return Found(found, notice=span.notice if span.notice and _is_date(text) else None)


def _is_date(text: str) -> bool:
    """Tell whether a text is a date without words around it, which need no notice."""
    try:
        wareki.parse(text)
    except wareki.DateError:
        return False
    return True


def _reason(error: wareki.DateError) -> str:
    if error.suggestion is not None:
        return _("{reason}。もしかして: {date}", reason=error.reason, date=error.suggestion)
    if not error.part:
        return _("{reason}。", reason=error.reason)
    return _(
        "{place}文字目の「{part}」: {reason}。",
        place=error.start + 1,
        part=error.part,
        reason=error.reason,
    )


def themes_in(text: str) -> Found:
    """Read themes (分野), or parts of their names (経済); the value is a list.

    Words that are no themes are a problem; those beside them are read.
    """
    if says_nothing(text):
        return Found([])
    known = _themes()
    words = [
        part
        for word in DIVIDERS.split(text.strip())
        for part in ([word] if fold(word) in known else _PARTS_OF_THEMES.split(word))
        if part
    ]
    themes = [*dict.fromkeys(known[fold(word)] for word in words if fold(word) in known)]
    if unknown := [word for word in words if fold(word) not in known]:
        problem = _(
            "{words}は分野の語ではありません。使えるのは {themes} です。",
            words=listed(_("「{word}」", word=word) for word in unknown),
            themes=listed(map(shown_term, THEMES)),
        )
        return Found(themes, problem)
    return Found(themes)


@cache
def _themes() -> dict[str, str]:
    """Return the themes by their folded names in both languages, and by the parts of these."""
    names = [(name, theme) for theme in THEMES for name in (theme, TERMS[theme])]
    parts = [(part, theme) for name, theme in names for part in _PARTS_OF_THEMES.split(name)]
    return {fold(name): theme for name, theme in [*parts, *names]}


def mark_in(text: str) -> Found:
    """Read whether a row is marked: 再掲, ○."""
    word = normalize("NFKC", text).strip().lower()
    if word in _MARKS:
        return Found(True)
    if says_nothing(word):
        return Found()
    return Found(problem=_("再掲なら「再掲」と書き、そうでなければ空欄にしてください。"))
