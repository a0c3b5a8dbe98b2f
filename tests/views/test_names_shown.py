"""Names of places and dates in the language chosen."""

import json
from typing import Any

import pytest

from koryu_cli import language
from koryu_cli.record.models import Agreement
from koryu_cli.views import names

JAPANESE = {
    "municipality": ({"name": "北海道札幌市"}, "Sapporo City, Hokkaido"),
    "village": ({"name": "青森県六ヶ所村"}, "Rokkasho Village, Aomori"),
    "prefecture": ({"name": "青森県"}, "Aomori Prefecture"),
    "hokkaido": ({"name": "北海道"}, "Hokkaido"),
    "tokyo": ({"name": "東京都"}, "Tokyo"),
    "ward": ({"name": "東京都千代田区"}, "Chiyoda Ward, Tokyo"),
    "body": (
        {"name": "神奈川県横浜港", "prefecture": "神奈川県", "body": "横浜港"},
        "神奈川県横浜港",
    ),
}
OVERSEAS = {
    "official-name": ({"name": "大韓民国江原道襄陽郡"}, "South Korea 江原道襄陽郡"),
    "everyday-name": ({"name": "中国遼寧省"}, "China 遼寧省"),
    "no-country": ({"name": "タリン市", "country": None}, "タリン市"),
}
DATES = {
    "平成8年6月24日": "24 June 1996",
    "平成4年": "1992",
    "平成2年度": "FY1990",
    "年月日不詳": "年月日不詳",
}


def record(**fields: Any) -> Agreement:
    sides = {"japan": [{"name": "青森県"}], "overseas": [{"name": "中国遼寧省"}]}
    return Agreement.model_validate_json(json.dumps({"id": 1, **sides, **fields}))


@pytest.mark.parametrize(("fields", "in_english"), JAPANESE.values(), ids=JAPANESE)
def test_japanese_governments(fields: dict[str, str], in_english: str) -> None:
    [government] = record(japan=[fields]).japan
    assert names.japanese_government(government) == fields["name"]
    language.choose(["--lang", "en"], {})
    assert names.japanese_government(government) == in_english


@pytest.mark.parametrize(("fields", "in_english"), OVERSEAS.values(), ids=OVERSEAS)
def test_overseas_governments(fields: dict[str, str], in_english: str) -> None:
    [government] = record(overseas=[fields]).overseas
    assert names.overseas_government(government) == fields["name"]
    language.choose(["--lang", "en"], {})
    assert names.overseas_government(government) == in_english


@pytest.mark.parametrize(("text", "in_english"), DATES.items(), ids=DATES)
def test_dates(text: str, in_english: str) -> None:
    day = record(date={"text": text}).date
    assert day
    assert names.date_of(day) == text
    language.choose(["--lang", "en"], {})
    assert names.date_of(day) == in_english


def test_where_nothing_is_known() -> None:
    [government] = record(overseas=[{"name": "タリン市", "country": None}]).overseas
    assert names.country_of(government) == ""
