"""The cells of tables: one date with words around it, or none."""

import pytest
from test_wareki_notations import days

from koryu_cli import wareki

# A cell, its days and, where words are passed over, what was read of it.
CELLS = {
    # no words around it
    "平成24年5月23日": ("2012-05-23", None),
    "2012-05-23": ("2012-05-23", None),
    " (1965) ": ("1965-01-01/1965-12-31", None),
    "【平成24年】": ("2012-01-01/2012-12-31", None),
    "「令和元年5月」": ("2019-05-01/2019-05-31", None),
    "1982/ (S57)": ("1982-01-01/1982-12-31", None),
    "2012年4月～2013年3月（平成24年度）": ("2012-04-01/2013-03-31", None),
    "平成24年5月23日。": ("2012-05-23", None),
    "2012.5.23.": ("2012-05-23", None),
    # words behind it
    "平成26年6月1日現在": ("2014-06-01", "平成26年6月1日"),
    "H9.12.12友好都市提携": ("1997-12-12", "H9.12.12"),
    "平成24年３月末現在": ("2012-03-21/2012-03-31", "平成24年３月末"),
    "1957年（昭和32年）10月29日提携": ("1957-10-29", "1957年（昭和32年）10月29日"),
    "昭和四十七年十一月締結": ("1972-11-01/1972-11-30", "昭和四十七年十一月"),
    "令和元年5月1日付け": ("2019-05-01", "令和元年5月1日"),
    "平成24年5月23日（水）調印": ("2012-05-23", "平成24年5月23日（水）"),
    "2012年度（予算）": ("2012-04-01/2013-03-31", "2012年度"),
    "1965締結": ("1965-01-01/1965-12-31", "1965"),
    "昭和57年（月日不明）": ("1982-01-01/1982-12-31", "昭和57年"),
    "昭和57年 月 日": ("1982-01-01/1982-12-31", "昭和57年"),
    "平成24年 3回目": ("2012-01-01/2012-12-31", "平成24年"),
    "1972年～継続中": ("1972-01-01/..", "1972年～"),
    "May 23, 2012 (signed)": ("2012-05-23", "May 23, 2012"),
    "2012年5月（平成24年に再訪）": None,
    # words before it
    "（令和4年2月21日現在）": ("2022-02-21", "令和4年2月21日"),
    "姉妹都市提携：1972年11月20日": ("1972-11-20", "1972年11月20日"),
    "提携日 S57.4.1": ("1982-04-01", "S57.4.1"),
    "約1990年": ("1990-01-01/1990-12-31", "1990年"),
    "①1972年": ("1972-01-01/1972-12-31", "1972年"),
    "1. 2012年5月": ("2012-05-01/2012-05-31", "2012年5月"),
    "第3回 平成24年5月": ("2012-05-01/2012-05-31", "平成24年5月"),
    "釧路市(1965)【★詳細⇒】": ("1965-01-01/1965-12-31", "1965"),
    "formed in 1988": ("1988-01-01/1988-12-31", "1988"),
    "formed in May 1988": ("1988-05-01/1988-05-31", "May 1988"),
    "締結20120523": ("2012-05-23", "20120523"),
    "州\n1986年4月22日": ("1986-04-22", "1986年4月22日"),
    "継続中（～平成25年3月）": ("../2013-03-31", "～平成25年3月"),
    "昭和時代に締結": ("1926-12-25/1989-01-07", "昭和時代"),
}


@pytest.mark.parametrize("text", [text for text in CELLS if CELLS[text]])
def test_the_one_date_of_a_cell_is_read(text: str) -> None:
    expected = CELLS[text]
    assert expected is not None
    interval, read = expected
    notice = f"「{text}」のうち「{read}」だけを日付として読みました" if read else None
    span = wareki.parse_cell(text)
    assert span is not None
    assert span[:2] == days(interval)
    assert span.notice == notice


def test_an_expression_is_read_as_parse_reads_it() -> None:
    for text in ("平成32年", "平成24年5月23日 10:00", "平成6～11年", "今日"):
        assert wareki.parse_cell(text) == wareki.parse(text)


def test_notices_are_both_told() -> None:
    span = wareki.parse_cell("平成32年開始")
    assert span is not None
    assert span.notice == (
        "平成は平成31年までなので、平成32年は令和2年（2020年）として読みました。"
        "「平成32年開始」のうち「平成32年」だけを日付として読みました"
    )


NO_DATES = [
    *("", " ", "　\n", "-", "－", "―", "ー", "‐", "～", "…", "/", "?", "※", "（　）"),
    *("なし", "無し", "無", "不明", "（不明）", "日付不明", "提携日は不明", "年月日不詳", "未詳"),
    *("未定", "未締結", "該当なし", "記載なし", "資料無し", "N/A", "n/a", "NA", "None", "unknown"),
]


@pytest.mark.parametrize("text", NO_DATES)
def test_a_cell_that_says_so_has_no_date(text: str) -> None:
    assert wareki.parse_cell(text) is None
    with pytest.raises(wareki.DateError):
        wareki.parse(text)


SEVERAL = {
    "1972年11月20日 平成3年再提携": "「1972年11月20日」、「平成3年」",
    "1972年11月20日（1992年再提携）": "「1972年11月20日」、「1992年」",
    "昭和57年4月1日、平成3年5月1日": "「昭和57年4月1日」、「平成3年5月1日」",
    "1985年（締結） 1985年5月6日（調印）": "「1985年」、「1985年5月6日」",
    "平成24年5月20日（調印式は6月1日）": "「平成24年5月20日」、「6月1日」",
    "平成24年締結、5月に訪問": "「平成24年」、「5月」",
    "1972.11.20/1992.5.1": "「1972.11.20」、「1992.5.1」",
    "S57.4.1/H3.5.1": "「S57.4.1」、「H3.5.1」",
    "1972/1992": "「1972」、「1992」",
    "1972・1992": "「1972」、「1992」",
    "昭和57年・平成3年": "「昭和57年」、「平成3年」",
    "1989/10/12 S63": "「1989/10/12」、「S63」",
    "1980年、1990年、2000年": "「1980年」、「1990年」、「2000年」",
    "S55、S56、S57、S58、S59": "「S55」、「S56」、「S57」、「S58」、「S59」",
    "1年目1980年、1981年、1982年、1983年、1984年、1985年": (
        "「1980年」、「1981年」、「1982年」、「1983年」、「1984年」、…"
    ),
    "2012年5月（平成24年に再訪）": "「2012年5月」、「平成24年」",
}


@pytest.mark.parametrize("text", SEVERAL)
def test_several_dates_are_an_error_that_lists_them(text: str) -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse_cell(text)
    assert caught.value.reason == f"日付がいくつもあります（{SEVERAL[text]}）"
    assert caught.value.suggestion is None


# A cell that cannot be read, the part at fault, the reason, and what was meant.
REFUSED = {
    "友好都市": ("友", "ここは日付として読めません", None),
    "明治大学": ("大学", "この部分が余っています", None),
    "平成会館": ("会館", "この部分が余っています", None),
    "2012名": ("名", "この部分が余っています", None),
    "人口2012人": ("人", "ここは日付として読めません", None),
    "締結 1799": ("締", "ここは日付として読めません", None),
    "5月締結": ("5", "年がありません", None),
    "友好都市 57.4.1": ("57", "元号がないので、どの年か決まりません", "S57.4.1"),
    "平成24年5": ("5", "この部分が余っています", None),
    "締結平成24年5": ("5", "この部分が余っています", None),
    "平成24年5月32日締結": ("32日", "2012年5月は31日までで、32日はありません", None),
    "平成24年13月締結": ("13月", "13月という月はありません", None),
    "締結日：平成24年5月23日（木）": ("（木）", "2012-05-23は水曜日です", None),
    "1989/10/12 (S64)": ("S64", "昭和64年は1月7日までです", "平成元年（H1）"),
    "1991/7/9 (H4)": ("H4", "平成4年は1992年で、1991年と合いません", None),
    "1988/7/9 (H1)": ("H1", "平成元年は1989年で、1988年と合いません", None),
    "1989/1/5 (H1) 提携": ("H1", "平成元年は1月8日からです", "昭和64年（S64）"),
    "平成-24年締結": ("-", "元号と年の間に線は入りません", None),
    "提携昭57.4.1": ("57", "元号がないので、どの年か決まりません", "S57.4.1"),
    "XH24.5.23": None,
    "tel 0120-24-2012": None,
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_cell_that_cannot_be_read_is_an_error(text: str) -> None:
    expected = REFUSED[text]
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse_cell(text)
    if expected:
        error = caught.value
        part = text[error.start : error.end]
        assert (part, error.reason, error.suggestion) == expected
