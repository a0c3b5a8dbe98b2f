"""Dates in words: both forms of a span, and what `convert` answers."""

from datetime import date

import pytest

from koryu_cli import wareki

# An expression, its form by ISO 8601 and its form with eras.
FORMS = {
    "H24": ("2012", "平成24年"),
    "2012": ("2012", "平成24年"),
    "1989": ("1989", "昭和64年/平成元年"),
    "1926": ("1926", "大正15年/昭和元年"),
    "1912": ("1912", "明治45年/大正元年"),
    "2019": ("2019", "平成31年/令和元年"),
    "平成元年": ("1989", "平成元年"),
    "昭和64年": ("1989", "昭和64年"),
    "平成31年": ("2019", "平成31年"),
    "令和1年": ("2019", "令和元年"),
    "1873": ("1873", "明治6年"),
    "H24.5": ("2012-05", "平成24年5月"),
    "1989-01": ("1989-01", "昭和64年1月/平成元年1月"),
    "1989-02": ("1989-02", "平成元年2月"),
    "2019-04": ("2019-04", "平成31年4月"),
    "2019-05": ("2019-05", "令和元年5月"),
    "昭和64年1月": ("1989-01", "昭和64年1月"),
    "2012-05-23": ("2012-05-23", "平成24年5月23日"),
    "1912-07-29": ("1912-07-29", "明治45年7月29日"),
    "1912-07-30": ("1912-07-30", "大正元年7月30日"),
    "明治45年7月30日": ("1912-07-30", "大正元年7月30日"),
    "1926-12-24": ("1926-12-24", "大正15年12月24日"),
    "1926-12-25": ("1926-12-25", "昭和元年12月25日"),
    "1989-01-07": ("1989-01-07", "昭和64年1月7日"),
    "1989-01-08": ("1989-01-08", "平成元年1月8日"),
    "2019-04-30": ("2019-04-30", "平成31年4月30日"),
    "2019-05-01": ("2019-05-01", "令和元年5月1日"),
    "平成24年度": ("2012-04-01/2013-03-31", "平成24年度"),
    "2012年度": ("2012-04-01/2013-03-31", "平成24年度"),
    "平成31年度": ("2019-04-01/2020-03-31", "平成31年度/令和元年度"),
    "1988年度": ("1988-04-01/1989-03-31", "昭和63年度"),
    "平成": ("1989-01-08/2019-04-30", "平成"),
    "令和": ("2019-05-01/..", "令和"),
    "平成20～24年": ("2008-01-01/2012-12-31", "平成20年～平成24年"),
    "平成25年4～6月": ("2013-04-01/2013-06-30", "平成25年4月～平成25年6月"),
    "平成21年10月23～25日": ("2009-10-23/2009-10-25", "平成21年10月23日～平成21年10月25日"),
    "1990年代": ("1990-01-01/1999-12-31", "平成2年～平成11年"),
    "平成6年から": ("1994-01-01/..", "平成6年～"),
    "～平成25年3月": ("../2013-03-31", "～平成25年3月"),
    "平成25年3月5日まで": ("../2013-03-05", "～平成25年3月5日"),
}


@pytest.mark.parametrize("text", FORMS)
def test_both_forms(text: str) -> None:
    span = wareki.parse(text)
    assert (wareki.format_gregorian(span), wareki.format_wareki(span)) == FORMS[text]


@pytest.mark.parametrize("text", FORMS)
def test_the_form_with_eras_reads_back_to_the_same_days(text: str) -> None:
    span = wareki.parse(text)
    again = wareki.parse(wareki.format_wareki(span))
    assert (again.start, again.end) == (span.start, span.end)


ANSWERS = {
    "平成24": "2012",
    "平成24年5月23日": "2012-05-23",
    "平成24年度": "2012-04-01/2013-03-31",
    "H24.5.23": "2012-05-23",
    "２０１２－０５－２３": "平成24年5月23日",
    "2012-05-23": "平成24年5月23日",
    "1989": "昭和64年/平成元年",
    "西暦2012年": "平成24年",
    "平成8（1996）年6月24日": "1996-06-24",
    "1996（平成8）年6月24日": "平成8年6月24日",
    "～平成25年3月": "../2013-03-31",
    "..2012": "～平成24年",
    "平成": "1989-01-08/2019-04-30",
    "May 23, 2012": "平成24年5月23日",
    "23 May Heisei 24": "2012-05-23",
    "第3回 平成24年5月": "2012-05",
    "1. H24.5": "2012-05",
    "第3回 2012年5月（平成24年）": "平成24年5月",
    "今年": "令和8年",
    "西暦２０１２年": "平成24年",
    "(S57)": "1982",
    "MARCH 2012": "平成24年3月",
    "1868": "",
    "0645": "",
    "西暦645年": "",
}


def converted(text: str) -> wareki.Conversion:
    conversion = wareki.convert(text)
    assert conversion is not None
    return conversion


@pytest.mark.parametrize("text", ANSWERS)
def test_the_answer_is_in_the_calendar_that_was_not_asked_in(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KORYU_TODAY", "2026-11-26")
    assert converted(text).output == ANSWERS[text]


def test_a_document_has_both_forms_and_the_days() -> None:
    assert converted("平成25年3月まで").document() == {
        "input": "平成25年3月まで",
        "start": None,
        "end": "2013-03-31",
        "precision": "range",
        "gregorian": "../2013-03-31",
        "wareki": "～平成25年3月",
    }


@pytest.mark.parametrize(
    ("day", "name"), [("2012-05-23", "水"), ("2012-05-27", "日"), ("2027-04-01", "木")]
)
def test_weekday(day: str, name: str) -> None:
    assert wareki.weekday(date.fromisoformat(day)) == name


def test_before_1873_a_day_has_no_form_with_an_era() -> None:
    with pytest.raises(ValueError, match="1872"):
        wareki.format_day(date(1872, 12, 31))
