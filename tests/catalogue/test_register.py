"""Which numbers are repeated, and where they stood first."""

from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.catalogue.register import NumberSet, Register

NUMBERS = st.integers(-3, 200) | st.integers(0, 2**70)


@given(st.lists(NUMBERS | st.none()))
def test_a_repeated_number_leads_to_the_first_record_that_has_it(numbers: list[int | None]) -> None:
    register = Register()
    for position, number in enumerate(numbers):
        first = numbers.index(number)
        expected = None if number is None or first == position else first + 1
        assert register.enter(number) == expected
    assert len(register) == len(numbers)


@given(st.lists(NUMBERS), st.lists(NUMBERS))
def test_a_set_tells_which_numbers_are_new(some: list[int], others: list[int]) -> None:
    known, more = NumberSet(), NumberSet()
    assert [known.add(number) for number in some] == [
        number not in some[:position] for position, number in enumerate(some)
    ]
    for number in others:
        more.add(number)
    assert known.add_all(more) is set(some).isdisjoint(others)
