"""`koryu timeline`: what is asked for, and how it is told."""

import csv
import io
import json
import re
from typing import Any

import pytest
from conftest import Golden, Koryu
from rich.cells import cell_len

STORY = ["--color", "never", "--no-pager", "timeline"]


def documents(koryu: Koryu, *arguments: str, stdin: str = "") -> list[dict[str, Any]]:
    result = koryu("timeline", *arguments, "--json", stdin=stdin)
    assert (result.code, result.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(result.out)
    return found


def dates(found: list[dict[str, Any]]) -> list[tuple[int, str]]:
    return [(event["id"], event["text"]) for event in found]


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_page_at_the_widths_of_terminals(koryu: Koryu, golden: Golden, width: int) -> None:
    result = koryu(*STORY, "9", "11", terminal=width)
    golden(f"timeline-{width}", result.out)
    assert result.err == (
        "年月日 18 件（この調査の個票 25 件のうち 2 件から）\n"
        "日付がいくつもある 2 文は、はじめの日付のところに一度だけ示しました。\n"
    )


def test_page_in_a_pipe(koryu: Koryu, golden: Golden) -> None:
    """Each sentence is a line."""
    golden("timeline-pipe", koryu("timeline", "9", "11").out)


@pytest.mark.parametrize("width", range(24, 140, 4))
def test_no_line_is_wider_than_the_terminal(koryu: Koryu, width: int) -> None:
    out = koryu(*STORY, terminal=width).out
    assert max(map(cell_len, out.splitlines())) <= width


def test_date_is_highlighted_where_it_stands(koryu: Koryu) -> None:
    out = koryu("--no-pager", "timeline", "14", terminal=120).out
    assert "\x1b[1;36m平成24年10月から\x1b[0m智頭町職員を" in out


def test_a_sentence_with_three_dates_stands_once_with_all_of_them_marked(koryu: Koryu) -> None:
    """At the first of them; as rows, each date has its own."""
    page = koryu("--color", "always", "timeline", "9").out
    (line,) = [line for line in page.splitlines() if "公式訪問" in line]
    marked = re.findall("\x1b\\[1;36m(.*?)\x1b", line)
    assert marked == ["平成21年7月", "11月", "平成22年10月"]
    found = [each for each in documents(koryu, "9") if "公式訪問" in each["sentence"]]
    assert [each["text"] for each in found] == ["平成21年7月", "11月", "平成22年10月"]


def test_dates_and_parties_are_told_apart_by_more_than_colour(koryu: Koryu) -> None:
    """The parties of an agreement are not dim."""
    page = koryu("--no-pager", "timeline", "14", terminal=120).out
    assert "14  鳥取県智頭町 - 韓国 江原道楊口郡" in re.sub("\x1b\\[36m.*?\x1b\\[0m", "", page)


def test_own_dates_stand_out_without_colour(koryu: Koryu) -> None:
    lines = koryu("timeline").out.splitlines()
    marked = [line.partition("【提携】")[2] for line in lines if "【提携】" in line]
    titles = [record["title"] for record in json.loads(koryu("list", "--json").out)]
    assert sorted(marked) == sorted(titles)


def test_json_is_as_documented(koryu: Koryu) -> None:
    """Form 15: a date in its background, the agreement's own, one without a beginning."""
    assert documents(koryu, "15") == [
        {
            "id": 15,
            "field": "background",
            "text": "平成22年11月",
            "start": "2010-11-01",
            "end": "2010-11-30",
            "precision": "month",
            "sentence": "ベトナム社会主義共和国キエンザン省においては、上水道・下水道のインフラ"
            "整備の必要性から、平成22年11月に本市内の下水処理場や水辺環境の視察を行うなど、当初より、"
            "本市との水分野での関係構築を強く望んでいた。",
        },
        {
            "id": 15,
            "field": "date",
            "text": "平成23（2011）年7月8日",
            "start": "2011-07-08",
            "end": "2011-07-08",
            "precision": "day",
            "sentence": "上水道・下水道分野における技術協力・交流に関する覚書",
        },
        {
            "id": 15,
            "field": "outcomes",
            "text": "～平成25年3月",
            "start": None,
            "end": "2013-03-31",
            "precision": "range",
            "sentence": "キエンザン省フーコック島での水インフラ総合開発事業準備調査"
            "（～平成25年3月）",
        },
    ]


def test_keys_of_json_are_in_the_documented_order(koryu: Koryu) -> None:
    for event in documents(koryu):
        assert list(event) == ["id", "field", "text", "start", "end", "precision", "sentence"]


def test_dates_filter_events_and_other_filters_agreements(koryu: Koryu) -> None:
    """The story of Korea since 2008, of the seven Korean forms."""
    assert dates(documents(koryu, "-c", "韓国", "--since", "平成20", "--until", "平成21")) == [
        (25, "平成11年から"),
        (10, "平成13年度から平成23年度"),
        (11, "平成19年度"),
        (11, "平成20年度"),
        (11, "平成21年度"),
        (9, "平成21年7月"),
        (11, "平成21年10月23～25日"),
        (9, "11月"),
        (13, "平成21年11月"),
        (12, "平成21(2009)年11月22日"),
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["--when", "昭和55", "--when", "昭和57年4月"],
            [(1, "昭和55年"), (2, "昭和55年"), (7, "昭和57年4月"), (8, "昭和57年4月")],
        ),
        (["--until", "昭和55"], [(1, "昭和55年"), (2, "昭和55年")]),
        (["1", "--until", "平成2"], [(1, "昭和55年")]),
        (["-g", "神戸", "--when", "2011"], [(15, "平成23（2011）年7月8日")]),
        (["15", "--when", "平成24年度"], [(15, "～平成25年3月")]),
        (["2", "--since", "平成3"], [(2, "平成23年度まで")]),
        (
            ["7-8", "--no-reprinted", "-t", "防災"],
            [(7, "昭和57年4月"), (7, "平成20（2008）年12月8日"), (7, "平成22年")],
        ),
        (["-c", "フィジー"], []),
        (["25", "--until", "平成2"], []),
    ],
)
def test_filters(koryu: Koryu, arguments: list[str], expected: list[tuple[int, str]]) -> None:
    assert dates(documents(koryu, *arguments)) == expected


def test_numbers_from_standard_input(koryu: Koryu) -> None:
    found = dates(documents(koryu, "-", stdin="19\n１２\n"))
    assert found == [
        (12, "平成15年"),
        (19, "平成18(2006)年5月31日"),
        (12, "平成21(2009)年11月22日"),
    ]


def test_no_number_from_standard_input_is_no_agreement(koryu: Koryu) -> None:
    assert documents(koryu, "-", stdin="") == []


def test_every_format_has_the_same_events(koryu: Koryu) -> None:
    found = documents(koryu)
    assert len(found) == 85 + 25
    lines = koryu("timeline", "-o", "ndjson").out.splitlines()
    assert list(map(json.loads, lines)) == found
    rows = list(csv.DictReader(io.StringIO(koryu("timeline", "-o", "csv").out, newline="")))
    assert [(int(row["番号"]), row["時期"].lstrip("'"), row["文"]) for row in rows] == [
        (event["id"], event["text"], event["sentence"]) for event in found
    ]
    assert [row["開始日"] or None for row in rows] == [event["start"] for event in found]
    assert len(koryu("timeline", "-o", "tsv").out.splitlines()) == len(found) + 1
    assert len(koryu("timeline", "-o", "markdown").out.splitlines()) == len(found) + 2


def test_no_event_is_a_count_of_none(koryu: Koryu) -> None:
    result = koryu("timeline", "-c", "フィジー")
    assert result.code == 0
    assert result.out.strip() == ""
    assert result.err == "年月日 0 件（この調査の個票 25 件のうち 0 件から）\n"


def test_text_of_the_data_does_nothing_to_the_terminal(
    koryu: Koryu, records: list[dict[str, Any]]
) -> None:
    records[0]["title"] = "\x1b[31m[red]題[/]"
    records[0]["background"] = "平成8年\x07の[/]\x1b]52;c;x\x07交流\u202e"
    data = json.dumps(records[:1])
    out = koryu("--color", "never", "--data", "-", "timeline", stdin=data, terminal=100).out
    assert "【提携】␛[31m[red]題[/]" in out
    assert "平成8年␇の[/]␛]52;c;x␇交流\\u202e" in out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["99"], 4, "「99」番の協定はありません"),
        (["青森"], 2, "「青森」は番号ではありません"),
        (["--since", "24.5.23"], 2, "「24.5.23」"),
        (["-o", "ids"], 2, "「ids」"),
    ],
)
def test_mistakes(koryu: Koryu, arguments: list[str], code: int, message: str) -> None:
    result = koryu("timeline", *arguments)
    assert (result.code, result.out) == (code, "")
    assert message in result.err


def test_a_number_that_is_missing_is_said_behind_those_that_exist(koryu: Koryu) -> None:
    result = koryu("timeline", "9", "99", "--json")
    assert result.code == 4
    assert {each["id"] for each in json.loads(result.out)} == {9}
    assert "「99」番の協定はありません" in result.err
