"""Rows that head a section, and what they say of the rows below them."""

import pytest

from koryu_cli.ledger.reading import Ledger, read
from koryu_cli.ledger.rows import Passed


def ledger(*lines: str) -> Ledger:
    return read("\n".join(lines).replace("|", ",").encode())


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


def test_the_first_section_is_counted_among_the_sections() -> None:
    found = ledger("姉妹都市一覧||", "アメリカ||", *BELOW, *NEXT)
    assert found.passed == Passed(titles=1, sections=2, headings=2)


def test_the_first_section_may_be_the_japanese_side() -> None:
    found = ledger("【札幌市】|", "海外側|提携", "瀋陽市|1980年", "【函館市】|", "天津市|2001年")
    assert [record["japan"][0]["municipality"] for _, record in found.records] == [
        "札幌市",
        "函館市",
    ]


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
