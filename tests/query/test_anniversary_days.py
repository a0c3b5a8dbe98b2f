"""Anniversaries, against days worked out by hand from the 25 dates of the survey."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli import wareki
from koryu_cli.catalogue import reading
from koryu_cli.query.anniversaries import Anniversary, anniversaries
from koryu_cli.record.models import Agreement, AgreementDate

AGREEMENTS = reading.read()

Found = Sequence[tuple[int, int, str | None]]


def agreed(text: str) -> Agreement:
    """Return form 1 with another date."""
    span = wareki.parse(text)
    made = AgreementDate.model_validate(
        {
            "text": text,
            "start": span.start,
            "end": span.end,
            "precision": span.precision,
            "wareki": wareki.format_wareki(span),
        }
    )
    return AGREEMENTS[0].model_copy(update={"date": made})


def found_in(
    expression: str, every: int, agreements: Sequence[Agreement] = AGREEMENTS
) -> list[Anniversary]:
    span = wareki.parse(expression)
    assert span.start is not None
    assert span.end is not None
    return anniversaries(agreements, span.start, span.end, every=every).found


def in_short(found: Sequence[Anniversary]) -> Found:
    days = [str(each.on)[5:] if each.on else None for each in found]
    return [(each.agreement.id, each.years, day) for each, day in zip(found, days, strict=True)]


BY_HAND: dict[tuple[str, int], Found] = {
    # made in 2012, 2007, 2002, and form 25 in 1992
    ("2027", 5): [
        (16, 15, "02-10"),
        (22, 15, "03-16"),
        (5, 15, "05-23"),
        (6, 15, "05-23"),
        (13, 15, "06-27"),
        (14, 15, "06-28"),
        (11, 20, "11-01"),
        (20, 25, "11-29"),
        (25, 35, None),
    ],
    ("令和9年", 10): [(11, 20, "11-01")],
    ("2027", 25): [(20, 25, "11-29")],
    ("2027", 7): [(19, 21, "05-31"), (25, 35, None)],
    # made between April 2011 and March 2012, and so on back; form 25's 2027 begins in it
    ("令和8年度", 5): [
        (17, 15, "04-01"),
        (4, 15, "05-18"),
        (19, 20, "05-31"),
        (1, 30, "06-24"),
        (18, 15, "07-07"),
        (15, 15, "07-08"),
        (9, 15, "12-07"),
        (23, 15, "12-26"),
        (16, 15, "02-10"),
        (22, 15, "03-16"),
        (25, 35, None),
    ],
    ("2027年度", 5): [
        (5, 15, "05-23"),
        (6, 15, "05-23"),
        (13, 15, "06-27"),
        (14, 15, "06-28"),
        (11, 20, "11-01"),
        (20, 25, "11-29"),
        (25, 35, None),
    ],
    ("2028", 5): [(21, 35, "10-27"), (7, 20, "12-08")],
    ("2028年度", 5): [(21, 35, "10-27"), (7, 20, "12-08")],
    # before the first anniversary, and the first
    ("1990", 1): [],
    ("1991", 1): [(2, 1, "09-09")],
    ("平成7年", 5): [(2, 5, "09-09")],
    ("1993", 1): [(2, 3, "09-09"), (25, 1, None)],
    ("2012年5月", 1): [(4, 1, "05-18"), (19, 6, "05-31"), (25, 20, None)],
    ("2024年12月7日", 1): [(9, 13, "12-07"), (25, 32, None)],
}


@pytest.mark.parametrize(
    ("expression", "every", "expected"),
    [(*question, answer) for question, answer in BY_HAND.items()],
    ids=[f"{expression}-every-{every}" for expression, every in BY_HAND],
)
def test_years_worked_out_by_hand(expression: str, every: int, expected: Found) -> None:
    assert in_short(found_in(expression, every)) == expected


@pytest.mark.parametrize(("year", "count"), [("2012", 19), ("2013", 25), ("2100", 25)])
def test_every_agreement_has_one_each_year_after_its_first(year: str, count: int) -> None:
    """In 2012 six were made, which have none yet."""
    assert len(found_in(year, 1)) == count


@pytest.mark.parametrize(
    ("year", "day"),
    [
        ("2013", "2013-02-28"),
        ("2016", "2016-02-29"),
        ("2017", "2017-02-28"),
        ("2032", "2032-02-29"),
        ("2100", "2100-02-28"),
    ],
)
def test_29_february_is_the_28th_in_a_common_year(year: str, day: str) -> None:
    (found,) = found_in(year, 1, [agreed("平成24年2月29日")])
    assert str(found.on) == day


@pytest.mark.parametrize(
    ("text", "expression", "start", "end"),
    [
        ("平成4年", "2027", "2027-01-01", "2027-12-31"),
        ("平成4年", "2026年度", "2027-01-01", "2027-12-31"),
        ("平成4年", "2027年度", "2027-01-01", "2027-12-31"),
        ("平成4年7月", "2027", "2027-07-01", "2027-07-31"),
        ("平成4年7月", "2027年度", "2027-07-01", "2027-07-31"),
        ("昭和64年", "2019", "2019-01-01", "2019-01-07"),
    ],
)
def test_a_date_without_a_day_counts_where_it_may_lie(
    text: str, expression: str, start: str, end: str
) -> None:
    (found,) = found_in(expression, 5, [agreed(text)])
    assert (str(found.start), str(found.end)) == (start, end)
    assert found.on is None


def test_a_month_that_is_not_in_the_span_has_none() -> None:
    assert found_in("2026年度", 5, [agreed("平成4年7月")]) == []


def test_days_come_before_a_month_and_that_before_a_year_that_end_with_them() -> None:
    dates = ["平成4年", "平成4年12月", "平成4年12月31日", "平成4年1月1日"]
    found = found_in("2027", 5, list(map(agreed, dates)))
    assert [each.agreement.date and each.agreement.date.text for each in found] == list(
        reversed(dates)
    )


def test_a_span_of_years_holds_several_of_one_agreement() -> None:
    found = found_in("2021..2032", 5, [AGREEMENTS[16]])
    assert [(each.years, str(each.on)) for each in found] == [
        (10, "2021-04-01"),
        (15, "2026-04-01"),
        (20, "2031-04-01"),
    ]


@pytest.mark.parametrize(
    ("years", "expected"),
    [((15, 20), [16, 22, 5, 6, 13, 14, 11]), ((35,), [25]), ((1, 2, 3), [])],
)
def test_years_that_are_named(years: tuple[int, ...], expected: list[int]) -> None:
    found = anniversaries(AGREEMENTS, date(2027, 1, 1), date(2027, 12, 31), years=years)
    assert [each.agreement.id for each in found.found] == expected
    assert len(found.found) + found.others == 25


def test_agreements_whose_date_is_not_known_are_named() -> None:
    unread = AgreementDate.model_validate({"text": "不明な日"})
    agreements = [
        AGREEMENTS[0].model_copy(update={"id": 30, "date": None}),
        AGREEMENTS[0].model_copy(update={"id": 31, "date": unread}),
        AGREEMENTS[0],
    ]
    found = anniversaries(agreements, date(2026, 1, 1), date(2026, 12, 31), every=5)
    assert ([each.agreement.id for each in found.found], found.undated) == ([1], [30, 31])


def test_an_anniversary_may_reach_beyond_the_last_year_there_is() -> None:
    found = found_in("9999", 1, [agreed("平成4年度")])
    assert [(str(each.start), str(each.end)) for each in found] == [
        ("9998-04-01", "9999-03-31"),
        ("9999-04-01", "9999-12-31"),
    ]


DAYS = st.dates(date(1980, 1, 1), date(2200, 12, 31))


@given(DAYS, st.integers(0, 4000), st.integers(0, 4000), st.integers(1, 12))
def test_a_span_has_the_days_of_its_parts(first: date, one: int, other: int, every: int) -> None:
    middle = first + timedelta(one)
    last = middle + timedelta(1 + other)
    known = [
        agreement
        for agreement in AGREEMENTS
        if agreement.span and agreement.span.precision == "day"
    ]
    whole = anniversaries(known, first, last, every=every).found
    parts = [
        *anniversaries(known, first, middle, every=every).found,
        *anniversaries(known, middle + timedelta(1), last, every=every).found,
    ]
    assert whole == parts


@given(DAYS, st.integers(0, 4000), st.integers(1, 40))
def test_what_is_found_is_an_anniversary(first: date, length: int, every: int) -> None:
    last = first + timedelta(length)
    for each in anniversaries(AGREEMENTS, first, last, every=every).found:
        assert each.agreement.span
        made = each.agreement.span.start
        assert made
        assert each.years >= 1
        assert each.years % every == 0
        assert each.start.year == made.year + each.years
        assert each.start <= last
        assert each.end >= first
        if each.on:
            assert (each.on.month, each.on.day) == (made.month, made.day)
