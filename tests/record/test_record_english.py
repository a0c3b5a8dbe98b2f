"""Kinds and themes in English."""

import pytest

from koryu_cli import language
from koryu_cli.record.english import TERMS
from koryu_cli.record.vocabulary import KINDS, THEMES, shown_term


def test_every_term_has_a_name_of_its_own() -> None:
    assert list(TERMS) == [*KINDS, *THEMES]
    assert len(set(TERMS.values())) == len(TERMS)


@pytest.mark.parametrize(("chosen", "shown"), [("ja", "上下水道"), ("en", "Water and sewerage")])
def test_a_term_in_the_language_chosen(chosen: str, shown: str) -> None:
    language.choose(["--lang", chosen], {})
    assert shown_term("上下水道") == shown
