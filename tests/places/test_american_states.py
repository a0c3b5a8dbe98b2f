"""States of America by their names."""

import pytest

from koryu_cli.places.american_states import is_american_state


@pytest.mark.parametrize(
    "name",
    [
        "オレゴン州",
        "オレゴン",
        "おれごん州",
        "ＯＲＥＧＯＮ",
        "Washington State",
        "new york",
        "ジョージア",
    ],
)
def test_a_state_in_any_spelling(name: str) -> None:
    assert is_american_state(name)


@pytest.mark.parametrize("name", ["", "州", "オンタリオ州", "ポートランド市", "State", "広州"])
def test_other_names_are_none(name: str) -> None:
    assert not is_american_state(name)
