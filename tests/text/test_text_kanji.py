"""The table of old and new forms against the list of the 常用漢字表."""

from pathlib import Path

import pytest

from koryu_cli.text import fold
from koryu_cli.text.kanji import NEW_FORMS

# 常用漢字表 (平成22年内閣告示第2号): code points of each form in parentheses and of its kanji.
JOYO = [
    tuple(chr(int(code, 16)) for code in line.split())
    for line in Path(__file__).with_name("old-forms.txt").read_text("ascii").splitlines()
]


def test_list_is_whole() -> None:
    """362 kanji have one older form, 弁 has three, which are the 364 of the 常用漢字表."""
    assert len({old for old, _ in JOYO}) == 364
    assert len({new for _, new in JOYO}) == 362


@pytest.mark.parametrize(("old", "new"), JOYO, ids=[f"{ord(old):04X}" for old, _ in JOYO])
def test_older_form_equals_its_kanji(old: str, new: str) -> None:
    assert fold(old) == fold(new) == new


def test_new_form_is_final() -> None:
    assert [new for new in NEW_FORMS.values() if fold(new) != new] == []


def test_no_pair_is_idle() -> None:
    assert [old for old, new in NEW_FORMS.items() if old == new] == []
