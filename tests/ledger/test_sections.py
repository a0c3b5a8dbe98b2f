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
