"""The cells of tables: one date with words around it, or none."""

import pytest

from koryu_cli import wareki

# A cell, and the days of its date.
CELLS = {
    "平成24年5月23日": "2012-05-23/2012-05-23",
    "平成26年6月1日現在": "2014-06-01/2014-06-01",
    "H9.12.12友好都市提携": "1997-12-12/1997-12-12",
    "（令和4年2月21日現在）": "2022-02-21/2022-02-21",
    "姉妹都市提携：1972年11月20日": "1972-11-20/1972-11-20",
}


@pytest.mark.parametrize("text", CELLS)
def test_the_one_date_of_a_cell_is_read(text: str) -> None:
    span = wareki.parse_cell(text)
    assert span is not None
    assert f"{span.start}/{span.end}" == CELLS[text]


@pytest.mark.parametrize(
    "text",
    ["", " ", "　\n", "-", "－", "―", "ー", "なし", "無し", "不明", "（不明）", "N/A", "未定"],
)
def test_a_cell_that_says_so_has_no_date(text: str) -> None:
    assert wareki.parse_cell(text) is None


def test_what_is_passed_over_is_said() -> None:
    span = wareki.parse_cell("平成26年6月1日現在")
    assert span is not None
    assert span.notice == "「平成26年6月1日現在」のうち「平成26年6月1日」だけを日付として読みました"


def test_several_dates_are_an_error_that_lists_them() -> None:
    with pytest.raises(wareki.DateError, match="「1972年11月20日」、「平成3年」"):
        wareki.parse_cell("1972年11月20日 平成3年再提携")


@pytest.mark.parametrize("text", ["友好都市", "平成24年5月32日", "平成24年5月32日締結", "24.5.23"])
def test_a_cell_that_cannot_be_read_is_an_error(text: str) -> None:
    with pytest.raises(wareki.DateError):
        wareki.parse_cell(text)
