import re

import pytest

from koryu_cli.ledger.cells import date_in, mark_in, number_in, says_nothing, themes_in
from koryu_cli.record.vocabulary import THEMES

NOTHING = [
    "",
    " ",
    "\u3000",
    "－",
    "-",
    "―",
    "ー",
    "なし",
    "（なし）",
    "無し",
    "該当なし",
    "N/A",
    "None",
    "…",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_cell_may_say_that_there_is_nothing(text: str) -> None:
    assert says_nothing(text)
    assert number_in(text).value is None
    assert date_in(text) == (None, None, None)
    assert themes_in(text).value == []


@pytest.mark.parametrize("text", ["0", "梨", "なし子市", "無錫市", "Noneville", "①"])
def test_other_cells_say_something(text: str) -> None:
    assert not says_nothing(text)


@pytest.mark.parametrize(
    ("text", "number"),
    {
        "3": 3,
        "３": 3,
        " 12 ": 12,
        "③": 3,
        "⑳": 20,
        "No.3": 3,
        "No 3": 3,
        "3番": 3,
        "第3号": 3,
        "3.": 3,
        "3)": 3,
        "(3)": 3,
        "⑶": 3,
    }.items(),
)
def test_numbers(text: str, number: int) -> None:
    assert number_in(text) == (number, None, None)


@pytest.mark.parametrize("text", ["0", "-3", "1.5", "A-1", "三", "1,2", "9" * 16])
def test_what_is_no_number_is_a_problem(text: str) -> None:
    assert number_in(text) == (None, "1 以上の整数を書いてください。", None)


DATES = {
    "in both calendars": ("1957年(昭和32年)10月29日", "1957-10-29", "1957-10-29", "day"),
    "with words around it": ("1957年10月29日提携", "1957-10-29", "1957-10-29", "day"),
    "a year": ("1984年", "1984-01-01", "1984-12-31", "year"),
    "a month": ("2002年8月", "2002-08-01", "2002-08-31", "month"),
    "a fiscal year": ("平成2年度", "1990-04-01", "1991-03-31", "fiscal_year"),
    "since a day": ("Since 1982.3.1", "1982-03-01", "1982-03-01", "day"),
    "since a year": ("since 1982", "1982-01-01", "1982-12-31", "year"),
    "since a day, with a dash": ("1988.12.20~", "1988-12-20", "1988-12-20", "day"),
    "a year until now": ("1955–present", "1955-01-01", "1955-12-31", "year"),
    "a year until now, in Japanese": ("昭和34年～現在", "1959-01-01", "1959-12-31", "year"),
    "from a year": ("1982年から", "1982-01-01", "1982-12-31", "year"),
    "with points": ("1985.5.24", "1985-05-24", "1985-05-24", "day"),
}


@pytest.mark.parametrize(("text", "start", "end", "precision"), DATES.values(), ids=DATES)
def test_a_date_keeps_its_text(text: str, start: str, end: str, precision: str) -> None:
    value = date_in(text).value
    assert (value["text"], value["start"], value["end"]) == (text, start, end)
    assert value["precision"] == precision


def test_a_date_has_its_era_form() -> None:
    assert date_in("1984").value["wareki"] == "昭和59年"
    assert date_in("1868年").value["wareki"] is None


def test_a_year_past_the_end_of_its_era_is_a_notice_and_words_around_a_date_are_none() -> None:
    assert "令和2年" in (date_in("平成32年").notice or "")
    assert date_in("1984年10月1日締結").notice is None


@pytest.mark.parametrize(
    ("text", "day"),
    {
        "26998": "1973-11-30",
        "４３８３１": "2020-01-01",
        "43831.5": "2020-01-01",
        "45351": "2024-02-29",
    }.items(),
)
def test_a_number_of_five_digits_is_a_day_as_excel_counts_them(text: str, day: str) -> None:
    value = date_in(text).value
    assert (value["text"], value["start"], value["end"]) == (day, day, day)


UNREADABLE = {
    "of which era": ("24.5.23", ""),
    "past the end of an era": ("1989/10/12 (S64)", "平成元年"),
    "no such day": ("1984年2月30日", ""),
    "a range": ("1984年～1986年", "年月日、年月、年または年度ではありません"),
    "a range in English": ("from 1984 to 1986", "年月日、年月、年または年度ではありません"),
    "since no such month": ("since 1984.13.1", "12文字目の「13」"),
    "since when": ("since", "ここに日付が必要です"),
    "open": ("1984年以降", "年月日、年月、年または年度ではありません"),
    "an era": ("昭和", "年月日、年月、年または年度ではありません"),
    "words": ("調整中", ""),
}


@pytest.mark.parametrize(("text", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_date_that_cannot_be_read_keeps_its_place(text: str, message: str) -> None:
    found = date_in(text)
    nothing = dict.fromkeys(("start", "end", "precision", "wareki"))
    assert found.value == {"text": text, **nothing}
    assert found.problem
    assert message in found.problem
    assert f"「{text}」" not in found.problem


def test_what_may_have_been_meant_is_said() -> None:
    found = date_in("1989/10/12 (S64)")
    assert re.search("^昭和64年は1月7日までです。もしかして: .*平成元年", found.problem or "")


@pytest.mark.parametrize(
    ("text", "themes"),
    {
        "環境": ["環境"],
        "環境、防災": ["環境", "防災"],
        "環境,防災／教育\n観光": ["環境", "防災", "教育", "観光"],
        "経済・産業、文化・スポーツ": ["経済・産業", "文化・スポーツ"],
        "経済産業": ["経済・産業"],
        "ＩＣＴ": ["ICT"],
        "環境、環境": ["環境"],
        "文化": ["文化・スポーツ"],
        "経済、スポーツ・教育": ["経済・産業", "文化・スポーツ", "教育"],
        "環境・防災": ["環境", "防災"],
        "Sports": ["文化・スポーツ"],
        "Environment and Tourism": ["環境", "観光"],
    }.items(),
)
def test_themes(text: str, themes: list[str]) -> None:
    assert themes_in(text) == (themes, None, None)


def test_words_that_are_no_themes_are_named_with_those_that_are() -> None:
    found = themes_in("環境、平和、青少年")
    assert found.value == ["環境"]
    assert found.problem
    assert found.problem.startswith("「平和」、「青少年」は分野の語ではありません")
    assert all(theme in found.problem for theme in THEMES)


@pytest.mark.parametrize("text", ["再掲", "○", "〇", "●", "yes", "TRUE", "1"])
def test_a_mark_is_one(text: str) -> None:
    assert mark_in(text).value is True


@pytest.mark.parametrize("text", ["", "－", "なし"])
def test_no_mark_is_none(text: str) -> None:
    assert mark_in(text) == (None, None, None)


def test_another_word_is_no_mark() -> None:
    assert mark_in("初出").problem
