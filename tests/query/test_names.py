"""Which governments a word given to --government finds, and what is near to one that finds none."""

import json
from typing import Any

import pytest

from koryu_cli.catalogue import reading
from koryu_cli.errors import UsageError
from koryu_cli.query.names import named
from koryu_cli.query.near_names import Names, nearest_names
from koryu_cli.record.models import Agreement

AGREEMENTS = reading.read()

# What each word finds in the shipped catalogue, by the numbers of its forms.
FOUND: dict[str, tuple[str, list[int]]] = {
    "part of a name": ("札幌", [1, 2, 3]),
    "a reading": ("さっぽろ", [1, 2, 3]),
    "romaji": ("sapporo", [1, 2, 3]),
    "romaji with its kind": ("Sapporo-shi", [1, 2, 3]),
    "an English name": ("Sapporo City", [1, 2, 3]),
    "an English name with its prefecture": ("Rokkasho Village, Aomori Prefecture", [10]),
    "part of a name in romaji": ("higashimatsu", [11]),
    "another spelling of romaji": ("Tizu", [14]),
    "long vowels in romaji": ("Koube", [15]),
    "romaji in full width": ("ＫＯＢＥ", [15]),
    "a county": ("上北郡六ヶ所村", [10]),
    "a prefecture and a county": ("青森県上北郡六ヶ所村", [10]),
    "another county": ("下北郡六ヶ所村", []),
    "a prefecture without 県": ("青森六ヶ所村", [10]),
    "a prefecture without 県 and a county": ("青森上北郡六ヶ所村", [10]),
    "a city that begins as a prefecture does": ("大阪狭山市", [13]),
    "the cell that koryu prints": ("韓国 江原道襄陽郡", [10]),
    "that cell without the blank": ("韓国江原道", [10, 11, 14]),
    "another name of the country": ("大韓民国江原道襄陽郡", [10]),
    "a country in English": ("South Korea 江原道襄陽郡", [10]),
    "a country that has no such place": ("中国江原道", []),
    "a country alone": ("ブータン", [22]),
    "one letter for a country": ("豪", []),
    "all of a cell": ("福岡県、佐賀県、長崎県、山口県", [25]),
    "all of a cell of the other side": (
        "韓国 釜山広域市、全羅南道、慶尚南道、済州特別自治道",
        [25],
    ),
    "all of a cell in English": (
        "Fukuoka Prefecture; Saga Prefecture; Nagasaki Prefecture; Yamaguchi Prefecture",
        [25],
    ),
    "all of a cell of the other side in English": (
        "South Korea 釜山広域市; 全羅南道; 慶尚南道; 済州特別自治道",
        [25],
    ),
    "not all of a cell": ("福岡県、青森県", []),
    "not all of a cell in English": ("Fukuoka Prefecture; Aomori Prefecture", []),
    "＝ between katakana": ("イル＝ド＝フランス", [24]),
    "no middle dots": ("イルドフランス", [24]),
    "old kanji": ("神戶市", [15]),
    "simplified kanji": ("东松山", [11]),
    "small kana": ("フエ", [17]),
    "a body": ("王立ブータン研究所", [22]),
    "what is in none": ("札晃", []),
}


@pytest.mark.parametrize(("word", "ids"), FOUND.values(), ids=FOUND.keys())
def test_what_a_word_finds(word: str, ids: list[int]) -> None:
    test = named(word)
    assert [agreement.id for agreement in AGREEMENTS if test(agreement)] == ids


def _agreement(japan: str, overseas: str, **fields: Any) -> Agreement:
    record = {"id": 1, "japan": [{"name": japan}], "overseas": [{"name": overseas, **fields}]}
    return Agreement.model_validate_json(json.dumps(record))


SPELLINGS = {
    "ヴ for バ": ("神戸市", "ベネツィア市", "ヴェネツィア"),
    "バ for ヴ": ("神戸市", "ヴェネツィア市", "ベネツィア"),
    "ヴ for ブ": ("神戸市", "ブザンソン市", "ヴザンソン"),
    "no ＝": ("神戸市", "イル＝ド＝フランス州", "イル・ド・フランス"),
    "塩釜 for 塩竈": ("塩竈市", "リヨン市", "塩釜"),
    "塩竈 for 塩釜": ("神戸市", "塩釜市", "塩竈"),
    "printed standard form of a kanji": ("神戸市", "蛎崎市", "蠣崎"),
    "radicals of a copy from PDF": ("日置市", "リヨン市", "⽇置"),
    "other radicals": ("日置市", "リヨン市", "⺜置"),
    "kanji of old print": ("龍ケ崎市", "リヨン市", "竜ヶ崎"),
    "a city of a ward in romaji": ("札幌市中央区", "リヨン市", "Chuo Ward, Sapporo"),
    "a name in Latin letters": ("神戸市", "Düsseldorf", "dusseldorf"),
    "an official name without its county": ("青森県上北郡六ヶ所村", "リヨン市", "青森県六ヶ所村"),
}


@pytest.mark.parametrize(("japan", "overseas", "word"), SPELLINGS.values(), ids=SPELLINGS.keys())
def test_spellings_of_a_name(japan: str, overseas: str, word: str) -> None:
    assert named(word)(_agreement(japan, overseas, country=None))


def test_a_division_abroad_is_a_part_of_the_name() -> None:
    agreement = _agreement("大阪市", "シカゴ市", divisions=["イリノイ州", "シカゴ市"])
    assert named("イリノイ")(agreement)
    assert not named("オハイオ")(agreement)


@pytest.mark.parametrize("word", ["osaka2", "31m", "a1"])
def test_a_figure_among_letters_is_in_no_name(word: str) -> None:
    assert not named(word)(_agreement("大阪府大阪市", "上海市", country=None))


@pytest.mark.parametrize("word", ["", " ", "・", "、"])
def test_a_word_without_anything_to_match_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="自治体名の一部になりません"):
        named(word)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("札晃", ["札幌市"]),
        ("神部市", ["神戸市"]),
        ("北杜町", ["北杜市"]),
        ("キエンザン県", ["キエンザン省"]),
    ],
)
def test_what_is_near_to_a_word_that_finds_nothing(word: str, near: list[str]) -> None:
    names = Names.of(AGREEMENTS, [word])
    assert nearest_names(names, [word])[word][:1] == near


def test_a_word_that_finds_something_has_nothing_near() -> None:
    half = len(AGREEMENTS) // 2
    words = ["札幌", "福岡"]
    names = Names.of(AGREEMENTS[:half], words) + Names.of(AGREEMENTS[half:], words)
    assert nearest_names(names, words) == {}
