"""Reading the cell of a table: one date with words around it, or none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from koryu_cli.language import _
from koryu_cli.wareki.characters import fold
from koryu_cli.wareki.errors import DateError, Fault, not_read, quote
from koryu_cli.wareki.expressions import explain, read_expression
from koryu_cli.wareki.grammar import NO_DATE, STARTS_IN_A_CELL, Parser
from koryu_cli.wareki.reckoning import both
from koryu_cli.wareki.spans import Span, noted
from koryu_cli.wareki.tokens import places, tokenize
from koryu_cli.wareki.words import LATIN, Token
from koryu_cli.wareki.years import SEPARATORS

_FILL = r"[\s\-~ー.…‥・*/?()「」\[\]【】〔〕※、。:]*+"
_NO_DATE = re.compile(
    rf"""{_FILL} (?: (?:(?:提携|締結|調印|結好)?(?:年?月?日付?|時期)?[はがの]?{_FILL})?
        (?: 不明 | 不詳 | 未詳 | 未定 | 未締結 | 未提携
          | (?:記載|記録|該当|資料|提携|データ)?(?:なし|無し|無) )
        | unknown | none | null | n/?a )? {_FILL}""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = "0-9０-９元一二三四五六七八九十"
_LINE_END_IN_A_DATE = re.compile(
    rf"""(?<=[年月./．／-])[^\S\n]*\n\s*(?=[{_DIGITS}]++(?!年))
      | (?<=[{_DIGITS}])[^\S\n]*\n\s*(?=[年月日./．／-])
      | (?<=明治|大正|昭和|平成|令和)[^\S\n]*\n\s*(?=[{_DIGITS}])""",
    re.VERBOSE,
)
"""A line end within a date, as a narrow column has it: 平成24年↵5月23日."""
_MOST_LISTED = 5
_WORD = re.compile(r"\w")
_BARE_YEARS = range(1800, 2200)
"""A number of four digits without 年 is a year only among these."""
_AFTER_A_BARE_YEAR = re.compile(r"\W|\Z|[締提調結盟友姉協交再]")
_IN_A_CODE = re.compile(r"(?:[0-9A-Za-z_]|[0-9][-./])\Z")
_LETTER_BEHIND_A_DASH = re.compile("-[A-Za-z]")
_KANJI = re.compile(r"[一-鿿]")
_MONTHS = "|".join(word for word, token in LATIN.items() if token.kind == "month name")
# Words beside a date without which it is another one: early 2012, April-June 2012, 皇紀2600年,
# and a day in another language: 1. März 1982, 12 de outubro de 1990.
_PART_BEFORE = re.compile(
    r"\b((?:before|after|by|through|early|mid|late|end|beginning|half|quarter|q[1-4]|spring|summer"
    rf"|autumn|fall|winter)(?:\W+of)?(?:\W+the)?|(?:{_MONTHS})\W++(?:[0-9]{{1,2}}\W++)?"
    r"(?:(?:to|and|through|of)\b)?)\W*\Z|(皇紀|紀元|檀紀|[仏佛旧陰回]暦|ヒジュラ暦|民国)\W*\Z"
    r"|(?<![0-9])([0-9]{1,2}(?:\.|er|º)?\s*(?:de\s+)?[A-Za-zÀ-ÿ]{3,}+(?:\s+de)?)\W*\Z",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    rf"""(['’]s\b) | \W*+((?:fiscal|financial|school)\W*year | (?:{_MONTHS})\b
    | より(?:以?前|以?後|先) | [前後](?=\W|\Z) | 未満 | の?年度
    | の?第?\W*[0-9一二三四五六七八九十]\W*四半期
    | の(?:翌|前|次の)[日週月年]) | ((?<=[0-9])(?:\s+[0-9]{{1,2}})+)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LISTED_BEHIND = re.compile(
    r"(?:\s*+(?:[・、,，/／と&＆や]|及び|および)|[^\S\n]*+\n)\s*+([0-9０-９元]{1,4}\s*(?:年度?|月|日))"
    r"(?!\s*(?:間|目|ぶり|おき|ごと|以|半|余|程|ほど))"
)
"""What goes on with a list of dates of which the first is read: 平成24・25年度."""


class _Mention(NamedTuple):
    """A date in a cell: its place, what stands there, and its days; None if it has no year."""

    start: int
    end: int
    text: str
    span: Span | None


def read_cell(text: str) -> Span | None:
    """Read the date of a cell by the grammar, as `parse_cell` describes it.

    Raises:
        DateError: there is no date in it, or a part of one that is not understood, or several.
    """
    text = _LINE_END_IN_A_DATE.sub("", text)
    try:
        return read_expression(text)
    except DateError as error:
        if _NO_DATE.fullmatch(fold(text)):
            return None
        mention, span = _only_date(text, error)
    if not _WORD.search(text[: mention.start] + text[mention.end :]):
        return span
    notice = _(
        "「{text}」のうち「{date}」だけを日付として読みました",
        text=quote(text),
        date=quote(mention.text),
    )
    return noted(span, notice)


def _only_date(text: str, error: DateError) -> tuple[_Mention, Span]:
    """Return the one date of a cell and its days.

    Raises:
        DateError: there is none (the error given), or part of one, or several.
    """
    mentions = _in_both_calendars(text, list(_mentions(text)))
    if not mentions:
        raise error
    if len(mentions) > 1:
        raise _several(text, [mention.text for mention in mentions])
    start, end, written, span = mentions[0]
    if listed := _LISTED_BEHIND.match(text, end):
        raise _several(text, [written, listed[1]])
    if part := _PART_BEFORE.search(text, 0, start) or _PART_BEHIND.match(text, end):
        raise DateError(text, *part.span(part.lastindex or 0), _("この部分が余っています"))
    if span is None or span[:2] == (None, None):
        raise error
    return mentions[0], span


def _several(text: str, written: list[str]) -> DateError:
    """Return the error of a cell with several dates, of which the first are listed."""
    shown = map(quote, written[:_MOST_LISTED])
    dates = _("、").join(_("「{date}」", date=date) for date in shown)
    dates += _("、") + "…" if len(written) > _MOST_LISTED else ""
    return DateError(text, 0, len(text), _("日付がいくつもあります（{dates}）", dates=dates))


def _in_both_calendars(text: str, mentions: list[_Mention]) -> list[_Mention]:
    """Return two dates as one if only brackets or signs part them and they agree: 1982/ (S57).

    Words may follow directly only where it is plain that they are no part of the second date:
    1959 昭和34年6月15日提携.
    """
    if len(mentions) != 2:
        return mentions
    first, second = mentions
    between, behind = text[first.end : second.start], text[second.end :]
    is_whole = second.text[-1] in "年月日" and not re.search("[(（]", between)
    beside = between if is_whole else between + behind[:1]
    if first.span is None or second.span is None or _WORD.search(beside):
        return mentions
    span = both(first.span, second.span)
    if span is None:
        return mentions
    return [_Mention(first.start, second.end, text[first.start : second.end], span)]


def _mentions(text: str) -> Iterator[_Mention]:
    """Find the dates of a cell.

    Raises:
        DateError: there is no such date as one that is plainly meant, or no date but a year that
            could be of several eras.
    """
    folded = fold(text)
    tokens, spots = tokenize(folded), list(places(folded))
    parser = Parser(tokens, loose=True)
    unclear: Fault | None = None
    end = -1  # the token after the last date
    try:
        for place, token in enumerate(tokens):
            start = spots[place][0]
            is_in_a_word = place != end + 1 and _is_in_a_word(folded, start)
            if place < end or token.kind not in STARTS_IN_A_CELL or is_in_a_word:
                continue
            parser.position = place
            try:
                span = _span_at(parser)
            except Fault as fault:
                if fault.kind not in NO_DATE:
                    raise
                if fault.kind == "bare" and tokens[place + 1].kind in SEPARATORS:
                    unclear = unclear or fault
                continue
            last = spots[parser.position - 1][1]
            if parser.position == place + 1 and not _is_whole_word(folded, token, last):
                continue
            end = parser.position
            is_number_behind = tokens[end].kind == "number" and spots[end][0] == last
            is_cut_off = is_number_behind or folded[last : last + 1].isdecimal()  # 平成2٤年
            if is_cut_off or _LETTER_BEHIND_A_DASH.match(folded, last - 1):  # 2012-W21
                raise Fault(end, end, _("この部分が余っています"))
            yield _Mention(start, last, text[start:last], span)
        if unclear and end < 0:
            raise unclear
    except Fault as fault:
        raise explain(text, folded, fault) from None


def _span_at(parser: Parser) -> Span | None:
    """Read a date, and return its days; None for a month without a year: 5月, 5月20日.

    Raises:
        Fault: there is no date.
    """
    place, tokens = parser.position, parser.tokens
    if tokens[place].kind == "range" and place and tokens[place - 1].kind == "number":
        raise Fault(place - 1, place, not_read())  # 10 to 12 May 2012
    try:
        return parser.expression().span
    except Fault as fault:
        if fault.kind != "no year" or tokens[place].kind != "number":
            raise
    parser.position = place + 2
    if tokens[place + 2].kind == "number" and tokens[place + 3].kind == "日":
        parser.position += 2
    return None


def _is_in_a_word(text: str, start: int) -> bool:
    """Return whether a date that would start here is a part of a code or of a name."""
    before, first = text[max(0, start - 2) : start], text[start : start + 1]
    if _IN_A_CODE.search(before):
        return True
    is_short_era = first in "明大昭平令" and text[start + 1 : start + 2] not in "治正和成"
    return is_short_era and _KANJI.match(before[-1:]) is not None


def _is_whole_word(text: str, token: Token, end: int) -> bool:
    """Return whether a date of one word is one: 1965 and 20120523, but not 2012名 or 明治大学."""
    if token.kind != "number":
        return token.kind == "compact"
    return token.number in _BARE_YEARS and _AFTER_A_BARE_YEAR.match(text, end) is not None
