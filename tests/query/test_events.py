"""Events: their order, and the sentence around each."""

import json
import random
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from koryu_cli import wareki
from koryu_cli.catalogue import reading
from koryu_cli.query.events import TEXTS, Event, events, merged
from koryu_cli.record.models import Agreement

AGREEMENTS = reading.read()
MENTIONS: list[dict[str, Any]] = json.loads(
    (ROOT / "tests" / "data" / "mentions.json").read_text("utf-8")
)


def events_of(agreements: Iterable[Agreement]) -> list[Event]:
    return events(agreements, lambda each: (each.japan[0].name, each.overseas[0].name))


def with_background(text: str) -> Agreement:
    emptied: dict[str, str | None] = dict.fromkeys(TEXTS)
    return AGREEMENTS[0].model_copy(update={**emptied, "background": text})


def mentioned(text: str) -> list[Event]:
    return [event for event in events_of([with_background(text)]) if event.field == "background"]


def days(event: Event) -> tuple[int, str, str, date | None, date | None, str]:
    span = event.span
    return event.agreement.id, event.field, event.text, span.start, span.end, span.precision


def test_every_date_of_the_survey_is_an_event_and_nothing_else() -> None:
    """Against the list made by reading the survey, and the 25 dates of the agreements."""
    by_hand = Counter(
        (m["id"], m["field"], m["text"], m["start"], m["end"], m["precision"]) for m in MENTIONS
    )
    found: Counter[tuple[object, ...]] = Counter()
    for event in events_of(AGREEMENTS):
        number, field, text, start, end, precision = days(event)
        if field != "date":
            found[number, field, text, start and str(start), end and str(end), precision] += 1
    assert found == by_hand


def test_the_date_of_each_agreement_is_an_event() -> None:
    own = [event for event in events_of(AGREEMENTS) if event.field == "date"]
    expected = {each.id: (each.date and each.date.text, each.title, None) for each in AGREEMENTS}
    assert {each.agreement.id: (each.text, each.sentence, each.place) for each in own} == expected
    assert len(own) == len(AGREEMENTS)


def test_events_hold_the_number_and_the_names_of_the_sides() -> None:
    for event in events_of(AGREEMENTS):
        whole = next(each for each in AGREEMENTS if each.id == event.agreement.id)
        assert event.agreement == (whole.id, whole.japan[0].name, whole.overseas[0].name)


SENTENCES = {
    "the whole line": ("昭和55年に提携した", "昭和55年に提携した"),
    "the first of two": ("昭和55年に提携した。交流は続く。", "昭和55年に提携した。"),
    "the second of two": ("交流を望んだ。昭和55年に提携した。", "昭和55年に提携した。"),
    "a line among others": ("前の行\n昭和55年に提携\n次の行", "昭和55年に提携"),
    "brackets with a stop": (
        "昭和55年（春。桜の頃）に提携した。交流は続く。",
        "昭和55年（春。桜の頃）に提携した。",
    ),
    "a date in brackets": (
        "交流は続く。提携（準備は済んだ。昭和55年）は友好による。終わり。",
        "提携（準備は済んだ。昭和55年）は友好による。",
    ),
    "quoted stops": (
        "「はじめに。」と述べ、『友好。平和。』を昭和55年に誓った。終わり。",
        "「はじめに。」と述べ、『友好。平和。』を昭和55年に誓った。",
    ),
    "nested brackets": ("（甲（乙。）丙。昭和55年）丁。戊", "（甲（乙。）丙。昭和55年）丁。"),
    "a bracket never closed": ("「甲。昭和55年に提携。\n乙。", "「甲。昭和55年に提携。"),
    "a bracket never opened": ("甲）乙。昭和55年に提携。丙", "昭和55年に提携。"),
    "a list item": ("・甲\n・昭和55年に提携\n・乙", "昭和55年に提携"),
    "a name that begins with a dot inside": (
        "スポーツ・昭和55年に提携",
        "スポーツ・昭和55年に提携",
    ),
    "a table row": ("昭和55年\u3000提携\n翌年\u3000交流", "昭和55年\u3000提携"),
    "a heading and its item": ("【昭和55年】\n・提携\n・交流", "【昭和55年】\n・提携"),
    "a numbered heading": ("(1)昭和55年\n提携した。交流した。", "(1)昭和55年\n提携した。"),
    "a heading at the end": ("交流\n【昭和55年】", "【昭和55年】"),
    "nothing but a date": ("昭和55年", "昭和55年"),
    "blanks around": ("甲。　昭和55年に提携 \n乙", "昭和55年に提携"),
}


@pytest.mark.parametrize(("text", "sentence"), SENTENCES.values(), ids=SENTENCES.keys())
def test_the_sentence_around_a_date(text: str, sentence: str) -> None:
    (event,) = mentioned(text)
    assert event.text == "昭和55年"
    assert event.sentence == sentence
    assert event.place == sentence.index("昭和55年")


def test_the_same_date_twice_in_a_sentence_is_marked_at_each_place() -> None:
    (first, second) = mentioned("平成8年に協議し、平成8年に提携")
    assert first.sentence == second.sentence
    assert (first.place, second.place) == (0, 9)


@pytest.mark.parametrize("event", events_of(AGREEMENTS), ids=lambda event: event.text)
def test_a_date_stands_in_its_sentence_and_the_sentence_in_its_text(event: Event) -> None:
    if event.place is None:
        assert event.field == "date"
        return
    agreement = next(each for each in AGREEMENTS if each.id == event.agreement.id)
    assert event.sentence in getattr(agreement, event.field)
    assert event.sentence[event.place :].startswith(event.text)


@given(st.text(alphabet="甲。「」（）(1)【】・\n\u3000 、", max_size=30).map("昭和55年".join))
def test_no_text_loses_its_date(text: str) -> None:
    for event in mentioned(text):
        assert event.place is not None
        assert event.sentence[event.place :].startswith(event.text)
        assert event.sentence in text


class TestSentenceTooLongToBeRepeated:
    """Of more than 500 characters: 100 on either side of a date, with … where it goes on."""

    def test_one_of_500_characters_stays_whole(self) -> None:
        sentence = "甲" * 247 + "昭和55年" + "乙" * 247
        (event,) = mentioned(f"前の文。{sentence}。後の文")
        assert event.sentence == f"{sentence}。"
        assert len(event.sentence) == 500

    def test_in_the_middle(self) -> None:
        (event,) = mentioned("前の文。" + "甲" * 300 + "昭和55年" + "乙" * 300)
        assert event.sentence == "…" + "甲" * 100 + "昭和55年" + "乙" * 100 + "…"
        assert event.place == 101

    def test_near_its_beginning(self) -> None:
        (event,) = mentioned("前の文。・甲昭和55年" + "乙" * 500)
        assert event.sentence == "甲昭和55年" + "乙" * 100 + "…"
        assert event.place == 1

    def test_near_its_end(self) -> None:
        (event,) = mentioned("甲" * 500 + "昭和55年に提携。 \n次の行")
        assert event.sentence == "…" + "甲" * 100 + "昭和55年に提携。"

    def test_of_a_heading_and_its_item(self) -> None:
        (event,) = mentioned("【昭和55年】\n" + "甲" * 500)
        assert event.sentence == "【昭和55年】\n" + "甲" * 98 + "…"

    def test_figures_far_from_a_date_do_not_make_a_heading_of_it(self) -> None:
        """Only what stands near a date is looked at, however long the line."""
        first, second = mentioned("甲" + "1," * 300 + "昭和55年" + ",1" * 40 + "昭和56年")
        assert first.sentence.endswith("昭和56年")
        assert second.sentence.startswith("…")

    def test_thousands_of_dates_without_a_stop(self) -> None:
        """What is told grows as the text does, not as its square."""
        text = "平成24年5月に会議、" * 3000
        found = mentioned(text)
        assert len(found) == 3000
        assert {event.text for event in found} == {"平成24年5月"}
        assert max(len(event.sentence) for event in found) == 209
        assert all(event.sentence.strip("…") in text for event in found)


def test_order() -> None:
    """By first day; what is open there, by its last; the more exact first; then as in the form."""
    text = (
        "平成6年から続く。平成6～9年のこと。平成6年のこと。平成6年1月のこと。平成6年1月1日のこと。"
        "平成5年12月まで続いた。平成6年1月2日のこと。平成6年度のこと。平成6年のことである。"
    )
    assert [(event.text, event.place) for event in mentioned(text)] == [
        ("平成5年12月まで", 0),
        ("平成6年1月1日", 0),
        ("平成6年1月", 0),
        ("平成6年", 0),
        ("平成6年", 0),
        ("平成6～9年", 0),
        ("平成6年から", 0),
        ("平成6年1月2日", 0),
        ("平成6年度", 0),
    ]


def test_a_date_without_a_first_day_starts_with_its_last() -> None:
    (event,) = mentioned("平成25年3月まで続いた")
    assert event.start == date(2013, 3, 31)


def test_the_date_of_an_agreement_comes_before_its_mention() -> None:
    fields = [
        (event.agreement.id, event.field)
        for event in events_of(AGREEMENTS)
        if event.span.start == date(2012, 5, 23)
    ]
    assert fields == [(5, "date"), (6, "date"), (6, "background")]


def test_story_of_aomori_and_jeju() -> None:
    """Form 9, as it is to be read."""
    story = [(event.text, event.sentence[:12]) for event in events_of([AGREEMENTS[8]])]
    assert story == [
        ("平成21年7月", "青森県と済州特別自治道と"),
        ("11月", "青森県と済州特別自治道と"),
        ("平成22年10月", "青森県と済州特別自治道と"),
        ("平成23年7月", "平成23年7月、済州特別"),
        ("12月", "平成23年7月、済州特別"),
        ("平成23（2011）年12月7日", "日本国青森県－大韓民国済"),
        ("平成24年2月", "平成24年2月　済州特別"),
        ("6月", "6月　「第7回済州フォー"),
        ("6月", "6月　済州特別自治道から"),
        ("9月", "9月　生活環境部長が済州"),
    ]


ALL_DAYS = list(map(days, events_of(AGREEMENTS)))


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_order_does_not_depend_on_that_of_the_data(shuffling: random.Random) -> None:
    shuffled = list(AGREEMENTS)
    shuffling.shuffle(shuffled)
    assert list(map(days, events_of(shuffled))) == ALL_DAYS


def test_texts_that_are_missing_have_no_events() -> None:
    bare = with_background("").model_copy(update={"background": None})
    assert [event.field for event in events_of([bare])] == ["date"]


def test_precision_is_that_of_the_date_engine() -> None:
    (event,) = mentioned("平成23年度から25年度で開発")
    assert event.span == wareki.Span(date(2011, 4, 1), date(2014, 3, 31), "range")


def test_events_of_parts_are_those_of_the_whole() -> None:
    """In whatever parts a file is read, as several processes do."""
    halves = [events_of(AGREEMENTS[::2]), events_of(AGREEMENTS[1::2])]
    assert [*merged(halves)] == events_of(AGREEMENTS)
    assert [*chain(*halves)] != events_of(AGREEMENTS)
