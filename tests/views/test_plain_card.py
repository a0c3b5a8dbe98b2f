"""Cards without colour and width are those that Rich draws."""

import io

import pytest
from rich.console import Console

from koryu_cli.catalogue import reading
from koryu_cli.record.models import Agreement
from koryu_cli.views import card, plain_card

AGREEMENTS = reading.read()
SURVEY = AGREEMENTS[0]
LEDGER = Agreement.model_validate(
    {
        "id": 7,
        "relation": "姉妹都市",
        "japan": ({"name": "北海道札幌市"}, {"name": "北海道函館市"}),
        "overseas": ({"name": "中国瀋陽市", "divisions": ("遼寧省", "瀋陽市")},),
        "date": {"text": "調整中"},
        "contacts": ({"departments": ("国際課", "交流係")}, {"phone": "011-211-2032"}),
        "links": ({"label": "市のページ ", "url": "https://example.jp/"},),
        "note": "・一つ\n  二つ \n\n三つ\u3000四つ",
        "other": {"人口": "60万", "Population of the partner": "8,000,000\n(2020)", "空": ""},
    }
)
PAGES = {
    "the survey": AGREEMENTS,
    "a ledger": [LEDGER],
    "both": [LEDGER, SURVEY, LEDGER],
    "a table in a text": [
        SURVEY.model_copy(update={"activities": "年度\u3000人数\n平成8年度\u3000 3人 \n計\u3000"})
    ],
    "hostile": [
        SURVEY.model_copy(
            update={
                "title": "[red]環境\n\t\x1b[31m",
                "background": " \u202e環境\x9b" * 9 + "か\u3099" * 40,
                "outcomes": "・\n・ \n\u3000",
                "other": {"\x1b]8;;x\x07": "\u200d\ufe0f", "見出し\n二行": "\t"},
            }
        )
    ],
    "none": [],
}


@pytest.mark.parametrize("agreements", PAGES.values(), ids=PAGES)
def test_a_plain_card_is_the_other_without_colour(agreements: list[Agreement]) -> None:
    page = io.StringIO()
    console = Console(file=page, width=100_000, markup=False, emoji=False, highlight=False)
    console.print(card.render(agreements, None))
    lines = [line.rstrip() for line in page.getvalue().rstrip().split("\n")]

    plain = "".join(plain_card.render(agreements))
    assert plain.rstrip().split("\n") == lines
    assert [line for line in plain.split("\n") if line != line.rstrip()] == []
