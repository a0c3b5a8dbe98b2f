"""The sentences of a timeline and the dates beside them."""

import pytest

from koryu_cli import wareki
from koryu_cli.query.events import Event, Parties
from koryu_cli.views.sentences import by_sentence, dates

DATES = {
    "a day": ("平成24年5月23日", ("平成24年5月23日", "2012-05-23")),
    "a month": ("2012年5月", ("平成24年5月", "2012-05")),
    "a fiscal year": ("2012年度", ("平成24年度", "2012年度")),
    "a range, over two lines": ("平成20年から24年まで", ("平成20年\n～平成24年",)),
    "a range without an end": ("平成20年以降", ("平成20年～",)),
    "a range without a beginning": ("平成20年まで", ("～平成20年",)),
}


@pytest.mark.parametrize(("text", "shown"), DATES.values(), ids=DATES)
def test_dates_stand_in_both_calendars(text: str, shown: tuple[str, ...]) -> None:
    assert dates(wareki.parse(text)) == shown


def test_the_events_of_a_sentence_stand_together_at_the_first_of_them() -> None:
    """Also where those of other sentences, and of other forms, stand between them."""

    def event(number: int, sentence: str, year: int) -> Event:
        parties = Parties(number, "札幌市", "瀋陽市")
        return Event(parties, "background", f"{year}年", wareki.parse(f"{year}年"), sentence, 0)

    told = [
        event(2, "甲", 1990),
        event(1, "甲", 1991),
        event(2, "乙", 1992),
        event(1, "甲", 1993),
        event(2, "甲", 1994),
    ]
    assert by_sentence(told) == [(told[0], told[4]), (told[1], told[3]), (told[2],)]
    assert by_sentence([]) == []
