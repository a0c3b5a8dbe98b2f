"""Kanji numerals, up to four places."""

import pytest

from koryu_cli.wareki.numerals import CHARACTERS, read_numeral, write_numeral

NUMERALS = {
    "〇": 0,
    "零": 0,
    "八": 8,
    "一二": 12,
    "二〇一二": 2012,
    "九九九九": 9999,
    "十": 10,
    "拾": 10,
    "十一": 11,
    "二十": 20,
    "弐拾参": 23,
    "六十四": 64,
    "廿": 20,
    "廿四": 24,
    "卄四": 24,
    "卅一": 31,
    "丗": 30,
    "卌五": 45,
    "百": 100,
    "百一": 101,
    "百〇五": 105,
    "百廿": 120,
    "二百": 200,
    "千": 1000,
    "千十": 1010,
    "千〇十": 1010,
    "千〇五": 1005,
    "千〇廿": 1020,
    "千百": 1100,
    "阡陌": 1100,
    "千九百八": 1908,
    "千九百〇八": 1908,
    "一千九百八十九": 1989,
    "二千零一": 2001,
    "二千十二": 2012,
    "弌仟玖佰漆拾柒": 1977,
}
NONE = [
    "一〇〇〇〇",
    "〇十",
    "十〇",
    "十〇五",
    "百〇",
    "百〇十",
    "千〇百",
    "千〇〇五",
    "千五〇",
    "五〇千",
    "十十",
    "十百",
    "十二十",
    "百千",
    "二廿",
    "廿十",
    "廿廿",
    "十廿",
    "百八九",
    "九千九百九十九一",
    "二千九百八十九年"[:-1] + "〇",
]


@pytest.mark.parametrize("text", NUMERALS)
def test_a_numeral(text: str) -> None:
    assert read_numeral(text) == NUMERALS[text]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_numeral(text: str) -> None:
    assert read_numeral(text) is None


def test_what_is_written_reads_back() -> None:
    assert [read_numeral(write_numeral(number)) for number in range(100)] == [*range(100)]
    assert write_numeral(0) == "〇"
    assert write_numeral(10) == "十"
    assert write_numeral(21) == "二十一"


def test_each_character_is_a_numeral_by_itself() -> None:
    assert all(read_numeral(character) is not None for character in CHARACTERS)
