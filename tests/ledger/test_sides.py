"""What holds for both sides whatever their cells say."""

from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.ledger.japanese import japanese_side
from koryu_cli.ledger.overseas import overseas_sides
from koryu_cli.ledger.remarks import without_marks
from koryu_cli.places.countries import find_country

WORDS = """
札幌市 北海道 東京都 中央区 京都 港 大学 市 県 州 省 国 旧 中国 アメリカ ハワイ州 ホノルル
ソ連 西ドイツ 香港 米 共和国 郡 Sapporo City Lyon France Kyoto 1988年 昭和63年4月1日 姉妹都市
解消 （ ） ( ) [イ分] [1] 【★詳細⇒】 ① → ※ ・ 、 , / 及び と の旗 🇯🇵 🇺🇸 なし － 々 ヶ ァ ㈱ ０
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", " ", "\u3099"])
CELLS = st.lists(PIECES, max_size=7).map("".join)


@given(cell=CELLS, prefecture=st.sampled_from(["", "北海道", "東京"]))
def test_a_japanese_side_is_named_and_lies_somewhere_or_is_a_body(
    cell: str, prefecture: str
) -> None:
    side = japanese_side(cell, prefecture, explained=False)
    assert side.governments or not (without_marks(cell) or prefecture)
    for government in side.governments:
        assert government["name"]
        assert government["body"] or government["code"]
        assert government["prefecture"] or government["body"]
        assert (government["body"] or government["municipality"] or "") in government["name"]


@given(
    cell=CELLS,
    country=st.sampled_from(["", "中国", "アメリカ合衆国ハワイ州", "間国", "－"]),
    division=st.sampled_from(["", "ハワイ州", "－"]),
    default=st.sampled_from(["", "カナダ"]),
)
def test_an_overseas_side_has_one_government_or_says_why_not(
    cell: str, country: str, division: str, default: str
) -> None:
    for side in overseas_sides(
        cell, country=country, division=division, default_country=default, explained=False
    ):
        assert len(side.governments) <= 1
        for government in side.governments:
            assert government["name"]
            assert all(government["divisions"])
            assert government["country_name"] or not government["country"]
            assert (government["body"] or "") in government["name"]


COUNTRIES = st.sampled_from(
    ["中国", "中華人民共和国", "韓国", "アメリカ合衆国", "フランス", "ヴェトナム", "豪州"]
)
STATES = st.sampled_from(
    ["江蘇省", "ハワイ州", "ノルトライン・ヴェストファーレン州", "京畿道", "アッティカ県"]
)
NAMES = st.sampled_from(
    ["蘇州市", "ホノルル", "オー・ド・セーヌ", "広州市", "鎮江市", "イッシー・レ・ムリノー市"]
)
DAYS = st.sampled_from(["1988年4月1日", "昭和63年", "1988.4.1", "H8.6.24"])
SHAPES = st.sampled_from(
    [
        "{name}（{country}{state}）",
        "{name}({country}・{state})",
        "{name}（{country} {state}）",
        "{name}（{state}、{country}）",
        "①{name}（{country}・{state}・{day}）",
        "{country}{state}{name}",
        "{country}\n{state}\n{name}\n{day}",
        "{country} {state} {name}",
        "{state}{name}（{country}）",
        "{name}（{state}）({country})→姉妹都市",
    ]
)


@given(shape=SHAPES, name=NAMES, country=COUNTRIES, state=STATES, day=DAYS)
def test_a_partner_is_read_whatever_way_it_is_put_together(
    shape: str, name: str, country: str, state: str, day: str
) -> None:
    cell = shape.format(name=name, country=country, state=state, day=day)
    [side] = overseas_sides(cell)
    [government] = side.governments
    assert side.problems == []
    assert government["country"] == find_country(country).alpha2
    assert government["divisions"] == [state, name]
    assert side.dates == ([day] if "{day}" in shape else [])
    assert side.words == (["姉妹都市"] if "姉妹都市" in shape else [])
