"""What holds of every day, every text, and every way of writing."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from koryu_cli import wareki
from koryu_cli.wareki.eras import ERAS

FIRST, LAST = date(1873, 1, 1), date(2100, 12, 31)
LAST_NAMED_YEAR = 2218
"""令和200年, the last year that has a name."""
DAYS = st.dates(FIRST, LAST)
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
LETTERS = {"明治": "M", "大正": "T", "昭和": "S", "平成": "H", "令和": "R"}
PIECES = st.sampled_from(
    [
        *"平成令和昭大正明治HRSTM㍻㋿元年度月日代旬上中下、・～〜-/.()（）「」から間第回に \n",
        *("まで", "以降", "おき", "12", "24", "2012", "２４", "二十四", "5", "23"),
    ]
)
DATELIKE = st.lists(PIECES, max_size=14).map("".join)


def read(text: str) -> wareki.Span | wareki.DateError:
    try:
        return wareki.parse(text)
    except wareki.DateError as error:
        return error


def kanji(number: int) -> str:
    """Write a number below 100 in kanji with 十."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else digits[tens]) + "十" * (tens > 0) + (digits[ones] if ones else "")


def test_every_day_reads_back_from_its_form_with_an_era() -> None:
    day = FIRST
    while day <= LAST:
        assert wareki.parse(wareki.format_day(day))[:3] == (day, day, "day")
        day += timedelta(days=1)


@given(DAYS)
def test_a_day_reads_back_from_every_notation(day: date) -> None:
    form = wareki.format_day(day)
    match = re.fullmatch(r"(..)(元|\d+)年(\d+)月(\d+)日", form)
    assert match
    era, year = match[1], 1 if match[2] == "元" else int(match[2])
    notations = [
        f"{era}{year}年{day.month}月{day.day}日",
        f"{era[0]}{year:02}.{day:%m.%d}",
        f"{LETTERS[era]}{year}.{day.month}.{day.day}",
        f"{LETTERS[era].lower()}{year}/{day.month}/{day.day}",
        f"{era}{kanji(year)}年{kanji(day.month)}月{kanji(day.day)}日",
        f"{era}{year}（{day.year}）年{day.month}月{day.day}日",
        f"{day.year}（{era}{year}）年{day.month}月{day.day}日",
        f"{form}（{wareki.weekday(day)}）",
        f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
    ]
    for notation in notations:
        assert wareki.parse(notation)[:3] == (day, day, "day"), notation
        assert wareki.parse(notation.translate(WIDE))[:3] == (day, day, "day"), notation


@given(DAYS, DAYS)
def test_a_range_reads_back_from_both_forms(one: date, other: date) -> None:
    start, end = sorted((one, other))
    span = wareki.parse(f"{start}..{end}")
    assert (span.start, span.end) == (start, end)
    for form in (wareki.format_wareki(span), wareki.format_gregorian(span)):
        again = wareki.parse(form)
        assert (again.start, again.end) == (start, end)


@given(DAYS)
def test_years_months_and_fiscal_years_contain_their_days(day: date) -> None:
    year, month, _ = re.split("[年月]", wareki.format_day(day))
    fiscal = day.year - (day.month < 4)
    for text in (f"{year}年", f"{year}年{month}月", f"{day:%Y}", f"{day:%Y-%m}"):
        assert wareki.parse(text).overlaps(day, day), text
    if fiscal >= FIRST.year:
        assert wareki.parse(f"{fiscal}年度").overlaps(day, day)


@given(DAYS, st.integers(1, 6))
def test_a_wrong_weekday_is_refused(day: date, later: int) -> None:
    wrong = wareki.weekday(day + timedelta(days=later))
    with pytest.raises(wareki.DateError, match=f"{wareki.weekday(day)}曜日"):
        wareki.parse(f"{day}（{wrong}）")


@given(st.text() | DATELIKE)
def test_any_text_is_read_or_refused(text: str) -> None:
    reading = read(text)
    if isinstance(reading, wareki.DateError):
        assert 0 <= reading.start <= reading.end <= len(text)
        assert str(reading)
    else:
        assert reading.start or reading.end
        assert not (reading.start and reading.end) or reading.start <= reading.end


@given(DATELIKE)
def test_widths_make_no_difference(text: str) -> None:
    narrow, wide = read(text), read(text.translate(WIDE))
    assert isinstance(wide, wareki.DateError) is isinstance(narrow, wareki.DateError)
    if not isinstance(narrow, wareki.DateError):
        assert wide == narrow


@given(st.text() | DATELIKE | st.lists(DATELIKE, max_size=4).map("。".join))
def test_what_is_found_reads_to_the_same_days(text: str) -> None:
    mentions = list(wareki.find(text))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert wareki.parse(mention.expression)[:3] == mention.span[:3]
    assert all(one.end <= other.start for one, other in pairwise(mentions))


YEARS = st.integers(1874, 2100)
BRACKETS = st.sampled_from(
    [tuple(pair) for pair in ["()", "（）", "〈〉", "【】", "［］", "〔〕", "《》"]]
)
AROUND = st.sampled_from(
    ["会は{}に始まる", "（{}設立）", "{}、", "同校は{}創立。", "　{}\n", "「{}」"]
)


@st.composite
def pairs(draw: st.DrawFn) -> str:
    """Return a year in both calendars, either first, and perhaps its month and day."""
    year, (opening, closing) = draw(YEARS), draw(BRACKETS)
    era = wareki.format_day(date(year, 12, 31)).partition("年")[0]
    first, second = draw(st.permutations([str(year), era]))
    head = draw(
        st.sampled_from(
            [
                f"{first}年{opening}{second}年{closing}",
                f"{first}年{opening}{second}{closing}",
                f"{first}{opening}{second}{closing}年",
            ]
        )
    )
    return head + draw(st.sampled_from(["", "12月", "12月31日"]))


@given(pairs(), AROUND)
def test_a_pair_of_calendars_is_found_whole(pair: str, around: str) -> None:
    (mention,) = wareki.find(around.format(pair))
    assert mention.text == pair
    assert wareki.parse(pair) == mention.span


@given(pairs(), pairs(), st.sampled_from(["～", "から", "-", "〜", "–"]), AROUND)
def test_a_range_of_pairs_is_found_whole(one: str, other: str, mark: str, around: str) -> None:
    first, last = sorted((one, other), key=lambda pair: wareki.parse(pair).end or LAST)
    pair = f"{first}{mark}{last}"
    if not isinstance(read(pair), wareki.DateError):
        (mention,) = wareki.find(around.format(pair))
        assert (mention.text, mention.span) == (pair, wareki.parse(pair))


@given(DATELIKE)
def test_both_forms_of_what_is_read_are_read(text: str) -> None:
    span = read(text)
    if isinstance(span, wareki.DateError):
        return
    forms = [wareki.format_wareki(span)]
    if span.precision in ("range", "fiscal_year"):
        forms.append(wareki.format_gregorian(span))
    for form in filter(None, forms):
        again = wareki.parse(form)
        assert (again.start, again.end) == (span.start, span.end), form


PRECISIONS = st.sampled_from(["day", "month", "year", "fiscal_year", "era", "range"])
EDGES = [day for era in ERAS for day in (era.start, era.end) if day]
ENDS = st.dates(FIRST, LAST) | st.sampled_from(EDGES) | st.none()


@given(ENDS, ENDS, PRECISIONS)
@example(date(1912, 7, 30), date(1912, 7, 30), "year")
@example(date(1926, 12, 25), date(1926, 12, 31), "range")
@example(date(2012, 5, 1), date(2012, 5, 31), "range")
@example(date(1989, 1, 1), date(1989, 12, 31), "month")
@example(date(2019, 4, 1), date(2020, 3, 31), "range")
def test_the_form_with_eras_of_any_span_reads_back(
    one: date | None, other: date | None, precision: wareki.Precision
) -> None:
    if one and other and other < one:
        one, other = other, one
    assume((one or other) and (precision != "day" or one == other))
    form = wareki.format_wareki(wareki.Span(one, other, precision))
    assert wareki.parse(form)[:2] == (one, other)


@given(DAYS)
def test_words_around_a_day_make_no_difference_in_a_cell(day: date) -> None:
    for text in (wareki.format_day(day), f"{day}", f"{day:%Y/%m/%d}", f"{day.year}年"):
        span = wareki.parse_cell(f"締結（第2回）：{text}、市役所で調印")
        assert span is not None
        assert span[:3] == wareki.parse(text)[:3]


@given(DATELIKE)
def test_a_cell_is_read_as_its_expression_or_by_the_one_date_in_it(text: str) -> None:
    reading = read(text)
    if not isinstance(reading, wareki.DateError):
        assert wareki.parse_cell(text) == reading
        return
    try:
        found = wareki.parse_cell(text)
    except wareki.DateError:
        return
    assert found is None or found.start or found.end


@given(DATELIKE)
def test_only_what_no_era_names_has_no_form_with_eras(text: str) -> None:
    span = read(text)
    if isinstance(span, wareki.DateError):
        return
    years = [end.year for end in (span.start, span.end) if end]
    if FIRST.year <= min(years) and max(years) <= LAST_NAMED_YEAR:
        assert wareki.format_wareki(span)
    elif min(years) < FIRST.year or min(years) > LAST_NAMED_YEAR:
        assert wareki.format_wareki(span) == ""
