import re

import pytest
from tables import ledger, table

from koryu_cli.errors import DataError, UsageError
from koryu_cli.ledger.assignment import columns_of
from koryu_cli.ledger.columns import Columns


def columns(*lines: str, **mapped: str) -> Columns:
    return columns_of(table(*lines), mapped)


def test_the_table_of_the_clearing_house_is_known_as_it_is() -> None:
    found = columns(
        "No.|都道府県名|自治体名称|ホームページアドレス|提携相手先|州・省・県|国・地域名"
        "|ホームページアドレス|提携年月日|提携日の根拠|提携の動機及び経過"
    )
    assert found.fields == {
        "id": 0,
        "prefecture": 1,
        "japan": 2,
        "url": 3,
        "overseas": 4,
        "divisions": 5,
        "country": 6,
        "date": 8,
        "background": 10,
    }
    assert found.other == {7: "ホームページアドレス2", 9: "提携日の根拠"}


HEADING_ROWS = {
    "the first row": (["都市|提携"], 1),
    "below a title": (["姉妹都市一覧|", "|", "都市|提携"], 3),
    "below a title of several cells": (["姉妹都市|令和6年4月1日現在", "都市|提携"], 2),
    "the tenth row": (["題名"] * 9 + ["都市|提携"], 10),
    "not below data that look like headings": (["都市|提携", "友好都市|協定"], 1),
    "one heading is not enough": (["都市|人口", "国|提携"], 2),
    "two of one field are not enough": (["姉妹都市|友好都市", "都市|提携"], 2),
}


@pytest.mark.parametrize(("lines", "row"), HEADING_ROWS.values(), ids=HEADING_ROWS)
def test_the_heading_row_is_the_first_with_two_known_headings(lines: list[str], row: int) -> None:
    found = columns(*lines, "上海市|1973年11月30日")
    assert (found.titles, found.start, found.heading_row) == (row - 1, row, row)


def test_without_a_heading_row_the_first_row_is_shown_and_how_to_name_columns() -> None:
    with pytest.raises(DataError) as error:
        columns("", "2013年03月04日|群馬県:高雄市|友好協力協定", *["a|b"] * 9, "都市|提携")
    assert "2 行目は A = 2013年03月04日、B = 群馬県:高雄市、C = 友好協力協定 です" in str(
        error.value
    )
    assert "--map 提携年月日=A --map 日本側=B" in str(error.value)


@pytest.mark.parametrize("lines", [[], ["", "||"]])
def test_a_table_in_which_nothing_stands_is_said_to_be_empty(lines: list[str]) -> None:
    with pytest.raises(DataError, match=r"^データが空です。$"):
        columns_of(table(*lines), {})


def test_columns_named_by_letters_need_no_headings() -> None:
    found = columns(
        "2013年03月04日|群馬県:高雄市|友好協力協定", date="A", japan="ｂ", agreement="C列"
    )
    assert found == Columns(
        titles=0,
        start=0,
        heading_row=None,
        fields={"date": 0, "japan": 1, "agreement": 2},
        headings={0: "A列", 1: "B列", 2: "C列"},
        other={},
        country=None,
        date_parts={},
    )


UNKNOWN = {
    "above dates": (["Stadt|Ort|Jahr", "札幌市|München|1972"], 1),
    "below a title": (["Partnerstädte", "Stadt|Ort|Jahr", "札幌市|München|1972"], 2),
    "none": (["札幌市|München|1972", "函館市|Ulm|1973"], 0),
    "a first row whose date is not known": (["札幌市|München|調整中", "函館市|Ulm|1973"], 0),
    "a first row without a date": (["札幌市|München|不明", "函館市|Ulm|1973"], 0),
    "no dates at all": (["Stadt|Ort|Jahr", "札幌市|München|"], 0),
    "agreements above": (["札幌市|München|", "Stadt|Ort|Jahr", "函館市|Ulm|1973"], 0),
}


@pytest.mark.parametrize(("lines", "start"), UNKNOWN.values(), ids=UNKNOWN)
def test_headings_that_nobody_knows_are_no_data_where_letters_name_the_columns(
    lines: list[str], start: int
) -> None:
    found = columns(*lines, japan="A", overseas="B", date="C")
    assert found.start == start
    assert [*found.headings.values()] == (
        ["Stadt", "Ort", "Jahr"] if start else ["A列", "B列", "C列"]
    )


def test_one_heading_that_is_known_is_no_data_where_letters_name_the_columns() -> None:
    found = columns("2024年度", "市町村名|Stadt", "札幌市|München", japan="A", overseas="B")
    assert (found.titles, found.start) == (1, 2)
    assert [*found.headings.values()] == ["市町村名", "Stadt"]


def test_a_named_column_goes_before_a_heading() -> None:
    found = columns("都市|提携日|締結日|相手", date="締結日", overseas="D")
    assert found.fields == {"date": 2, "overseas": 3, "japan": 0}
    assert found.other == {1: "提携日"}


def test_headings_that_are_named_help_to_find_their_row() -> None:
    found = columns("題名|", "こちら|あちら|提携", japan="こちら", overseas="あちら")
    assert (found.heading_row, found.fields) == (2, {"japan": 0, "overseas": 1, "date": 2})


def test_one_column_may_hold_both_sides() -> None:
    found = columns("番号|組合せ|提携", japan="組合せ", overseas="組合せ")
    assert (found.fields["japan"], found.fields["overseas"]) == (1, 1)


def test_a_column_that_does_not_exist_is_an_error_that_names_those_that_do() -> None:
    message = re.escape(
        "「提携年」という列はありません。見出し（都市、提携）か列の文字（A から B）で"
    )
    with pytest.raises(UsageError, match=message):
        columns("都市|提携", date="提携年")
    with pytest.raises(UsageError, match="「C」という列はありません"):
        columns("都市|提携", date="C")


def test_a_repeated_heading_keeps_its_first_meaning() -> None:
    found = columns("都市|提携|備考|備考|訪問|訪問|")
    assert found.fields["note"] == 2
    assert found.other == {3: "備考2", 4: "訪問", 5: "訪問2", 6: "G列"}


CITIES = {
    "alone it is the overseas one": ("都市|提携", {"overseas": 0, "date": 1}),
    "beside a partner it is the Japanese one": ("都市|姉妹都市", {"japan": 0, "overseas": 1}),
    "beside both it is neither": ("日本側|海外側|都市", {"japan": 0, "overseas": 1}),
    "the year is no date beside one": ("都市|Year|提携", {"overseas": 0, "date": 2}),
    "the year alone is": ("都市|Year", {"overseas": 0, "date": 1}),
}


@pytest.mark.parametrize(("line", "fields"), CITIES.values(), ids=CITIES)
def test_the_other_columns_tell_what_a_vague_heading_means(
    line: str, fields: dict[str, int]
) -> None:
    assert columns(line).fields == fields


COUNTRIES = {
    "a heading that names one": (["日本側|ドイツ側"], {}, "DE"),
    "none": (["日本側|海外側"], {}, None),
    "not where another column is the partner": (["日本側|姉妹都市|ドイツ"], {}, None),
    "of the column that is named": (["番号|提携|カナダ|備考"], {"overseas": "C"}, "CA"),
    "not of one that is not named": (["提携|カナダ|備考"], {"overseas": "備考"}, None),
}


@pytest.mark.parametrize(("lines", "mapped", "country"), COUNTRIES.values(), ids=COUNTRIES)
def test_the_heading_of_the_partner_may_name_its_country(
    lines: list[str], mapped: dict[str, str], country: str | None
) -> None:
    assert columns(*lines, **mapped).country == country


TWO_ROWS = {
    "merged sideways above": (
        ["番号|日本側|||海外側|||備考", "|都道府県|自治体名|人口|国名|州|自治体名|"],
        {"id": 0, "prefecture": 1, "japan": 2, "country": 4, "divisions": 5}
        | {"overseas": 6, "note": 7},
        {3: "人口"},
    ),
    "merged downwards too": (
        ["番号|日本側||海外側|", "番号|県名|市町村|国|都市名"],
        {"id": 0, "prefecture": 1, "japan": 2, "country": 3, "overseas": 4},
        {},
    ),
}


@pytest.mark.parametrize(("lines", "fields", "other"), TWO_ROWS.values(), ids=TWO_ROWS)
def test_two_rows_of_headings_are_read_together(
    lines: list[str], fields: dict[str, int], other: dict[int, str]
) -> None:
    found = columns(*lines, "1|北海道|札幌市")
    assert (found.start, found.heading_row) == (2, 2)
    assert (found.fields, found.other) == (fields, other)


UNNAMED = {
    "numbers": (["①|上海市|昭和48年", "②|リヨン|昭和34年"], "id"),
    "Japanese governments": (["沖縄県|福建省|", "|ハワイ州|", "那覇市|ホノルル市|"], "japan"),
    "the same number twice": (["1|上海市|", "1|リヨン|"], None),
    "other words": (["済|上海市|", "未|リヨン|"], None),
    "one word among numbers": (["1|上海市|", "未|リヨン|"], None),
    "one word among governments": (["那覇市|上海市|", "未|リヨン|"], None),
    "nothing": (["|上海市|", "|リヨン|"], None),
}


@pytest.mark.parametrize(("lines", "field"), UNNAMED.values(), ids=UNNAMED)
def test_a_column_without_heading_is_known_by_what_stands_in_it(
    lines: list[str], field: str | None
) -> None:
    found = columns("|提携先|提携", *lines)
    assert found.fields == {"overseas": 1, "date": 2} | ({field: 0} if field else {})
    assert found.other == ({} if field else {0: "A列"})


def test_it_is_not_guessed_what_another_column_is_known_to_hold() -> None:
    assert columns("|番号|日本側", "1|2|札幌市").other == {0: "A列"}
    assert columns("|日本側|提携先", "那覇市|札幌市|上海市").other == {0: "A列"}


# Headings and a row of lists made abroad, and the indexes of the fields.
MADE_ABROAD = {
    "its own side first": ("中方城市|外方城市", "瀋陽市|札幌市", {"overseas": 0, "japan": 1}),
    "its own side last": ("姉妹都市|カナダ", "札幌市|甲市", {"japan": 0, "overseas": 1}),
    "the country of all partners": (
        "中方城市|國家|外方城市",
        "瀋陽市|日本|札幌市",
        {"overseas": 0, "japan": 2},
    ),
    "a country of its own side": (
        "中方城市|国|外方城市",
        "瀋陽市|中国|札幌市",
        {"overseas": 0, "country": 1, "japan": 2},
    ),
    "partners elsewhere": ("中方城市|外方城市", "瀋陽市|リヨン市", {"overseas": 1}),
    "no partners": ("中方城市|外方城市", "瀋陽市|", {"overseas": 1}),
    "two countries": ("アメリカ|中国", "札幌市|瀋陽市", {"overseas": 0}),
    "a side in Japan": (
        "自治体|外方城市|中方城市",
        "札幌市|函館市|瀋陽市",
        {"japan": 0, "overseas": 1},
    ),
}


@pytest.mark.parametrize(("headings", "row", "fields"), MADE_ABROAD.values(), ids=MADE_ABROAD)
def test_the_partners_of_a_list_made_abroad_are_the_japanese_side(
    headings: str, row: str, fields: dict[str, int]
) -> None:
    found = columns(f"{headings}|提携", f"{row}|1990年")
    assert found.fields == fields | {"date": headings.count("|") + 1}


def test_the_column_of_states_is_that_of_the_partners_where_there_is_no_other() -> None:
    columns = columns_of(table("国名|州・省名|提携年月日", "アメリカ|ワシントン州|1963年"), {})
    assert columns.fields == {"country": 0, "overseas": 1, "date": 2}
    mapped = columns_of(
        table("国名|州|提携年月日|X", "米国|オレゴン州|1963年|Y"), {"divisions": "B"}
    )
    assert mapped.fields == {"country": 0, "divisions": 1, "date": 2}


@pytest.mark.parametrize(
    ("cells", "japan"),
    [("横浜市|上海市", 0), ("上海市|横浜市", 1), ("大連市|リヨン市", 1), ("府中市|北海市", 0)],
)
def test_of_two_columns_of_cities_that_of_japan_has_its_names(cells: str, japan: int) -> None:
    columns = columns_of(table("都市名|都市名|国", f"{cells}|中国"), {})
    assert columns.fields["japan"] == japan
    assert columns.fields["overseas"] == 1 - japan


# Headings and rows, and the index of the Japanese side.
SIDES = {
    "partners and whose they are": ("国名|都市名|提携自治体", ["中国|福州市|長崎市"], 2),
    "whose they are first": ("提携自治体|提携先|国名", ["栃木県|浙江省|中国"], 0),
    "a municipality's partners": ("市町村名|提携自治体|国名", ["札幌市|瀋陽市|中国"], 0),
    "both may be either, Japan first": ("提携団体|都市等名|国", ["栃木県|浙江省|中国"], 0),
    "rows that name one side": (
        "提携自治体|都市名|国",
        ["1 県||", "栃木県|浙江省|中国", "2 市||", "3 町||"],
        0,
    ),
    "some partners that are called as cities": (
        "都市名|都市名|国",
        [
            "甲港|大田市|韓国",
            "乙港|蔚山市|韓国",
            "丙港|府中市|韓国",
            "丁港|大連市|中国",
            "戊港|A|B",
        ],
        1,
    ),
    "a partner that is called as a city": (
        "都市名|提携市町|国",
        ["大田市|札幌市|韓国", "瀋陽市|札幌市|中国"],
        1,
    ),
    "ports and who runs them": (
        "港湾名|姉妹港・友好港名|国|港湾管理者",
        ["東京港|上海港|中国|東京都"],
        0,
    ),
}


@pytest.mark.parametrize(("headings", "rows", "japan"), SIDES.values(), ids=SIDES)
def test_the_japanese_side_of_headings_that_may_be_of_either(
    headings: str, rows: list[str], japan: int
) -> None:
    columns = columns_of(table(f"{headings}|提携年月日", *(f"{row}|1980年" for row in rows)), {})
    assert columns.fields["japan"] == japan
    assert columns.fields["overseas"] != japan


RELATIONS = {
    "usual ones": ("提携内容", ["姉妹都市", "友好都市", ""], True),
    "other ones, with marks": ("内容", ["①友好都市", "姉妹島"], True),
    "fields of exchange": ("内容", ["文化交流", "技術協力"], False),
    "a field among them": ("内容", ["文化交流", "姉妹都市"], False),
    "others of partners": ("内容", ["交流都市", "パートナーシティ"], True),
    "another word": ("内容", ["姉妹都市", "締結"], False),
    "nothing": ("内容", ["", ""], False),
}


@pytest.mark.parametrize(("heading", "cells", "is_relation"), RELATIONS.values(), ids=RELATIONS)
def test_a_column_of_what_partners_are_is_that_of_the_relation(
    heading: str, cells: list[str], is_relation: bool
) -> None:
    rows = table(f"日本側|海外側|{heading}", *(f"横浜市|リヨン市|{cell}" for cell in cells))
    assert ("relation" in columns_of(rows, {}).fields) is is_relation


def test_there_is_one_column_of_the_prefecture() -> None:
    rows = table("県名|自治体名|海外側|地域", "東京都|府中市|リヨン市|北海道")
    assert columns_of(rows, {}).other == {3: "地域"}


def test_there_is_one_column_of_the_relation() -> None:
    rows = table("日本側|海外側|関係|内容", "横浜市|リヨン市|姉妹都市|友好都市")
    assert columns_of(rows, {}).other == {3: "内容"}


def test_a_list_made_abroad_may_not_name_its_country() -> None:
    rows = table(
        "我國城市|外國城市|國別|締盟時間", "臺北市|松本市|日本|2001", "高雄市|横滨市|日本|2013"
    )
    columns = columns_of(rows, {})
    assert columns.fields == {"overseas": 0, "japan": 1, "date": 3}
    assert columns.country is None
    columns = columns_of(table("姉妹都市|友好都市|提携", "リヨン市|松本市|2001"), {})
    assert columns.fields == {"overseas": 0, "date": 2}


def test_states_and_cities_of_a_country_are_told_apart() -> None:
    columns = columns_of(table("日本側|US State|US City", "札幌市|Oregon|Portland"), {})
    assert columns.fields == {"japan": 0, "divisions": 1, "overseas": 2}
    assert columns.country == "US"


def test_japan_is_no_country_of_partners_abroad() -> None:
    columns = columns_of(table("我國城市|日本城市|國別", "臺北市|浦添市|日本"), {})
    assert columns.other == {2: "國別"}
    columns = columns_of(table("提携先|日本側|国", "鹿児島|浦添市|日本"), {})
    assert columns.fields["country"] == 2
    columns = columns_of(table("我國城市|日本城市|國別", "臺北市|浦添市|日本"), {"country": "C"})
    assert columns.fields["country"] == 2


PLACES = {
    "a country and a state": ("所在地", ["米国テキサス州", "フランス共和国"], True),
    "a short heading": ("所在", ["米国", "中国"], True),
    "with a slash": ("エリア", ["米国/テキサス州", "①豪州"], True),
    "continents": ("地域", ["アジア", "欧州"], False),
    "a region of Japan": ("地域", ["中国", "中国"], False),
    "countries, that one among them": ("地域", ["中国", "韓国"], True),
    "one that is none": ("場所", ["米国", "市役所"], False),
    "nothing": ("位置", ["", ""], False),
    "another heading": ("備考", ["米国", "フランス"], False),
}


@pytest.mark.parametrize(("heading", "cells", "is_country"), PLACES.values(), ids=PLACES)
def test_a_column_of_places_is_that_of_the_country_if_it_has_countries(
    heading: str, cells: list[str], is_country: bool
) -> None:
    rows = table(f"日本側|海外側|{heading}", *(f"横浜市|リヨン市|{cell}" for cell in cells))
    assert ("country" in columns_of(rows, {}).fields) is is_country


@pytest.mark.parametrize(
    ("heading", "cells", "is_prefecture"),
    [
        ("地域", ["北海道", "東京都"], True),
        ("地区", ["■北海道", ""], True),
        ("地域", ["北海道", "関東"], False),
        ("地域", ["", ""], False),
        ("備考", ["北海道", "東京都"], False),
    ],
)
def test_a_column_of_places_is_that_of_the_prefecture_if_it_has_prefectures(
    heading: str, cells: list[str], is_prefecture: bool
) -> None:
    lines = (f"{cell}|甲市|乙市" for cell in cells)
    found = columns_of(table(f"{heading}|日本側|海外側", *lines), {})
    assert ("prefecture" in found.fields) is is_prefecture


def test_no_column_of_places_is_needed_beside_one_of_countries() -> None:
    rows = table("日本側|海外側|国|所在地", "横浜市|リヨン市|フランス|米国")
    assert columns_of(rows, {}).other == {3: "所在地"}


def test_names_of_wikidata_go_before_its_addresses() -> None:
    rows = table("item|itemLabel|twin|twinLabel|countryLabel|start time", "wd:Q1|札幌市|wd:Q2|甲")
    columns = columns_of(rows, {})
    assert columns.fields == {"japan": 1, "overseas": 3, "country": 4, "date": 5}
    assert columns.other == {0: "item", 2: "twin"}


def test_one_name_that_both_sides_have_does_not_change_them() -> None:
    columns = columns_of(table("都市名|都市名|国", "札幌港|大田市|韓国", "小樽港|釜山市|韓国"), {})
    assert columns.fields["japan"] == 1
    mapped = {"japan": "A", "overseas": "B"}
    columns = columns_of(table("都市名|都市名|国", "札幌港|大田市|韓国"), mapped)
    assert (columns.fields["japan"], columns.fields["overseas"]) == (0, 1)


def test_headings_that_tell_of_the_sides_are_believed() -> None:
    columns = columns_of(table("海外側|日本側", "横浜市|上海市"), {})
    assert columns.fields == {"overseas": 0, "japan": 1}


def test_the_side_of_a_list_made_abroad_is_in_the_country_that_its_heading_names() -> None:
    found = columns("中方城市|國家|外方城市|結好時間", "瀋陽市|日本|札幌市|1980年")
    assert (found.country, found.other) == ("CN", {1: "國家"})


ABROAD = {
    "behind the country and the state": "団体名|国|州|市町村|締結日",
    "under the heading of the Japanese side": "市区町村|国|州|市区町村|締結日",
    "in other words": "市町村|国名|州・省等|自治体名|提携日",
}


@pytest.mark.parametrize("headings", ABROAD.values(), ids=ABROAD)
def test_a_second_column_of_municipalities_is_that_of_the_partners(headings: str) -> None:
    found = ledger(headings, "札幌市|アメリカ|オレゴン州|ポートランド市|1959年")
    [(_, record)] = found.records
    assert record["overseas"][0]["divisions"] == ["オレゴン州", "ポートランド市"]
    assert record["other"] == {}


NOT_ABROAD = {
    "municipalities in Japan": ("国|州|旧市町村", "ドイツ|バイエルン州|栃尾市", "バイエルン州"),
    "half of them in Japan": (
        "国|州|旧市町村",
        "ドイツ|バイエルン州|栃尾市／ドイツ|バイエルン州|甲市／ドイツ|バイエルン州|越路町",
        "バイエルン州",
    ),
    "before the state": ("団体|国|州", "国際交流協会|ドイツ|バイエルン州", "バイエルン州"),
    "beside the partners": ("国|提携先|団体", "ドイツ|トリアー市|国際交流協会", "トリアー市"),
    "a body": ("国|州|実施主体", "ドイツ|バイエルン州|長岡市国際交流協会", "バイエルン州"),
}


@pytest.mark.parametrize(("headings", "rows", "partner"), NOT_ABROAD.values(), ids=NOT_ABROAD)
def test_a_second_column_of_municipalities_may_be_none_of_partners(
    headings: str, rows: str, partner: str
) -> None:
    lines = [f"長岡市|{row}|1995年" for row in rows.split("／")]
    found = ledger(f"市町村|{headings}|締結日", *lines).records
    assert {record["overseas"][0]["name"] for _, record in found} == {partner}


KINDS_OF_ROWS = {
    "kinds of municipalities": (
        "区分|提携形態",
        "市|姉妹都市",
        "町|友好都市",
        ["姉妹都市", "友好都市"],
    ),
    "regions": ("区分|備考", "アジア|", "北米|", [None, None]),
    "countries": ("種別|備考", "韓国|", "米国|", [None, None]),
    "whether it goes on": ("区分|備考", "継続|", "休止|", [None, None]),
}


@pytest.mark.parametrize(
    ("headings", "first", "second", "relations"), KINDS_OF_ROWS.values(), ids=KINDS_OF_ROWS
)
def test_a_column_that_tells_of_something_else_is_not_that_of_the_relation(
    headings: str, first: str, second: str, relations: list[str | None]
) -> None:
    found = ledger(f"自治体|提携先|{headings}", f"札幌市|瀋陽市|{first}", f"函館市|天津市|{second}")
    records = [record for _, record in found.records]
    assert [record["relation"] for record in records] == relations
    assert records[0]["other"][headings.split("|")[0]] == first.split("|")[0]


def test_a_column_with_one_relation_among_its_words_is_that_of_the_relation() -> None:
    found = ledger("自治体|提携先|区分", "札幌市|瀋陽市|市", "函館市|天津市|姉妹都市").records
    assert [record["relation"] for _, record in found] == ["市", "姉妹都市"]


def test_a_column_said_to_be_that_of_the_relation_is() -> None:
    found = ledger("自治体|提携先|区分", "札幌市|瀋陽市|市", columns={"関係": "区分"})
    [(_, record)] = found.records
    assert record["relation"] == "市"


GROUPS = {
    "at the end": (
        "自治体|提携先|提携日|分野||",
        "|||教育|文化|経済",
        "札幌市|瀋陽市|1980年|○||○",
        {"教育": "○", "経済": "○"},
    ),
    "two of them": (
        "自治体|提携先|人口|||分野|",
        "||男|女|計|教育|文化",
        "札幌市|瀋陽市|1|2|3|○|",
        {"男": "1", "女": "2", "計": "3", "教育": "○"},
    ),
}


@pytest.mark.parametrize(("upper", "lower", "row", "other"), GROUPS.values(), ids=GROUPS)
def test_a_second_row_of_headings_may_stand_below_one_for_several_columns(
    upper: str, lower: str, row: str, other: dict[str, str]
) -> None:
    [(_, record)] = ledger(upper, lower, row).records
    assert record["overseas"][0]["name"] == "瀋陽市"
    assert record["other"] == other


def test_two_rows_of_headings_may_tell_of_states_and_cities_of_a_country() -> None:
    found = ledger("韓国側||日本側", "道・市|自治体|", "江原道|江陵市|秩父市", "|東海市|敦賀市")
    sides = [record["overseas"][0] for _, record in found.records]
    assert [side["divisions"] for side in sides] == [["江原道", "江陵市"], ["江原道", "東海市"]]
    assert {side["country"] for side in sides} == {"KR"}


MORE_EXACT = {
    "the year before the day": ("提携年|提携年月日", "1959|S34.11.17", "1959-11-17"),
    "the Gregorian year before the day": ("西暦|和暦", "1959|S34.11.17", "1959-11-17"),
    "the day first": ("提携年月日|提携年", "S34.11.17|1959", "1959-11-17"),
    "of another year": ("提携年|再提携年月日", "1959|S44.11.17", "1959-01-01"),
    "no date": ("提携年|提携年月日", "1959|不明", "1959-01-01"),
    "blank": ("提携年|提携年月日", "1959|", "1959-01-01"),
    "of something else": ("提携年|交流開始日", "1959|1959年5月18日", "1959-01-01"),
    "of another instrument": ("協定締結年|覚書締結日", "1959|1959年5月18日", "1959-01-01"),
    "no column of dates": ("提携年|備考", "1959|1959年11月17日に訪問", "1959-01-01"),
    "in parts": ("提携年|月|日|提携日", "1959|11|17|S34.11.17", "1959-11-17"),
}


def test_a_row_without_a_year_says_nothing_of_the_days_beside_it() -> None:
    lines = (
        "自治体|提携先|提携年|提携年月日",
        "札幌市|瀋陽市|1959|S34.11.17",
        "函館市|天津市||S40.1.1",
    )
    found = ledger(*lines, "小樽市|大連市|1960|").records
    assert [record["date"] and record["date"]["start"] for _, record in found] == [
        "1959-11-17",
        "1965-01-01",
        "1960-01-01",
    ]


@pytest.mark.parametrize(("headings", "cells", "start"), MORE_EXACT.values(), ids=MORE_EXACT)
def test_of_two_columns_of_dates_that_with_the_days_holds_the_date(
    headings: str, cells: str, start: str
) -> None:
    [(_, record)] = ledger(f"自治体|提携先|{headings}", f"札幌市|瀋陽市|{cells}").records
    assert record["date"]["start"] == start


def test_a_list_made_in_america_says_that_its_partners_are_in_japan() -> None:
    found = ledger(
        "U.S. Community|State|Foreign Community|Prefecture|Country|Year",
        "Birmingham|Alabama|Maebashi|Gunma|Japan|2000",
    )
    [(_, record)] = found.records
    assert record["japan"][0]["name"] == "群馬県前橋市"
    assert record["overseas"][0]["divisions"] == ["Alabama", "Birmingham"]
    assert record["overseas"][0]["country"] == "US"


def test_a_column_of_places_is_that_of_states_if_it_has_states() -> None:
    lines = "地域|中国側|日本側", "上海市|上海市|横浜市", "江蘇省|南京市|名古屋市", "|蘇州市|金沢市"
    found = ledger(*lines, "※ 区を除く。||").records
    divisions = [record["overseas"][0]["divisions"] for _, record in found]
    assert divisions == [["上海市"], ["江蘇省", "南京市"], ["江蘇省", "蘇州市"]]


def test_a_column_of_places_without_states_stays_as_it_is() -> None:
    [(_, record)] = ledger("地域|中国側|日本側", "華東|南京市|名古屋市").records
    assert record["other"] == {"地域": "華東"}


PLACES_ABROAD: dict[str, tuple[str, list[str], list[str]]] = {
    "under an unknown heading": ("よその町", ["瀋陽市", "天津市"], ["瀋陽市", "天津市"]),
    "with what stands in brackets": (
        "済州側",
        ["瀋陽市（中国）", "天津市（中国）"],
        ["瀋陽市", "天津市"],
    ),
    "most of them": ("よその町", ["瀋陽市", "天津市", "リヨン"], ["瀋陽市", "天津市", "リヨン"]),
    "half of them": ("よその町", ["瀋陽市", "リヨン"], []),
    "one of three in Japan": ("よその町", ["瀋陽市", "天津市", "小樽市"], ["瀋陽市", "天津市"]),
    "half of them in Japan": ("よその町", ["瀋陽市", "小樽市"], []),
    "municipalities in Japan": ("となりの町", ["小樽市", "石狩市"], []),
    "no places": ("担当者", ["田中", "鈴木"], []),
    "people": ("担当者", ["西村", "木村"], []),
    "two such columns": ("よその町|よその村", ["瀋陽市|鉄嶺市", "天津市|大連市"], []),
}


@pytest.mark.parametrize(
    ("headings", "cells", "partners"), PLACES_ABROAD.values(), ids=PLACES_ABROAD
)
def test_the_only_column_of_places_abroad_is_that_of_the_partners(
    headings: str, cells: list[str], partners: list[str]
) -> None:
    ours = ["札幌市", "函館市", "旭川市"][: len(cells)]
    rows = [f"{japan}|{each}|1980年" for japan, each in zip(ours, cells, strict=True)]
    found = ledger(f"日本側|{headings}|提携年月日", *rows).records
    assert [record["overseas"][0]["name"] for _, record in found] == partners


def test_the_first_agreement_below_headings_of_several_columns_is_no_heading() -> None:
    found = ledger(
        "日本側||海外側||備考", "北海道|札幌市|中国|瀋陽市|", "北海道|函館市|中国|天津市|"
    )
    assert found.columns.start == 1


def test_a_date_in_the_bracket_of_partners_is_one_where_another_column_holds_them() -> None:
    found = ledger("自治体|提携先|姉妹都市（締結日）", "札幌市|瀋陽市|1980年11月18日")
    [(_, record)] = found.records
    assert record["date"]["start"] == "1980-11-18"


REGIONS = {
    "of the world": ["アジア|ソウル市", "欧州|パリ市", "大洋州|ニューサウスウェールズ州"],
    "of Japan": ["九州|ソウル市", "本州|パリ市"],
}


@pytest.mark.parametrize("rows", REGIONS.values(), ids=REGIONS)
def test_a_column_of_regions_is_none_of_states(rows: list[str]) -> None:
    found = ledger("地域|提携先|自治体", *(f"{row}|札幌市" for row in rows)).records
    assert [len(record["overseas"][0]["divisions"]) for _, record in found] == [1] * len(rows)
    assert [record["other"]["地域"] for _, record in found] == [row.split("|")[0] for row in rows]


OTHER_HEADINGS = {
    "the agreement": (
        "根拠文書|協定書名",
        "議会議決|姉妹都市提携盟約書",
        "agreement",
        "姉妹都市提携盟約書",
    ),
    "the agreement alone": (
        "根拠文書|備考",
        "姉妹都市提携盟約書|",
        "agreement",
        "姉妹都市提携盟約書",
    ),
    "a relation with a bracket": ("関係|備考", "姉妹都市（米国）|", "relation", "姉妹都市（米国）"),
}


@pytest.mark.parametrize(
    ("headings", "cells", "field", "value"), OTHER_HEADINGS.values(), ids=OTHER_HEADINGS
)
def test_a_heading_that_may_mean_a_field_yields_to_one_that_does(
    headings: str, cells: str, field: str, value: str
) -> None:
    [(_, record)] = ledger(f"自治体|提携先|{headings}", f"札幌市|瀋陽市|{cells}").records
    assert record[field] == value


def test_the_date_of_something_else_yields_to_that_of_the_agreement() -> None:
    lines = "Prefecture|City|Inception|Sister City|Date", "Hokkaido|Sapporo City|1869|Portland|1959"
    [(_, record)] = ledger(*lines).records
    assert record["date"]["text"] == "1959"


def test_the_place_there_yields_to_the_partner() -> None:
    [(_, record)] = ledger("自治体|現地|提携先", "札幌市|視察済|ポートランド市").records
    assert record["overseas"][0]["name"] == "ポートランド市"


@pytest.mark.parametrize("heading", ["管内", "管内市町村", "管内自治体"])
def test_governments_of_the_area_are_japanese_where_their_names_are(heading: str) -> None:
    lines = f"{heading}|国|市町村|提携日", "札幌市|アメリカ|ポートランド市|1959年"
    [(_, record)] = ledger(*lines, "旭川市|アメリカ|ブルーミントン市|").records[:1]
    assert record["japan"][0]["name"] == "北海道札幌市"
    assert record["overseas"][0]["name"] == "ポートランド市"


GROUPS_OF_SIDES = {
    "both sides": ("日本||海外||備考", "北海道|札幌市|中国|瀋陽市|"),
    "partners alone": ("自治体||姉妹都市||提携年月日", "札幌市|さっぽろし|瀋陽市|Shenyang|"),
}


@pytest.mark.parametrize(("headings", "row"), GROUPS_OF_SIDES.values(), ids=GROUPS_OF_SIDES)
def test_what_stands_below_the_headings_of_a_side_is_an_agreement(headings: str, row: str) -> None:
    found = ledger(headings, row)
    assert found.columns.start == 1
    assert [line for line, _ in found.records] == [2]


def test_a_column_of_kinds_of_municipalities_names_none() -> None:
    [(_, record)] = ledger("都道府県|県・市|提携先", "青森県|県|メーン州").records
    assert record["japan"][0]["name"] == "青森県"
    assert record["other"] == {"県・市": "県"}


def test_a_municipality_of_today_yields_to_that_of_the_agreement() -> None:
    [(_, record)] = ledger(
        "現市町村|市町村名|提携先", "さぬき市|津田町|アイゼンシュタット市"
    ).records
    assert record["japan"][0]["name"] == "香川県津田町"
