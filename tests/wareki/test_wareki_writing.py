"""Dates and eras in the language chosen."""

from datetime import date

import pytest

from koryu_cli import language
from koryu_cli.wareki import parse
from koryu_cli.wareki.eras import ERAS
from koryu_cli.wareki.writing import write, write_day, write_era, write_weekday, write_year

SPANS = {
    "平成8年6月24日": "24 June 1996",
    "平成8年6月": "June 1996",
    "平成8年": "1996",
    "平成24年度": "FY2012",
    "昭和64年/平成元年": "1989",
    "平成20年～平成24年": "2008 to 2012",
    "平成24年4月～平成25年3月": "April 2012 to March 2013",
    "平成24年4月1日～平成25年3月30日": "1 April 2012 to 30 March 2013",
    "平成6年～": "from 1994",
    "平成6年10月～": "from October 1994",
    "平成6年10月2日～": "from 2 October 1994",
    "～平成6年": "until 1994",
    "～平成6年3月": "until March 1994",
    "～平成6年3月30日": "until 30 March 1994",
}


@pytest.mark.parametrize("text", SPANS)
def test_in_japanese(text: str) -> None:
    assert write(parse(text)) == text


@pytest.mark.parametrize(("text", "shown"), SPANS.items(), ids=SPANS)
def test_in_english_and_read_again(text: str, shown: str) -> None:
    language.choose(["--lang", "en"], {})
    assert write(parse(text)) == shown
    assert parse(shown)[:2] == parse(text)[:2]


@pytest.mark.parametrize(
    ("chosen", "day", "weekday", "era", "year"),
    [
        ("ja", "平成24年5月23日", "水", "平成", "平成元年"),
        ("en", "23 May 2012", "Wednesday", "Heisei", "Heisei 1"),
    ],
)
def test_parts(chosen: str, day: str, weekday: str, era: str, year: str) -> None:
    language.choose(["--lang", chosen], {})
    assert write_day(date(2012, 5, 23)) == day
    assert write_weekday(date(2012, 5, 23)) == weekday
    assert write_era(ERAS[3]) == era
    assert write_year(ERAS[3], 1989) == year
