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


@pytest.mark.parametrize("text", ["明治5年", "M4.1.1", "明治元年1月25日", "1868（明治元）年"])
def test_before_1873_the_calendar_of_eras_was_another(text: str) -> None:
    with pytest.raises(wareki.DateError, match="太陰太陽暦"):
        wareki.parse(text)


def test_the_error_is_a_value_error_of_the_family() -> None:
    with pytest.raises(ValueError, match="「x」") as caught:
        wareki.parse("x")
    assert isinstance(caught.value, KoryuError)
    assert caught.value.exit_code == 2


def test_a_long_expression_is_quoted_in_short() -> None:
    with pytest.raises(wareki.DateError) as caught:
        wareki.parse("平成24年" + "x" * 10_000)
    assert len(str(caught.value)) < 250
