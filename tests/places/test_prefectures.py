import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.errors import UsageError
from koryu_cli.places.prefectures import (
    Prefecture,
    UnknownPrefectureError,
    find_prefecture,
    names,
    prefectures,
)

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
HEPBURN = dict(
    re.findall(
        r"(\S+) (\S+)",
        """
        あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi た ta ち chi て te
        と to な na に ni ね ne の no は ha ひ hi ふ fu ほ ho ま ma み mi め me も mo や ya
        り ri ろ ro ら ra わ wa ん n が ga ぎ gi ぐ gu ご go ざ za ず zu ど do ば ba
        きょ kyo ひょ hyo
        """,
    )
)


def hepburn(kana: str) -> str:
    """Spell hiragana in the Hepburn system without marks of length."""
    romaji = re.sub("きょ|ひょ|[^っ]", lambda match: HEPBURN[match[0]], kana)
    return re.sub("っ(.)", r"\1\1", romaji).replace("ou", "o").replace("oo", "o")


def test_there_are_47_in_the_order_of_their_numbers() -> None:
    assert [prefecture.number for prefecture in prefectures()] == list(range(1, 48))
    assert names() == tuple(prefecture.name for prefecture in prefectures())
    assert len(set(names())) == 47


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (1, "北海道"),
        (2, "青森県"),
        (7, "福島県"),
        (13, "東京都"),
        (14, "神奈川県"),
        (22, "静岡県"),
        (26, "京都府"),
        (27, "大阪府"),
        (28, "兵庫県"),
        (35, "山口県"),
        (40, "福岡県"),
        (47, "沖縄県"),
    ],
)
def test_number_of_jis_x_0401(number: int, name: str) -> None:
    assert prefectures()[number - 1].name == name


@pytest.mark.parametrize(
    ("word", "name"), [("爱知县", "愛知県"), ("长崎", "長崎県"), ("鹿儿岛县", "鹿児島県")]
)
def test_is_found_as_it_is_written_in_china(word: str, name: str) -> None:
    assert find_prefecture(word).name == name


EACH = pytest.mark.parametrize("prefecture", prefectures(), ids=lambda each: each.romaji)


@EACH
def test_name_reading_and_romaji_agree(prefecture: Prefecture) -> None:
    ending = {"都": "と", "府": "ふ", "県": "けん"}.get(prefecture.name[-1], "")
    assert prefecture.kana.endswith(ending)
    assert hepburn(prefecture.kana.removesuffix(ending)) == prefecture.romaji


@EACH
def test_is_found_by_each_of_its_words(prefecture: Prefecture) -> None:
    words = [*prefecture.spellings(), str(prefecture.number), f"{prefecture.number:02}"]
    words += [word.upper() for word in words] + [word.title() for word in words]
    words += [word.translate(FULL_WIDTH) for word in words]
    words += [word.translate(KATAKANA) for word in words]
    words += [f" {word}\u3000" for word in words]
    assert [word for word in words if find_prefecture(word) != prefecture] == []


def test_no_two_prefectures_share_a_word() -> None:
    words = [word for each in prefectures() for word in set(each.spellings())]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("北海道", "北海道 1 01 １ ０１ hokkaido Hokkaidō hokkaidou ほっかいどう ﾎｯｶｲﾄﾞｳ"),
        (
            "青森県",
            "青森 青森県 青森縣 2 02 aomori AOMORI Aomori-ken あおもり アオモリケン",
        ),
        ("東京都", "東京 東京都 13 tokyo Tōkyō tokyo-to Toukyou とうきょう"),
        ("京都府", "京都 京都府 26 kyoto Kyōto-fu kyouto きょうと"),
        ("大阪府", "大阪 大阪府 27 osaka Ōsaka oosaka osaka-fu おおさか"),
        ("大分県", "大分 oita Ōita ooita"),
        ("兵庫県", "兵庫 hyogo Hyōgo hyougo-ken ｈｙｏｇｏ"),
        ("高知県", "高知 kochi kouchi Kōchi"),
        ("広島県", "広島 廣島 廣島縣 hiroshima ヒロシマ"),
        ("新潟県", "新潟 niigata"),
    ],
)
def test_finds_a_prefecture_in_a_clerks_words(name: str, words: str) -> None:
    found = {word: find_prefecture(word.replace("_", " ")).name for word in words.split()}
    assert found == dict.fromkeys(words.split(), name)


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("青盛", "青森県"),
        ("大坂府", "大阪府"),
        ("aomri", "青森県（aomori）"),
        ("あおもに", "青森県（あおもり）"),
        ("福丘県", "福岡県"),
    ],
)
def test_a_word_that_is_no_prefecture_is_answered_with_near_names(
    word: str, suggestion: str
) -> None:
    with pytest.raises(UnknownPrefectureError) as caught:
        find_prefecture(word)
    quoted, _, suggested = str(caught.value).partition("もしかして: ")
    assert f"「{word}」" in quoted
    assert suggestion in suggested.removesuffix("。").split("、")


@pytest.mark.parametrize("word", ["", " ", "0", "00", "48", "001", "-1", "1.5", "一", "!"])
def test_a_word_near_nothing_is_answered_with_examples(word: str) -> None:
    with pytest.raises(UnknownPrefectureError, match="北海道、青森、02、aomori") as caught:
        find_prefecture(word)
    assert f"「{word}」" in str(caught.value)


def test_an_unknown_prefecture_is_wrong_usage() -> None:
    with pytest.raises(UsageError) as caught:
        find_prefecture("蝦夷")
    assert caught.value.exit_code == 2


@given(st.text(max_size=10))
def test_any_text_names_a_prefecture_or_is_refused(word: str) -> None:
    try:
        found = find_prefecture(word)
    except UnknownPrefectureError:
        return
    assert found in prefectures()


def test_the_survey_names_every_prefecture_as_the_table_does() -> None:
    agreements = Path(__file__).parents[2] / "data" / "agreements.json"
    japanese = [
        government
        for agreement in json.loads(agreements.read_text(encoding="utf-8"))
        for government in agreement["japan"]
    ]
    readings = {each.name: each.kana for each in prefectures()}
    assert {government["prefecture"] for government in japanese} <= readings.keys()
    assert {
        government["name"]: government["kana"]
        for government in japanese
        if government["municipality"] is None
    }.items() <= readings.items()
