"""The cells of records."""

import json

import pytest

from koryu_cli.record.models import Agreement
from koryu_cli.views.columns import overseas_side

CELLS = {
    "divisions are the name": ("大韓民国江原道襄陽郡", ["江原道", "襄陽郡"], "韓国 江原道襄陽郡"),
    "no divisions": ("大韓民国ソウル特別市", [], "韓国 ソウル特別市"),
    "divisions hold it": ("大韓民国襄陽郡", ["江原道"], "韓国 江原道襄陽郡"),
    "divisions but the last": ("大韓民国江原道襄陽郡", ["江原道"], "韓国 江原道襄陽郡"),
    "the country alone": ("大韓民国", [], "韓国"),
    "a reading within the name": (
        "大邱（テグ）広域市寿城区",
        ["大邱広域市", "寿城区"],
        "韓国 大邱（テグ）広域市寿城区",
    ),
    "a county that the name leaves out": (
        "全羅南道 徳津面",
        ["全羅南道", "霊岩郡", "徳津面"],
        "韓国 全羅南道霊岩郡徳津面",
    ),
    "blanks between": ("韓国 江原道 襄陽郡", ["江原道", "襄陽郡"], "韓国 江原道 襄陽郡"),
    "dots between": ("大韓民国・江原道・襄陽郡", ["江原道", "襄陽郡"], "韓国 江原道・襄陽郡"),
    "another name of the country": (
        "コリア・ソウル市",
        ["江原道", "ソウル市"],
        "韓国 江原道ソウル市",
    ),
    "a country behind a Latin name": ("Seoul, South Korea", ["Seoul"], "韓国 Seoul"),
    "its code": ("Yanggu, Gangwon, ROK", ["Gangwon", "Yanggu"], "韓国 Yanggu, Gangwon"),
    "the country alone in Latin letters": ("Republic of Korea", [], "韓国"),
    "another country behind a Latin name": ("Georgia, USA", ["Georgia"], "韓国 Georgia, USA"),
    "Latin divisions": ("Yanggu", ["Gangwon", "Yanggu"], "韓国 Yanggu, Gangwon"),
}


@pytest.mark.parametrize(("name", "divisions", "cell"), CELLS.values(), ids=CELLS)
def test_an_overseas_government_is_shown_in_full(
    name: str, divisions: list[str], cell: str
) -> None:
    record = {
        "id": 1,
        "japan": [{"name": "札幌市"}],
        "overseas": [{"name": name, "country": "KR", "divisions": divisions}],
    }
    assert overseas_side(Agreement.model_validate_json(json.dumps(record))) == cell
