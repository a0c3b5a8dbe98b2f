"""What is no date: the part that was not understood, and what was meant."""

import pytest

from koryu_cli import wareki
from koryu_cli.errors import KoryuError

# An expression, and the part of it that the error points at.
REJECTED = {
    "": "",
    " ": "",
    "abc": "a",
    "平": "",
    "平成年": "年",
    "H": "",
    "元年": "元",
    "年": "年",
    "5月": "5",
    "5月23日": "5",
    "24年": "24",
    "24": "24",
    "999": "999",
    "24.5.23": "24",
    "24/5/23": "24",
    "24-5-23": "24",
    "12345": "12345",
    "2012-W05": "W05",
    "2012-5-23-1": "1",
    "2012年5": "5",
    "平成24年x": "x",
    "平成24年5月23日午後": "午後",
    "平成24年5月23日に締結": "に締結",
    "平成24年5月の": "の",
    "x平成24年": "x",
    "平成24年平成25年": "平成25年",
    "平成24年、25年": "、25年",
    # no such date
    "平成0年": "0",
    "平成00年": "00",
    "H0.5.1": "0",
    "平成201年": "201",
    "昭和1000年": "1000",
    "平成24年0月": "0月",
    "平成24年13月": "13月",
    "平成24年00月": "00月",
    "平成24年5月0日": "0日",
    "平成24年5月32日": "32日",
    "平成24年4月31日": "31日",
    "平成24年2月30日": "30日",
    "平成23年2月29日": "29日",
    "1900年2月29日": "29日",
    "20121301": "20121301",
    "20120230": "20120230",
    "2012-13": "13",
    "2012-02-30": "30",
    # parts that do not agree
    "平成24年5月23日（木）": "（木）",
    "2012年5月23日（日）": "（日）",
    "平成24年5月23日木曜日": "木曜日",
    "平成8（1997）年": "1997",
    "平成8（1997）年6月24日": "1997",
    "1997（平成8）年6月24日": "8",
    "平成31（令和2）年度": "2",
    "平成24年5月23日（2012年5月24日）": "2012年5月24日",
    # ranges the wrong way round
    "平成24年～平成20年": "平成20年",
    "平成24年～20年": "20年",
    "2012..2008": "2008",
    "平成21年10月25～23日": "23日",
    "平成25年度～23年度": "23年度",
    # before the Gregorian calendar
    "明治元年": "元",
    "明治5年": "5",
    "明治5年12月2日": "5",
    "M1": "1",
    # no calendar has it
    "平成25年代": "平成25年代",
    "1995年代": "1995年代",
    "平成24年5月23": "23",
    "令和9年９９月": "９９月",
}


@pytest.mark.parametrize("text", REJECTED)
def test_it_is_refused_and_the_part_named(text: str) -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse(text)
    error = caught.value
    assert error.expression == text
    assert 0 <= error.start <= error.end <= len(text)
    assert REJECTED[text] in text[error.start : error.end]
    assert f"「{text}」" in str(error)


MEANT = {
    "平静24年": "平成24年",
    "平静24年5月23日": "平成24年5月23日",
    "平生24年": "平成24年",
    "照和55年": "昭和55年",
    "令話6年": "令和6年",
    "大生10年": "大正10年",
    "24.5.23": "H24.5.23",
    "23/5/2012": "2012-05-23",
    "24/5/23": "H24/5/23",
    "平成25年代": "平成20年代",
    "1995年代": "1990年代",
    "平成元年1月7日": "昭和64年1月7日",
    "令和元年4月30日": "平成31年4月30日",
}


@pytest.mark.parametrize("text", MEANT)
def test_what_was_meant_is_said(text: str) -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse(text)
    assert caught.value.suggestion is not None
    assert MEANT[text] in caught.value.suggestion
    assert MEANT[text] in str(caught.value)


# An expression, the part that the error points at, the reason, and what was meant.
REASONS = {
    # no year, or no era
    "": ("", "ここに日付が必要です", None),
    "～": ("", "ここに日付が必要です", None),
    "平": ("", "年がありません", None),
    "西暦": ("", "年がありません", None),
    "May 23": ("", "年がありません", None),
    "May": ("", "年がありません", None),
    "5月": ("5", "年がありません", None),
    "5月23日": ("5", "年がありません", None),
    "24年": ("24", "元号がないので、どの年か決まりません", "平成24年 / 昭和24年"),
    "24.5.23": ("24", "元号がないので、どの年か決まりません", "H24.5.23 / S24.5.23"),
    "45.12.4": ("45", "元号がないので、どの年か決まりません", "S45.12.4"),
    "6.4.1": ("6", "元号がないので、どの年か決まりません", "R6.4.1 / H6.4.1"),
    "8.12.31": ("8", "元号がないので、どの年か決まりません", "R8.12.31 / H8.12.31"),
    "9.12.31": ("9", "元号がないので、どの年か決まりません", "H9.12.31 / S9.12.31"),
    "99.5.23": ("99", "元号がないので、どの年か決まりません", None),
    "24.13.1": ("24", "元号がないので、どの年か決まりません", None),
    "～24.5.23": ("24", "元号がないので、どの年か決まりません", "～H24.5.23 / ～S24.5.23"),
    "50年代": ("50", "元号がないので、どの年か決まりません", "1950年代 / 昭和50年代"),
    "90年代": ("90", "元号がないので、どの年か決まりません", "1990年代"),
    "25年代": ("25", "元号がないので、どの年か決まりません", None),
    "9/1/2021": ("9/1/2021", "年、月、日の順に書いてください", "2021-09-01 / 2021-01-09"),
    "13/1/2021": ("13/1/2021", "年、月、日の順に書いてください", "2021-01-13"),
    "9/2021": ("9/2021", "年、月、日の順に書いてください", "2021-09"),
    "19/1990": ("19", "元号がないので、どの年か決まりません", None),
    "13.40.2021": ("13.40.2021", "年、月、日の順に書いてください", None),
    # no such date
    "平成0年": ("0", "年は元年（1年）からです", None),
    "平成201年": ("201", "元号の年として読めるのは200年までです", None),
    "西暦0年": ("0", "西暦は1年からです", None),
    "9999年度": ("9999年度", "9999年より後の日付です", None),
    "9999年冬": ("9999年冬", "9999年より後の日付です", None),
    "平成24年13月": ("13月", "13月という月はありません", None),
    "平成24年13月1日": ("13月", "13月という月はありません", None),
    "平成24年0月上旬": ("0月", "0月という月はありません", None),
    "2012-13": ("13", "13月という月はありません", "2012～2013"),
    "2012/13": ("13", "13月という月はありません", "2012～2013"),
    "2013-12-32": ("32", "2013年12月は31日までで、32日はありません", None),
    "2012-13-01": ("13", "13月という月はありません", "2012-01-13"),
    "2012.23.05": ("23", "23月という月はありません", "2012.05.23"),
    "平成24年5月32日": ("32日", "2012年5月は31日までで、32日はありません", None),
    "平成24年2月30日": ("30日", "2012年2月は29日までで、30日はありません", None),
    "20121301": ("20121301", "13月という月はありません", None),
    "H241301": ("H241301", "13月という月はありません", None),
    "1995年代": ("1995年代", "年代は10年ごとです", "1990年代"),
    "平成25年代": ("平成25年代", "年代は10年ごとです", "平成20年代"),
    "平成5年代": ("平成5年代", "年代は10年ごとです", None),
    # parts that do not agree
    "平成24年5月23日（木）": ("（木）", "2012-05-23は水曜日です", None),
    "（木）平成24年5月23日": ("（木）", "2012-05-23は水曜日です", None),
    "（水）2012年": ("（水）", "曜日がありますが、日がありません", None),
    "平成8（1997）年": ("1997", "平成8年は1996年で、1997年と合いません", None),
    "平成8（1996・平成9）年": ("9", "平成8年は1996年で、平成9年と合いません", None),
    "昭和57年4月1日（1983年）": ("1983年", "昭和57年は1982年で、1983年と合いません", None),
    "1985年5月16日（昭和61年5月16日）": ("61", "昭和61年は1986年で、1985年と合いません", None),
    "1991/7/9 (H4)": ("H4", "平成4年は1992年で、1991年と合いません", None),
    "1989/10/12 (S64)": ("S64", "昭和64年は1月7日までです", "平成元年（H1）"),
    "1989/1/5（平成元年）": ("平成元年", "平成元年は1月8日からです", "昭和64年（S64）"),
    "昭和64年（1989年10月12日）": ("1989年10月12日", "昭和64年は1月7日までです", "平成元年（H1）"),
    "2012年5月23日（2012年5月24日）": ("2012年5月24日", "二つの暦の日付が合いません", None),
    "平成（昭和）": ("昭和", "二つの暦の日付が合いません", None),
    # before its era
    "令和元年4月30日": (
        "令和元年4月30日",
        "令和は令和元年5月1日からです",
        "平成31年4月30日",
    ),
    "昭和元年11月上旬": (
        "昭和元年11月上旬",
        "昭和は昭和元年12月25日からです",
        "大正15年11月上旬",
    ),
    # ranges and lists
    "平成24年～平成20年": ("平成20年", "終わりが始まりより前です", None),
    "2012-05-23～2012-05-22": ("2012-05-22", "終わりが始まりより前です", None),
    "2023—04—30": ("04", "終わりが始まりより前です", "2023-04-30"),
    "2023—04—31": ("04", "終わりが始まりより前です", None),
    "平成から24年": ("24", "前の日付の続きとして読めません", None),
    "2008年～100年": ("100年", "終わりが始まりより前です", None),
    "平成24年5、6月": ("5、6月", "この部分が余っています", None),
    "2012.5.99": ("99", "2012年5月は31日までで、99日はありません", None),
    "2012.5.100": (".100", "この部分が余っています", None),
    "H24.5.23～30.": (".", "この部分が余っています", None),
    "H24.5.23～30現在": ("現在", "この部分が余っています", None),
    "平成24年～5日": ("5日", "前の日付にない単位なので、続きとして読めません", None),
    "平成24年～5.6": ("5.6", "前の日付の続きとして読めません", None),
    "平成24年から翌月": ("翌月", "前の日付の続きとして読めません", None),
    "平成24年から5年間": ("5年間", "日付ではなく期間です", None),
    "2012年4月1日から5日間": ("5日間", "日付ではなく期間です", None),
    "2005年11月から翌2007年7月": ("2007", "前の日付の翌年は2006年です", None),
    "平成21・22年度": ("・22年度", "日付が二つ以上あります", "平成21～22年度"),
    "平成21・25年度": ("・25年度", "日付が二つ以上あります", None),
    "平成21、22、23年度": ("、22、23年度", "日付が二つ以上あります", "平成21～23年度"),
    "平成24年、25年": ("、25年", "日付が二つ以上あります", None),
    # other words
    "平成24年平成25年": ("平成25年", "この部分が余っています", None),
    "2012年5月23日締結": ("締結", "この部分が余っています", None),
    "平成年": ("年", "この部分が余っています", None),
    "不明": ("不", "ここは日付として読めません", None),
    "不明24年": ("不", "ここは日付として読めません", None),
    "なし": ("な", "ここは日付として読めません", None),
    "12345": ("12345", "ここは日付として読めません", None),
    "06450612": ("06450612", "ここは日付として読めません", None),
    "平静": ("平静", "ここは日付として読めません", None),
    "平静24年": ("平静", "ここは日付として読めません", "平成24年"),
    "昭話 55年": ("昭話", "ここは日付として読めません", "昭和55年"),
    "hesei 24": ("hesei", "ここは日付として読めません", "平成24"),
    "成24年": ("成", "ここは日付として読めません", "平成24年"),
    "照和99年": ("照", "ここは日付として読めません", None),
}


@pytest.mark.parametrize("text", REASONS)
def test_the_part_at_fault_the_reason_and_what_was_meant(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KORYU_TODAY", "2026-11-26")
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse(text)
    error = caught.value
    assert (text[error.start : error.end], error.reason, error.suggestion) == REASONS[text]


MESSAGES = {
    "24.5.23": (
        "「24.5.23」を日付として読めません（1文字目の「24」）: "
        "元号がないので、どの年か決まりません。もしかして: H24.5.23 / S24.5.23"
    ),
    "　平成24年5月32日": (
        "「　平成24年5月32日」を日付として読めません（9文字目の「32日」）: "
        "2012年5月は31日までで、32日はありません"
    ),
    "2 0 1 2 年 1 3 月": (
        "「2 0 1 2 年 1 3 月」を日付として読めません（11文字目の「1 3 月」）: "
        "13月という月はありません"
    ),
    "1995年代": ("「1995年代」を日付として読めません: 年代は10年ごとです。もしかして: 1990年代"),
    "平": "「平」を日付として読めません: 年がありません",
}


@pytest.mark.parametrize("text", MESSAGES)
def test_a_message(text: str) -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse(text)
    assert str(caught.value) == MESSAGES[text]


SIX_FIGURES = {
    "201205": "2012-05 / 2020-12-05",
    "120523": "2012-05-23 / H12.05.23",
    "１２０５２３": "2012-05-23 / H12.05.23",
    "590123": "S59.01.23 / 1959-01-23",
    "990131": "1999-01-31",
    "901340": None,
    "2012052": None,
}


@pytest.mark.parametrize(("text", "meant"), SIX_FIGURES.items())
def test_six_figures_may_lack_an_era_or_a_century(text: str, meant: str | None) -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse(text)
    assert caught.value.suggestion == meant


STRICT = {
    "平成32年5月": ("平成32年5月", "平成は平成31年までです", "令和2年5月"),
    "昭和64年～昭和66年": ("昭和66年", "昭和は昭和64年までです", "平成3年"),
    "平成32年度末": ("平成32年度末", "平成は平成31年までです", "令和2年度末"),
}


@pytest.mark.parametrize("text", STRICT)
def test_strictly_a_year_past_the_end_of_its_era_is_an_error(text: str) -> None:
    assert wareki.parse(text).notice
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse(text, strict=True)
    error = caught.value
    assert (text[error.start : error.end], error.reason, error.suggestion) == STRICT[text]


def test_strictly_other_dates_are_read_as_ever() -> None:
    for text in ("平成24年5月23日", "平成31年度", "昭和64年1月7日 10:00", "2012-05～"):
        assert wareki.parse(text, strict=True) == wareki.parse(text)


NOTICES = {
    "平成31年（2019年）5月1日": (
        "平成は平成31年4月30日までなので、平成31年5月1日は令和元年5月1日（2019年）として読みました"
    ),
    "昭和60年代後半": (
        "昭和は昭和64年までなので、昭和60年代後半は平成2年（1990年）として読みました"
    ),
    "昭和70年代": ("昭和は昭和64年までなので、昭和70年代は平成7年（1995年）として読みました"),
    "平成32年頃": (
        "平成は平成31年までなので、平成32年は令和2年（2020年）として読みました。"
        "おおよその日付ですが、書かれたとおりの期間として読みました"
    ),
    "平成32年～33年": (
        "平成は平成31年までなので、平成32年は令和2年（2020年）として読みました。"
        "平成は平成31年までなので、平成33年は令和3年（2021年）として読みました"
    ),
    "平成24年頃～25年頃": "おおよその日付ですが、書かれたとおりの期間として読みました",
    "昭和100年5月上旬": (
        "昭和は昭和64年までなので、昭和100年5月上旬は令和7年5月上旬（2025年）として読みました"
    ),
}


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice(text: str) -> None:
    assert wareki.parse(text).notice == NOTICES[text]


@pytest.mark.parametrize("text", ["明治5年", "M4.1.1", "明治元年1月25日", "1868（明治元）年"])
def test_before_1873_the_calendar_of_eras_was_another(text: str) -> None:
    with pytest.raises(wareki.DateError, match="太陰太陽暦"):
        wareki.parse(text)


def test_a_telephone_number_is_given_no_date_to_mean() -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse("03-5213-1722")
    assert caught.value.suggestion is None


def test_the_end_of_a_fiscal_year_is_no_part_of_a_year() -> None:
    with pytest.raises(wareki.DateError, match="余っています"):
        wareki.parse("平成24年の年度末")


def test_the_error_is_a_value_error_of_the_family() -> None:
    with pytest.raises(ValueError, match="「x」") as caught:
        wareki.parse("x")
    assert isinstance(caught.value, KoryuError)
    assert caught.value.exit_code == 2


def test_a_long_expression_is_quoted_in_short() -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse("平成24年" + "x" * 10_000)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("text", ["～令和", "令和まで", "～㋿", "平～㋿"])
def test_a_span_without_beginning_and_end_is_no_date(text: str) -> None:
    with pytest.raises(wareki.DateError):
        wareki.parse(text)
    with pytest.raises(wareki.DateError):
        wareki.parse_cell(text)
