"""Where a term stands in a text, in the characters of the text as it was given."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from koryu_cli.text import Term, contains, find_all, fold, forms

SURVEY = Path(__file__).parents[1].joinpath("data/survey-08-administrative-exchange.txt")

FOUND = {
    "as written": ("札幌", "北海道札幌市", ["札幌"]),
    "twice": ("交流", "交流と交流", ["交流", "交流"]),
    "not overlapping": ("ああ", "ああああ", ["ああ", "ああ"]),
    "old form": ("総公司", "瀋陽市自來水總公司の", ["總公司"]),
    "new form": ("總公司", "総公司", ["総公司"]),
    "half-width marks stay whole": ("パリ", "花のﾊﾟﾘ市", ["ﾊﾟﾘ"]),
    "first of two half-width": ("ハ", "ﾊﾟﾊ", ["ﾊ"]),
    "variation selector stays": ("葛", "葛\U000e0100飾", ["葛\U000e0100"]),
    "combining mark stays": ("ガ", "ありか\u3099とう", ["か\u3099"]),
    "accent stays": ("tokyo", "To\u0304kyo\u0304!", ["To\u0304kyo\u0304"]),
    "mark on what takes none stays": ("来", "來\u3099る", ["來\u3099"]),
    "invisible after a dot is left": ("札", "札・\u200b幌", ["札"]),
    "middle dots inside": ("イルドフランス", "イル・ド・フランス州", ["イル・ド・フランス"]),
    "middle dot around": ("・ド・", "イル・ド・フランス", ["ド"]),
    "blank inside": ("カナダブリ", "カナダ ブリティッシュ", ["カナダ ブリ"]),
    "not across lines": ("札幌", "札\n幌", []),
    "part of a place with ヶ": ("ケ所", "青森県六ヶ所村", ["ヶ所"]),
    "start of a place with ヶ": ("六ケ", "青森県六ヶ所村", ["六ヶ"]),
    "place with が": ("六が所村", "青森県六ヶ所村", ["六ヶ所村"]),
    "kana beside kanji": ("ひばりケ丘", "ひばりヶ丘", ["ひばりヶ丘"]),
    "counter": ("か国", "3ヵ国と三カ国", ["ヵ国", "カ国"]),
    "particle": ("県が", "福井県が実施", ["県が"]),
    "word before kanji": ("アフリカ", "南アフリカ共和国", ["アフリカ"]),
    "what is repeated": ("佐佐木", "佐々木さん", ["佐々木"]),
    "part of a compatibility character": ("株", "㈱川崎", ["㈱"]),
    "twice in one character": ("i", "Ⅱ期", ["Ⅱ"]),
    "voiced is another": ("は", "ば", []),
    "half-width voiced is another": ("ハ", "ﾊﾞ", []),
    "nothing": ("", "札幌", []),
    "nothing but a dot": ("・", "イル・ド", []),
}


@pytest.mark.parametrize(("term", "text", "expected"), FOUND.values(), ids=FOUND)
def test_finds_where_a_term_stands(term: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(term, text)] == expected
    assert contains(term, text) == bool(expected)


# Characters with their marks, as a reader sees them.
CHARACTERS = st.sampled_from(
    "六所国佐木来來髙3ヶケカがかはばぱ・･ー－一 　\n\u200baAāé한「」ﾊ"
) | st.sampled_from(
    ["ﾊﾞ", "ﾊﾟ", "か\u3099", "は\u309a", "国\ufe00", "所\U000e0100", "か\ufe00\u3099", "A\u0301"]
)
TEXTS = st.lists(CHARACTERS, max_size=16)
TERMS = st.lists(CHARACTERS, max_size=3).map("".join)
MARKS = ("ﾞ", "ﾟ", "\u3099", "\u309a", "\ufe00", "\U000e0100", "\u0301")


@given(TERMS, TEXTS.map("".join))
def test_find_all_agrees_with_contains(term: str, text: str) -> None:
    assert bool(find_all(term, text)) == contains(term, text)


@given(TERMS, TEXTS.map("".join))
def test_match_folded_equals_the_term_folded(term: str, text: str) -> None:
    """So it is for every term but が alone, which is also found as ヶ between kanji."""
    assume(fold(term) != "が")
    for start, end in find_all(term, text):
        assert set(forms(text[start:end])) & set(forms(term))


@given(TERMS, TEXTS.map("".join))
def test_matches_are_in_order_and_of_whole_characters(term: str, text: str) -> None:
    last = 0
    for start, end in find_all(term, text):
        assert last <= start < end <= len(text)
        assert text[start] not in MARKS
        assert text[end : end + 1] not in MARKS
        last = end


@given(TEXTS, st.data())
def test_part_of_a_text_is_found_in_it(text: list[str], data: st.DataObject) -> None:
    """So it is for every part but か or ケ alone, which may be read が in the text."""
    start = data.draw(st.integers(0, len(text)))
    term = "".join(text[start : data.draw(st.integers(start, len(text)))])
    assume(fold(term)[:1] not in "かけ" or fold(term)[-1:] not in "かけ")
    assert contains(term, "".join(text))


def test_matches_in_the_survey_are_the_words_as_written() -> None:
    """Over a long real text, places and plain search agree where there is only one spelling."""
    text = SURVEY.read_text("utf-8")
    places = find_all("友好協力協定", text)
    assert len(places) == text.count("友好協力協定") > 1
    assert {text[start:end] for start, end in places} == {"友好協力協定"}
    assert {text[start:end] for start, end in find_all("總公司", text)} == {"總公司"}
    assert {text[start:end] for start, end in find_all("六が所", text)} == {"六ヶ所"}


# Mostly kanji: terms that have nothing else have a short way of their own.
KANJI = st.text("六国来來木", min_size=1, max_size=3)
KANJI_TEXTS = st.lists(
    st.sampled_from([*"六国来來木木々㈱㊍・ 、\n-", "木\u3099", "国\ufe00"]), max_size=14
)


@given(*map(st.one_of, zip((TERMS, TEXTS), (KANJI, KANJI_TEXTS), strict=True)))
def test_short_ways_to_a_term_lead_nowhere_else(term: str, text: list[str]) -> None:
    whole = "".join(text)
    long_way = Term(term)
    long_way.is_solid = False
    assert Term(term).extents_in(whole) == long_way.extents_in(whole)
    assert Term(term).is_in(whole) == any(form in fold(whole) for form in long_way.forms)


@given(TERMS, TEXTS)
def test_what_occurs_may_be_there(term: str, text: list[str]) -> None:
    assert Term(term).may_be_in("".join(text)) or not contains(term, "".join(text))


def test_whatever_is_folded_to_kanji_may_stand_for_them() -> None:
    """Every character of Unicode is looked at."""
    for character in map(chr, range(0x110000)):
        folded = fold(character)
        if folded != character:
            kanji = [each for each in folded if "一" <= each <= "鿿"]
            assert all(Term(each).may_be_in(character) for each in kanji), character


def test_a_text_without_a_kanji_of_the_term_need_not_be_folded() -> None:
    assert not Term("環境").may_be_in("環状線")
    assert Term("環境").may_be_in("国境の環")
    assert Term("瀋陽の總公司").may_be_in("瀋陽総公司")
    assert Term("ほーちみん").may_be_in("札幌")
