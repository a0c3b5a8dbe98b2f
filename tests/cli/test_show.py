"""`koryu show`: the cards."""

import json

import pytest
from conftest import Golden, Koryu
from rich.cells import cell_len

CARDS = {
    9: "a table",
    15: "two contacts",
    17: "an ordinary form",
    18: "four links and three departments",
    19: "an empty section",
    22: "an institute",
    25: "eight governments, no day",
}


@pytest.mark.parametrize("number", CARDS, ids=CARDS.values())
def test_card(koryu: Koryu, golden: Golden, number: int) -> None:
    result = koryu("--color", "never", "show", str(number), terminal=80)
    golden(f"show-{number}-80", result.out)
    assert max(map(cell_len, result.out.splitlines())) <= 80


@pytest.mark.parametrize("width", [30, 40, 60, 120])
def test_card_at_other_widths(koryu: Koryu, golden: Golden, width: int) -> None:
    result = koryu("--color", "never", "show", "17", terminal=width)
    golden(f"show-17-{width}", result.out)
    assert max(map(cell_len, result.out.splitlines())) <= width


@pytest.mark.parametrize("width", range(24, 110, 6))
def test_no_line_is_wider_than_the_terminal(koryu: Koryu, width: int) -> None:
    out = koryu("--color", "never", "show", "1-25", terminal=width).out
    assert max(map(cell_len, out.splitlines())) <= width


def test_in_a_pipe_a_paragraph_is_a_line(koryu: Koryu, golden: Golden) -> None:
    out = koryu("show", "17").out
    golden("show-17-pipe", out)
    background = json.loads(koryu("show", "17", "--json").out)[0]["background"]
    assert [line for line in background.split("\n") if f"  {line}\n" not in out] == []


def test_both_calendars_and_the_weekday(koryu: Koryu) -> None:
    assert "平成24年5月23日（2012-05-23 水）" in koryu("show", "5").out
    assert "平成4年（1992）" in koryu("show", "25").out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["17"], [17]),
        (["１７"], [17]),
        (["3-5"], [3, 4, 5]),
        (["３～５"], [3, 4, 5]),
        (["20", "3", "20"], [20, 3]),
        (["2-3", "1-2"], [2, 3, 1]),
        (["24-99"], [24, 25]),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_numbers_and_ranges(koryu: Koryu, words: list[str], found: list[int]) -> None:
    assert [each["id"] for each in json.loads(koryu("show", *words, "--json").out)] == found


def test_numbers_from_standard_input(koryu: Koryu) -> None:
    numbers = koryu("list", "-c", "韓国", "-o", "ids").out
    shown = json.loads(koryu("show", "-", "--json", stdin=numbers).out)
    assert [each["id"] for each in shown] == [9, 10, 11, 12, 13, 14, 25]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["26"], 4, "「26」"),
        (["0"], 4, "「0」"),
        (["30-40"], 4, "「30-40」"),
        (["x"], 2, "「x」"),
        (["5-3"], 2, "3-5"),
        (["1.5"], 2, "「1.5」"),
        ([], 2, "koryu show 17"),
    ],
    ids=["none", "zero", "range", "no-number", "backwards", "fraction", "nothing"],
)
def test_what_is_not_there(koryu: Koryu, words: list[str], code: int, says: str) -> None:
    result = koryu("show", *words)
    assert (result.code, result.out) == (code, "")
    assert says in result.err


def test_those_that_exist_are_shown_beside_those_that_do_not(koryu: Koryu) -> None:
    result = koryu("show", "1", "99", "3", "0", "-o", "ids")
    assert (result.code, result.out) == (4, "1\n3\n")
    assert result.err == "koryu: 「99、0」番の協定はありません。番号は 1 から 25 までです。\n"


def test_what_a_range_lacks_is_said_and_no_failure(koryu: Koryu) -> None:
    result = koryu("show", "24-30", "-o", "ids")
    assert result == (0, "24\n25\n", "26-30 番の協定はありません。\n")


def test_a_name_in_place_of_a_number_is_told_where_to_go(koryu: Koryu) -> None:
    result = koryu("show", "札幌")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "koryu: 「札幌」は番号ではありません。例: 17、3-5。"
        "名で探すなら koryu list -g 札幌 とします。\n"
    )


def test_order_is_kept_in_every_format(koryu: Koryu) -> None:
    assert koryu("show", "20", "3", "-o", "ids").out == "20\n3\n"
