"""The dates that the texts mention, against the list made by reading the survey.

That list is `tests/data/mentions.json`, in order of place; see the README beside it.
"""

import json
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, Koryu

from koryu_cli import wareki

MENTIONS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "mentions.json").read_text("utf-8")
)
RECORDS: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))
TEXTS: dict[tuple[int, str], str] = {
    (record["id"], field): record[field]
    for record in RECORDS
    for field in ("background", "activities", "outcomes")
    if record[field]
}

Expected = list[tuple[str, date | None, date | None, str]]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


EXPECTED: dict[tuple[int, str], Expected] = {
    place: [(m["text"], day(m["start"]), day(m["end"]), m["precision"]) for m in mentions]
    for place, mentions in groupby(MENTIONS, key=lambda m: (m["id"], m["field"]))
}


def name(place: tuple[int, str]) -> str:
    return f"form-{place[0]:02}-{place[1]}"


def test_the_list_mentions_only_texts_that_there_are() -> None:
    assert len(MENTIONS) == 85
    assert EXPECTED.keys() <= TEXTS.keys()


@pytest.mark.parametrize("place", TEXTS, ids=name)
def test_every_date_is_found_and_none_invented(place: tuple[int, str]) -> None:
    found = [
        (m.text, m.span.start, m.span.end, m.span.precision) for m in wareki.find(TEXTS[place])
    ]
    assert found == EXPECTED.get(place, [])


@pytest.mark.parametrize("place", EXPECTED, ids=name)
def test_a_mention_stands_at_its_place(place: tuple[int, str]) -> None:
    text = TEXTS[place]
    mentions = list(wareki.find(text))
    assert [text[m.start : m.end] for m in mentions] == [m.text for m in mentions]
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_the_timeline_tells_each_of_them_once_and_each_agreement(koryu: Koryu) -> None:
    events: list[dict[str, Any]] = json.loads(koryu("timeline", "--json").out)
    told = [
        {key: event[key] for key in MENTIONS[0]} for event in events if event["field"] != "date"
    ]
    assert sorted(map(json.dumps, told)) == sorted(map(json.dumps, MENTIONS))
    assert sorted(event["id"] for event in events if event["field"] == "date") == [*range(1, 26)]
    assert all(event["text"] in event["sentence"] for event in events if event["field"] != "date")
