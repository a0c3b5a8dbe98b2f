"""Words that count from today."""

from datetime import date

import pytest
from test_wareki_notations import days

from koryu_cli import wareki
from koryu_cli.errors import UsageError

# On 2026-03-31, the last day of a fiscal year.
NOW = {
    "今日": "2026-03-31",
    "本日": "2026-03-31",
    "昨日": "2026-03-30",
    "一昨日": "2026-03-29",
    "おととい": "2026-03-29",
    "明日": "2026-04-01",
    "明後日": "2026-04-02",
    "今月": "2026-03-01/2026-03-31",
    "先月": "2026-02-01/2026-02-28",
    "先々月": "2026-01-01/2026-01-31",
    "来月": "2026-04-01/2026-04-30",
    "今月23日": "2026-03-23",
    "先月下旬": "2026-02-21/2026-02-28",
    "来月末": "2026-04-21/2026-04-30",
    "今年": "2026-01-01/2026-12-31",
    "本年": "2026-01-01/2026-12-31",
    "昨年": "2025-01-01/2025-12-31",
    "去年": "2025-01-01/2025-12-31",
    "一昨年": "2024-01-01/2024-12-31",
    "来年": "2027-01-01/2027-12-31",
    "再来年": "2028-01-01/2028-12-31",
    "今年5月": "2026-05-01/2026-05-31",
    "昨年の5月23日": "2025-05-23",
    "去年の秋": "2025-09-01/2025-11-30",
    "今年度": "2025-04-01/2026-03-31",
    "昨年度": "2024-04-01/2025-03-31",
    "来年度": "2026-04-01/2027-03-31",
    "一昨年度": "2023-04-01/2024-03-31",
    "再来年度": "2027-04-01/2028-03-31",
    "今年度末": "2026-03-01/2026-03-31",
    "来年度上半期": "2026-04-01/2026-09-30",
    "平成24年から今年まで": "2012-01-01/2026-12-31",
    "今年以降": "2026-01-01/..",
    "昨年～来年": "2025-01-01/2027-12-31",
}


@pytest.mark.parametrize("text", NOW)
def test_a_word_for_now(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORYU_TODAY", "2026-03-31")
    assert wareki.parse(text)[:2] == days(NOW[text])


def test_a_month_before_and_after_the_turn_of_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORYU_TODAY", "2026-01-15")
    assert wareki.parse("先月")[:2] == days("2025-12-01/2025-12-31")
    assert wareki.parse("今年度")[:2] == days("2025-04-01/2026-03-31")
    monkeypatch.setenv("KORYU_TODAY", "2026-12-15")
    assert wareki.parse("来月")[:2] == days("2027-01-01/2027-01-31")
    assert wareki.parse("今年度")[:2] == days("2026-04-01/2027-03-31")
    monkeypatch.setenv("KORYU_TODAY", "2026-04-01")
    assert wareki.parse("今年度")[:2] == days("2026-04-01/2027-03-31")


def test_today_is_the_day_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KORYU_TODAY", raising=False)
    before = date.today()
    found = wareki.parse("今日").start
    assert found in (before, date.today())


def test_a_today_that_is_no_date_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORYU_TODAY", "明日")
    with pytest.raises(UsageError, match="KORYU_TODAY の「明日」は日付ではありません"):
        wareki.parse("今日")


@pytest.mark.parametrize("text", ["明日", "来年", "来年度", "再来月", "昨日"])
def test_beyond_the_calendar_there_is_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    edge = "0001-01-01" if text == "昨日" else "9999-12-31"
    monkeypatch.setenv("KORYU_TODAY", edge)
    with pytest.raises(wareki.DateError):
        wareki.parse(text)


@pytest.mark.parametrize("text", ["今日5月", "今日23日", "今月5月", "今年度5月", "今年年"])
def test_what_does_not_follow_is_left_over(text: str) -> None:
    with pytest.raises(wareki.DateError):
        wareki.parse(text)
