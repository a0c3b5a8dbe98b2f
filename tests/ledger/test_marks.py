"""Marks below what partners are called: ○ below 姉妹都市 or below 友好都市."""

from typing import Any

import pytest
from tables import ledger

KINDS: dict[str, tuple[str, list[str], list[str | None]]] = {
    "two kinds": ("姉妹都市|友好都市", ["○|", "|○"], ["姉妹都市", "友好都市"]),
    "short headings": ("姉妹|友好", ["○|", "|○"], ["姉妹", "友好"]),
    "numbered": ("姉妹都市1|友好都市1", ["○|", "|○"], ["姉妹都市", "友好都市"]),
    "with a footnote": ("姉妹都市※1|友好都市※2", ["○|", "|○"], ["姉妹都市", "友好都市"]),
    "in katakana": ("パートナー都市|友好都市", ["○|", "|○"], ["パートナー都市", "友好都市"]),
    "other marks": ("姉妹都市|友好都市", ["✓|✕", "－|有り"], ["姉妹都市", "友好都市"]),
    "one kind": ("姉妹都市|予算", ["○|", "|12"], ["姉妹都市", None]),
    "both": ("姉妹都市|友好都市", ["○|", "○|○"], ["姉妹都市", None]),
    "neither": ("姉妹都市|友好都市", ["○|", "|"], ["姉妹都市", None]),
    "fields of exchange": ("教育|文化", ["○|", "|○"], [None, None]),
    "no mark at all": ("姉妹都市|友好都市", ["－|", "|－"], [None, None]),
}


def records(headings: str, cells: list[str]) -> list[dict[str, Any]]:
    rows = zip(("札幌市|ポートランド市", "函館市|瀋陽市"), cells, strict=True)
    found = ledger(f"自治体|提携先|{headings}", *(f"{names}|{marks}" for names, marks in rows))
    assert [each["overseas"][0]["name"] for _, each in found.records] == [
        "ポートランド市",
        "瀋陽市",
    ]
    return [record for _, record in found.records]


@pytest.mark.parametrize(("headings", "cells", "relations"), KINDS.values(), ids=KINDS)
def test_a_mark_stands_for_the_heading_above_it(
    headings: str, cells: list[str], relations: list[str | None]
) -> None:
    assert [record["relation"] for record in records(headings, cells)] == relations


def test_a_mark_is_kept_where_it_does_not_tell_what_the_partner_is() -> None:
    first, second = records("姉妹都市|友好都市", ["○|", "○|○"])
    assert first["other"] == {}
    assert second["other"] == {"姉妹都市": "○", "友好都市": "○"}


def test_a_relation_in_a_column_of_its_own_comes_first() -> None:
    found = ledger(
        "自治体|提携先|区分|友好", "札幌市|ポートランド市|姉妹都市|○", "函館市|瀋陽市||○"
    )
    assert [each["relation"] for _, each in found.records] == ["姉妹都市", "友好"]
    assert [each["other"] for _, each in found.records] == [{"友好": "○"}, {}]


def test_partners_are_not_looked_for_among_marks() -> None:
    [(_, record)] = ledger("自治体|都市|姉妹都市", "札幌市|ポートランド市|○").records
    assert record["overseas"][0]["name"] == "ポートランド市"
    assert record["relation"] == "姉妹都市"


def test_a_column_that_is_said_to_hold_something_holds_that() -> None:
    lines = "自治体|提携先|姉妹都市", "札幌市|ポートランド市|○"
    [(_, record)] = ledger(*lines, columns={"備考": "姉妹都市"}).records
    assert (record["relation"], record["note"]) == (None, "○")
