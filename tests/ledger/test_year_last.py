"""Dates whose year stands last: their column tells which number is the day."""

import pytest
from tables import table

from koryu_cli.ledger.assignment import columns_of
from koryu_cli.ledger.reading import Ledger, read
from koryu_cli.ledger.year_last import First, first_in, with_year_first

FIRST: dict[str, tuple[list[str], First | None]] = {
    "a day beyond 12": (["16/09/1980", "05/03/1990"], "day"),
    "a day beyond 12 behind the month": (["05/03/1990", "9-16-1980"], "month"),
    "with points": (["28.08.1972", "2.3.1979"], "day"),
    "full width": (["２８／０８／１９７２"], "day"),
    "beside other dates": (["1994/5/26", "Oct 21 1957", "24.06.1959", "不明"], "day"),
    "nothing tells": (["05/03/1990", "9/3/1988"], None),
    "both are said": (["16/09/1980", "09/16/1980"], None),
    "no such day": (["16/09/1980", "31/02/1990"], None),
    "two signs": (["16/09.1980"], None),
    "no such dates": (["1994/5/26", ""], None),
}


@pytest.mark.parametrize(("texts", "first"), FIRST.values(), ids=FIRST)
def test_dates_tell_what_stands_first_in_them(texts: list[str], first: First | None) -> None:
    assert first_in(texts) == first


ISO: dict[str, tuple[str, First | None, str]] = {
    "the day first": ("05/03/1990", "day", "1990-03-05"),
    "the month first": ("05/03/1990", "month", "1990-05-03"),
    "not known": ("05/03/1990", None, "05/03/1990"),
    "the year first": ("1990/03/05", "day", "1990/03/05"),
    "words around it": ("05/03/1990 (renewed)", "day", "05/03/1990 (renewed)"),
}


@pytest.mark.parametrize(("text", "first", "date"), ISO.values(), ids=ISO)
def test_the_year_is_put_first(text: str, first: First | None, date: str) -> None:
    assert with_year_first(text, first) == date


def ledger(*dates: str) -> Ledger:
    rows = [f"Adelaide,Australia,Himeji City,{date}" for date in dates]
    return read("\n".join(["Sister City,Country,Japan,Established", *rows]).encode())


def days(found: Ledger) -> list[str | None]:
    return [record["date"]["start"] for _, record in found.records]


def test_the_dates_of_a_column_are_read_in_the_order_that_one_tells() -> None:
    found = ledger("05/03/1990", "19/04/1982", "1994/5/26")
    assert days(found) == ["1990-03-05", "1982-04-19", "1994-05-26"]
    assert found.records[0][1]["date"]["text"] == "1990-03-05"
    assert found.problems == []
    assert [*map(str, found.notices)] == [
        "Establishedの列: 年が最後に来る日付は、日・月・年の順に読みました。"
    ]


def test_the_month_may_stand_first() -> None:
    found = ledger("05/03/1990", "04/19/1982")
    assert days(found) == ["1990-05-03", "1982-04-19"]
    assert "月・日・年の順" in str(found.notices[0])


def test_dates_of_which_none_tells_the_order_are_problems() -> None:
    found = ledger("05/03/1990", "09/03/1988")
    assert days(found) == [None, None]
    assert found.records[0][1]["date"]["text"] == "05/03/1990"
    assert "もしかして: 1990-05-03 / 1990-03-05" in found.problems[0].message
    assert found.notices == []


def test_each_column_of_dates_tells_its_own_order() -> None:
    rows = table(
        "自治体|相手先|調印日|発効日", "姫路市|アデレード市|5/3/1990|", "姫路市|釜山市||19/4/1990"
    )
    assert columns_of(rows, {}).first_in_dates == {3: "day"}
