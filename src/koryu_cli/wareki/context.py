"""The year that a running text carries on to a later date without one.

A text that tells a story carries it (平成24年に提携し、6月に訪問した), and so does a list whose
lines begin with their dates. A date in brackets is an aside and carries nothing out of them, and
days of every year take nothing: 毎年11月11日, 6月1日には山開き, 11月19日を鉄道電化の日と定めた.
"""

import re
from typing import NamedTuple

from koryu_cli.wareki import evidence
from koryu_cli.wareki.numerals import CHARACTERS
from koryu_cli.wareki.running import Text
from koryu_cli.wareki.spans import Span
from koryu_cli.wareki.spelling import Point, Unit
from koryu_cli.wareki.words import Kind
from koryu_cli.wareki.years import named

_OPENING: frozenset[Kind] = frozenset({"(", "「"})
_WITH_ONE_YEAR: frozenset[Unit] = frozenset({"day", "third", "month", "year"})
_JOINED: frozenset[Kind] = frozenset({"number", "年", "月", ".", "/", "-", "・", "range", "from"})
_LONGEST_MARK = 10  # characters of what stands before the first word of a line
_BEFORE = 60  # characters of a sentence that are looked at before a date
_BEHIND = 100  # and behind it

_LINE_MARK = re.compile(r"\W*(?:(?:[0-9]{1,2}[).、]|[①-⑳])\W*)?")
_QUOTES = "「『"
_HIRAGANA = re.compile(r"[ぁ-ん]")
_SAME_YEAR = re.compile(r"(?:同|その|この)年の?[ 、,]?\Z")
_SAME_MONTH = re.compile(r"同月?\Z")
_OTHER_YEAR = re.compile(
    r"(?:[毎例隔翌前昨来各近今本去々]年度?|[年月]間?[前後]|度|来たる|来る|[先翌毎昨])の?[ 、]?\Z"
)
_BY_PLACE = re.compile(r"[〇○零一二三四五六七八九]{2}\ ?年")
_ZEROS = "〇○零"
_NUMBER = f"[0-9{CHARACTERS}]"
_WITH_MONTH = re.compile(rf"{_NUMBER}{{2,3}}\ ?年\ ?{_NUMBER}{{1,3}}\ ?月(?![間分余ほ])")

# What a sentence says of a date. Every alternative begins with a character of its own, which
# makes the search several times as quick.
_STOP = re.compile(r"[。\n]")
_EVERY_YEAR = re.compile(
    r"毎[年月週]|例年|各年|各[0-9一二三]回|隔年|恒例|年に?[0-9一二三]回|こととして"
)
_SINCE_THEN = re.compile(r"以来|以後|現在は")
_PRESENT_YEAR = re.compile(r"今年|本年|昨年|去年|来年")
_DAY = r"の日(?<![こそど]の日)(?![本程々常差])|記念日|誕生日"
_NAMED_DAY = re.compile(rf"[をはが][^。\n]{{0,30}}?(?:{_DAY})")
_FEAST = re.compile(
    r"祭|まつり|山開き|海開き|川開き|花火|踊り|縁日|節句|彼岸|正月|盆|法要|神事|行事"
    rf"|見ごろ|見頃|開花|シーズン|{_DAY}"
)
_PAST = r"た(?<=[しっいきちにびみりえけせてねべめれげぜ]た)(?![いめびりくちだ])|んだ"
_HAS_PAST = re.compile(_PAST)
_TOLD = re.compile(  # verbs in the past, and what is under way or to come
    rf"{_PAST}|現在|今日まで|以来|予定|計画|見込|目指|向け|こととな"
)
_ACT = re.compile(r"参加|出席|訪|派遣|招|受入|受け入|締結|調印|視察|滞在|研修|実施|来[日県市町]")
_OF_EVERY_YEAR = re.compile(
    r"[るうくぐすつぶむ](?<![てで]いる)(?<![てで]います)(?<!ております)\W*\Z"
)


class _Earlier(NamedTuple):
    """A date that was found: its place in the text, and whether it is the first word of a line."""

    point: Point
    start: int
    end: int
    begins_line: bool
    is_of_one_year: bool


class Context:
    """The date that the next ones may take their year from, in a text that is read forwards."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._earlier: _Earlier | None = None
        self._outside: list[tuple[int, _Earlier | None]] = []
        self._line = 0
        self._line_before = 0

    def pass_over(self, place: int, kind: Kind) -> None:
        """Go over a bracket or the end of a line: a date inside brackets stays inside."""
        start = self.text.starts[place]
        if kind == "line":
            if self._line < start and not self.text.folded[self._line : start].isspace():
                self._line_before = self._line
            self._line = self.text.ends[place]
            self._outside.clear()
        elif kind in _OPENING:
            self._outside.append((start, self._earlier))
        elif self._outside:
            opened, earlier = self._outside.pop()
            if self._earlier is not earlier and not self._is_heading(opened):
                self._earlier = earlier

    def take(self, point: Point, span: Span, start: int, end: int) -> None:
        """Take the date that stands from `start` to `end`; of a range, `point` is its end."""
        first, last = span.start, span.end
        is_of_one_year = point.unit in _WITH_ONE_YEAR and not (
            first and last and first.year != last.year
        )
        self._earlier = _Earlier(point, start, end, self._begins_line(start), is_of_one_year)

    def pass_over_year(self, place: int) -> None:
        """Go over what may be a later year and is not read: no month takes the earlier one now.

        42年に訪問し、10月に after 昭和34年 is a month of 昭和42年, if 42年 is no length of time.
        """
        if self._earlier is None or evidence.is_length_of_time(self.text, place):
            return
        numbers = [name.number % 100 for name in self._earlier.point.names]
        if min(numbers) < self.text.tokens[place].number < 100:
            self._earlier = self._earlier._replace(is_of_one_year=False)

    def earlier(self, place: int) -> Point | None:
        """Return the date from which one without a year may take what it leaves out.

        Args:
            place: the token that the date begins with.
        """
        if self._earlier is None:
            return None
        point, tokens = self._earlier.point, self.text.tokens
        following = tokens[place + 1].kind
        if following == "日":
            start = self.text.starts[place]
            is_named = _SAME_MONTH.search(self.text.folded[max(0, start - 2) : start])
            return point._replace(day=point.day or 1) if is_named else None
        if following == "年" and tokens[place].kind == "number":
            return self._era_or_century(place, point)
        if not self._earlier.is_of_one_year:
            return None
        return point._replace(month=point.month or 1)

    def _era_or_century(self, place: int, point: Point) -> Point | None:
        """Return the date from which a year of two figures may take its era or century.

        It may with 同 before it (同34年), by place in kanji (八四年), or with its month (59年4月).
        """
        text = self.text
        start = text.starts[place]
        if evidence.is_length_of_time(text, place):
            return None
        if not _BY_PLACE.match(text.folded, start):
            is_year = text.before(place) == "同" or _WITH_MONTH.match(text.folded, start)
            return point if is_year else None
        if not (gregorian := next((name for name in point.names if name.era is None), None)):
            return point
        century = gregorian.year // 100 * 100
        if text.folded[start] in _ZEROS and gregorian.year % 100 >= 50:  # 〇四年 after 1998年
            century += 100
        return point._replace(names=(named(None, century, gregorian.place),), month=0, day=0)

    def is_carried(self, first: int, last: int, *, is_range: bool) -> bool:
        """Return whether the text carries the year of the earlier date on to these tokens.

        Args:
            first: the first token of the date without a year.
            last: its last.
            is_range: whether it is a range: 4月から10月まで.
        """
        text, earlier = self.text, self._earlier
        start, end = text.starts[first], text.ends[last]
        before = text.folded[max(0, start - 6) : start]
        if text.tokens[first].kind == "number" and text.tokens[first + 1].kind in ("年", "日"):
            return True
        if earlier is None or evidence.is_length_of_time(text, first):
            return False
        if _SAME_YEAR.search(before):
            return True
        if _OTHER_YEAR.search(before):
            return False
        if (
            earlier.begins_line
            and self._begins_line(start)
            and not _HIRAGANA.match(text.after(last))
        ):
            return True
        if text.tokens[first - 1].kind in _JOINED:
            return False
        return earlier.start >= self._line_before and self._is_told(
            earlier, start, end, is_range=is_range
        )

    def _is_told(self, earlier: _Earlier, start: int, end: int, *, is_range: bool) -> bool:
        """Return whether a sentence tells of one year: of what has happened or is to happen."""
        folded = self.text.folded
        begin = max(earlier.end, start - _BEFORE)
        begin = max(
            begin, folded.rfind("。", begin, start) + 1, folded.rfind("\n", begin, start) + 1
        )
        stop = _STOP.search(folded, end, end + _BEHIND)
        close = stop.start() if stop else min(end + _BEHIND, len(folded))
        if _EVERY_YEAR.search(folded, begin, close) or _PRESENT_YEAR.search(folded, begin, start):
            return False
        if _NAMED_DAY.match(folded, end, close):
            return False
        if _SINCE_THEN.search(folded, begin, start) and not _HAS_PAST.search(folded, end, close):
            return False
        if _TOLD.search(folded, end, close):
            return True
        if earlier.start < self._line or _OF_EVERY_YEAR.search(folded, max(end, close - 6), close):
            return False
        is_yearly = is_range or _FEAST.search(folded, begin, close)
        return not is_yearly or _ACT.search(folded, end, close) is not None

    def _is_heading(self, start: int) -> bool:
        """Return whether brackets that open here, 【平成24年】, are the first word of a line."""
        return self.text.folded[start] not in _QUOTES and self._begins_line(start)

    def _begins_line(self, start: int) -> bool:
        mark = self.text.folded[self._line : min(start, self._line + _LONGEST_MARK)]
        return self._line + len(mark) == start and _LINE_MARK.fullmatch(mark) is not None
