"""Dates that stand in several cells, and years that stand under 提携年度."""

from typing import Any

import pytest
from tables import ledger, table

from koryu_cli.ledger.assignment import columns_of
from koryu_cli.ledger.date_parts import joined, with_era_of
from koryu_cli.ledger.reading import read
from koryu_cli.ledger.summary import understood

# Headings of columns beside 自治体 and 相手先, what stands in them, and the date that it is.
DATES = {
    "年 月 日": ("年|月|日", "昭和34|11|17", "昭和34年11月17日", "day"),
    "Gregorian": ("年|月|日", "1959|11|17", "1959年11月17日", "day"),
    "units in the cells": ("年|月|日", "平成22年|10月|22日", "平成22年10月22日", "day"),
    "元": ("年|月|日", "平成元|1|8", "平成元年1月8日", "day"),
    "full width": ("年|月|日", "Ｓ３４|１１|１７", "Ｓ３４年１１月１７日", "day"),
    "no day": ("年|月|日", "昭和55|11|", "昭和55年11月", "month"),
    "a day that is not known": ("年|月|日", "昭和55|11|－", "昭和55年11月", "month"),
    "a year alone": ("年|月|日", "昭和55||", "昭和55年", "year"),
    "numbers of a database": ("年|月|日", "1980.0|11.0|18.0", "1980年11月18日", "day"),
    "both calendars": ("年|月|日", "昭和55(1980)|11|18", "昭和55(1980)年11月18日", "day"),
    "a whole date in the first": ("年|月|日", "昭和55年11月18日||", "昭和55年11月18日", "day"),
    "an era of its own": ("元号|年|月|日", "昭和|34|11|17", "昭和34年11月17日", "day"),
    "whose date it is": ("提携年|提携月|提携日", "昭和34|11|17", "昭和34年11月17日", "day"),
    "said once": ("締結年|月|日", "昭和34|11|17", "昭和34年11月17日", "day"),
    "年 月": ("提携年|提携月", "昭和34|11", "昭和34年11月", "month"),
    "年 月日": ("年|月日", "昭和34|11月17日", "昭和34年11月17日", "day"),
    "年 月日 with a mark": ("年|月日", "昭和34|11/17", "昭和34年11月17日", "day"),
    "English": ("Year|Month|Day", "1959|11|17", "1959年11月17日", "day"),
    "the day first": ("Day|Month|Year", "17|11|1959", "1959年11月17日", "day"),
    "the month first": ("Month|Day|Year", "11|17|1959", "1959年11月17日", "day"),
    "a month in words": ("Month|Day|Year", "November|17|1959", "1959 November 17", "day"),
    "a month in short": ("Year|Month|Day", "1959|Nov.|", "1959 Nov.", "month"),
    "西暦 月 日": ("西暦|月|日", "1959|11|17", "1959年11月17日", "day"),
    "締結年 in brackets": ("締結年（西暦）|締結月|締結日", "1959|11|17", "1959年11月17日", "day"),
    "units in brackets": (
        "提携日（年）|提携日（月）|提携日（日）",
        "S34|11|17",
        "S34年11月17日",
        "day",
    ),
    "the era under 和暦": ("和暦|年|月|日", "昭和|34|11|17", "昭和34年11月17日", "day"),
    "a whole date without units": ("年|月|日", "1959/11/17||", "1959/11/17", "day"),
    "one heading above three columns": ("提携年月日||", "昭和34|11|17", "昭和34年11月17日", "day"),
    "one above four": ("提携年月日|||", "平成|元|1|８日", "平成元年1月８日", "day"),
    "one above two": ("提携年月日|", "昭和34年11月17日|", "昭和34年11月17日", "day"),
    "both calendars in columns": (
        "西暦|和暦|月日",
        "1980|昭和55|11月18日",
        "1980年（昭和55年）11月18日",
        "day",
    ),
    "the era first": ("和暦|西暦|月|日", "S55|1980|11|18", "S55年（1980年）11月18日", "day"),
    "of the agreement in both": (
        "提携年（西暦）|提携年（和暦）|提携月|提携日",
        "1980年|昭和55年|11月|18日",
        "1980年（昭和55年）11月18日",
        "day",
    ),
    "one calendar left out": ("西暦|和暦|月日", "1980||11月18日", "1980年11月18日", "day"),
    "the other one left out": ("西暦|和暦|月日", "|昭和55|11月18日", "昭和55年11月18日", "day"),
    "the era before the date": ("年号|提携年月日", "昭和|34.11.17", "昭和34.11.17", "day"),
    "the letter of the era": ("元号|提携日", "Ｓ|34年11月", "Ｓ34年11月", "month"),
    "the era before 元": ("和暦|締結日", "平成|元.12.8", "平成元.12.8", "day"),
    "the era before the year": ("年号|提携年", "昭和|三十四", "昭和三十四", "year"),
    "the era in the heading": ("提携年月日(昭和)", "34.11.17", "昭和34.11.17", "day"),
    "an era in the cell": ("提携年月日（昭和）", "平成2.11.17", "平成2.11.17", "day"),
    "a year of the other calendar": ("提携年月日（昭和）", "1959.11.17", "1959.11.17", "day"),
    "the year under 年": ("年", "1980", "1980", "year"),
    "the era's year under 年": ("年", "平成22", "平成22", "year"),
    "提携年度": ("提携年度", "2010", "2010年度", "fiscal_year"),
    "提携年度 with 年": ("提携年度", "平成22年", "平成22年度", "fiscal_year"),
    "提携年度 said again": ("提携年度", "H22年度", "H22年度", "fiscal_year"),
    "提携年度 with a remark": ("提携年度（西暦）", "2010", "2010年度", "fiscal_year"),
    "提携年度 of an era": ("提携年度（昭和）", "55", "昭和55年度", "fiscal_year"),
    "about 提携年度": ("提携年度", "平成22年頃", "平成22年頃", "year"),
    "a day under 提携年度": ("提携年度", "平成22年5月1日", "平成22年5月1日", "day"),
}


def record(*lines: str) -> dict[str, Any]:
    [(_, only)] = ledger(*lines).records
    return only


@pytest.mark.parametrize(("headings", "cells", "text", "precision"), DATES.values(), ids=DATES)
def test_a_date_in_several_cells_is_one(
    headings: str, cells: str, text: str, precision: str
) -> None:
    found = record(f"自治体|相手先|{headings}", f"札幌市|瀋陽市|{cells}")
    assert (found["date"]["text"], found["date"]["precision"]) == (text, precision)
    assert found["other"] == {}


def test_its_headings_may_stand_below_that_of_the_date() -> None:
    found = ledger(
        "自治体|相手先|提携年月日|||備考",
        "||年|月|日|",
        "札幌市|瀋陽市|昭和55|11|18|",
        "|リヨン市|H22|10|22|",
    )
    assert [each["date"]["text"] for _, each in found.records] == [
        "昭和55年11月18日",
        "H22年10月22日",
    ]
    assert "年・月・日 → 提携年月日" in understood(found)[0]


# Upper headings and lower ones of a date that is not that of the agreement, and what is kept.
OF_ANOTHER = {
    "before it": (
        "設立|||提携年月日||",
        "年|月|日|年|月|日",
        "大正11|8|1|昭和55|11|18",
        "1980-11-18",
    ),
    "behind it": (
        "提携年月日|||設立||",
        "年|月|日|年|月|日",
        "昭和55|11|18|大正11|8|1",
        "1980-11-18",
    ),
    "alone": ("直近の訪問||", "年|月|日", "2019|5|3", None),
}


@pytest.mark.parametrize(("upper", "lower", "cells", "day"), OF_ANOTHER.values(), ids=OF_ANOTHER)
def test_the_date_of_something_else_is_kept_under_both_headings(
    upper: str, lower: str, cells: str, day: str | None
) -> None:
    found = record(f"自治体|相手先|{upper}", f"||{lower}", f"札幌市|瀋陽市|{cells}")
    assert (found["date"] and found["date"]["start"]) == day
    heading = "設立" if day else "直近の訪問"
    assert [*found["other"]] == [f"{heading}{unit}" for unit in "年月日"]


def test_a_ditto_mark_stands_for_the_part_above_it() -> None:
    rows = ["札幌市|瀋陽市|昭和55|11|18", "函館市|天津市|〃|12|1", "小樽市|大連市|〃|〃|同上"]
    found = ledger("自治体|相手先|年|月|日", *rows)
    assert [each["date"]["wareki"] for _, each in found.records] == [
        "昭和55年11月18日",
        "昭和55年12月1日",
        "昭和55年12月1日",
    ]


def test_an_era_before_dates_is_that_of_those_without_one() -> None:
    rows = ["札幌市|ポートランド市|昭和|34.11.17", "札幌市|ミュンヘン市|〃|47.8.28"]
    rows += ["函館市|天津市||不明", "札幌市|大田広域市||22.10.22"]
    found = ledger("自治体|提携先|年号|提携年月日", *rows)
    assert [each["date"] and each["date"]["wareki"] for _, each in found.records] == [
        "昭和34年11月17日",
        "昭和47年8月28日",
        None,
        None,
    ]
    assert "年号・提携年月日 → 提携年月日" in understood(found)[0]
    [problem] = found.problems
    assert (problem.row, problem.value) == (5, "22.10.22")


def test_an_era_under_another_heading_is_not_that_of_the_date() -> None:
    found = read("自治体名,提携先,時代,提携年月日\n札幌市,甲市,昭和,34.11.17".encode())
    [(_, record)] = found.records
    assert (record["date"], record["other"]["時代"]) == (
        {"text": "34.11.17", "start": None, "end": None, "precision": None, "wareki": None},
        "昭和",
    )


# An era and a date, of which it is not sure that they belong together, and the day that is read.
NOT_TOGETHER = {
    "a date with its year": ("昭和|1959.11.17", "1959-11-17"),
    "a date with its era": ("平成|H13.10.18", "2001-10-18"),
    "more than an era": ("昭和34年|34.11.17", None),
    "a day without a year": ("昭和|11月17日", None),
}


@pytest.mark.parametrize(("cells", "day"), NOT_TOGETHER.values(), ids=NOT_TOGETHER)
def test_an_era_that_is_not_surely_that_of_the_dates_is_kept(cells: str, day: str | None) -> None:
    found = record("自治体|相手先|年号|提携年月日", f"札幌市|瀋陽市|{cells}")
    assert found["date"]["start"] == day
    assert found["other"] == {"年号": cells.partition("|")[0]}


def test_what_follows_a_date_on_another_line_stays_behind_it() -> None:
    assert with_era_of("提携日（昭和）", "34.11.17\n再締結") == "昭和34.11.17\n再締結"


def test_a_date_that_is_none_in_the_era_of_its_heading_stays_as_it_is_written() -> None:
    found = ledger("自治体|相手先|提携年月日(昭和)", "札幌市|瀋陽市|34.13.17")
    assert found.records[0][1]["date"]["text"] == "34.13.17"
    assert len(found.problems) == 1


def test_a_row_of_a_form_above_the_table_is_no_row_of_headings() -> None:
    found = record(
        "記入日|年|月|日", "自治体|相手先|国|提携", "札幌市|瀋陽市|中国|昭和55年11月18日"
    )
    assert found["date"]["start"] == "1980-11-18"


# Headings, and what is kept of columns that are no parts of the date.
OTHER = {
    "a date of its own": ("提携年月日|年|月|日", {3: "年", 4: "月", 5: "日"}),
    "of something else": ("設置年|設置月|設置日", {2: "設置年", 3: "設置月", 4: "設置日"}),
    "not side by side": ("年|備考|月|日", {2: "年", 4: "月", 5: "日"}),
    "the year alone": ("年|備考", {2: "年"}),
    "an era behind": ("年|月|日|元号", {5: "元号"}),
    "the fiscal year beside the date": ("提携年度|提携年月日", {2: "提携年度"}),
    "the year beside its parts": ("西暦|元号|年|月|日", {2: "西暦"}),
    "a month and a day of something else": (
        "年|設置月|設置日",
        {2: "年", 3: "設置月", 4: "設置日"},
    ),
}


@pytest.mark.parametrize(("headings", "kept"), OTHER.values(), ids=OTHER)
def test_other_columns_are_kept(headings: str, kept: dict[int, str]) -> None:
    assert columns_of(table(f"自治体|相手先|{headings}"), {}).other == kept


NO_YEARS = {
    "years of a school": ["3年", "2年"],
    "a year and something else": ["1980", "調査中"],
    "a date": ["1980年11月18日", "1981"],
    "nothing": ["－", ""],
}


@pytest.mark.parametrize("cells", NO_YEARS.values(), ids=NO_YEARS)
def test_what_is_not_years_is_no_date_under_the_heading_of_a_year(cells: list[str]) -> None:
    found = ledger("自治体|相手先|年", *(f"札幌市|瀋陽市|{cell}" for cell in cells))
    assert [each["date"] for _, each in found.records] == [None, None]
    assert found.problems == []


def test_a_year_that_is_not_known_is_passed_over() -> None:
    found = ledger("自治体|相手先|年", "札幌市|瀋陽市|1980", "札幌市|大田広域市|－")
    assert [each["date"] and each["date"]["text"] for _, each in found.records] == ["1980", None]


def test_years_of_two_calendars_that_differ_are_a_problem() -> None:
    [problem] = ledger(
        "自治体|相手先|西暦|和暦|月日", "札幌市|瀋陽市|1980|昭和56|11月18日"
    ).problems
    assert problem.value == "1980年（昭和56年）11月18日"


OTHER_DATES = {
    "the first": ("1959.11.17|", "1959.11.17", {}),
    "the second where the first is blank": ("|1980.11.18", "1980.11.18", {}),
    "the second where the first says nothing": (
        "－|1980.11.18",
        "1980.11.18",
        {"姉妹提携日": "－"},
    ),
    "the first of both": ("1959.11.17|1980.11.18", "1959.11.17", {"友好提携日": "1980.11.18"}),
}


@pytest.mark.parametrize(("cells", "text", "other"), OTHER_DATES.values(), ids=OTHER_DATES)
def test_of_two_columns_of_dates_the_first_that_is_filled_counts(
    cells: str, text: str, other: dict[str, str]
) -> None:
    found = record("自治体|相手先|姉妹提携日|友好提携日", f"札幌市|瀋陽市|{cells}")
    assert (found["date"]["text"], found["other"]) == (text, other)


def test_the_column_that_is_said_to_hold_the_date_holds_it_alone() -> None:
    lines = "自治体|相手先|調印日|発効日\n札幌市|瀋陽市||1980年".replace("|", ",").encode()
    [(_, found)] = read(lines, columns={"date": "調印日"}).records
    assert (found["date"], found["other"]) == (None, {"発効日": "1980年"})


def test_a_state_with_the_second_date_is_the_partner() -> None:
    found = record("自治体|国|州|都市|調印日|発効日", "札幌市|米国|ハワイ州|||1990年")
    assert found["overseas"][0]["divisions"] == ["ハワイ州"]
    assert found["date"]["text"] == "1990年"


def test_a_fault_in_the_second_is_that_of_its_column() -> None:
    [problem] = ledger("自治体|相手先|調印日|発効日", "札幌市|瀋陽市||2012年13月").problems
    assert (problem.heading, problem.value) == ("発効日", "2012年13月")


def test_a_ditto_mark_in_the_second_stands_for_the_date_above() -> None:
    found = ledger("自治体|相手先|調印日|発効日", "札幌市|瀋陽市||1980年", "札幌市|大田広域市||〃")
    assert [each["date"]["text"] for _, each in found.records] == ["1980年", "1980年"]


def test_the_beginning_of_an_exchange_is_no_date_of_an_agreement_beside_it() -> None:
    lines = (
        "自治体|相手先|交流開始年|提携日",
        "札幌市|瀋陽市|1978|1980年",
        "札幌市|大田広域市|1998|",
    )
    first, second = (each for _, each in ledger(*lines).records)
    assert (first["date"]["text"], first["other"]) == ("1980年", {"交流開始年": "1978"})
    assert (second["date"], second["other"]) == (None, {"交流開始年": "1998"})
    assert record("自治体|相手先|交流開始年", "札幌市|瀋陽市|1978")["date"]["text"] == "1978"


def test_the_date_of_another_partner_in_the_row_stays_its_own() -> None:
    headings = "自治体|姉妹都市|提携日|友好都市|提携日"
    found = ledger(headings, "札幌市|ポートランド市||瀋陽市|1980年")
    assert [each["date"] and each["date"]["text"] for _, each in found.records] == [None, "1980年"]
    found = ledger(headings, "札幌市|ポートランド市||未定|1980年")
    assert [each["date"] for _, each in found.records] == [None]


def test_an_era_at_the_other_end_of_the_table_is_no_part() -> None:
    assert columns_of(table("年|月|日|自治体|相手先|元号"), {}).date_parts.keys() == {0, 1, 2}


# What stands in columns without a heading behind that of the date, and the columns of its parts.
UNNAMED = {
    "month and day": (["昭和34|11|17", "昭和41|9|"], {2: "年", 3: "月", 4: "日"}),
    "a number of another kind": (["昭和34|11|17", "昭和41|112|9"], {}),
    "a remark in one row": (["昭和34年|11|17", "1966年|＊再締結|9"], {}),
    "whole dates": (["1959/11/17|1|", "1966/9/12|2|"], {}),
    "years with eras": (["1959年|3|4", "昭和元年|5|6"], {2: "年", 3: "月", 4: "日"}),
    "nothing": (["1959/11/17||", "1966/9/12||"], {}),
}


@pytest.mark.parametrize(("cells", "parts"), UNNAMED.values(), ids=UNNAMED)
def test_columns_without_a_heading_behind_the_date_may_be_parts_of_it(
    cells: list[str], parts: dict[int, str]
) -> None:
    rows = table("自治体|相手先|提携年月日||", *(f"札幌市|瀋陽市|{each}" for each in cells))
    assert columns_of(rows, {}).date_parts == parts


PROBLEMS = {
    "no such day": ("平成2|6|31", "2 行目 年「平成2年6月31日」: "),
    "no year": ("|6|13", "2 行目 年「6月13日」: "),
    "a date of Excel's": ("昭和41|2024-09-12", "2 行目 年「昭和41年2024-09-12」: "),
    "no number": ("平成2|6|中旬", "2 行目 年「平成2年6月中旬」: "),
}


@pytest.mark.parametrize(("cells", "beginning"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_date_in_several_cells_that_is_none_is_a_problem(cells: str, beginning: str) -> None:
    headings = "年|月|日" if cells.count("|") == 2 else "年|月日"
    found = ledger(f"自治体|相手先|{headings}", f"札幌市|瀋陽市|{cells}")
    [problem] = found.problems
    assert str(problem).startswith(beginning)


def test_cells_that_say_nothing_are_no_date() -> None:
    assert record("自治体|相手先|年|月|日", "札幌市|瀋陽市|－||")["date"] is None
    assert record("自治体|相手先|年|月|日", "札幌市|瀋陽市|不明||")["date"] is None


def test_parts_have_their_units_once() -> None:
    parts = [("昭和", ""), (" 34 ", "年"), ("十一", "月"), ("17日", "日")]
    assert joined(parts) == "昭和34年十一月17日"
    assert joined([("", "年"), ("なし", "月")]) == ""
