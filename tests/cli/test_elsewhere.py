"""A word that is no value of the filter it was given to, but of another."""

import pytest

from koryu_cli.cli.filtering import FilterOptions
from koryu_cli.errors import UsageError

ELSEWHERE = {
    "a municipality as a prefecture": (
        "prefecture",
        "川崎",
        "「川崎」は -p の値になりません。-g 川崎 なら絞り込めます。",
    ),
    "a prefecture as a country": (
        "country",
        "神奈川",
        "「神奈川」は -c の値になりません。-p 神奈川 なら絞り込めます。",
    ),
    "a country as a prefecture": (
        "prefecture",
        "South Korea",
        '「South Korea」は -p の値になりません。-c "South Korea" なら絞り込めます。',
    ),
    "a kind as a theme": (
        "theme",
        "覚書",
        "「覚書」は -t の値になりません。-k 覚書 なら絞り込めます。",
    ),
    "a theme as a kind": (
        "kind",
        "環境",
        "「環境」は -k の値になりません。-t 環境 なら絞り込めます。",
    ),
    "a date as a country": (
        "country",
        "平成24年度",
        "「平成24年度」は -c の値になりません。--when 平成24年度 なら絞り込めます。",
    ),
    "the mark of a reprinted form as a theme": (
        "theme",
        "再掲",
        "「再掲」は -t の値になりません。--reprinted なら絞り込めます。",
    ),
    "two countries in one": (
        "country",
        "韓国,中国",
        "「韓国,中国」は 1 つの値になりません。-c 韓国 -c 中国 のように分けてください。",
    ),
    "two prefectures in one": (
        "prefecture",
        "青森、福島県",
        "「青森、福島県」は 1 つの値になりません。-p 青森 -p 福島県 のように分けてください。",
    ),
    "behind an exclamation mark": (
        "prefecture",
        "!川崎",
        "「川崎」は -p の値になりません。-g 川崎 なら絞り込めます。",
    ),
}


@pytest.mark.parametrize(("name", "word", "message"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_word_that_belongs_elsewhere_is_shown_the_way(name: str, word: str, message: str) -> None:
    options = FilterOptions(**{name: [word]})  # type: ignore[arg-type]
    with pytest.raises(UsageError) as caught:
        options.matcher()
    assert str(caught.value) == message
