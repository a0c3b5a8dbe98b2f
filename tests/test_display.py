"""What is printed of text that could act on a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.display import visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31m赤", "␛[31m赤"),
        ("\x1b]8;;https://example.org\x07", "␛]8;;https://example.org␇"),
        ("a\0b", "a␀b"),
        ("a\rb", "a␍b"),
        ("a\nb", "a␊b"),
        ("a\tb", "a b"),
        ("a\x7fb", "a␡b"),
        ("a\x9bb", "a\\u009bb"),
        ("市\u202e村", "市\\u202e村"),
        ("市\u2066村\u2069", "市\\u2066村\\u2069"),
        ("\u061c\u200e\u200f", "\\u061c\\u200e\\u200f"),
        ("一\u2028二\u2029三", "一\\u2028二\\u2029三"),
        ("\ud800", "\\ud800"),
    ],
    ids=ascii,
)
def test_control_is_shown_and_has_no_effect(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_line_ends_stay_where_lines_are_wanted() -> None:
    assert visible("一\r\n二\x1b\n", lines=True) == "一␍\n二␛\n"


@pytest.mark.parametrize(
    "text",
    ["葛\U000e0100飾", "か\u3099", "ﾊﾟﾘ　", "髙﨑𠮷", "👨\u200d👩", "é — “…”", ""],
    ids=ascii,
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert visible(text) is text


@given(st.text(st.characters(exclude_categories=[])), st.booleans())
def test_nothing_visible_acts_on_a_terminal(text: str, lines: bool) -> None:
    shown = visible(text, lines=lines)
    assert visible(shown, lines=lines) == shown
    shown.encode("utf-8")  # which lone surrogates would prevent
    assert "Cc" not in {unicodedata.category(c) for c in shown if not (lines and c == "\n")}
    assert not {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI", "B"} & {
        unicodedata.bidirectional(c) for c in shown if not (lines and c == "\n")
    }
