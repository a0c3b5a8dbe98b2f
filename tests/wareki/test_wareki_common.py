"""Common notations, read without the grammar, have the grammar's answer."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from koryu_cli.wareki.characters import fold
from koryu_cli.wareki.errors import Fault
from koryu_cli.wareki.grammar import read
from koryu_cli.wareki.notations import read_common

# What is read without the grammar, and what is left to it.
COMMON = [
    *("平成24年5月23日", "平成24年5月", "平成24年", "平成24", "平成24年度", "平成元年5月"),
    *("H24.5.23", "h24/5/23", "S55-12-31", "㍻24.5", "R6", "令6.4.1"),
    *("2012-05-23", "2012/5/23", "2012.5.23", "2012年5月23日", "2012-05", "2012", "2012年度"),
    *("20120523", "２０１２年５月２３日", "平成２４年度"),
    *("平成8（1996）年6月24日", "平成13(2001)年2月1日", "平成24(2012)", "平成24（2012）年5月"),
    *("平成24（2012年）年度", "H24(2012).5.1", "2012(2012)年5月"),
]
LEFT_TO_THE_GRAMMAR = [
    *(
        "",
        "24",
        "645",
        "0645",
        "平成",
        "元年",
        "H2012",
        "平成100年",
        "昭和64年1月8日",
        "平成31年",
        "平成元年",
    ),
    *("平成元年1月", "平成31年4月30日1", "平成24年5", "平成24年5月23", "2012-5-", "2012/5-23"),
    *("2012年5月23日 ", "2012-05-23日", "平成24年度5月", "平成8（1997）年", "H24.(2012)5"),
    *("2012-13", "2012-02-30", "20121301", "06450612", "明治5年", "9999年度", "平成24年31月"),
    *("平成24年（2012年）5月", "平成24年度(2012)", "2012（平成24）年5月23日", "H24(2012"),
    *("平成24年(2012)度", "平成2(1990)4年", "R6.5(2024).1", "2012(2012)(2012)"),
    *("平成0年", "2012年5月0日", "①", "平成２四年"),
]


@pytest.mark.parametrize("text", COMMON)
def test_a_common_notation_needs_no_grammar(text: str) -> None:
    assert read_common(text) == read(fold(text))
    assert read_common(text) is not None


@pytest.mark.parametrize("text", LEFT_TO_THE_GRAMMAR)
def test_what_is_not_plain_is_left_to_the_grammar(text: str) -> None:
    assert read_common(text) is None


DIGITS = (
    st.text("0123456789", max_size=4)
    | st.text("０１２３４５６７８９", max_size=2)
    | st.sampled_from(["1", "8", "24", "1996", "2012"])
)
BEHIND = st.sampled_from(["年", "月", "日", "年度", "度", "-", "/", ".", "・", "", " ", "元"])
ERAS = st.sampled_from(
    ["明治", "大正", "昭和", "平成", "令和", *"明大昭平令MTSHRmtshr㍾㍽㍼㍻㋿", "", "", "西暦"]
)
NAMES = st.sampled_from(
    ["", "", "（1996）", "(2012)", "(2012年)", "（平成24）", "（昭和63年）", "(令和元)", "(1996"]
)
LIKE_COMMON = st.tuples(
    ERAS, DIGITS | st.just("元"), NAMES, BEHIND, NAMES, DIGITS, BEHIND, DIGITS, BEHIND
).map("".join)


@given(LIKE_COMMON)
@example("平成8(1996)年6月24日")
@example("平成8(1996")
@example("2012-5-2３")
@example("２٠12-5-23")
def test_common_notations_have_the_answer_of_the_grammar(text: str) -> None:
    found = read_common(text)
    if found is not None:
        try:
            assert found == read(fold(text).strip())
        except Fault as fault:
            pytest.fail(f"{text}: {fault.reason}")
