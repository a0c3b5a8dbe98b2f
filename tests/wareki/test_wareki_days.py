"""A day, a month, a year: every notation of it, and the edges of every era."""

import re
from datetime import date

import pytest

from koryu_cli import wareki

# A day in ISO form, with its era: full name, first character, letter, ligature, year, month, day.
DAYS = {
    "2012-05-23": ("平成", "平", "H", "㍻", 24, 5, 23),
    "1996-06-24": ("平成", "平", "H", "㍻", 8, 6, 24),
    "1989-01-08": ("平成", "平", "H", "㍻", 1, 1, 8),
    "2019-04-30": ("平成", "平", "H", "㍻", 31, 4, 30),
    "2019-05-01": ("令和", "令", "R", "㋿", 1, 5, 1),
    "2024-02-29": ("令和", "令", "R", "㋿", 6, 2, 29),
    "1989-01-07": ("昭和", "昭", "S", "㍼", 64, 1, 7),
    "1980-12-31": ("昭和", "昭", "S", "㍼", 55, 12, 31),
    "1926-12-25": ("昭和", "昭", "S", "㍼", 1, 12, 25),
    "1923-09-01": ("大正", "大", "T", "㍽", 12, 9, 1),
    "1912-07-30": ("大正", "大", "T", "㍽", 1, 7, 30),
    "1889-02-11": ("明治", "明", "M", "㍾", 22, 2, 11),
    "1873-01-01": ("明治", "明", "M", "㍾", 6, 1, 1),
}
NOTATIONS = {
    "full": "{era}{y}年{m}月{d}日",
    "full-blanks": " {era} {y} 年 {m} 月 {d} 日 ",
    "ideographic-blanks": "{era}{y}年　{m}月　{d}日",
    "abbreviated": "{short}{y}年{m}月{d}日",
    "letter": "{letter}{y}年{m}月{d}日",
    "letter-dots": "{letter}{y}.{m}.{d}",
    "small-letter-dots": "{small}{y}.{m}.{d}",
    "letter-slashes": "{letter}{y}/{m}/{d}",
    "letter-hyphens": "{letter}{y}-{m}-{d}",
    "letter-middle-dots": "{letter}{y}・{m}・{d}",
    "jis-x-0301": "{short}{y:02}.{m:02}.{d:02}",
    "ligature": "{ligature}{y}年{m}月{d}日",
    "ligature-dots": "{ligature}{y}.{m}.{d}",
    "zeros": "{era}{y:02}年{m:02}月{d:02}日",
    "gregorian": "{g}年{m}月{d}日",
    "gregorian-marked": "西暦{g}年{m}月{d}日",
    "iso": "{g}-{m:02}-{d:02}",
    "iso-slashes": "{g}/{m}/{d}",
    "iso-dots": "{g}.{m}.{d}",
    "compact": "{g}{m:02}{d:02}",
    "both-era-first": "{era}{y}（{g}）年{m}月{d}日",
    "both-era-first-ascii": "{era}{y}({g})年{m}月{d}日",
    "both-gregorian-first": "{g}（{era}{y}）年{m}月{d}日",
    "weekday": "{era}{y}年{m}月{d}日（{w}）",
    "weekday-in-full": "{era}{y}年{m}月{d}日{w}曜日",
}
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")


def write(day: str, notation: str) -> str:
    era, short, letter, ligature, y, m, d = DAYS[day]
    written = date.fromisoformat(day)
    return notation.format(
        era=era,
        short=short,
        letter=letter,
        small=letter.lower(),
        ligature=ligature,
        y=y,
        m=m,
        d=d,
        g=written.year,
        w="月火水木金土日"[written.weekday()],
    )


@pytest.mark.parametrize("notation", NOTATIONS.values(), ids=NOTATIONS)
@pytest.mark.parametrize("day", DAYS)
def test_a_day_in_every_notation(day: str, notation: str) -> None:
    expected = date.fromisoformat(day)
    assert wareki.parse(write(day, notation)) == (expected, expected, "day", None)


@pytest.mark.parametrize("notation", NOTATIONS.values(), ids=NOTATIONS)
def test_full_width_makes_no_difference(notation: str) -> None:
    for day in DAYS:
        text = write(day, notation)
        assert wareki.parse(text.translate(WIDE)) == wareki.parse(text)


@pytest.mark.parametrize("name", ["full", "abbreviated", "gregorian", "both-era-first"])
def test_positional_kanji_numerals_make_no_difference(name: str) -> None:
    for day in DAYS:
        text = write(day, NOTATIONS[name])
        assert wareki.parse(text.translate(KANJI)) == wareki.parse(text)


YEARS = {
    "平成24": 2012,
    "平成24年": 2012,
    "平成２４年": 2012,
    "平24": 2012,
    "H24": 2012,
    "h24年": 2012,
    "㍻24": 2012,
    "平成二十四年": 2012,
    "平成廿四年": 2012,
    "平成弐拾四年": 2012,
    "平成弐〇年": 2008,
    "平成十年": 1998,
    "平成三十年": 2018,
    "平成卅年": 2018,
    "平成参拾年": 2018,
    "昭和卅五年": 1960,
    "昭和五十五年": 1980,
    "昭和55": 1980,
    "S55": 1980,
    "大正10年": 1921,
    "T10": 1921,
    "明治33年": 1900,
    "M33": 1900,
    "令和6年": 2024,
    "R6": 2024,
    "2012": 2012,
    "2012年": 2012,
    "西暦2012年": 2012,
    "２０１２年": 2012,
    "二〇一二年": 2012,
    "二○一二年": 2012,
    "二◯一二年": 2012,
    "二零一二年": 2012,
    "平成8（1996）年": 1996,
    "平成13(2001)年": 2001,
    "1996（平成8）年": 1996,
    "平成24年（2012年）": 2012,
    "平成２４⽉".replace("⽉", "年"): 2012,
}


@pytest.mark.parametrize("text", YEARS)
def test_a_year(text: str) -> None:
    year = YEARS[text]
    assert wareki.parse(text) == (date(year, 1, 1), date(year, 12, 31), "year", None)


MONTHS = {
    "平成24年5月": "2012-05-01/2012-05-31",
    "平成24年２月": "2012-02-01/2012-02-29",
    "平成23年2月": "2011-02-01/2011-02-28",
    "H24.5": "2012-05-01/2012-05-31",
    "H24/05": "2012-05-01/2012-05-31",
    "平24・5": "2012-05-01/2012-05-31",
    "平成二十四年十一月": "2012-11-01/2012-11-30",
    "㍻24年12月": "2012-12-01/2012-12-31",
    "2012-05": "2012-05-01/2012-05-31",
    "2012/5": "2012-05-01/2012-05-31",
    "2012年5月": "2012-05-01/2012-05-31",
    "平成24年５⽉": "2012-05-01/2012-05-31",
    "平成4（1992）年7月": "1992-07-01/1992-07-31",
}


@pytest.mark.parametrize("text", MONTHS)
def test_a_month(text: str) -> None:
    start, end = map(date.fromisoformat, MONTHS[text].split("/"))
    assert wareki.parse(text) == (start, end, "month", None)


# Both sides of every change of era: an expression and the days it stands for, or what was meant.
EDGES = {
    "明治6年": "1873-01-01/1873-12-31",
    "明治6年1月": "1873-01-01/1873-01-31",
    "明治6年1月1日": "1873-01-01/1873-01-01",
    "明治45年": "1912-01-01/1912-07-30",
    "明治45年7月": "1912-07-01/1912-07-30",
    "明治45年7月29日": "1912-07-29/1912-07-29",
    "明治45年7月30日": "1912-07-30/1912-07-30",
    "大正元年": "1912-07-30/1912-12-31",
    "大正元年7月": "1912-07-30/1912-07-31",
    "大正元年7月30日": "1912-07-30/1912-07-30",
    "大正元年8月": "1912-08-01/1912-08-31",
    "大正15年": "1926-01-01/1926-12-25",
    "大正15年12月": "1926-12-01/1926-12-25",
    "大正15年12月24日": "1926-12-24/1926-12-24",
    "大正15年12月25日": "1926-12-25/1926-12-25",
    "昭和元年": "1926-12-25/1926-12-31",
    "昭和元年12月": "1926-12-25/1926-12-31",
    "昭和元年12月25日": "1926-12-25/1926-12-25",
    "昭和2年": "1927-01-01/1927-12-31",
    "昭和64年": "1989-01-01/1989-01-07",
    "昭和64年1月": "1989-01-01/1989-01-07",
    "昭和64年1月7日": "1989-01-07/1989-01-07",
    "平成元年": "1989-01-08/1989-12-31",
    "平成元年1月": "1989-01-08/1989-01-31",
    "平成元年1月8日": "1989-01-08/1989-01-08",
    "平成1年1月8日": "1989-01-08/1989-01-08",
    "平成31年": "2019-01-01/2019-04-30",
    "平成31年4月": "2019-04-01/2019-04-30",
    "平成31年4月30日": "2019-04-30/2019-04-30",
    "令和元年": "2019-05-01/2019-12-31",
    "令和元年5月": "2019-05-01/2019-05-31",
    "令和元年5月1日": "2019-05-01/2019-05-01",
    "令和2年": "2020-01-01/2020-12-31",
    "1912年": "1912-01-01/1912-12-31",
    "1926年": "1926-01-01/1926-12-31",
    "1989年": "1989-01-01/1989-12-31",
    "1989年1月": "1989-01-01/1989-01-31",
    "2019年": "2019-01-01/2019-12-31",
}


@pytest.mark.parametrize("text", EDGES)
def test_an_era_ends_where_the_next_begins(text: str) -> None:
    start, end = map(date.fromisoformat, EDGES[text].split("/"))
    span = wareki.parse(text)
    assert (span.start, span.end, span.notice) == (start, end, None)


BEFORE_ITS_ERA = {
    "大正元年7月29日": "明治45年7月29日",
    "大正元年6月": "明治45年6月",
    "昭和元年12月24日": "大正15年12月24日",
    "昭和元年11月": "大正15年11月",
    "S1.1.1": "大正15年1月1日",
    "平成元年1月7日": "昭和64年1月7日",
    "H1.1.1": "昭和64年1月1日",
    "令和元年4月30日": "平成31年4月30日",
    "令和元年4月": "平成31年4月",
    "R1/1/1": "平成31年1月1日",
}


@pytest.mark.parametrize("text", BEFORE_ITS_ERA)
def test_before_its_era_a_date_is_an_error_that_names_the_right_one(text: str) -> None:
    with pytest.raises(wareki.DateError, match=re.escape(text)) as caught:
        wareki.parse(text)
    assert caught.value.suggestion == BEFORE_ITS_ERA[text]
    assert BEFORE_ITS_ERA[text] in str(caught.value)


PAST_ITS_ERA = {
    "平成32年": ("2020-01-01/2020-12-31", "令和2年"),
    "平成32年5月": ("2020-05-01/2020-05-31", "令和2年5月"),
    "平成31年5月1日": ("2019-05-01/2019-05-01", "令和元年5月1日"),
    "H36.11.24": ("2024-11-24/2024-11-24", "令和6年11月24日"),
    "昭和64年1月8日": ("1989-01-08/1989-01-08", "平成元年1月8日"),
    "昭和65年": ("1990-01-01/1990-12-31", "平成2年"),
    "昭和100年": ("2025-01-01/2025-12-31", "令和7年"),
    "大正16年": ("1927-01-01/1927-12-31", "昭和2年"),
    "明治46年": ("1913-01-01/1913-12-31", "大正2年"),
    "明治45年7月31日": ("1912-07-31/1912-07-31", "大正元年7月31日"),
    "平成32年度": ("2020-04-01/2021-03-31", "令和2年度"),
}


@pytest.mark.parametrize("text", PAST_ITS_ERA)
def test_past_the_end_of_its_era_the_count_goes_on_with_a_notice(text: str) -> None:
    days, name = PAST_ITS_ERA[text]
    span = wareki.parse(text)
    assert (span.start, span.end) == tuple(map(date.fromisoformat, days.split("/")))
    assert span.notice is not None
    assert name in span.notice
    with pytest.raises(wareki.DateError, match=re.escape(name)):
        wareki.convert(text, strict=True)
