"""Notations beyond the common ones: each reads to its days, and both its forms read back."""

from datetime import date

import pytest

from koryu_cli import wareki

# An expression, its days (.. for an open end) and its precision.
NOTATIONS = {
    # a year of an era with its month and day in one
    "H310430": ("2019-04-30", "day"),
    "平成240429": ("2012-04-29", "day"),
    "令和010501": ("2019-05-01", "day"),
    "s640107": ("1989-01-07", "day"),
    "㍻240523～": ("2012-05-23/..", "range"),
    # separators
    "昭和一〇、九、一": ("1935-09-01", "day"),
    "令和3,7,18": ("2021-07-18", "day"),
    "2012，5，23": ("2012-05-23", "day"),
    "S.63.4.1": ("1988-04-01", "day"),
    "S．63．4．1": ("1988-04-01", "day"),
    "昭.63.4.1": ("1988-04-01", "day"),
    "H・24・5・23": ("2012-05-23", "day"),
    "H.24": ("2012-01-01/2012-12-31", "year"),
    "令和.元.5.1": ("2019-05-01", "day"),
    "R元.5.1": ("2019-05-01", "day"),
    "昭和45年 1/1": ("1970-01-01", "day"),
    "昭和45年/1/1": ("1970-01-01", "day"),
    "昭和45年・1月": ("1970-01-01/1970-01-31", "month"),
    "昭和45年1・1": None,
    "昭和45年1.5倍": None,
    "2020.10/5月": None,
    "2020.10/5": ("2020-10-05", "day"),
    "2020/10.5": ("2020-10-05", "day"),
    "2020/10・5": None,
    "平成24.5月23日": ("2012-05-23", "day"),
    "平成24/5月": ("2012-05-01/2012-05-31", "month"),
    "平成24年.5月.23日": ("2012-05-23", "day"),
    "2012-05-23日": ("2012-05-23", "day"),
    "2012.5～6": ("2012-05-01/2012-06-30", "range"),
    "2012年31年": None,
    "2012年32/1": None,
    "昭和45年1-1": None,
    "平成24、25": None,
    "平成24と5と23": None,
    "令和3,7": None,
    # の
    "2016年の1月23日": ("2016-01-23", "day"),
    "平成24年5月の23日": ("2012-05-23", "day"),
    "平成24年の5月": ("2012-05-01/2012-05-31", "month"),
    "平成24年の": None,
    # blanks between all characters
    "平 成 二 十 年 八 月 三 日": ("2008-08-03", "day"),
    "　平　成　二　十　年　": ("2008-01-01/2008-12-31", "year"),
    "2 0 1 2 / 5 / 2 3": ("2012-05-23", "day"),
    "H 2 4": None,
    "平 成 二十 年": ("2008-01-01/2008-12-31", "year"),
    # numerals
    "千九百〇八年": ("1908-01-01/1908-12-31", "year"),
    "一千九百八年": ("1908-01-01/1908-12-31", "year"),
    "二千〇一年": ("2001-01-01/2001-12-31", "year"),
    "二千零一年": ("2001-01-01/2001-12-31", "year"),
    "二千〇十二年五月": ("2012-05-01/2012-05-31", "month"),
    "昭和卄四年": ("1949-01-01/1949-12-31", "year"),
    "昭和丗年": ("1955-01-01/1955-12-31", "year"),
    "明治卌年": ("1907-01-01/1907-12-31", "year"),
    "平成弐拾四年伍月弐拾参日": ("2012-05-23", "day"),
    "二千〇年": None,
    "千九百九〇年": None,
    # both calendars
    "1991/7/9 (H3)": ("1991-07-09", "day"),
    "1982(S57)": ("1982-01-01/1982-12-31", "year"),
    "S57(1982).4.1": ("1982-04-01", "day"),
    "1982(S57)/4/1": ("1982-04-01", "day"),
    "S55/1980": ("1980-01-01/1980-12-31", "year"),
    "2012/H24": ("2012-01-01/2012-12-31", "year"),
    "平成24年/2012年": ("2012-01-01/2012-12-31", "year"),
    "平成24年【2012年】": ("2012-01-01/2012-12-31", "year"),
    "平成24年度（2012年度）": ("2012-04-01/2013-03-31", "fiscal_year"),
    "平成24年度（2012）": ("2012-04-01/2013-03-31", "fiscal_year"),
    "1957年（昭和32年）10月29日": ("1957-10-29", "day"),
    "平成24年5月(20120523)": ("2012-05-23", "day"),
    # weekdays
    "（水）2012年5月23日": ("2012-05-23", "day"),
    "水曜日、2012年5月23日": ("2012-05-23", "day"),
    "2012年5月23日（水・祝）": ("2012-05-23", "day"),
    "2012-05-23 Wed": ("2012-05-23", "day"),
    "（水）2012年5月": None,
    # in ranges and lists: 同 and 翌
    "平成20年から同22年まで": ("2008-01-01/2010-12-31", "range"),
    "2008年から同2010年": ("2008-01-01/2010-12-31", "range"),
    "平成20年から同年まで": ("2008-01-01/2008-12-31", "range"),
    "平成20年4月から同年6月": ("2008-04-01/2008-06-30", "range"),
    "平成20年4月3日から同月6日": ("2008-04-03/2008-04-06", "range"),
    "平成20年4月3日～同日": ("2008-04-03/2008-04-03", "range"),
    "平成20年度から同22年度": ("2008-04-01/2011-03-31", "range"),
    "2005年11月から翌2006年7月": ("2005-11-01/2006-07-31", "range"),
    "平成17年11月から翌年7月まで": ("2005-11-01/2006-07-31", "range"),
    "平成17年11月～翌18年7月": ("2005-11-01/2006-07-31", "range"),
    "平成17年11月～翌平成18年7月": ("2005-11-01/2006-07-31", "range"),
    "平成17年～翌々年": ("2005-01-01/2007-12-31", "range"),
    "平成17年12月～翌月": ("2005-12-01/2006-01-31", "range"),
    "平成17年12月～翌1月": ("2005-12-01/2006-01-31", "range"),
    "平成17年12月28日～翌1月4日": ("2005-12-28/2006-01-04", "range"),
    "平成17年11月～翌月10日": ("2005-11-01/2005-12-10", "range"),
    "平成17年12月31日～翌日": ("2005-12-31/2006-01-01", "range"),
    "平成20年度から翌年度": ("2008-04-01/2010-03-31", "range"),
    "平成20年2月から翌年度": ("2008-02-01/2009-03-31", "range"),
    "平成20年4月から翌年度": ("2008-04-01/2010-03-31", "range"),
    "平成30年から翌年": ("2018-01-01/2019-12-31", "range"),
    "2005年11月から翌2007年7月": None,
    "平成17年から翌月": None,
    "平成17年11月から翌日": None,
    "平成17年から翌市": None,
    "平成17年から翌1月": None,
    "平成17年12月1日から翌2日": None,
    "翌2006年": None,
    # throughout
    "平成20年から24年の間": ("2008-01-01/2012-12-31", "range"),
    "平成20年から24年の期間": ("2008-01-01/2012-12-31", "range"),
    "平成20年から平成24年にわたって": ("2008-01-01/2012-12-31", "range"),
    "平成20年～平成24年に渡り": ("2008-01-01/2012-12-31", "range"),
    "平成20年から24年にわたって": None,
    "平成20年から24年にかけて": ("2008-01-01/2012-12-31", "range"),
    "2012年の間": ("2012-01-01/2012-12-31", "year"),
    "平成24年中": ("2012-01-01/2012-12-31", "year"),
    "平成24年5月中": ("2012-05-01/2012-05-31", "month"),
    "平成24年中国": None,
    "2012年間": None,
    "平成20年から5年間": None,
    # in English
    "May 23, 2012": ("2012-05-23", "day"),
    "May 23rd 2012": ("2012-05-23", "day"),
    "MAY 23 2012": ("2012-05-23", "day"),
    "23 May 2012": ("2012-05-23", "day"),
    "23rd of May, 2012": ("2012-05-23", "day"),
    "23-May-2012": ("2012-05-23", "day"),
    "2012 May 23": ("2012-05-23", "day"),
    "Sept. 1, 1989": ("1989-09-01", "day"),
    "May 2012": ("2012-05-01/2012-05-31", "month"),
    "Wednesday, May 23, 2012": ("2012-05-23", "day"),
    "Wed, 23 May 2012": ("2012-05-23", "day"),
    "Heisei 24": ("2012-01-01/2012-12-31", "year"),
    "heisei 24.5.23": ("2012-05-23", "day"),
    "Reiwa 6 (2024)": ("2024-01-01/2024-12-31", "year"),
    "Shōwa 55": ("1980-01-01/1980-12-31", "year"),
    "Taisho era": ("1912-07-30/1926-12-25", "era"),
    "23 May Heisei 24": ("2012-05-23", "day"),
    "FY2012": ("2012-04-01/2013-03-31", "fiscal_year"),
    "fiscal 2012": ("2012-04-01/2013-03-31", "fiscal_year"),
    "FY H24": ("2012-04-01/2013-03-31", "fiscal_year"),
    "May 2012 - June 2013": ("2012-05-01/2013-06-30", "range"),
    "Heisei 24 to Reiwa 2": ("2012-01-01/2020-12-31", "range"),
    "Thu, 23 May 2012": None,
    "May 23": None,
    "May 32, 2012": None,
    "Mayor 23, 2012": None,
    # before 1873
    "1868": ("1868-01-01/1868-12-31", "year"),
    "1872-12-31": ("1872-12-31", "day"),
    "1868年1月25日": ("1868-01-25", "day"),
    "1868～1912": ("1868-01-01/1912-12-31", "range"),
    "1800年代": ("1800-01-01/1809-12-31", "range"),
    "西暦645年": ("0645-01-01/0645-12-31", "year"),
    "0645": ("0645-01-01/0645-12-31", "year"),
    "0645-06-12": ("0645-06-12", "day"),
    "西暦1年": ("0001-01-01/0001-12-31", "year"),
    "645年": None,
    "西暦0年": None,
    "0000": None,
    "06450612": None,
    # at the end of time
    "9999": ("9999-01-01/9999-12-31", "year"),
    "9990年代": ("9990-01-01/9999-12-31", "range"),
    "9999年度": None,
    "9999年冬": None,
    "令和200年": ("2218-01-01/2218-12-31", "year"),
    "令和201年": None,
}
READ = [text for text in NOTATIONS if NOTATIONS[text]]


def days(text: str) -> tuple[date | None, date | None]:
    """Return the ends of an interval by ISO 8601, or those of a single day."""
    start, _, end = text.partition("/")
    first, last = (
        None if day == ".." else date.fromisoformat(day) for day in (start, end or start)
    )
    return first, last


@pytest.mark.parametrize("text", NOTATIONS)
def test_a_notation(text: str) -> None:
    expected = NOTATIONS[text]
    if expected is None:
        with pytest.raises(wareki.DateError):
            wareki.parse(text)
    else:
        assert wareki.parse(text) == (*days(expected[0]), expected[1], None)


@pytest.mark.parametrize("text", READ)
def test_both_forms_read_back(text: str) -> None:
    span = wareki.parse(text)
    for form in filter(None, (wareki.format_wareki(span), wareki.format_gregorian(span))):
        assert wareki.parse(form)[:2] == span[:2]


@pytest.mark.parametrize("text", READ)
def test_full_width_makes_no_difference(text: str) -> None:
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if chr(code) != "-"}
    assert wareki.parse(text.translate(wide)) == wareki.parse(text)


# An expression with a time, or with 頃, and the day or the days that it names.
PASSED_OVER = {
    "2025-09-15T10:54:37": "2025-09-15",
    "2025-09-15T10:54:37.123Z": "2025-09-15",
    "2025-09-15T10:54:37+09:00": "2025-09-15",
    "2025-09-15T10:54:37-0500": "2025-09-15",
    "2025-09-15 10:54": "2025-09-15",
    "2025-09-15 10:54 JST": "2025-09-15",
    "20250915T105437": "2025-09-15",
    "20250915T1054": "2025-09-15",
    "2012/5/23 00:00:00": "2012-05-23",
    "2012/5/23 10:00 AM": "2012-05-23",
    "2012/5/23 PM 3:00": "2012-05-23",
    "2016年3月20日 21時40分": "2016-03-20",
    "2016年3月20日21時40分30秒": "2016-03-20",
    "2016年3月20日（日）午後9時半": "2016-03-20",
    "2016年3月20日 9:00～17:00": "2016-03-20",
    "H28.3.20 9時": "2016-03-20",
    "2016年3月20日正午": "2016-03-20",
    "2016-03-20+09:00": "2016-03-20",
    "2016-03-20Z": "2016-03-20",
    "Sun Mar 20 21:40:00 2016": "2016-03-20",
    "平成24年5月23日頃": "2012-05-23",
    "平成24年5月23日10時頃": "2012-05-23",
    "平成24年頃": "2012-01-01/2012-12-31",
    "平成24年5月ごろ": "2012-05-01/2012-05-31",
    "1970年前後": "1970-01-01/1970-12-31",
    "平成24年度頃": "2012-04-01/2013-03-31",
    "平成6年頃から": "1994-01-01/..",
    "平成24年頃（2012年頃）": "2012-01-01/2012-12-31",
}
APPROXIMATE = "おおよその日付ですが、書かれたとおりの期間として読みました"
TIME = "時刻は読み飛ばしました"


@pytest.mark.parametrize("text", PASSED_OVER)
def test_a_time_or_a_word_like_about_is_passed_over_with_a_notice(text: str) -> None:
    span = wareki.parse(text)
    assert span[:2] == days(PASSED_OVER[text])
    notices = [TIME] * any(mark in text for mark in ":時TZ正") + [APPROXIMATE] * ("頃" in text)
    assert span.notice == ("。".join(notices) or APPROXIMATE)


@pytest.mark.parametrize(
    "text",
    ["平成24年5月 10:00", "平成24年 21時", "2012-05-23T", "2012-05-23 25", "10:00", "頃", "正午"],
)
def test_a_time_is_only_behind_a_day(text: str) -> None:
    with pytest.raises(wareki.DateError):
        wareki.parse(text)


DASHES = {
    "平成-24年": "平成24年",
    "令和－3年": "令和3年",
    "令和–3年": "令和3年",
    "令和—3年5月": "令和3年5月",
    "令和〜3年": "令和3年",
    "昭和 - 55": "昭和55",
    "H-24": "H24",
    "平-24.5.23": "平24.5.23",
    "令和-元年": "令和元年",
}


@pytest.mark.parametrize("text", DASHES)
def test_a_dash_between_an_era_and_its_number_is_no_range(text: str) -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse(text)
    assert caught.value.reason == "元号と年の間に線は入りません"
    assert caught.value.suggestion == DASHES[text]


@pytest.mark.parametrize("text", ["平成～令和", "昭和-平成", "平成～2024年", "昭和から平成6年"])
def test_eras_and_gregorian_years_may_make_a_range(text: str) -> None:
    assert wareki.parse(text).precision == "range"


def test_numbers_without_units_end_a_range_in_running_text_only_before_a_stop() -> None:
    (mention,) = wareki.find("開催（H21.10.23～25）")
    assert (mention.text, mention.span[:2]) == ("H21.10.23～25", days("2009-10-23/2009-10-25"))
    (mention,) = wareki.find("開催（H21.10.23～25名）")
    assert mention.text == "H21.10.23"
