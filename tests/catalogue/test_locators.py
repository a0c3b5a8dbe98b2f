"""Where values stand in JSON texts of any layout."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.catalogue import locators
from koryu_cli.catalogue.locators import lines_before

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
LAYOUTS: list[dict[str, Any]] = [
    {"indent": 2, "ensure_ascii": False},
    {"indent": 0},
    {"separators": (",", ":")},
    {"separators": (" ,\n", "\t:\r\n ")},
]
layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=["indented", "flush", "dense", "odd"])
SENTINEL = "here it is"


@st.composite
def hidden(draw: st.DrawFn) -> tuple[Any, list[str | int]]:
    """Draw a value that holds the sentinel, and the path to it."""
    value: Any = SENTINEL
    path: list[str | int] = []
    for _ in range(draw(st.integers(0, 4))):
        if draw(st.booleans()):
            before, after = draw(st.lists(VALUES, max_size=3)), draw(st.lists(VALUES, max_size=3))
            value = [*before, value, *after]
            path.insert(0, len(before))
        else:
            key = draw(st.text())
            others = draw(st.dictionaries(st.text(), VALUES, max_size=3))
            value = {**others, key: value}
            path.insert(0, key)
    return value, path


@layouts
@given(found=hidden())
def test_a_path_leads_to_the_line_of_its_value(
    layout: dict[str, Any], found: tuple[Any, list[str | int]]
) -> None:
    value, path = found
    text = json.dumps(value, **layout)
    (line,) = lines_before(text, [tuple(path)])
    assert SENTINEL in text.split("\n")[line]


PATHS: dict[tuple[str | int, ...], int] = {
    (): 0,
    ("a",): 1,
    ("a", "missing"): 1,
    ("b", 1): 4,
    ("b", 2): 3,
    ("b", 0, "below a number"): 3,
    ("missing", 0): 0,
}


@pytest.mark.parametrize("paths", [*([each] for each in PATHS), list(PATHS)], ids=str)
def test_a_path_that_leads_nowhere_counts_as_far_as_it_goes(
    paths: list[tuple[str | int, ...]],
) -> None:
    text = '{\n"a": {},\n\n"b": [1,\n2]}'
    assert lines_before(text, paths) == [PATHS[path] for path in paths]


def test_of_a_repeated_key_the_last_counts_as_it_does_for_parsers() -> None:
    assert lines_before('{"a": 1,\n"a": 2}', [("a",)]) == [1]


def test_a_text_is_gone_through_once_for_all_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time that faults take grows with their number, and not with its square."""
    decoded = 0

    def decode(text: str, position: int) -> tuple[Any, int]:
        nonlocal decoded
        decoded += 1
        return json.JSONDecoder().raw_decode(text, position)

    monkeypatch.setattr(locators, "_decode", decode)
    paths: list[tuple[str | int, ...]] = [("items", at) for at in range(100)]
    assert lines_before(json.dumps({"items": [0] * 100}, indent=1), paths) == list(range(2, 102))
    assert decoded == 102
