"""Finding municipalities by name: which of them a text names, and the table behind it."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from koryu_cli.places import municipalities
from koryu_cli.places.codes import is_valid_code, prefecture_of
from koryu_cli.places.municipalities import (
    Municipality,
    all_names,
    by_code,
    find_municipalities,
)
from koryu_cli.places.prefectures import prefectures
from koryu_cli.places.simplified import SIMPLIFIED

NAMED = {
    "a city": ("札幌市", "011002"),
    "a prefecture": ("青森県", "020001"),
    "北海道, which keeps its 道": ("北海道", "010006"),
    "its prefecture before it": ("北海道札幌市", "011002"),
    "a prefecture without 県": ("青森六ヶ所村", "024112"),
    "a city named as its prefecture": ("京都市", "261009"),
    "a county": ("下北郡大間町", "024236"),
    "a prefecture and a county": ("青森県下北郡大間町", "024236"),
    "a prefecture without 県 and a county": ("青森下北郡大間町", "024236"),
    "a county in brackets": ("大間町(下北郡)", "024236"),
    "a prefecture in brackets": ("池田町（北海道）", "016446"),
    "a prefecture and a county in brackets": ("富士見町（長野県諏訪郡）", "203629"),
    "old kanji": ("新潟縣三條市", "152048"),
    "simplified kanji": ("横滨市", "141003"),
    "a prefecture in simplified kanji": ("鹿儿岛县", "460001"),
    "simplified kanji behind a county": ("爱知郡爱荘町", "254258"),
    "a large ケ": ("六ケ所村", "024112"),
    "が": ("六が所村", "024112"),
    "the other kanji of a name written with two": ("塩釜市", "042030"),
    "a repeated kanji": ("佐佐町", "423912"),
    "half-width kana": ("ﾆｾｺ町", "013951"),
    "blanks": (" 北海道　札幌市 ", "011002"),
    "a special ward": ("世田谷区", "131121"),
    "a ward of a designated city": ("札幌市中央区", "011011"),
    "a ward with its prefecture": ("北海道札幌市中央区", "011011"),
    "a ward with its city in brackets": ("中央区（札幌市）", "011011"),
    "a ward without its city, if it is the only one": ("早良区", "401374"),
    "a special ward among wards of that name": ("東京都中央区", "131024"),
    "kana": ("さっぽろし", "011002"),
    "katakana": ("アオモリケン", "020001"),
    "the spelling used, of two that are alike": ("鹿島市", "412074"),
    "the other spelling used": ("鹿嶋市", "082228"),
    "the only one alike in the prefecture": ("茨城県鹿島市", "082228"),
    "one of today rather than of old": ("大阪市北区", "271276"),
    "one of old": ("白峰村", "173495"),
    "one of old, renamed": ("篠山市", "282219"),
    "one of old, with its county": ("青森県下北郡川内町", "024210"),
    "one of old, with a county of one prefecture": ("川内町(下北郡)", "024210"),
}


@pytest.mark.parametrize(("text", "code"), NAMED.values(), ids=NAMED.keys())
def test_a_text_that_names_one(text: str, code: str) -> None:
    assert [found.code for found in find_municipalities(text)] == [code]


SHARED = {
    "two cities": ("府中市", ["東京都府中市", "広島県府中市"]),
    "four towns": ("池田町", ["北海道池田町", "福井県池田町", "長野県池田町", "岐阜県池田町"]),
    "a ward of one city": ("栄区", ["神奈川県横浜市栄区"]),
    "a special ward and wards of cities": (
        "港区",
        ["東京都港区", "愛知県名古屋市港区", "大阪府大阪市港区"],
    ),
    "readings": ("ほくとし", ["北海道北斗市", "山梨県北杜市"]),
}


@pytest.mark.parametrize(("text", "names"), SHARED.values(), ids=SHARED.keys())
def test_a_name_that_several_share(text: str, names: list[str]) -> None:
    assert [found.full_name for found in find_municipalities(text)] == names


def test_the_prefecture_decides_among_several() -> None:
    assert [each.code for each in find_municipalities("府中市", "広島県")] == ["342084"]
    assert find_municipalities("府中市", "北海道") == ()
    assert find_municipalities("広島県府中市", "東京都") == ()


@pytest.mark.parametrize(
    "text",
    ["札幌", "熊本県阿久根市", "青森県下北郡六ヶ所村", "横浜港", "神部市", "市", "県", "", "()"],
)
def test_a_text_that_names_none(text: str) -> None:
    assert find_municipalities(text) == ()


def test_a_municipality_of_old_names_its_successors_of_today() -> None:
    assert find_municipalities("白峰村") == (
        Municipality(
            "173495", "石川県", "", "白峰村", "しらみねむら", date(2005, 2, 1), ("白山市",)
        ),
    )
    # It became 篠山市 in 1999, which took another name in 2019.
    assert find_municipalities("篠山町")[0].successors == ("丹波篠山市",)
    assert find_municipalities("上九一色村")[0].successors == ("富士河口湖町", "甲府市")


def test_by_code() -> None:
    assert by_code("024112") == find_municipalities("六ヶ所村")[0]
    assert by_code("000000") is None


def test_a_code_kept_through_a_change_is_that_of_today() -> None:
    town = by_code("016616")
    assert town is not None
    assert town.name == "釧路町"
    assert find_municipalities("釧路村")[0].code == "016616"


def test_a_code_used_twice_of_old_is_that_of_the_last() -> None:
    village, town = find_municipalities("伊良部村")[0], find_municipalities("伊良部町")[0]
    assert village.code == town.code == "473740"
    assert by_code("473740") == town


TABLE = [
    found
    for line in Path(municipalities.__file__)
    .with_name("municipalities.tsv")
    .read_text("utf-8")
    .splitlines()
    if (found := by_code(line[:6]))
]


def test_the_table_holds_all_of_today() -> None:
    today = {each for each in TABLE if each.abolished is None}
    kinds = Counter(each.name[-1:] for each in today)
    # 6 of the villages are those of the northern territories; 23 of the wards are special wards.
    assert kinds == {"": 47, "市": 792, "町": 743, "村": 183 + 6, "区": 23 + 171}
    assert [each.prefecture for each in sorted(today) if not each.name] == [
        prefecture.name for prefecture in prefectures()
    ]


def test_every_code_is_valid_and_of_its_prefecture() -> None:
    assert [each for each in TABLE if not is_valid_code(each.code)] == []
    assert [each for each in TABLE if prefecture_of(each.code).name != each.prefecture] == []


def test_every_name_in_full_names_its_municipality_alone() -> None:
    """The county tells the two 泊村 of 北海道 apart, and nothing else needs one."""
    today = [each for each in TABLE if each.abolished is None]
    for each in today:
        in_full = each.prefecture + each.county + each.name
        assert find_municipalities(in_full) == (each,)
    shared = [each.full_name for each in today if find_municipalities(each.full_name) != (each,)]
    assert set(shared) == {"北海道泊村"}


# As the lists of Chinese cities' partners have them, with their codes.
IN_CHINA = {
    "东京都": "130001", "大阪府": "270008", "爱知县": "230006", "静冈县": "220001",
    "滋贺县": "250007", "兵库县": "280003", "广岛县": "340006", "冈山县": "330001",
    "鸟取县": "310000", "德岛县": "360007", "爱媛县": "380008", "福冈县": "400009",
    "长崎县": "420000", "鹿儿岛县": "460001", "冲绳县": "470007", "群马县": "100005",
    "长野县": "200000", "岩手县": "030007", "横滨市": "141003", "神户市": "281000",
    "广岛市": "341002", "长崎市": "422011", "冈山市": "331007", "静冈市": "221007",
    "滨松市": "221309", "丰桥市": "232017", "丰田市": "232114", "鸟取市": "312011",
    "高冈市": "162027", "须坂市": "202070", "盐尻市": "202151", "泽山市": None,
    "鹤冈市": "062031", "旭川市": "012041", "镰仓市": "142042", "热海市": "222054",
    "宝冢市": "282146", "泷川市": "012254", "出云市": "322032", "佐贺市": "412015",
}  # fmt: skip


@pytest.mark.parametrize(("name", "code"), IN_CHINA.items(), ids=IN_CHINA)
def test_a_name_as_it_is_written_in_china(name: str, code: str | None) -> None:
    assert [each.code for each in find_municipalities(name)] == [code] * (code is not None)


def test_no_two_names_are_the_same_as_they_are_written_in_china() -> None:
    simplified = str.maketrans({pair[1]: pair[0] for pair in SIMPLIFIED.split()})
    for each in (each for each in TABLE if each.abolished is None):
        name = each.full_name.translate(simplified)
        assert find_municipalities(name) == find_municipalities(each.full_name), name


def test_every_successor_is_there_today() -> None:
    today = {each.name for each in TABLE if each.abolished is None}
    of_old = [each for each in TABLE if each.abolished is not None]
    assert len(of_old) > 2000
    assert [each for each in of_old if not today.issuperset(each.successors)] == []


def test_all_names_are_of_today() -> None:
    names = all_names("青森県")
    assert names["六ヶ所村"] == "青森県六ヶ所村"
    assert names["青森県"] == "青森県"
    assert "川内町" not in names
    assert len(names) == 41
