"""The iCalendar file, as bytes and as a calendar program reads it."""

import random
import re
from collections.abc import Sequence
from datetime import date

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.catalogue import reading
from koryu_cli.query.anniversaries import anniversaries
from koryu_cli.record.models import Agreement
from koryu_cli.views import ical

AGREEMENTS = reading.read()


def calendar(agreements: Sequence[Agreement] = AGREEMENTS, year: int = 2027) -> bytes:
    found = anniversaries(agreements, date(year, 1, 1), date(year, 12, 31), every=1).found
    return "".join(ical.render(found)).encode()


def entries(file: bytes) -> list[icalendar.Event]:
    return [
        e
        for e in icalendar.Calendar.from_ical(file).walk("VEVENT")
        if isinstance(e, icalendar.Event)
    ]


def titled(title: str) -> Agreement:
    return AGREEMENTS[0].model_copy(update={"title": title})


def test_lines_are_folded_between_characters_and_end_with_cr_lf() -> None:
    file = calendar()
    assert file.endswith(b"\r\n")
    lines = file.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) == 75
    for line in lines:
        assert line.decode()
        assert b"\n" not in line
        assert b"\r" not in line
    folded = [line for line in lines if line.startswith(b" ")]
    assert len(folded) > 50


def test_a_folded_line_is_the_line_again() -> None:
    unfolded = calendar(AGREEMENTS[16:17]).decode().replace("\r\n ", "")
    assert unfolded == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//koryu//koryu-cli//JA\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:081364f3-3943-5e03-b84d-e343c25d4a48\r\n"
        "DTSTAMP:20110401T000000Z\r\n"
        "DTSTART;VALUE=DATE:20270401\r\n"
        "SUMMARY:16周年: フェ市人民委員会と西条市の技術協力協定\r\n"
        "DESCRIPTION:日本側: 愛媛県西条市\\n海外側: ベトナム フェ市\\n"
        "提携年月日: 平成23年4月1日\\n"
        "連絡先: 総務部危機管理局危機管理課 0897-52-1267 kikikanri@saijo-city.jp\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


def test_a_library_reads_an_all_day_event_for_each_known_day() -> None:
    """All of the survey's but form 25, known to the year only."""
    found = entries(calendar())
    assert len(found) == 24
    assert [event.errors for event in found if event.errors] == []
    by_day = {
        (agreement.span.start.month, agreement.span.start.day, agreement.title): agreement
        for agreement in AGREEMENTS
        if agreement.span and agreement.span.start
    }
    for event in found:
        day = event.decoded("DTSTART")
        assert type(day) is date
        assert event.duration.days == 1
        years, title = re.split("周年: ", str(event["SUMMARY"]))
        agreement = by_day[day.month, day.day, title]
        assert agreement.span
        assert agreement.span.start
        assert day.year - agreement.span.start.year == int(years)
        for contact in agreement.contacts:
            assert contact.phone is not None
            assert contact.phone in str(event["DESCRIPTION"])


def test_a_uid_belongs_to_one_anniversary() -> None:
    uids = [str(event["UID"]) for year in (2026, 2027) for event in entries(calendar(year=year))]
    assert len(set(uids)) == len(uids) == 48


def test_a_uid_is_the_same_in_every_file_that_has_the_agreement() -> None:
    """Also where its number is another, or an agreement like it stands beside it."""
    (alone,) = entries(calendar(AGREEMENTS[16:17]))
    renumbered = AGREEMENTS[16].model_copy(update={"id": 99})
    among = entries(calendar([AGREEMENTS[0], renumbered, AGREEMENTS[17]]))
    assert [event["UID"] for event in among].count(alone["UID"]) == 1
    twice = [str(event["UID"]) for event in entries(calendar([AGREEMENTS[16], renumbered]))]
    assert len(set(twice)) == 2
    assert alone["UID"] in twice


def test_uids_of_files_with_the_same_numbers_differ() -> None:
    moved = [
        agreement.model_copy(update={"id": other.id})
        for agreement, other in zip(AGREEMENTS[1:], AGREEMENTS, strict=False)
    ]
    assert {str(e["UID"]) for e in entries(calendar(moved[:1]))} & {
        str(e["UID"]) for e in entries(calendar(AGREEMENTS[:1]))
    } == set()


@given(st.randoms(use_true_random=False))
def test_bytes_do_not_depend_on_the_order_of_the_data(shuffling: random.Random) -> None:
    shuffled = list(AGREEMENTS)
    shuffling.shuffle(shuffled)
    assert calendar(shuffled) == calendar()


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("文化, 環境; 教育", r"文化\, 環境\; 教育"),
        (r"C:\n", r"C:\\n"),
        ("甲\n乙", r"甲\n乙"),
        ("甲\r\n乙", r"甲␍\n乙"),
        ("甲\rEND:VEVENT", "甲␍END:VEVENT"),
        ("甲\x1b[31m乙\x07", "甲␛[31m乙␇"),
        ('甲:乙"丙', '甲:乙"丙'),
    ],
)
def test_text_is_escaped_and_has_no_control_characters(title: str, line: str) -> None:
    file = calendar([titled(title)]).decode().replace("\r\n ", "")
    assert f"\r\nSUMMARY:31周年: {line}\r\n" in file


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs", "Mn"]), min_size=1))
def test_any_title_comes_back(title: str) -> None:
    (event,) = entries(calendar([titled(title)]))
    assert str(event["SUMMARY"]) == f"31周年: {title}"


def test_nothing_to_celebrate_is_a_calendar_without_events() -> None:
    assert "".join(ical.render([])) == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//koryu//koryu-cli//JA\r\nEND:VCALENDAR\r\n"
    )
