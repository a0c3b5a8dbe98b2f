"""Agreements by the numbers that people write."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.catalogue.selection import Selection
from koryu_cli.errors import UsageError
from koryu_cli.query.numbers import NoNumberError, by_number, no_such


def selection(*ids: int) -> Selection:
    """A selection of which only the numbers matter."""
    chosen = SimpleNamespace(ids=list(ids), only=lambda numbers: list(numbers))
    return cast("Selection", chosen)


def named(words: list[str], *ids: int) -> tuple[Any, ...]:
    return tuple(by_number(selection(*ids), words))


FORMS = {
    "17": [17],
    "１７": [17],
    "17番": [17],
    "第17号": [17],
    " 17 ": [17],
    "\ufeff17": [17],
    "3-5": [3, 4, 5],
    "3～5": [3, 4, 5],
    "３〜５番": [3, 4, 5],
    "3 - 5": [3, 4, 5],
    "1,3": [1, 3],
    "1、3": [1, 3],
    "17,3-4,": [17, 3, 4],
}


@pytest.mark.parametrize(("word", "expected"), FORMS.items(), ids=FORMS)
def test_forms(word: str, expected: list[int]) -> None:
    assert named([word], *range(1, 26)) == (expected, [], [])


def test_each_agreement_comes_once_in_the_order_asked_for() -> None:
    assert named(["5", "3-6", "5"], *range(1, 26))[0] == [5, 3, 4, 6]


def test_a_number_that_is_missing_is_named_as_written() -> None:
    assert named(["2", "９９", "30-40"], 1, 2, 3) == ([2], ["９９", "30-40"], [])


@pytest.mark.parametrize(
    ("word", "gaps"),
    [("2-9", [(4, 6), (8, 9)]), ("1-3", [(1, 1)]), ("2-3", []), ("1-9", [(1, 1), (4, 6), (8, 9)])],
)
def test_what_a_range_lacks(word: str, gaps: list[tuple[int, int]]) -> None:
    assert named([word], 2, 3, 7)[1:] == ([], gaps)


def test_numbers_are_as_large_as_a_record_may_have() -> None:
    largest = 2**53 - 1
    assert named([str(largest)], 1, largest) == ([largest], [], [])
    assert named([f"1-{largest}"], 1, largest)[2] == [(2, largest - 1)]


@pytest.mark.parametrize("word", ["札幌", "-", "1-", "1-2-3", "17a", "9" * 17, "1.5", "1,札幌"])
def test_what_is_no_number_is_refused(word: str) -> None:
    with pytest.raises(NoNumberError, match="は番号ではありません。例: 17、3-5"):
        named([word], 1)


def test_a_range_that_ends_before_it_starts_is_turned_round() -> None:
    with pytest.raises(UsageError, match="範囲「5-3」の終わりが始まりより前です。例: 3-5"):
        named(["5-3"], 1)


def test_the_error_names_the_numbers_there_are() -> None:
    assert str(no_such(["99", "0"], [1, 7])) == (
        "「99、0」番の協定はありません。番号は 1 から 7 までです。"
    )
    assert str(no_such(["99"], [])) == "「99」番の協定はありません。"


@given(st.sets(st.integers(1, 40)), st.integers(1, 40), st.integers(0, 20))
def test_found_and_missing_numbers_make_up_the_range(ids: set[int], first: int, more: int) -> None:
    last = first + more
    found, missing, gaps = named([f"{first}-{last}"], *sorted(ids))
    lacking = [number for start, end in gaps for number in range(start, end + 1)]
    if found:
        assert sorted([*found, *lacking]) == list(range(first, last + 1))
        assert missing == []
    else:
        assert missing == [f"{first}-{last}"]
