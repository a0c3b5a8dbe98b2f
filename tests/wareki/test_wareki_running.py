"""A running text in words: as few as can be, and the same dates as with one for each word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli import wareki
from koryu_cli.wareki import running
from koryu_cli.wareki.running import Text
from koryu_cli.wareki.words import WORDS

EVERY_WORD = re.compile(rf"({WORDS} | [^\ ])", re.VERBOSE)
PIECES = (
    *(
        "平成",
        "平",
        "令",
        "令和",
        "昭和",
        "㍻",
        "H",
        "S",
        "t",
        "西暦",
        "元",
        "同",
        "翌",
        "年度",
        "年代",
    ),
    *(
        "年",
        "月",
        "日",
        "24",
        "5",
        "12",
        "2012",
        "二十四",
        "八四",
        "上旬",
        "（水）",
        "水曜日",
        "から",
        "より",
    ),
    *(
        "まで",
        "以降",
        "～",
        "-",
        "、",
        "・",
        "と",
        "及び",
        ".",
        "/",
        "の",
        "に",
        "頃",
        "間",
        "程度",
        "半ば",
    ),
    *(
        "（",
        "）",
        "〈",
        "〉",
        "「",
        "」",
        "【",
        "】",
        "。",
        "\n",
        " ",
        "提携",
        "大会",
        "明日",
        "HTTP",
        "市町村",
    ),
    *("午後", "10:30", "第1四半期", "May", "Q", "参加", "生まれ"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_the_same_dates_as_with_one_token_for_each_word(text: str) -> None:
    found = list(wareki.find(text))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(running, "_word", lambda: EVERY_WORD)
        assert found == list(wareki.find(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("本市では友好都市提携を結び、交流を行なってきた。", 1),
        ("平成24年に本市では友好都市提携を", 4),
        ("に 昭和 24 年 に", 5),
        ("本市の大学と、説明会、ｈｔｔｐ\u3000平和の日", 1),
        ("", 0),
    ],
)
def test_what_no_date_has_in_it_is_one_token(text: str, words: int) -> None:
    tokens = Text(text).tokens
    assert len(tokens) == words + 1
    assert tokens[-1].kind == "end"


def test_tokens_know_their_places_and_what_stands_around_them() -> None:
    text = Text("（平成　２４年）に")
    words = [text.original[start:end] for start, end in zip(text.starts, text.ends, strict=True)]
    assert words == ["（", "平成", "２４", "年", "）", "に", ""]
    assert [text.before(place) for place in range(3)] == ["\n", "(", " "]
    assert [text.after(place) for place in (0, 1, 5, 6)] == ["平", " ", "\n", "\n"]
