"""Wrong command lines, as they are typed, and what koryu says of them."""

import pytest
from conftest import Koryu

MISTAKES = {
    "list －－country 韓国": "「－－country」は半角で --country と書いてください。",
    "list ——country=韓国": "「——country=韓国」は半角で --country=韓国 と書いてください。",
    "list -country 韓国": "「-country」は --country と書いてください。",
    "list −c 韓国": "「−c」は半角で -c と書いてください。",
    "list 神奈川 水": "本文から探すなら koryu search 神奈川 水 とします。",
    "show 札幌": "名で探すなら koryu list -g 札幌 とします。",
    "help lits": "コマンド「lits」はありません。もしかして: list。",
}


@pytest.mark.parametrize(("words", "says"), MISTAKES.items(), ids=MISTAKES)
def test_a_mistake_is_told_what_would_work(koryu: Koryu, words: str, says: str) -> None:
    result = koryu(*words.split())
    assert (result.code, result.out) == (2, "")
    assert says in result.err


@pytest.mark.parametrize(
    "words", ["-c韓国", "--country=韓国", "-c 韓国 --sort=-date", "-c 韓国 --sort -kind"]
)
def test_what_only_looks_alike_is_no_mistake(koryu: Koryu, words: str) -> None:
    assert koryu("list", *words.split(), "--count") == (0, "7\n", "")


@pytest.mark.parametrize(
    ("words", "same"),
    [("help", "--help"), ("help list", "list --help"), ("version", "--version")],
)
def test_words_for_options(koryu: Koryu, words: str, same: str) -> None:
    assert koryu(*words.split()) == koryu(*same.split())
    assert koryu(*words.split()).code == 0
