"""How an agreement answers a query: where its words occur, and how much that counts."""

import json
from typing import Any

import pytest

from koryu_cli.query.search import Match, answers, find, parse_terms
from koryu_cli.record.models import Agreement

RECORD: dict[str, Any] = {
    "id": 1,
    "title": "港の標題",
    "agreement": "坂の協定書",
    "relation": "峠の関係",
    "japan": [{"name": "北海道札幌市"}, {"name": "青森県"}],
    "overseas": [
        {"name": "大韓民国大田広域市", "divisions": ["大田広域市"]},
        {"name": "Lyon", "country": "FR", "divisions": ["ローヌ県"], "body": None},
    ],
    "date": {"text": "平成16年10月22日調印"},
    "background": "滝の経緯。\n次の滝と港。",
    "activities": "湖の取組。",
    "outcomes": "橋の成果。",
    "links": [{"label": "塔の頁", "url": "https://www.example.jp/"}],
    "contacts": [
        {"departments": ["城の課"], "phone": "011-211-2032"},
        {"departments": ["駅の課"], "email": "kawa@example.jp"},
    ],
    "note": "畑の備考",
    "other": {"見出し": "森の項目"},
}
AGREEMENT = Agreement.model_validate_json(json.dumps(RECORD))


def found(*words: str) -> list[tuple[str, str, list[str]]]:
    """Return each text in which words occur: its heading, the text, and the words as they stand."""
    hit = find(AGREEMENT, parse_terms(words))
    if hit is None:
        return []
    return [
        (heading, hit.text[slice(*extent)], [hit.text[slice(*term)] for term in terms])
        for heading, extent, terms in hit.matches
    ]


def as_id(value: object) -> str:
    """Return the words of a case; what is expected of them has no part in its name."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


@pytest.mark.parametrize(
    ("word", "heading", "text"),
    [
        ("標題", "標題", "港の標題"),
        ("坂", "協定等", "坂の協定書"),
        ("峠", "関係", "峠の関係"),
        ("札幌", "日本側", "北海道札幌市"),
        ("さっぽろ", "日本側", "さっぽろし"),
        ("青森", "日本側", "青森県"),
        ("大田", "海外側", "大韓民国大田広域市"),
        ("lyon", "海外側", "Lyon"),
        ("フランス", "海外側", "フランス"),
        ("ローヌ", "州・省", "ローヌ県"),
        ("調印", "提携年月日", "平成16年10月22日調印"),
        ("経緯", "経緯", "滝の経緯。\n次の滝と港。"),
        ("湖", "取組内容", "湖の取組。"),
        ("橋", "成果・課題等", "橋の成果。"),
        ("塔", "ホームページ", "塔の頁"),
        ("城", "担当部署", "城の課"),
        ("駅", "担当部署", "駅の課"),
        ("211-2032", "電話番号", "011-211-2032"),
        ("kawa", "電子メール", "kawa@example.jp"),
        ("畑", "備考", "畑の備考"),
        ("森の", "その他の項目", "森の項目"),
    ],
    ids=as_id,
)
def test_all_that_an_agreement_says_is_searched(word: str, heading: str, text: str) -> None:
    assert [(heading, text) for heading, text, _ in found(word)] == [(heading, text)]


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        (["滝"], [("経緯", ["滝", "滝"])]),
        (["港", "滝"], [("標題", ["港"]), ("経緯", ["滝", "滝", "港"])]),
        (["滝", "港"], [("標題", ["港"]), ("経緯", ["滝", "滝", "港"])]),
        (["滝", "滝"], [("経緯", ["滝", "滝"])]),
        (["滝", "次の滝"], [("経緯", ["滝", "次の滝"])]),
        (["次の滝", "滝と港"], [("経緯", ["次の滝と港"])]),
        (["次の滝と", "次", "滝"], [("経緯", ["滝", "次の滝と"])]),
        (["滝と", "港"], [("標題", ["港"]), ("経緯", ["滝と", "港"])]),
        (["課"], [("担当部署", ["課"]), ("担当部署", ["課"])]),
        (["駅の課", "城"], [("担当部署", ["城"]), ("担当部署", ["駅の課"])]),
        (["港の標題坂"], []),
        (["経緯次"], []),
    ],
    ids=as_id,
)
def test_each_text_has_its_matches_in_order(
    words: list[str], matches: list[tuple[str, list[str]]]
) -> None:
    """None goes on from a text to the next, or beyond the end of a line."""
    assert [(heading, extents) for heading, _, extents in found(*words)] == matches


@pytest.mark.parametrize(
    ("words", "points"),
    [
        (["標題"], 10),
        (["湖"], 1),
        (["滝"], 1),
        (["港"], 11),
        (["課"], 1),
        (["大田"], 10),
        (["湖", "橋"], 2),
        (["湖", "湖"], 2),
        (["港", "湖", "-島"], 12),
        (["-島"], 0),
    ],
    ids=as_id,
)
def test_a_term_counts_in_every_field_and_more_in_names(words: list[str], points: int) -> None:
    hit = find(AGREEMENT, parse_terms(words))
    assert hit
    assert hit.points == points
    assert answers(AGREEMENT, parse_terms(words))


@pytest.mark.parametrize("words", [["島"], ["港", "島"], ["港", "-湖"], ["-湖"]], ids=as_id)
def test_there_is_no_answer_without_a_term_or_with_an_unwanted_one(words: list[str]) -> None:
    query = parse_terms(words)
    assert find(AGREEMENT, query) is None
    assert not answers(AGREEMENT, query)


def test_without_wanted_terms_nothing_matches() -> None:
    hit = find(AGREEMENT, parse_terms(["-島"]))
    assert hit
    assert hit.matches == list[Match]()
