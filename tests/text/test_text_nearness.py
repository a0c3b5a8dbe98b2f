"""Suggestions for a word that is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.text import fold, nearest

COUNTRIES = ["中国", "韓国", "米国", "英国", "タイ", "ベナン", "ベトナム", "ブータン", "カナダ"]
THEMES = ["ICT", "環境", "観光", "議会交流", "首長交流", "上下水道", "人材育成", "人事交流", "防災"]
PREFECTURES = ["北海道", "青森県", "群馬県", "福島県", "福岡県", "福井県", "愛知県", "愛媛県"]


@pytest.mark.parametrize(
    ("word", "candidates", "first"),
    [
        ("間国", COUNTRIES, "韓国"),
        ("中匡", COUNTRIES, "中国"),
        ("ベトナン", COUNTRIES, "ベトナム"),
        ("ﾍﾞﾄﾅﾝ", COUNTRIES, "ベトナム"),
        ("ぶたん", COUNTRIES, "ブータン"),
        ("上水", THEMES, "上下水道"),
        ("水", THEMES, "上下水道"),
        ("観行", THEMES, "観光"),
        ("人材", THEMES, "人材育成"),
        ("郡馬県", PREFECTURES, "群馬県"),
        ("愛姫県", PREFECTURES, "愛媛県"),
        ("Viet Man", ["Bhutan", "Viet Nam"], "Viet Nam"),
    ],
)
def test_suggests_what_was_meant(word: str, candidates: list[str], first: str) -> None:
    assert nearest(word, candidates)[0] == first


@pytest.mark.parametrize("word", ["", "・", "漁業権", "xyzzy", "ん"])
def test_suggests_nothing_for_what_is_far_from_all(word: str) -> None:
    assert nearest(word, PREFECTURES) == []


def test_equally_near_ones_keep_their_order() -> None:
    assert nearest("壬国", COUNTRIES) == ["中国", "韓国", "米国"]
    assert nearest("壬国", COUNTRIES[::-1]) == ["英国", "米国", "韓国"]


def test_gives_each_candidate_once_and_no_more_than_asked_for() -> None:
    assert nearest("韓国", ["韓国", "韓国", "中国"]) == ["韓国", "中国"]
    assert nearest("国", COUNTRIES, limit=2) == ["中国", "韓国"]


@given(st.text("韓国中水道べトなむaB・", max_size=6), st.lists(st.text("韓国中水道べトなむaB")))
def test_same_word_in_another_spelling_is_nearest(word: str, candidates: list[str]) -> None:
    found = nearest(word, candidates)
    assert set(found) <= set(candidates)
    if fold(word) and fold(word) in map(fold, candidates):
        assert fold(found[0]) == fold(word)
