import pytest
from tables import ledger, table

from koryu_cli.ledger.assignment import columns_of
from koryu_cli.ledger.reading import read
from koryu_cli.ledger.rows import Entry, Passed, entries_of
from koryu_cli.ledger.summary import understood


def entries(*lines: str) -> tuple[list[Entry], Passed]:
    rows = table(*lines)
    return entries_of(rows, columns_of(rows, {}))


def parties(*lines: str) -> list[tuple[int, str, str, str]]:
    """Row number, prefecture, Japanese side and partner of each agreement."""
    found, _ = entries(*lines)
    fields = ("prefecture", "japan", "overseas")
    return [(row.number, *(texts.get(field, "") for field in fields)) for row, texts, *_ in found]  # type: ignore[misc]


PASSED = {
    "titles": (["姉妹都市一覧|", "令和6年|4月1日現在"], [], Passed(titles=2)),
    "blank rows": ([" |"], ["||", "札幌市|上海市|", " |\u3000|"], Passed(blank=3)),
    "sections": ([], ["アジア||", "札幌市|上海市|", "||（以上）"], Passed(sections=2)),
    "headings repeated": ([], ["札幌市|上海市|", "日本側|海外側|提携"], Passed(headings=1)),
    "totals": (
        [],
        [
            "札幌市|上海市|",
            "小計|1|",
            "合 計|１件|",
            "計 12市町村|12|",
            "（総計）|13|",
            "Total|13|",
            "全国計|13|",
            "延べ件数|13|",
        ],
        Passed(totals=7),
    ),
    "no totals": ([], ["計石町|上海市|1990年", "合計町|リヨン市|"], Passed()),
    "no partner": (
        [],
        ["札幌市||", "函館市|なし|", "小樽市|－|", "旭川市|該当なし|1990年", "室蘭市||1990年"],
        Passed(sections=1, without_partner=4),
    ),
    "no partner yet": (
        [],
        ["札幌市|0|0", "函館市|未定|1990年", "小樽市|調整中|1990年", "旭川市|姉妹都市なし|1990年"],
        Passed(without_partner=4),
    ),
}


@pytest.mark.parametrize(("above", "below", "passed"), PASSED.values(), ids=PASSED)
def test_rows_that_are_no_agreements_are_counted(
    above: list[str], below: list[str], passed: Passed
) -> None:
    lines = [*above, "日本側|海外側|提携", *below]
    found, counted = entries(*lines)
    assert counted == passed._replace(headings=passed.headings + 1)
    assert len(found) + sum(counted) == len(lines)


MERGED = {
    "a city over several rows": (
        ["日本側|海外側|提携", "札幌市|上海市|1990年", "|リヨン市|1991年", "函館市|天津市|1992年"],
        [(2, "", "札幌市", "上海市"), (3, "", "札幌市", "リヨン市"), (4, "", "函館市", "天津市")],
    ),
    "a partner alone beside it": (
        ["日本側|海外側|提携", "札幌市|上海市|", "|リヨン市|"],
        [(2, "", "札幌市", "上海市"), (3, "", "札幌市", "リヨン市")],
    ),
    "the rows between name no partner": (
        ["日本側|海外側|提携", "札幌市|なし|", "|リヨン市|1991年"],
        [(3, "", "札幌市", "リヨン市")],
    ),
    "a city in a row of its own": (
        ["日本側|海外側|提携", "札幌市||", "|上海市|1990年"],
        [(3, "", "札幌市", "上海市")],
    ),
    "a prefecture over several rows": (
        ["県名|市町村|海外側", "北海道|札幌市|上海市", "|函館市|天津市", "青森県|弘前市|リヨン市"],
        [
            (2, "北海道", "札幌市", "上海市"),
            (3, "北海道", "函館市", "天津市"),
            (4, "青森県", "弘前市", "リヨン市"),
        ],
    ),
    "both over several rows": (
        ["県名|市町村|海外側", "北海道|札幌市|上海市", "||天津市"],
        [(2, "北海道", "札幌市", "上海市"), (3, "北海道", "札幌市", "天津市")],
    ),
    "a prefecture in a row of its own": (
        ["県名|市町村|海外側", "北海道||", "|札幌市|上海市", "青森県||", "|弘前市|リヨン市"],
        [(3, "北海道", "札幌市", "上海市"), (5, "青森県", "弘前市", "リヨン市")],
    ),
    "the prefecture repeated, the city not": (
        ["県名|市町村|海外側", "北海道|札幌市|上海市", "北海道||天津市"],
        [(2, "北海道", "札幌市", "上海市"), (3, "北海道", "札幌市", "天津市")],
    ),
    "another prefecture is meant itself": (
        ["県名|市町村|海外側", "北海道|札幌市|上海市", "青森県||リヨン市", "||ハルビン市"],
        [
            (2, "北海道", "札幌市", "上海市"),
            (3, "青森県", "", "リヨン市"),
            (4, "青森県", "", "ハルビン市"),
        ],
    ),
    "nothing stands above": (
        ["日本側|海外側|提携", "|上海市|1990年"],
        [(2, "", "", "上海市")],
    ),
}


@pytest.mark.parametrize(("lines", "rows"), MERGED.values(), ids=MERGED)
def test_a_blank_cell_beside_a_partner_is_merged_with_the_one_above(
    lines: list[str], rows: list[tuple[int, str, str, str]]
) -> None:
    assert parties(*lines) == rows


# Rows of a table, and the country and the divisions of the partner of each.
GROUPED = {
    "by country": (
        ["国|都市|日本側", "アメリカ|甲市|札幌市", "|乙市|札幌市", "中国|丙市|札幌市"],
        ["US 甲市", "US 乙市", "CN 丙市"],
    ),
    "by country in English": (
        ["国|都市|日本側", "USA|甲市|札幌市", "|乙市|札幌市"],
        ["US 甲市", "US 乙市"],
    ),
    "by country and state": (
        [
            "国|州|都市|日本側",
            "アメリカ|オレゴン州|甲市|札幌市",
            "||乙市|札幌市",
            "|ハワイ州|丙市|札幌市",
            "カナダ||丁市|札幌市",
            "|アルバータ州|戊市|札幌市",
        ],
        [
            "US オレゴン州 甲市",
            "US オレゴン州 乙市",
            "US ハワイ州 丙市",
            "CA 丁市",
            "CA アルバータ州 戊市",
        ],
    ),
    "by state": (
        ["州|都市|日本側", "オレゴン州|甲市|札幌市", "|乙市|札幌市"],
        ["None オレゴン州 甲市", "None オレゴン州 乙市"],
    ),
    "a country that is not known": (
        ["国|都市|日本側", "アトランティス|甲市|札幌市", "|乙市|札幌市"],
        ["None 甲市", "None 乙市"],
    ),
    "not behind the partner": (
        ["都市|国|日本側", "甲市|アメリカ|札幌市", "乙市||札幌市"],
        ["US 甲市", "None 乙市"],
    ),
    "not behind the Japanese side": (
        ["日本側|国|都市", "札幌市|アメリカ|甲市", "函館市||乙市"],
        ["US 甲市", "None 乙市"],
    ),
}


@pytest.mark.parametrize(("lines", "partners"), GROUPED.values(), ids=GROUPED)
def test_columns_of_countries_to_the_left_of_both_sides_group_the_rows(
    lines: list[str], partners: list[str]
) -> None:
    found = ledger(*lines)
    sides = [record["overseas"][0] for _, record in found.records]
    assert [" ".join([str(side["country"]), *side["divisions"]]) for side in sides] == partners


RELATIONS = {
    "left of both sides": (
        ["区分|日本側|海外側", "姉妹都市|札幌市|甲市", "|札幌市|乙市"],
        "姉妹都市",
    ),
    "left of both sides, marked": (
        ["区分|日本側|海外側", "【姉妹都市】|札幌市|甲市", "|札幌市|乙市"],
        "【姉妹都市】",
    ),
    "partners in another word": (
        ["区分|日本側|海外側", "パートナーシティ|札幌市|甲市", "|札幌市|乙市"],
        "パートナーシティ",
    ),
    "others": (["区分|日本側|海外側", "その他|札幌市|甲市", "|札幌市|乙市"], "その他"),
    "between the sides": (["日本側|区分|海外側", "札幌市|姉妹都市|甲市", "札幌市||乙市"], None),
    "no relation": (["区分|日本側|海外側", "要確認|札幌市|甲市", "|札幌市|乙市"], None),
    "another country": (
        ["区分|国|日本側|海外側", "姉妹都市|米国|札幌市|甲市", "|中国|札幌市|乙市"],
        "姉妹都市",
    ),
}


@pytest.mark.parametrize(("lines", "relation"), RELATIONS.values(), ids=RELATIONS)
def test_a_column_of_relations_to_the_left_of_both_sides_groups_the_rows(
    lines: list[str], relation: str | None
) -> None:
    found, _ = entries(*lines)
    assert found[1].texts.get("relation") == relation


# What stands in 州 | 海外側 | 提携, and the partner; "" where there is none.
STATES = {
    "a state alone": ("アルバータ州||1980年", "アルバータ州"),
    "a city in it": ("アルバータ州|甲市|1980年", "甲市"),
    "no date": ("アルバータ州||", ""),
    "no date but a mark": ("アルバータ州||－", ""),
    "a city that is said not to be": ("アルバータ州|なし|1980年", ""),
    "no state": ("－||1980年", ""),
}


@pytest.mark.parametrize(("cells", "partner"), STATES.values(), ids=STATES)
def test_a_state_with_a_date_is_the_partner_where_no_city_is_named(
    cells: str, partner: str
) -> None:
    found = read(f"日本側|州|海外側|提携\n北海道|{cells}".replace("|", ",").encode())
    sides = [record["overseas"][0] for _, record in found.records]
    assert [side["name"] for side in sides] == ([partner] if partner else [])
    assert all(len(side["divisions"]) == len({*side["divisions"]}) for side in sides)
    assert found.passed.without_partner == (not partner)


@pytest.mark.parametrize("cells", ["岩手県|－|雲南省", "|-|雲南省", "|None|雲南省", "|N/A|雲南省"])
def test_a_row_that_says_it_has_no_city_is_of_the_prefecture(cells: str) -> None:
    lines = ["都道府県|市町村|海外側", "岩手県|盛岡市|甲市", cells]
    found = ledger(*lines)
    names = [record["japan"][0]["name"] for _, record in found.records]
    assert (names, found.problems) == (["岩手県盛岡市", "岩手県"], [])


@pytest.mark.parametrize("cell", ["－", "なし", "N/A", "?", "…", "#N/A"])
def test_without_a_prefecture_it_is_left_out_with_a_problem(cell: str) -> None:
    lines = ["市町村|海外側", "盛岡市|甲市", f"{cell}|雲南省"]
    found = ledger(*lines)
    assert [record["overseas"][0]["name"] for _, record in found.records] == ["甲市"]
    assert [*found.left_out] == [3]
    assert "日本側がありません" in str(found.problems[-1])


@pytest.mark.parametrize(
    "cell",
    ["未締結", "未定", "なし（交流のみ）", "締結なし", "締結していない", "国内のみ", "ありません"],
)
def test_a_cell_may_say_that_there_is_no_agreement(cell: str) -> None:
    found = read(f"日本側,海外側,国\n札幌市,{cell},\n函館市,甲市,\n".encode())
    assert [record["overseas"][0]["name"] for _, record in found.records] == ["甲市"]
    assert found.passed.without_partner == 1


# What stands below 静岡県 | 浙江省 | 中国 | 友好提携 | 1982年 in a row without a partner, and the
# partner, the relation and the date of its agreement; None where it is none.
SAME_PARTNER = {
    "another agreement": ("|||経済交流覚書|2001/5/1|", "CN 浙江省 経済交流覚書 2001/5/1"),
    "a date alone, as of the list": ("||||2001/5/1|", None),
    "a word without a date, as of a wrapped line": ("|||経済交流覚書||", None),
    "what is not known beside it": ("||||2001/5/1|50", None),
    "a country of its own": ("||韓国||2001/5/1|", None),
    "a partner that is said not to be": ("|なし|||2001/5/1|", None),
    "the next line of the agreement": ("|||に関する覚書||", None),
    "a remark on the date": ("||||令和6年4月1日現在|", None),
    "behind a blank row": ("|||||↵||||2001/5/1|", None),
}


@pytest.mark.parametrize(("below", "agreement"), SAME_PARTNER.values(), ids=SAME_PARTNER)
def test_a_row_with_a_date_and_an_agreement_alone_is_another_one_with_the_partner_above(
    below: str, agreement: str | None
) -> None:
    lines = [
        "自治体|提携先|国|種類|提携日|人口",
        "静岡県|浙江省|中国|友好提携|1982年|",
        *below.split("↵"),
    ]
    found = ledger(*lines)
    shown = []
    for _, record in found.records[1:]:
        [side], date = record["overseas"], record["date"] or {"text": None}
        shown.append(f"{side['country']} {side['name']} {record['relation']} {date['text']}")
    assert shown == ([agreement] if agreement else [])
    assert all(record["japan"][0]["name"] == "静岡県" for _, record in found.records)
    assert found.problems == []


def test_a_date_in_parts_may_be_that_of_another_agreement_with_the_partner_above() -> None:
    lines = ["自治体|提携先|種類|年|月|日", "静岡県|浙江省||1982|4|20", "||交流協定|2001|5|1"]
    found = ledger(*lines)
    assert [record["date"]["start"] for _, record in found.records] == ["1982-04-20", "2001-05-01"]


def test_a_date_below_several_partners_is_that_of_none() -> None:
    lines = ["自治体|姉妹都市|友好都市|提携日", "札幌市|甲市|乙市|", "|||2001年"]
    found = ledger(*lines)
    assert [row for row, _ in found.records] == [2, 2]


def test_it_is_known_which_cells_are_those_of_a_row_above() -> None:
    found, _ = entries("県名|市町村|海外側", "北海道|札幌市|上海市", "|函館市|天津市")
    assert [entry.inherited for entry in found] == [frozenset(), {"prefecture"}]


def test_cells_that_a_workbook_merges_are_no_cells_of_the_row() -> None:
    rows = table("日本側|海外側|提携", "札幌市|上海市|1990年", "札幌市||", "札幌市|リヨン市|")
    rows[2] = rows[2]._replace(merged=frozenset({0}))
    rows[3] = rows[3]._replace(merged=frozenset({0}))
    found, passed = entries_of(rows, columns_of(rows, {}))
    assert [entry.row.number for entry in found] == [2, 4]
    assert passed == Passed(headings=1, blank=1)


def test_a_number_merged_over_rows_is_that_of_the_first() -> None:
    rows = table("番号|日本側|海外側", "1|札幌市|上海市", "1|札幌市|リヨン市")
    rows[2] = rows[2]._replace(merged=frozenset({0, 1}))
    found, _ = entries_of(rows, columns_of(rows, {}))
    assert [entry.texts.get("id") for entry in found] == ["1", None]


def test_a_section_may_be_the_japanese_side_that_no_column_holds() -> None:
    lines = [
        "提携先,国,提携",
        "【札幌市】,,",
        "甲市,米国,",
        "アジア,,",
        "乙市,中国,",
        "国際交流協会,,",
        "■函館市,,",
        "丙市,米国,",
    ]
    found = read("\n".join(lines).encode())
    names = [record["japan"][0]["name"] for _, record in found.records]
    assert names == ["北海道札幌市", "北海道札幌市", "北海道函館市"]
    assert found.problems == []


def test_rows_know_the_section_they_stand_in() -> None:
    found, _ = entries(
        "日本側|海外側|提携",
        "札幌市|上海市|1990年",
        "カナダ||",
        "札幌市|バーナビー市|1990年",
        "欧州||",
        "札幌市|リヨン市|1990年",
    )
    assert [entry.section.heading for entry in found] == ["", "カナダ", "欧州"]


def test_a_partner_in_a_further_column_is_that_of_a_row_without_one_in_the_first() -> None:
    lines = ["日本側|姉妹都市|友好都市", "札幌市|上海市|", "函館市||天津市", "小樽市|なし|－"]
    assert parties(*lines) == [(2, "", "札幌市", "上海市"), (3, "", "函館市", "天津市")]


# Headings of partners of which a row names two, and what is said of the second.
UNCLEAR = {
    "one heading twice": ("姉妹都市|姉妹都市", "2 行目 姉妹都市2「瀋陽市」: "),
    "one country twice": ("アメリカ|アメリカ側", "2 行目 アメリカ側「瀋陽市」: "),
    "the same in full": ("姉妹都市|海外姉妹都市名", ""),
    "the same in English": ("姉妹都市|姉妹都市名（英語）", ""),
    "the same in another language": ("姉妹都市|Sister City", ""),
    "the whole name": ("姉妹都市|提携先", ""),
    "one heading twice that may be of anything": ("提携先|提携先", ""),
}


@pytest.mark.parametrize(
    "cell",
    ["〇", "○", "有り", "該当", "なし", "同上", "友好都市", "ポートランド", " 米国"],
)
def test_a_mark_or_the_same_partner_in_a_further_column_is_no_other(cell: str) -> None:
    found = read(f"日本側,姉妹都市,友好都市\n札幌市,ポートランド市（米国）,{cell}".encode())
    assert (len(found.records), found.problems) == (1, [])


@pytest.mark.parametrize(("headings", "beginning"), UNCLEAR.values(), ids=UNCLEAR)
def test_a_second_name_that_may_be_that_of_the_same_partner_is_kept(
    headings: str, beginning: str
) -> None:
    found = read(f"日本側|{headings}\n札幌市|ポートランド市|瀋陽市".replace("|", ",").encode())
    assert len(found.problems) == bool(beginning)
    assert all(str(problem).startswith(beginning) for problem in found.problems)
    [(_, only)] = found.records
    assert only["overseas"][0]["name"] == "ポートランド市"
    assert [*only["other"].values()] == ["瀋陽市"]


# Headings of a table, a row of it with several partners, and what is said of each partner: its
# name, country, date, and what is kept.
SEVERAL = {
    "two kinds": ("姉妹都市|友好都市", "甲市|乙市", ["甲市 - - {}", "乙市 - - {}"]),
    "two kinds with 名": ("姉妹都市名|友好都市名", "甲市|乙市", ["甲市 - - {}", "乙市 - - {}"]),
    "overseas": ("海外姉妹都市|海外友好都市等", "甲市|乙市", ["甲市 - - {}", "乙市 - - {}"]),
    "numbers": ("姉妹都市1|姉妹都市２", "甲市|乙市", ["甲市 - - {}", "乙市 - - {}"]),
    "numbers in circles": ("提携先①|提携先②", "甲市|乙市", ["甲市 - - {}", "乙市 - - {}"]),
    "one heading with columns of its own": (
        "提携先|国|提携先|国",
        "甲市|アメリカ|乙市|中国",
        ["甲市 US - {}", "乙市 CN - {}"],
    ),
    "countries": ("アメリカ|中国", "甲市|乙市", ["甲市 US - {}", "乙市 CN - {}"]),
    "three": (
        "アメリカ|中国|韓国",
        "甲市（1990年）||丙市（1992年）",
        ["甲市 US 1990 {}", "丙市 KR 1992 {}"],
    ),
    "other countries": (
        "アメリカ|中国|その他",
        "甲市||乙市（モンゴル・1991年）",
        ["甲市 US - {}", "乙市 MN 1991 {}"],
    ),
    "others beside kinds": (
        "姉妹都市|友好都市|その他",
        "||乙市（モンゴル）",
        ["乙市 MN - {}"],
    ),
    "another one by its kind": ("アメリカ|その他", "|丙市", ["丙市 - - {}"]),
    "other countries alone": ("アメリカ|その他", "|乙市（モンゴル）", ["乙市 MN - {}"]),
    "each with columns of its own": (
        "国|姉妹都市|提携日|国|友好都市|提携日",
        "アメリカ|甲市|1990年|中国|乙市|1991年",
        ["甲市 US 1990 {}", "乙市 CN 1991 {}"],
    ),
    "a date of its own that is blank": (
        "姉妹都市|提携日|友好都市|提携日",
        "甲市|1990年|乙市|",
        ["甲市 - 1990 {}", "乙市 - - {}"],
    ),
    "a date of either": (
        "姉妹都市|友好都市|提携日",
        "甲市|乙市|1990年",
        ["甲市 - 1990 {'友好都市': '乙市'}"],
    ),
    "a country of either": (
        "国|姉妹都市|友好都市",
        "アメリカ|甲市|乙市",
        ["甲市 US - {'友好都市': '乙市'}"],
    ),
    "no country in its cell": ("国|提携先|中国", "|甲市|乙市", ["甲市 - - {}", "乙市 CN - {}"]),
    "a date in place of a partner": (
        "姉妹都市|友好都市",
        "甲市|1990年5月1日",
        ["甲市 - - {'友好都市': '1990年5月1日'}"],
    ),
    "what is of the row": (
        "姉妹都市|友好都市|備考|人口",
        "甲市|乙市|注|5",
        ["甲市 - - {'人口': '5'}", "乙市 - - {'人口': '5'}"],
    ),
    "a date beside a partner that is not there": (
        "姉妹都市|提携日|友好都市|提携日",
        "なし|1990年|乙市|1991年",
        ["乙市 - 1991 {'提携日': '1990年'}"],
    ),
}


@pytest.mark.parametrize(("headings", "cells", "agreements"), SEVERAL.values(), ids=SEVERAL)
def test_a_row_with_several_partners_is_an_agreement_with_each(
    headings: str, cells: str, agreements: list[str]
) -> None:
    found = read(f"日本側|{headings}\n札幌市|{cells}".replace("|", ",").encode())
    shown = []
    for row, record in found.records:
        [side], date = record["overseas"], record["date"] or {"start": None}
        assert (row, record["japan"][0]["name"]) == (2, "北海道札幌市")
        year = (date["start"] or "-")[:4]
        shown.append(f"{side['name']} {side['country'] or '-'} {year} {record['other']}")
    assert shown == agreements
    is_unclear = len(agreements) == 1 and "なし" not in cells and "その他" not in headings
    assert len(found.problems) == is_unclear


def test_two_tables_side_by_side_have_their_own_japanese_sides() -> None:
    lines = (
        "番号|日本側|海外側|番号|日本側|海外側",
        "1|札幌市|甲市|4|函館市|乙市",
        "2||丙市|5|旭川市|丁市",
        "3|小樽市|戊市|||",
    )
    found = ledger(*lines)
    shown = sorted(
        (each["id"], each["japan"][0]["name"], each["overseas"][0]["name"])
        for _, each in found.records
    )
    assert shown == [
        (1, "北海道札幌市", "甲市"),
        (2, "北海道札幌市", "丙市"),
        (3, "北海道小樽市", "戊市"),
        (4, "北海道函館市", "乙市"),
        (5, "北海道旭川市", "丁市"),
    ]
    assert [each["other"] for _, each in found.records] == [{}] * 5


def test_the_rows_of_each_table_have_what_stands_above_them_in_it() -> None:
    lines = (
        "日本側|海外側|日本側|海外側",
        "札幌市|甲市|函館市|乙市",
        "小樽市|丙市||丁市",
        "||旭川市|戊市",
        "|己市||",
    )
    found = ledger(*lines)
    shown = {
        each["overseas"][0]["name"]: each["japan"][0]["municipality"] for _, each in found.records
    }
    assert shown == {
        "甲市": "札幌市", "乙市": "函館市", "丙市": "小樽市", "丁市": "函館市", "戊市": "旭川市",
        "己市": "小樽市",
    }  # fmt: skip


def test_another_heading_of_japan_makes_no_second_table() -> None:
    lines = "自治体|姉妹都市|市町村|友好都市\n札幌市|甲市|函館市|乙市".replace("|", ",").encode()
    found = read(lines)
    assert [each["japan"][0]["municipality"] for _, each in found.records] == ["札幌市"] * 2


def test_the_japanese_side_of_a_section_is_that_of_all_partners() -> None:
    lines = "姉妹都市|友好都市|提携\n札幌市||\n甲市|乙市|".replace("|", ",").encode()
    found = read(lines)
    assert [each["japan"][0]["municipality"] for _, each in found.records] == ["札幌市"] * 2


def test_a_remark_ends_nothing() -> None:
    found, _ = entries(
        "国|州|日本側|海外側|備考", "米国|オレゴン州|札幌市|甲市|", "※令和5年現在||||",
        "||函館市|乙市|", "||||注", "||小樽市|丙市|", "|ワシントン州|||", "||旭川市|丁市|",
    )  # fmt: skip
    assert [entry.texts.get("country") for entry in found] == ["米国"] * 4
    assert [entry.texts.get("divisions") for entry in found][2:] == ["オレゴン州", "ワシントン州"]


def test_no_city_is_no_side_of_further_partners() -> None:
    lines = "市町村|姉妹都市|友好都市", "札幌市|甲市|", "－|丙市|丁市", "|戊市|己市"
    found = ledger(*lines)
    assert [each["japan"][0]["name"] for _, each in found.records] == ["北海道札幌市"]
    assert [*found.left_out] == [3, 4]


def test_a_section_ends_what_the_rows_above_it_say() -> None:
    found, _ = entries(
        "区分|国|日本側|海外側", "姉妹都市|米国|札幌市|甲市", "友好都市|||", "||函館市|乙市",
        "その他|||", "|中国|小樽市|丙市",
    )  # fmt: skip
    assert [entry.texts.get("relation") for entry in found] == ["姉妹都市", "友好都市", "その他"]
    assert [entry.texts.get("country") for entry in found] == ["米国", None, "中国"]


KINDS = {
    "two kinds": (["日本側|姉妹都市|友好都市", "札幌市|甲市|乙市"], ["姉妹都市", "友好都市"]),
    "the second alone": (["日本側|姉妹都市|友好都市", "札幌市||乙市"], ["友好都市"]),
    "a kind and others": (["日本側|姉妹都市|その他", "札幌市|甲市|乙市"], ["姉妹都市", None]),
    "two of one kind": (["日本側|姉妹都市1|姉妹都市2", "札幌市|甲市|乙市"], [None, None]),
    "one column": (["日本側|姉妹都市", "札幌市|甲市"], [None]),
    "a kind that is one": (
        ["日本側|種類|姉妹都市|友好都市", "札幌市|交流都市|甲市|"],
        ["交流都市"],
    ),
    "a cell of its own": (
        ["日本側|関係|姉妹都市|友好都市", "札幌市|交流都市|甲市|"],
        ["交流都市"],
    ),
}


@pytest.mark.parametrize(("lines", "relations"), KINDS.values(), ids=KINDS)
def test_headings_of_several_kinds_of_partners_give_the_relation(
    lines: list[str], relations: list[str | None]
) -> None:
    found = ledger(*lines)
    assert [record["relation"] for _, record in found.records] == relations


def test_the_columns_of_all_partners_are_said_to_be_understood() -> None:
    found = read("日本側,姉妹都市,提携日,友好都市,提携日,人口\n札幌市,甲市,,乙市,,5".encode())
    first, second = understood(found)
    assert (
        "姉妹都市 → 海外側、提携日 → 提携年月日、友好都市 → 海外側、提携日2 → 提携年月日" in first
    )
    assert "（人口）" in second


@pytest.mark.parametrize("cell", ["12", "1,234", "12人", "https://example.jp/", "a@example.jp"])
def test_a_number_or_an_address_under_a_country_is_no_partner(cell: str) -> None:
    found = read(f'日本側,提携先,アメリカ\n札幌市,甲市,"{cell}"'.encode())
    [(_, only)] = found.records
    assert only["other"] == {"アメリカ": cell}
    assert found.problems == []
    alone = read(f'日本側,提携先,アメリカ\n札幌市,,"{cell}"'.encode())
    assert (alone.records, alone.passed.without_partner) == ([], 1)


def test_a_remark_under_other_countries_is_kept() -> None:
    lines = ["日本側,アメリカ,その他", "札幌市,甲市,市民の交流あり", "函館市,,市民の交流あり"]
    found = read("\n".join(lines).encode())
    assert [record["other"] for _, record in found.records] == [{"その他": "市民の交流あり"}]
    assert found.passed.without_partner == 1


def test_the_same_in_another_language_with_its_country_is_no_other_partner() -> None:
    lines = ["日本側,姉妹都市,国,Sister City,Country", "札幌市,甲市,アメリカ,Portland,USA"]
    found = read("\n".join(lines).encode())
    assert [record["other"] for _, record in found.records] == [
        {"Sister City": "Portland", "Country": "USA"}
    ]


def test_agreements_of_one_row_have_numbers_behind_those_of_all_rows() -> None:
    lines = ["番号,日本側,姉妹都市,友好都市", "5,札幌市,甲市,乙市", "9,函館市,丙市,丁市"]
    found = read("\n".join(lines).encode())
    names = [(record["id"], record["overseas"][0]["name"]) for _, record in found.records]
    assert names == [(5, "甲市"), (10, "乙市"), (9, "丙市"), (11, "丁市")]
    assert (found.problems, found.left_out) == ([], [])


def test_a_ditto_mark_in_a_further_column_names_the_partner_above() -> None:
    lines = ["日本側,姉妹都市,友好都市", "札幌市,甲市,乙市", "函館市,,〃", "小樽市,丙市,〃"]
    found = read("\n".join(lines).encode())
    names = [(row, record["overseas"][0]["name"]) for row, record in found.records]
    assert names == [(2, "甲市"), (2, "乙市"), (3, "乙市"), (4, "丙市"), (4, "乙市")]


def test_a_partner_alone_in_its_row_stands_beside_the_side_above() -> None:
    lines = ["日本側,姉妹都市,友好都市", "札幌市,甲市,乙市", ",,丙市", ",丁市,"]
    found = read("\n".join(lines).encode())
    names = [(row, record["overseas"][0]["name"]) for row, record in found.records]
    assert names == [(2, "甲市"), (2, "乙市"), (3, "丙市"), (4, "丁市")]


@pytest.mark.parametrize("mark", ["○", "〇", "●", "✓"])
def test_a_mark_in_the_first_column_of_partners_is_none(mark: str) -> None:
    found = read(f"日本側,姉妹都市,友好都市,提携先\n札幌市,{mark},,甲市".encode())
    assert [record["overseas"][0]["name"] for _, record in found.records] == ["甲市"]


def test_like_headings_may_be_repeated_below() -> None:
    headings = "日本側|提携先|国|提携先|国"
    found, passed = entries(headings, "札幌市|甲市|米国|乙市|中国", headings, "函館市|丙市|米国||")
    assert [entry.row.number for entry in found] == [2, 2, 4]
    assert passed.headings == 2


# Headings, and a row below them that means the same, or does not.
REPEATED = {
    "another word": ("都市名|州|市町村名|提携日", "都市名|省|市町村名|締結年月日", 2),
    "some of them": ("都市名|州|市町村名|提携日", "都市名|省||", 2),
    "a country for another": ("日本側|カナダ|提携日", "日本側|中国|提携日", 1),
    "a name among them": ("都市名|州|市町村名|提携日", "都市名|省|札幌市|提携日", 1),
    "those of another table": ("市町村名|国名|都市名|提携日", "市町名|相手国|相手先|締結日", 2),
    "in another order": ("市町村名|国名|都市名|提携日", "相手先|相手国|市町名|締結日", 1),
    "another language": ("米国側|日本側|提携年", "U.S.|Japan|Year", 2),
}


@pytest.mark.parametrize(("headings", "row", "count"), REPEATED.values(), ids=REPEATED)
def test_headings_repeated_below_may_be_in_other_words(headings: str, row: str, count: int) -> None:
    _, passed = entries(headings, row)
    assert passed.headings == count


def test_a_row_of_which_one_agreement_is_read_is_not_left_out() -> None:
    found = read("日本側,姉妹都市,友好都市\n札幌市,甲市,倉敷市（日本）".encode())
    assert [record["overseas"][0]["name"] for _, record in found.records] == ["甲市"]
    assert found.left_out == []
    assert len(found.problems) == 1


def test_the_column_of_countries_goes_before_the_heading_of_a_further_column() -> None:
    found = read("日本側,国,中国,韓国\n札幌市,北朝鮮,,甲市\n函館市,,,乙市".encode())
    assert [record["overseas"][0]["country"] for _, record in found.records] == ["KP", "KR"]


def test_a_table_of_both_sides_in_one_column_has_its_partners_there() -> None:
    rows = table("番号|組合せ|提携", "1|群馬県:高雄市|2013年", "2|なし|2014年")
    found, passed = entries_of(rows, columns_of(rows, {"japan": "組合せ"}))
    assert [entry.row.number for entry in found] == [2]
    assert passed.without_partner == 1


@pytest.mark.parametrize("mark", ["〃", "同上", "″", " 〃 ", "同", "↑", "上記に同じ", "ditto"])
def test_a_ditto_mark_says_what_the_cell_above_says(mark: str) -> None:
    found, _ = entries(
        "日本側|海外側|国|提携", "札幌市|瀋陽市|中国|1980年", f"{mark}|大田市|韓国|{mark}",
        f"函館市|天津市|{mark}|{mark}",
    )  # fmt: skip
    assert [entry.texts for entry in found[1:]] == [
        {"japan": "札幌市", "overseas": "大田市", "country": "韓国", "date": "1980年"},
        {"japan": "函館市", "overseas": "天津市", "country": "韓国", "date": "1980年"},
    ]


def test_a_ditto_mark_below_nothing_stays_as_it_is() -> None:
    found, _ = entries("日本側|海外側|国", "〃|瀋陽市|〃")
    assert found[0].texts == {"japan": "〃", "overseas": "瀋陽市", "country": "〃"}


MERGED_PARTNERS = {
    "beside another Japanese side": (
        "豪州側|日本側|提携",
        ["ブリスベン市|神戸市|1985年", "|いわき市|1991年"],
        ["ブリスベン市", "ブリスベン市"],
    ),
    "several": (
        "豪州側|日本側|提携",
        ["ブリスベン市|神戸市|1985年", "|いわき市|1991年", "|柏市|1992年"],
        ["ブリスベン市"] * 3,
    ),
    "with the state": (
        "州|豪州側|日本側|提携",
        ["ビクトリア州|ジーロング市|泉大津市|1992年", "||柏市|1993年"],
        ["ビクトリア州 ジーロング市"] * 2,
    ),
    "a date in parts": (
        "提携先|日本側|年|月|日",
        ["ハルビン市|新潟市|1979|12|17", "|旭川市|1995|11|21"],
        ["ハルビン市", "ハルビン市"],
    ),
    "without dates in the list": (
        "提携先|日本側|備考",
        ["ハルビン市|新潟市|", "|旭川市|"],
        ["ハルビン市", "ハルビン市"],
    ),
    "beside a prefecture": (
        "省|市|都道府県|市町村|締結日",
        ["遼寧省||神奈川県||1983年", "||富山県||1984年"],
        ["遼寧省", "遼寧省"],
    ),
    "a sign in place of the date": (
        "豪州側|日本側|提携",
        ["ブリスベン市|神戸市|1985年", "|柏市|―"],
        ["ブリスベン市"],
    ),
    "where a remark says that there is none": (
        "豪州側|日本側|備考",
        ["ブリスベン市|神戸市|", "|柏市|提携なし"],
        ["ブリスベン市"],
    ),
    "a plan": (
        "豪州側|日本側|提携",
        ["ブリスベン市|神戸市|1985年", "|柏市|2030年予定"],
        ["ブリスベン市"],
    ),
    "no government": ("豪州側|日本側", ["ブリスベン市|神戸市", "|調査：国際課"], ["ブリスベン市"]),
    "in another column of partners": (
        "姉妹都市|友好都市|日本側|提携",
        ["シアトル市||神戸市|1957年", "|天津市|神戸市|1973年"],
        ["シアトル市", "天津市"],
    ),
    "in an unknown column": (
        "Council|Town in Wales|Japanese Partner|Date",
        ["Conwy|Conwy|Himeji City|2019", "Wales||Oita Prefecture|2022"],
        ["Conwy"],
    ),
    "without its date": (
        "豪州側|日本側|提携",
        ["ブリスベン市|神戸市|1985年", "|柏市|"],
        ["ブリスベン市"],
    ),
    "where it says that there is none": (
        "豪州側|日本側|提携",
        ["ブリスベン市|神戸市|1985年", "－|柏市|1991年"],
        ["ブリスベン市"],
    ),
    "to the right of the Japanese side": (
        "日本側|豪州側|提携",
        ["神戸市|ブリスベン市|1985年", "柏市||1991年"],
        ["ブリスベン市"],
    ),
    "below a section": (
        "豪州側|日本側|提携",
        ["ブリスベン市|神戸市|1985年", "【町】||", "|柏市|1991年"],
        ["ブリスベン市"],
    ),
}


@pytest.mark.parametrize(
    ("headings", "lines", "partners"), MERGED_PARTNERS.values(), ids=MERGED_PARTNERS
)
def test_a_blank_partner_to_the_left_of_a_japanese_side_is_merged_with_the_one_above(
    headings: str, lines: list[str], partners: list[str]
) -> None:
    found = ledger(headings, *lines)
    sides = [record["overseas"][0] for _, record in found.records]
    assert [" ".join(side["divisions"]) for side in sides] == partners
    assert found.passed.without_partner == len(lines) - len(partners) - found.passed.sections


@pytest.mark.parametrize("cell", ["35市町村", "20か国", "80件", "12団体"])
def test_a_row_of_numbers_of_governments_or_countries_is_a_total(cell: str) -> None:
    found = ledger("日本側|海外側|備考", "札幌市|瀋陽市|", f"{cell}|8|")
    assert (len(found.records), found.passed.totals) == (1, 1)


def test_a_number_of_them_beside_an_agreement_is_no_total() -> None:
    found = ledger("提携数|日本側|海外側", "2都市|札幌市|瀋陽市", "||天津市", "1件|函館市|大連市")
    names = [record["japan"][0]["name"] for _, record in found.records]
    assert names == ["北海道札幌市", "北海道札幌市", "北海道函館市"]
