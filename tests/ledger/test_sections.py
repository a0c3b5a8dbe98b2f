"""Rows that head a section, and what they say of the rows below them."""

import pytest
from tables import ledger

from koryu_cli.ledger.rows import Passed


def countries(*lines: str) -> list[str | None]:
    """The country of the partner of each agreement."""
    return [record["overseas"][0]["country"] for _, record in ledger(*lines).records]


HEADINGS = "海外側|日本側|提携"
BELOW = (HEADINGS, "ポートランド市|札幌市|1959年")
NEXT = ("【中国】||", HEADINGS, "瀋陽市|札幌市|1980年")

FIRST = {
    "a country": (["アメリカ合衆国||"], "US"),
    "marked": (["【アメリカ合衆国】||"], "US"),
    "with a number": (["１　アメリカ合衆国||"], "US"),
    "with a count": (["アメリカ（1件）||"], "US"),
    "below a title": (["姉妹都市一覧||", "アメリカ||"], "US"),
    "above a blank row": (["アメリカ||", "||"], "US"),
    "no country alone": (["アメリカとの姉妹都市一覧||"], None),
    "a title with a country in brackets": (["姉妹都市一覧（アメリカ）||"], None),
    "a title of several cells": (["アメリカ|令和6年|"], None),
    "a title in between": (["アメリカ||", "姉妹都市一覧||"], None),
    "where the list is made": (["日本||"], None),
}


@pytest.mark.parametrize(("above", "country"), FIRST.values(), ids=FIRST)
def test_the_first_section_may_stand_above_the_headings(
    above: list[str], country: str | None
) -> None:
    assert countries(*above, *BELOW, *NEXT) == [country, "CN"]


@pytest.mark.parametrize(
    ("title", "relation"),
    [
        ("姉妹都市", "姉妹都市"),
        ("■友好都市（1件）", "友好都市"),
        ("国際交流", None),
        ("姉妹・友好都市", None),
        ("姉妹友好都市", None),
        ("姉妹都市交流", None),
        ("一覧", None),
    ],
)
def test_a_title_may_say_what_the_partners_below_are(title: str, relation: str | None) -> None:
    [(_, record)] = ledger(f"{title}||", *BELOW).records
    assert record["relation"] == relation


def test_the_first_section_is_counted_among_the_sections() -> None:
    found = ledger("姉妹都市一覧||", "アメリカ||", *BELOW, *NEXT)
    assert found.passed == Passed(titles=1, sections=2, headings=2)


def test_the_first_section_may_be_the_japanese_side() -> None:
    found = ledger("【札幌市】|", "海外側|提携", "瀋陽市|1980年", "【函館市】|", "天津市|2001年")
    assert [record["japan"][0]["municipality"] for _, record in found.records] == [
        "札幌市",
        "函館市",
    ]


COUNTED = {
    "a number": ("都市名|市町名|提携日", "韓国|1|"),
    "with a unit": ("都市名|市町名|提携日", "韓国|１件|"),
    "in brackets": ("都市名|市町名|提携日", "韓国|（1件）|"),
    "in another column": ("都市名|市町名|提携日", "【韓国】||1市"),
    "the Japanese side first": ("市町名|都市名|提携日", "韓国|（1件）|"),
}


@pytest.mark.parametrize(("headings", "section"), COUNTED.values(), ids=COUNTED)
def test_the_heading_of_a_section_may_have_a_count_in_a_cell_of_its_own(
    headings: str, section: str
) -> None:
    names = headings.replace("都市名", "大田広域市").replace("市町名", "札幌市")
    found = ledger(headings, "中国||", section, names.replace("提携日", "2010年"))
    assert [record["overseas"][0]["country"] for _, record in found.records] == ["KR"]
    assert (found.problems, found.passed.sections) == ([], 2)


NOT_COUNTED = {
    "a year": "シンガポール|札幌市|1990",
    "a year alone": "シンガポール||1990",
    "what stands in no field": "シンガポール||||5",
    "what heads no section": "大田広域市|1|",
}


@pytest.mark.parametrize("row", NOT_COUNTED.values(), ids=NOT_COUNTED)
def test_a_number_behind_a_name_is_not_always_a_count(row: str) -> None:
    found = ledger("都市名|市町名|提携日|備考|訪問団", "ソウル市|札幌市|2010年||", row)
    assert (len(found.records), found.passed.sections) == (2, 0)


# Rows below 市町村名 | 提携先 | 種類 | 備考, and the relation of the last one.
RELATIONS = {
    "of the section": (["（友好都市）|||", "札幌市|瀋陽市||"], "友好都市"),
    "marked and counted": (["■姉妹都市（1）|||", "札幌市|瀋陽市||"], "姉妹都市"),
    "its own in a column": (["姉妹都市|||", "札幌市|瀋陽市|友好都市|"], "友好都市"),
    "its own beside the name": (["姉妹都市|||", "札幌市|瀋陽市（友好都市）||"], "友好都市"),
    "another section of the kind": (["姉妹都市|||", "友好都市|||", "札幌市|瀋陽市||"], "友好都市"),
    "a country within": (["友好都市|||", "中国|||", "札幌市|瀋陽市||"], "友好都市"),
    "a region within": (["友好都市|||", "東アジア|||", "札幌市|瀋陽市||"], "友好都市"),
    "a Japanese side within": (["友好都市|||", "北海道|||", "札幌市|瀋陽市||"], "友好都市"),
    "another kind of section": (["姉妹都市|||", "その他|||", "札幌市|瀋陽市||"], None),
    "a remark": (["姉妹都市|||", "|||注", "札幌市|瀋陽市||"], "姉妹都市"),
    "a relation among the remarks": (["札幌市|上海市||", "|||友好都市", "札幌市|瀋陽市||"], None),
    "no relation": (["国際課|||", "札幌市|瀋陽市||"], None),
}


@pytest.mark.parametrize(("rows", "relation"), RELATIONS.values(), ids=RELATIONS)
def test_a_section_may_say_what_the_partners_below_call_each_other(
    rows: list[str], relation: str | None
) -> None:
    found = ledger("市町村名|提携先|種類|備考", *rows)
    assert found.records[-1][1]["relation"] == relation


def test_the_first_section_may_be_a_relation() -> None:
    headings = "都市名|国名|市町村名"
    found = ledger(
        "■姉妹都市||", headings, "甲市|アメリカ|札幌市", "■友好都市||", headings, "乙市|中国|札幌市"
    )
    assert [record["relation"] for _, record in found.records] == ["姉妹都市", "友好都市"]


PREFECTURES = {
    "in the column of the Japanese side": ("東京都||", "広島県||"),
    "in the column of the partner": ("|東京都|", "広島県||"),
    "in that of nothing": ("||東京都", "||広島県"),
    "marked": ("【東京都】||", "■広島県||"),
    "with a count": ("東京都（1件）||", "広島県：1||"),
}


@pytest.mark.parametrize(("first", "second"), PREFECTURES.values(), ids=PREFECTURES)
def test_a_section_may_be_the_prefecture_of_the_names_below(first: str, second: str) -> None:
    headings = "市町村|相手都市|担当"
    rows = [
        first,
        "府中市|ウィーン市|",
        second,
        "府中市|上海市|",
        "広島県|重慶市|",
        "札幌市|瀋陽市|",
    ]
    found = ledger(headings, *rows)
    assert found.problems == []
    assert [record["japan"][0]["name"] for _, record in found.records] == [
        "東京都府中市",
        "広島県府中市",
        "広島県",
        "北海道札幌市",
    ]


def test_a_partner_without_a_municipality_is_that_of_the_prefecture_of_the_section() -> None:
    found = ledger("市町村|相手都市|担当", "広島県|||", "|四川省|国際課", "府中市|上海市|")
    names = [record["japan"][0]["name"] for _, record in found.records]
    assert (names, found.problems) == (["広島県", "広島県府中市"], [])


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("その他の地域||", "府中市"),
        ("友好都市||", "広島県府中市"),
        ("中国||", "広島県府中市"),
        ("||備考の注", "広島県府中市"),
    ],
)
def test_the_prefecture_of_a_section_ends_with_one_that_does_not_lie_in_it(
    heading: str, name: str
) -> None:
    found = ledger("市町村|相手都市|担当", "広島県||", "広島市|重慶市|", heading, "府中市|上海市|")
    assert found.records[-1][1]["japan"][0]["name"] == name


A_SIDE, ANOTHER = "札幌市||", "函館市||"
NESTED = {
    "relations within sides": (
        [A_SIDE, "姉妹都市||", "{}", "友好都市||", "{}", ANOTHER, "{}", "姉妹都市||", "{}"],
        ["姉妹都市", "友好都市", None, "姉妹都市"],
    ),
    "sides within relations": (
        ["姉妹都市||", A_SIDE, "{}", ANOTHER, "{}", "友好都市||", A_SIDE, "{}", ANOTHER, "{}"],
        ["姉妹都市", "姉妹都市", "友好都市", "友好都市"],
    ),
    "within prefectures": (
        ["北海道||", "姉妹都市||", A_SIDE, "{}", ANOTHER, "{}", "友好都市||", A_SIDE, "{}"],
        ["姉妹都市", "姉妹都市", "友好都市"],
    ),
}


@pytest.mark.parametrize(("lines", "relations"), NESTED.values(), ids=NESTED)
def test_a_relation_ends_with_the_municipality_in_which_it_stands(
    lines: list[str], relations: list[str | None]
) -> None:
    partners = iter(["ポートランド市", "瀋陽市", "天津市", "ハルビン市"])
    rows = [f"{next(partners)}|中国|1980年" if line == "{}" else line for line in lines]
    found = ledger("海外側|国|提携", *rows).records
    assert [record["relation"] for _, record in found] == relations


STATES = {
    "within a country": (
        ["カナダ||", "（アルバータ州）||", "カルガリー市|札幌市|1980年"],
        [("CA", ["アルバータ州", "カルガリー市"])],
    ),
    "the state itself": (
        ["カナダ||", "アルバータ州||", "アルバータ州|北海道|1980年"],
        [("CA", ["アルバータ州"])],
    ),
    "a name with a state of its own": (
        ["アメリカ||", "オレゴン州||", "テキサス州プラノ市|札幌市|1980年"],
        [("US", ["テキサス州", "プラノ市"])],
    ),
    "one after the other": (
        [
            "アメリカ||",
            "オレゴン州||",
            "ポートランド市|札幌市|1959年",
            "テキサス州||",
            "プラノ市|函館市|1980年",
        ],
        [("US", ["オレゴン州", "ポートランド市"]), ("US", ["テキサス州", "プラノ市"])],
    ),
    "until another country": (
        [
            "カナダ||",
            "アルバータ州||",
            "カルガリー市|札幌市|1980年",
            "ドイツ||",
            "ケルン市|函館市|1980年",
        ],
        [("CA", ["アルバータ州", "カルガリー市"]), ("DE", ["ケルン市"])],
    ),
    "until another section": (
        [
            "カナダ||",
            "アルバータ州||",
            "カルガリー市|札幌市|1980年",
            "その他||",
            "ケルン市|函館市|1980年",
        ],
        [("CA", ["アルバータ州", "カルガリー市"]), (None, ["ケルン市"])],
    ),
    "with its original": (
        ["オーストラリア||", "西オーストラリア州 Western Australia||", "パース市|札幌市|1974年"],
        [("AU", ["西オーストラリア州", "パース市"])],
    ),
    "a province": (["遼寧省||", "瀋陽市|札幌市|1980年"], [(None, ["遼寧省", "瀋陽市"])]),
    "a part of Korea": (
        ["韓国||", "江原道||", "江陵市|札幌市|1980年"],
        [("KR", ["江原道", "江陵市"])],
    ),
    "a city with 州 in its name": (
        ["中国||", "江蘇省||", "蘇州市|金沢市|1981年", "南京市|名古屋市|1978年"],
        [("CN", ["江蘇省", "蘇州市"]), ("CN", ["江蘇省", "南京市"])],
    ),
    "an autonomous province": (
        ["韓国||", "江原特別自治道||", "原州市|札幌市|1980年"],
        [("KR", ["江原特別自治道", "原州市"])],
    ),
    "a former state in the bracket": (
        ["ロシア（旧ソ連）||", "ハバロフスク市|新潟市|1965年"],
        [("RU", ["ハバロフスク市"])],
    ),
    "of another country than the section around it": (
        ["アメリカ||", "アルバータ州||", "エドモントン市|塩竈市|1985年"],
        [(None, ["アルバータ州", "エドモントン市"])],
    ),
    "no state but a ministry": (
        ["文科省||", "ソウル特別市|札幌市|1980年"],
        [(None, ["ソウル特別市"])],
    ),
    "no state but 道": (["下水道||", "ソウル特別市|札幌市|1980年"], [(None, ["ソウル特別市"])]),
    "no state but a region of Japan": (["北九州||", "大連市|札幌市|1980年"], [(None, ["大連市"])]),
    "a country in the bracket of another": (
        ["ジョージア（米国）||", "アトランタ市|札幌市|1980年"],
        [("US", ["アトランタ市"])],
    ),
}


@pytest.mark.parametrize(("lines", "places"), STATES.values(), ids=STATES)
def test_a_section_may_be_a_state(
    lines: list[str], places: list[tuple[str | None, list[str]]]
) -> None:
    found = [record["overseas"][0] for _, record in ledger(HEADINGS, *lines).records]
    assert [(each["country"], each["divisions"]) for each in found] == places


def test_a_state_in_the_column_of_partners_heads_a_section_as_the_one_before() -> None:
    found = ledger(
        "No|日本側|米国側|提携",
        "||カリフォルニア州|",
        "1|柏市|トーランス市|1973年",
        "||アリゾナ州|",
        "2|姫路市|フェニックス市|1976年",
    )
    divisions = [record["overseas"][0]["divisions"] for _, record in found.records]
    assert divisions == [["カリフォルニア州", "トーランス市"], ["アリゾナ州", "フェニックス市"]]
    assert found.passed.sections == 2


def test_a_country_in_the_column_of_partners_heads_a_section_as_the_one_before() -> None:
    lines = "||韓国|", "1|札幌市|大田広域市|2010年", "||中国|", "2|函館市|天津市|2001年"
    found = ledger("No|日本側|提携先|提携", *lines).records
    assert [record["overseas"][0]["country"] for _, record in found] == ["KR", "CN"]


def test_a_city_in_the_column_of_partners_heads_no_section() -> None:
    lines = "||韓国|", "1|札幌市|大田広域市|2010年", "||ソウル特別市|"
    found = ledger("No|日本側|提携先|提携", *lines).records
    names = [record["overseas"][0]["name"] for _, record in found]
    assert names == ["大田広域市", "ソウル特別市"]


def test_a_state_below_a_country_in_the_column_of_partners_is_a_partner() -> None:
    lines = "||アメリカ|", "1|札幌市|ポートランド市|1959年", "||オレゴン州|"
    found = ledger("No|日本側|提携先|提携", *lines).records
    assert [record["overseas"][0]["name"] for _, record in found] == [
        "ポートランド市",
        "オレゴン州",
    ]


def test_a_country_below_a_region_in_the_column_of_partners_is_a_partner() -> None:
    found = ledger(
        "日本側|海外側|提携",
        "|アジア|",
        "札幌市|瀋陽市|1980年",
        "|シンガポール|",
        "函館市|天津市|2001年",
    )
    countries = [record["overseas"][0]["country"] for _, record in found.records]
    assert countries == [None, "SG", None]


def test_a_state_alone_is_a_partner_where_no_section_was_one() -> None:
    found = ledger("日本側|米国側|提携", "広島県|ハワイ州|1997年", "|オレゴン州|").records
    names = [record["overseas"][0]["name"] for _, record in found]
    assert names == ["ハワイ州", "オレゴン州"]


def test_a_remark_in_a_section_leaves_its_country() -> None:
    lines = "番号|日本側|海外側|備考", "アメリカ|||", "1|札幌市|ポートランド市|", "|||※確認中"
    found = ledger(*lines, "2|函館市|シカゴ市|").records
    assert [record["overseas"][0]["country"] for _, record in found] == ["US", "US"]


def test_a_state_in_the_remarks_is_no_section() -> None:
    lines = "日本側|提携先|国|備考", "札幌市|瀋陽市|中国|", "|||四川省", "函館市|天津市|中国|"
    divisions = [record["overseas"][0]["divisions"] for _, record in ledger(*lines).records]
    assert divisions == [["瀋陽市"], ["天津市"]]


def test_a_partner_alone_is_none_of_the_sections_of_another_column() -> None:
    lines = "自治体|姉妹都市", "アルバータ州|", "北海道|アルバータ州", "|マサチューセッツ州"
    names = [record["overseas"][0]["name"] for _, record in ledger(*lines).records]
    assert names == ["アルバータ州", "マサチューセッツ州"]
