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
    "-c 韓国 list": "「-c」はコマンドの後に書いてください。例: koryu list --country 韓国 --json\n",
    "list --colums id": "「--colums」はありません。もしかして: --columns、--count。",
    "show 17 --limit 1": "「--limit」はありません。\n",
    "search -foo": "英字の語を除くなら koryu search 派遣 -- -Korea のように -- の後に書いて",
    "list --columns 担当": "「担当」は使えません。もしかして: departments（担当部署）。使え",
    "stats --by 国別": "「国別」は使えません。もしかして: country（国）。使えるもの: cou",
    "list --since 2012 --until 2008": "--since（2012-01-01 から）が --until（2008-12-31 まで）より",
    "list --since foo": "koryu: 「foo」を日付として読めません。例: 2012年度、",
    "--map 国 list": "「国」は 項目=見出し の形ではありません。例: --map 国=B\n",
    "--set 国 list": "「国」は 項目=値 の形ではありません。例: --set 国=台湾\n",
    "list -o ids --columns id": "-o ids は番号だけを示します。--columns とは同時に使えません。",
    "show ,": "koryu: 「,」は番号ではありません。例: 17、3-5\n",
    "timeline ,": "koryu: 「,」は番号ではありません。例: 17、3-5\n",
}


@pytest.mark.parametrize(("words", "says"), MISTAKES.items(), ids=MISTAKES)
def test_a_mistake_is_told_what_would_work(koryu: Koryu, words: str, says: str) -> None:
    result = koryu(*words.split())
    assert (result.code, result.out) == (2, "")
    assert says in result.err


@pytest.mark.parametrize("command", ["show", "open", "timeline"])
def test_a_number_that_is_blank_is_none(koryu: Koryu, command: str) -> None:
    """As of a variable of a script that was never set."""
    result = koryu(command, "")
    assert (result.code, result.out) == (2, "")
    assert result.err == "koryu: 「」は番号ではありません。例: 17、3-5\n"


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
