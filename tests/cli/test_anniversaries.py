"""`koryu anniversaries`: the year asked for, and how its anniversaries are listed."""

import csv
import io
import json
from typing import Any

import icalendar
import pytest
from conftest import Golden, Koryu
from rich.cells import cell_len

IN_2027 = [16, 22, 5, 6, 13, 14, 11, 20, 25]
"""The forms in the order of their anniversaries; see tests/query/test_anniversary_days.py."""


def numbers(koryu: Koryu, *arguments: str) -> list[int]:
    result = koryu("anniversaries", *arguments, "-o", "ids")
    assert (result.code, result.err) == (0, "")
    return list(map(int, result.out.split()))


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_page_at_the_widths_of_terminals(koryu: Koryu, golden: Golden, width: int) -> None:
    result = koryu(
        "--color", "never", "--no-pager", "anniversaries", "--in", "2027", terminal=width
    )
    golden(f"anniversaries-{width}", result.out)
    assert (result.code, result.err) == (0, "")


def test_page_in_a_pipe(koryu: Koryu, golden: Golden) -> None:
    golden("anniversaries-pipe", koryu("anniversaries", "--in", "令和8年度").out)


@pytest.mark.parametrize("width", range(24, 140, 4))
def test_no_line_is_wider_than_the_terminal(koryu: Koryu, width: int) -> None:
    options = ["--color", "never", "--no-pager"]
    out = koryu(*options, "anniversaries", "--in", "2027", "--every", "1", terminal=width).out
    assert max(map(cell_len, out.splitlines())) <= width


def test_both_contacts_of_form_15_are_named(koryu: Koryu) -> None:
    out = koryu("anniversaries", "--in", "2026", "-g", "神戸").out
    assert "連絡先: 建設局下水道河川部計画課 078-322-5449\n" in out
    assert "連絡先: 水道局技術部計画課 078-322-5911\n" in out


def test_json_is_as_documented(koryu: Koryu) -> None:
    result = koryu("anniversaries", "--in", "2027", "--country", "韓国", "--json")
    assert result.err == ""
    found = json.loads(result.out)
    assert [[each[key] for key in ("id", "title", "years", "on")] for each in found] == [
        [13, "親善及び相互協力意向書", 15, "2027-06-27"],
        [14, "職員相互派遣実施合意書", 15, "2027-06-28"],
        [11, "友好親善交流協定", 20, "2027-11-01"],
        [25, "日韓海峡沿岸県市道交流知事会議", 35, None],
    ]
    records = {each["id"]: each for each in json.loads(koryu("list", "--json").out)}
    for each in found:
        assert list(each) == ["id", "title", "years", "on", "japan", "overseas", "contacts"]
        for key in ("japan", "overseas", "contacts"):
            assert each[key] == records[each["id"]][key]


def test_rows_for_a_spreadsheet(koryu: Koryu) -> None:
    out = koryu("anniversaries", "--in", "2027", "-c", "韓国", "-o", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [(row["期日"], row["曜日"], row["和暦"], row["周年"]) for row in rows] == [
        ("2027-06-27", "日", "令和9年6月27日", "15"),
        ("2027-06-28", "月", "令和9年6月28日", "15"),
        ("2027-11-01", "月", "令和9年11月1日", "20"),
        ("", "", "令和9年", "35"),
    ]
    assert [(row["日本側"], row["電話番号"]) for row in rows[:2]] == [
        ("大阪府大阪狭山市", "072-366-0011"),
        ("鳥取県智頭町", "0858-75-4112"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--in", "2027"], IN_2027),
        (["--in", "２０２７年"], IN_2027),
        (["--in", "令和9"], IN_2027),
        (["--in", "R9"], IN_2027),
        (["--in", "令和9年度"], [5, 6, 13, 14, 11, 20, 25]),
        (["--in", "2027年度"], [5, 6, 13, 14, 11, 20, 25]),
        (["--in", "2027", "--every", "１０"], [11]),
        (["--in", "2027", "--since", "平成24"], [16, 22, 5, 6, 13, 14]),
        (["--in", "2027", "--country", "フィジー"], []),
        (["--in", "2017..2027", "-g", "智頭"], [14]),
        (["--in", "2027", "--years", "20"], [11]),
        (["--in", "2027", "--years", "15,20"], [16, 22, 5, 6, 13, 14, 11]),
        (["--in", "2027", "--years", "１５、20", "-c", "韓国"], [13, 14, 11]),
    ],
)
def test_words_for_a_year(koryu: Koryu, words: list[str], expected: list[int]) -> None:
    assert numbers(koryu, *words) == expected


def test_the_year_is_that_of_today(koryu: Koryu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORYU_TODAY", "2027-12-31")
    assert numbers(koryu) == IN_2027
    assert koryu("anniversaries").out.startswith(
        "令和9年（2027）の5年ごとの周年: 9 件（この調査の個票 25 件から）\n"
    )


@pytest.mark.parametrize(
    ("arguments", "heading", "hint"),
    [
        (
            ["--in", "2001", "-g", "札幌"],
            "平成13年（2001）の5年ごとの周年: 1 件（この調査の個票 25 件から）",
            "",
        ),
        (
            ["--in", "2003", "-g", "札幌"],
            "平成15年（2003）の5年ごとの周年: 0 件（この調査の個票 25 件から）",
            "--every 1 を付けると、毎年の周年が 2 件あります。\n",
        ),
        (
            ["--in", "2001", "-g", "札幌", "--every", "1"],
            "平成13年（2001）の周年: 2 件（この調査の個票 25 件から）",
            "",
        ),
        (
            ["--in", "1989年度"],
            "平成元年度（1989-04-01～1990-03-31）の5年ごとの周年: 0 件（この調査の個票 25 件から）",
            "",
        ),
    ],
)
def test_heading_names_the_span_and_what_is_counted(
    koryu: Koryu, arguments: list[str], heading: str, hint: str
) -> None:
    result = koryu("anniversaries", *arguments)
    assert result.out.splitlines()[0] == heading
    assert (result.code, result.err) == (0, hint)


@pytest.mark.parametrize(
    ("word", "expected", "caption"),
    [
        ("今年", IN_2027, "令和9年（2027）"),
        ("今年度", [5, 6, 13, 14, 11, 20, 25], "令和9年度（2027-04-01～2028-03-31）"),
        ("来年", [21, 7], "令和10年（2028）"),
        ("来年度", [21, 7], "令和10年度（2028-04-01～2029-03-31）"),
    ],
)
def test_words_that_count_from_today(
    koryu: Koryu, monkeypatch: pytest.MonkeyPatch, word: str, expected: list[int], caption: str
) -> None:
    monkeypatch.setenv("KORYU_TODAY", "2027-12-31")
    assert koryu("anniversaries", "--in", word, "-o", "ids").out.split() == list(map(str, expected))
    assert koryu("anniversaries", "--in", word).out.startswith(caption)


@pytest.mark.parametrize(
    ("arguments", "out", "err"),
    [
        (["--count"], "9\n", ""),
        (["--count", "-c", "韓国"], "4\n", ""),
        (["--count", "--limit", "3"], "3\n", "9 件のうち 3 件を示しました。\n"),
        (["-o", "ids", "--offset", "7"], "20\n25\n", "9 件のうち 2 件を示しました。\n"),
        (["-o", "ids", "--limit", "1"], "16\n", "9 件のうち 1 件を示しました。\n"),
        (
            ["--count", "--years", "1,2"],
            "0\n",
            "--every 1 を付けると、毎年の周年が 25 件あります。\n",
        ),
    ],
)
def test_number_of_anniversaries(koryu: Koryu, arguments: list[str], out: str, err: str) -> None:
    assert koryu("anniversaries", "--in", "2027", *arguments) == (0, out, err)


@pytest.mark.parametrize(
    ("form", "page"),
    [
        ("table", "番号  周年  電話番号\n------------------------\n  16    15  044-200-3739\n"),
        ("csv", "番号,周年,電話番号\r\n16,15,044-200-3739\r\n"),
        ("ndjson", '{"id":16,"years":15,"phone":"044-200-3739"}\n'),
    ],
)
def test_columns(koryu: Koryu, form: str, page: str) -> None:
    options = ["--in", "2027", "--limit", "1", "--columns", "番号,years,phone"]
    assert koryu("anniversaries", *options, "-o", form).out == page


def test_agreements_without_a_date_are_named(koryu: Koryu, records: list[dict[str, Any]]) -> None:
    for record in records[:3]:
        record["date"] = None
    data = json.dumps(records)
    result = koryu("--data", "-", "anniversaries", "--in", "2027", "--count", stdin=data)
    assert result.err == "年月日の分からない協定 3 件は含まれていません: 1、2、3 番\n"
    result = koryu("--data", "-", "anniversaries", "-c", "韓国", "--count", stdin=data)
    assert result.err == ""


def test_of_many_agreements_without_a_date_the_first_are_named(
    koryu: Koryu, records: list[dict[str, Any]]
) -> None:
    for record in records:
        record["date"] = None
    result = koryu("--data", "-", "anniversaries", "--count", stdin=json.dumps(records))
    assert result.out == "0\n"
    assert result.err.startswith("年月日の分からない協定 25 件は含まれていません: 1、2、")
    assert result.err.endswith("、20 番など\n")


def test_a_record_without_a_title_is_told_by_its_sides(koryu: Koryu) -> None:
    bare = {
        "id": 1,
        "japan": [{"name": "札幌市"}],
        "overseas": [{"name": "大韓民国ソウル特別市"}],
        "date": {"text": "2007年5月1日"},
    }
    options = ["--data", "-", "anniversaries", "--in", "2027"]
    page = koryu(*options, stdin=json.dumps([bare])).out
    assert page.splitlines()[2:] == [
        "令和9年5月1日       1  北海道札幌市 - 韓国 ソウル特別市",
        "2027-05-01（土）    20周年",
    ]
    calendar = koryu(*options, "-o", "ics", stdin=json.dumps([bare])).out
    assert "SUMMARY:20周年: 北海道札幌市 - 韓国 ソウル特別市\r\n" in calendar


def test_an_agreement_without_a_title_is_called_by_its_name_and_parties(koryu: Koryu) -> None:
    ledger = "自治体名,提携先,関係,提携年月日\n札幌市,ソウル特別市（韓国）,姉妹都市,2007年5月1日\n"
    options = ["--data", "-", "anniversaries", "--in", "2027"]
    calendar = koryu(*options, "-o", "ics", stdin=ledger).out.replace("\r\n ", "")
    summary = "SUMMARY:20周年: 姉妹都市（北海道札幌市 - 韓国 ソウル特別市）\r\n"
    assert summary in calendar
    table = koryu(*options, "-o", "csv", "--columns", "years,title", stdin=ledger).out
    assert table == "周年,標題\r\n20,姉妹都市\r\n"


def test_a_year_past_the_end_of_an_era_is_remarked_on(koryu: Koryu) -> None:
    result = koryu("anniversaries", "--in", "平成39", "-o", "ids")
    assert list(map(int, result.out.split())) == IN_2027
    assert "令和9年" in result.err


def test_calendar(koryu: Koryu) -> None:
    """Of the nine of 2027, form 25 has no day; the file is the same every time."""
    result = koryu("anniversaries", "--in", "2027", "-o", "ical")
    events = icalendar.Calendar.from_ical(result.out).walk("VEVENT")
    days = [str(event.decoded("DTSTART")) for event in events]
    assert days == [
        *("2027-02-10", "2027-03-16", "2027-05-23", "2027-05-23"),
        *("2027-06-27", "2027-06-28", "2027-11-01", "2027-11-29"),
    ]
    assert result.err == "日が分からないため予定にできません: 25 番\n"
    assert koryu("anniversaries", "--in", "2027", "-o", "ICS").out == result.out
    assert koryu("anniversaries", "--in", "2027", "-o", "ical").out == result.out


def test_calendar_of_known_days_is_silent(koryu: Koryu) -> None:
    result = koryu("anniversaries", "--in", "2027", "-o", "ical", "-c", "中国")
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--in", "令和"], "--in の「令和」は年でも年度でもありません。例: --in 2027"),
        (["--in", "2027.."], "--in の「2027..」は年でも年度でもありません"),
        (["--in", "いつか"], "「いつか」を日付として読めません"),
        (["--every", "0"], "--every の「0」は年数ではありません。例: --every 5"),
        (["--every", "-5"], "--every の「-5」は年数ではありません"),
        (["--every", "五"], "--every の「五」は年数ではありません"),
        (["--every", "9" * 5000], "は年数ではありません"),
        (["--in", "2027", "-c", "間国"], "韓国"),
        (["--in", "2027", "-o", "ic"], "ical"),
        (["--years", "15,"], "--years の「」は年数ではありません"),
        (["--years", "0"], "--years の「0」は年数ではありません。例: --years 5"),
        (["--years", "15", "--every", "5"], "--every と --years は同時に使えません"),
        (["--columns", "id,fone"], "phone"),
        (["--limit", "x"], "--limit の値「x」は件数ではありません"),
    ],
)
def test_mistakes(koryu: Koryu, arguments: list[str], message: str) -> None:
    result = koryu("anniversaries", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_today_that_is_no_date(koryu: Koryu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORYU_TODAY", "きょう")
    result = koryu("anniversaries")
    assert (result.code, result.out) == (2, "")
    assert "KORYU_TODAY の「きょう」は日付ではありません" in result.err


def test_text_of_the_data_does_nothing_to_the_terminal(
    koryu: Koryu, records: list[dict[str, Any]]
) -> None:
    records[0]["title"] = "\x1b[31m[red]題[/]"
    records[0]["contacts"][0]["departments"] = ["[link=x]課\x07"]
    out = koryu(
        *("--color", "never", "--data", "-", "anniversaries", "--in", "2026"),
        stdin=json.dumps(records[:1]),
        terminal=100,
    ).out
    assert "30周年 ␛[31m[red]題[/]" in out
    assert "連絡先: [link=x]課␇ 011-211-2444" in out
